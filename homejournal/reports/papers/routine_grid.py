"""The grid of routines and strategies as a PDF, or as pictures to look at and to print."""

from pathlib import Path

from homejournal.domain.papers.routine_grid import RoutineGrid
from homejournal.reports.papers.routine_grid_words import GridWords
from homejournal.reports.typst.printing import PREVIEW_PPI, PagePdf, TypstPrinter


class RoutineGridPrinter:
    """Makes grids; keep one, for it holds the fonts. The same grid gives the same bytes."""

    def __init__(self, fonts: Path | None = None) -> None:
        self._printer = TypstPrinter("routine_grid.typ", fonts)

    def pdf(self, grid: RoutineGrid) -> PagePdf:
        """Return the grid as PDF/UA-1 and PDF/A-2a; with fewer promises only if it must be so.

        Characters that no font here draws are replaced by a box, and the sheet says which.
        """
        return self._printer.pdf(GridWords(grid))

    def pictures(self, grid: RoutineGrid, ppi: float = PREVIEW_PPI) -> tuple[bytes, ...]:
        """Return each page as a PNG picture with so many pixels an inch, at most 300."""
        return self._printer.pictures(GridWords(grid), ppi)
