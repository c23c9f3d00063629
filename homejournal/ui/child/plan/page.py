"""The plan: strategies with who suggested them, and their dated steps."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.plan.plan_page import PlanState, StandingGroup, StrategyInPlan, plan_state
from homejournal.domain.records.plan import PlanStatus, PlanStep
from homejournal.domain.records.record import Kind
from homejournal.texts import plan as said
from homejournal.ui.attachments.files_dialog import FilesDialog
from homejournal.ui.attachments.owners import HandOuts
from homejournal.ui.base.actions import Action
from homejournal.ui.base.desk import Desk
from homejournal.ui.child.plan.examples_dialog import CopyToSiblingDialog, ExamplesDialog
from homejournal.ui.child.plan.feelings_dialog import FeelingsDialog
from homejournal.ui.child.plan.routine_grid import PlanGrid
from homejournal.ui.child.plan.strategy_card import STEP_OF, PlanCard
from homejournal.ui.child.plan.strategy_dialog import Asks, StepDialog, StrategyDialog
from homejournal.ui.kit.card_page import CardPage
from homejournal.ui.theme import set_icon
from homejournal.ui.widgets.buttons.button import MenuButton, ToggleButton, make_button
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from homejournal.domain.records.media_and_papers import Media


class PlanFileMenu(MenuButton):
    """The menu for plan files; `wanted` carries the Action that was chosen."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.wording.text("Plan files"), [])
        self._desk = desk
        self.picked.connect(self.wanted)

    def offer(self, *, strategies: bool) -> None:
        """Offer what is possible where there are strategies, or none."""
        text = self._desk.wording.text
        lines = []
        if self._desk.can_write:
            lines.append((Action.TAKE_PLAN.value, text("Add a plan file…")))
        if strategies:
            lines.append((Action.HAND_OVER_PLAN.value, text("Hand over as a plan file…")))
        self.set_lines(lines)
        self.setVisible(bool(lines))


class PlanExtras(QObject):
    """Examples, copying to a sibling, removing an example; `tells` carries a sentence."""

    tells = Signal(str)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._state: PlanState | None = None
        text = desk.wording.text
        self.examples = make_button(text("Look at examples…"), "bulb", self.look_at_examples)
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
            ExamplesDialog(self._desk, self._state, self._page).ask()

    def copy(self, shown: StrategyInPlan) -> None:
        """Ask which brother or sister gets a strategy, too."""
        CopyToSiblingDialog(self._desk, shown, self._page).ask()

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


