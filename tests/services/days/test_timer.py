"""One timer at a time, which a closed window does not end."""

from datetime import timedelta
from uuid import uuid4

import pytest

from homejournal.domain.errors import RecordMissingError
from homejournal.services.days.reminders_and_timer import TIMER_PLACE
from tests.journals import NOW, TODAY, planned


def test_a_timer_goes_on_while_the_journal_is_closed(journals):
    journal = journals.new()
    of, what = planned(journal)
    started = journal.timer.start(what.id, 2)
    assert (started.child, started.day, started.number) == (of.id, TODAY, 2)
    journal.close()
    journals.clock.forward(minutes=12)
    again = journals.again()
    assert again.timer.running() == started
    stopped = again.timer.stop()
    assert stopped.ended - stopped.began == timedelta(minutes=12)


def test_it_is_stopped_once_and_stays_until_it_is_forgotten(journals):
    journal = journals.new()
    _, what = planned(journal)
    journal.timer.start(what.id, 1)
    stopped = journal.timer.stop()
    journals.clock.forward(minutes=5)
    assert journal.timer.stop() == journal.timer.running() == stopped
    journal.timer.forget()
    assert journal.timer.running() is None
    assert journal.timer.stop() is None


def test_it_belongs_to_the_day_on_which_it_began(journals):
    journals.clock.moment = NOW.replace(hour=3, minute=50)
    journal = journals.new()
    _, what = planned(journal)
    journal.timer.start(what.id, 1)
    journals.clock.forward(minutes=20)
    assert journal.timer.stop().day == TODAY - timedelta(days=1)


def test_a_strategy_that_is_not_there_is_not_timed(journal):
    _, what = planned(journal)
    with pytest.raises(RecordMissingError):
        journal.timer.start(uuid4(), 1)
    journal.timer.start(what.id, 1)
    journal.records.delete(what.id)
    assert journal.timer.running() is None


def test_what_does_not_read_is_no_timer(journal):
    journal.drafts.keep(TIMER_PLACE, "scribble")
    assert journal.timer.running() is None


def test_its_length_is_told_from_the_clock(journals):
    journal = journals.new()
    _, what = planned(journal)
    started = journal.timer.start(what.id, 1)
    journals.clock.forward(minutes=5)
    assert journal.timer.length(started) == timedelta(minutes=5)
    stopped = journal.timer.stop()
    journals.clock.forward(hours=20)
    assert journal.timer.length(started) is None
    assert journal.timer.length(stopped) == timedelta(minutes=5)
