"""All strategies of a child, one card each: the days in words, in short, and the way to more."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.sentences.allowed_sentences import days_headline
from homejournal.domain.sentences.values import Sentence
from homejournal.texts.day_page import capitalized
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording
from homejournal.ui.progress.counting_and_drawing import rates
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from uuid import UUID


class StrategyRow(Card):
    """`wanted` carries the strategy that a person wants to look at closer."""

    wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__("")
        self._wording = wording
        self._strategy: UUID | None = None
        self._days, self._headline = WrapLabel(""), WrapLabel("", "muted")
        self.open = WordButton(wording.text("Look closer"))
        set_look(self.open, "link")
        set_icon(self.open, "chart-line", "muted", 16)
        self.open.clicked.connect(self._on_open)
        self.add_corner(self.open)
        self.key.connect(self._on_key)
        for part in (self._days, self._headline):
            self.body.addWidget(part)

    def show_back(self, back: LookBack, headline: Sentence) -> None:
        """Show a strategy as it was counted."""
        self._strategy = back.written.strategy.id
        self.set_title(back.written.strategy.name)
        self.open.setAccessibleDescription(back.written.strategy.name)
        self._days.setText(capitalized(say(self._wording, days_headline(back))))
        self._headline.setText(capitalized(say(self._wording, headline)))
        told = [self._days.text(), self._headline.text()]
        if not rates(back) or told[0] == told[1]:
            # Of days on which nothing is written there is one thing to say.
            told.pop()
        self._headline.setVisible(len(told) > 1)
        self.setAccessibleDescription(". ".join(told))

    def _on_open(self) -> None:
        self.wanted.emit(self._strategy)

    def _on_key(self, key: int) -> None:
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_open()


class StrategyRows(QWidget):
    """Keeps as many cards as there are strategies and fills them anew, so that nothing flickers."""

    wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._rows: list[StrategyRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))

    @property
    def rows(self) -> tuple[StrategyRow, ...]:
        """Return the cards from top to bottom."""
        return tuple(self._rows)

    def show_backs(self, backs: Sequence[LookBack], headlines: Sequence[Sentence]) -> None:
        """Show these strategies."""
        while len(self._rows) > len(backs):
            old = self._rows.pop()
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        while len(self._rows) < len(backs):
            row = StrategyRow(self._wording)
            row.wanted.connect(self.wanted)
            self._column.addWidget(row)
            self._rows.append(row)
        for row, back, headline in zip(self._rows, backs, headlines, strict=True):
            row.show_back(back, headline)
