"""At a scale of 400 % a screen of 1280 × 1024 pixels has room for 320 × 256 (WCAG 2.2, 1.4.10)."""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLabel,
    QScrollArea,
)

from homejournal.texts.wording import languages
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.window.places import PAGES
from picture_scenes import FULL, go_to, leave
from tests.ui.tab_order import called, tab_stops
from tests.ui.waiting import settle_window
from tests.ui.whole_window.test_every_page import cut

SCREEN = (320, 256)
OPENED = """
import json, sys
from datetime import datetime
from pathlib import Path
from uuid import uuid4
from PySide6.QtWidgets import QApplication
app = QApplication([])
from homejournal.services.opening import create_journal
from homejournal.ui.base.actions import Action
from homejournal.ui.window.main_window import MainWindow
from homejournal.ui.base.preferences import Preferences
home = Path(sys.argv[1])
window = MainWindow(Preferences(home / "window.ini"), "en")
now = lambda: datetime(2026, 3, 22, 20).astimezone()
window.take(create_journal(home / "journal", clock=now, device=uuid4()))
window.show()
window.open_first()
app.processEvents()
window.window_actions.do(Action.HELP)
app.processEvents()
sizes = [one.size().toTuple() for one in app.topLevelWidgets() if one.isVisible()]
print(json.dumps([window.screen().size().toTuple(), *sizes]))
"""


def test_the_window_and_what_opens_first_are_no_larger_than_the_screen(tmp_path):
    screens = tmp_path / "screens.json"
    told = {"name": "one", "x": 0, "y": 0, "width": 1280, "height": 1024}
    screens.write_text(json.dumps({"screens": [told]}), encoding="utf-8")
    env = dict(os.environ, QT_SCALE_FACTOR="4")
    env["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    command = [sys.executable, "-c", OPENED, str(tmp_path)]
    done = subprocess.run(
        command, env=env, capture_output=True, check=True, timeout=60, cwd=Path(__file__).parents[3]
    )
    screen, *sizes = json.loads(done.stdout)
    assert tuple(screen) == SCREEN
    assert len(sizes) == 2
    assert all(wide <= SCREEN[0] and high <= SCREEN[1] for wide, high in sizes)


def unreachable(shown):
    """Return what can be neither seen nor scrolled to, in a window or dialog."""
    parts = [*shown.findChildren(QAbstractButton), *shown.findChildren(QLabel)]
    return [
        f"{type(part).__name__} {part.text() or part.accessibleName()}"[:60]
        for part in parts
        if part.isVisible() and not _reachable(part, shown)
    ]


def _reachable(part, shown):
    """Say whether each area around a part can be scrolled so far that the part begins in sight."""
    around = part.parentWidget()
    while around is not shown:
        if isinstance(around, QScrollArea):
            if not _scrolled_to(part, around):
                return False
            part = around
        elif isinstance(around, QAbstractScrollArea):
            return True  # a list or a table scrolls by itself
        around = around.parentWidget()
    return shown.rect().intersects(QRect(part.mapTo(shown, QPoint(0, 0)), part.size()))


def _scrolled_to(part, area):
    place = part.mapTo(area.widget(), QPoint(0, 0))
    across, down = area.horizontalScrollBar(), area.verticalScrollBar()
    wide = area.viewport().width() + across.maximum()
    high = area.viewport().height() + down.maximum()
    shut = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if area.horizontalScrollBarPolicy() == shut:
        wide = area.viewport().width()
    return place.x() < wide and place.y() < high and area.viewport().height() > 0


def sideways(shown):
    """Return how far what is shown scrolls sideways; a table or a chart may, in its own frame."""
    areas = [
        scroll_area for scroll_area in shown.findChildren(QScrollArea) if scroll_area.isVisible()
    ]
    return list(filter(None, (one.horizontalScrollBar().maximum() for one in areas)))


@pytest.mark.timeout(300)
@pytest.mark.unmeasured
@pytest.mark.with_all
def test_every_page_and_dialog_fits_and_all_of_it_is_reached_by_scrolling_and_by_tab(
    example, open_window, qtbot, hands
):
    window, wrong = open_window(example), {}
    window.resize(*SCREEN)
    settle = partial(settle_window, window, qtbot)
    for scene in FULL:
        shown = go_to(scene, window, settle)
        whole = shown.window()
        whole.activateWindow()  # a dialog over it may have ended
        settle()
        faults = unreachable(whole)
        if whole.width() > SCREEN[0] or whole.height() > SCREEN[1]:
            faults.append(f"{whole.width()}x{whole.height()}")
        if isinstance(shown, QDialog):
            faults += [] if QApplication.focusWidget() is not None else ["nothing has the keyboard"]
            faults += [
                f"hidden: {called(tab_stop)}"
                for tab_stop in tab_stops(hands)
                if is_hidden(tab_stop)
            ]
        if faults:
            wrong[scene.name] = faults
        leave(window)
        settle()
    assert wrong == {}


def is_hidden(widget):
    return widget.visibleRegion().isEmpty()


@pytest.mark.usually(language=["es"])
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("percent", "width"), [(100, 320), (200, 640)])
def test_no_page_scrolls_sideways_or_cuts_a_word_from_this_width_on(
    example, open_window, qtbot, qapp, percent, width, language
):
    window, wrong = open_window(example, language), {}
    apply_theme(qapp, Scheme.LIGHT, percent)
    window.resize(width, 640)
    for page in (*PAGES, "week_grid", "together"):
        window.open_page(page)
        settle_window(window, qtbot)
        if faults := [*sideways(window), *cut(window)]:
            wrong[page] = faults
    assert wrong == {}
    assert window.width() == width
