"""The journal as a book: which days, what of them, and where to save it."""

from datetime import date
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import InvalidValueError
from homejournal.domain.names import name_outside
from homejournal.domain.papers.book import BookAsked, BookRead, book_of
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.sentences.values import Replaced
from homejournal.domain.visit_page.choices import page_file_name
from homejournal.exchange.files.read_and_save import safe_save
from homejournal.services.papers.printed_sheets import BookReading
from homejournal.texts.day_page import capitalized
from homejournal.texts.error_texts import explain, explain_value
from homejournal.texts.sentences import say
from homejournal.texts.wording import languages
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.files import where_to_save
from homejournal.ui.base.language import own_name
from homejournal.ui.base.worker import WHOLE, SingleTask
from homejournal.ui.kit.paper_output import printer
from homejournal.ui.kit.paper_preview import paper_choice
from homejournal.ui.theme import px
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.fields.choices import SingleChoice, TickRow
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.drop_down import DropDown
from homejournal.ui.widgets.fields.form import Form, clear_problem, show_problem
from homejournal.ui.widgets.layout.dialog import BaseDialog, fill_dialog, fit, foot_row
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn

if TYPE_CHECKING:
    from homejournal.reports.typesetting import PagePdf
    from homejournal.ui.base.worker import Task, Worker


_DRAWN = 90
"""Which part of the way is done once all is drawn; putting the pages together takes the rest."""


class BookMaking(SingleTask[BookReading]):
    """One book at a time; it ends with `done`, `failed`, or silently once it is stopped."""

    done = Signal(str, object)
    """The name of the file, and which characters were replaced."""
    READING = 30

    def __init__(self, worker: "Worker", parent: QObject | None = None) -> None:
        super().__init__(worker, parent)
        self._path = Path()

    def start(self, reading: BookReading, path: Path) -> None:
        """Make the book that is read and save it as PDF; no file is written once it is stopped."""
        self._path = path
        self._begin(reading)

    @override
    def _on_read(self, reading: BookReading) -> None:
        work = partial(_make, reading.read, self._path)
        self._task = self._worker.start(work, self._on_made, self._on_failed)
        self._task.progressed.connect(self._on_drawn)

    def _on_drawn(self, done: int, of: int) -> None:
        if self.busy:
            part = done * (_DRAWN - self.READING) // max(1, of - 1)
            self.progressed.emit(self.READING + part)

    def _on_made(self, made: "PagePdf | None") -> None:
        self._task = None
        if made is not None:
            self.progressed.emit(WHOLE)
            self.done.emit(self._path.name, made.replaced)


def _make(read: BookRead, path: Path, task: "Task") -> "PagePdf | None":
    """Make and save the book; None, and no file, where it was stopped meanwhile."""
    made = printer().pdf_or_stop(book_of(read), task.tell)
    if made is None or task.cancelled:
        return None
    safe_save(path, made.pdf)
    return made


class _Which(Enum):
    ALL = "all"
    YEAR = "year"
    OTHER = "other"


