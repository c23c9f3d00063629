"""Two children, strategies or professionals of one name: no reader of a paper takes one for two."""

import zipfile
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.make_look_back import by_routine, look_back
from homejournal.domain.papers.about_child import SURNAME, AboutAsked
from homejournal.domain.papers.book import BookAsked, book_material, book_of
from homejournal.domain.papers.printed_sheets import FridgeAsked
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import Often, Routine, StepKind
from homejournal.domain.records.visits import Visit
from homejournal.domain.today.reminders_and_timer import reminder_times
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.domain.visit_page.material import Line, strategy_key
from homejournal.reports.papers.about_page import about_page_text
from homejournal.services.import_export import WholeFile
from homejournal.texts.progress_page import filter_said
from homejournal.texts.wording import wording_of
from tests.journals import TODAY, child, note, planned, practice, step, strategy
from tests.packs import made

DAY = timedelta(days=1)
DAYS = Period(TODAY - 6 * DAY, TODAY)


@pytest.fixture
def of(journal):
    """A child with two strategies that are called alike, and one that is not."""
    of, first = planned(journal, surname="Okafor")
    second, other = strategy(of, name="Pause and WAIT"), strategy(of, name="Walk")
    later = {"from_day": date(2026, 3, 4)}
    what = step(second, what="Pause and wait", **later)
    journal.records.save(second, other, what, step(other, **later))
    done = (practice(one) for one in (first, second, other))
    glad = note(of, strategy=second.id, flags=(Flag.CELEBRATION,))
    journal.records.save(*done, practice(second, day=TODAY - DAY, rating=4), glad)
    return of


def page_of(journal, of):
    material = journal.pages.material(of.id, DAYS, TODAY)
    return build_page(material, default_ticks(material))


def book(journal, of):
    reading = journal.sheets.book(BookAsked(child=of.id, period=DAYS, numbers=True), TODAY)
    assert [*reading]
    return book_of(book_material(reading.read))


def names(strategies):
    return [one.name for one in strategies]


class TestStrategies:
    TWO = ("Pause and wait (1)", "Pause and WAIT (2)", "Walk")

    def test_on_a_visit_page(self, journal, of):
        page = page_of(journal, of)
        assert names(page.strategies) == [*self.TWO]
        assert [celebration.about for celebration in page.celebrations] == ["Pause and WAIT (2)"]

    def test_what_only_says_the_name_is_not_said_beside_the_number(self, journal, of):
        material = journal.pages.material(of.id, DAYS, TODAY)
        second = material.strategies[1]
        assert not default_ticks(material).has(strategy_key(second, Line.WHAT))
        assert [one.what for one in page_of(journal, of).strategies] == [None] * 3

    def test_in_a_pack(self, journal, of):
        pack = made(journal, of, period=DAYS)
        assert names(pack.outcomes[0].strategies) == [*self.TWO]

    def test_in_a_book_with_their_first_times(self, journal, of):
        journal.records.save(practice(journal.family().strategies_of(of.id)[1], day=DAYS.start))
        made = book(journal, of)
        assert [day.strategy for day in made.days] == [*self.TWO]
        assert [row.name for row in made.rows.rows] == [*self.TWO]
        assert [quote.about for quote in made.months[0].quotes] == ["Pause and WAIT (2)"]
        assert {first.strategy for first in made.firsts} == {"Pause and WAIT (2)"}

    def test_in_a_week_for_the_fridge(self, journal, of):
        asked = FridgeAsked(child=of.id, day=TODAY)
        (week,) = journal.sheets.fridge(asked, TODAY).weeks
        assert names(week.strategies) == [*self.TWO]
        assert week.strategies[1].how == ""

    def test_on_the_page_for_somebody_new_and_in_the_grid(self, journal, of):
        assert set(names(journal.about.sheet(AboutAsked(child=of.id), TODAY).strategies)) == {
            *self.TWO
        }
        assert set(names(journal.sheets.grid(of.id, TODAY).strategies)) == {*self.TWO}

    def test_where_one_ended_before_the_other_keeps_its_number(self, journal, of):
        first = journal.family().strategies_of(of.id)[0]
        journal.records.save(step(first, step=StepKind.FINISH, from_day=DAYS.start + DAY))
        assert names(page_of(journal, of).strategies) == [*self.TWO]
        (week,) = journal.sheets.fridge(FridgeAsked(child=of.id, day=TODAY + 7 * DAY), TODAY).weeks
        assert names(week.strategies) == [*self.TWO[1:]]

    def test_one_that_is_still_to_begin_has_a_number_already(self, journal, of):
        later = strategy(of, name="Walk")
        journal.records.save(later, step(later, from_day=TODAY + DAY))
        assert names(page_of(journal, of).strategies) == [*self.TWO[:2], "Walk (1)"]
        (week,) = journal.sheets.fridge(FridgeAsked(child=of.id, day=TODAY), TODAY).weeks
        assert names(week.strategies) == [*self.TWO[:2], "Walk (1)", "Walk (2)"]


