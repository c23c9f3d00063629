"""The workbook of a journal: all that is written has its row, in words; text stays text."""

import csv
import io
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from uuid import UUID, uuid4
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings

from homejournal.domain.days.day_states import CountingFrame
from homejournal.domain.days.periods import Period
from homejournal.domain.papers.workbook import MOST_DAYS, Book, BookColumn, BookSheet, days_of_all
from homejournal.domain.records.family import Family
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.ladders_and_feelings import (
    ConfidenceRating,
    OutcomeReview,
    Progress,
    RoutineRating,
)
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.people import Contact, Helper, TeamMember, Way
from homejournal.domain.records.plan import UNRATED, Often, OftenKind, PlanStep, Routine, Weekday
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.rating_scales import Per, RatingKind, RatingPlan
from homejournal.domain.records.record import Kind
from homejournal.domain.records.visits import Asked, Visit
from homejournal.exchange.journal_csv import days_table
from homejournal.exchange.tables import MOST_LETTERS, write_workbook
from homejournal.reports.workbook.sheets import workbook
from homejournal.texts import labels
from homejournal.texts.wording import wording_of
from tests.domain.looking_back.test_looking_back_twice import brute
from tests.domain.random_families import STRATEGY, Counted, family_of
from tests.domain.random_families import families as random_families
from tests.domain.small import Small
from tests.families import mateo
from tests.family import day
from tests.look_backs import backs_of
from tests.more_families import eli, jaylen, owen
from tests.records import families

ENGLISH, NOBODY = wording_of("en"), Family()
TODAY = date(2026, 7, 1)
_NS = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def book_of(records, *, private=True, language="en", family=NOBODY, today=TODAY):
    days = list(days_of_all(records, frame(today))) if today else ()
    return workbook(records, family, wording_of(language), days, private=private)


def frame(today):
    return CountingFrame(Period(today, today), today)


def as_records(family):
    """A random family, of which only rows are drawn, as the records of a journal."""
    done = [
        Practice(
            id=UUID(int=10_000 + at), strategy=STRATEGY.id, day=date.fromisoformat(practice.day),
            slot=practice.slot,
        )
        for at, practice in enumerate(family.practices)
    ]  # fmt: skip
    marks = [
        DayMark(
            id=UUID(int=20_000 + at), child=STRATEGY.child, day=date.fromisoformat(mark.day),
            slot=mark.slot, mark=mark.mark, reason=mark.reason, home=mark.home,
        )
        for at, mark in enumerate(family.marks)
    ]  # fmt: skip
    return [STRATEGY, *family.steps, *done, *marks]


def sheet(book, title):
    (found,) = [one for one in book.sheets if one.title == title]
    return found


def rows(book, title):
    """Return the rows of a sheet by the names of their columns, without empty cells."""
    found = sheet(book, title)
    names = [column.name for column in found.columns]
    return [
        {name: cell for name, cell in zip(names, row, strict=True) if cell is not None}
        for row in found.rows
    ]


def read(data):
    """Return the texts of a file, and what its sheets hold, by the names of its parts."""
    with zipfile.ZipFile(BytesIO(data)) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def texts(data):
    tree = ElementTree.fromstring(read(data)["xl/sharedStrings.xml"])  # noqa: S314
    return ["".join(part.itertext()) for part in tree.findall("s:si", _NS)]


def test_a_day_is_told_in_words_and_numbers():
    told = rows(book_of(owen().records), "Entries")
    first = next(row for row in told if row.get("Took") == 1)
    assert first["Rating"] == "1 of 4"
    assert (first["Offered"], first["Child"], first["What"]) == (4, "Owen", "did it")
    assert isinstance(first["Day"], date)
    assert {row["What"] for row in told} >= {"did it", "not today", "left out"}
    assert {row["Reason"] for row in told if row["What"] == "left out"} == {"sick"}


