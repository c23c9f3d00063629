"""Drawing the page beside the window's work: only the newest wish counts."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from homejournal.domain.visit_page.material import SECOND_PAGE_KEY
from homejournal.ui.base.timers import one_shot
from homejournal.ui.base.worker import NewestOnly, Worker
from homejournal.ui.kit.paper_output import load_printer, printer

if TYPE_CHECKING:
    from homejournal.domain.visit_page.page import VisitPage
    from homejournal.reports.typesetting import LineOnSheet

    Wish = tuple[VisitPage, float]

_CHECK_AFTER_MS = 700


class DrawnPage(NamedTuple):
    """The pictures of a page, how many of them are its first page, and where its lines are.

    It is `covered` where the fonts here draw every character of it.
    """

    sheets: tuple[QImage, ...]
    of_first: int
    lines: "tuple[LineOnSheet, ...]"
    covered: bool


def _drawn_page(wish: "Wish") -> DrawnPage:
    sheets, lines, covered = printer().pictures_and_lines(*wish)
    behind = (line.sheet for line in lines if line.key == SECOND_PAGE_KEY)
    pictures = tuple(map(QImage.fromData, sheets))
    return DrawnPage(pictures, next(behind, len(sheets)), lines, covered)


def _signs_replaced(page: "VisitPage") -> tuple[str, ...]:
    return printer().pdf(page).replaced


class PageRender(QObject):
    """`drawn` carries the page and its DrawnPage, `checked` the page and which signs were replaced.

    The same page is not drawn twice in one size.
    """

    drawn = Signal(object, object)
    checked = Signal(object, object)
    failed = Signal(object)

    def __init__(self, worker: "Worker", parent: QObject | None = None) -> None:
        super().__init__(parent)
        load_printer(worker)
        self._newest = NewestOnly(worker, _drawn_page, self)
        self._newest.done.connect(self._on_drawn)
        self._newest.failed.connect(self._on_failed)
        self._checks = NewestOnly(worker, _signs_replaced, self)
        self._checks.done.connect(self.checked)
        self._checks.failed.connect(self._on_failed)
        self._last: Wish | None = None
        self._pause = one_shot(self, self._check, _CHECK_AFTER_MS)

    @property
    def busy(self) -> bool:
        """Return whether a page is drawn, or waits to be."""
        return self._newest.busy

    def want(self, page: "VisitPage", ppi: float) -> None:
        """Ask for the page in so many pixels an inch."""
        if (page, ppi) != self._last:
            self._last = page, ppi
            self._newest.want(self._last)

    def _on_drawn(self, wish: "Wish", made: DrawnPage) -> None:
        self.drawn.emit(wish[0], made)
        if not made.covered:
            self._pause.start()

    def _on_failed(self, _wish: object, failure: Exception) -> None:
        self._last = None
        self.failed.emit(failure)

    def _check(self) -> None:
        """Find out in a quiet moment which characters no font here draws."""
        if self._last is not None and not self.busy:
            self._checks.want(self._last[0])
