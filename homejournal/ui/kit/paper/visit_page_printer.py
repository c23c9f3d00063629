"""The one printer of visit pages in this process."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homejournal.domain.visit_page.page import Paper, VisitPage
from homejournal.exchange.files.locked_pdf import locked_pdf
from homejournal.exchange.files.safe_save import safe_save

if TYPE_CHECKING:
    from homejournal.reports.visit_page.pdf import PagePdf, PagePrinter
    from homejournal.ui.base.background.worker import Task

PAPER_INCHES = {Paper.LETTER: (8.5, 11.0), Paper.A4: (8.27, 11.69)}


class DrawnPage(NamedTuple):
    """The pictures of a page, and how many of them are its first page."""

    sheets: tuple[bytes, ...]
    of_first: int


@cache
def page_printer() -> "PagePrinter":
    """Return the printer; it holds the fonts and keeps charts, so there is only one.

    It is used on the worker's thread alone.
    """
    from homejournal.reports.visit_page.pdf import PagePrinter

    return PagePrinter()


def pictures(page: VisitPage, ppi: float, _task: "Task") -> tuple[bytes, ...]:
    """Return the page as one picture a sheet."""
    return page_printer().pictures(page, ppi)


def made_pdf(page: VisitPage, _task: "Task") -> "PagePdf":
    """Return the page as PDF."""
    return page_printer().pdf(page)


def drawn_page(page: VisitPage, ppi: float, task: "Task") -> DrawnPage:
    """Return the page as one picture a sheet, and how many sheets its first page takes."""
    sheets = pictures(page, ppi, task)
    if page.second is None:
        return DrawnPage(sheets, len(sheets))
    return DrawnPage(sheets, page_printer().sheets(page))


def saved_pdf(page: VisitPage, path: Path, password: str = "") -> tuple[str, ...]:
    """Write the page as PDF, locked where there is a password; return the signs replaced in it.

    Raises DiskFullError or DiskError, and an older file stays whole.
    """
    made = page_printer().pdf(page)
    safe_save(path, locked_pdf(made.pdf, password) if password else made.pdf)
    return made.replaced


def saved_html(page: VisitPage, path: Path) -> None:
    """Write the page as one file for a browser; raises DiskFullError or DiskError."""
    from homejournal.reports.visit_page.html import visit_page_html

    safe_save(path, visit_page_html(page))