@pytest.mark.parametrize("family", [jaylen(), eli(), owen(), mateo()], ids=lambda one: one.name)
def test_whoever_divides_the_days_gets_the_share_that_is_told(family):
    days = list(days_of_all(family.records, CountingFrame(family.period, family.today)))
    book = workbook(family.records, NOBODY, ENGLISH, days, private=False)
    for strategy, back in zip(family.strategies, backs_of(family), strict=True):
        total = back.total
        told = [
            row
            for row in rows(book, "Days")
            if row["Strategy"] == strategy.name and back.written.frame.period.end >= row["Day"]
        ]
        inside = [row for row in told if row["Day"] >= back.written.frame.period.start]
        states = Counter(row["State"] for row in inside)
        planned = [row for row in inside if row.get("Planned day") == "yes"]
        assert states["did it"] == total.did_it
        assert states["not today"] == total.not_today
        assert states["left out"] == total.left_out
        assert sum(row.get("Times", 0) for row in inside) == total.times
        if total.planned is not None:
            assert (len(planned), states["not written"]) == (total.planned, total.not_written)
            assert sum(row["Times not written"] for row in planned) == total.times_not_written


@given(random_families())
@settings(max_examples=40, deadline=None)
def test_the_days_of_a_workbook_are_those_of_a_naive_look_at_each(family: Counted):
    """Practices and marks as records, and today's day among them; each has its state in words."""
    records = as_records(family)
    counted = list(days_of_all(records, family.frame))
    naive = brute(family)
    begins = [step.from_day for step in family.steps]
    begins += [date.fromisoformat(practice.day) for practice in family.practices]
    first = min(begins, default=None)
    asked = []
    for one in naive.days(first, family.frame.today) if first else []:
        state, often = naive.state(one), naive.often(one)
        any_days = often is not None and often[2] is not None
        is_planned = state in {"did_it", "not_today", "not_written"}
        asked.append((one, state, None if any_days else is_planned))
    assert [(one.day, one.answer.state, one.planned) for one in counted] == asked


@given(random_families())
@example(family_of(220))  # any days of a week at first, and then days of their own
@settings(max_examples=40, deadline=None)
def test_whoever_divides_the_days_of_any_family_gets_its_counts(family: Counted):
    """In the sheet and in the table, which tell the same days in the same order."""
    days = list(days_of_all(as_records(family), family.frame))
    total, (start, end) = family.numbers().total, family.frame.period
    file = io.StringIO(days_table(days, {}).decode("utf-8-sig"), newline="")
    table = [one for one in csv.DictReader(file) if start.isoformat() <= one["day"]]
    table = [one for one in table if one["day"] <= end.isoformat()]
    states = Counter(one["state"] for one in table)
    planned = [one for one in table if one["planned"] == "true"]
    assert (states["did_it"], states["not_today"]) == (total.did_it, total.not_today)
    assert states["left_out"] == total.left_out
    assert sum(int(one["times"]) for one in table) == total.times
    if total.planned is not None:  # the whole plans days, and never any days of a week
        assert (len(planned), states["not_written"]) == (total.planned, total.not_written)
        for name in ("times_planned", "times_not_today", "times_not_written"):
            assert sum(int(one[name] or 0) for one in table) == getattr(total, name)
    book = workbook([], NOBODY, ENGLISH, days, private=False)
    told = [row for row in rows(book, "Days") if start <= row["Day"] <= end] if days else []
    assert [row["Day"].isoformat() for row in told] == [one["day"] for one in table]
    assert [row.get("Planned day", "") == "yes" for row in told] == [
        one["planned"] == "true" for one in table
    ]
    written = sum(int(one["times_planned"] or 0) for one in table)
    assert sum(row.get("Planned times", 0) for row in told) == written


def test_a_day_says_why_it_is_left_out_and_what_was_used_anyway():
    small = Small("1 . s", often=Often(weekdays=(Weekday.MON, Weekday.WED)))
    small.write("1", start=day(3))
    records = small.child.records
    book = workbook(records, NOBODY, ENGLISH, [*days_of_all(records, frame(day(5)))], private=False)
    told = [
        (row["State"], row.get("Reason"), row["Planned day"], row["Times"])
        for row in rows(book, "Days")
    ]
    assert told == [
        ("did it", None, "yes", 1),
        ("used anyway", None, "no", 1),
        ("left out", "sick", "no", 0),
    ]


