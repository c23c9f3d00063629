"""Photos and the second place: what is lost or damaged in one comes back from the other."""

import shutil

import pytest

from homejournal.domain.errors import DiskError, DiskFullError
from homejournal.domain.safe.copy_comparison import ALL_WHOLE
from homejournal.services.safe.copies import media_copies
from homejournal.storage.file.backup_folder import keys_of
from homejournal.storage.file.file_encryption import begins_plain
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.media.copies import media_beside, whole_in
from homejournal.storage.media.media_folder import MediaFolder
from tests.journals import planned
from tests.services.copied import files, go_on
from tests.services.passwords import set_password, take_password_away
from tests.services.photos import (
    PHOTO,
    add_photo,
    change_a_bit,
    change_on_disk,
    kept,
    locked,
    place,
)

__all__ = ["kept", "locked", "place"]


@pytest.fixture
def folder_there(place, journal):
    """Return the folder of the photos at the second place."""
    (found,) = media_beside([place.folder.path], journal._store.key)
    return found


@pytest.fixture
def folder_here(journal):
    """Return the folder of the photos beside the copies here."""
    (found,) = media_beside([journal.folder / "backups"], journal._store.key)
    return found


def test_a_photo_that_goes_there_is_a_file_of_its_own(place, kept, folder_there):
    made, copy, lies = kept
    place.take(copy)
    change_on_disk(lies)
    assert whole_in(folder_there, made.sha256) == PHOTO


def test_one_that_grew_there_is_brought_again(place, kept, folder_there):
    made, copy, _ = kept
    place.take(copy)
    lies = folder_there.path(made.sha256)
    lies.write_bytes(lies.read_bytes() + b"more")
    place.take(copy)
    assert whole_in(folder_there, made.sha256) == PHOTO


def test_a_damaged_photo_does_not_go_there_and_is_told(place, kept, journal, folder_there):
    made, copy, lies = kept
    whole = lies.read_bytes()
    change_on_disk(lies)
    place.take(copy)
    assert not folder_there.path(made.sha256).exists()
    assert journal.safe.backups.media.lost == {made.sha256: "zoo.jpg"}
    lies.unlink()
    lies.write_bytes(whole)
    place.take(copy)
    assert whole_in(folder_there, made.sha256) == PHOTO
    assert journal.safe.backups.media.lost == {}


def test_one_that_is_gone_here_goes_there_from_beside_the_copies(place, kept, folder_there):
    made, copy, lies = kept
    lies.unlink()
    place.take(copy)
    assert whole_in(folder_there, made.sha256) == PHOTO


def test_a_torn_one_there_is_replaced_by_the_next_copy(place, kept, journal, folder_there):
    made, copy, _ = kept
    place.take(copy)
    folder_there.path(made.sha256).write_bytes(PHOTO[:5])
    place.take(copy)
    assert whole_in(folder_there, made.sha256) == PHOTO


def test_one_that_arrives_otherwise_is_told_and_the_words_are_there(place, kept, monkeypatch):
    _, copy, _ = kept

    def torn(target, data):
        target.write_bytes(data[:5])

    monkeypatch.setattr(
        "homejournal.storage.media.media_folder.MediaFolder._write", staticmethod(torn)
    )
    with pytest.raises(DiskError):
        place.take(copy)
    assert len(place.copies()) == 1


def test_a_spoiled_one_there_is_replaced_by_and_by(place, kept, journal, folder_there):
    made, copy, _ = kept
    place.take(copy)
    change_on_disk(folder_there.path(made.sha256))
    journal.safe.backups.media.keep_whole([place.folder.path], go_on)
    assert whole_in(folder_there, made.sha256) == PHOTO


def test_what_is_lost_or_spoiled_here_comes_back_from_there_by_itself(
    place, kept, journal, folder_here
):
    made, copy, lies = kept
    place.take(copy)
    media = journal.safe.backups.media
    change_on_disk(lies)
    media.keep_whole([place.folder.path], go_on)
    assert journal.media.read(made) == PHOTO
    assert whole_in(folder_here, made.sha256) == PHOTO
    lies.unlink()
    media.keep_whole([], go_on)
    assert journal.media.read(made) == PHOTO
    assert media.lost == {}


