"""What stands under the rows of a day: what else was used, a strategy more, a moment, on paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.records.plan import Strategy
from homejournal.domain.today.strategy_cards import CardOfDay
from homejournal.texts.wording import Wording, short_name
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.today.header import DayAction
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.wrapping_button import OnceButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel


class EndOfDay(QWidget):
    """`wished` carries a DayAction; `strategy_wanted` asks for a new strategy."""

    wished = Signal(object)
    strategy_wanted = Signal()

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        text = wording.text
        self.moment = make_button(text("Write down a moment"), "plus")
        self.strategy = make_button(
            text("Add a strategy"), "plus", self.strategy_wanted, look="link"
        )
        self.paper = make_button(text("On paper for the fridge…"), "printer", look="link")
        self._lead = WrapLabel(
            text("Write down what fits your day. It’s fine to leave some out."), "small"
        )
        row = FlowRow(gap=8)
        self.days_out = make_button(text("Left out for a few days…"), "calendar-event", look="link")
        self.moment.giving(DayAction.MOMENT, self.wished)
        self.days_out.giving(DayAction.DAYS_OUT, self.wished)
        self.paper.giving(DayAction.FRIDGE_WEEK, self.wished)
        row.add(self.moment, self.days_out, self.strategy, self.paper)
        in_column(row, self._lead, gap=8, inside=self)

    def show_day(self, *, rows: bool, writable: bool) -> None:
        """Show what makes sense on a day with or without rows."""
        self.moment.setEnabled(writable)
        self.strategy.setVisible(rows and writable)
        self.days_out.setVisible(rows and writable)
        self.paper.setVisible(rows)
        self._lead.setVisible(rows)


_SHOWN_NAME = 61


class PauseOver(FlowRow):
    """A quiet line once the day of a pause has come; `wanted` carries the first such strategy."""

    wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__(gap=6)
        self._wording = wording
        self._said = WrapLabel("", "muted")
        self._see = make_button(wording.text("See it in the plan"), look="link")
        self.add(self._said, self._see)
        self._see.clicked.connect(self._on_see)
        self._first: Strategy | None = None
        self.hide()

    def show_strategies(self, strategies: Sequence[Strategy], *, writable: bool) -> None:
        """Ask about the first of these strategies, or nothing."""
        self._first = strategies[0] if strategies and writable else None
        if self._first is not None:
            name = self._wording.own(short_name(self._first.name, _SHOWN_NAME))
            said = self._wording.text("The pause of “{strategy}” is over. Go on?", strategy=name)
            self._said.setText(said)
            self._see.setAccessibleDescription(said)
        self.setVisible(self._first is not None)

    def _on_see(self) -> None:
        self.wanted.emit(self._first)


class OtherStrategies(QWidget):
    """A quiet line with a button for each; pressing one says that it was used anyway."""

    wanted = Signal(object)
    """CardOfDay."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._cards: tuple[CardOfDay, ...] = ()
        self._row = FlowRow(gap=6)
        lead = WrapLabel(wording.text("Not planned for this day. Used anyway?"), "muted")
        in_column(lead, self._row, gap=4, inside=self)
        self.hide()

    @property
    def buttons(self) -> list[OnceButton]:
        return self._row.findChildren(OnceButton)

    def show_cards(self, cards: Sequence[CardOfDay], *, writable: bool) -> None:
        """Show the strategies of these cards, or nothing."""
        self.setVisible(bool(cards) and writable)
        if tuple(cards) == self._cards:
            return
        self._cards = tuple(cards)
        self._row.clear()
        for card in cards:
            name, text = card.strategy.name, self._wording.text
            said = text("used anyway") if card.plan.slots else text("did it")
            button = OnceButton(short_name(name, _SHOWN_NAME).replace("&", "&&"))
            spoken = text("{strategy}: {said}", strategy=name, said=said)
            button.setAccessibleName(spoken)
            set_look(button, "chip")
            set_icon(button, "plus", size=16)
            self._row.add(button.giving(card, self.wanted))
