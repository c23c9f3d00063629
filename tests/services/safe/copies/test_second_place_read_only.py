"""A second place that can only be read: a stick with its slider locked, a folder of somebody."""

import errno
import os
from pathlib import Path

import pytest

from homejournal.domain.errors import PlaceReadOnlyError
from homejournal.texts.error_texts import explain
from homejournal.texts.wording import wording_of
from tests.services.copied import a_family, files, go_on
from tests.services.passwords import set_password_only


@pytest.fixture
def place(journal, tmp_path):
    a_family(journal)
    set_password_only(journal)
    (tmp_path / "stick").mkdir()
    place = journal.safe.backups.second_place(tmp_path / "stick")
    place.begin()
    return place


@pytest.fixture
def locked(place, monkeypatch):
    """Let nothing be written below the stick, as one with its slider locked."""
    real = os.open

    def refusing(path, flags, *more, **named):
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes and Path(os.fspath(path)).is_relative_to(place.chosen):
            raise OSError(errno.EROFS, "Read-only file system", path)
        return real(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", refusing)


def test_a_copy_that_cannot_go_there_names_it_and_leaves_nothing(journal, place, locked):
    with pytest.raises(PlaceReadOnlyError) as told:
        place.take(journal.safe.backups.make())
    assert told.value.path == place.chosen
    assert files(place.folder.path) == []
    with pytest.raises(PlaceReadOnlyError):
        place.take_if_due(journal.safe.backups.here(), go_on)


def test_so_does_one_whose_copies_should_follow_the_password(journal, place, monkeypatch):
    taken = place.take(journal.safe.backups.make())
    journal.safe.password.change("another four words here")

    def refused(*_told):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("homejournal.storage.keys.keys_file.write_whole", refused)
    with pytest.raises(PlaceReadOnlyError):
        place.take_if_due([taken], go_on)


def test_so_does_a_place_that_is_chosen(journal, tmp_path, monkeypatch):
    set_password_only(journal)

    def refused(*_told, **_named):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(PlaceReadOnlyError):
        journal.safe.backups.second_place(tmp_path).begin()


def test_it_is_said_kindly_with_what_may_help():
    said = explain(wording_of("en"), PlaceReadOnlyError(Path("/stick")), in_window=False)
    assert "can only be read" in said
    assert "no copy went there" in said
    assert "slider" in said
    assert "Your journal here is safe." in said