def test_a_copy_that_is_asked_for_brings_back_what_is_whole_anywhere(place, kept, journal):
    made, copy, lies = kept
    media = journal.safe.backups.media
    change_a_bit(lies)  # whole beside the copies here
    assert media.make_whole([], go_on).back == {made.sha256: "zoo.jpg"}
    assert journal.media.read(made) == PHOTO
    place.take(copy)
    change_on_disk(lies)  # a link: the one beside the copies is damaged, too
    assert media.make_whole([place.folder.path], go_on).back == {made.sha256: "zoo.jpg"}
    assert journal.media.read(made) == PHOTO
    assert media.make_whole([place.folder.path], go_on) == ALL_WHOLE


def test_one_that_is_damaged_everywhere_is_told_until_it_came_back(
    place, kept, journal, tmp_path, folder_there, folder_here
):
    made, copy, lies = kept
    place.take(copy)
    shutil.copytree(copy.path.parent, tmp_path / "another")
    change_on_disk(lies)
    change_on_disk(folder_there.path(made.sha256))
    folder_here.path(made.sha256).write_bytes(b"otherwise")
    media = journal.safe.backups.media
    gone = {made.sha256: "zoo.jpg"}
    assert media.make_whole([place.folder.path], go_on).gone == gone
    assert media.bring_back([place.folder.path]).gone == media.lost == gone
    restoring, there = journal.safe.backups.restoring, tmp_path / "another" / copy.path.name
    restoring.restore(there, restoring.look(there))
    assert media.lost == {}


def test_what_is_asked_for_can_be_stopped(locked, kept, journal):
    _, _, lies = kept
    change_a_bit(lies)
    assert journal.safe.backups.media.make_whole([], lambda: False) == ALL_WHOLE
    assert not journal.safe.backups.restoring.look(kept[1].path).media.gone


def test_what_was_proved_is_not_read_again_and_much_waits(place, kept, journal, folder_there):
    _, copy, _ = kept
    large = [add_photo(journal, bytes([n]) * (5 << 20), f"{n}.jpg") for n in range(3)]
    place.take(copy)
    media = journal.safe.backups.media
    for one in large:
        change_on_disk(folder_there.path(one.sha256))

    def spoiled():
        return sum(whole_in(folder_there, one.sha256) is None for one in large)

    left = []
    for _ in range(4):
        left.append(spoiled())
        media.keep_whole([place.folder.path], go_on)
    assert left == sorted(left, reverse=True)
    assert 0 < left[1] < 3
    assert spoiled() == 0


def test_one_photo_may_be_all_that_is_read_at_once(place, kept, journal, folder_there, monkeypatch):
    _, copy, _ = kept
    two = [add_photo(journal, bytes([n]) * 1000, f"{n}.jpg") for n in range(2)]
    place.take(copy)
    media = journal.safe.backups.media
    media.keep_whole([place.folder.path], go_on)
    for one in two:
        change_on_disk(folder_there.path(one.sha256))
    monkeypatch.setattr(media_copies, "_AT_ONCE", 2000)
    media.keep_whole([place.folder.path], go_on)
    assert sum(whole_in(folder_there, one.sha256) is None for one in two) == 1


def test_it_can_be_stopped_and_a_disk_that_refuses_hinders_nothing(
    place, kept, journal, monkeypatch
):
    made, _, lies = kept
    lies.unlink()
    media = journal.safe.backups.media
    media.keep_whole([], lambda: False)
    assert not lies.exists()

    def full(*_told):
        raise DiskFullError(journal.folder)

    with monkeypatch.context() as patched:
        patched.setattr("homejournal.storage.media.media_folder.MediaFolder.put", full)
        media.keep_whole([], go_on)
    assert not lies.exists()
    media.keep_whole([], go_on)
    assert journal.media.read(made) == PHOTO


