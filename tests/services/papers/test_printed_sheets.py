"""Sheets from a journal: weeks, the grid and its edits, and the book; nothing private unasked."""

import json
import string
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import InvalidValueError, RecordMissingError
from homejournal.domain.papers.book import BookAsked, book_material, book_of
from homejournal.domain.papers.printed_sheets import FridgeAsked, SmallPaper
from homejournal.domain.papers.sheet_layout import Spot
from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.media_and_papers import Sheet
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import Routine
from homejournal.domain.records.record import Kind
from homejournal.domain.records.visits import Visit
from homejournal.reports.paper_to_pdf import Printer
from tests.journals import TODAY, child, note, planned, practice, private_note, step, strategy
from tests.reports.pdf_checks import words_of

DAY = timedelta(days=1)
BATH = Routine(id=uuid4(), name="Bath")


@pytest.fixture
def family(journal):
    return planned(journal)


def read(journal, of, **said):
    asked = {"child": of.id, "period": Period(TODAY - 60 * DAY, TODAY)}
    reading = journal.sheets.book(BookAsked(**asked | said), TODAY)
    assert [*reading] == list(range(1, reading.parts + 1))
    return book_of(book_material(reading.read))


def texts(book):
    return [one.text for month in book.months for one in (*month.quotes, *month.notes)]


def test_a_week_is_made_from_the_plan(journal, family):
    sheet = journal.sheets.fridge(FridgeAsked(child=family[0].id, day=TODAY), TODAY)
    assert (sheet.child, sheet.printed) == ("Mateo", TODAY)
    assert [row.slot for row in sheet.weeks[0].strategies[0].rows] == ["breakfast", "dinner"]


def printed(journal, of, **said):
    asked = {"child": of.id, "day": TODAY, "chance": UUID(int=7), **said}
    return journal.sheets.fridge(FridgeAsked(**asked), TODAY)


def spots_of(week=0, number=1, left="40.3"):
    box = (Decimal(left), Decimal(50), Decimal(4), Decimal(4))
    codes = [Spot(1, ("code", corner, week, number), box) for corner in "AB"]
    return [*codes, Spot(1, ("box", "help", 0, 1, 0, 2), box)]


def pages_kept(journal):
    return [one for one in journal.records.all_of(Kind.SHEET) if isinstance(one, Sheet)]


def test_what_is_printed_is_kept_as_one_step_and_not_twice(journal, journals, family):
    of, what = family
    sheet = printed(journal, of)
    change = journal.sheets.keep(sheet, spots_of())
    (page,) = pages_kept(journal)
    assert (page.child, page.week.weekday(), page.page) == (of.id, 0, 1)
    (row,) = page.rows
    begun = journal.family().steps[what.id][0]
    assert (row.strategy, row.step, row.slot) == (what.id, begun.id, "dinner")
    journals.clock.forward(minutes=5)
    assert not journal.sheets.keep(sheet, spots_of()).moves
    journal.undo(change)
    assert pages_kept(journal) == []
    journal.sheets.keep(sheet, spots_of())
    assert [one.id for one in pages_kept(journal)] == [page.id]


def test_a_place_that_moved_is_kept_anew_under_the_same_number(journal, family):
    sheet = printed(journal, family[0])
    journal.sheets.keep(sheet, spots_of())
    assert journal.sheets.keep(sheet, spots_of(left="41")).moves
    (page,) = pages_kept(journal)
    assert page.layout["places"][0][5] == "41"


def test_a_printed_week_is_in_the_export_and_goes_with_its_child(journal, family):
    of, _ = family
    journal.sheets.keep(printed(journal, of), spots_of())
    told = json.loads(journal.files.export_json())
    assert [one["child"] for one in told["sheets"]] == [str(of.id)]
    purging = journal.safe.purging
    purging.carry_out(purging.of_child(of.id))
    assert pages_kept(journal) == []
    assert "sheets" not in json.loads(journal.files.export_json())


def test_the_grid_is_that_of_the_plan_and_an_edit_of_it_can_be_undone(journal, family):
    of, what = family
    journal.records.save(BATH)
    (shown,) = plan_state(journal.family(), of.id, TODAY).strategies
    change = journal.sheets.put_into(shown, BATH.id, inside=True)
    assert journal.sheets.grid(of.id, TODAY).strategies[0].routines == {BATH.id}
    journal.undo(change)
    assert journal.sheets.grid(of.id, TODAY).strategies[0].routines == frozenset()
    assert len(journal.family().steps[what.id]) == 1


def test_what_cannot_be_taken_out_writes_nothing(journal, family):
    of, what = family
    journal.records.save(BATH)
    first = journal.family().steps[what.id][0]
    later = step(what, from_day=TODAY - DAY, step="change", often=None, rating=None)
    journal.records.save(replace(first, routines=(BATH.id,)), later)
    (shown,) = plan_state(journal.family(), of.id, TODAY).strategies
    with pytest.raises(InvalidValueError):
        journal.sheets.put_into(shown, BATH.id, inside=False)
    assert journal.sheets.grid(of.id, TODAY).strategies[0].routines == {BATH.id}


