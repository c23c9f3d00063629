"""A page of a photo beside its week: each answer leads to what is asked next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from homejournal.domain.names import with_distinct_names
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.today.sheet_photo import PhotoDay
from homejournal.domain.today.week_cells import (
    BLANK,
    Answer,
    CellFault,
    CellInput,
    UnreadableCellError,
    rating_text,
    read_cell,
)
from homejournal.texts import week_grid as week_words
from homejournal.texts.display_names import names_said
from homejournal.texts.sheet_photos import page_remarks, page_title
from homejournal.texts.window import sheet_photos as photos
from homejournal.texts.window import sheet_photos as said
from homejournal.ui.base.timers import one_shot
from homejournal.ui.sheet_photo.answers import AnswersOfPage, Place, is_late, left_out
from homejournal.ui.sheet_photo.model import PhotoCells, PhotoModel
from homejournal.ui.sheet_photo.photo_view import StraightPhoto, pixels_of
from homejournal.ui.sheet_photo.question import QuestionPanel
from homejournal.ui.theme import px
from homejournal.ui.week_grid.table import Way, WeekTable
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.layout.boxes import in_row
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk


class Typing:
    """Reads signs and texts in one language."""

    def __init__(self, wording: Wording) -> None:
        self._wording, self._letters = wording, week_words.letters(wording)

    def read(self, place: Place, text: str) -> CellInput:
        """Return what a text says of a place; raises UnreadableCellError."""
        if not isinstance(place, PhotoDay):
            return read_cell(text, place.cell.rating.kind, self._letters)
        answer = self._letters.get(text.strip().casefold())
        if not isinstance(answer, LeftOutReason):
            raise UnreadableCellError(CellFault.LETTER)
        return left_out(answer)

    def text_of(self, answer: CellInput | None) -> str:
        """Return an answer as it is typed."""
        if answer is None:
            return ""
        letter = {said: letter for letter, said in self._letters.items()}
        parts = [rating_text(one, letter[Answer.DID_IT]) for one in answer.times]
        if answer.mark is MarkKind.NOT_TODAY:
            parts.append(letter[Answer.NOT_TODAY])
        elif answer.reason is not None:
            parts.append(letter[answer.reason])
        return " ".join(parts)

    def why_not(self, place: Place, fault: CellFault) -> str:
        """Return why what was typed says nothing here, and what can be typed."""
        if isinstance(place, PhotoDay):
            letters = [
                letter for letter, what in self._letters.items() if isinstance(what, LeftOutReason)
            ]
            return photos.letters_wanted(self._wording, letters)
        if fault is CellFault.LETTER:
            return photos.typed_wrong(self._wording, place.cell.rating, list(self._letters))
        return week_words.unreadable(self._wording, fault, place.cell.rating)


_PHOTO, _WEEK, _WIDEST = 3, 9, 1500
"""How they share the width, and how wide the week becomes at most."""
_BESIDE_FROM, _LEAST_TABLE, _TABLE = 760, 200, 0.5
_STEPS = {Way.ON: 1, Way.BACK: -1}


class CheckingView(QWidget):
    """Shows one page at a time; `choices` stand over its table, and `above` over all of it."""

    answered = Signal()
    """Something else will be written than before, or less is asked."""
    page_done = Signal(int)
    """Nothing more is asked on this page: one goes on (1) or back (-1) to another one."""
    save_wanted = Signal()

    def __init__(self, desk: Desk, above: Sequence[QWidget], choices: Sequence[QWidget]) -> None:
        super().__init__()
        self._desk, self._wording = desk, desk.wording
        text = desk.wording.text
        self._answers: AnswersOfPage | None = None
        self._pixels: QPixmap
        self._at: Place | None = None
        self._typing = Typing(desk.wording)
        self._left: dict[object, str] = {}
        """What is typed and cannot be read yet."""
        self.photo = StraightPhoto(text("The photo of the sheet, made straight"))
        self._title = WrapLabel("", "heading")
        self._remarks = Notice("", NoticeKind.INFO)
        self.model = PhotoModel(desk.wording, self)
        self.table = WeekTable(self.model, text("What the photo says, box by box"))
        self.table.setItemDelegate(PhotoCells(self.table))
        self.panel = QuestionPanel(desk.wording)
        self._keys = WrapLabel(
            text(
                "Enter: next question. Delete: leave it as it is. F2: change it. Ctrl+Enter: save."
            ),
            "small",
        )
        self._signs = WrapLabel(
            text("Bold: will be saved. Gray: written already. ?: please look."), "small"
        )
        # The question is in its place once the page is laid out.
        self._soon = one_shot(self, self._show_question)
        # The question stands over the table, so that it is in sight also in a low window.
        before = (self._title, *choices, self._remarks)
        self._parts = (*before, self.panel, self._signs, self.table, self._keys)
        self._lay_out(above)
        self._connect()

    def _lay_out(self, above: Sequence[QWidget]) -> None:
        self._scroll = ScrollColumn(edge=4, widest=_WIDEST)
        self._scroll.column.setContentsMargins(px(4), 0, px(4), 0)
        self._scroll.column.setSpacing(px(10))
        # A bar that comes and goes with a long question would shift the columns of the table.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.add(*above, *self._parts)
        self._is_beside = True
        self._row = in_row(gap=16, inside=self)
        self._row.addWidget(self.photo, _PHOTO)
        self._row.addWidget(self._scroll, _WEEK)

    def _connect(self) -> None:
        self.table.typed.connect(self._on_typed)
        self.table.went.connect(self._on_went)
        self.table.cleared.connect(self._on_cleared)
        self.table.edit_wanted.connect(self._on_edit_wanted)
        self.table.moved.connect(self._on_moved)
        self.table.day_wanted.connect(self.save_wanted)
        self.panel.chosen.connect(self._on_chosen)
        self.panel.resized.connect(self._soon.start)
        self.panel.field.done.connect(self._on_field_done)
        self.panel.field.given_up.connect(self._on_given_up)
        self.panel.field.textEdited.connect(self.panel.hide_problem)
        self.photo.pressed.connect(self._on_photo_pressed)
        back = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        back.activated.connect(self._on_taken_back)

    def show_page(self, answers: AnswersOfPage) -> None:
        """Show a page, at the first place that is asked about."""
        self._lay_aside()
        family = self._desk.journal.family()
        page, wording = answers.page, self._wording
        children = names_said(wording, family.children.values())
        self._title.setText(page_title(wording, page, children))
        before = said.saved_before(wording) if answers.was_saved_before else ""
        self._show_remarks(" ".join(filter(None, (before, *page_remarks(wording, page)))))
        self._pixels = pixels_of(page.picture)
        self.photo.show_pixels(self._pixels)
        self._answers, self._at = answers, None
        strategies = with_distinct_names(family, page.sheet.child).strategies
        self.model.show_page(answers, {one.id: one.name for one in strategies.values()})
        first = next(iter(answers.open_places()), next(self.model.places(), None))
        if first is not None:
            self.go_to(first)

    def show_parts(self, *, shown: bool) -> None:
        """Show the page, or nothing of it where there is none."""
        for part in (self.photo, *self._parts):
            part.setVisible(shown)

    def show_left(self, words: str) -> None:
        """Show how much is still asked on all pages."""
        self.panel.show_left(words)

    def go_to(self, place: Place) -> None:
        self.table.go_to(self.model.index_of(place))

    def keep_typing(self) -> bool:
        """Take what is typed; return whether nothing is left that cannot be read."""
        return self._take_text()

    def _show_remarks(self, words: str) -> None:
        self._remarks.put_text(words)
        self._remarks.setVisible(bool(words))

    # ------------------------------------------------------------------ going from place to place

    def _on_moved(self) -> None:
        self._lay_aside()
        place = self.model.place(self.table.currentIndex())
        self._at = place
        self.panel.setVisible(place is not None)
        answers = self._answers
        if place is None or answers is None:
            return
        self.panel.show_place(place, answers, self._pixels, self.model.name_of(place))
        self.panel.field.setText(self._left.pop(self._key(place), ""))
        self._frame()
        self._soon.start()

    def show_soon(self) -> None:
        """Scroll to where the keyboard is, or to the question, once all is laid out."""
        self._soon.start()

    def _show_question(self) -> None:
        """Scroll so that the question is in sight, its beginning in any case."""
        chosen = self.window().focusWidget()
        if isinstance(chosen, QComboBox):
            self._scroll.ensureWidgetVisible(chosen, 0, px(10))
            return
        self.table.rescale()  # its own bar may have come or gone since it shared out its width
        place = self.panel.geometry()
        if place.height() > self._scroll.viewport().height():
            self._scroll.verticalScrollBar().setValue(place.top())
        else:
            self._scroll.ensureVisible(0, place.bottom(), 0, 0)
            self._scroll.ensureVisible(0, place.top(), 0, 0)

    def _frame(self) -> None:
        if self._answers is not None:
            asked = [place.area for place in self._answers.open_places()]
            self.photo.frame(self._at.area if self._at else None, asked)

    def _lay_aside(self) -> None:
        """Keep what is typed for a place and not taken yet."""
        text = self.panel.field.text()
        if self._at is not None and text.strip():
            self._left[self._key(self._at)] = text
        self.panel.field.clear()

    def _key(self, place: Place) -> object:
        sheet = self._answers.page.sheet.id if self._answers else None
        return sheet, self.model.where(place)

    def _on_went(self, way: Way) -> None:
        self.go_on(_STEPS.get(way, 0))

    def go_on(self, step: int) -> None:
        """Go to what is asked next, or before; past the last one on this page tell so."""
        if self._answers is None or not step:
            return
        places = list(self.model.places())
        here = next((n for n, one in enumerate(places) if one is self._at), -1)
        ahead = places[here + 1 :] if step > 0 else places[: max(here, 0)][::-1]
        found = next((one for one in ahead if self._answers.is_open(one)), None)
        if found is not None:
            self.go_to(found)
        else:
            self.page_done.emit(step)

    def _on_photo_pressed(self, at: QPoint) -> None:
        """Stand on the place that was pressed in the photo."""
        for place in self.model.places():
            left, top, width, height = place.area
            if QRect(QPoint(left, top), QSize(width, height)).contains(at):
                self.go_to(place)
                self.table.setFocus()
                return

    # ------------------------------------------------------------------ answering

    def _on_typed(self, sign: str) -> None:
        """Let what is typed stand in the field: Enter takes it, and no key alone answers."""
        if self._at is not None and self._may_answer(self._at):
            self.panel.hide_problem()
            self._open(f"{self.panel.field.text()}{sign}")

    def _on_edit_wanted(self) -> None:
        if self._at is not None and self._answers is not None and self._may_answer(self._at):
            self._open(self._typing.text_of(self._answers.will_write(self._at)))

    def _open(self, text: str) -> None:
        self.panel.field.setText(text)
        self.panel.field.setFocus()
        self.panel.field.end(False)

    def _on_field_done(self) -> None:
        asked = self._is_asked
        if self._take_text():
            self.table.setFocus()
            self._leave(asked=asked)

    def _on_given_up(self) -> None:
        self.panel.field.clear()
        self.panel.hide_problem()
        self.table.setFocus()

    def _take_text(self) -> bool:
        text = self.panel.field.text()
        if not text.strip() or self._at is None:
            return True
        try:
            answer = self._typing.read(self._at, text)
        except UnreadableCellError as unreadable:
            self._refuse(self._typing.why_not(self._at, unreadable.fault))
            return False
        self.panel.field.clear()
        self._answer(answer)
        return True

    def _on_cleared(self) -> None:
        self._on_chosen(BLANK)

    def _on_chosen(self, answer: CellInput) -> None:
        if self._at is not None and self._may_answer(self._at):
            self.panel.field.clear()
            self.table.setFocus()
            asked = self._is_asked
            self._answer(answer)
            self._leave(asked=asked)

    @property
    def _is_asked(self) -> bool:
        place, answers = self._at, self._answers
        return place is not None and answers is not None and answers.is_open(place)

    def _leave(self, *, asked: bool) -> None:
        """Go on to what is asked next; where nothing was asked, to the next box."""
        if asked:
            self.go_on(1)
            return
        places = list(self.model.places())
        here = next((n for n, one in enumerate(places) if one is self._at), len(places))
        if here + 1 < len(places):
            self.go_to(places[here + 1])

    def _answer(self, answer: CellInput) -> None:
        place, answers = self._at, self._answers
        if place is None or answers is None:
            return
        answers.answer(place, answer)
        self.model.changed()
        self.panel.show_place(place, answers, self._pixels, self.model.name_of(place))
        self._frame()
        announce(self.table, f"{self.model.where(place)}: {self.model.told(place)}")
        self.answered.emit()

    def _on_taken_back(self) -> None:
        """Ask once more what was answered last on this page."""
        place = self._answers.take_back() if self._answers is not None else None
        if place is not None:
            self.model.changed()
            self.go_to(place)
            self._on_moved()
            self.answered.emit()

    def _may_answer(self, place: Place) -> bool:
        if is_late(place):
            self._refuse(said.asked(self._wording, place, is_open=True))
            return False
        return True

    def _refuse(self, why: str) -> None:
        self.panel.show_problem(why)
        self._soon.start()
        announce(self.table, why)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        beside = self.width() >= px(_BESIDE_FROM)
        if beside is not self._is_beside:
            self._is_beside = beside
            if beside:
                self._row.insertWidget(0, self.photo, _PHOTO)
            else:
                self._scroll.add(self.photo)
            self.photo.be_whole(whole=not beside)
        self._soon.start()
        room = max(px(_LEAST_TABLE), int(self.height() * _TABLE))
        self.table.set_room(room, firm=True)
