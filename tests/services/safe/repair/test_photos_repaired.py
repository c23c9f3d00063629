"""A repair brings the photos, too: those beside the copies, here and at other places."""

import shutil

import pytest

from homejournal.domain.errors import DiskError, DiskFullError
from homejournal.services.before_opening import copies_in
from homejournal.services.opening import open_journal
from homejournal.storage.file.disk import StoppedError
from homejournal.storage.media.media_folder import MediaFolder
from tests.journals import DEVICE, planned
from tests.services.copied import go_on
from tests.services.photos import PHOTO, add_photo, change_a_bit, change_on_disk
from tests.services.repairs import repair_of, repaired, show


@pytest.fixture
def kept(journals):
    """A closed journal with a photo and a copy of both: its folder, and the photo's record."""
    journal = journals.new()
    planned(journal)
    made = add_photo(journal)
    journal.safe.backups.make()
    journal.close()
    return journal.folder, made


def test_where_journal_and_media_are_gone_the_photos_come_from_beside_the_copies(kept, journals):
    folder, made = kept
    (folder / "journal.hj").unlink()
    shutil.rmtree(folder / "media")
    found, report = repaired(folder, journals)
    assert (report.media.back, report.media.gone) == ({made.sha256: "zoo.jpg"}, {})
    assert found.media.read(made) == PHOTO
    assert not (folder / "media.repaired").exists()


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), change_a_bit])
def test_one_photo_alone_needs_a_repair_where_a_copy_has_it(kept, journals, harm):
    folder, made = kept
    harm(folder / "media" / made.sha256)
    assert not repair_of(folder, journals.clock).is_needless()
    found, report = repaired(folder, journals)
    assert report.lost == 0
    assert found.media.read(made) == PHOTO
    assert repair_of(folder, journals.clock).is_needless()


def test_what_is_whole_nowhere_needs_no_repair_and_is_told_by_one(kept, journals):
    folder, made = kept
    change_on_disk(folder / "media" / made.sha256)
    assert repair_of(folder, journals.clock).is_needless()
    (folder / "journal.hj").unlink()
    _, report = repaired(folder, journals)
    assert (report.media.back, report.media.gone) == ({}, {made.sha256: "zoo.jpg"})


def test_photos_beside_copies_elsewhere_come_too(kept, journals, tmp_path):
    folder, made = kept
    (tmp_path / "stick").mkdir()
    shutil.move(folder / "backups", tmp_path / "stick")
    (folder / "journal.hj").unlink()
    shutil.rmtree(folder / "media")
    repair = repair_of(folder, journals.clock)
    show(repair, copies_in(tmp_path / "stick"))
    repair.finish(repair.prepare(go_on))
    found = open_journal(folder, clock=journals.clock, device=DEVICE)
    journals.opened.append(found)
    assert found.media.read(made) == PHOTO


def test_left_or_stopped_nothing_is_changed(kept, journals):
    folder, made = kept
    lies = folder / "media" / made.sha256
    lies.unlink()
    (folder / "journal.hj").unlink()
    before = sorted(folder.iterdir())
    repair = repair_of(folder, journals.clock)
    repair.leave(repair.prepare(go_on))
    assert sorted(folder.iterdir()) == before
    for parts in range(7):
        told = iter([True] * parts)
        with pytest.raises(StoppedError):
            repair.prepare(lambda *_, told=told: next(told, False))
        assert not lies.exists()
        assert not (folder / "media.repaired").exists()


def test_a_photo_that_has_no_room_lets_the_words_come_back(kept, journals, monkeypatch):
    folder, made = kept
    (folder / "media" / made.sha256).unlink()
    (folder / "journal.hj").unlink()
    put = MediaFolder.put

    def full(_folder, _data):
        raise DiskFullError(folder)

    monkeypatch.setattr(MediaFolder, "put", full)
    found, _ = repaired(folder, journals)
    monkeypatch.setattr(MediaFolder, "put", put)
    assert not (folder / "media" / made.sha256).exists()
    found.safe.backups.media.keep_whole([], go_on)  # once there is room
    assert found.media.read(made) == PHOTO


def test_what_a_killed_repair_had_laid_aside_goes(kept, journals):
    folder, made = kept
    aside = folder / "media.repaired" / "media"
    aside.mkdir(parents=True)
    (aside / made.sha256).write_bytes(PHOTO[:5])
    journals.again(folder.name).close()
    assert not (folder / "media.repaired").exists()


def test_a_media_folder_that_refuses_lets_the_words_come_back(kept, journals, monkeypatch):
    folder, made = kept
    (folder / "media" / made.sha256).unlink()
    (folder / "journal.hj").unlink()

    def refuse(*_told):
        raise DiskError(folder)

    with monkeypatch.context() as patched:
        patched.setattr("homejournal.storage.media.copies.put_back", refuse)
        found, _ = repaired(folder, journals)
    found.safe.backups.media.keep_whole([], go_on)
    assert found.media.read(made) == PHOTO
