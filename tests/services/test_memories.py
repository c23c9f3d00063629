"""What a family sees again: nothing private, no concern, nothing that was put away."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.services.timeline import Remembered

SUNDAY = date(2026, 3, 22)
THEN = SUNDAY - timedelta(days=91)


@pytest.fixture
def written(journal):
    """Return a function that writes a note down, and what is remembered on Sunday."""
    child = Child(id=uuid4(), name="Maya")
    journal.records.save(child)

    def write(text, day, kind=Note, **more):
        note = kind(id=uuid4(), child=child.id, day=day, text=text, **more)
        journal.records.save(note)
        return note

    write.seen = lambda: journal.memories.before(child.id, SUNDAY)
    write.child = child
    write.journal = journal
    return write


def test_nothing_is_remembered_in_a_new_journal(written):
    assert written.seen() == Remembered()


def test_the_note_nearest_to_three_months_before_is_shown(written):
    written("four days before", THEN - timedelta(days=4))
    written("three days before", THEN - timedelta(days=3))
    near = written("two days after", THEN + timedelta(days=2))
    written("four days after", THEN + timedelta(days=4))
    assert written.seen().then == near


def test_no_private_note_and_no_concern_is_shown_again(written):
    written("for us alone", THEN, PrivateNote)
    written("we worry", THEN, flags=(Flag.CONCERN,))
    assert written.seen() == Remembered()


def test_the_last_celebration_through_the_day_is_shown(written):
    written("first word", SUNDAY - timedelta(days=9), flags=(Flag.CELEBRATION,))
    last = written("first step", SUNDAY, flags=(Flag.CELEBRATION, Flag.QUESTION))
    written("a question", SUNDAY, flags=(Flag.QUESTION,))
    written("tomorrow", SUNDAY + timedelta(days=1), flags=(Flag.CELEBRATION,))
    assert written.seen().celebration == last


def test_nothing_of_a_child_is_shown_whose_journal_is_put_away(written):
    written("first step", SUNDAY, flags=(Flag.CELEBRATION,))
    written("then", THEN)
    written.journal.records.save(replace(written.child, put_away=SUNDAY))
    assert written.seen() == Remembered()


def test_nothing_is_remembered_of_a_child_that_is_not_known(written):
    assert written.journal.memories.before(uuid4(), SUNDAY) == Remembered()