class TestChildren:
    @pytest.fixture
    def brother(self, journal, of):
        brother = child(name="MATEO", surname="Reyes", born=date(2025, 1, 9))
        what = strategy(brother)
        journal.records.save(brother, what, step(what), practice(what))
        return brother

    def test_the_second_has_a_number_on_all_that_is_printed(self, journal, of, brother):
        fridge = FridgeAsked(child=brother.id, day=TODAY)
        told = {
            page_of(journal, brother).child,
            made(journal, brother, period=DAYS).child,
            book(journal, brother).child,
            journal.sheets.fridge(fridge, TODAY).child,
            journal.sheets.grid(brother.id, TODAY).child,
            journal.about.sheet(AboutAsked(child=brother.id), TODAY).child,
        }
        assert told == {"MATEO (2)"}
        assert page_of(journal, of).child == "Mateo"
        assert journal.sheets.grid(of.id, TODAY).child == "Mateo"

    def test_a_surname_stands_before_the_number(self, journal, brother):
        material = journal.pages.material(brother.id, DAYS, TODAY)
        page = build_page(material, default_ticks(material).with_key("surname", ticked=True))
        assert page.child == "MATEO Reyes (2)"
        asked = AboutAsked(child=brother.id, parts=frozenset({SURNAME}))
        assert "MATEO Reyes (2)" in about_page_text(journal.about.sheet(asked, TODAY))

    def test_in_a_calendar_of_both(self, journal, of, brother):
        visits = [Visit(id=uuid4(), child=one.id, day=TODAY) for one in (of, brother)]
        journal.records.save(*visits)
        file = journal.calendars.file_of(visits, (), wording_of("en"), TODAY)
        told = [str(node["SUMMARY"]) for node in Calendar.from_ical(file).walk("VEVENT")]
        assert told == ["Mateo: visit", "MATEO (2): visit"]


class TestTheTeam:
    def met(self, journal, of, *does):
        """Let so many who are called Dana come, and say with whom it was agreed, and in a book."""
        team = [TeamMember(id=uuid4(), name="Dana", discipline=one) for one in does]
        who = {"people": tuple(one.id for one in team), "agreed_between": "Wait"}
        journal.records.save(*team, Visit(id=uuid4(), child=of.id, day=TODAY, held=True, **who))
        (agreed,) = page_of(journal, of).agreed_with
        (visit,) = book(journal, of).months[0].visits
        assert visit.people == agreed.people
        return agreed.people

    def test_what_they_do_stands_beside_names_that_are_alike(self, journal, of):
        assert self.met(journal, of, "speech", "movement") == ("Dana (speech)", "Dana (movement)")

    def test_who_does_the_same_has_a_number(self, journal, of):
        assert self.met(journal, of, "speech", "Speech") == ("Dana (1)", "Dana (2)")

    def test_so_has_who_does_nothing_that_was_said(self, journal, of):
        assert self.met(journal, of, None, None) == ("Dana (1)", "Dana (2)")

    def test_a_name_of_one_alone_stays_as_it_is(self, journal, of):
        assert self.met(journal, of, "speech") == ("Dana",)


def test_parts_of_the_day_are_told_apart_in_the_grid(journal, of):
    ours = [Routine(id=uuid4(), name="Bath"), Routine(id=uuid4(), name="bath", child=of.id)]
    journal.records.save(*ours, Routine(id=uuid4(), name="Bath", child=uuid4()))
    assert names(journal.sheets.grid(of.id, TODAY).routines) == ["Bath (1)", "bath (2)"]


