"""The window for photos of filled-in sheets: reads them, lets a person look, and saves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QComboBox, QFileDialog, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.domain.papers.sheet_marks import PhotoFault
from homejournal.domain.today.week_cells import ASKED_TWICE, CellRefusedError, SheetAuthors
from homejournal.texts.display_names import names_said, people_to_choose
from homejournal.texts.sheet_photos import page_title
from homejournal.texts.window import sheet_photos as said
from homejournal.ui.base.clipboard import brings_files, brings_more_than_words
from homejournal.ui.base.files import pictures, which_file
from homejournal.ui.base.worker import telling
from homejournal.ui.help import HelpKey
from homejournal.ui.kit.steps import Steps
from homejournal.ui.sheet_photo.answers import AnswersOfPage
from homejournal.ui.sheet_photo.checking import CheckingView
from homejournal.ui.sheet_photo.given_photos import (
    GivenPhoto,
    ReadPhoto,
    photos_given,
    photos_of_files,
    read_all,
)
from homejournal.ui.theme import px
from homejournal.ui.week_grid.table import WeekTable
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.notice import EmptyState, Notice, NoticeKind
from homejournal.ui.widgets.fields.choices import DropDown, PersonDropDown
from homejournal.ui.widgets.fields.form import labelled
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.dialog import fit, foot_row
from homejournal.ui.widgets.layout.focus import tab_as_read
from homejournal.ui.widgets.wrapping_labels import announce

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from homejournal.domain.today.sheet_photo import PhotoPage
    from homejournal.ui.base.desk import Desk


_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def choose_photos(desk: Desk, parent: QWidget) -> QFileDialog:
    """Return a dialog that asks for photos, one or several; it is still to be opened."""
    text = desk.wording.text
    endings = "*.jpg *.jpeg *.heic *.heif *.png *.webp *.gif *.bmp *.tif *.tiff"
    kinds = [text("Photos ({endings})", endings=endings), text("All files (*)")]
    dialog = which_file(parent, text("Add a photo of a sheet"), kinds, pictures())
    dialog.setFileMode(dialog.FileMode.ExistingFiles)
    return dialog


class SheetPhotoDialog(Steps):
    """Nothing is written before Save, and then all of it in one step."""

    try_wanted = Signal()
    """The photo of the example family is to be shown instead."""
    saved = Signal(object, object)
    """The child and the first day of the week that was written, of several the first."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        title = desk.wording.text("A photo of a sheet")
        super().__init__(desk.wording, desk.worker, title, parent)
        self.desk = desk
        text = desk.wording.text
        self._read: Sequence[ReadPhoto] = ()
        self._newest: Sequence[ReadPhoto] = ()
        """Those that were given last."""
        self._pages: list[AnswersOfPage] = []
        self._shown = 0
        self._confirmed: Callable[[], None] = self.save
        """What the button of the notice does; Save and Cancel themselves never go on."""
        self.sheets = DropDown[int]()
        self.who = PersonDropDown["UUID"](desk.wording, text("Who did it"))
        self._which = labelled(text("&Sheet"), self.sheets)
        self.refused = Notice("", NoticeKind.CAREFUL)
        self.nothing = EmptyState("photo-of-sheet", "", "", text("Choose photos…"))
        self.nothing.pressed.connect(self.choose)
        self.try_ours = make_button(text("Try an example sheet…"), look="link")
        self.try_ours.clicked.connect(self._on_try)
        who = labelled(text("&Who did it"), self.who)
        self.view = CheckingView(
            desk, (self.work, self.refused, self.nothing, self.try_ours), (self._which, who)
        )
        self.again = make_button(text("Add more photos…"), on=self.choose)
        self.save_button = make_button(text("Save"), on=self.save, look="primary")
        self.close_button = make_button(text("Cancel"), on=self.reject)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._show_state()

    def _lay_out(self) -> None:
        foot = foot_row(self.close_button, self.again, self.save_button)
        in_column(
            self.view,
            self.notice,
            foot,
            grow=self.view,
            gap=10,
            edges=(px(20), px(16), px(20), px(16)),
            inside=self,
        )
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _connect(self) -> None:
        self.work.stopped.connect(self._on_stopped)
        self.sheets.picked.connect(self._on_sheet)
        self.view.answered.connect(self._on_answered)
        self.view.page_done.connect(self._on_page_done)
        self.view.save_wanted.connect(self.save)
        self.notice.pressed.connect(self._on_confirmed)
        self.desk.editing.failed.connect(self._on_failed)
        HelpKey(self.wording, "sheet-photo", self)
        keys = QShortcut(self)
        keys.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        keys.activated.connect(self.save)

    def ask(self, photos: Sequence[GivenPhoto]) -> None:
        """Open the dialog, nearly as large as its window, and read the photos."""
        fit(self, px(1180), px(860))
        self.open()
        self.read(photos)

    def choose(self) -> None:
        """Ask for other photos, or for more of them."""
        dialog = choose_photos(self.desk, self)
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if brings_files(event.mimeData()) and not self.work.is_busy:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent, /) -> None:
        event.acceptProposedAction()
        self._take(event.mimeData())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        data = QGuiApplication.clipboard().mimeData()
        pasted = event.matches(QKeySequence.StandardKey.Paste) and not self.work.is_busy
        if pasted and brings_files(data) and brings_more_than_words(data):
            self._take(data)
        elif event.key() in _ENTER and isinstance(self.focusWidget(), QComboBox):
            self.view.table.setFocus(Qt.FocusReason.OtherFocusReason)  # it only takes the choice
        else:
            super().keyPressEvent(event)

    def _take(self, data: QMimeData) -> None:
        """Read what was dropped or pasted here, too."""
        self.read(photos_given(data, self.wording.text("Picture")))

    def _on_files(self, names: Sequence[str]) -> None:
        from pathlib import Path

        self.read(photos_of_files(map(Path, names)))

    # ------------------------------------------------------------------ reading

    def read(self, photos: Sequence[GivenPhoto]) -> None:
        """Read photos away from the window, beside those that were read before."""
        if not photos:
            return
        kept = self.desk.journal.sheet_photos.kept()
        words = self.wording.count("Reading {n} photo…", "Reading {n} photos…", len(photos))
        work = telling(partial(read_all, tuple(photos), kept))
        self.notice.hide()
        self.run(work, self._on_read, words, self.again)

    def _on_read(self, read: list[ReadPhoto]) -> None:
        self.again.setEnabled(True)
        self._read, self._newest = (*self._read, *read), read
        self._look()
        self._show_state()
        if self._pages:
            first = next((n for n, one in enumerate(self._pages) if one.open_places()), 0)
            self._show_page(first)
            self.view.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tell_refused()
        else:
            self.nothing.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_refused(self) -> None:
        """Say above the buttons that some were not read: why stands over the page."""
        number = len(self._refused())
        if number:
            words = self.wording.count(
                "{n} photo could not be read. The reason is at the top.",
                "{n} photos could not be read. The reason is at the top.",
                number,
            )
            self.warn(words)

    def _on_try(self) -> None:
        self.reject()
        self.try_wanted.emit()

    def _on_stopped(self) -> None:
        self.again.setEnabled(True)
        if not self._pages:
            self.reject()

    def _look(self) -> None:
        """Put the pages beside what is written by now; what was answered stays."""
        shown = self.desk.journal.sheet_photos.shown([one.read for one in self._read]).pages
        before = {one.page.sheet.id: one for one in self._pages}
        two_homes = bool(self.desk.journal.safe.homes.others())
        self._pages = [self._answers(page, before, two_homes=two_homes) for page in shown]

    def _answers(
        self, page: PhotoPage, before: dict[UUID, AnswersOfPage], *, two_homes: bool
    ) -> AnswersOfPage:
        known = before.get(page.sheet.id)
        if known is None:
            return AnswersOfPage(page, two_homes=two_homes)
        known.look_again(page)
        return known

    # ------------------------------------------------------------------ what is shown

    def _show_state(self) -> None:
        """Show what was read, and why some was not."""
        pages, text = bool(self._pages), self.wording.text
        self.view.show_parts(shown=pages)
        self.save_button.setVisible(pages)
        self.again.setVisible(pages)
        refused = self._refused()
        self.refused.setVisible(bool(refused))
        if refused:
            self.refused.set_text("\n".join(refused))
        nothing = bool(self._read) and not pages
        self.nothing.setVisible(nothing)
        if nothing:
            self._say_what_helps()
        self.try_ours.setVisible(nothing)
        self.close_button.setText(text("Close") if nothing else text("Cancel"))
        self._show_sheets()
        self._show_people()
        self._on_answered()

    def _say_what_helps(self) -> None:
        text = self.wording.text
        helps = text(
            "Lay the sheet flat, in good light. Hold the phone right above it, so that the page"
            " fills the picture and both small codes are in it."
        )
        if all(one.read.faults == (PhotoFault.UNKNOWN,) for one in self._newest):
            helps = text("Open the journal that the sheet was printed from, and add it there.")
        self.nothing.set_texts(text("No sheet could be read"), helps, text("Choose photos…"))

    def _refused(self) -> list[str]:
        children = self.desk.journal.family().children
        lines = []
        for one in self._newest:
            if one.read.faults:
                lines.append(said.refused(self.wording, one.name, one.read.faults))
            if any(page.sheet.child not in children for page in one.read.pages):
                lines.append(said.child_gone(self.wording, one.name))
        return lines

    def _show_sheets(self) -> None:
        names = names_said(self.wording, self.desk.journal.family().children.values())
        titles = [
            self.wording.line_of(
                (
                    page_title(self.wording, one.page, names),
                    self.wording.text("page {n}", n=self.wording.number(one.page.sheet.page)),
                )
            )
            for one in self._pages
        ]
        self.sheets.set_choices(list(enumerate(titles)), self._shown)
        self._which.setVisible(len(titles) > 1)

    def _show_people(self) -> None:
        people = people_to_choose(self.wording, self.desk.journal.family())
        not_said = (None, self.wording.text("Not chosen"))
        self.who.set_choices([not_said, *people], self.who.value())

    def _show_page(self, number: int) -> None:
        self._shown = number
        self.sheets.set_value(number)
        self.view.show_page(self._pages[number])
        self.view.show_left(self._left_said())

    def _left_said(self) -> str:
        asked = sum(one.asked_in_all for one in self._pages)
        to_write = sum(one.to_write for one in self._pages)
        return said.left_to_answer(self.wording, self._open, asked, to_write)

    @property
    def _open(self) -> int:
        return sum(len(one.open_places()) for one in self._pages)

    def _on_sheet(self, _value: object = None) -> None:
        number = self.sheets.value()
        if number is not None and number != self._shown:
            self._show_page(number)

    def _on_answered(self) -> None:
        self.notice.hide()
        number = sum(one.to_write for one in self._pages)
        self.save_button.setEnabled(bool(number))
        words = self.wording.count("Save {n} box", "Save {n} boxes", number)
        self.save_button.setText(words if number else self.wording.text("Save"))
        self.view.show_left(self._left_said())

    def _on_page_done(self, step: int) -> None:
        """Go to what is asked next, here or on another page, or to who did it; never to Save."""
        pages = range(self._shown + 1, len(self._pages))
        ahead = pages if step > 0 else range(self._shown - 1, -1, -1)
        found = next((n for n in ahead if self._pages[n].open_places()), None)
        if found is not None:
            self._show_page(found)
        elif step > 0:
            if self._open:  # one that was passed by comes again
                self._show_page(self._first_open())
            elif self.who.value() is None:
                self.who.setFocus(Qt.FocusReason.OtherFocusReason)
                self.view.show_soon()
            announce(self, self._left_said())

    # ------------------------------------------------------------------ saving

    def save(self) -> None:
        """Save what will be written; what is still asked is told first."""
        if not self._pages or self.work.is_busy or not self.view.keep_typing():
            return
        asked = self._open
        self._look()
        if self._open > asked:
            self._show_page(self._first_open())
            self.warn(self.wording.text("Something was written meanwhile. Please look at it."))
            return
        if asked:
            self._show_page(self._first_open())
            self.view.table.setFocus(Qt.FocusReason.OtherFocusReason)
            words = self.wording.count(
                "{n} question has no answer yet. Nothing is written for it.",
                "{n} questions have no answer yet. Nothing is written for them.",
                asked,
            )
            self._ask(words, self.wording.text("Save without them"), self._save)
            return
        self._save()

    def _ask(self, words: str, goes_on: str, then: Callable[[], None]) -> None:
        """Ask above the buttons, with a button of its own that goes on."""
        self.notice.set_text(words, goes_on)
        self._confirmed = then

    def _on_confirmed(self) -> None:
        self.notice.hide()
        self._confirmed()

    def _first_open(self) -> int:
        return next((n for n, one in enumerate(self._pages) if one.open_places()), 0)

    def _save(self, *, sure: bool = False) -> None:
        answers = [one.result() for one in self._pages if one.to_write]
        if not answers:
            return
        told = SheetAuthors(helper=self.who.value(), typed_by=self.desk.helper)
        write = partial(self.desk.journal.sheet_photos.save, answers, told, sure=sure)
        try:
            done = self.desk.editing.do(self._step_said(), write)
        except CellRefusedError as refused:
            self._refuse(refused)
            return
        if done is not None:
            first = next(one.page.sheet for one in self._pages if one.to_write)
            self.saved.emit(first.child, first.week)
            self.accept()

    def _step_said(self) -> str:
        written = [one for one in self._pages if one.to_write]
        number = sum(one.to_write for one in written)
        weeks = dict.fromkeys(one.page.grid.period for one in written)
        return said.step_said(self.wording, number, list(weeks), self._open)

    def _refuse(self, refused: CellRefusedError) -> None:
        """Go to the box that stays as it is, and say why."""
        for number, answers in enumerate(self._pages):
            found = answers.place_of(refused.cell.place)
            if found is not None:
                self._show_page(number)
                self.view.go_to(found)
                break
        words = said.stays(self.wording, refused.refusal, refused.cell)
        if refused.refusal in ASKED_TWICE:
            self._ask(words, self.wording.text("Save all the same"), partial(self._save, sure=True))
        else:
            self.warn(words)

    @override
    def reject(self) -> None:
        """Close without saving; where something was answered, only if that is said once more."""
        if any(one.is_answered for one in self._pages):
            text = self.wording.text
            words = text("What you answered is not saved yet.")
            self._ask(words, text("Close without saving"), super().reject)
            self.notice.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().reject()

    @override
    def done(self, result: int, /) -> None:
        self.stop_work()
        super().done(result)
        self._leave_week_alone()

    def _leave_week_alone(self) -> None:
        """Go to a button beside the week: keys that were meant for here would be written there."""
        window = self.parentWidget()
        table = window.focusWidget() if window else None
        if isinstance(table, WeekTable):
            table.focusNextPrevChild(False)

    def _on_failed(self, failure: Exception) -> None:
        if self.isVisible():
            self.show_failure(failure)

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        tab_as_read(self)
        return super().focusNextPrevChild(next)
