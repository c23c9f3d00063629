"""A visit page as a PDF that screen readers can read and archives can keep, and as pictures."""

from dataclasses import replace
from pathlib import Path

from homejournal.domain.visit_page.page import VisitPage
from homejournal.reports.typst.printing import PREVIEW_PPI, PRINT_PPI, PagePdf, TypstPrinter
from homejournal.reports.visit_page.words import PageWords

__all__ = ["PREVIEW_PPI", "PRINT_PPI", "PagePdf", "PagePrinter"]

_COUNTING_PPI = 8.0


class PagePrinter:
    """Makes visit pages; keep one, for it holds the fonts and the parsed template.

    The same page gives the same bytes. Nothing is read but the bundled template and the fonts,
    and system fonts only for characters that the bundled ones do not draw.
    """

    def __init__(self, fonts: Path | None = None) -> None:
        self._printer = TypstPrinter("visit_page.typ", fonts)

    def pdf(self, page: VisitPage) -> PagePdf:
        """Return the page as PDF/UA-1 and PDF/A-2a; with fewer promises only if it must be so.

        Characters that no font here draws are replaced by a box, and the page says which.
        """
        return self._printer.pdf(PageWords(page))

    def pictures(self, page: VisitPage, ppi: float = PREVIEW_PPI) -> tuple[bytes, ...]:
        """Return each sheet as a PNG picture with so many pixels an inch, at most 300."""
        return self._printer.pictures(PageWords(page), ppi)

    def sheets(self, page: VisitPage) -> int:
        """Return how many sheets the first page takes; what stands behind begins on its own."""
        alone = replace(page, second=None)
        return len(self._printer.pictures(PageWords(alone), _COUNTING_PPI))
