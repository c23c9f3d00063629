"""A reminder is due only while there is something to remind of, and "not today" ends it."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

import pytest

from homejournal.domain.records.plan import Often, Routine, StepKind
from homejournal.domain.records.practices import MarkKind
from homejournal.domain.today.reminders_and_timer import reminder_id
from homejournal.services.days.days import MarkTold
from homejournal.services.opening import create_example
from tests.journals import (
    DEVICE,
    NOW,
    TODAY,
    child,
    mark,
    planned,
    practice,
    step,
    strategy,
)

at = datetime.fromisoformat
LONG_AGO = at("2020-01-01 00:00")
DINNER = time(20, 0)  # half an hour ago


def rings(what, **clocks):
    return {reminder_id(what.id, key): clock for key, clock in clocks.items()}


def due(journal, what, **clocks):
    found = journal.reminders.due(rings(what, **clocks or {"dinner": DINNER}), LONG_AGO)
    return [one.time.name for one in found]


def test_a_time_that_was_set_is_due_at_its_clock(journal):
    _, what = planned(journal)
    (one,) = journal.reminders.due(rings(what, dinner=DINNER), LONG_AGO)
    assert (one.time.strategy, one.time.name, one.slot) == (what, "dinner", "dinner")
    assert (one.day, one.at) == (TODAY, at("2026-03-10 20:00"))
    assert due(journal, what, dinner=time(20, 31)) == []
    assert due(journal, what, dinner=time(18, 29)) == []
    assert due(journal, what, other=DINNER) == []


def test_the_earliest_comes_first(journal):
    _, what = planned(journal)
    assert due(journal, what, dinner=time(19), breakfast=time(20)) == ["dinner", "breakfast"]


def test_it_is_quiet_once_that_time_is_written_but_not_for_another_time(journal):
    _, what = planned(journal)
    journal.records.save(practice(what, slot="breakfast"))
    assert due(journal, what) == ["dinner"]
    journal.records.save(practice(what, slot="dinner"))
    assert due(journal, what) == []


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("kind", MarkKind)
def test_it_is_quiet_on_a_day_that_is_left_out_or_not_today(journal, kind, whole):
    of, what = planned(journal)
    journal.records.save(mark(of, mark=kind, strategy=None if whole else what.id))
    assert due(journal, what) == []


def test_a_day_left_out_after_one_time_was_written_is_quiet_too(journal):
    of, what = planned(journal)
    journal.records.save(practice(what, slot="breakfast"))
    journal.records.save(mark(of, mark=MarkKind.LEFT_OUT))
    assert due(journal, what) == []


def test_a_paused_strategy_and_a_journal_put_away_are_quiet(journal):
    of, what = planned(journal)
    journal.records.save(step(what, step=StepKind.PAUSE, from_day=TODAY))
    assert due(journal, what) == []
    journal.records.save(step(what, step=StepKind.RESTART, from_day=TODAY))
    assert due(journal, what) == ["dinner"]
    journal.records.save(replace(of, put_away=TODAY))
    assert due(journal, what) == []


def test_the_example_reminds_of_nothing(journals, tmp_path):
    example = create_example(tmp_path / "example", clock=journals.clock, device=DEVICE)
    journals.opened.append(example)
    child_id = next(iter(example.family().children))
    times = example.calendars.reminder_times(child_id, example.today())
    rung = {reminder_id(one.strategy.id, one.key): DINNER for one in times}
    assert rung
    assert example.reminders.due(rung, LONG_AGO) == ()


def test_an_unnamed_time_is_open_until_all_are_written(journal):
    of, what = child(), None
    what = strategy(of)
    journal.records.save(of, what, step(what, often=Often()))
    assert due(journal, what, **{"": DINNER}) == [None]
    journal.records.save(practice(what, slot=None))
    assert due(journal, what, **{"": DINNER}) == []


def test_a_time_of_a_routine_is_quiet_once_it_was_done_there(journal):
    of, bath, car = child(), Routine(id=uuid4(), name="Bath"), Routine(id=uuid4(), name="Car")
    what = strategy(of)
    plan = step(what, often=Often(times=2), routines=(bath.id, car.id))
    journal.records.save(of, bath, car, what, plan)
    both = {str(bath.id): DINNER, str(car.id): DINNER}
    assert sorted(due(journal, what, **both)) == ["Bath", "Car"]
    journal.records.save(practice(what, routine=bath.id, slot=None))
    assert due(journal, what, **both) == ["Car"]


def test_after_midnight_it_belongs_to_the_family_day_that_still_goes_on(journals):
    journal = journals.new()
    of, what = planned(journal)
    journals.clock.moment = datetime(2026, 3, 11, 1, 0, tzinfo=UTC)
    (one,) = journal.reminders.due(rings(what, dinner=time(0, 30)), LONG_AGO)
    assert one.day == TODAY
    journal.reminders.not_today([one], None)
    assert [said.day for said in journal.days.between(of.id, TODAY, TODAY).marks] == [TODAY]


def test_the_clock_is_the_one_on_the_wall(journal):
    assert journal.reminders.now() == NOW.replace(tzinfo=None)


def test_not_today_is_the_mark_that_today_writes_and_one_step_for_all(journal):
    of, what = planned(journal)
    other = strategy(of, name="Offer two choices")
    journal.records.save(other, step(other, often=Often()))
    clocks = rings(what, dinner=DINNER) | rings(other, **{"": DINNER})
    both = journal.reminders.due(clocks, LONG_AGO)
    helper = uuid4()
    change = journal.reminders.not_today(both, helper)
    told = {
        (one.strategy, one.slot, one.mark, one.helper)
        for one in journal.days.between(of.id, TODAY, TODAY).marks
    }
    assert told == {
        (what.id, "dinner", MarkKind.NOT_TODAY, helper),
        (other.id, None, MarkKind.NOT_TODAY, helper),
    }
    assert journal.reminders.due(clocks, LONG_AGO) == ()
    journal.undo(change)
    assert journal.days.between(of.id, TODAY, TODAY).marks == ()
    assert len(journal.reminders.due(clocks, LONG_AGO)) == 2


def test_not_today_is_the_same_as_on_today(journal):
    of, what = planned(journal)
    (one,) = journal.reminders.due(rings(what, dinner=DINNER), LONG_AGO)
    journal.reminders.not_today([one], None)
    (there,) = journal.days.between(of.id, TODAY, TODAY).marks
    journal.days.not_today(of.id, TODAY, MarkTold(strategy=what.id, slot="dinner"))
    (again,) = journal.days.between(of.id, TODAY, TODAY).marks
    assert again == replace(there, id=again.id)


def test_a_child_is_never_reminded_of_by_another_childs_time(journal):
    _, mine = planned(journal)
    _, theirs = planned(journal, name="Leo")
    (one,) = journal.reminders.due(rings(theirs, dinner=DINNER), LONG_AGO)
    assert one.time.strategy == theirs
    assert mine.name == theirs.name
    assert NOW - timedelta(minutes=30) == one.at.replace(tzinfo=UTC)
