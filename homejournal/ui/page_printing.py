"""The one printer of visit pages in this process, and putting its pictures on paper."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPainter

from homejournal.domain.visit_page import Paper, VisitPage
from homejournal.exchange.safe_save import safe_save

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from homejournal.reports.visit_page_typst import PagePdf, PagePrinter
    from homejournal.ui.worker import Task

PAPER_INCHES = {Paper.LETTER: (8.5, 11.0), Paper.A4: (8.27, 11.69)}


@cache
def page_printer() -> "PagePrinter":
    """Return the printer; it holds the fonts and keeps charts, so there is only one.

    It is used on the worker's thread alone.
    """
    from homejournal.reports.visit_page_typst import PagePrinter

    return PagePrinter()


def pictures(page: VisitPage, ppi: float, _task: "Task") -> tuple[bytes, ...]:
    """Return the page as one picture a sheet."""
    return page_printer().pictures(page, ppi)


def made_pdf(page: VisitPage, _task: "Task") -> "PagePdf":
    """Return the page as PDF."""
    return page_printer().pdf(page)


def saved_pdf(page: VisitPage, path: Path, _task: "Task") -> "PagePdf":
    """Write the page as PDF; raises DiskFullError or DiskError, and an older file stays whole."""
    made = page_printer().pdf(page)
    safe_save(path, made.pdf)
    return made


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
