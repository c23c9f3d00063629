"""Every paper from its value to a PDF, or to pictures to look at and to print."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.reports.typesetting import PREVIEW_PPI, InWords, PagePdf, Pictured, Typesetter

if TYPE_CHECKING:
    from homejournal.domain.packs.pack import Pack
    from homejournal.domain.papers.about_child import AboutSheet
    from homejournal.domain.papers.book import Book
    from homejournal.domain.papers.printed_sheets import FridgeSheet, RoutineGrid
    from homejournal.domain.papers.sheet_layout import Spot
    from homejournal.domain.safe.passwords import RecoverySheet
    from homejournal.domain.visit_page.page import VisitPage
    from homejournal.reports.papers.chart_sheet import ChartSheet

    Printed = (
        VisitPage
        | FridgeSheet
        | RoutineGrid
        | Pack
        | AboutSheet
        | RecoverySheet
        | ChartSheet
        | Book
    )
    """A value that is printed, with its language and its paper."""

GoOn = Callable[[int, int], bool]
"""Hears how many parts are done, and of how many; answers whether to go on."""
_COUNTING_PPI = 8.0


_WORDS: Mapping[str, tuple[str, str]] = {
    "VisitPage": ("visit_page.words", "PageWords"),
    "FridgeSheet": ("papers.printed_sheets", "FridgeWords"),
    "RoutineGrid": ("papers.printed_sheets", "GridWords"),
    "Pack": ("papers.pack", "PackWords"),
    "AboutSheet": ("papers.about_page", "AboutWords"),
    "RecoverySheet": ("papers.printed_sheets", "RecoveryWords"),
    "ChartSheet": ("papers.chart_sheet", "SheetWords"),
    "Book": ("papers.book", "BookWords"),
}
"""By the class of a value the module and the class of its words: each loads with its paper."""


def _words(paper: "Printed") -> InWords:
    module, name = _WORDS[type(paper).__name__]
    made: InWords = getattr(import_module(f"homejournal.reports.{module}"), name)(paper)
    return made


class Printer:
    """Prints every paper; keep one, for it holds the fonts. The same value gives the same bytes."""

    def __init__(self, fonts: Path | None = None) -> None:
        self._typesetter = Typesetter(fonts)

    def warm_up(self) -> None:
        """Load what rows and pages are drawn with, so that the first one does not wait for it."""
        from homejournal.reports.charts.style import set_up_matplotlib
        from homejournal.reports.visit_page.words import PageWords

        set_up_matplotlib()
        import_module("matplotlib.figure")
        import_module("matplotlib.backends.backend_svg")
        self._typesetter.warm_up(PageWords.template)

    def pdf(self, paper: "Printed") -> PagePdf:
        """Return a PDF/UA-1 and PDF/A-2a; with fewer promises only if it must be so.

        Characters that no font here draws are replaced by a box, and the small print says which.
        """
        return self._typesetter.pdf(_drawn(paper))

    def pictures(self, paper: "Printed", ppi: float = PREVIEW_PPI) -> tuple[bytes, ...]:
        """Return each page as a PNG picture with so many pixels an inch, at most 300."""
        return self._typesetter.pictures(_drawn(paper), ppi)

    def pictures_and_lines(self, paper: "Printed", ppi: float = PREVIEW_PPI) -> Pictured:
        """Return the same pictures, and where each line is that can be left out."""
        return self._typesetter.pictures_and_lines(_drawn(paper), ppi)

    def pdf_or_stop(self, paper: "Printed", go_on: GoOn) -> PagePdf | None:
        """As `pdf`, but None once `go_on` says so; the PDF is the last part after the charts."""
        words = _drawn_or_stopped(paper, go_on)
        return None if words is None else self._typesetter.pdf(words)

    def pictures_or_stop(
        self, paper: "Printed", ppi: float, go_on: GoOn
    ) -> tuple[bytes, ...] | None:
        """As `pictures`, but None once `go_on` says so; the pages come after the charts."""
        words = _drawn_or_stopped(paper, go_on)
        return None if words is None else self._typesetter.pictures(words, ppi)

    def spots(self, sheet: "FridgeSheet", replaced: tuple[str, ...] = ()) -> "tuple[Spot, ...]":
        """Return where each place of a sheet with codes is, of the very sheet that is printed.

        `replaced` are the characters that were replaced on it; without codes there are no spots.
        """
        return self._typesetter.spots(_words(sheet), replaced)

    def sheets(self, page: "VisitPage") -> int:
        """Return how many sheets the first page takes; what stands behind begins on its own."""
        return len(self.pictures(replace(page, second=None), _COUNTING_PPI))


def _drawn(paper: "Printed") -> InWords:
    words = _words(paper)
    for _ in words.draw():
        pass
    return words


def _drawn_or_stopped(paper: "Printed", go_on: GoOn) -> InWords | None:
    """Return the words with their charts drawn, or None once `go_on` says so."""
    words = _words(paper)
    parts = words.charts + 1
    if not go_on(0, parts) or not all(go_on(done, parts) for done in words.draw()):
        return None
    return words
