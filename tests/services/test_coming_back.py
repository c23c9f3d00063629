"""The newest note, the way back after weeks, and a clock that was set back."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.today.day_page import ComingBack, newest_entry_in_future
from homejournal.services.days.days import MarkTold
from tests.journals import NOW, TODAY, child, mark, note, planned, practice, private_note, strategy


def before(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_the_newest_note_of_the_strategy_from_an_earlier_day_is_found(journal):
    of, what = planned(journal)
    other = strategy(of)
    done = practice(what, day=before(2))
    journal.records.save(
        other,
        done,
        note(of, "Oldest", day=before(9), strategy=what.id),
        note(of, "Two days ago", day=before(2), strategy=what.id, practice=done.id),
        note(of, "Of another strategy", day=before(1), strategy=other.id),
        note(of, "A moment", day=before(1)),
        note(of, "Of the day itself", day=TODAY, strategy=what.id),
        practice(what, day=before(1)),
        mark(of, day=before(1), strategy=what.id),
    )
    assert journal.last_time.note_before(what.id, TODAY).text == "Two days ago"
    assert journal.last_time.note_before(what.id, before(2)).text == "Oldest"
    assert journal.last_time.note_before(what.id, before(9)) is None


def test_a_note_stays_with_its_child_when_the_strategy_of_another_comes_after_it(journal):
    lin, ana = child(name="Lin"), child(name="Ana")
    of_lin = strategy(lin)
    journal.records.save(lin, ana, note(ana, strategy=of_lin.id))
    journal.records.save(of_lin)
    counts = [journal.timeline.count(EntryFilter(child=one.id)) for one in (lin, ana)]
    assert counts == [0, 1]


def test_what_was_done_goes_along_when_its_strategy_becomes_that_of_another_child(journal):
    lin, ana = child(name="Lin"), child(name="Ana")
    what = strategy(lin)
    journal.records.save(lin, ana, what, practice(what))
    journal.records.save(replace(what, child=ana.id))
    counts = [journal.timeline.count(EntryFilter(child=one.id)) for one in (lin, ana)]
    assert counts == [0, 1]


def test_a_private_note_stays_a_private_one_and_a_deleted_one_is_gone(journal):
    of, what = planned(journal)
    gone = note(of, "Deleted", day=before(1), strategy=what.id)
    private = private_note(of, day=before(3), strategy=what.id)
    journal.records.save(gone, private)
    journal.records.delete(gone.id)
    assert journal.last_time.note_before(what.id, TODAY) == private


@pytest.mark.parametrize(
    ("away", "found"),
    [(0, None), (14, None), (15, ComingBack(before(15))), (400, ComingBack(before(400)))],
)
def test_a_family_comes_back_after_more_than_two_weeks(journal, away, found):
    of, what = planned(journal)
    journal.records.save(practice(what, day=before(away)), practice(what, day=before(500)))
    assert journal.last_time.comes_back(of.id) == found


def test_days_left_out_ahead_do_not_hide_that_a_family_comes_back(journal):
    of, what = planned(journal)
    journal.records.save(practice(what, day=before(30)))
    ahead = Period(TODAY + timedelta(days=3), TODAY + timedelta(days=5))
    journal.days.left_out(of.id, ahead, MarkTold(reason=LeftOutReason.AWAY))
    assert journal.last_time.comes_back(of.id) == ComingBack(before(30))
    assert journal.last_time.newest_day(of.id) == before(30)
    journal.records.save(practice(what, day=TODAY + timedelta(days=1)))
    assert journal.last_time.newest_day(of.id) == TODAY + timedelta(days=1)


def test_nobody_comes_back_to_a_child_put_away_or_to_a_new_one(journal):
    of, what = planned(journal)
    new = child(name="Ana")
    journal.records.save(practice(what, day=before(30)), new)
    assert journal.last_time.comes_back(new.id) is None
    assert journal.last_time.newest_day(new.id) is None
    assert journal.last_time.comes_back(uuid4()) is None
    journal.records.save(replace(of, put_away=TODAY))
    assert journal.last_time.comes_back(of.id) is None


def test_only_the_own_entries_of_a_child_count(journal):
    of, what = planned(journal)
    _, twins = planned(journal)
    journal.records.save(practice(what, day=before(30)), practice(twins, day=TODAY))
    assert journal.last_time.comes_back(of.id) == ComingBack(before(30))


def test_a_clock_that_was_set_back_is_noticed_and_a_change_of_zone_is_not(journals):
    journal = journals.new()
    of = child()
    assert journal.last_time.clock_was_later(of.id) is None
    of, _ = planned(journal)
    for hours in (0, 23, 24):
        journals.clock.moment = NOW - timedelta(hours=hours)
        assert journal.last_time.clock_was_later(of.id) is None
    journals.clock.moment = NOW - timedelta(days=365)
    assert journal.last_time.clock_was_later(of.id) == TODAY


@pytest.mark.parametrize(("ahead", "told"), [(0, False), (1, False), (2, True)])
def test_days_that_were_written_about_tell_it_too(journals, ahead, told):
    journals.clock.moment = NOW - timedelta(days=30)
    journal = journals.new()
    of, what = planned(journal)
    then = journal.today() + timedelta(days=ahead)
    journal.records.save(practice(what, day=then))
    journals.clock.moment = NOW - timedelta(days=30)
    assert journal.last_time.clock_was_later(of.id) == (then if told else None)


def test_older_entries_that_arrived_last_do_not_hide_it(journals):
    journal = journals.new()
    of, what = planned(journal)
    journals.clock.moment = NOW - timedelta(days=90)
    journal.records.save(practice(what, day=before(90)))
    assert journal.last_time.clock_was_later(of.id) == TODAY


def test_the_newest_of_writing_and_days_is_told():
    day = TODAY + timedelta(days=5)
    assert newest_entry_in_future(NOW, day, NOW - timedelta(days=9), before(9)) == day
    later = NOW + timedelta(days=8)
    assert newest_entry_in_future(later, day, NOW, TODAY) == TODAY + timedelta(days=8)
    assert newest_entry_in_future(None, None, NOW, TODAY) is None
