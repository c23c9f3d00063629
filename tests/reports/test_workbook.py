"""The workbook of a journal: all that is written has its row, in words; text stays text."""

import zipfile
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from uuid import uuid4
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from homejournal.domain.family import Family
from homejournal.domain.kinds import kind_of
from homejournal.domain.ladders import ConfidenceRating, RoutineRating
from homejournal.domain.notes import Note, PrivateNote
from homejournal.domain.people import Contact, Helper, TeamMember, Way
from homejournal.domain.plan import Routine
from homejournal.domain.practices import DayMark, Practice
from homejournal.domain.record import Kind
from homejournal.domain.visits import Asked, Visit
from homejournal.domain.workbook import Book, BookColumn, BookSheet
from homejournal.exchange.workbook_file import MOST_LETTERS, write_workbook
from homejournal.reports.workbook import workbook
from homejournal.texts.wording import wording_of
from tests.families import mateo
from tests.more_families import eli, jaylen, owen
from tests.records import families

ENGLISH, NOBODY = wording_of("en"), Family()
_NS = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def book_of(records, *, private=True, language="en", family=NOBODY):
    return workbook(records, family, wording_of(language), private=private)


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
    told = rows(book_of(owen().records), "Days")
    first = next(row for row in told if row.get("Took") == 1)
    assert first["Rating"] == "1 of 4"
    assert (first["Offered"], first["Child"], first["What"]) == (4, "Owen", "did it")
    assert isinstance(first["Day"], date)
    assert {row["What"] for row in told} >= {"did it", "not today", "left out"}
    assert {row["Reason"] for row in told if row["What"] == "left out"} == {"sick"}


@pytest.mark.parametrize("family", [jaylen(), eli(), owen()], ids=lambda one: one.name)
def test_every_entry_and_mark_has_its_row_in_the_order_of_days(family):
    told = sheet(book_of(family.records), "Days")
    wanted = [one.day for one in family.records if isinstance(one, Practice | DayMark)]
    assert [row[0] for row in told.rows] == sorted(wanted)


def test_private_words_stand_there_only_where_they_are_wanted():
    records = jaylen().records
    private = [one.text for one in records if isinstance(one, PrivateNote)]
    assert [row["Note"] for row in rows(book_of(records), "Private notes")] == private
    without = write_workbook(book_of(records, private=False))
    assert not set(private) & set(texts(without))


@settings(max_examples=20, deadline=None)
@given(family=families())
def test_no_private_kind_is_in_the_public_workbook_and_all_notes_are_in_it(family):
    public = book_of(family, private=False)
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
        *[one for one in family.records if kind_of(one) is not Kind.TEAM_MEMBER],
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


def test_a_note_names_the_strategy_of_its_entry_and_what_it_is_for():
    family = jaylen()
    done = next(one for one in family.records if isinstance(one, Practice))
    note = next(one for one in family.records if isinstance(one, Note))
    moved = replace(note, strategy=None, practice=done.id)
    records = [moved if one is note else one for one in family.records]
    (told,) = [row for row in rows(book_of(records), "Notes") if row["Note"] == note.text]
    assert told["Strategy"] == family.strategy.name
    assert "yes" in told.values()


def test_records_that_name_nothing_that_is_there_still_have_their_rows():
    alone = Asked(id=uuid4(), visit=uuid4(), text="Why?")
    done = Practice(id=uuid4(), strategy=uuid4(), day=date(2026, 3, 2))
    book = book_of([alone, done])
    assert rows(book, "Their questions") == [{"Question": "Why?"}]
    assert rows(book, "Days") == [{"Day": date(2026, 3, 2), "What": "did it"}]


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
    row = (date(2026, 3, 2), moment, time(7, 30), Decimal("5.5"), 3, date(1899, 1, 1), None)
    data = write_workbook(one_sheet(row))
    cells = read(data)["xl/worksheets/sheet2.xml"]
    for value in (
        "<v>46083</v>",
        "<v>46083.85416666666",
        "<v>0.3125</v>",
        "<v>5.5</v>",
        "<v>3</v>",
    ):
        assert value in cells
    assert "1899-01-01" in texts(data)


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
