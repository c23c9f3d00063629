"""What Today shows of a day: cards, times, what is open, the week."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.periods import WeekStart
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import DayRecords, Family, done_by
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.plan import (
    Often,
    OftenKind,
    PlanStep,
    Routine,
    StepKind,
    Strategy,
    Weekday,
)
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.visits import Visit
from homejournal.domain.today.day_page import days_needed, today_state
from homejournal.domain.today.strategy_cards import day_of_draft, draft_place

SUNDAY = date(2026, 3, 22)
CHILD = Child(id=uuid4(), name="Maya")
STRATEGY = Strategy(id=uuid4(), child=CHILD.id, name="Pause")
SLOTS = Often(times=2, slots=("breakfast", "dinner"))
HELP = RatingPlan(kind=RatingKind.HELP)


def step(often=None, **said):
    told = {"from_day": date(2026, 3, 2), "often": often or Often(), "rating": HELP} | said
    return PlanStep(id=uuid4(), strategy=STRATEGY.id, **told)


def family(*steps, **records):
    return Family(
        children={CHILD.id: CHILD},
        strategies={STRATEGY.id: STRATEGY},
        steps={STRATEGY.id: steps},
        **records,
    )


def practice(day=SUNDAY, slot=None, **said):
    return Practice(id=uuid4(), strategy=STRATEGY.id, day=day, slot=slot, **said)


def mark(kind=MarkKind.NOT_TODAY, slot=None, strategy=STRATEGY.id, reason=None, day=SUNDAY):
    told = {"child": CHILD.id, "strategy": strategy, "slot": slot, "mark": kind, "reason": reason}
    return DayMark(id=uuid4(), day=day, **told)


def shown(told, records=None, day=SUNDAY, today=SUNDAY):
    return today_state(told, records or DayRecords(), CHILD.id, (day, today), WeekStart.MONDAY)


def card(told, records=None, day=SUNDAY):
    (only,) = shown(told, records, day).cards
    return only


def test_a_planned_strategy_has_an_open_time():
    only = card(family(step()))
    assert (only.state, only.first_open.number) == (DayState.NOT_WRITTEN, 1)


def test_named_times_stand_in_the_order_of_the_plan_and_the_first_open_is_next():
    only = card(family(step(SLOTS)), DayRecords(practices=(practice(slot="breakfast"),)))
    assert [(time.slot, time.open) for time in only.times] == [
        ("breakfast", False),
        ("dinner", True),
    ]
    assert only.first_open.slot == "dinner"


def test_a_practice_that_names_no_time_fills_the_first_one_left():
    told = DayRecords(practices=(practice(), practice(slot="breakfast")))
    only = card(family(step(SLOTS)), told)
    assert [time.practice.slot for time in only.times] == ["breakfast", None]
    assert only.first_open is None


def test_a_second_practice_of_a_time_is_extra_and_fills_no_other():
    told = DayRecords(practices=(practice(slot="breakfast"), practice(slot="breakfast")))
    only = card(family(step(SLOTS)), told)
    assert [(time.slot, time.extra, time.open) for time in only.times] == [
        ("breakfast", False, False),
        ("dinner", False, True),
        ("breakfast", True, False),
    ]


def test_a_mark_on_one_time_leaves_the_other_open():
    only = card(family(step(SLOTS)), DayRecords(marks=(mark(slot="breakfast"),)))
    assert only.first_open.slot == "dinner"


def test_not_today_for_the_day_turns_what_is_left_into_not_today():
    told = DayRecords(practices=(practice(slot="breakfast"),), marks=(mark(),))
    only = card(family(step(SLOTS)), told)
    assert only.times[1].mark.mark is MarkKind.NOT_TODAY


def test_left_out_says_nothing_of_the_open_times_of_a_day_on_which_something_was_done():
    out = mark(MarkKind.LEFT_OUT, reason=LeftOutReason.SICK)
    told = DayRecords(practices=(practice(slot="breakfast"),), marks=(out,))
    only = card(family(step(SLOTS)), told)
    assert only.times[1].open
    assert only.state is DayState.DID_IT


def test_a_day_left_out_for_all_is_told_of_the_day_and_of_each_card():
    out = mark(MarkKind.LEFT_OUT, strategy=None, reason=LeftOutReason.AWAY)
    state = shown(family(step()), DayRecords(marks=(out,)))
    assert state.left_out == out
    assert (state.cards[0].state, state.cards[0].reason) == (DayState.LEFT_OUT, LeftOutReason.AWAY)


@pytest.mark.parametrize(
    ("steps", "listed"),
    [
        ((step(often=Often(weekdays=(Weekday.MON,))),), True),
        ((step(), step(step=StepKind.PAUSE, from_day=SUNDAY)), True),
        ((step(), step(step=StepKind.FINISH, from_day=SUNDAY)), False),
        ((step(from_day=SUNDAY + timedelta(days=1)),), True),
    ],
)
def test_what_is_not_planned_has_no_card_but_may_be_used_while_it_is_not_over(steps, listed):
    state = shown(family(*steps))
    assert state.cards == ()
    assert bool(state.others) is listed
    used = shown(family(*steps), DayRecords(practices=(practice(),)))
    assert [one.state for one in used.cards] == [DayState.DID_IT]
    assert used.cards[0].times[0].extra


def test_before_the_start_a_day_asks_as_the_first_step_does_and_stays_outside_of_the_plan():
    told = family(step(SLOTS, from_day=SUNDAY), step(step=StepKind.PAUSE, from_day=SUNDAY))
    saturday = SUNDAY - timedelta(days=1)
    state = shown(told, day=saturday)
    (other,) = state.others
    assert (other.plan.rating, other.plan.slots) == (HELP, ("breakfast", "dinner"))
    assert (other.plan.planned, other.plan.times, other.state) == (False, 0, DayState.NOT_PLANNED)
    assert state.asking(()).cards == ()
    asked = state.asking({STRATEGY.id})
    assert asked.others == ()
    assert [(one.slot, one.open) for one in asked.cards[0].times] == [
        ("breakfast", True),
        ("dinner", True),
    ]
    assert asked.cards[0].first_open is None  # none of them is planned


def test_a_planned_day_asks_for_its_times_as_before():
    state = shown(family(step(SLOTS)))
    assert state.asking({STRATEGY.id}) == state


def test_on_such_a_day_what_is_written_stands_at_its_name_and_the_rest_after_them():
    saturday = SUNDAY - timedelta(days=1)
    written = tuple(practice(saturday, slot) for slot in (None, "dinner", "dinner"))
    state = shown(family(step(SLOTS, from_day=SUNDAY)), DayRecords(practices=written), saturday)
    (card,) = state.asking(()).cards
    nobody, dinner, again = written
    assert [(one.number, one.practice) for one in card.times] == [
        (1, None),
        (2, dinner),
        (3, nobody),
        (4, again),
    ]


def test_any_days_a_week_are_asked_for_every_day():
    often = Often(kind=OftenKind.DAYS_A_WEEK, days=3)
    used = tuple(practice(SUNDAY - timedelta(days=ahead)) for ahead in (0, 2, 2, 7))
    only = card(family(step(often)), DayRecords(practices=used))
    assert only.plan.days_a_week == 3
    assert sum(one.state is DayState.DID_IT for one in only.week) == 2


def test_a_card_holds_the_seven_days_of_its_week_and_nothing_of_the_days_to_come():
    used = (practice(date(2026, 3, 16)), practice(date(2026, 3, 20)))
    told = DayRecords(practices=used)
    week = card(family(step()), told, day=date(2026, 3, 18)).week
    assert [one.day.day for one in week] == [16, 17, 18, 19, 20, 21, 22]
    assert [one.state for one in week if one.state is DayState.DID_IT] == [DayState.DID_IT] * 2
    assert [one.later for one in week] == [False] * 7  # today is the Sunday


def test_notes_stand_with_their_practice_their_strategy_or_alone():
    done = practice()
    said = {"child": CHILD.id, "day": SUNDAY, "text": "!"}
    on_practice = Note(id=uuid4(), practice=done.id, strategy=STRATEGY.id, **said)
    on_strategy = PrivateNote(id=uuid4(), strategy=STRATEGY.id, **said)
    alone = Note(id=uuid4(), **said)
    records = DayRecords(
        practices=(done,), notes=(on_practice, alone), private_notes=(on_strategy,)
    )
    state = shown(family(step()), records)
    assert state.cards[0].times[0].notes == (on_practice,)
    assert state.cards[0].notes == (on_strategy,)
    assert state.moments == (alone,)


def test_the_week_shows_the_strongest_state_and_nothing_of_days_to_come():
    told = DayRecords(
        practices=(practice(date(2026, 3, 16)),), marks=(mark(day=date(2026, 3, 17)),)
    )
    week = shown(family(step()), told, today=date(2026, 3, 18)).week
    assert [one.state for one in week] == [
        DayState.DID_IT,
        DayState.NOT_TODAY,
        DayState.NOT_WRITTEN,
        *[DayState.NOT_PLANNED] * 4,
    ]
    assert [one.later for one in week] == [False] * 3 + [True] * 4


def test_a_day_on_which_only_what_was_not_planned_was_done_says_so():
    monday, tuesday = date(2026, 3, 16), date(2026, 3, 17)
    plan = step(often=Often(weekdays=(Weekday.TUE,)))
    told = DayRecords(practices=(practice(monday), practice(tuesday)))
    week = shown(family(plan), told, today=date(2026, 3, 18)).week
    assert [(one.state, one.used_anyway) for one in week[:3]] == [
        (DayState.DID_IT, True),
        (DayState.DID_IT, False),
        (DayState.NOT_PLANNED, False),
    ]


@pytest.mark.parametrize(
    ("start", "first"), [(WeekStart.MONDAY, date(2026, 3, 16)), (WeekStart.SUNDAY, SUNDAY)]
)
def test_the_week_begins_where_the_family_says(start, first):
    period = days_needed(SUNDAY, start)
    assert period == (first, first + timedelta(days=6))


def test_the_next_visit_is_the_nearest_that_was_not_held():
    def visit(day, **said):
        return Visit(id=uuid4(), child=CHILD.id, day=day, **said)

    soon, later = visit(date(2026, 3, 23)), visit(date(2026, 4, 1))
    visits = [visit(date(2026, 3, 2)), later, soon, visit(SUNDAY, held=True)]
    told = family(step(), visits={one.id: one for one in visits})
    assert shown(told).next_visit.visit == soon


def test_routines_of_the_plan_stand_on_the_card_as_far_as_they_exist():
    meals = Routine(id=uuid4(), name="Meals")
    told = family(step(routines=(meals.id, uuid4())), routines={meals.id: meals})
    assert card(told).routines == (meals,)


def test_who_did_it_can_be_said_and_who_typed_it_is_kept():
    mom, grandma = uuid4(), uuid4()
    by_mom = practice(helper=mom)
    by_grandma = done_by(by_mom, grandma)
    assert (by_grandma.helper, by_grandma.written_by) == (grandma, mom)
    assert done_by(by_grandma, mom) == by_mom
    nobody = done_by(by_grandma, None)
    assert (nobody.helper, nobody.written_by) == (None, mom)
    unsaid = practice()
    assert done_by(unsaid, grandma) == replace(unsaid, helper=grandma)


def test_a_zero_is_written_and_not_open():
    counted = step(rating=RatingPlan(kind=RatingKind.NUMBER))
    done = practice(rating=Decimal(0), rating_kind=RatingKind.NUMBER)
    assert not card(family(counted), DayRecords(practices=(done,))).times[0].open


def test_a_draft_knows_its_day():
    assert day_of_draft(draft_place(STRATEGY.id, SUNDAY, 2)) == SUNDAY
    assert day_of_draft(draft_place(None, SUNDAY)) == SUNDAY
    assert day_of_draft(f"note:{uuid4()}") is None
    assert day_of_draft("page:sentence") is None


def test_not_today_under_a_name_that_the_plan_lacks_is_seen_once_and_answers_nothing():
    told = DayRecords(marks=(mark(slot="lunch"), mark(slot="lunch")))
    only = card(family(step(SLOTS)), told)
    assert [(time.slot, time.extra, time.open) for time in only.times] == [
        ("breakfast", False, True),
        ("dinner", False, True),
        ("lunch", True, False),
    ]
    assert only.state is DayState.NOT_WRITTEN


def test_a_pause_whose_day_has_come_is_told_on_the_present_day_alone():
    paused = step(step=StepKind.PAUSE, from_day=date(2026, 3, 10), until_visit=True)
    visit = Visit(id=uuid4(), child=CHILD.id, day=date(2026, 3, 20))
    others = replace(visit, child=uuid4())
    assert shown(family(step(), paused, visits={others.id: others})).pauses_over == ()
    known = family(step(), paused, visits={visit.id: visit})
    assert shown(known).pauses_over == (STRATEGY,)
    assert shown(known, day=SUNDAY - timedelta(days=1)).pauses_over == ()
    assert shown(family(step(), visits={visit.id: visit})).pauses_over == ()
