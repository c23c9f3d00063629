"""Random families counted twice, by the real counting and by a naive one that shares no code."""

from dataclasses import asdict
from datetime import date, timedelta

from hypothesis import given, settings

from homejournal.domain.days.periods import WeekStart
from homejournal.domain.days.strategy_numbers import Block
from tests.domain.brute_force import BruteForce
from tests.domain.random_families import Counted, families

ONE = timedelta(days=1)


def plainly(block: Block) -> dict:
    return {
        name: {str(key): n for key, n in value.items()} if isinstance(value, dict) else value
        for name, value in asdict(block).items()
    }


def naively(block: dict) -> dict:
    return {
        name: {str(key): n for key, n in value.items()} if isinstance(value, dict) else value
        for name, value in block.items()
    }


def naive(family: Counted) -> BruteForce:
    frame = family.frame
    return BruteForce(family.steps, family.practices, family.marks, frame.today, frame.reaches)


def week_starts(start: date, end: date, week_start: WeekStart) -> list[date]:
    """The first days of the weeks that lie in the period as a whole."""
    first = 6 if week_start is WeekStart.SUNDAY else 0
    days = [start + ONE * number for number in range((end - start).days + 1)]
    return [day for day in days if day.weekday() == first and day + 6 * ONE <= end]


@settings(max_examples=200, deadline=None)
@given(families())
def test_the_whole_period_is_counted_alike(family: Counted):
    start, end = family.frame.period
    weeks = week_starts(start, end, family.frame.week_start)
    expected = naive(family).block(start, min(end, family.frame.today), weeks)

    assert plainly(family.numbers().total) == naively(expected)


@settings(max_examples=150, deadline=None)
@given(families())
def test_each_week_is_counted_alike(family: Counted):
    start, end = family.frame.period
    today = family.frame.today
    expected = []
    day = start
    while day <= min(end, today):
        last = day
        while last < end and (last + ONE).weekday() != (
            6 if family.frame.week_start is WeekStart.SUNDAY else 0
        ):
            last += ONE
        counter = naive(family)
        whole = [day] if (last - day).days == 6 else []
        block = counter.block(day, last, whole)
        partial = len(list(counter.days(day, last))) < 7
        expected.append((day, last, partial, naively(block)))
        day = last + ONE

    weeks = family.numbers().weeks
    found = [(week.start, week.end, week.partial, plainly(week.block)) for week in weeks]
    assert found == expected


@settings(max_examples=150, deadline=None)
@given(families())
def test_each_plan_step_is_counted_alike(family: Counted):
    start, end = family.frame.period
    counter = naive(family)
    days = [start + ONE * n for n in range((end - start).days + 1)]
    expected = []
    for step in counter.steps:
        own = [day for day in days if counter.step(day) is step]
        if own and own[0] <= family.frame.today:
            mondays = week_starts(start, end, family.frame.week_start)
            weeks = [day for day in mondays if counter.step(day) is step]
            block = counter.block(own[0], own[-1], weeks)
            expected.append((step.id, own[0], own[-1], naively(block)))

    steps = family.numbers().steps
    found = [(step.step, step.start, step.end, plainly(step.block)) for step in steps]
    assert found == expected
