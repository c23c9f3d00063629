"""When a strategy is planned, as far as times were ever typed."""

from datetime import date, time, timedelta
from uuid import uuid4

from homejournal.domain.days.periods import Period
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
)
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.visits import Visit
from homejournal.domain.today.reminders_and_timer import (
    reminder_id,
    reminder_times,
    ringing_days,
    strategies_without_times,
)

TODAY = date(2026, 3, 25)  # a Wednesday
CHILD = Child(id=uuid4(), name="Maya")
MEALS = Often(times=2, slots=("breakfast", "dinner"), weekdays=(Weekday.FRI, Weekday.MON))


BATH, CAR = (Routine(id=uuid4(), name=name) for name in ("Bath", "Car"))


def a_family(often, *kinds, routines=()):
    strategy = Strategy(id=uuid4(), child=CHILD.id, name="Wait")
    first = PlanStep(
        id=uuid4(),
        strategy=strategy.id,
        from_day=date(2026, 3, 1),
        often=often,
        routines=tuple(routine.id for routine in routines),
    )
    steps = [first]
    steps += [
        PlanStep(id=uuid4(), strategy=strategy.id, from_day=date(2026, 3, 2), step=kind)
        for kind in kinds
    ]
    family = Family(
        strategies={strategy.id: strategy},
        steps={strategy.id: tuple(steps)},
        routines={routine.id: routine for routine in routines},
    )
    return family, strategy


def at(strategy, clock, slot=None, routine=None):
    return Practice(
        id=uuid4(),
        strategy=strategy.id,
        day=TODAY,
        slot=slot,
        routine=routine,
        time=time.fromisoformat(clock) if clock else None,
    )


def times(family, *practices):
    return reminder_times(family, CHILD.id, TODAY, practices)


def test_each_named_time_has_the_middle_of_the_times_typed_with_it():
    family, wait = a_family(MEALS)
    typed = [at(wait, clock, "dinner") for clock in ("18:40", "17:58", "18:13", "")]
    breakfast, dinner = times(family, *typed, at(wait, "07:00", "breakfast"))
    assert (breakfast.name, breakfast.time) == ("breakfast", None)
    assert (dinner.name, dinner.time) == ("dinner", time(18, 10))
    assert dinner.weekdays == (Weekday.MON, Weekday.FRI)


def test_of_an_even_number_the_earlier_of_the_two_in_the_middle_is_taken():
    family, wait = a_family(Often())
    (one,) = times(family, *(at(wait, f"1{n}:00") for n in range(4)))
    assert one.time == time(11)


def test_once_a_day_without_a_name_is_one_time_and_times_of_others_do_not_count():
    family, wait = a_family(Often())
    _, other = a_family(Often())
    (one,) = times(family, *(at(other, "08:00") for _ in range(3)), at(wait, "09:00"))
    assert (one.strategy, one.name, one.time) == (wait, None, None)


def test_as_many_routines_as_times_stand_for_the_times():
    family, wait = a_family(Often(times=2), routines=(BATH, CAR))
    typed = [at(wait, f"1{n}:00", routine=CAR.id) for n in range(3)]
    bath, car = times(family, *typed)
    assert (bath.name, bath.time, car.name, car.time) == ("Bath", None, "Car", time(11))
    assert times(a_family(Often(times=3), routines=(BATH, CAR))[0]) == ()


def test_the_one_routine_of_a_daily_strategy_names_its_time():
    (named,) = times(a_family(Often(), routines=(BATH,))[0])
    (open_,) = times(a_family(Often(), routines=(BATH, CAR))[0])
    assert (named.name, open_.name) == ("Bath", None)
    assert named.key == open_.key


def test_a_plan_that_names_no_times_has_none():
    for often in (Often(times=3), Often(kind=OftenKind.DAYS_A_WEEK, days=3)):
        assert times(a_family(often)[0]) == ()


def test_what_is_paused_finished_or_still_to_come_reminds_nobody():
    for kind in (StepKind.PAUSE, StepKind.FINISH):
        assert times(a_family(Often(), kind)[0]) == ()
    family, wait = a_family(Often())
    assert reminder_times(family, CHILD.id, date(2026, 2, 1), ()) == ()
    assert reminder_times(Family(strategies={wait.id: wait}), CHILD.id, TODAY, ()) == ()


MEAL, DAILY = times(a_family(MEALS)[0])[0], times(a_family(Often())[0])[0]


def visits(*ahead):
    return [Visit(id=uuid4(), child=CHILD.id, day=TODAY + timedelta(days=n)) for n in ahead]


def test_a_reminder_begins_on_the_next_day_that_is_planned():
    assert ringing_days(MEAL, (), TODAY).start == date(2026, 3, 27)
    assert ringing_days(DAILY, (), TODAY).start == TODAY


def test_a_reminder_ends_at_the_next_visit_or_after_eight_weeks():
    assert ringing_days(DAILY, visits(20, -7, 9, 0), TODAY).end == TODAY + timedelta(days=9)
    for later in (visits(), visits(-7, 0), visits(57), visits(55)):
        assert ringing_days(DAILY, later, TODAY).end == date(2026, 5, 19)


def test_a_reminder_rings_once_at_least_where_the_visit_is_before_its_first_day():
    friday = date(2026, 3, 27)
    assert ringing_days(MEAL, visits(1), TODAY) == Period(friday, friday)


def test_the_identity_of_a_reminder_is_its_strategy_and_its_time():
    one, other = uuid4(), uuid4()
    assert reminder_id(one, "lunch") == reminder_id(one, "lunch")
    assert len({reminder_id(one, "lunch"), reminder_id(one, ""), reminder_id(other, "")}) == 3


def test_what_is_used_and_has_no_time_is_known():
    any_days = Often(kind=OftenKind.DAYS_A_WEEK, days=3)
    for often, has_none in (
        (MEALS, False),
        (Often(), False),
        (any_days, True),
        (Often(times=2), True),
    ):
        family, strategy = a_family(often)
        found = strategies_without_times(family, CHILD.id, TODAY)
        assert found == ((strategy,) if has_none else ())
    family, _ = a_family(any_days, StepKind.PAUSE)
    assert strategies_without_times(family, CHILD.id, TODAY) == ()