def test_two_versions_of_an_entry_are_one_day_and_before_the_first_plan_there_is_none():
    small = Small("1")
    done = next(record for record in small.child.records if isinstance(record, Practice))
    records = [*small.child.records, replace(done, slot="noon")]
    (told,) = days_of_all(records, frame(day(2)))
    assert told.answer.times == 1
    assert list(days_of_all(records, frame(day(1)))) == []
    assert list(days_of_all([small.strategy], frame(day(9)))) == []
    long_ago = replace(small.step, from_day=date(1026, 3, 2))
    days = list(days_of_all([small.strategy, long_ago], frame(day(2))))
    assert len(days) == MOST_DAYS
    any_days = Small("1", often=Often(kind=OftenKind.DAYS_A_WEEK, days=3))
    (told,) = days_of_all(any_days.child.records, frame(day(2)))
    assert (told.planned, told.times, told.times_planned, told.times_not_written) == (
        None,
        1,
        None,
        None,
    )


def test_the_sentences_of_a_ladder_and_what_reviews_said_have_their_sheets():
    family = eli()
    outcome = next(record for record in family.records if kind_of(record) is Kind.OUTCOME)
    visit = next(record for record in family.records if isinstance(record, Visit))
    said = OutcomeReview(
        id=uuid4(), outcome=outcome.id, day=date(2026, 3, 20), words=Progress.SOME, visit=visit.id
    )
    book = book_of([*family.records, said])
    (ladder,) = rows(book, "Ladder sentences")
    assert (ladder["Child"], ladder["Outcome"]) == ("Eli", outcome.text)
    assert len([name for name in ladder if name.startswith("Level ")]) >= 3
    (review,) = rows(book, "Reviews")
    assert (review["Day"], review["Child"], review["Visit"]) == (said.day, "Eli", visit.day)
    assert review["Progress"] == labels.progress(ENGLISH, Progress.SOME)


@pytest.mark.parametrize("family", [jaylen(), eli(), owen()], ids=lambda one: one.name)
def test_every_entry_and_mark_has_its_row_in_the_order_of_days(family):
    told = sheet(book_of(family.records), "Entries")
    wanted = [record.day for record in family.records if isinstance(record, Practice | DayMark)]
    assert [row[0] for row in told.rows] == sorted(wanted)


def test_private_words_stand_there_only_where_they_are_wanted():
    records = jaylen().records
    private = [record.text for record in records if isinstance(record, PrivateNote)]
    assert [row["Note"] for row in rows(book_of(records), "Private notes")] == private
    without = write_workbook(book_of(records, private=False))
    assert not set(private) & set(texts(without))


@settings(max_examples=20, deadline=None)
@given(family=families())
def test_no_private_kind_is_in_the_public_workbook_and_all_notes_are_in_it(family):
    public = book_of(family, private=False, today=None)  # days hold no words
    assert not {"Private notes", "How it feels"} & {one.title for one in public.sheets}
    notes = sorted(one.text for one in family if isinstance(one, Note))
    told = [
        row["Note"]
        for one in public.sheets
        if one.title == "Notes"
        for row in rows(public, "Notes")
    ]
    assert sorted(told) == notes
    assert write_workbook(public).startswith(b"PK")


def test_feelings_team_contacts_questions_and_the_rest_have_their_sheets():
    family = eli()
    child, strategy = family.child.id, family.strategy.id
    bath, aunt = Routine(id=uuid4(), name="Bath"), Helper(id=uuid4(), name="Aunt Bea")
    kim = TeamMember(
        id=uuid4(),
        name="Kim",
        ways=(Way(way="phone", value="555 0100"), Way(way="email", value="kim@x", preferred=True)),
    )
    visit = Visit(id=uuid4(), child=child, day=date(2026, 4, 1), people=(kim.id,), how="home")
    said = {"day": date(2026, 3, 9), "level": 4, "child": child}
    records = [
        *[record for record in family.records if kind_of(record) is not Kind.TEAM_MEMBER],
        bath,
        aunt,
        kim,
        visit,
        RoutineRating(id=uuid4(), routine=bath.id, helper=aunt.id, **said),
        ConfidenceRating(id=uuid4(), strategy=strategy, **said),
        Contact(id=uuid4(), team=kim.id, day=date(2026, 3, 3), way="phone", words="The next step"),
        Asked(id=uuid4(), visit=visit.id, asked_by=kim.id, text="How are nights?", answer="Calmer"),
    ]
    book = book_of(records)
    assert [row["About"] for row in rows(book, "How it feels")] == ["Bath", family.strategy.name]
    assert rows(book, "How it feels")[0]["Who"] == "Aunt Bea"
    (person,) = rows(book, "Our team")
    assert person["Ways to reach them"].splitlines()[0].endswith("kim@x")
    assert rows(book, "Contacts")[0]["Name"] == "Kim"
    (asked,) = rows(book, "Their questions")
    assert (asked["Visit"], asked["Child"], asked["Asked by"]) == (visit.day, "Eli", "Kim")
    assert next(row for row in rows(book, "Visits") if row["Day"] == visit.day)["People"] == "Kim"
    ladder = rows(book, "Ladders")
    assert [row["Level"] for row in ladder] == [-2, -1, 0]
    assert all(row["Words"] and row["Child"] == "Eli" for row in ladder)


