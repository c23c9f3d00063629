"""What else Plan offers: examples to begin with, a copy for a brother or sister, a quiet hint."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.plan.plan_page import PlanState, StrategyInPlan
from homejournal.ui.base.desk import Desk
from homejournal.ui.child.plan.copy_to_sibling_dialog import CopyDialog
from homejournal.ui.child.plan.examples_dialog import StarterDialog
from homejournal.ui.child.plan.strategy_dialog import Asks, StrategyDialog
from homejournal.ui.theme import set_icon
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.text.labels import WrapLabel


class PlanMore(QObject):
    """Asks what is needed and does it; `tells` carries a sentence for the toast."""

    tells = Signal(str)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._state: PlanState | None = None
        text = desk.wording.text
        self.examples = WordButton(text("Look at examples…"))
        set_icon(self.examples, "bulb", "text", 18)
        self.examples.clicked.connect(self.look_at_examples)
        self.hint = WrapLabel(text("Many at once? Ask which one matters most this week."), "muted")
        self.hint.hide()

    def show_state(self, state: PlanState) -> None:
        """Offer examples where there is no strategy yet, and say the hint where many are active."""
        self._state = state
        self.examples.setVisible(self._desk.can_write and not state.strategies)
        self.hint.setVisible(state.many_at_once)

    def new(self) -> None:
        """Ask for a new strategy."""
        if self._state is not None and self._desk.can_write:
            dialog = StrategyDialog(self._desk, self._state, Asks.NEW, None, self._page)
            dialog.examples_wanted.connect(self.look_at_examples)
            dialog.ask()

    def look_at_examples(self) -> None:
        """Show the starter examples."""
        if self._state is not None and self._desk.can_write:
            StarterDialog(self._desk, self._state, self._page).ask()

    def copy(self, shown: StrategyInPlan) -> None:
        """Ask which brother or sister gets a strategy, too."""
        CopyDialog(self._desk, shown, self._page).ask()

    def remove_example(self, shown: StrategyInPlan) -> None:
        """Remove an example; one that something was written about stays in the journal."""
        starters, text = self._desk.journal.starters, self._desk.wording.text
        if not starters.can_remove(shown.strategy):
            said = text("Something is written about it, so it stays. You can finish it instead.")
            self.tells.emit(said)
            return
        name = self._desk.wording.own(shown.name)
        words = text("Removed: {name}", name=name)
        self._desk.editing.do(words, partial(starters.remove, shown.strategy))
