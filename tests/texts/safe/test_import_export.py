"""What is said where all that is written leaves or comes in."""

from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.records.notes import Note
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import MissingParts, Part
from homejournal.domain.sharing.table_import import (
    DayOrder,
    Meaning,
    TableRead,
    Unclear,
    UnclearRow,
    column_name,
)
from homejournal.domain.today.week_cells import read_cell
from homejournal.texts.safe import import_export as said
from homejournal.texts.week_grid import letters
from homejournal.texts.wording import wording_of

EN = wording_of("en")
LANGUAGES = ("en", "es", "ar")


def note(day):
    return Note(id=uuid4(), child=uuid4(), day=day, text="She laughed")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_has_words_of_its_own(language):
    wording = wording_of(language)
    for names in (
        [said.part_name(wording, part) for part in Part],
        [said.meaning_name(wording, meaning) for meaning in Meaning],
        [said.order_name(wording, day_order) for day_order in DayOrder],
        [said.unclear_said(wording, UnclearRow(4, unclear)) for unclear in Unclear],
    ):
        assert all(names)
        assert len(set(names)) == len(names)


def test_days_are_usually_written_as_the_language_does():
    assert said.usual_order(EN) is DayOrder.MONTH_DAY_YEAR
    assert said.usual_order(wording_of("es")) is DayOrder.DAY_MONTH_YEAR


def test_columns_are_known_by_their_usual_names():
    known = said.columns_known(EN)
    assert (known["date"], known["how it went"], known["who"]) == (
        Meaning.DAY,
        Meaning.HOW,
        Meaning.WHO,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_names_of_columns_are_known_in_every_language(language):
    known = said.columns_known(wording_of(language))
    assert known["date"] is Meaning.DAY
    assert known[column_name(f"¿{wording_of(language).text('How it went')}?")] is Meaning.HOW


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", RatingKind)
def test_whole_cells_are_read_as_what_would_be_typed_for_them(language, kind):
    wording = wording_of(language)
    for typed in said.cells_known(wording)[kind].values():
        wish = read_cell(typed, kind, letters(wording))
        assert wish.times or wish.mark


def test_a_row_that_is_not_clear_is_told_with_its_number_and_cell():
    row = UnclearRow(1_204, Unclear.HOW, "x" * 100)
    assert said.unclear_said(EN, row) == f"Row 1,204: how it went is not clear – “{'x' * 60}”"


def test_what_a_table_would_bring_is_told():
    first, second = date(2026, 3, 2), date(2026, 3, 3)
    read = TableRead(records=(note(first), note(second)), unclear=(UnclearRow(4, Unclear.HOW),))
    assert said.read_lines(EN, read) == (
        "New: 2 notes",
        "On 2 days",
        "1 row is not clear and stays out:",
    )
    clear = TableRead(records=(note(first),))
    assert said.read_lines(EN, clear) == ("New: 1 note", "On 1 day")
    only_unclear = TableRead(unclear=(UnclearRow(4, Unclear.HOW),) * 2)
    assert said.read_lines(EN, only_unclear) == (
        "It brings nothing new.",
        "2 rows are not clear and stay out:",
    )
    assert said.read_lines(EN, TableRead()) == ("Everything in it is in your journal already.",)


def test_plans_may_begin_as_early_as_the_table():
    read = TableRead(before_plan={uuid4(): date(2026, 3, 2), uuid4(): date(2026, 2, 1)})
    told = said.begins_earlier(EN, read, ["Wait", "Ball"])
    assert told.startswith("Let the plan of Wait and Ball begin on ")
    assert "February 1, 2026" in told


def test_what_a_copy_holds_and_never_holds_is_told():
    holds, never = said.hand_over_lines(EN, {Kind.NOTE: 3, Kind.HOME: 1})
    assert holds == "This is in it: 3 notes and the names of homes and computers"
    assert never.startswith("Never in it: private notes")


def test_what_is_not_in_a_file_is_told():
    assert said.not_in_file(EN, 1).startswith("1 entry could not be read")
    assert said.not_in_file(EN, 2).startswith("2 entries could not be read")
    assert said.lacking_lines(EN, MissingParts()) == ()
    lines = said.lacking_lines(EN, MissingParts(entries=1, photos=2, no_room=3))
    assert [line[:13] for line in lines] == ["1 entry could", "2 photos or h", "3 pictures or"]
    assert said.last_copy_said(EN, 0) == "It holds the whole journal."
    assert "journal. 2 photos and hand-outs are not in it." in said.last_copy_said(EN, 2)
    assert said.photos_stay_said(EN, 2).startswith("2 photos and hand-outs are not in it")
    assert "“Keep it safe”" in said.mending_said(EN)
    assert "“repair”" in said.mending_said_outside(EN)
