"""Packs as PDFs that screen readers can read and archives can keep, and as pictures."""

from collections.abc import Callable
from pathlib import Path

from homejournal.domain.packs.pack import Pack
from homejournal.reports.papers.pack_words import PackWords
from homejournal.reports.typst.printing import PREVIEW_PPI, PagePdf, TypstPrinter

GoOn = Callable[[int, int], bool]
"""Hears how many parts are done, and of how many; answers whether to go on."""


class PackPrinter:
    """Makes packs; keep one, for it holds the fonts. The same pack gives the same bytes."""

    def __init__(self, fonts: Path | None = None) -> None:
        self._printer = TypstPrinter("pack.typ", fonts)

    def pdf(self, pack: Pack) -> PagePdf:
        """Return the pack as PDF/UA-1 and PDF/A-2a; with fewer promises only if it must be so.

        Characters that no font here draws are replaced by a box, and the pack says which.
        """
        return self._printer.pdf(_drawn(pack))

    def pictures(self, pack: Pack, ppi: float = PREVIEW_PPI) -> tuple[bytes, ...]:
        """Return each page as a PNG picture with so many pixels an inch, at most 300."""
        return self._printer.pictures(_drawn(pack), ppi)

    def pictures_or_stop(self, pack: Pack, ppi: float, go_on: GoOn) -> tuple[bytes, ...] | None:
        """As `pictures`, but None once `go_on` says so; the pages come after the charts."""
        words = PackWords(pack)
        parts = words.charts + 1
        if not go_on(0, parts):
            return None
        for done in words.draw():
            if not go_on(done, parts):
                return None
        return self._printer.pictures(words, ppi)


def _drawn(pack: Pack) -> PackWords:
    words = PackWords(pack)
    for _ in words.draw():
        pass
    return words
