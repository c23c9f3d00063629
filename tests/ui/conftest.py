"""A real journal of a small family, and the window on it."""

import gc
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, QLocale, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCursor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from homejournal.texts.wording import wording_of
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.editing import Editing
from homejournal.ui.base.language import use_language
from homejournal.ui.base.preferences import Preferences
from homejournal.ui.base.worker import Worker
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.widgets.line_buttons import SecondLine
from homejournal.ui.widgets.wrapping_button import SecondEnter
from homejournal.ui.window.main_window import MainWindow
from tests.ui.beginnings import START, SUNDAY, Beginnings, Clock, House
from tests.ui.drawn_once import draw_once
from tests.ui.dressing import dress
from tests.ui.late_keys import LateKeys
from tests.ui.shown_pages import (
    choose,
    looked,
    open_about,
    open_at,
    open_grid,
    open_outcomes,
    open_plan,
    open_progress,
    open_team,
    open_together,
    open_visit_page,
    open_visits,
    progress,
    settled,
    visited,
)
from tests.ui.waiting import wait_until
from tests.ui.window.programs import run

__all__ = [  # names that tests take from here, and fixtures
    "START",
    "SUNDAY",
    "Clock",
    "House",
    "choose",
    "dress",
    "looked",
    "open_about",
    "open_at",
    "open_grid",
    "open_outcomes",
    "open_plan",
    "open_progress",
    "open_team",
    "open_together",
    "open_visit_page",
    "open_visits",
    "progress",
    "run",
    "settled",
    "visited",
]


@pytest.fixture(autouse=True, scope="session")
def _drawn_once():
    with pytest.MonkeyPatch.context() as patch:
        draw_once(patch)
        yield


@pytest.fixture(autouse=True, scope="session")
def _waited_no_longer():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QtBot, "waitUntil", wait_until)
        yield


@pytest.fixture(autouse=True)
def _searched_on_this_thread():
    """Free on the window's thread what the test before left behind, as the program does.

    Only now does pytest hold nothing of that test any more. What is left stays to the end: a test
    that frees all it made is not to look through all that some thousand others needed as well.
    """
    gc.disable()
    gc.collect(1)
    gc.freeze()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _nothing_goes_on(qapp):
    """Fail where a test leaves a thread of a closed window behind, or a button of the mouse held.

    Qt keeps a held button, also of a part that is gone, and takes the next press for a second one.
    """
    before, held = threading.enumerate(), qapp.mouseButtons()
    yield
    left = [one.name for one in threading.enumerate() if one not in before]
    assert "homejournal-worker" not in left
    assert qapp.mouseButtons() in {Qt.MouseButton.NoButton, held}  # told of the first test alone


@pytest.fixture(autouse=True)
def _nothing_left_on_the_clipboard(qapp):
    """Let no data made in Python outlive Python: Qt holds what was copied until its own end."""
    yield
    there = QGuiApplication.clipboard()
    if there.mimeData() is not None and there.mimeData().formats():
        there.clear()


@pytest.fixture(autouse=True)
def _no_dialog_was_closed_just_now():
    """Let the first Enter of a test count: the test before may have closed a dialog just now."""
    SecondEnter._closed = float("-inf")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def beginnings(tmp_path_factory):
    return Beginnings(tmp_path_factory.mktemp("beginnings"))


@pytest.fixture
def begun(request, beginnings, tmp_path, clock):
    """The journal of a test and the house in it, as far as its fixtures write it anyway."""
    journal, house = beginnings.copied(set(request.fixturenames), tmp_path / "journal", clock)
    yield journal, house
    journal.close()


@pytest.fixture
def empty_journal(begun):
    return begun[0]


@pytest.fixture
def example(beginnings, tmp_path):
    """The example family on its last day, so that all its pages are full."""
    journal = beginnings.example(tmp_path / "example")
    yield journal
    journal.close()


@pytest.fixture
def house(begun):
    return begun[1]


@pytest.fixture
def three(house):
    """Three strategies, each begun a day after the other, so that their order is known."""
    house.begun("three")
    return house


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def dressed(qapp):
    """Plain light look and English before and after."""

    def usual():
        apply_theme(qapp, Scheme.LIGHT, 100)
        use_language("en")
        QLocale.setDefault(QLocale("en_US"))

    QCursor.setPos(0, 0)
    usual()
    yield qapp
    usual()


