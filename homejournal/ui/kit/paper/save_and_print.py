"""How a sheet leaves the window: as a PDF, or on paper."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from homejournal.exchange.files.locked_pdf import locked_pdf
from homejournal.exchange.files.safe_save import safe_save
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.file_dialogs import where_to_save
from homejournal.ui.kit.paper.printer import PRINT_DPI, printer_for, put_on_paper, which_printer
from homejournal.ui.kit.paper.sheet_printers import Sheet, drawn, made_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from homejournal.reports.typst.printing import PagePdf
    from homejournal.ui.base.background.worker import Task


class SheetOutput(QObject):
    """Each way ends with `done`, or with `failed` and nothing lost."""

    done = Signal(object, str, object)
    """The sheet, what was done in words, and which characters were replaced."""
    failed = Signal(object)
    refused = Signal()
    """The printer did not take the sheet."""
    misplaced = Signal()
    """A place was chosen where the sheet is not to lie; nothing was saved."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self._text = desk.wording.text
        # What the open dialog is about; what is under way carries its own sheet along.
        self._sheet: Sheet | None = None
        self.is_misplaced: Callable[[Path], bool] = _nowhere
        self._password = ""
        self._printer: QPrinter | None = None

    def save(self, sheet: Sheet, name: str, password: str = "") -> None:
        """Ask where to save the sheet as PDF, and save it there, locked where there is a password.

        The password is held no longer than until then.
        """
        self._sheet, self._password = sheet, password
        dialog = ask_where(self._desk, self._parent, name)
        dialog.fileSelected.connect(self._on_path)
        dialog.rejected.connect(self._forget)
        dialog.open()

    def print(self, sheet: Sheet, name: str, *, landscape: bool) -> None:
        """Ask for a printer, and print the sheet."""
        self._sheet = sheet
        self._printer = printer_for(sheet.paper, name, landscape=landscape)
        dialog = which_printer(self._printer, self._parent, self._text("Print"))
        dialog.accepted.connect(self._on_print)
        QDialog.open(dialog)

    def _on_path(self, chosen: str) -> None:
        password, self._password = self._password, ""
        if chosen and self.is_misplaced(Path(chosen)):
            self.misplaced.emit()
        elif self._sheet is not None and chosen:
            work = partial(_save, self._sheet, Path(chosen), password)
            self._desk.worker.start(work, self._on_saved, self._on_failed)

    def _forget(self) -> None:
        self._password = ""

    def _on_saved(self, saved: "tuple[Sheet, Path, PagePdf]") -> None:
        sheet, path, made = saved
        words = self._text("Saved as {file}", file=self._desk.wording.own(path.name))
        self.done.emit(sheet, words, made.replaced)

    def _on_print(self) -> None:
        printer, self._printer = self._printer, None
        if self._sheet is not None and printer is not None:
            work = partial(_draw, self._sheet, printer)
            self._desk.worker.start(work, self._on_sheets, self._on_failed)

    def _on_sheets(self, made: "tuple[Sheet, QPrinter, tuple[bytes, ...]]") -> None:
        sheet, printer, sheets = made
        if put_on_paper(printer, sheets):
            self.done.emit(sheet, self._text("Sent to the printer"), ())
        else:
            self.refused.emit()

    def _on_failed(self, failure: Exception) -> None:
        self.failed.emit(failure)


def is_landscape(picture: bytes) -> bool:
    """Return whether a page is wider than high."""
    size: QSize = QImage.fromData(picture).size()
    return size.width() > size.height()


def ask_where(desk: Desk, parent: QWidget, name: str) -> QFileDialog:
    """Return a dialog that asks where to save a PDF; it is still to be opened."""
    text = desk.wording.text
    return where_to_save(parent, text("Save as PDF"), [text("PDF (*.pdf)")], f"{name}.pdf")


def _nowhere(_file: Path) -> bool:
    """Most sheets may lie wherever a family wants them."""
    return False


def _save(sheet: Sheet, path: Path, password: str, _task: "Task") -> "tuple[Sheet, Path, PagePdf]":
    made = made_pdf(sheet)
    safe_save(path, locked_pdf(made.pdf, password) if password else made.pdf)
    return sheet, path, made


def _draw(
    sheet: Sheet, printer: "QPrinter", _task: "Task"
) -> "tuple[Sheet, QPrinter, tuple[bytes, ...]]":
    """Draw the pages; the printer is only carried along for whom they are meant."""
    return sheet, printer, drawn((sheet, float(PRINT_DPI)))
