"""Every page beside a large journal: opened first and later, answered on, and left alone.

    python pages_run.py JOURNAL

Writes {"first": {page: seconds}, "later": {page: seconds}, "answer": {"middle": seconds}, "rest":
{page: share of a core}} to the standard output. What a page takes is the time that this thread
works; an answer is timed by the clock, from the click to the painted row.
"""

import json
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from bench.journals import opened
from bench.painted import Painted, quiet, wait_for
from homejournal.ui.base.preferences import Preferences
from homejournal.ui.theme import apply_theme
from homejournal.ui.today.page import TodayPage
from homejournal.ui.widgets.fields.answer_bar import AnswerBar
from homejournal.ui.window.main_window import MainWindow
from homejournal.ui.window.places import PAGES
from offscreen import hush

TIMES = 3
REST_MS = 2000


def main() -> None:
    app = QApplication(sys.argv[:1])
    hush()
    apply_theme(app)
    with TemporaryDirectory() as home:
        window = MainWindow(Preferences(Path(home) / "window.ini"), "en")
        window.take(opened(Path(sys.argv[1])))
        window.show()
        window.open_first()
        window.journal.warm_up()
        window.warmed()
        quiet(window)
        told = {
            "answer": {"middle": answer(window)},
            "first": firsts(window),
            "later": laters(window),
        }
        told["rest"] = {name: rest(window, name) for name in PAGES}
        window.close()
    sys.stdout.write(json.dumps(told) + "\n")


def answer(window: MainWindow) -> float:
    """Return the seconds from a click on another answer to its picture, the middle of several.

    All that was planned is answered already on each day of this family.
    """
    page = window.page
    if not isinstance(page, TodayPage):
        raise TypeError(page)
    taken = []
    for bar in page.findChildren(AnswerBar):
        if not bar.visibleRegion().isEmpty():
            other = bar.segments[0 if bar.chosen() else 1]
            painted = Painted(other)
            begin = time.perf_counter()
            other.click()
            wait_for(lambda seen=painted: seen.seen)
            taken.append(time.perf_counter() - begin)
            quiet(window)
    return median(taken)


def firsts(window: MainWindow) -> dict[str, float]:
    """Return what the first opening of each page takes, but of Today, which is open already."""
    return {name: _opened(window, name) for name in PAGES if name != window.page_name}


def laters(window: MainWindow) -> dict[str, float]:
    """Return what it takes to come back to each page, the middle of several times."""
    turns = [{name: _opened(window, name) for name in PAGES} for _ in range(TIMES)]
    return {name: median(turn[name] for turn in turns) for name in PAGES}


def rest(window: MainWindow, name: str) -> float:
    """Return which share of a processor the program takes while nobody touches a page."""
    window.open_page(name)
    quiet(window)
    waiting = QEventLoop()
    QTimer.singleShot(REST_MS, waiting.quit)
    begin = time.process_time()
    waiting.exec()
    return (time.process_time() - begin) * 1000 / REST_MS


def _opened(window: MainWindow, name: str) -> float:
    painted = Painted(window, QEvent.Type.UpdateRequest)  # a page is often covered by its parts
    begin = time.thread_time()
    window.open_page(name)
    wait_for(lambda: painted.seen)
    QApplication.processEvents()
    taken = time.thread_time() - begin
    painted.deleteLater()
    quiet(window)
    return taken


main()
