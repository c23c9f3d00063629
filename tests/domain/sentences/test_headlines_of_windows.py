"""Bars of weeks say what single ratings say of a change of plan, and a window names its days."""

from decimal import Decimal

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.chart_series import GroupSeries
from homejournal.domain.looking_back.make_look_back import bars_in, by_visit, dots_in
from homejournal.domain.records.plan import StepKind
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.sentences import values
from homejournal.domain.sentences.headlines import headline
from tests.domain.looked import Looked, parts
from tests.domain.looked_back import back_at_small
from tests.domain.small import Small
from tests.family import day, days

HELP = RatingKind.HELP
THREE_WEEKS = days(2, 22)


def changed(text, on):
    small = Small(text)
    small.change(on, how="Another way")
    return back_at_small(small, THREE_WEEKS, today=22)


def test_weeks_say_the_middle_before_and_since_the_plan_changed_as_single_ratings_do():
    back = changed("1 1 2 1 1 1 1 | 3 3 3 4 3", 9)
    (told,) = parts(headline(bars_in(back)))
    assert isinstance(told, values.MiddleByPlan)
    before, since = told.parts
    assert (before.short.low, before.short.n, since.short.low, since.short.n) == (1, 7, 3, 5)
    assert (before.end, since.start) == (day(8), day(9))
    assert told == headline(dots_in(back))


@pytest.mark.parametrize("text", ["1 1 2 1 1 1 1 | 3 3", "1 1 . . . . . | 3 3 3 4 3"])
def test_with_too_few_ratings_on_a_side_weeks_say_what_is_most_often(text):
    (told,) = parts(headline(bars_in(changed(text, 9))))
    assert isinstance(told, values.MostOften)


def test_without_a_change_of_plan_weeks_say_what_is_most_often():
    (told,) = parts(headline(bars_in(Looked("1 1 2 1 1", kind=HELP).back())))
    assert told == values.MostOften(HELP, (1,), 4, 5)


@pytest.mark.parametrize("chart_of", [bars_in, dots_in])
def test_days_that_are_zoomed_into_stand_first_and_the_whole_period_does_not(chart_of):
    back = back_at_small(Small("1 1 2 1 1 2 2 1 1 3"), THREE_WEEKS, today=22)
    window = Period(day(3), day(9))
    assert parts(headline(chart_of(back, window)))[0] == values.TheDays(day(3), day(9))
    beside = parts(headline(chart_of(back, Period(day(20), day(28)))))
    assert beside[0] == values.TheDays(day(20), day(22))
    for whole in (None, THREE_WEEKS, days(1, 30)):
        assert chart_of(back, whole).window is None
        assert not any(
            isinstance(part, values.TheDays) for part in parts(headline(chart_of(back, whole)))
        )


def test_a_side_of_a_visit_without_any_plan_is_not_planned():
    small = Small("")
    small.change(2, StepKind.PAUSE)
    small.change(9, StepKind.RESTART)
    small.write("2 2 2 2 2", start=day(9))
    small.child.visit(day(9))
    back = back_at_small(small, THREE_WEEKS, today=22)
    for around in back.visits:
        chart = by_visit(back, around)
        assert isinstance(chart, GroupSeries)
        before = chart.groups[0].bar
        assert (before.written, before.unplanned) == (False, True)
    assert Decimal(2) in {dot.value for dot in dots_in(back).dots}
