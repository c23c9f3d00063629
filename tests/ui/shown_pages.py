"""A family with something to look back at, and the Progress page on it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from uuid import UUID, uuid4

import pytest
from PySide6.QtWidgets import QApplication

from homejournal.domain.days.periods import Period
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.domain.records.plan import Often
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import RatingKind, Tries
from homejournal.domain.records.visits import Visit
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.ui.base.worker import NewestOnly
from homejournal.ui.widgets.charts.view import ChartView
from tests.ui.beginnings import WRITES
from tests.ui.filters import narrow
from tests.ui.visits.page.visit_pages import FIRST as VISITED
from tests.ui.visits.page.visit_pages import note as write_note

FIRST = date(2026, 3, 2)
VISIT = date(2026, 3, 12)
LAST = date(2026, 3, 21)
PRIVATE = "Nobody may read this"


@dataclass
class Looked:
    """The family in its journal: twenty days of five kinds of strategies, and a visit amid them."""

    house: object
    ids: dict[str, UUID]
    visit: UUID
    grandpa: UUID
    routines: dict[str, UUID] = field(default_factory=dict)

    @property
    def journal(self):
        return self.house.journal


def days():
    return [FIRST + timedelta(days=ahead) for ahead in range((LAST - FIRST).days + 1)]


@pytest.fixture
def looked(house):
    return Looked(house, house.ids, *house.begun("looked"))


def write_looked(house):
    """Two slots of help, minutes, tries, how it went, and one that is only done."""
    slots = ("breakfast", "dinner")
    house.plan("Two choices", Often(times=2, slots=slots), routine="Meals")
    house.plan("To bed", kind=RatingKind.NUMBER, unit="minutes", routine="Bedtime", by="Kim")
    house.plan("New bite", kind=RatingKind.TRIES, routine="Lunch")
    house.plan("Barefoot", kind=RatingKind.NONE, routine="Play")
    journal, family = house.journal, house.journal.family()
    routines = {routine.name: routine.id for routine in family.routines.values()}
    grandpa = next(helper.id for helper in family.helpers.values() if helper.name == "Grandpa")
    dana = next(person.id for person in family.team.values() if person.name == "Dana")
    visit = Visit(id=uuid4(), child=house.child.id, day=VISIT, people=(dana,), held=True)
    journal.records.save(visit)
    for place, day in enumerate(days()):
        _write(house, place, day, slots, routines, grandpa)
    _say(house)
    return visit.id, grandpa, routines


WRITES["looked"] = write_looked


def _write(house, place, day, slots, routines, grandpa):
    did = house.journal.days.did_it
    if place == 8:
        sick = MarkTold(reason=LeftOutReason.SICK)
        house.journal.days.left_out(house.child.id, Period(day, day), sick)
        return
    who = grandpa if place % 5 == 0 else house.mom.id
    for slot in slots:
        told = PracticeTold(
            rating=min(4, 1 + place // 6), slot=slot, helper=who, routine=routines["Meals"]
        )
        did(house.ids["Two choices"], day, told)
    bedtime = PracticeTold(rating=Decimal(40 - place), helper=house.mom.id)
    did(house.ids["To bed"], day, bedtime)
    did(house.ids["New bite"], day, PracticeTold(rating=Tries(took=place // 5, of=5)))
    if place % 3:
        did(house.ids["Barefoot"], day, PracticeTold(helper=who))


def _say(house):
    child, bed = house.child.id, house.ids["To bed"]
    records = house.journal.days.between(child, LAST, LAST)
    practice = next(one.id for one in records.practices if one.strategy == bed)
    about = {"child": child, "day": LAST, "practice": practice}
    for note in (
        Note(id=uuid4(), text="She hummed the song", flags=(Flag.CELEBRATION,), **about),
        PrivateNote(id=uuid4(), text=PRIVATE, **about),
        PrivateNote(id=uuid4(), text=PRIVATE, child=child, day=LAST, strategy=bed),
    ):
        house.journal.notes.write(note)


def busy(page):
    """Return whether anything is still counted or drawn."""
    being_drawn = "The chart is being drawn…"
    undrawn = [
        view
        for view in page.findChildren(ChartView)
        if view.isVisible() and view.shown is None and view.text() == being_drawn
    ]
    newest = any(newest_only.busy for newest_only in page.findChildren(NewestOnly))
    return newest or page.desk.worker.busy or bool(undrawn)


@pytest.fixture
def settled(qtbot):
    """Wait until a page shows all that it will show."""

    def wait(page):
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not busy(page), timeout=30_000)
        QApplication.processEvents()
        return page

    return wait


@pytest.fixture
def open_progress(open_window, settled):
    """Open the window at the Progress page, with everything in it."""

    def opened(house, language="en"):
        window = open_window(house.journal, language, page="progress")
        return settled(window.page)

    return opened


@pytest.fixture
def progress(looked, open_progress):
    return open_progress(looked)


@pytest.fixture
def choose(settled):
    """Choose in a drop-down list or a part of the filter, as a person does, and wait for it."""

    def chosen(page, box, words):
        if isinstance(box, str):
            narrow(page.filter.bar, box, words)
            return settled(page)
        place = box.findText(words)
        assert place >= 0, words
        box.setCurrentIndex(place)
        return settled(page)

    return chosen


@pytest.fixture
def open_at(open_window):
    """Open the window at a page that needs no waiting for."""

    def opened(name, house, language="en"):
        window = open_window(house.journal, language, page=name)
        QApplication.processEvents()
        return window.page

    return opened


@pytest.fixture
def open_visits(open_at):
    return partial(open_at, "visits")


@pytest.fixture
def open_team(open_at):
    return partial(open_at, "team")


@pytest.fixture
def open_plan(open_at):
    return partial(open_at, "plan")


@pytest.fixture
def open_outcomes(open_at):
    return partial(open_at, "outcomes")


@pytest.fixture
def open_about(open_at):
    return partial(open_at, "about_child")


@pytest.fixture
def open_grid(open_at):
    return partial(open_at, "week_grid")


@pytest.fixture
def open_together(open_at):
    """Open the window at the page of all children, and return the window."""

    def opened(house):
        return open_at("together", house).window()

    return opened


@pytest.fixture
def visited(three):
    three.begun("visited")
    return three


def write_visited(three):
    """Twelve days since Dana's visit, with practices, notes and something private."""
    three.begun("three")
    journal = three.journal
    dana = next(iter(journal.family().team.values()))
    past = Visit(
        id=uuid4(),
        child=three.child.id,
        day=VISITED,
        people=(dana.id,),
        held=True,
        agreed_between="Two things at each meal",
    )
    coming = Visit(id=uuid4(), child=three.child.id, day=date(2026, 3, 24), people=(dana.id,))
    journal.records.save(past, coming)
    for ahead in range(12):
        day = VISITED + timedelta(days=ahead)
        for name in ("Two choices", "Sign more"):
            journal.days.did_it(three.ids[name], day, PracticeTold(rating=1 + ahead % 4))
    write_note(three, "She said banana", flags=(Flag.CELEBRATION,))
    write_note(three, "Is this fine?", flags=(Flag.QUESTION,))
    write_note(three, "I was so tired", kind=PrivateNote)


WRITES["visited"] = write_visited


@pytest.fixture
def open_visit_page(open_window, qtbot):
    def opened(house, language="en"):
        window = open_window(house.journal, language, page="visit_page")
        qtbot.waitUntil(lambda: bool(window.page.preview._sheets), timeout=20_000)
        return window.page

    return opened
