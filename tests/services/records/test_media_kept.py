"""The bytes in the media folder: what can come back stays, what nothing names goes."""

import os
from dataclasses import replace

import pytest
import sqlcipher3

from homejournal.domain.errors import (
    DiskError,
    MediaMissingError,
    RecordMissingError,
    StaleChangeError,
)
from homejournal.domain.records.media_and_papers import MediaFault, MediaTrouble
from homejournal.domain.records.record import Kind
from homejournal.exchange.media_files import PDF, KeptFile
from tests.journals import child, note, projection, rebuilt, strategy


def lying(journal):
    folder = journal.folder / "media"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


@pytest.fixture
def wait(journal):
    of = child()
    made = strategy(of)
    journal.records.save(of, made, note(of))
    return made.id


def put(journal, words, of, name="wait.pdf"):
    return journal.media.put(KeptFile(b"%PDF-1.7 " + words, PDF), name, of)


def kept(journal, words, of, name="wait.pdf"):
    record = put(journal, words, of, name)
    journal.media.add(record)
    return record


class TestWhatGoes:
    def test_what_stands_and_what_can_come_back_stays(self, journals, journal, wait):
        stays, removed = kept(journal, b"one", wait), kept(journal, b"two", wait)
        journal.media.remove(removed)
        journal.close()
        again = journals.again()
        again.records.restore(removed.id)
        assert again.media.read(removed) == b"%PDF-1.7 two"
        assert again.media.read(stays) == b"%PDF-1.7 one"

    def test_what_was_put_and_never_named_goes_when_the_journal_closes(self, journal, wait):
        named, loose = kept(journal, b"one", wait), put(journal, b"two", wait)
        assert lying(journal) == sorted([named.sha256, loose.sha256])
        journal.close()
        assert lying(journal) == [named.sha256]

    def test_what_nothing_names_and_another_session_put_stays(self, journals, journal, wait):
        loose = put(journal, b"one", wait)
        file = journal.folder / "media" / loose.sha256
        words = file.read_bytes()
        journal.close()
        file.write_bytes(words)
        journals.again().close()
        assert lying(journal) == [loose.sha256]

    def test_what_was_begun_goes_and_what_others_laid_there_stays(self, journals, journal, wait):
        named = kept(journal, b"one", wait)
        journal.close()
        media = journal.folder / "media"
        (media / ".new-abc").write_bytes(b"half")
        (media / "readme.txt").write_bytes(b"not ours")
        (media / ("a" * 64)).mkdir()
        journals.again()
        assert lying(journal) == sorted([named.sha256, "readme.txt", "a" * 64])

    def test_what_is_deleted_for_good_goes_and_bytes_that_others_name_stay(self, journal, wait):
        gone, shared, same = (kept(journal, words, wait) for words in (b"one", b"two", b"two"))
        for record in (gone, shared):
            journal.media.remove(record)
            journal.media.delete_for_good(record)
        assert lying(journal) == [same.sha256]
        with pytest.raises(MediaMissingError):
            journal.media.read(gone)
        journal.media.remove(same)
        journal.media.delete_for_good(same)
        assert lying(journal) == []

    def test_what_waits_for_its_record_stays_while_the_same_is_deleted_for_good(
        self, journal, wait
    ):
        gone = kept(journal, b"one", wait)
        waits = [put(journal, words, wait) for words in (b"one", b"two")]
        journal.media.remove(gone)
        journal.media.delete_for_good(gone)
        journal.media.add(*waits)
        assert [journal.media.read(one) for one in waits] == [b"%PDF-1.7 one", b"%PDF-1.7 two"]
        journal.close()
        assert lying(journal) == sorted(one.sha256 for one in waits)

    def test_it_goes_in_the_end_where_no_record_came(self, journal, wait):
        gone = kept(journal, b"one", wait)
        put(journal, b"one", wait)
        journal.media.remove(gone)
        journal.media.delete_for_good(gone)
        assert lying(journal) == [gone.sha256]
        journal.close()
        assert lying(journal) == []

    def test_what_a_killed_program_left_of_it_goes_the_next_time(
        self, journals, journal, wait, monkeypatch
    ):
        gone = kept(journal, b"one", wait)
        journal.media.remove(gone)
        monkeypatch.setattr("pathlib.Path.unlink", refused)
        with pytest.raises(DiskError):
            journal.media.delete_for_good(gone)
        journal.close()
        monkeypatch.undo()
        assert lying(journal) == [gone.sha256]
        journals.again().close()
        assert lying(journal) == []

    def test_nothing_goes_where_the_projection_forgot_a_record(self, journal, wait):
        record = kept(journal, b"one", wait)
        file = sqlcipher3.connect(journal.folder / "journal.hj", isolation_level=None)
        file.execute("DELETE FROM head WHERE kind NOT IN (1, 2, 3, 4)")
        file.close()
        journal.media.drop_unused()
        assert lying(journal) == [record.sha256]

    def test_nothing_goes_where_something_is_damaged(self, journal, wait):
        kept(journal, b"one", wait)
        loose = put(journal, b"two", wait)
        file = sqlcipher3.connect(journal.folder / "journal.hj", isolation_level=None)
        file.execute("UPDATE revision SET fields = x'7b7d' WHERE seq = 3")
        file.close()
        journal.media.drop_unused()
        assert loose.sha256 in lying(journal)

    def test_a_reader_and_a_journal_without_pictures_delete_nothing(self, journals, journal, wait):
        journal.close()
        reading = journals.again(write=False)
        (reading.folder / "media").mkdir()
        (reading.folder / "media" / ("b" * 64)).write_bytes(b"x")
        reading.media.drop_unused()
        reading.close()
        assert lying(reading) == ["b" * 64]

    def test_a_folder_that_refuses_is_told_and_never_hinders_closing(
        self, journal, wait, monkeypatch
    ):
        put(journal, b"one", wait)
        monkeypatch.setattr("pathlib.Path.unlink", refused)
        with pytest.raises(DiskError):
            journal.media.drop_unused()
        journal.close()