@pytest.fixture
def baths(journal, of):
    """The two parts of the day in which the first strategy lives; one is the child's own."""
    ours = [Routine(id=uuid4(), name="Bath"), Routine(id=uuid4(), name="bath", child=of.id)]
    (first,) = journal.family().steps[journal.family().strategies_of(of.id)[0].id]
    done = [
        practice(first.strategy, day=TODAY - n * DAY, routine=one.id, rating=2 + (n < 3))
        for one in ours
        for n in range(6)
    ]
    inside = replace(first, routines=tuple(one.id for one in ours))
    journal.records.save(*ours, Routine(id=uuid4(), name="Bath", child=uuid4()), inside, *done)
    return ours


class TestPartsOfTheDay:
    TWO = ("Bath (1)", "bath (2)")

    def test_on_a_visit_page_and_in_a_pack(self, journal, of, baths):
        for made_of in (page_of(journal, of), made(journal, of, period=DAYS).outcomes[0]):
            assert made_of.strategies[0].planned.routines == self.TWO

    def test_on_a_sheet_for_the_fridge(self, journal, of, baths):
        (week,) = journal.sheets.fridge(FridgeAsked(child=of.id, day=TODAY), TODAY).weeks
        assert week.strategies[0].routines == self.TWO

    def test_on_the_page_about_the_child(self, journal, of, baths):
        sheet = journal.about.sheet(AboutAsked(child=of.id), TODAY)
        assert {one.routines for one in sheet.strategies} == {self.TWO, ()}

    def test_side_by_side_in_a_chart_and_in_what_a_filter_says(self, journal, of, baths):
        asked = EntryFilter(child=of.id, **DAYS._asdict())
        (first, *_) = journal.looking_back.written(asked, TODAY)
        series = by_routine(look_back(first))
        assert series is not None
        assert tuple(group.name for group in series.groups) == self.TWO
        narrowed = replace(asked, routine=baths[1].id)
        assert "“bath (2)”" in filter_said(wording_of("en"), narrowed, journal.family())

    def test_in_a_reminder(self, journal, of, baths):
        (first, *_) = journal.family().strategies_of(of.id)
        (began,) = journal.family().steps[first.id]
        journal.records.save(replace(began, often=Often(times=2)))
        times = reminder_times(journal.family(), of.id, TODAY, ())
        assert [time.name for time in times if time.strategy.id == first.id] == [*self.TWO]


def test_in_a_workbook_of_all_that_is_written(journal, of, baths):
    second = journal.family().strategies_of(of.id)[1]
    anas = [Helper(id=uuid4(), name="Ana") for _ in range(2)]
    danas = [TeamMember(id=uuid4(), name="Dana", discipline=does) for does in ("speech", "music")]
    visit = Visit(id=uuid4(), child=of.id, day=TODAY, people=tuple(one.id for one in danas))
    done = [practice(second, day=TODAY, helper=one.id) for one in anas]
    twin = child(name=of.name)
    journal.records.save(*anas, *danas, visit, *done, twin, note(twin))
    made = zipfile.ZipFile(BytesIO(journal.files.export(WholeFile.XLSX, wording_of("en"))))
    cells = ElementTree.fromstring(made.read("xl/sharedStrings.xml"))  # noqa: S314
    told = {one.text for one in cells.iter()}
    assert {"Ana (1)", "Ana (2)", "Pause and WAIT (2)", "Bath (1)", "bath (2)"} <= told
    assert {of.name, f"{of.name} (2)", "Dana (speech)", "Dana (speech)\nDana (music)"} <= told
    assert {"Ana", "Dana", "Pause and WAIT"} & told == set()


def test_the_longest_names_have_numbers_too(journal, of):
    long = "o" * 200
    first, second = (Helper(id=uuid4(), name=long) for _ in range(2))
    family = journal.family()
    strategies = [replace(one, name=long) for one in family.strategies_of(of.id)]
    journal.records.save(first, second, *strategies, note(of, helper=second.id))
    page = page_of(journal, of)
    assert names(page.strategies) == ["o" * 196 + f" ({n})" for n in (1, 2, 3)]
