"""What a chart by week shows of a strategy."""

from datetime import date
from decimal import Decimal

from homejournal.domain.bar_series import Shape, bar_series
from homejournal.domain.counting import strategy_numbers
from homejournal.domain.day_counts import CountingFrame
from homejournal.domain.numbers import Period
from homejournal.domain.plan import PlanStep, StepKind
from homejournal.domain.ratings import RatingKind, RatingPlan
from tests.reports.page_families import PERIOD, a_strategy, an_id, rows


def test_weeks_rated_in_another_way_show_none_of_their_ratings():
    one = a_strategy("sleep", "30 40 | .", kind=RatingKind.NUMBER, period=PERIOD)
    change = PlanStep(
        id=an_id("to help"), strategy=one.strategy.id, from_day=date(2026, 3, 9),
        step=StepKind.CHANGE, rating=RatingPlan(kind=RatingKind.HELP),
    )  # fmt: skip
    numbered, _ = rows("30 40", RatingKind.NUMBER)
    helped, _ = rows("2 3", RatingKind.HELP, first=date(2026, 3, 9))
    period = Period(date(2026, 3, 2), date(2026, 3, 15))
    numbers = strategy_numbers(
        one.strategy, (*one.steps, change), [*numbered, *helped], [],
        CountingFrame(period, period.end),
    )  # fmt: skip
    series = bar_series(numbers, None)
    first, second = series.bars
    assert (series.shape, first.n, first.levels, first.sum) == (Shape.LEVELS, 0, (0,) * 4, None)
    assert (first.written, first.days) == (True, 2)
    assert second.levels == (0, 1, 1, 0)


def test_numbers_that_are_hoped_to_grow_are_added_up():
    one = a_strategy("words", "2 3 . 0", kind=RatingKind.NUMBER, period=PERIOD)
    series = bar_series(one.numbers, one.rating_on(PERIOD.end))
    assert (series.shape, series.bars[0].sum) == (Shape.SUMS, Decimal(5))
