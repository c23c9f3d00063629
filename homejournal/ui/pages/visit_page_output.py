"""What leaves the window: a PDF, paper, or text for a message."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from homejournal.domain.page_wishes import page_file_name
from homejournal.domain.visit_page import Paper, VisitPage
from homejournal.ui.desk import Desk
from homejournal.ui.page_printing import pictures, put_on_paper, saved_pdf

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from homejournal.reports.visit_page_typst import PagePdf
    from homejournal.ui.worker import Task

PRINT_DPI = 300
_PAPERS = {Paper.LETTER: QPageSize.PageSizeId.Letter, Paper.A4: QPageSize.PageSizeId.A4}


class PageOutput(QObject):
    """Each of its three ways ends with `done`, or with `failed` and nothing lost."""

    done = Signal(object, str, object)
    """The page, what was done in words, and which characters were replaced."""
    failed = Signal(object)
    refused = Signal()
    """The printer did not take the page."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        # What the open dialog is about; what is under way carries its own page along.
        self._page: VisitPage | None = None
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self._printer: QPrinter | None = None

    def save(self, page: VisitPage, child: str) -> None:
        """Ask where to save the page as PDF, and save it there."""
        text = self._desk.wording.text
        self._page = page
        name = page_file_name(text("Visit page"), child, page.visit_on or page.printed)
        dialog = QFileDialog(self._parent, text("Save as PDF"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(text("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(str(self._folder))
        dialog.selectFile(f"{name}.pdf")
        dialog.fileSelected.connect(self._on_path)
        dialog.open()

    def save_at(self, page: VisitPage, path: Path) -> None:
        """Save the page as PDF at a path."""
        self._folder = path.parent
        self._desk.worker.start(partial(_save, page, path), self._on_saved, self._on_failed)

    def print(self, page: VisitPage, child: str) -> None:
        """Ask for a printer, and print the page."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        text = self._desk.wording.text
        self._page = page
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(PRINT_DPI)
        printer.setPageSize(QPageSize(_PAPERS[page.paper]))
        printer.setFullPage(True)
        day = page.visit_on or page.printed
        printer.setDocName(page_file_name(text("Visit page"), child, day))
        self._printer = printer
        dialog = QPrintDialog(printer, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(text("Print"))
        dialog.accepted.connect(self._on_print)
        QDialog.open(dialog)  # its own `open` wants a slot by name

    def copy(self, page: VisitPage) -> None:
        """Put the page on the clipboard as plain text."""
        from homejournal.reports.visit_page_text import visit_page_text

        QGuiApplication.clipboard().setText(visit_page_text(page))

    def _on_path(self, chosen: str) -> None:
        if self._page is not None and chosen:
            self.save_at(self._page, Path(chosen))

    def _on_saved(self, saved: "tuple[VisitPage, Path, PagePdf]") -> None:
        page, path, made = saved
        words = self._desk.wording.text("Saved as {file}", file=self._desk.wording.own(path.name))
        self.done.emit(page, words, made.replaced)

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


def _save(page: VisitPage, path: Path, task: "Task") -> "tuple[VisitPage, Path, PagePdf]":
    return page, path, saved_pdf(page, path, task)


def _draw(
    page: VisitPage, printer: "QPrinter", task: "Task"
) -> "tuple[VisitPage, QPrinter, tuple[bytes, ...]]":
    """Draw the sheets; the printer is only carried along for whom they are meant."""
    return page, printer, pictures(page, float(PRINT_DPI), task)
