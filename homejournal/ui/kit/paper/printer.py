"""Asking for a printer, and putting the pictures of sheets on its paper."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from homejournal.domain.visit_page.page import Paper

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

PRINT_DPI = 300
_SIZES = {Paper.LETTER: QPageSize.PageSizeId.Letter, Paper.A4: QPageSize.PageSizeId.A4}
_LYING = QPageLayout.Orientation.Landscape


def printer_for(paper: Paper, name: str, *, landscape: bool = False) -> "QPrinter":
    """Return a printer of whole sheets of a paper; `name` is what it calls its work."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(PRINT_DPI)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setPageOrientation(_LYING if landscape else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setDocName(name)
    return printer


def which_printer(printer: "QPrinter", parent: QWidget, title: str) -> "QPrintDialog":
    """Return a dialog that asks for the printer; `QDialog.open` opens it: its own wants a slot."""
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    return dialog


def put_on_paper(printer: "QPrinter", sheets: Sequence[bytes]) -> bool:
    """Paint the pictures, one a sheet; return whether the printer took them."""
    from PySide6.QtPrintSupport import QPrinter

    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        sheets = sheets[printer.fromPage() - 1 : printer.toPage()]
    if not printer.supportsMultipleCopies():
        sheets = [sheet for _ in range(max(1, printer.copyCount())) for sheet in sheets]
    painter = QPainter()
    if not painter.begin(printer):
        return False
    whole = printer.pageLayout().fullRectPixels(printer.resolution())
    for place, sheet in enumerate(sheets):
        if place and not printer.newPage():
            painter.end()
            return False
        painter.drawImage(whole.translated(-whole.topLeft()), QImage.fromData(sheet))
    return painter.end()
