"""The journal as a book: a PDF that screen readers can read and archives can keep."""

from collections.abc import Callable
from pathlib import Path

from homejournal.domain.book import Book
from homejournal.reports.book_words import BookWords
from homejournal.reports.typst_printing import PREVIEW_PPI, PagePdf, TypstPrinter

GoOn = Callable[[int, int], bool]
"""Hears how many parts are done, and of how many; answers whether to go on."""


class BookPrinter:
    """Makes books; keep one, for it holds the fonts. The same book gives the same bytes."""

    def __init__(self, fonts: Path | None = None) -> None:
        self._printer = TypstPrinter("book.typ", fonts)

    def pdf(self, book: Book, go_on: GoOn | None = None) -> PagePdf | None:
        """Return the book as PDF/UA-1 and PDF/A-2a, or None where it is not to go on.

        Characters that no font here draws are replaced by a box, and the book says which.
        """
        words = self._drawn(book, go_on)
        return self._printer.pdf(words) if words else None

    def pictures(self, book: Book, ppi: float = PREVIEW_PPI) -> tuple[bytes, ...]:
        """Return each page as a PNG picture with so many pixels an inch, at most 300."""
        words = BookWords(book)
        for _ in words.draw():
            pass
        return self._printer.pictures(words, ppi)

    def _drawn(self, book: Book, go_on: GoOn | None) -> BookWords | None:
        """Return the book in words once its charts are drawn; the PDF is the last part."""
        words = BookWords(book)
        parts = words.charts + 1
        if go_on and not go_on(0, parts):
            return None
        for done in words.draw():
            if go_on and not go_on(done, parts):
                return None
        return words
