"""Firsts and celebrations of the days that are looked back at, newest first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.look_back_values import FirstTime
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Note
from homejournal.texts.display_names import name_said
from homejournal.texts.papers.visit_page import first_said
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px, set_icon
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.layout.boxes import TwoEnds, in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel

FEW = 1
"""So many are in sight above all strategies, in one line; the rest is a press away."""
_MOST = 12


class CelebrationsCard(Card):
    """`wanted` carries the days of the moment that was pressed, as a Period.

    At most so many are shown at first.
    """

    wanted = Signal(object)

    def __init__(self, wording: Wording, most: int = _MOST) -> None:
        super().__init__(wording.text("Firsts and celebrations"))
        self._wording, self._most = wording, most
        self._moments: list[_Moment] = []
        self._column = in_column(gap=4)
        self._more = make_button("", "chevron-down", self._on_more, look="link")
        self._every = False
        self._is_line = most == FEW
        if self._is_line:
            self._title.hide()
            self.body.addWidget(TwoEnds(self._column, self._more, gap=6, wraps=True))
            self._rescale()
        else:
            self.body.addLayout(self._column)
            self.add_corner(self._more)

    @override
    def _rescale(self) -> None:
        super()._rescale()
        if getattr(self, "_is_line", False):
            self._all.setContentsMargins(px(20), px(6), px(20), px(6))

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
        more = len(self._moments) - self._most
        for place, moment in enumerate(self._moments):
            moment.setVisible(self._every or place < self._most)
        self._more.setText(self._wording.count("Show {n} more", "Show {n} more", max(more, 0)))
        self._more.setVisible(more > 0 and not self._every)

    def _on_more(self) -> None:
        self._every = True
        self._show_parts()
        self._moments[self._most].button.setFocus()


class _Moment(QWidget):
    """One moment: its words, and its day as the way to the journal."""

    wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._day: date | None = None
        self._words = WrapLabel("", most=400)
        self.button = make_button("", on=self._on_clicked, look="link")
        self.button.let_wrap()
        self.button.setToolTip(wording.text("Open in the journal"))
        in_column(TwoEnds(self._words, self.button, wraps=True), inside=self)

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
