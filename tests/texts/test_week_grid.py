"""What the grid of a week says: its letters are told apart, and each refusal has words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from homejournal.domain.records.notes import Note
from homejournal.domain.records.plan import Strategy
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan, Tries
from homejournal.domain.today.strategy_cards import TimeOfCard
from homejournal.domain.today.week_cells import (
    BLANK,
    Answer,
    CellFault,
    CellInput,
    Refusal,
    input_of,
)
from homejournal.domain.today.week_grid import CellPlace, RowKey, WeekCell, WeekRow
from homejournal.texts import week_grid as said
from homejournal.texts.wording import languages, wording_of

EN = wording_of("en")
WHAT = Strategy(id=UUID(int=1), child=UUID(int=2), name="Pause and wait")
TUESDAY = date(2026, 3, 3)
ON_TUESDAY = "Pause and wait · Tue:"
NOTE = Note(id=UUID(int=3), child=UUID(int=2), day=TUESDAY, text="She laughed")
HELP = RatingPlan(kind=RatingKind.HELP)


def cell(*ratings, kind=RatingKind.HELP, mark=None, **about):
    practices = [
        Practice(id=UUID(int=n), strategy=WHAT.id, day=TUESDAY, rating=one, rating_kind=kind)
        for n, one in enumerate(ratings)
    ]
    times = tuple(
        TimeOfCard(number=n, practice=practice) for n, practice in enumerate(practices, start=1)
    )
    rating = about.pop("rating", RatingPlan(kind=kind, unit=about.pop("unit", None)))
    told = {"planned": True, "later": False, "times": times, "mark": mark, "rating": rating}
    return WeekCell(place=CellPlace(RowKey(WHAT.id), TUESDAY), **told | about)


def row(slot=None, place=None):
    return WeekRow(key=RowKey(WHAT.id, slot, place), strategy=WHAT, cells=())


def mark(kind=MarkKind.NOT_TODAY, reason=None):
    return DayMark(id=UUID(int=9), child=UUID(int=2), day=TUESDAY, mark=kind, reason=reason)


@pytest.mark.parametrize("language", languages())
def test_each_answer_has_a_letter_that_no_other_has(language):
    letters = said.letters(wording_of(language))
    assert list(letters.values()) == [*Answer, *LeftOutReason]
    assert all(len(letter) == 1 and letter.isalpha() for letter in letters)


@pytest.mark.parametrize(
    ("held", "shown"),
    [
        (cell(), ""),
        (cell(2), "2"),
        (cell(2, None), "2 ✓"),
        (cell(None, None, None, kind=RatingKind.NONE), "3 ×"),
        (cell(Decimal("5.50"), kind=RatingKind.NUMBER), "5.5"),
        (cell(Tries(took=3, of=5), kind=RatingKind.TRIES), "3/5"),
        (cell(mark=mark()), "n"),
        (cell(mark=mark(MarkKind.LEFT_OUT, LeftOutReason.SICK)), "s"),
        (cell(mark=mark(MarkKind.LEFT_OUT)), "l"),
        (cell(2, mark=mark()), "2 n"),
    ],
)
def test_a_box_shows_in_a_few_signs_what_is_written(held, shown):
    assert said.cell_shown(EN, held) == shown


@pytest.mark.parametrize(
    ("held", "heard"),
    [
        (cell(), "not written"),
        (cell(planned=False), "not planned"),
        (cell(later=True), "still to come"),
        (cell(2), "2, some help"),
        (cell(2, notes=(NOTE,)), "2, some help, with a note"),
        (cell(None), "did it"),
        (cell(Decimal(5), kind=RatingKind.NUMBER, unit="minutes"), "5 minutes"),
        (cell(Tries(took=3, of=5), kind=RatingKind.TRIES), "3 of 5"),
        (cell(2, 3, mark=mark()), "2, some help, 3, a little help, not today"),
    ],
)
def test_a_box_is_heard_in_full(held, heard):
    where = "Pause and wait · Breakfast · Tuesday, March 3: "
    assert said.cell_said(EN, row("breakfast"), held) == where + heard


def test_a_row_is_called_by_its_time_where_there_are_more():
    assert said.row_name(EN, row()) == "Pause and wait"
    assert said.row_name(EN, row(place=2)) == "Pause and wait · Time 2"


@pytest.mark.parametrize(
    ("kind", "unit", "begins"),
    [
        (
            RatingKind.HELP,
            None,
            "1 – a lot of help · 2 – some help · 3 – a little help · 4 –",
        ),
        (RatingKind.WENT, None, "1 – hard · 2 – okay · 3 – well · y – did it · n – not today"),
        (RatingKind.NUMBER, "minutes", "a number – minutes · y – did it"),
        (RatingKind.NUMBER, None, "a number · y – did it"),
        (RatingKind.TRIES, None, "3/5 – took 3 of 5 · y – did it"),
        (RatingKind.NONE, None, "1 – did it once · 2 – did it twice · y – did it"),
    ],
)
def test_what_a_box_takes_is_said_in_its_own_words(kind, unit, begins):
    assert said.legend(EN, RatingPlan(kind=kind, unit=unit)).startswith(begins)


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (CellInput(times=(2,)), f"{ON_TUESDAY} some help"),
        (
            CellInput(times=(2,), mark=MarkKind.NOT_TODAY),
            "Pause and wait · Tue: some help, not today",
        ),
        (input_of(LeftOutReason.AWAY), f"{ON_TUESDAY} away"),
        (BLANK, f"{ON_TUESDAY} not written"),
    ],
)
def test_undo_says_what_a_step_wrote(wish, words):
    assert said.step_said(EN, row(), cell(), wish) == words


def test_what_is_written_over_is_told_with_what_it_was():
    did = cell(2)
    assert said.replaces(did, CellInput(times=(3,)))
    assert said.replaces(did, CellInput())
    assert not said.replaces(did, CellInput(times=(2, 4)))
    assert not said.replaces(cell(), CellInput(times=(2,)))
    sick = cell(mark=mark(MarkKind.LEFT_OUT, LeftOutReason.SICK))
    away = CellInput(mark=MarkKind.LEFT_OUT, reason=LeftOutReason.AWAY)
    assert said.replaces(sick, away)
    assert not said.replaces(sick, replace(away, reason=LeftOutReason.SICK))
    words = said.step_said(EN, row(), sick, CellInput(times=(2,)))
    assert words.endswith(": some help (before: left out: sick)")


@pytest.mark.parametrize("fault", CellFault)
def test_what_cannot_be_read_is_told_with_what_can(fault):
    words = said.unreadable(EN, fault, HELP)
    assert words.endswith((".", "l"))
    assert "{" not in words


@pytest.mark.parametrize("refusal", Refusal)
def test_each_refusal_has_words(refusal):
    sick = mark(MarkKind.LEFT_OUT, LeftOutReason.SICK)
    for held in (cell(mark=sick), cell()):
        words = said.refused(EN, refusal, held)
        assert words.endswith(".")
        assert "{" not in words
    assert said.still_to_come(EN, cell()) == "Tuesday, March 3 has not come yet."
