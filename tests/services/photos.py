"""What the tests of photos beside copies share: one that is kept, a second place, and damage."""

import pytest

from homejournal.exchange.media_files import JPEG, KeptFile
from tests.journals import note, planned
from tests.services.passwords import set_password

PHOTO = b"a day at the zoo"


def add_photo(journal, words=PHOTO, name="zoo.jpg"):
    said = note(next(iter(journal.family().children)))
    made = journal.media.put_photo(KeptFile(words, JPEG), name, said)
    journal.media.add_with_note(said, made)
    return made


def change_a_bit(path):
    data = path.read_bytes()
    path.unlink()  # another file from now on: a copy may be the same one under a second name
    path.write_bytes(bytes([data[0] ^ 1]) + data[1:])


def change_on_disk(path):
    with path.open("r+b") as file:  # the same blocks: a copy that is a link changes, too
        first = file.read(1)
        file.seek(0)
        file.write(bytes([first[0] ^ 1]))


@pytest.fixture
def kept(journal):
    """A journal with a photo, its copy, and where the photo lies."""
    planned(journal)
    made = add_photo(journal)
    copy = journal.safe.backups.make()
    return made, copy, journal._store.own_media().path(made.sha256)


@pytest.fixture
def locked(journal):
    """The same journal with a password: it may have a second place."""
    set_password(journal)
    return journal


@pytest.fixture
def place(locked, tmp_path):
    (tmp_path / "stick").mkdir()
    made = locked.safe.backups.second_place(tmp_path / "stick")
    made.begin()
    return made
