"""A real journal of a small family, and the window on it."""

import gc
import json
import threading
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.domain.children import Child
from homejournal.domain.people import Helper, TeamMember
from homejournal.domain.plan import Often, PlanStep, Routine, Strategy
from homejournal.domain.ratings import RatingKind, RatingPlan
from homejournal.resources import resource
from homejournal.services.example import create_example
from homejournal.services.opening import create_journal
from homejournal.texts.wording import wording_of
from homejournal.ui.desk import Desk
from homejournal.ui.editing import Editing
from homejournal.ui.languages import speak
from homejournal.ui.main_window import MainWindow
from homejournal.ui.preferences import Preferences
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.worker import Worker

SUNDAY = date(2026, 3, 22)
START = date(2026, 3, 2)


@dataclass
class Clock:
    """Stands still until a test moves it."""

    now: datetime = datetime(2026, 3, 22, 20, tzinfo=timezone(timedelta(hours=-5)))

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: int) -> None:
        self.now += timedelta(**by)


@dataclass
class House:
    """A family in its journal, by the names a test uses."""

    journal: object
    clock: Clock
    child: Child
    mom: Helper
    ids: dict[str, UUID] = field(default_factory=dict)

    def day(self, day: date = SUNDAY):
        return self.journal.days.between(self.child.id, day, day)

    def plan(self, name, often=None, kind=RatingKind.HELP, **said) -> UUID:
        """Start a strategy; `unit`, `why`, `routine` and `by` may be said."""
        journal, ids = self.journal, self.ids
        routine = Routine(id=uuid4(), name=said.get("routine", "Meals"), child=self.child.id)
        by = TeamMember(id=uuid4(), name=said.get("by", "Dana"), discipline="speech")
        strategy = Strategy(id=uuid4(), child=self.child.id, name=name, suggested_by=by.id)
        step = PlanStep(
            id=uuid4(),
            strategy=strategy.id,
            from_day=said.get("start", START),
            why=said.get("why", "So that meals are calmer"),
            how="Hold the cup and look at her",
            routines=(routine.id,),
            often=often or Often(),
            rating=RatingPlan(kind=kind, unit=said.get("unit")),
        )
        journal.records.save(routine, by, strategy, step)
        # Strategies that begin on one day stand in the order of their ids; tests want ours.
        ids[name] = strategy.id
        return strategy.id


@pytest.fixture(autouse=True)
def _searched_on_this_thread():
    """Free on the window's thread what the test before left behind, as the program does.

    Only now does pytest hold nothing of that test any more.
    """
    was_on = gc.isenabled()
    gc.disable()
    gc.collect(1)
    yield
    if was_on:
        gc.enable()


@pytest.fixture(autouse=True)
def _no_worker_left():
    """Fail where a test leaves a thread behind that works for a window which is gone."""
    yield
    assert "homejournal-worker" not in {one.name for one in threading.enumerate()}


@pytest.fixture(autouse=True)
def _nothing_left_on_the_clipboard(qapp):
    """Let no data made in Python outlive Python: Qt holds what was copied until its own end."""
    yield
    there = QGuiApplication.clipboard()
    if there.mimeData() is not None and there.mimeData().formats():
        there.clear()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def empty_journal(tmp_path, clock):
    journal = create_journal(tmp_path / "journal", clock=clock, device=uuid4())
    yield journal
    journal.close()


@pytest.fixture
def example(tmp_path):
    """The example family on its last day, so that all its pages are full."""
    told = json.loads(resource("example", "family.json").read_text(encoding="utf-8"))
    evening = datetime.combine(date.fromisoformat(told["through"]), time(19, 30)).astimezone()
    journal = create_example(tmp_path / "example", clock=Clock(evening), device=uuid4())
    yield journal
    journal.close()


@pytest.fixture
def house(empty_journal, clock):
    child = Child(id=uuid4(), name="Maya", born=date(2024, 5, 4))
    mom = Helper(id=uuid4(), name="Mom")
    empty_journal.records.save(child, mom, Helper(id=uuid4(), name="Grandpa"))
    return House(empty_journal, clock, child, mom)


@pytest.fixture
def three(house):
    """Three strategies, each begun a day after the other, so that their order is known."""
    for place, name in enumerate(("Two choices", "Sign more", "Pause in songs")):
        house.plan(name, start=START + timedelta(days=place), routine=f"Routine {place}")
    return house


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def dressed(qapp):
    """Plain light look and English before and after."""

    def usual():
        apply_theme(qapp, Scheme.LIGHT, 100)
        speak("en")
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
def open_window(qtbot, dressed, preferences):
    """Open the window on a journal as the program does, on the screen and active."""
    opened = []

    def made(journal, language="en", *, warm=True):
        window = MainWindow(preferences, language)
        window.take(journal)
        opened.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.open_first()
        if warm:
            window.warmed()
        QApplication.processEvents()
        return window

    yield made
    for window in opened:
        window.close() or window.close()  # once more, where typed words are not saved
        window.deleteLater()
    # Without a loop that runs, nothing else would delete them before the next test.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


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
        else:
            QTest.keyClick(target, key, modifier)


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
    text = getattr(widget, "text", None)
    return text() if callable(text) else ""


def texts(parent):
    """Return all that can be read in a part of the window."""
    from PySide6.QtWidgets import QAbstractButton, QLabel

    parts = [*parent.findChildren(QLabel), *parent.findChildren(QAbstractButton)]
    return [_text(one) for one in parts if one.isVisible()]


@pytest.fixture
def hands():
    """What a person does with the window."""
    return Hands


class Hands:
    press = staticmethod(press)
    click = staticmethod(click)
    named = staticmethod(named)
    texts = staticmethod(texts)


def folder_of(tmp_path: Path) -> Path:
    return tmp_path / "journal"