class PlanPage(CardPage):
    """Strategies that go on come first; each change is one step that can be taken back."""

    SHOWS: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.CHILD,
            Kind.TEAM_MEMBER,
            Kind.OUTCOME,
            Kind.ROUTINE,
            Kind.STRATEGY,
            Kind.PLAN_STEP,
            Kind.VISIT,
            Kind.MEDIA,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wording = desk.wording
        self._state: PlanState | None = None
        self._cards: dict[UUID, PlanCard] = {}
        self._media: Mapping[UUID, Sequence[Media]] = {}
        text = self._wording.text
        self._title = WrapLabel(text("Plan"), "title")
        self._add = make_button(text("Add a strategy"), "plus", self.new, look="primary")
        self._add_paper()
        self._more = PlanExtras(desk, self)
        self._more.tells.connect(self.tells)
        self._empty = EmptyState("bulb", text("No strategies yet"), "")
        self._empty.pressed.connect(self.new)
        self._lay_out()

    def _lay_out(self) -> None:
        self._does = FlowRow(self._add, self._more.examples, self._grid_button)
        self._does.add(self._fridge, self._files)
        self._kept = (self._title, self._does, self._more.hint, self._grid, self._empty)
        self._scroll.add(*self._kept)
        self._scroll.fill(self)

    def _add_paper(self) -> None:
        """Add the table of the parts of the day, and the way to paper."""
        text = self._wording.text
        self._fridge = make_button(text("A week for the fridge…"), "printer")
        self._fridge.giving(Action.FRIDGE_WEEK, self.wants)
        self._grid_button = ToggleButton(text("Parts of the day"))
        set_icon(self._grid_button, "list-check", "text", 18)
        self._grid_button.toggled.connect(self._on_grid)
        self._grid = PlanGrid(self.desk)
        self._files = PlanFileMenu(self.desk)
        self._files.wanted.connect(self._on_file)

    @property
    @override
    def title(self) -> str:
        return self._wording.text("Plan")

    @property
    def cards(self) -> tuple[PlanCard, ...]:
        """Return the cards from top to bottom."""
        shown = self._state.strategies if self._state else ()
        known = (self._cards.get(strategy.strategy.id) for strategy in shown)
        return tuple(card for card in known if card is not None)

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        self._state = plan_state(self.desk.journal.family(), self.child, self.desk.today())
        shown = [strategy.strategy.id for strategy in self._state.strategies]
        self._media = self.desk.journal.media.of_strategies(shown)
        self._show(self._state)
        self.scroll_to_place()

    @override
    def open_at(self, place: object) -> None:
        if isinstance(place, UUID):
            self._grid_button.setChecked(False)
        super().open_at(place)

    @override
    def card_of(self, record: UUID) -> PlanCard | None:
        return self._cards.get(record)

    def _show(self, state: PlanState) -> None:
        bar = self._scroll.verticalScrollBar()
        at = bar.value()
        for widget in self._scroll.take_all():
            if widget not in self._kept and not isinstance(widget, PlanCard):
                widget.hide()
                widget.deleteLater()
        self._drop_cards(state)
        nothing = not state.strategies
        self._scroll.add(self._title, self._does, self._more.hint)
        self._more.show_state(state)
        self._add.setVisible(self.desk.can_write and not nothing)
        for button in (self._grid_button, self._fridge):
            button.setVisible(not nothing)
        self._files.offer(strategies=not nothing)
        self._show_grid(state)
        self._scroll.add(self._empty)
        self._empty.setVisible(nothing)
        if nothing:
            self._show_empty()
        if self._grid.isHidden():
            for part in state.standings:
                self._add_standing(part, state)
        bar.setValue(at)

    def _show_grid(self, state: PlanState) -> None:
        """Show the grid where it is wanted, and then no card."""
        wanted = self._grid_button.isChecked() and bool(state.strategies)
        self._scroll.add(self._grid)
        self._grid.setVisible(wanted)
        if wanted:
            self._grid.show_state(state)
            for card in self._cards.values():
                card.hide()

    def _drop_cards(self, state: PlanState) -> None:
        standing = {strategy.strategy.id for strategy in state.strategies}
        for gone in self._cards.keys() - standing:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()

    def _show_empty(self) -> None:
        text = self._wording.text
        self._empty.set_texts(
            text("No strategies yet"),
            text(
                "A strategy is something small to do inside your day, such as waiting a moment"
                " before giving the cup. Write down the first one that your team suggested, or"
                " one of your own."
            ),
            text("Add a strategy") if self.desk.can_write else "",
        )

    def _add_standing(self, part: StandingGroup, state: PlanState) -> None:
        if part.standing is not PlanStatus.ACTIVE or len(state.standings) > 1:
            words = said.standing(self._wording, part.standing)
            self._scroll.add(WrapLabel(words, "strong"))
        for shown in part.strategies:
            card = self._cards.get(shown.strategy.id) or self._new_card(shown)
            card.show_strategy(shown, state)
            card.show_kept(len(self._media[shown.strategy.id]))
            self._scroll.add(card)
            card.show()

    def _new_card(self, shown: StrategyInPlan) -> PlanCard:
        card = PlanCard(self.desk, shown)
        card.wanted.connect(self._on_wanted)
        card.remove_wanted.connect(self._on_remove_step)
        self._cards[shown.strategy.id] = card
        return card

    def new(self) -> None:
        """Ask for a new strategy."""
        self._more.new()

    def _on_wanted(self, does: str, shown: StrategyInPlan) -> None:
        if self._state is None:
            return
        if does == "feelings":
            FeelingsDialog(self.desk, shown, self).ask()
        elif does == "hand_outs":
            FilesDialog(self.desk, HandOuts(self.desk, shown.strategy), self).ask()
        elif does == "copy":
            self._more.copy(shown)
        elif does == "remove":
            self._more.remove_example(shown)
        elif does in STEP_OF:
            StepDialog(self.desk, self._state, STEP_OF[does], shown, self).ask()
        else:
            asks = Asks.CHANGE if does == "change" else Asks.CORRECT
            StrategyDialog(self.desk, self._state, asks, shown, self).ask()

    def _on_remove_step(self, step: PlanStep) -> None:
        words = self._wording.text(
            "Removed: {step}", step=said.step_title(self._wording, step, None)
        )
        self.desk.editing.do(words, partial(self.desk.journal.records.delete, step.id))

    def _on_grid(self) -> None:
        if self._state is not None:
            self._show(self._state)

    def _on_file(self, wanted: str) -> None:
        self.wants.emit(Action(wanted))