@pytest.fixture
def desk(house, preferences, dressed):
    """What a page gets where it is tried without its window."""
    worker, editing = Worker(), Editing(house.journal.undo)
    yield Desk(
        journal=house.journal,
        editing=editing,
        wording=wording_of("en"),
        preferences=preferences,
        worker=worker,
        today=house.journal.today,
    )
    worker.close()


@pytest.fixture
def first_page():
    """The page at which the window opens; a room of tests may have another one than Today."""
    return "today"


@pytest.fixture
def drafts_at_once(monkeypatch):
    """Keep words without waiting for a pause."""
    monkeypatch.setattr("homejournal.ui.base.drafts.PAUSE_MS", 0)


@pytest.fixture
def painted_all_along(request):
    """Whether the window of a test is painted whenever something changes.

    A usual run paints it once, at its end, where no test looks at what is painted: painting takes
    a seventh of the time of these tests, and `--all` does it after each change.
    """
    painted = request.node.get_closest_marker("painted") is not None
    return painted or request.config.getoption("--all")


@pytest.fixture
def open_window(qtbot, dressed, preferences, first_page, painted_all_along):
    """Open the window on a journal as the program does, on the screen and active.

    A test of another page than Today names it: making Today takes longer than most tests.
    """
    opened = []

    def made(journal, language="en", *, page=first_page, place=None, warm=True):
        window = MainWindow(preferences, language)
        window.take(journal)
        window.setUpdatesEnabled(painted_all_along)
        opened.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.open_first(page, place)
        if warm:
            window.warmed()
        QApplication.processEvents()
        return window

    yield made
    for window in opened:
        window.setUpdatesEnabled(True)
    QApplication.processEvents()
    for window in opened:
        window.close() or window.close()  # once more, where typed words are not saved
        window.deleteLater()
    # Without a loop that runs, nothing else would delete them before the next test.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


@pytest.fixture
def on_screen(qtbot):
    """Show a widget as the active window, with the pointer elsewhere."""

    def shown(widget):
        qtbot.addWidget(widget)
        QCursor.setPos(0, 0)
        widget.move(100, 100)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return shown


@pytest.fixture
def slowly(qapp):
    """Let no two presses count as one double click."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(usual)


@pytest.fixture
def window(open_window, house):
    """The window on whatever a test put into `house` before asking for it."""
    return open_window(house.journal)


def press(*keys, modifier=Qt.KeyboardModifier.NoModifier):
    """Type keys or texts to whatever has the focus."""
    for key in keys:
        target = QApplication.focusWidget() or QApplication.activeWindow()
        assert target is not None, "nothing has the focus"
        if isinstance(key, str):
            QTest.keyClicks(target, key, modifier)
        elif isinstance(key, QKeyCombination):
            QTest.keyClick(target, key.key(), key.keyboardModifiers())
        else:
            QTest.keyClick(target, key, modifier)


def alt(name):
    """Return a key together with Alt, by its name."""
    return QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key[f"Key_{name}"])


def click(widget):
    """Press a widget with the mouse."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def named(parent, kind, name):
    """Return the visible part of that kind whose accessible name or text is `name`."""
    found = [
        one
        for one in parent.findChildren(kind)
        if one.isVisible() and name in {one.accessibleName(), _text(one)}
    ]
    assert len(found) == 1, f"{len(found)} parts called {name}"
    return found[0]


def _text(widget):
    if isinstance(widget, SecondLine):
        return widget.said()
    text = getattr(widget, "text", None)
    return text() if callable(text) else ""


def texts(parent):
    """Return all that can be read in a part of the window."""
    from PySide6.QtWidgets import QAbstractButton, QLabel

    parts = [*parent.findChildren(QLabel), *parent.findChildren(QAbstractButton)]
    return [_text(part) for part in parts if part.isVisible()]


@pytest.fixture
def late_keys(qapp):
    """A screen reader listens, and what is typed comes late."""
    late = LateKeys(qapp)
    QAccessible.setActive(True)
    yield late
    late.answer()  # no key stays on its way
    QAccessible.setActive(False)
    qapp.removeEventFilter(late)


@pytest.fixture
def hands():
    """What a person does with the window."""
    return Hands


class Hands:
    press = staticmethod(press)
    alt = staticmethod(alt)
    click = staticmethod(click)
    named = staticmethod(named)
    texts = staticmethod(texts)


def folder_of(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def announced(monkeypatch):
    """Return what screen readers are told to speak from now on, in its order."""
    said = []

    def hear(event):
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said