class BookDialog(BaseDialog):
    """Private notes are left out until they are asked for; a long book can be stopped."""

    def __init__(self, desk: Desk, child: UUID, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(text("The journal as a book"), parent)
        self.desk, self.wording, self._child = desk, desk.wording, child
        self._whole = desk.journal.sheets.book_days(child, desk.today())
        self._asked: BookAsked | None = None
        self.form = Form()
        self._add_days()
        self._add_choices()
        self.making = BookMaking(desk.worker, self)
        self.making.progressed.connect(self._on_progressed)
        self.making.done.connect(self._on_done)
        self.making.failed.connect(self._on_failed)
        self._lay_out()
        self._show_rows()

    def _add_days(self) -> None:
        text, whole = self.wording.text, self._whole
        lead = text("Notes, visits, celebrations and firsts, month by month, as a PDF to keep.")
        self.form.add_words(lead, "muted")
        which = [
            (_Which.ALL, text("Everything")),
            (_Which.YEAR, text("One year")),
            (_Which.OTHER, text("Other dates")),
        ]
        self.which = self.form.add_row(text("Which days"), SingleChoice(which))
        self.which.set_choice(_Which.ALL)
        self.which.chosen.connect(self._on_days)
        self.year = self.form.add_row(text("Year"), DropDown[int]())
        years = range(whole.end.year, whole.start.year - 1, -1)
        self.year.set_choices([(year, str(year)) for year in years])
        self.year.picked.connect(self._on_days)
        self.first = self.form.add_row(text("First day"), DayEdit(whole.start))
        self.last = self.form.add_row(text("Last day"), DayEdit(whole.end))
        for field in (self.first, self.last):
            field.changed.connect(self._on_days)
        self.dates = self.form.add_words("", "small")

    def _add_choices(self) -> None:
        text = self.wording.text
        self.language = self.form.add_row(text("Language of the book"), DropDown[str]())
        known = [(code, own_name(code)) for code in languages()]
        self.language.set_choices(known, self.wording.language)
        self.paper = self.form.add_row(text("Paper"), paper_choice(self.wording))
        charts = TickRow("charts", text("Small charts, every three months"), "")
        private = TickRow("private", text("Our private notes, too"), "")
        self.charts, self.private = charts.box, private.box
        self.charts.setChecked(True)
        self.careful = Notice(
            text(
                "This book will hold what you wrote as private. It is for your family alone."
                " Do not hand it over."
            ),
            NoticeKind.CAREFUL,
        )
        self.private.toggled.connect(self._show_rows)
        for part in (charts, private, self.careful):
            self.form.addRow(part)

    def _lay_out(self) -> None:
        scroll = ScrollColumn(edge=20)
        scroll.column.setContentsMargins(px(20), px(12), px(20), px(12))
        scroll.column.insertLayout(0, self.form)
        self._form_column = scroll.column
        self.notice = Notice("", NoticeKind.INFO)
        self.notice.hide()
        self.bar = QProgressBar()
        self.bar.setRange(0, WHOLE)
        self.bar.setAccessibleName(self.wording.text("How far the book is"))
        self.bar.hide()
        fill_dialog(self, scroll, self.notice, self.bar, self._buttons())

    def _buttons(self) -> FlowRow:
        text = self.wording.text
        self.save = make_button(text("Save as PDF…"), "download", self.save_pdf, look="primary")
        self.stop = make_button(text("Stop"), on=self._on_stop)
        self.stop.hide()
        self.close_button = make_button(text("Close"), on=self.reject)
        return foot_row(self.close_button, self.stop, self.save)

    def ask(self) -> None:
        """Open the dialog, as large as its form wants and its window allows."""
        width = px(560)
        height = self._form_column.totalHeightForWidth(width) + px(240)
        fit(self, width, height)
        self.save.setDefault(True)
        self.open()

    def asked(self) -> BookAsked | None:
        """Return what the form asks for, or None after showing what is wrong."""
        clear_problem(self.last)
        try:
            return BookAsked(
                child=self._child,
                period=self._period(),
                private=self.private.isChecked(),
                charts=self.charts.isChecked(),
                paper=self.paper.choice() or Paper.LETTER,
                language=self.language.value() or self.wording.language,
            )
        except InvalidValueError as error:
            show_problem(self.last, explain_value(self.wording, error))
            return None

    def save_pdf(self) -> None:
        """Ask where to save the book, and make it."""
        self._asked = self.asked()
        if self._asked is None:
            return
        text, asked = self.wording.text, self._asked
        words = text("Journal with private notes") if asked.private else text("Journal")
        name = name_outside(self.desk.journal.family().children, self._child)
        file = f"{page_file_name(words, name, asked.period.end)}.pdf"
        dialog = where_to_save(self, text("Save as PDF"), [text("PDF (*.pdf)")], file)
        dialog.fileSelected.connect(self._on_path)
        dialog.open()

    @override
    def reject(self) -> None:
        """Close; a book that is being made is stopped."""
        self.making.stop()
        super().reject()

    def _period(self) -> Period:
        whole = self._whole
        match self.which.choice():
            case _Which.YEAR:
                year = self.year.value() or whole.end.year
                first, last = date(year, 1, 1), date(year, 12, 31)
                return Period(max(first, whole.start), min(last, whole.end))
            case _Which.OTHER:
                return Period(self.first.day() or whole.start, self.last.day() or whole.end)
            case _:
                return whole

    def _show_rows(self) -> None:
        which = self.which.choice()
        self.form.show_row(self.year, shown=which is _Which.YEAR)
        for field in (self.first, self.last):
            self.form.show_row(field, shown=which is _Which.OTHER)
        self.careful.setVisible(self.private.isChecked())
        start, end = self._period()
        self.dates.setText(self.wording.between(start, end) if start <= end else "")

    def _on_days(self, _value: object = None) -> None:
        clear_problem(self.last)
        self._show_rows()

    def _on_path(self, chosen: str) -> None:
        if self._asked is None or not chosen:
            return
        reading = self.desk.journal.sheets.book(self._asked, self.desk.today())
        self._show_busy(busy=True)
        self._say(self.wording.text("The book is being made. You can stop it at any time."))
        self.making.start(reading, Path(chosen))

    def _on_stop(self) -> None:
        self.making.stop()
        self._show_busy(busy=False)
        self._say(self.wording.text("Stopped. Nothing was saved."))

    def _on_progressed(self, how_far: int) -> None:
        self.bar.setValue(how_far)

    def _on_done(self, name: str, replaced: tuple[str, ...]) -> None:
        self._show_busy(busy=False)
        saved = self.wording.text("Saved as {file}", file=self.wording.own(name))
        more = capitalized(say(self.wording, Replaced(replaced))) if replaced else ""
        self._say("\n".join(part for part in (saved, more) if part))

    def _on_failed(self, failure: Exception) -> None:
        self._show_busy(busy=False)
        self._say(explain(self.wording, failure))

    def _show_busy(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.save.setEnabled(not busy)
        if busy:
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str) -> None:
        self.notice.set_text(words)
        self.notice.show()