def test_a_book_reads_notes_with_whoever_wrote_and_what_they_are_about(journal, family):
    of, what = family
    mom = Helper(id=uuid4(), name="Mom")
    done = practice(what, day=TODAY - DAY, helper=mom.id)
    before = practice(what, day=TODAY - 30 * DAY, helper=mom.id)
    journal.records.save(mom, done, before)
    journal.records.save(
        note(of, "On it", day=TODAY - DAY, practice=done.id),
        note(of, "On one of the month before", practice=before.id),
        note(of, "On one that is gone", practice=uuid4(), flags=(Flag.CELEBRATION,)),
    )
    book = read(journal, of)
    month = book.months[-1]
    assert [(one.text, one.by, one.about) for one in month.notes] == [
        ("On it", "Mom", "Pause and wait"),
        ("On one of the month before", "Mom", "Pause and wait"),
    ]
    assert [(quote.text, quote.by) for quote in month.quotes] == [("On one that is gone", "")]
    assert book.days == ()
    assert [day.strategy for day in read(journal, of, numbers=True).days] == ["Pause and wait"]
    assert book.written_by == ("Mom",)


def test_what_was_ticked_for_a_book_is_kept_in_the_place_of_the_last_one(journal, family):
    of, _ = family
    glad, tired = note(of, "Glad"), private_note(of, "Tired")
    journal.records.save(glad, tired)
    period = Period(TODAY - 60 * DAY, TODAY)
    asked = BookAsked(
        child=of.id,
        period=period,
        private=True,
        quotes=frozenset({glad.id, tired.id}),
        paper=SmallPaper.A5,
    )
    reading = journal.sheets.book(asked, TODAY)
    assert [*reading]
    assert journal.sheets.kept_book(of.id) is None
    change = journal.sheets.keep_book(reading.read)
    kept = journal.sheets.kept_book(of.id)
    assert (kept.quotes, kept.private_quotes, kept.photos) == ((glad.id,), (tired.id,), ())
    assert (kept.book["paper"], journal.sheets.day_of(kept)) == ("a5", TODAY)
    journal.sheets.keep_book(replace(reading.read, asked=replace(asked, quotes=None)))
    again = journal.sheets.kept_book(of.id)
    assert (again.id, again.quotes, again.private_quotes) == (kept.id, (), ())
    assert journal.sheets.day_of(replace(again, book={})) == again.made.date()
    assert change


def test_private_notes_stay_out_unless_they_are_asked_for(journal, family):
    of, _ = family
    journal.records.save(note(of, "Shared"), private_note(of, "So tired"))
    assert texts(read(journal, of)) == ["Shared"]
    reading = journal.sheets.book(BookAsked(child=of.id, period=Period(TODAY, TODAY)), TODAY)
    assert len([*reading]) == reading.parts
    assert [one.note.text for one in reading.read.notes] == ["Shared"]
    with_private = read(journal, of, private=True)
    assert sorted(texts(with_private)) == ["Shared", "So tired"]
    assert with_private.private


def test_all_there_is_to_keep_begins_with_the_first_thing_written(journal, family):
    of, what = family
    assert journal.sheets.book_days(of.id, TODAY) == Period(TODAY, TODAY)
    journal.records.save(practice(what, day=TODAY - 9 * DAY))
    assert journal.sheets.book_days(of.id, TODAY).start == TODAY - 9 * DAY
    journal.records.save(Visit(id=uuid4(), child=of.id, day=TODAY - 20 * DAY))
    assert journal.sheets.book_days(of.id, TODAY).start == TODAY - 20 * DAY
    event = LifeEvent(id=uuid4(), child=of.id, day=TODAY - 30 * DAY, words="Moved")
    journal.records.save(event, Visit(id=uuid4(), child=uuid4(), day=date(2020, 1, 1)))
    assert journal.sheets.book_days(of.id, TODAY).start == TODAY - 30 * DAY


def test_an_unknown_child_has_no_sheet(journal):
    nobody = UUID(int=77)
    with pytest.raises(RecordMissingError):
        journal.sheets.book(BookAsked(child=nobody, period=Period(TODAY, TODAY)), TODAY)
    with pytest.raises(RecordMissingError):
        journal.sheets.grid(nobody, TODAY)


SECRET = st.text(string.ascii_letters, min_size=12, max_size=24)
PRINTER = Printer()


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(hidden=st.lists(SECRET, min_size=1, max_size=3, unique=True), other=SECRET, surname=SECRET)
def test_no_sheet_holds_a_private_note_a_surname_or_another_childs_words(
    journals, hidden, other, surname
):
    """The words and the raw bytes of every sheet of random families are searched."""
    journal = journals.new(uuid4().hex)
    of, what = planned(journal, surname=surname)
    zoe = child(name=other)
    hers = strategy(zoe, name=f"{other} sings")
    bath = Routine(id=uuid4(), name=f"Bath of {other}", child=zoe.id)
    journal.records.save(zoe, hers, bath, step(hers, routines=(bath.id,)), practice(hers))
    journal.records.save(note(zoe, f"{other} slept"), note(of, "Shared"), practice(what))
    journal.records.save(*(private_note(of, words) for words in hidden))
    asked = FridgeAsked(child=of.id, day=TODAY, weeks=2)
    made = [
        PRINTER.pdf(journal.sheets.fridge(asked, TODAY)).pdf,
        PRINTER.pdf(journal.sheets.grid(of.id, TODAY)).pdf,
        PRINTER.pdf(read(journal, of)).pdf,
    ]
    for pdf in made:
        words = words_of(pdf)
        for secret in (*hidden, other, surname):
            assert secret not in words
            assert secret.encode() not in pdf
            assert secret.encode("utf-16-be") not in pdf
    assert "Shared" in words_of(made[2])
    with_private = words_of(PRINTER.pdf(read(journal, of, private=True)).pdf)
    assert all(words in with_private for words in hidden)
    journal.close()
