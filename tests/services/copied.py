"""What the tests of copies and repair share: a family with a few days in its journal."""

import hashlib
from datetime import date

from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Revision
from tests.journals import note, planned, practice

DAYS = tuple(date(2026, 3, day) for day in range(3, 9))


def a_family(journal, days=DAYS):
    """Write a child, a strategy, and for each day a practice with a note; return the notes."""
    _, what = planned(journal)
    notes = []
    for day in days:
        done = practice(what, day=day)
        said = note(what.child, f"On {day} he reached for the cup", day=day, practice=done.id)
        journal.records.save(done, said)
        notes.append(said)
    return notes


def of_the_future(revision):
    """Return a genuine revision of a kind that only a newer homejournal knows."""
    envelope = revision.envelope.replace(b'"kind":"', b'"kind":"dream_')
    made = hashlib.sha256(envelope).digest()
    return Revision(id=made, envelope=envelope, salt=revision.salt, fields=revision.fields)


def texts_in(journal):
    """Return what all notes say."""
    return {one.text for one in journal.records.all_of(Kind.NOTE)}


def files(folder):
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def go_on(*_done):
    """Let long work go on."""
    return True
