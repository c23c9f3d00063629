"""Firsts and celebrations of the days that are looked back at, newest first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.look_back_values import FirstTime
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Note
from homejournal.texts.display_names import name_said
from homejournal.texts.papers.visit_page import first_said
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_MOST = 12
"""So many are shown at first; the rest is a press away."""


class CelebrationsCard(Card):
    """`wanted` carries the days of the moment that was pressed, as a Period."""

    wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording.text("Firsts and celebrations"))
        self._wording = wording
        self._moments: list[_Moment] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(px(10))
        self._more = WordButton()
        set_look(self._more, "link")
        self._more.clicked.connect(self._on_more)
        self.body.addLayout(self._column)
        row = FlowRow()
        row.add(self._more)
        self.body.addWidget(row)
        self._every = False

    def show_moments(
        self, firsts: Sequence[FirstTime], notes: Sequence[Note], family: Family
    ) -> None:
        """Show these; the card is hidden where there are none."""
        told = [(first.first.day, first_said(self._wording, first), "star") for first in firsts]
        told += [(note.day, self._quoted(note, family), "confetti") for note in notes]
        told.sort(key=lambda one: one[0], reverse=True)
        self._fill(len(told))
        for moment, (day, words, icon) in zip(self._moments, told, strict=True):
            moment.show_moment(day, words, self._wording.full_day(day), icon)
        self.setVisible(bool(told))
        self._show_parts()

    def _quoted(self, note: Note, family: Family) -> str:
        quoted = self._wording.text("“{words}”", words=self._wording.own(note.text))
        return self._wording.line_of((quoted, name_said(self._wording, family, note.helper)))

    def _fill(self, wanted: int) -> None:
        """Keep as many lines as are needed, and reuse them: nothing grows and nothing flickers."""
        while len(self._moments) > wanted:
            old = self._moments.pop()
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        while len(self._moments) < wanted:
            moment = _Moment(self._wording)
            moment.wanted.connect(self.wanted)
            self._column.addWidget(moment)
            self._moments.append(moment)

    def _show_parts(self) -> None:
        more = len(self._moments) - _MOST
        for place, moment in enumerate(self._moments):
            moment.setVisible(self._every or place < _MOST)
        self._more.setText(self._wording.count("Show {n} more", "Show {n} more", max(more, 0)))
        self._more.setVisible(more > 0 and not self._every)

    def _on_more(self) -> None:
        self._every = True
        self._show_parts()
        self._moments[_MOST].button.setFocus()


class _Moment(QWidget):
    """One moment: its words, and its day as the way to the journal."""

    wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._day: date | None = None
        self._words = WrapLabel("", most=400)
        self.button = WordButton()
        set_look(self.button, "link")
        self.button.setToolTip(wording.text("Open in the journal"))
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        row = FlowRow()
        row.add(self.button)
        column.addWidget(self._words)
        column.addWidget(row)

    def show_moment(self, day: date, words: str, line: str, icon: str) -> None:
        """Show what happened, and when."""
        self._day = day
        self._words.setText(words)
        self.button.setText(line)
        set_icon(self.button, icon, "accent", 16)
        self.button.setAccessibleName(line)
        self.button.setAccessibleDescription(words)

    def _on_clicked(self) -> None:
        if self._day is not None:
            self.wanted.emit(Period(self._day, self._day))
