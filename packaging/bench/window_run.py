"""The window open on a large journal: search, visit page and ticks, each timed to the paint.

    python window_run.py JOURNAL WORDS...

Writes {"search": [...], "first": [...], "warm": [...], "tick": [...]}, in seconds, to the standard
output.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from bench.journals import opened
from bench.painted import Painted, quiet, wait_for
from homejournal.ui.base.preferences import Preferences
from homejournal.ui.journal.page import JournalPage
from homejournal.ui.theme import apply_theme
from homejournal.ui.visits.page.background_preview import PageRender
from homejournal.ui.window.main_window import MainWindow
from offscreen import hush

TICKS = 6


class Drawn(QObject):
    """Tells when the visit page was drawn since this was made."""

    def __init__(self, render: PageRender) -> None:
        super().__init__(render)
        self.seen = False
        render.drawn.connect(self.hear)

    def hear(self, _page: object, _sheets: object) -> None:
        """Take notice of a drawn page."""
        self.seen = True


def searched(page: JournalPage, words: list[str]) -> list[float]:
    """Type words letter by letter; return the seconds from each key press to the painted list."""
    painted = Painted(page.list.viewport())
    field = page.search_field
    times = []
    for word in words:
        field.clear()
        QApplication.processEvents()
        for letter in word:
            painted.seen = False
            begin = time.perf_counter()
            QTest.keyClicks(field, letter)
            wait_for(lambda: painted.seen)
            times.append(time.perf_counter() - begin)
    return times


def drawn_after(render: PageRender, does: Callable[[], object]) -> float:
    """Return the seconds from doing something to the new picture of the page."""
    drawn = Drawn(render)
    begin = time.perf_counter()
    does()
    wait_for(lambda: drawn.seen)
    QApplication.processEvents()  # the paint
    taken = time.perf_counter() - begin
    drawn.deleteLater()
    return taken


def pages_drawn(window: MainWindow, repeats: int) -> dict[str, list[float]]:
    """Open the visit page, make it again, and tick and untick its first lines."""
    begin = time.perf_counter()
    window.open_page("visit_page")
    page = window.page
    if page is None:
        raise LookupError("visit_page")
    (render,) = page.findChildren(PageRender)
    drawn = drawn_after(render, page.update)
    first = time.perf_counter() - begin
    quiet(window)

    def again() -> None:
        render._last = None  # noqa: SLF001 (the window itself never draws the same page twice)
        page.heard(None)

    warm, ticks = [], []
    for _ in range(repeats):
        warm.append(drawn_after(render, again))
        quiet(window)
    boxes = [box for box in page.findChildren(QCheckBox) if box.isVisible() and box.isEnabled()]
    for box in boxes[:TICKS]:
        ticks.append(drawn_after(render, box.click))
        quiet(window)
    return {"first": [max(first, drawn)], "warm": warm, "tick": ticks}


def main() -> None:
    journal, *words = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    hush()
    apply_theme(app)
    with TemporaryDirectory() as home:
        window = MainWindow(Preferences(Path(home) / "window.ini"), "en")
        window.take(opened(Path(journal)))
        window.show()
        window.open_first()
        window.journal.warm_up()
        window.warmed()
        quiet(window)
        measured = pages_drawn(window, repeats=5)
        window.open_page("journal")
        if not isinstance(window.page, JournalPage):
            raise TypeError(window.page)
        quiet(window)
        searched(window.page, words[:1])
        measured["search"] = searched(window.page, words)
        window.close()
    sys.stdout.write(json.dumps(measured) + "\n")


main()