def refused(_path, *, missing_ok):
    raise OSError(5, "Input/output error")


class TestCheck:
    def test_all_is_well_with_what_stands_and_what_can_come_back(self, journal, wait):
        kept(journal, b"one", wait)
        journal.media.remove(kept(journal, b"two", wait))
        report = journal.files.check()
        assert (report.media, report.media_faults, report.is_sound) == (2, (), True)

    def test_missing_changed_and_unreadable_ones_are_told_by_name(self, journal, wait):
        for words in (b"gone", b"changed", b"pipe", b"large", b"whole"):
            kept(journal, words, wait, words.decode())
        at = {
            record.name: journal.folder / "media" / record.sha256
            for record in journal.media.of_strategies([wait])[wait]
        }
        at["gone"].unlink()
        at["changed"].write_bytes(b"%PDF-1.7 other")
        at["pipe"].unlink()
        os.mkfifo(at["pipe"])
        report = journal.files.check()
        assert report.media == 5
        assert report.media_faults == (
            MediaFault("changed", MediaTrouble.CHANGED),
            MediaFault("gone", MediaTrouble.MISSING),
            MediaFault("pipe", MediaTrouble.UNREADABLE),
        )
        assert report.is_sound
        with pytest.raises(MediaMissingError):
            journal.media.read(next(r for r in kept_of(journal, wait) if r.name == "pipe"))

    def test_a_disk_that_does_not_read_is_told(self, journal, wait, monkeypatch):
        kept(journal, b"one", wait)

        def refused(*_file):
            raise OSError(5, "Input/output error")

        monkeypatch.setattr("homejournal.storage.media.media_folder.Path.read_bytes", refused)
        assert journal.files.check().media_faults == (
            MediaFault("wait.pdf", MediaTrouble.UNREADABLE),
        )


def kept_of(journal, of):
    return journal.media.of_strategies([of])[of]


class TestDeletedForGood:
    def test_what_was_removed_is_told_last_removed_first_and_comes_back(self, journal, wait):
        first, second = kept(journal, b"one", wait, "one"), kept(journal, b"two", wait, "two")
        assert journal.media.removed([wait]) == []
        journal.media.remove(first)
        journal.media.remove(second)
        assert journal.media.removed([wait]) == [second, first]
        assert journal.media.removed([]) == []
        change = journal.media.bring_back(first)
        assert (journal.media.removed([wait]), kept_of(journal, wait)) == ([second], (first,))
        journal.undo(change)
        assert kept_of(journal, wait) == ()

    def test_photos_of_an_entry_are_told_too(self, journal, wait):
        entry = next(iter(journal.records.all_of(Kind.NOTE)))
        photo = journal.media.put_photo(KeptFile(b"%PDF-1.7 x", PDF), "cup", entry)
        journal.media.add(photo)
        journal.media.remove(photo)
        assert journal.media.removed([entry.id]) == [photo]
        assert journal.media.removed([wait]) == []

    def test_neither_name_nor_bytes_are_in_any_file_afterwards(self, journal, wait):
        record = kept(journal, b"PelicanBytes", wait, "Pelican.pdf")
        renamed = replace(record, name="Flamingo.pdf")
        journal.media.add(renamed)
        journal.media.remove(renamed)
        journal.media.delete_for_good(renamed)
        for path in journal.folder.rglob("*"):
            data = path.read_bytes() if path.is_file() else b""
            for word in (b"Pelican", b"Flamingo", record.sha256.encode()):
                assert word not in data, path
        assert journal.media.removed([wait]) == []
        with pytest.raises(RecordMissingError):
            journal.media.bring_back(renamed)
        assert [version.record for version in journal.records.history(record.id)] == [None] * 3
        report = journal.files.check()
        assert (report.is_sound, report.media, report.media_faults) == (True, 0, ())
        assert rebuilt(journal) == projection(journal.folder)

    def test_what_is_kept_again_is_not_deleted(self, journal, wait):
        record = kept(journal, b"one", wait)
        with pytest.raises(StaleChangeError):
            journal.media.delete_for_good(record)
        assert journal.media.read(record) == b"%PDF-1.7 one"

    def test_a_file_from_before_brings_nothing_back(self, journal, wait):
        record = kept(journal, b"one", wait)
        before = journal.files.export_json()
        journal.media.remove(record)
        journal.media.delete_for_good(record)
        journal.files.import_json(before)
        assert kept_of(journal, wait) == ()
        assert lying(journal) == []


@pytest.mark.parametrize("spoiled", [False, True])
def test_whether_what_does_not_read_is_missing_or_damaged_is_told(journal, wait, spoiled):
    made = kept(journal, b"one", wait)
    file = journal.folder / "media" / made.sha256
    file.unlink()
    if spoiled:
        file.write_bytes(b"another")
    with pytest.raises(MediaMissingError) as told:
        journal.media.read(made)
    assert told.value.lies_there is spoiled
