"""Writing days down: did it, not today, left out."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import InvalidValueError, Reason, RecordMissingError
from homejournal.domain.records.people import Helper
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.services.days.days import MarkTold, PracticeTold, most_left_out_days
from tests.journals import NOW, TODAY, child, mark, planned, practices_on, step, strategy


def marks_on(journal, of, day: date = TODAY):
    return journal.days.between(of.id, day, day).marks


def test_did_it_takes_what_is_rated_from_the_plan_of_that_day(journal):
    of, what = planned(journal)
    later = step(what, from_day=TODAY, rating=RatingPlan(kind=RatingKind.WENT), often=None)
    journal.records.save(later)
    journal.days.did_it(what.id, TODAY - timedelta(days=1), PracticeTold(rating=4, slot="dinner"))
    journal.days.did_it(what.id, TODAY, PracticeTold(rating=3, time=time(8, 30)))
    before = practices_on(journal, of, TODAY - timedelta(days=1))[0]
    today = practices_on(journal, of)[0]
    assert (before.rating_kind, before.rating, before.slot) == (RatingKind.HELP, 4, "dinner")
    assert (today.rating_kind, today.rating, today.time) == (RatingKind.WENT, 3, time(8, 30))
    assert today.written == NOW


def test_before_the_start_it_is_rated_as_the_first_step_says(journal):
    of, what = planned(journal)
    first = min(one.from_day for one in journal.family().steps[what.id])
    before = first - timedelta(days=1)
    journal.days.did_it(what.id, before, PracticeTold(rating=4))
    (written,) = practices_on(journal, of, before)
    assert (written.rating_kind, written.rating) == (RatingKind.HELP, 4)


def test_who_did_it_and_who_typed_it_are_both_kept(journal):
    of, what = planned(journal)
    grandma, mom = Helper(id=uuid4(), name="Grandma"), Helper(id=uuid4(), name="Mom")
    journal.records.save(grandma, mom)
    people = {"helper": grandma.id, "written_by": mom.id}
    journal.days.did_it(what.id, TODAY, PracticeTold(rating=2, slot="dinner", **people))
    journal.days.not_today(of.id, TODAY, MarkTold(strategy=what.id, slot="breakfast", **people))
    written = journal.days.between(of.id, TODAY, TODAY)
    for record in (*written.practices, *written.marks):
        assert (record.helper, record.written_by) == (grandma.id, mom.id)
    assert len(written.practices) == len(written.marks) == 1


def test_a_rating_that_the_plan_does_not_ask_for_is_refused_and_nothing_is_written(journal):
    of, what = planned(journal)
    with pytest.raises(InvalidValueError):
        journal.days.did_it(what.id, TODAY, PracticeTold(rating=7))
    assert practices_on(journal, of) == ()


def test_a_strategy_that_is_not_there_cannot_be_used(journal):
    with pytest.raises(RecordMissingError):
        journal.days.did_it(uuid4(), TODAY)


def test_did_it_takes_away_not_today_of_its_slot_in_the_same_step(journal):
    of, what = planned(journal)
    for slot in ("breakfast", "dinner"):
        journal.days.not_today(of.id, TODAY, MarkTold(strategy=what.id, slot=slot))
    journal.days.not_today(of.id, TODAY)
    change = journal.days.did_it(what.id, TODAY, PracticeTold(slot="breakfast"))
    assert [(one.strategy, one.slot) for one in marks_on(journal, of)] == [
        (what.id, "dinner"),
        (None, None),
    ]
    journal.undo(change)
    assert len(marks_on(journal, of)) == 3
    assert practices_on(journal, of) == ()


def test_not_today_of_the_whole_strategy_goes_with_any_slot(journal):
    of, what = planned(journal)
    journal.days.not_today(of.id, TODAY, MarkTold(strategy=what.id))
    journal.days.did_it(what.id, TODAY, PracticeTold(slot="dinner"))
    assert marks_on(journal, of) == ()


def test_a_mark_takes_the_place_of_the_one_before(journal):
    of, what = planned(journal)
    journal.days.not_today(of.id, TODAY, MarkTold(strategy=what.id, words="tired"))
    period = Period(TODAY, TODAY)
    told = MarkTold(strategy=what.id, reason=LeftOutReason.SICK)
    change = journal.days.left_out(of.id, period, told)
    (one,) = marks_on(journal, of)
    assert (one.mark, one.reason, one.words) == (MarkKind.LEFT_OUT, LeftOutReason.SICK, None)
    journal.undo(change)
    assert marks_on(journal, of)[0].words == "tired"


def test_another_homes_mark_stays_beside_the_own_one(journal):
    of, what = planned(journal)
    theirs = mark(of, strategy=what.id, home=uuid4())
    journal.records.save(theirs)
    journal.days.not_today(of.id, TODAY, MarkTold(strategy=what.id))
    assert theirs in marks_on(journal, of)
    assert len(marks_on(journal, of)) == 2


def test_several_days_are_left_out_in_one_step_with_a_mark_each(journal):
    of, _ = planned(journal)
    days = Period(TODAY, TODAY + timedelta(days=4))
    change = journal.days.left_out(of.id, days, MarkTold(words="at grandma's"))
    written = journal.days.between(of.id, *days).marks
    assert [one.day for one in written] == [TODAY + timedelta(days=n) for n in range(5)]
    assert {(one.reason, one.words) for one in written} == {(LeftOutReason.OTHER, "at grandma's")}
    journal.undo(change)
    assert journal.days.between(of.id, *days).marks == ()


@pytest.mark.parametrize(
    ("days", "reason"), [(-1, Reason.DATES_REVERSED), (366, Reason.OUT_OF_RANGE)]
)
def test_days_the_wrong_way_round_or_a_slip_of_years_are_refused(journal, days, reason):
    of, _ = planned(journal)
    with pytest.raises(InvalidValueError) as told:
        journal.days.left_out(of.id, Period(TODAY, TODAY + timedelta(days=days)), MarkTold())
    assert told.value.reason is reason
    assert journal.days.between(of.id, TODAY, TODAY + timedelta(days=400)).marks == ()


def test_a_whole_year_can_be_left_out(journal):
    of, _ = planned(journal)
    change = journal.days.left_out(of.id, Period(TODAY, TODAY + timedelta(days=365)), MarkTold())
    assert len(change.moves) == 366


def test_a_correction_keeps_when_it_was_first_written(journals):
    journal = journals.new()
    of, what = planned(journal)
    journal.days.did_it(what.id, TODAY, PracticeTold(rating=2))
    done = practices_on(journal, of)[0]
    journals.clock.forward(days=2)
    journal.days.edit(replace(done, rating=3, written=None))
    assert practices_on(journal, of) == (replace(done, rating=3),)
    journal.records.delete(done.id)
    with pytest.raises(RecordMissingError):
        journal.days.edit(done)


def test_days_tell_only_the_asked_child_and_days(journal):
    of, what = planned(journal)
    other = child(name="Ana")
    theirs = strategy(other)
    journal.records.save(other, theirs)
    for day in (-1, 0, 1, 2):
        journal.days.did_it(what.id, TODAY + timedelta(days=day))
    journal.days.did_it(theirs.id, TODAY)
    found = journal.days.between(of.id, TODAY, TODAY + timedelta(days=1))
    assert [practice.day for practice in found.practices] == [TODAY, TODAY + timedelta(days=1)]
    assert len(journal.days.between(other.id, TODAY, TODAY).practices) == 1
    assert journal.days.between(uuid4(), TODAY, TODAY).practices == ()


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 10, 3, 59, tzinfo=UTC), date(2026, 3, 9)),
        (datetime(2026, 3, 10, 4, 0, tzinfo=UTC), date(2026, 3, 10)),
        (datetime(2026, 3, 10, 23, 59, tzinfo=timezone(timedelta(hours=-8))), date(2026, 3, 10)),
    ],
)
def test_the_night_belongs_to_the_day_before(journals, moment, day):
    journal = journals.new()
    journals.clock.moment = moment
    assert journal.today() == day


def test_after_midnight_the_familys_day_goes_on_until_the_time_they_chose(journals):
    journal = journals.new()
    journal.change_settings(replace(journal.settings, day_end=time(3)))
    told = []
    for hour in (2, 3):
        journals.clock.moment = datetime(2026, 3, 11, hour, 30, tzinfo=UTC)
        told.append((journal.today(), journal.is_after_midnight()))
    assert told == [(date(2026, 3, 10), True), (date(2026, 3, 11), False)]


def test_the_whole_home_is_left_out_in_one_step_and_comes_back_in_one(journal):
    ana, luis = child(name="Ana"), child(name="Luis")
    journal.records.save(ana, luis)
    days = Period(TODAY, TODAY + timedelta(days=2))
    journal.days.not_today(luis.id, TODAY, MarkTold(words="tired"))
    sick = MarkTold(reason=LeftOutReason.SICK)
    change = journal.days.left_out_together([ana.id, luis.id], days, sick)
    for of in (ana, luis):
        marks = journal.days.between(of.id, *days).marks
        assert [(one.day, one.mark) for one in marks] == [
            (TODAY + timedelta(days=n), MarkKind.LEFT_OUT) for n in range(3)
        ]
    journal.undo(change)
    assert journal.days.between(ana.id, *days).marks == ()
    assert [one.words for one in journal.days.between(luis.id, *days).marks] == ["tired"]


def test_for_many_children_one_step_takes_fewer_days(journal):
    assert [most_left_out_days(n) for n in (0, 1, 2, 5, 6, 50)] == [366, 366, 366, 366, 333, 40]
    children = [child(name=f"Child {n}") for n in range(50)]
    journal.records.save(*children)
    everybody = [one.id for one in children]
    period = Period(TODAY, TODAY + timedelta(days=40))
    with pytest.raises(InvalidValueError) as told:
        journal.days.left_out_together(everybody, period, MarkTold())
    assert (told.value.reason, told.value.limit) == (Reason.OUT_OF_RANGE, 40)
    change = journal.days.left_out_together(everybody, Period(TODAY, TODAY), MarkTold())
    assert len(change.moves) == 50


def test_a_strategy_is_never_left_out_for_another_child(journal):
    of, what = planned(journal)
    other = child(name="Ana")
    journal.records.save(other)
    with pytest.raises(InvalidValueError) as told:
        journal.days.left_out_together(
            [of.id, other.id], Period(TODAY, TODAY), MarkTold(strategy=what.id)
        )
    assert told.value.field == "strategy"
    assert marks_on(journal, other) == ()


def test_not_today_for_both_is_one_step_and_one_of_them_can_be_taken_back(journal):
    (ana, sing), (luis, wait) = planned(journal, name="Ana"), planned(journal, name="Luis")
    told = {
        ana.id: MarkTold(strategy=sing.id),
        luis.id: MarkTold(strategy=wait.id, slot="dinner"),
    }
    change = journal.days.not_today_together(told, TODAY)
    (of_ana,), (of_luis,) = marks_on(journal, ana), marks_on(journal, luis)
    assert (of_ana.strategy, of_ana.slot, of_ana.mark) == (sing.id, None, MarkKind.NOT_TODAY)
    assert (of_luis.strategy, of_luis.slot) == (wait.id, "dinner")
    journal.records.delete(of_ana.id)
    assert marks_on(journal, ana) == ()
    assert marks_on(journal, luis) == (of_luis,)
    again = journal.days.not_today_together(told, TODAY)
    journal.undo(again)
    assert marks_on(journal, luis) == (of_luis,)
    assert len(change.moves) == 2


def test_did_it_for_both_is_one_step_without_any_rating(journal):
    (ana, sing), (luis, wait) = planned(journal, name="Ana"), planned(journal, name="Luis")
    journal.days.not_today(luis.id, TODAY, MarkTold(strategy=wait.id))
    told = {sing.id: PracticeTold(), wait.id: PracticeTold(slot="breakfast")}
    change = journal.days.did_it_together(told, TODAY)
    (of_ana,), (of_luis,) = practices_on(journal, ana), practices_on(journal, luis)
    assert (of_ana.rating, of_luis.rating, of_luis.slot) == (None, None, "breakfast")
    assert marks_on(journal, luis) == ()
    journal.undo(change)
    assert practices_on(journal, ana) == practices_on(journal, luis) == ()
    assert len(marks_on(journal, luis)) == 1


def test_where_one_strategy_is_not_there_nothing_is_written_for_the_other(journal):
    of, what = planned(journal)
    with pytest.raises(RecordMissingError):
        journal.days.did_it_together({what.id: PracticeTold(), uuid4(): PracticeTold()}, TODAY)
    assert practices_on(journal, of) == ()
