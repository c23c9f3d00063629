"""What takes a step back is worked out ahead; it is only written where the journal fits it."""

from dataclasses import replace

import pytest

from homejournal.domain.errors import StaleChangeError
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.safe.transfer.sealed_files import pack_of
from homejournal.storage.journal.writer import Writer
from tests.journals import (
    ELSEWHERE,
    child,
    note,
    planned,
    practice,
    projection,
    rebuilt,
    revisions,
    step,
    strategy,
)
from tests.threads import on_another_thread

WORDS = "zqvkxjwphd mfgrtbnlsq"


@pytest.fixture
def here(journals):
    """Return a journal with a child, a plan and a note of its own."""
    made = journals.new("here")
    of, what = planned(made)
    made.records.save(practice(what), note(of, text="ours"))
    return made


@pytest.fixture
def came(here, journals):
    """Return the step with which a child came from another computer, its notes and its plan."""
    there = journals.new("there", ELSEWHERE)
    of = child(name="Ana")
    what = strategy(of)
    there.records.save(of, what, step(what), practice(what), note(of, text=WORDS))
    pack = pack_of(there.safe.pack_files.wish(Audience.OWN))
    return here.safe.pack_files.take_in(pack)


def names(journal):
    return sorted(one.name for one in journal.family().children.values())


def is_sound(journal):
    return journal.files.check().is_sound and projection(journal.folder) == rebuilt(journal)


def turned(journal, change):
    """Take a change back as it was worked out on another thread."""
    ahead = on_another_thread(journal.steps.preparing(change))
    return journal.steps.take_back(change, ahead)


def test_what_came_goes_and_comes_again_as_it_was_worked_out(here, came):
    before = revisions(here)
    back = turned(here, came)
    assert names(here) == ["Mateo"]
    assert set(revisions(here)) < set(before)
    assert is_sound(here)
    again = turned(here, back)
    assert names(here) == ["Ana", "Mateo"]
    assert set(revisions(here)) == set(before)
    assert again.came == came.came
    assert is_sound(here)


def test_what_was_saved_goes_and_comes_again_as_it_was_worked_out(here):
    saved = here.records.save(child(name="Ana"), child(name="Ben"))
    back = turned(here, saved)
    assert names(here) == ["Mateo"]
    turned(here, back)
    assert names(here) == ["Ana", "Ben", "Mateo"]
    assert is_sound(here)


def test_only_what_was_worked_out_is_written(here, came, monkeypatch):
    ahead = on_another_thread(here.steps.preparing(came))
    monkeypatch.setattr(Writer, "plan_removal", None)
    here.steps.take_back(came, ahead)
    assert names(here) == ["Mateo"]


def test_what_was_written_meanwhile_stays(here, came):
    ahead = on_another_thread(here.steps.preparing(came))
    (mateo,) = (one for one in here.family().children.values() if one.name == "Mateo")
    here.records.save(note(mateo, text="meanwhile"))
    here.steps.take_back(came, ahead)
    assert sorted(one.text for one in here.records.all_of(Kind.NOTE)) == ["meanwhile", "ours"]
    assert is_sound(here)


def test_what_was_written_upon_it_meanwhile_keeps_all_of_it(here, came):
    ahead = on_another_thread(here.steps.preparing(came))
    (theirs,) = (one for one in here.records.all_of(Kind.NOTE) if one.text == WORDS)
    here.notes.edit(theirs, replace(theirs, text="better words"))
    stands = revisions(here)
    with pytest.raises(StaleChangeError):
        here.steps.take_back(came, ahead)
    assert set(revisions(here)) == set(stands)
    with pytest.raises(StaleChangeError):
        on_another_thread(here.steps.preparing(came))
    assert set(revisions(here)) == set(stands)


def test_what_was_worked_out_for_another_step_is_not_used(here, came):
    saved = here.records.save(child(name="Ben"))
    ahead = on_another_thread(here.steps.preparing(came))
    here.steps.take_back(saved, ahead)
    assert names(here) == ["Ana", "Mateo"]
    assert is_sound(here)
