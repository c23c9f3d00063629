"""A cell typed over: which marks go at once, which once that was said twice, and which never."""

from dataclasses import replace
from uuid import UUID

import pytest

from homejournal.domain.records.family import DayRecords
from homejournal.domain.records.plan import Often
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind
from homejournal.domain.today.week_cells import BLANK, Refusal, cell_text, input_of
from tests.domain.today.test_week_grid import done, twice_a_day
from tests.domain.weeks import CHILD, HERE, LETTERS, THERE, WEEK, Week

SICK = input_of(LeftOutReason.SICK)


def marked(strategy=True, home=HERE):
    """Return a week in which "not today" stands on its Monday, of the strategy or of all."""
    week = twice_a_day()
    (what,) = week.family.strategies
    mark = DayMark(
        id=UUID(int=50),
        child=CHILD.id,
        strategy=what if strategy else None,
        day=WEEK.start,
        mark=MarkKind.NOT_TODAY,
        home=home,
    )
    return replace(week, written=DayRecords(marks=(mark,))), mark


def monday(week):
    return week.grid().rows[0].cells[0]


def shown(week, written):
    return cell_text(monday(Week(week.family, written)), LETTERS)


@pytest.mark.parametrize("wish", [SICK, BLANK])
def test_a_mark_on_all_strategies_goes_only_where_that_was_said_twice(wish):
    week, mark = marked(strategy=False)
    assert done(week, monday(week), wish, sure=False) == (Refusal.ALL_STRATEGIES, None)
    change, after = done(week, monday(week), wish, sure=True)
    assert change.delete == (mark.id,)
    assert shown(week, after) == ("s" if wish is SICK else "")


def test_a_mark_of_this_strategy_is_replaced_at_once():
    week, mark = marked()
    change, after = done(week, monday(week), SICK, sure=False)
    assert change.delete == (mark.id,)
    assert shown(week, after) == "s"


def test_the_mark_of_the_one_time_of_a_day_is_cleared_at_once():
    week, mark = marked()
    (what,) = week.family.strategies
    (step,) = week.family.steps[what]
    once = replace(step, often=Often(times=1))
    week = replace(week, family=replace(week.family, steps={what: (once,)}))
    change, after = done(week, monday(week), BLANK, sure=False)
    assert change.delete == (mark.id,)
    assert shown(week, after) == ""


def test_a_mark_for_all_times_is_cleared_only_where_that_was_said_twice():
    week, mark = marked()
    assert done(week, monday(week), BLANK, sure=False) == (Refusal.ALL_TIMES, None)
    change, after = done(week, monday(week), BLANK, sure=True)
    assert change.delete == (mark.id,)
    assert shown(week, after) == ""


@pytest.mark.parametrize("wish", [SICK, BLANK])
@pytest.mark.parametrize("strategy", [True, False])
def test_a_mark_of_another_home_never_goes(strategy, wish):
    week, _ = marked(strategy, home=THERE)
    assert done(week, monday(week), wish, sure=True) == (Refusal.OTHER_HOME, None)
