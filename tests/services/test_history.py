"""The history of entries in a real journal, and taking an earlier version again."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from homejournal.domain.journal.versions import Past
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.people import Device
from tests.journals import DEVICE, NOW, TODAY, note, planned, practice


def test_an_entry_tells_its_versions_with_their_moments_and_computers(journals):
    journal = journals.new()
    of, what = planned(journal)
    done = practice(what, rating=1, written=NOW)
    journal.records.save(done)
    journals.clock.forward(hours=2)
    journal.days.edit(replace(done, rating=4))
    newest, first = journal.history.of(done.id, of.id)
    assert (newest.what, newest.changed, newest.record.rating) == (Past.CHANGED, ("rating",), 4)
    assert (first.at, newest.at) == (NOW, NOW + timedelta(hours=2))
    assert newest.at.tzinfo == NOW.tzinfo
    assert journal.history.is_here(newest.device)
    assert not journal.history.is_here("file")
    journal.records.save(Device(id=DEVICE, name="Kitchen"))
    assert journal.history.computers() == {newest.device: "Kitchen"}


def test_a_version_of_a_file_has_no_moment(journal):
    of, _ = planned(journal)
    said = note(of)
    journal.records.save(said)
    (one,) = journal.history.of(said.id, of.id)
    assert one.at is not None
    assert journal.history.of(uuid4(), of.id) == ()


def test_an_earlier_version_is_taken_again_in_one_step_that_undo_takes_back(journals):
    journal = journals.new()
    of, what = planned(journal)
    done = practice(what, rating=1, written=NOW)
    journal.records.save(done)
    journal.days.edit(replace(done, rating=4))
    change = journal.history.restore_version(replace(done, written=None))
    assert journal.records.get(done.id) == done, "when it was first written stays"
    assert journal.history.of(done.id, of.id)[0].now
    journal.undo(change)
    assert journal.records.get(done.id).rating == 4


def test_a_life_event_and_what_was_deleted_meanwhile_can_be_taken_again(journal):
    of, _ = planned(journal)
    event = LifeEvent(id=uuid4(), child=of.id, day=TODAY, words="We moved")
    said = note(of)
    journal.records.save(event, said)
    journal.records.save(replace(event, words="We moved out"))
    journal.history.restore_version(event)
    assert journal.records.get(event.id) == event
    journal.records.delete(said.id)
    journal.history.restore_version(said)
    assert journal.records.get(said.id) == said


def test_only_what_was_written_again_has_earlier_versions(journal):
    of, what = planned(journal)
    once, twice = note(of), practice(what, rating=1)
    journal.records.save(once, twice)
    journal.days.edit(replace(twice, rating=2))
    assert journal.history.changed([once.id, twice.id, uuid4()]) == {twice.id}
    assert journal.history.changed([]) == frozenset()
