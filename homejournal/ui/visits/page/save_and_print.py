"""What leaves the window: a file, paper, or text for a message."""

from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from homejournal.domain.visit_page.choices import page_file_name
from homejournal.domain.visit_page.page import VisitPage
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.file_dialogs import documents, where_to_save
from homejournal.ui.kit.paper.printer import PRINT_DPI, printer_for, put_on_paper, which_printer
from homejournal.ui.kit.paper.visit_page_printer import pictures, saved_html, saved_pdf

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from homejournal.ui.base.background.worker import Task


class FileKind(Enum):
    """The kinds of file a page can become, by the name of their menu line."""

    PDF = "pdf"
    LOCKED = "locked"
    HTML = "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page and the file it shall become; the password is held no longer than until then."""

    page: VisitPage
    kind: FileKind = FileKind.PDF
    password: str = ""


class PageOutput(QObject):
    """Each of its ways ends with `done`, or with `failed` and nothing lost."""

    done = Signal(object, str, object)
    """The page, what was done in words, and which characters were replaced."""
    saved = Signal(object, object)
    """Where a file was saved, and its kind; it comes before `done`."""
    failed = Signal(object)
    refused = Signal()
    """The printer did not take the page."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        # What the open dialog is about; what is under way carries its own page along.
        self._page: VisitPage | None = None
        self._wanted: Wanted | None = None
        self._folder = documents()
        self._printer: QPrinter | None = None

    def save(self, wanted: Wanted, child: str, above: QWidget | None = None) -> None:
        """Ask where to save the page, above a dialog that asked for it, and save it there."""
        text = self._desk.wording.text
        self._wanted = wanted
        html = wanted.kind is FileKind.HTML
        title = text("Save as a web page") if html else text("Save as PDF")
        kind = text("Web page (*.html)") if html else text("PDF (*.pdf)")
        name = f"{self._name(wanted.page, child)}.{'html' if html else 'pdf'}"
        dialog = where_to_save(above or self._parent, title, [kind], name, self._folder)
        dialog.fileSelected.connect(self._on_path)
        dialog.rejected.connect(self._forget)
        dialog.open()

    def save_at(self, wanted: Wanted, path: Path) -> None:
        """Save the page at a path."""
        self._folder = path.parent
        self._desk.worker.start(partial(_save, wanted, path), self._on_saved, self._on_failed)

    def print(self, page: VisitPage, child: str) -> None:
        """Ask for a printer, and print the page."""
        self._page = page
        self._printer = printer_for(page.paper, self._name(page, child))
        dialog = which_printer(self._printer, self._parent, self._desk.wording.text("Print"))
        dialog.accepted.connect(self._on_print)
        QDialog.open(dialog)

    def copy(self, page: VisitPage) -> None:
        """Put the page on the clipboard as plain text."""
        from homejournal.reports.visit_page.plain_text import visit_page_text

        QGuiApplication.clipboard().setText(visit_page_text(page))
        self.done.emit(page, self._desk.wording.text("Copied as text"), ())

    def _name(self, page: VisitPage, child: str) -> str:
        words = self._desk.wording.text("Visit page")
        return page_file_name(words, child, page.visit_on or page.printed)

    def _forget(self) -> None:
        self._wanted = None

    def _on_path(self, chosen: str) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and chosen:
            self.save_at(wanted, Path(chosen))

    def _on_saved(self, told: tuple[Wanted, Path, tuple[str, ...]]) -> None:
        wanted, path, replaced = told
        words = self._desk.wording.text("Saved as {file}", file=self._desk.wording.own(path.name))
        self.saved.emit(path, wanted.kind)
        self.done.emit(wanted.page, words, replaced)

    def _on_failed(self, failure: Exception) -> None:
        self.failed.emit(failure)

    def _on_print(self) -> None:
        printer, self._printer = self._printer, None
        if self._page is not None and printer is not None:
            work = partial(_draw, self._page, printer)
            self._desk.worker.start(work, self._on_sheets, self._on_failed)

    def _on_sheets(self, drawn: "tuple[VisitPage, QPrinter, tuple[bytes, ...]]") -> None:
        page, printer, sheets = drawn
        if put_on_paper(printer, sheets):
            self.done.emit(page, self._desk.wording.text("Sent to the printer"), ())
        else:
            self.refused.emit()


def _save(wanted: Wanted, path: Path, _task: "Task") -> tuple[Wanted, Path, tuple[str, ...]]:
    if wanted.kind is FileKind.HTML:
        saved_html(wanted.page, path)
        return wanted, path, ()
    return wanted, path, saved_pdf(wanted.page, path, wanted.password)


def _draw(
    page: VisitPage, printer: "QPrinter", task: "Task"
) -> "tuple[VisitPage, QPrinter, tuple[bytes, ...]]":
    """Draw the sheets; the printer is only carried along for whom they are meant."""
    return page, printer, pictures(page, float(PRINT_DPI), task)
