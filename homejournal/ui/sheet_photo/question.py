"""What is asked about one place of a page: its crop, what the photo says, and ways to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.today.week_cells import BLANK
from homejournal.texts.window import sheet_photos as said
from homejournal.ui.sheet_photo.answers import AnswersOfPage, Place, is_late
from homejournal.ui.sheet_photo.photo_view import Crop
from homejournal.ui.theme import px, set_look
from homejournal.ui.widgets.fields.form import labelled
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, in_row, turn
from homejournal.ui.widgets.wrapping_button import WordButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent

    from homejournal.texts.wording import Wording

_MOST_LETTERS = 60
_WIDE, _HIGH, _HIGH_ABOVE, _BESIDE_FROM = 190, 200, 56, 420
"""How large the part of the photo is beside the words and above them, and how wide they ask for."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class AnswerField(QLineEdit):
    """Enter says that it is done, Escape that it is not."""

    done = Signal()
    given_up = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _ENTER and event.isAutoRepeat():
            event.accept()  # a key that is held takes one answer
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class QuestionPanel(QWidget):
    """Follows the place where somebody is."""

    resized = Signal()
    chosen = Signal(object)
    """The answer of a button: CellInput."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.crop = Crop()
        self._left = WrapLabel("", "small")
        self._where = WrapLabel("", "strong")
        self._asked = WrapLabel("")
        self._problem = WrapLabel("", "problem")
        self._outcome = WrapLabel("", "small")
        self._choices = FlowRow(gap=6)
        self.field = AnswerField()
        self.field.setMaxLength(_MOST_LETTERS)
        self._typed = labelled(wording.text("&Type it here, then Enter"), self.field)
        self._legend = WrapLabel("", "small")
        words = in_column(
            self._where,
            self._asked,
            self._problem,
            self._typed,
            self._left,
            self._outcome,
            self._choices,
            self._legend,
            gap=6,
        )
        words.addStretch(1)
        self._row = in_row(gap=16, inside=self)
        self._row.addWidget(self.crop, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._problem.hide()

    def show_place(self, place: Place, answers: AnswersOfPage, pixels: QPixmap, name: str) -> None:
        """Show a place; `name` is the name of its strategy."""
        wording, where = self._wording, said.where(self._wording, place, name)
        self._problem.hide()
        self._where.setText(where)
        is_open = answers.is_open(place) or not answers.asks(place)
        self._asked.setText(said.asked(wording, place, is_open=is_open))
        crop = wording.text("Part of the photo: {place}", place=where)
        words = said.words_of_boxes(wording, place)
        self.crop.show_part(pixels, place.area, crop, self._room_of_crop(), words)
        self._typed.setVisible(not is_late(place))
        self.field.setAccessibleName(where)
        self.field.setAccessibleDescription(self._asked.text())
        self._offer(place, answers)
        self.show_outcome(place, answers)

    def show_outcome(self, place: Place, answers: AnswersOfPage) -> None:
        """Show what will come of the place, and how much is left."""
        wish, answered = answers.will_write(place), answers.said(place)
        outcome = said.outcome(self._wording, place, answered, wish)
        self._outcome.say(outcome)

    def show_left(self, words: str) -> None:
        """Show how much is still asked, on all pages."""
        self._left.setText(words)

    def show_problem(self, why: str) -> None:
        self._problem.setText(why)
        self._problem.show()

    def hide_problem(self) -> None:
        self._problem.hide()

    def _offer(self, place: Place, answers: AnswersOfPage) -> None:
        self._choices.clear()
        self._legend.setVisible(not is_late(place))
        if is_late(place):
            return
        wording = self._wording
        offered = [(said.choice_said(wording, place, one), one) for one in answers.choices(place)]
        buttons = {words for words, _ in offered}
        self._legend.setText(said.other_keys(wording, place, buttons))
        for words, one in (*offered, (said.leave_said(wording, place), BLANK)):
            button = WordButton(words.replace("&", "&&"))
            set_look(button, "chip")
            self._choices.add(button.giving(one, self.chosen))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        turn(self._row, across=self._is_beside)
        self._row.setSpacing(px(16 if self._is_beside else 6))
        self.resized.emit()

    def _room_of_crop(self) -> tuple[int, int]:
        """Return how wide and high the part of the photo is at most, words of boxes included."""
        wide = min(px(_WIDE), self.width() * 2 // 5)
        return wide, px(_HIGH if self._is_beside else _HIGH_ABOVE)

    @property
    def _is_beside(self) -> bool:
        return self.width() >= px(_BESIDE_FROM)
