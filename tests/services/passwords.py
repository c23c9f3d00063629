"""What the tests of the password share: a family whose words are known, and a password set."""

from pathlib import Path

import pytest

from homejournal.domain.errors import WrongPasswordError
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.opening import open_journal
from homejournal.storage.keys.keys_file import key_by_password, read_keys
from tests.journals import DEVICE, Clock, note, planned, practice, practices_on

WORD = "kumquat7391"
TYPED = "four words are easy"
HANDOUT = KeptFile(f"%PDF-1.7 {WORD}".encode(), PDF)


@pytest.fixture
def family(journal):
    """An open, plain journal with a child, a practice, a note, a draft and a hand-out."""
    of, what = planned(journal, name=WORD)
    done = practice(what)
    journal.records.save(done, note(of, f"He ate a {WORD}", practice=done.id))
    journal.media.add(journal.media.put(HANDOUT, f"{WORD}.pdf", what.id))
    journal.drafts.keep("note:1", f"half a {WORD}")
    return journal, of, what, done


def words_and_a_hand_out(journal):
    """Write a note and a hand-out in which the word stands."""
    of, what = planned(journal)
    journal.records.save(note(of, f"He ate a {WORD}"))
    journal.media.add(journal.media.put(HANDOUT, "x", what.id))


def set_password(journal, password: str = TYPED):
    service = journal.safe.password
    service.finish(service.prepare_on(service.new_key(), password))
    service.seal_media()


def set_password_only(journal):
    """Set a password, and let no copy stay from before it."""
    set_password(journal)
    for backup in journal.safe.backups.here():
        backup.path.unlink()


def take_password_away(journal):
    service = journal.safe.password
    service.finish(service.prepare_off())


def holding(folder: Path, word: str = WORD) -> list[str]:
    """Return the files below a folder in whose bytes, or in whose name, a word stands."""
    forms = [word.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [path for path in folder.rglob("*") if path.is_file() and "backups" not in path.parts]
    return [
        file.name
        for file in files
        if word in file.name or any(form in file.read_bytes() for form in forms)
    ]


def opened(folder: Path, key=None, *, write: bool = True):
    return open_journal(folder, clock=Clock(), device=DEVICE, key=key, write=write)


def all_is_there(journal, of, what, done) -> None:
    assert practices_on(journal, of) == (done,)
    (record,) = journal.media.of_strategies([what.id])[what.id]
    assert journal.media.read(record) == HANDOUT.data
    assert journal.drafts.kept()["note:1"] == f"half a {WORD}"
    assert journal.files.check().is_sound
    assert not journal.files.check().media_faults


def opens(keys, password):
    """Return whether the locked keys in a file open by a password."""
    try:
        key_by_password(read_keys(keys), password, keys.parent)
    except WrongPasswordError:
        return False
    return True
