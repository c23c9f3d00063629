"""The page about our child as a PDF, or as pictures to look at and to print."""

from pathlib import Path

from homejournal.domain.papers.about_child import AboutSheet
from homejournal.reports.papers.about_page_words import AboutWords
from homejournal.reports.typst.printing import PREVIEW_PPI, PagePdf, TypstPrinter


class AboutPrinter:
    """Makes the pages; keep one, for it holds the fonts. The same page gives the same bytes.

    Letters are as large as one sheet allows, and never smaller than 10 points: a text that is too
    long for that goes on behind.
    """

    def __init__(self, fonts: Path | None = None) -> None:
        self._printer = TypstPrinter("about_child.typ", fonts)

    def pdf(self, sheet: AboutSheet) -> PagePdf:
        """Return the page as PDF/UA-1 and PDF/A-2a; with fewer promises only if it must be so.

        Characters that no font here draws are replaced by a box, and the page says which.
        """
        return self._printer.pdf(AboutWords(sheet))

    def pictures(self, sheet: AboutSheet, ppi: float = PREVIEW_PPI) -> tuple[bytes, ...]:
        """Return each sheet as a PNG picture with so many pixels an inch, at most 300."""
        return self._printer.pictures(AboutWords(sheet), ppi)