def test_what_is_deleted_for_good_meanwhile_is_gone_in_the_end(
    place, kept, journal, monkeypatch, folder_there
):
    made, copy, lies = kept
    place.take(copy)
    for path in (lies, folder_there.path(made.sha256)):
        change_a_bit(path)
    put = MediaFolder.put

    def deleted_meanwhile(folder, data):
        journal.media.remove(made)
        journal.media.delete_for_good(made)
        return put(folder, data)

    monkeypatch.setattr("homejournal.storage.media.media_folder.MediaFolder.put", deleted_meanwhile)
    journal.safe.backups.media.keep_whole([place.folder.path], go_on)
    monkeypatch.undo()
    assert not folder_there.path(made.sha256).exists()
    journal.close()
    assert not lies.exists()


def plain_there(place, made, data=PHOTO):
    """Lay a photo plain at the second place, as it lay there before all there was encrypted."""
    place.folder.media.mkdir(exist_ok=True)
    lies = place.folder.media / made.sha256
    lies.write_bytes(data)
    return lies


@pytest.mark.parametrize("is_sealed_too", [False, True])
@pytest.mark.parametrize("data", [PHOTO, b"spoiled"])
def test_one_that_lies_there_plain_is_sealed(
    place, kept, journal, folder_there, is_sealed_too, data
):
    made, copy, _ = kept
    if is_sealed_too:
        place.take(copy)
    lies = plain_there(place, made, data)
    place.take_if_due([journal.safe.backups.make()], go_on)
    journal.safe.backups.media.keep_whole([place.folder.path], go_on)
    assert not lies.exists()
    assert whole_in(folder_there, made.sha256) == PHOTO


def test_one_that_lies_there_plain_replaces_a_spoiled_one(place, kept, folder_there):
    made, copy, _ = kept
    place.take(copy)
    change_on_disk(folder_there.path(made.sha256))
    plain_there(place, made)
    place.take(copy)
    assert whole_in(folder_there, made.sha256) == PHOTO


def test_a_journal_without_a_password_heals_nothing_there(place, kept, journal):
    made, copy, _ = kept
    place.take(copy)
    take_password_away(journal)
    spoiled = plain_there(place, made, b"spoiled")
    media = journal.safe.backups.media
    media.make_whole([place.folder.path], go_on)
    assert spoiled.read_bytes() == b"spoiled"
    spoiled.write_bytes(PHOTO)
    shutil.rmtree(journal.folder / "media")
    shutil.rmtree(journal.folder / "backups" / "media")
    assert media.make_whole([place.folder.path], go_on).back == {made.sha256: "zoo.jpg"}


def test_a_plain_copy_there_is_encrypted(place, journal):
    planned(journal)
    plain = place.folder.path / "00000001-20260310T203000Z.hj"
    damaged = place.folder.path / "00000002-20260310T203000Z.hj"
    take_password_away(journal)
    plain.write_bytes(journal.safe.backups.make().path.read_bytes())
    damaged.write_bytes(plain.read_bytes()[:5000])
    set_password(journal)
    place.take(journal.safe.backups.make())
    assert not begins_plain(plain)
    assert journal.safe.backups.restoring.look(plain).whole
    assert begins_plain(damaged)
    assert not keys_of(damaged).exists()


def test_photos_of_earlier_keys_go_with_the_last_copy_that_they_open(place, kept, journal):
    made, copy, _ = kept
    first = place.take(copy)
    take_password_away(journal)
    set_password(journal)
    take = [place.take(journal.safe.backups.make()) for _ in range(2)]
    assert len(files(place.folder.media)) == 2
    evicted = first.path.with_name(f".{first.path.name}.icloud")
    first.path.rename(evicted)
    place.take(take[0])
    assert len(files(place.folder.media)) == 2
    evicted.unlink()
    loose = MediaFolder(JournalFolder(place.folder.path), journal._store.key)
    loose.put(b"named by a copy of this key alone")
    place.take(take[0])
    assert len(files(place.folder.media)) == 2
    assert loose.get(made.sha256) == PHOTO
