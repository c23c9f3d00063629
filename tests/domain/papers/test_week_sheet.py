"""A week for the fridge: what stands on it follows from the plan of each day and nothing else."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.days.periods import JournalSettings, Period, WeekStart
from homejournal.domain.errors import InvalidValueError, RecordMissingError
from homejournal.domain.papers.printed_sheets import (
    HOW_LETTERS,
    FridgeAsked,
    fridge_sheet,
    fridge_weeks,
    in_short,
    planned_in,
)
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import Family
from homejournal.domain.records.plan import (
    Often,
    OftenKind,
    PlanStep,
    Routine,
    StepKind,
    Strategy,
    Weekday,
    in_order,
    plan_on,
)
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from tests.domain.random_families import plans

NOAH = Child(id=UUID(int=1), name="Noah")
ZOE = Child(id=UUID(int=2), name="Zoe")
NAP = Routine(id=UUID(int=3), name="After the nap")
MONDAY = date(2026, 3, 23)
USUAL = JournalSettings(id=UUID(int=9))
HELP = RatingPlan(kind=RatingKind.HELP)
WENT = RatingPlan(kind=RatingKind.WENT)


def strategy(number=10, child=NOAH, **said):
    return Strategy(id=UUID(int=number), child=child.id, name=f"Strategy {number}", **said)


def step(of, day=2, kind=StepKind.START, **said):
    made = UUID(int=of.id.int * 1000 + day)
    first = date(2026, 3, 1) + timedelta(days=day - 1)
    return PlanStep(id=made, strategy=of.id, from_day=first, step=kind, **said)


def family(*steps, strategies=None):
    mine = strategies or [strategy()]
    return Family(
        children={NOAH.id: NOAH, ZOE.id: ZOE},
        routines={NAP.id: NAP},
        strategies={one.id: one for one in mine},
        steps={
            one.id: tuple(in_order(each for each in steps if each.strategy == one.id))
            for one in mine
        },
    )


def sheet(known, journal=USUAL, **asked):
    wanted = FridgeAsked(**{"child": NOAH.id, "day": MONDAY} | asked)
    return fridge_sheet(known, wanted, journal, date(2026, 3, 22))


def only(known, **asked):
    (week,) = sheet(known, **asked).weeks
    (one,) = week.strategies
    return one


def test_each_named_time_of_the_day_has_a_row_of_its_own():
    meals = Often(times=2, slots=("breakfast", "dinner"))
    one = only(family(step(strategy(), often=meals, rating=HELP)))
    assert [(row.slot, row.place, row.days) for row in one.rows] == [
        ("breakfast", None, (HELP,) * 7),
        ("dinner", None, (HELP,) * 7),
    ]


def test_a_day_that_the_plan_does_not_name_has_nothing_to_tick():
    often = Often(weekdays=(Weekday.TUE,))
    one = only(family(step(strategy(), often=often, rating=WENT)))
    assert one.rows[0].days == (None, WENT, None, None, None, None, None)
    assert one.often == often


def test_any_three_days_a_week_can_be_ticked_on_every_day():
    often = Often(kind=OftenKind.DAYS_A_WEEK, days=3)
    one = only(family(step(strategy(), often=often, rating=WENT)))
    assert [row.days for row in one.rows] == [(WENT,) * 7]


def test_up_to_four_times_without_names_are_numbered_and_more_are_counted_by_strokes():
    four = only(family(step(strategy(), often=Often(times=4))))
    assert ([row.place for row in four.rows], four.strokes) == ([1, 2, 3, 4], False)
    five = only(family(step(strategy(), often=Often(times=5))))
    assert ([row.place for row in five.rows], five.strokes) == ([None], True)


def test_a_change_in_the_middle_of_the_week_holds_from_its_day():
    one = strategy()
    steps = (
        step(one, rating=HELP),
        step(one, 25, StepKind.CHANGE, rating=WENT, often=Often(times=2)),
    )
    shown = only(family(*steps))
    none = (None,) * 2
    assert [row.days for row in shown.rows] == [(HELP,) * 2 + (WENT,) * 5, none + (WENT,) * 5]
    assert shown.often == Often(times=2)


def test_what_is_paused_or_finished_is_not_offered_and_what_begins_in_the_week_is():
    mine = [strategy(n) for n in (10, 11, 12, 13)]
    steps = [step(one) for one in mine[:3]] + [step(mine[3], 29)]
    steps += [step(mine[1], 10, StepKind.PAUSE), step(mine[2], 22, StepKind.FINISH)]
    known = family(*steps, strategies=mine)
    week = Period(MONDAY, MONDAY + timedelta(days=6))
    assert planned_in(known, NOAH.id, [week]) == (mine[0], mine[3])
    assert [one.strategy for one in sheet(known).weeks[0].strategies] == [mine[0].id, mine[3].id]


def test_only_what_is_asked_for_stands_on_it_and_nothing_of_another_child():
    mine = [strategy(10), strategy(11), strategy(12, ZOE)]
    known = family(*(step(one) for one in mine), strategies=mine)
    assert [one.name for one in sheet(known).weeks[0].strategies] == ["Strategy 10", "Strategy 11"]
    asked = sheet(known, strategies=frozenset({mine[1].id, mine[2].id}))
    assert [one.name for one in asked.weeks[0].strategies] == ["Strategy 11"]
    assert sheet(known, strategies=frozenset()).empty


def test_a_strategy_without_any_step_is_not_planned():
    assert sheet(family()).empty


def test_how_we_do_it_stands_in_short_with_its_routines_and_can_be_left_out():
    said = {"how": "Put the toy\none step away.", "what": "Moving", "routines": (NAP.id,)}
    known = family(step(strategy(), **said))
    assert (only(known).how, only(known).routines) == ("Put the toy one step away.", (NAP.name,))
    assert only(known, with_how=False).how == ""


def test_without_a_how_the_what_stands_there_but_not_the_name_once_more():
    assert only(family(step(strategy(), what="Toy away"))).how == "Toy away"
    assert only(family(step(strategy(), what="strategy 10"))).how == ""


def test_a_long_text_is_cut_between_words_and_says_so():
    assert in_short("word " * 100) == f"{'word ' * 31}word…"
    assert in_short("x" * 500) == "x" * (HOW_LETTERS - 1) + "…"
    assert in_short("  a\n b ") == "a b"


def test_a_week_begins_as_the_journals_weeks_do():
    known = family(step(strategy()))
    assert sheet(known, day=MONDAY + timedelta(days=6)).weeks[0].days[0] == MONDAY
    sunday = replace(USUAL, week_start=WeekStart.SUNDAY)
    days = sheet(known, sunday).weeks[0].days
    assert (days[0], days[-1]) == (date(2026, 3, 22), date(2026, 3, 28))


def test_several_weeks_follow_each_other():
    weeks = sheet(family(step(strategy())), weeks=3).weeks
    assert [week.period.start for week in weeks] == [
        MONDAY + timedelta(days=7 * n) for n in range(3)
    ]


@pytest.mark.parametrize("weeks", [0, 9, -1])
def test_no_week_and_more_than_eight_are_refused(weeks):
    with pytest.raises(InvalidValueError, match="weeks"):
        sheet(family(), weeks=weeks)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_week_that_leaves_the_calendar_is_refused(day):
    with pytest.raises(InvalidValueError, match="day"):
        fridge_weeks(day, 1, WeekStart.SUNDAY)


def test_an_unknown_child_is_refused():
    with pytest.raises(RecordMissingError):
        sheet(family(), child=UUID(int=77))


def test_it_is_called_by_the_name_the_family_uses_and_says_that_it_is_an_example():
    made = sheet(family(), replace(USUAL, example=True), language="es")
    assert (made.child, made.example, made.language) == ("Noah", True, "es")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_each_day_has_as_many_places_to_tick_as_the_plan_of_that_day_asks(data):
    of = strategy()
    steps = tuple(
        replace(one, strategy=of.id)
        for one in data.draw(plans(MONDAY - timedelta(days=9), RatingKind.HELP))
    )
    made = sheet(family(*steps), weeks=2)
    for week in made.weeks:
        for place, day in enumerate(week.days):
            plan = plan_on(steps, day)
            rows = [row for one in week.strategies for row in one.rows if row.days[place]]
            asked = max(plan.times, 1) if plan.planned else 0
            strokes = any(one.strokes for one in week.strategies)
            assert len(rows) == (min(asked, 1) if strokes else asked)
            assert {row.days[place] for row in rows} <= {plan.rating}
