"""Weeks for the fridge as a PDF, or as pictures to look at and to print."""

from pathlib import Path

from homejournal.domain.week_grid.week_sheet import FridgeSheet
from homejournal.reports.papers.week_sheet_words import FridgeWords
from homejournal.reports.typst.printing import PREVIEW_PPI, PagePdf, TypstPrinter


class FridgeSheetPrinter:
    """Makes weeks for the fridge in large type; keep one, for it holds the fonts.

    A week that is too much for one page in large type takes more of them. The same sheet gives the
    same bytes.
    """

    def __init__(self, fonts: Path | None = None) -> None:
        self._printer = TypstPrinter("fridge_sheet.typ", fonts)

    def pdf(self, sheet: FridgeSheet) -> PagePdf:
        """Return the sheet as PDF/UA-1 and PDF/A-2a; with fewer promises only if it must be so.

        Characters that no font here draws are replaced by a box, and the sheet says which.
        """
        return self._printer.pdf(FridgeWords(sheet))

    def pictures(self, sheet: FridgeSheet, ppi: float = PREVIEW_PPI) -> tuple[bytes, ...]:
        """Return each page as a PNG picture with so many pixels an inch, at most 300."""
        return self._printer.pictures(FridgeWords(sheet), ppi)
