"""Drawing the page beside the window's work: only the newest wish counts."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from homejournal.domain.visit_page.material import SECOND_PAGE_KEY
from homejournal.ui.kit.paper_output import printer

if TYPE_CHECKING:
    from homejournal.domain.visit_page.page import VisitPage
    from homejournal.reports.typesetting import LineOnSheet, PagePdf
    from homejournal.ui.base.worker import Task, Worker

_CHECK_AFTER_MS = 700


class DrawnPage(NamedTuple):
    """The pictures of a page, how many of them are its first page, and where its lines are.

    It is `covered` where the fonts here draw every character of it.
    """

    sheets: tuple[bytes, ...]
    of_first: int
    lines: "tuple[LineOnSheet, ...]"
    covered: bool


def _drawn_page(page: "VisitPage", ppi: float, _task: "Task") -> DrawnPage:
    sheets, lines, covered = printer().pictures_and_lines(page, ppi)
    behind = (line.sheet for line in lines if line.key == SECOND_PAGE_KEY)
    return DrawnPage(sheets, next(behind, len(sheets)), lines, covered)


def _made_pdf(page: "VisitPage", _task: "Task") -> "PagePdf":
    return printer().pdf(page)


class PageRender(QObject):
    """`drawn` carries the page and its DrawnPage, `checked` the page and which signs were replaced.

    A wish that comes while another is drawn waits; of several that wait the last one is drawn.
    """

    drawn = Signal(object, object)
    checked = Signal(object, object)
    failed = Signal(object)

    def __init__(self, worker: "Worker", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._wanted: tuple[VisitPage, float] | None = None
        self._drawing: tuple[VisitPage, float] | None = None
        self._done: tuple[VisitPage, float] | None = None
        self._checking: VisitPage | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_CHECK_AFTER_MS)
        self._pause.timeout.connect(self._check)

    def want(self, page: "VisitPage", ppi: float) -> None:
        """Ask for the page in so many pixels an inch."""
        self._wanted = (page, ppi)
        if self._drawing is None:
            self._next()

    def _next(self) -> None:
        wanted = self._wanted
        self._wanted = None
        if wanted is None or wanted == self._done:
            return
        self._drawing = wanted
        self._worker.start(partial(_drawn_page, *wanted), self._on_drawn, self._on_failed)

    def _on_drawn(self, made: DrawnPage) -> None:
        drawn = self._drawing
        self._drawing = None
        if drawn is not None:
            self._done = drawn
            self.drawn.emit(drawn[0], made)
        if not made.covered:
            self._pause.start()
        self._next()

    def _on_failed(self, failure: Exception) -> None:
        self._drawing = None
        self.failed.emit(failure)
        self._next()

    def _check(self) -> None:
        """Find out in a quiet moment whether every character can be drawn."""
        if self._done is None or self._drawing is not None or self._checking is not None:
            return
        self._checking = self._done[0]
        work = partial(_made_pdf, self._checking)
        self._worker.start(work, self._on_checked, self._on_check_failed)

    def _on_checked(self, made: "PagePdf") -> None:
        page, self._checking = self._checking, None
        self.checked.emit(page, made.replaced)

    def _on_check_failed(self, failure: Exception) -> None:
        self._checking = None
        self.failed.emit(failure)
