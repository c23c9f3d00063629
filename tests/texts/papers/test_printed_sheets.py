"""What is said of sheets before they are printed, in both languages and without any blame."""

from datetime import date
from uuid import UUID

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.papers.printed_sheets import (
    FridgeRow,
    FridgeSheet,
    FridgeStrategy,
    FridgeWeek,
    GridRoutine,
    GridStrategy,
    RoutineGrid,
)
from homejournal.domain.records.plan import Often
from homejournal.texts.papers.printed_sheets import fridge_told, grid_cell, grid_told, pages_needed
from homejournal.texts.wording import wording_of

EN, ES = wording_of("en"), wording_of("es")
WEEK = Period(date(2026, 3, 23), date(2026, 3, 29))
BATH, MEALS = GridRoutine(UUID(int=1), "Bath"), GridRoutine(UUID(int=2), "Meals")


def one(name, **said):
    return FridgeStrategy(
        strategy=UUID(int=3), name=name, rows=(FridgeRow(days=(None,) * 7),), **said
    )


def test_the_weeks_are_told_with_their_strategies_and_how_often():
    weeks = (
        FridgeWeek(period=WEEK, strategies=(one("Wait", often=Often(times=2)), one("Sing"))),
        FridgeWeek(period=Period(date(2026, 3, 30), date(2026, 4, 5))),
    )
    sheet = FridgeSheet(child="Noah", printed=date(2026, 3, 22), weeks=weeks)
    assert fridge_told(EN, sheet).splitlines() == [
        "March 23 to March 29, 2026: Wait (twice a day); Sing (once a day)",
        "March 30 to April 5, 2026: nothing is planned",
    ]


@pytest.mark.parametrize(("weeks", "pages"), [(1, 1), (3, 3), (2, 1)])
def test_as_many_pages_as_weeks_need_no_word(weeks, pages):
    assert pages_needed(EN, weeks, pages) == ""


def test_more_pages_than_weeks_are_said_with_what_to_do():
    said = "In large letters this takes 4 pages. Choose fewer strategies for fewer pages."
    assert pages_needed(EN, 1, 4) == said
    assert "1,000 pages" in pages_needed(EN, 8, 1_000)
    assert pages_needed(ES, 1, 4)


def test_each_part_of_the_day_is_told_with_what_lives_in_it():
    strategies = tuple(
        GridStrategy(UUID(int=10 + n), name, frozenset({BATH.routine}))
        for n, name in enumerate(("Wait", "Sing", "Roll"))
    )
    grid = RoutineGrid(child="Noah", day=WEEK.start, routines=(BATH, MEALS), strategies=strategies)
    assert grid_told(EN, grid).splitlines() == [
        "Bath: Wait, Sing and Roll",
        "Meals: no strategy yet",
    ]


def test_a_cell_says_whether_a_strategy_lives_there():
    assert grid_cell(EN, "Wait", "Bath", lives=True) == "Wait lives in Bath"
    assert grid_cell(EN, "Wait", "Bath", lives=False) == "Wait is not in Bath"