def test_the_plan_tells_how_often_and_how_it_is_rated():
    (step,) = rows(book_of(mateo().records), "Plan")
    assert step["How often"].startswith("twice a day")
    assert (step["Step"], step["Rated by"], step["Suggested by"]) == (
        "Started",
        "How much help?",
        "Dana",
    )


@pytest.mark.parametrize(("per", "said"), [(Per.DAY, "the day"), (Per.TIME, "each time")])
def test_a_number_says_what_it_is_of_and_whether_its_day_or_each_time_has_it(per, said):
    step = counted_step(RatingPlan(kind=RatingKind.NUMBER, unit="minutes", per=per))
    helped = replace(step, id=uuid4(), from_day=date(2026, 3, 9), rating=UNRATED)
    done = [
        Practice(
            id=uuid4(), strategy=STRATEGY.id, day=date(2026, 3, number),
            rating_kind=RatingKind.NUMBER, rating=Decimal(number),
        )
        for number in (2, 9)
    ]  # fmt: skip
    unrated = Practice(id=uuid4(), strategy=STRATEGY.id, day=date(2026, 3, 3))
    family = Family(steps={STRATEGY.id: (step, helped)})
    book = book_of([STRATEGY, step, helped, *done, unrated], family=family)
    assert [(row.get("Unit"), row.get("Belongs to")) for row in rows(book, "Plan")] == [
        ("minutes", said),
        (None, None),
    ]
    assert [
        (row.get("Number"), row.get("Unit"), row.get("Belongs to")) for row in rows(book, "Entries")
    ] == [(2, "minutes", said), (None, None, None), (9, None, None)]


def counted_step(rating):
    return PlanStep(
        id=uuid4(), strategy=STRATEGY.id, from_day=date(2026, 3, 2), often=Often(times=2),
        rating=rating,
    )  # fmt: skip


def test_a_note_names_the_strategy_of_its_entry_and_what_it_is_for():
    family = jaylen()
    done = next(record for record in family.records if isinstance(record, Practice))
    note = next(record for record in family.records if isinstance(record, Note))
    moved = replace(note, strategy=None, practice=done.id)
    records = [moved if record is note else record for record in family.records]
    (told,) = [row for row in rows(book_of(records), "Notes") if row["Note"] == note.text]
    assert told["Strategy"] == family.strategy.name
    assert "yes" in told.values()


def test_records_that_name_nothing_that_is_there_still_have_their_rows():
    alone = Asked(id=uuid4(), visit=uuid4(), text="Why?")
    done = Practice(id=uuid4(), strategy=uuid4(), day=date(2026, 3, 2))
    book = book_of([alone, done])
    assert rows(book, "Their questions") == [{"Question": "Why?"}]
    assert rows(book, "Entries") == [{"Day": date(2026, 3, 2), "What": "did it"}]


def test_the_guide_tells_every_column_of_every_sheet():
    book = book_of(eli().records)
    told = {(row[0], row[1]) for row in book.guide.rows}
    assert told == {(one.title, column.name) for one in book.sheets for column in one.columns}
    assert all(row[2] for row in book.guide.rows)


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_titles_are_short_and_no_two_columns_of_a_sheet_are_called_alike(language):
    book = book_of([*eli().records, *jaylen().records], language=language)
    for one in book.sheets:
        names = [column.name for column in one.columns]
        assert len(set(names)) == len(names)
        assert len(one.title) <= 31
    assert book.from_right == (language == "ar")


