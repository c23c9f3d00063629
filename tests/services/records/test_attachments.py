"""Pictures and hand-outs in a real journal folder."""

import os
from pathlib import Path

import pytest

from homejournal.domain.errors import (
    DiskFullError,
    JournalReadOnlyError,
    MediaMissingError,
    MediaRefusal,
    MediaRefusedError,
)
from homejournal.domain.records.media_and_papers import Media
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.records.attachments import read_media_file
from tests.journals import child, strategy

HANDOUT = KeptFile(b"%PDF-1.7 wait five seconds", PDF)


@pytest.fixture
def wait(journal):
    of = child()
    made = strategy(of)
    journal.records.save(of, made)
    return made.id


def add(journal, name, of):
    return journal.media.add(journal.media.put(HANDOUT, name, of))


def kept(journal, of):
    return journal.media.of_strategies([of])[of]


def test_a_hand_out_is_kept_with_its_strategy_and_read_again(journals, journal, wait):
    add(journal, "C:\\papers\\wait  and\nsee.pdf", wait)
    (record,) = kept(journal, wait)
    assert (record.name, record.type, record.strategy) == ("wait and see.pdf", PDF, wait)
    journal.close()
    again = journals.again()
    assert again.media.read(kept(again, wait)[0]) == HANDOUT.data


def test_the_same_bytes_lie_there_once(journal, wait):
    for name in ("one.pdf", "two.pdf"):
        add(journal, name, wait)
    assert [one.name for one in kept(journal, wait)] == ["one.pdf", "two.pdf"]
    assert len(list((journal.folder / "media").iterdir())) == 1


def test_only_this_person_may_read_the_folder(journal, wait):
    add(journal, "x.pdf", wait)
    assert (journal.folder / "media").stat().st_mode & 0o077 == 0


def test_what_is_removed_comes_back_with_undo(journal, wait):
    add(journal, "x.pdf", wait)
    change = journal.media.remove(kept(journal, wait)[0])
    assert kept(journal, wait) == ()
    journal.undo(change)
    assert journal.media.read(kept(journal, wait)[0]) == HANDOUT.data


def make_a_pipe_of(file):
    file.unlink()
    os.mkfifo(file)


@pytest.mark.parametrize(
    "spoil", [Path.unlink, lambda file: file.write_bytes(b"x"), make_a_pipe_of]
)
def test_what_is_gone_or_damaged_is_told_and_can_be_added_again(journal, wait, spoil):
    add(journal, "x.pdf", wait)
    (record,) = kept(journal, wait)
    spoil(journal.folder / "media" / record.sha256)
    with pytest.raises(MediaMissingError):
        journal.media.read(record)
    add(journal, "x.pdf", wait)
    assert journal.media.read(record) == HANDOUT.data


def test_what_the_disk_does_not_read_is_told(journal, wait, monkeypatch):
    add(journal, "x.pdf", wait)
    (record,) = kept(journal, wait)

    def refused(_path):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(MediaMissingError):
        journal.media.read(record)


@pytest.mark.parametrize("at", range(4))
def test_a_full_disk_names_nothing_and_leaves_nothing_behind(journal, wait, monkeypatch, at):
    """Whether it is full for the list of what is put, for the folder, or for the bytes."""
    sync, done = os.fsync, []

    def full(descriptor):
        done.append(descriptor)
        if len(done) > at:
            raise OSError(28, "No space left on device")
        sync(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr("homejournal.storage.media.media_folder.os.fsync", full)
        with pytest.raises(DiskFullError):
            add(journal, "x.pdf", wait)
    assert kept(journal, wait) == ()
    assert list(journal.folder.glob("media/*")) == []
    journal.close()
    assert list(journal.folder.glob("media-*")) == []


def test_a_journal_that_is_only_read_keeps_nothing(journals, journal, wait):
    journal.close()
    reading = journals.again(write=False)
    with pytest.raises(JournalReadOnlyError):
        add(reading, "x.pdf", wait)
    assert not (reading.folder / "media").exists()


def test_other_media_are_not_told_with_a_strategy(journal, wait):
    add(journal, "/", wait)
    (record,) = kept(journal, wait)
    assert record.name == "?"
    assert isinstance(record, Media)
    assert journal.media.of_strategies([]) == {}


def test_a_file_on_the_disk_is_read_no_further_than_its_limit(tmp_path):
    file = tmp_path / "handout.pdf"
    file.write_bytes(HANDOUT.data)
    assert read_media_file(file) == HANDOUT
    with file.open("r+b") as opened:
        opened.truncate(200 << 20)
    with pytest.raises(MediaRefusedError) as refused:
        read_media_file(file)
    assert refused.value.why is MediaRefusal.TOO_LARGE


def test_a_file_that_is_gone_cannot_be_read(tmp_path):
    with pytest.raises(MediaRefusedError) as refused:
        read_media_file(tmp_path / "cup.jpg")
    assert refused.value.why is MediaRefusal.UNREADABLE


def a_pipe(path):
    os.mkfifo(path)


@pytest.mark.parametrize("make", [Path.mkdir, a_pipe], ids=["folder", "pipe"])
def test_what_is_no_ordinary_file_is_refused_without_being_opened(tmp_path, make):
    make(tmp_path / "cup.jpg")
    with pytest.raises(MediaRefusedError) as refused:
        read_media_file(tmp_path / "cup.jpg")
    assert refused.value.why is MediaRefusal.NO_FILE


def test_a_folder_that_may_not_be_looked_into_is_told(tmp_path, monkeypatch):
    def refused(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", refused)
    with pytest.raises(MediaRefusedError) as told:
        read_media_file(tmp_path / "cup.jpg")
    assert told.value.why is MediaRefusal.UNREADABLE


def test_a_device_is_no_file():
    with pytest.raises(MediaRefusedError) as refused:
        read_media_file(Path("/dev/zero"))
    assert refused.value.why is MediaRefusal.NO_FILE


def test_the_journal_itself_is_no_picture(journal):
    with pytest.raises(MediaRefusedError) as refused:
        read_media_file(journal.folder / "journal.hj")
    assert refused.value.why is MediaRefusal.UNREADABLE
