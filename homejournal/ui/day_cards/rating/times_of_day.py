"""The times of a day of one strategy, to choose which one is asked about."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
from homejournal.texts.day_page import time_choice, time_choices
from homejournal.texts.wording import Wording
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.layout.boxes import show_part


class TimesRow(QWidget):
    """A pill for each time with what is written on it; nothing for a strategy with one time."""

    chosen = Signal(object)
    """The number of the time."""

    def __init__(self, wording: Wording, card: CardOfDay, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self._row: SingleChoice[int] | None = None
        self._words: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = column
        self.show_times(card, None)  # so that Tab reaches them before what follows

    def show_times(self, card: CardOfDay, time: TimeOfCard | None) -> None:
        """Show the times of a card, and which one is asked about."""
        words = tuple(
            time_choice(self._wording, time_of_card, card.plan) for time_of_card in card.times
        )
        before, self._words = self._words, words
        if len(words) != len(before):
            self._replace(card)
        elif words != before and self._row is not None:
            self._row.set_words(words)
        if self._row is not None and time is not None:
            self._row.set_choice(time.number)

    def _replace(self, card: CardOfDay) -> None:
        old, focused = self._row, QApplication.focusWidget()
        held = old is not None and focused is not None and old.isAncestorOf(focused)
        self._row = None
        if len(self._words) > 1:
            self._row = SingleChoice(list(enumerate(self._words, start=1)), card.strategy.name)
            for pill, time in zip(self._row.pills, card.times, strict=True):
                pill.keep_room(time_choices(self._wording, time, card.plan))
            self._row.chosen.connect(self.chosen)
            self._column.addWidget(self._row)
            show_part(self._row)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        if held and self._row is not None:
            self._row.setFocus(Qt.FocusReason.OtherFocusReason)
        show_part(self, shown=self._row is not None)
