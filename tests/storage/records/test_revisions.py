"""Revisions: saved, taken back, done again, and told in a history."""

from dataclasses import replace
from uuid import uuid4

import pytest

from homejournal.domain.errors import InvalidValueError, StaleChangeError
from homejournal.domain.records.codec import to_fields
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Envelope, Op, Revision, canonical
from tests.journals import (
    assert_holds,
    child,
    note,
    planned,
    practice,
    practices_on,
    private_note,
    revisions,
    take_in,
)


def test_saving_what_stands_already_changes_nothing(journal):
    of = child()
    assert journal.records.save(of).moves
    assert journal.records.save(of).moves == ()
    assert len(revisions(journal)) == 1


def test_the_last_of_two_records_with_one_id_is_saved(journal):
    of = child()
    journal.records.save(of, replace(of, name="Matty"))
    assert journal.records.get(of.id).name == "Matty"
    assert len(revisions(journal)) == 1


def test_an_id_cannot_change_its_kind(journal):
    of, _ = planned(journal)
    secret = private_note(of)
    journal.records.save(secret)
    with pytest.raises(InvalidValueError):
        journal.records.save(note(of, id=secret.id))
    assert journal.records.get(secret.id) == secret


def test_several_steps_on_one_record_are_taken_back_one_by_one_and_done_again(journal):
    _of, what = planned(journal)
    done = practice(what)
    steps = [
        journal.records.save(done),
        journal.records.save(replace(done, rating=3)),
        journal.records.save(replace(done, rating=4)),
        journal.records.delete(done.id),
    ]
    seen = [None, 2, 3, 4]
    redo = []
    for change in reversed(steps):
        redo.append(journal.undo(change))
        stands = journal.records.get(done.id)
        assert (stands and stands.rating) == seen.pop()
    for change, rating in zip(reversed(redo), (2, 3, 4, None), strict=True):
        journal.undo(change)
        stands = journal.records.get(done.id)
        assert (stands and stands.rating) == rating
    assert_holds(journal)


def test_a_step_cannot_be_taken_back_once_the_record_says_something_else(journal):
    of, what = planned(journal)
    done, other = practice(what), practice(what, slot="dinner")
    change = journal.records.save(done, other)
    journal.records.save(replace(done, rating=4))
    before = len(revisions(journal))
    with pytest.raises(StaleChangeError):
        journal.undo(change)
    assert len(revisions(journal)) == before
    assert len(practices_on(journal, of)) == 2


def test_a_change_of_another_journal_cannot_be_taken_back_here(journals):
    here, there = journals.new("here"), journals.new("there")
    change = here.records.save(child())
    with pytest.raises(StaleChangeError):
        there.undo(change)


def test_what_was_deleted_stands_again_by_undo_and_stays_deleted_by_redo(journal):
    of, what = planned(journal)
    done = practice(what)
    said = note(of, practice=done.id, strategy=what.id)
    journal.records.save(done, said)
    back = journal.undo(journal.records.delete(done.id))
    assert journal.records.get(said.id) == said
    journal.undo(back)
    assert journal.records.get(said.id) is None
    assert journal.records.delete(done.id).moves == ()
    assert journal.records.delete(uuid4()).moves == ()


def test_revisions_whose_bytes_do_not_fit_their_id_are_refused(journals):
    here, there = journals.new("here"), journals.new("there")
    here.records.save(child())
    made = revisions(here)[0]
    forged = Revision(
        id=made.id, envelope=made.envelope, salt=made.salt, fields=b'{"name":"Other"}'
    )
    with pytest.raises(InvalidValueError):
        take_in(there, [forged])
    assert revisions(there) == []


def test_fields_of_a_newer_homejournal_are_carried_through_edits_settling_and_restoring(journals):
    here = journals.new("here")
    of, what = planned(here)
    said = note(of, strategy=what.id)

    def newer(text: str, **extra: str) -> Revision:
        fields = canonical(to_fields(replace(said, text=text)) | extra)
        made = Envelope(kind=Kind.NOTE, record=said.id, device="file", at=None)
        return made.seal(b"s" * 16, fields)

    take_in(here, [newer("One", sound="a"), newer("Two", picture="b")])
    here.records.save(replace(said, text="Settled"))
    here.records.delete(said.id)
    here.records.restore(said.id)
    here.records.save(replace(said, text="Edited"))
    fields = revisions(here)[-1].fields
    assert b'"sound":"a"' in fields
    assert b'"picture":"b"' in fields
    assert here.records.get(said.id).text == "Edited"


def test_history_tells_every_version_and_the_deletion(journal):
    _of, what = planned(journal)
    done = practice(what)
    journal.records.save(done)
    journal.records.save(replace(done, rating=4))
    journal.records.delete(done.id)
    told = journal.records.history(done.id)
    assert [one.record and one.record.rating for one in told] == [2, 4, None]
    assert {one.at for one in told} == {"2026-03-10T20:30:00.000000+00:00"}
    assert journal.records.history(uuid4()) == []
    assert revisions(journal)[-1].told().op is Op.DELETE
