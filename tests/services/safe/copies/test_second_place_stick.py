"""A stick as it is: pulled out in the middle, full, read-only, and left by a program that ended."""

import errno
import shutil
from pathlib import Path

import pytest

from homejournal.domain.errors import (
    DiskFullError,
    JournalMissingError,
    JournalReadOnlyError,
    PhotosNoRoomError,
)
from homejournal.storage.file.backup_folder import keys_of
from homejournal.storage.media.media_folder import MediaFolder
from tests.journals import planned
from tests.killed import killed_at
from tests.services.copied import files, go_on
from tests.services.passwords import TYPED, opened, opens, set_password_only
from tests.services.photos import add_photo

OTHER = "another four words here"


@pytest.fixture
def journal(journals):
    """An encrypted journal with three photos."""
    journal = journals.new()
    planned(journal)
    for number in range(3):
        add_photo(journal, b"zoo %d" % number, f"{number}.jpg")
    set_password_only(journal)
    return journal


def photos_there(place):
    return files(place.folder.media) if place.folder.media.is_dir() else []


def pulled_out(place, *, after):
    """Return a rest in which the stick is pulled out; the folder in which it appears stays."""
    rests = iter(range(after + 1))

    def rest():
        if next(rests, None) == after:
            place.chosen.rename(place.chosen.with_name("pulled out"))
            place.chosen.mkdir()

    return rest


@pytest.fixture
def no_room_for_photos(place, monkeypatch):
    """Let a place have room for no photo, until it is called."""
    write = MediaFolder._write

    def full(target, data):
        if target.is_relative_to(place.chosen):
            raise OSError(errno.ENOSPC, "No space left on device")
        write(target, data)

    monkeypatch.setattr(
        "homejournal.storage.media.media_folder.MediaFolder._write", staticmethod(full)
    )
    return monkeypatch.undo


class TestPulledOut:
    @pytest.mark.parametrize("after", range(5))
    def test_nothing_goes_where_the_stick_was(self, journal, place, after):
        made = journal.safe.backups.make()
        with pytest.raises(JournalMissingError):
            place.take(made, pulled_out(place, after=after))
        assert list(place.chosen.rglob("*")) == []
        assert not place.is_there
        place.take_if_due([made], go_on)
        assert list(place.chosen.iterdir()) == []

    def test_what_it_lacks_comes_once_it_is_back(self, journal, place):
        made = journal.safe.backups.make()
        with pytest.raises(JournalMissingError):
            place.take(made, pulled_out(place, after=3))
        place.chosen.rmdir()
        place.chosen.with_name("pulled out").rename(place.chosen)
        place.take_if_due([made], go_on)
        assert len(place.copies()) == 1
        assert len(photos_there(place)) == 3


class TestFull:
    def test_the_words_come_where_photos_have_no_room_and_it_is_told(
        self, journal, place, no_room_for_photos
    ):
        made = journal.safe.backups.make()
        for _ in range(2):
            with pytest.raises(PhotosNoRoomError):
                place.take_if_due([made], go_on)
        assert len(place.copies()) == 1
        assert photos_there(place) == []
        no_room_for_photos()
        place.take_if_due([made], go_on)
        assert len(place.copies()) == 1
        assert len(photos_there(place)) == 3

    def test_photos_take_no_room_from_the_words(self, journal, place, monkeypatch):
        def full(*_told):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("homejournal.storage.file.backup_folder._bring", full)
        with pytest.raises(DiskFullError):
            place.take(journal.safe.backups.make())
        assert photos_there(place) == []

    def test_what_is_stopped_among_the_photos_goes_on_the_next_time(self, journal, place):
        made = journal.safe.backups.make()
        steps = iter([True] * 3)
        assert place.take_beside(made, lambda: next(steps, False)) is None
        assert len(place.copies()) == 1
        place.take_if_due([made], lambda: False)
        assert len(photos_there(place)) < 3
        place.take_if_due([made], go_on)
        assert len(photos_there(place)) == 3


