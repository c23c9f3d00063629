"""The table beside the grid of all strategies: each day, and what it was for each of them."""

from datetime import date

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.chart_series import Table
from homejournal.reports.chart_words.tables import days_table
from homejournal.texts.wording import wording_of
from tests import families
from tests.look_backs import backs_of

EN = wording_of("en")


def march(first, last):
    return Period(date(2026, 3, first), date(2026, 3, last))


def test_each_day_tells_the_state_of_every_strategy():
    backs = [*backs_of(families.mateo()), backs_of(families.eli())[2]]
    assert days_table(backs, march(3, 5), EN) == Table(
        title="All strategies, day by day",
        columns=("Day", "Pause and wait before giving", "Dim light and a warm bath"),
        rows=(
            (date(2026, 3, 3), "did it (2 of 2)", "did it"),
            (date(2026, 3, 4), "did it (1 of 2)", "not written"),
            (date(2026, 3, 5), "not today", "not today"),
        ),
    )


def test_a_day_that_a_strategy_does_not_show_is_empty():
    backs = [*backs_of(families.mateo()), backs_of(families.eli())[2]]
    rows = days_table(backs, march(15, 16), EN).rows
    assert [row[0].day for row in rows] == [15, 16]
    assert [row[2] is None for row in rows] == [False, True]
    assert all(row[1] for row in rows)


def test_the_table_is_in_the_language_it_is_asked_in():
    table = days_table(backs_of(families.mateo()), march(10, 10), wording_of("es"))
    assert table.columns == ("Día", "Pause and wait before giving")
    assert table.rows == ((date(2026, 3, 10), "no cuenta (enfermedad)"),)


def test_without_strategies_the_days_stand_alone():
    assert days_table([], march(1, 2), EN).rows == ((date(2026, 3, 1),), (date(2026, 3, 2),))
