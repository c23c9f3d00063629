"""What the tests of faulty files share: a journal with a family, and bytes that change."""

from pathlib import Path

import pytest

from homejournal.services.opening import open_journal
from tests.journals import DEVICE, Clock, Opened, mark, note, planned, practice


def opened(folder: Path, *, write: bool = True):
    return open_journal(folder, clock=Clock(), device=DEVICE, write=write)


@pytest.fixture
def family(journals: Opened):
    """A closed journal with one of everything, and its child and practice."""
    journal = journals.new()
    of, what = planned(journal)
    done = practice(what)
    journal.records.save(done, note(of, "He pointed", practice=done.id), mark(of))
    journal.close()
    return journal.folder, of, done


def change_bytes(folder: Path, old: bytes, new: bytes, at: int = 0) -> None:
    """Change bits on the disk behind the journal's back: the last, or another, of their places."""
    file = folder / "journal.hj"
    raw = bytearray(file.read_bytes())
    places = [found for found in range(len(raw)) if raw.startswith(old, found)]
    assert places, old
    place = places[at]
    raw[place : place + len(old)] = new
    file.write_bytes(raw)
