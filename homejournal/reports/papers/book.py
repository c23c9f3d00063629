"""The journal as a book: a PDF that screen readers can read and archives can keep."""

from collections.abc import Callable
from pathlib import Path

from homejournal.domain.papers.book import Book
from homejournal.reports.papers.book_words import BookWords
from homejournal.reports.typst.printing import PREVIEW_PPI, PagePdf, TypstPrinter

GoOn = Callable[[int, int], bool]
"""Hears how many parts are done, and of how many; answers whether to go on."""


class BookPrinter:
    """Makes books; keep one, for it holds the fonts. The same book gives the same bytes."""

    def __init__(self, fonts: Path | None = None) -> None:
        self._printer = TypstPrinter("book.typ", fonts)

    def pdf(self, book: Book) -> PagePdf:
        """Return the book as PDF/UA-1 and PDF/A-2a; with fewer promises only if it must be so.

        Characters that no font here draws are replaced by a box, and the book says which.
        """
        words = BookWords(book)
        words.draw_all()
        return self._printer.pdf(words)

    def pdf_or_stop(self, book: Book, go_on: GoOn) -> PagePdf | None:
        """As `pdf`, but None once `go_on` says so; the PDF is the last part after the charts."""
        words = BookWords(book)
        parts = words.charts + 1
        if not go_on(0, parts):
            return None
        for done in words.draw():
            if not go_on(done, parts):
                return None
        return self._printer.pdf(words)

    def pictures(self, book: Book, ppi: float = PREVIEW_PPI) -> tuple[bytes, ...]:
        """Return each page as a PNG picture with so many pixels an inch, at most 300."""
        words = BookWords(book)
        words.draw_all()
        return self._printer.pictures(words, ppi)
