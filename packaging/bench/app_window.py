"""The program itself, started as a family starts it, with marks at what it shows.

    python app_window.py BEGIN JOURNAL

Nothing of this is in the program: the marks hang on the window's own steps.
"""

import sys

from PySide6.QtWidgets import QApplication

from bench.marks import Marks
from homejournal import app
from homejournal.ui.window.main_window import MainWindow

LAST_DAY = "2025-12-30"


def watch(marks: Marks) -> None:
    """Mark the frame, the filled page, and the end of what loads late."""
    build, open_first, warmed = MainWindow.__init__, MainWindow.open_first, MainWindow.warmed

    def built(window: MainWindow, *arguments: object, **named: object) -> None:
        build(window, *arguments, **named)  # type: ignore[arg-type]
        marks.on_paint(window.frame.nav, "frame")

    def opened(window: MainWindow) -> None:
        open_first(window)
        # Those in sight, which take clicks and keys: the others come after the paint.
        marks.on_paint(window.page.list.rows[0], "filled")  # type: ignore[union-attr]

    def all_loaded(window: MainWindow) -> None:
        warmed(window)
        marks.mark("loaded")

    MainWindow.__init__ = built  # type: ignore[method-assign,assignment]
    MainWindow.open_first = opened  # type: ignore[method-assign,assignment]
    MainWindow.warmed = all_loaded  # type: ignore[method-assign,assignment]


def end() -> None:
    """Close as a person does, so that nothing is left behind in the journal's folder."""
    QApplication.closeAllWindows()


def main() -> None:
    begin, journal = sys.argv[1:]
    watch(Marks(float(begin), end, after=("frame", "filled", "loaded")))
    sys.argv[1:] = [journal, "--today", LAST_DAY]
    sys.exit(app.main())


main()