def one_sheet(*rows, title="Days", from_right=False):
    columns = tuple(BookColumn(f"c{at}", "", 10) for at in range(max(map(len, rows))))
    made = BookSheet(title=title, columns=columns, rows=rows)
    guide = BookSheet(title="Guide", columns=columns, rows=())
    return Book(guide=guide, sheets=(made,), from_right=from_right)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "=HYPERLINK(1)", "http://x", "'=1", "5"]
)
def test_text_stays_text(text):
    parts = read(write_workbook(one_sheet((text,))))
    assert text in texts(write_workbook(one_sheet((text,))))
    assert "<f>" not in parts["xl/worksheets/sheet2.xml"]
    assert "xl/worksheets/_rels/sheet2.xml.rels" not in parts


def test_days_moments_and_numbers_are_values_and_early_days_text():
    moment = datetime(2026, 3, 2, 20, 30)  # noqa: DTZ001 - a workbook knows no zones
    days = date(2026, 3, 2), date(1900, 3, 1), date(1899, 1, 1)
    row = (*days, moment, time(7, 30), Decimal("5.5"), 3, None)
    data = write_workbook(one_sheet(row))
    cells = read(data)["xl/worksheets/sheet2.xml"]
    for value in (
        "<v>46083</v>",
        "<v>61</v>",
        "<v>46083.85416666666",
        "<v>0.3125</v>",
        "<v>5.5</v>",
        "<v>3</v>",
    ):
        assert value in cells
    assert "1899-01-01" in texts(data)


def test_the_heads_of_all_columns_stand_in_the_first_row_stay_in_sight_and_have_a_filter():
    data = write_workbook(one_sheet(("a", 1, "b"), ("c", 2, "d")))
    tree = ElementTree.fromstring(read(data)["xl/worksheets/sheet2.xml"])  # noqa: S314
    said = texts(data)
    first = tree.find("s:sheetData/s:row", _NS)
    assert [said[int(cell.find("s:v", _NS).text)] for cell in first] == ["c0", "c1", "c2"]
    assert tree.find("s:autoFilter", _NS).attrib["ref"] == "A1:C3"
    pane = tree.find("s:sheetViews/s:sheetView/s:pane", _NS).attrib
    assert (pane["ySplit"], pane["topLeftCell"], pane["state"]) == ("1", "A2", "frozen")
    assert {float(one.attrib["width"]) for one in tree.findall("s:cols/s:col", _NS)} == {10.7109375}


def test_a_text_longer_than_a_cell_is_cut_with_a_sign():
    (long,) = [text for text in texts(write_workbook(one_sheet(("x" * 40_000,)))) if "xx" in text]
    assert len(long) == MOST_LETTERS
    assert long.endswith("…")


def test_sheets_get_titles_that_programs_take():
    columns = (BookColumn("c", "", 10),)
    titled = [
        BookSheet(title=title, columns=columns, rows=(("x",),))
        for title in ("A/B: [c]*?", "Guide", "guide", "y" * 50, "'", "y" * 50)
    ]
    guide = BookSheet(title="Guide", columns=columns, rows=())
    parts = read(write_workbook(Book(guide=guide, sheets=tuple(titled))))
    tree = ElementTree.fromstring(parts["xl/workbook.xml"])  # noqa: S314
    names = [one.attrib["name"] for one in tree.findall("s:sheets/s:sheet", _NS)]
    assert len({name.lower() for name in names}) == len(titled) + 1
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_a_language_from_the_right_turns_the_sheets():
    turned = read(write_workbook(one_sheet(("x",), from_right=True)))
    assert 'rightToLeft="1"' in turned["xl/worksheets/sheet2.xml"]
    assert "rightToLeft" not in read(write_workbook(one_sheet(("x",))))["xl/worksheets/sheet2.xml"]


def test_the_file_says_nothing_of_who_made_it():
    data = read(write_workbook(one_sheet(("x",))))
    assert "<dc:creator></dc:creator>" in data["docProps/core.xml"]