class TestPassword:
    @pytest.fixture
    def copy(self, journal, place):
        """A copy there; the password was changed while the stick was away."""
        made = place.take(journal.safe.backups.make())
        journal.safe.password.change(OTHER)
        return made

    def test_copy_there_now_lets_those_there_follow(self, journal, place, copy):
        place.take_beside(journal.safe.backups.make(), go_on)
        assert opens(keys_of(copy.path), OTHER)
        assert not opens(keys_of(copy.path), TYPED)

    def test_a_full_stick_follows_all_the_same(self, journal, place, copy, monkeypatch):
        def full(*_told):
            raise OSError(errno.ENOSPC, "No space left on device")

        made = journal.safe.backups.make()
        monkeypatch.setattr("homejournal.storage.file.backup_folder._bring", full)
        monkeypatch.setattr("homejournal.storage.keys.keys_file.write_whole", full)
        with pytest.raises(DiskFullError):
            place.take(made)
        assert opens(keys_of(copy.path), OTHER)
        assert not opens(keys_of(copy.path), TYPED)

    def test_a_stick_that_refuses_is_told_and_a_copy_goes_there_still(
        self, journal, place, copy, monkeypatch
    ):
        made = journal.safe.backups.make()
        shutil.rmtree(place.folder.media)

        def refuse(file, _data):
            raise OSError(errno.EROFS, "Read-only file system", str(file))

        monkeypatch.setattr("homejournal.storage.keys.keys_file.write_whole", refuse)
        for _ in range(2):
            with pytest.raises(JournalReadOnlyError):
                place.take(made)
        assert len(photos_there(place)) == 3
        with pytest.raises(JournalReadOnlyError):
            place.take_if_due([made], go_on)
        assert len(place.copies()) == 3
        assert opens(keys_of(copy.path), TYPED)

    @pytest.mark.parametrize("spoiled", [None, b"", b"{"])
    def test_keys_that_are_lost_or_torn_there_come_back(self, place, copy, spoiled):
        keys_of(copy.path).unlink()
        if spoiled is not None:
            keys_of(copy.path).write_bytes(spoiled)
        place.follow_password()
        assert opens(keys_of(copy.path), OTHER)

    def test_keys_of_a_newer_homejournal_and_of_no_copy_of_ours_stay(self, place, copy):
        keys = keys_of(copy.path)
        newer = keys.read_bytes().replace(b'"schema": 1', b'"schema": 2')
        keys.write_bytes(newer)
        lone = keys.with_name("another.keys.json")
        lone.write_bytes(b"{")
        place.follow_password()
        assert keys.read_bytes() == newer
        assert lone.read_bytes() == b"{"


class TestKilled:
    def test_whatever_its_last_step_was_the_next_copy_leaves_nothing_half(
        self, journal, journals, place
    ):
        made, left = journal.safe.backups.make(), set()
        step, killed = 0, True
        while killed:
            step += 1
            killed = killed_at(step, lambda: place.take(made))
            left.update(path.suffix for path in place.folder.path.iterdir())
            journals.clock.forward(minutes=1)
            taken = place.take(journal.safe.backups.make())
            whole = {copy.path.name for copy in place.copies()}
            keys = {keys_of(copy.path).name for copy in place.copies()}
            assert set(files(place.folder.path)) == whole | keys
            assert opens(keys_of(taken.path), TYPED)
            for copy in place.copies():
                place.folder.drop(copy)
        assert {".new", ".json", ".hj"} <= left

    def test_keys_of_a_copy_that_a_cloud_keeps_elsewhere_stay(self, journal, place):
        taken = place.take(journal.safe.backups.make())
        shutil.move(taken.path, taken.path.with_name(f".{taken.path.name}.icloud"))
        place.take(journal.safe.backups.make())
        assert keys_of(taken.path).is_file()

    def test_those_here_go_as_the_journal_is_opened(self, journal, journals):
        made = journal.safe.backups.make()
        key = journal._store.key
        here = Path(made.path.parent)
        (here / "00000009-20260310T203000Z.keys.json").write_text("{}")
        (here / "00000009-20260310T203000Z.keys.json.new").write_text("{}")
        folder = journal.folder
        journal.close()
        journals.opened.append(opened(folder, key))
        assert files(here) == sorted([made.path.name, keys_of(made.path).name])
