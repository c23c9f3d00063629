"""What goes wrong with disks and files gets the name of what a family can do about it."""

import errno
import hashlib
import sys
import threading
from uuid import UUID

import pytest
import sqlcipher3

from homejournal.domain.errors import (
    DiskError,
    DiskFullError,
    JournalDamagedError,
    JournalReadOnlyError,
)
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Envelope, canonical
from homejournal.storage.file import disk as disk_errors
from homejournal.storage.file import writer_lock
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.writer_lock import WriterLock
from homejournal.storage.records import revisions as record_numbers
from tests.journals import Opened, child, note, planned, practices_on, revisions, take_in


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EROFS, JournalReadOnlyError),
        (errno.EACCES, JournalReadOnlyError),
        (errno.EIO, DiskError),
        (None, DiskError),
    ],
)
def test_errors_of_the_system_are_named(tmp_path, number, kind):
    with pytest.raises(kind) as told, disk_errors_named(tmp_path):
        raise OSError(number, "words of the system")
    assert type(told.value) is kind
    assert told.value.path == tmp_path


def test_a_file_that_cannot_be_opened_is_the_disks_matter(tmp_path):
    with pytest.raises(DiskError), disk_errors_named(tmp_path / "nowhere"):
        sqlcipher3.connect(tmp_path / "nowhere" / "file").close()


def test_words_about_bytes_that_are_no_letters_tell_of_damage(tmp_path):
    with pytest.raises(JournalDamagedError), disk_errors_named(tmp_path):
        b"near \xa0ABLE: syntax error".decode()


def test_any_refusal_on_a_disk_without_room_is_a_full_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(disk_errors, "_LITTLE", 2**62)
    with pytest.raises(DiskFullError), disk_errors_named(tmp_path):
        sqlcipher3.connect(tmp_path / "nowhere" / "file").close()


def test_a_mistake_of_ours_keeps_its_own_name(tmp_path):
    file = sqlcipher3.connect(":memory:")
    with pytest.raises(sqlcipher3.OperationalError), disk_errors_named(tmp_path):
        file.execute("SELEKT 1")
    file.close()
    with pytest.raises(sqlcipher3.ProgrammingError), disk_errors_named(tmp_path):
        file.execute("SELECT 1")
    with pytest.raises(ZeroDivisionError), disk_errors_named(tmp_path):
        raise ZeroDivisionError


def test_a_missing_table_is_a_damage(journals: Opened):
    journal = journals.new()
    journal._store.bare.execute("DROP TABLE head")
    journal.close()
    for _ in range(2):
        again = journals.again()
        assert isinstance(again.read_only_because, JournalDamagedError)
        again.close()


def test_where_the_table_of_all_that_was_written_is_missing_nothing_reads(journals: Opened):
    journal = journals.new()
    journal._store.bare.execute("DROP TABLE revision")
    journal.close()
    for _ in range(2):
        with pytest.raises(JournalDamagedError):
            journals.again()


def test_a_genuine_revision_that_no_record_can_be_made_of_is_not_shown(journals: Opened):
    journal = journals.new()
    planned(journal)
    odd = Envelope(kind=Kind.CHILD, record=UUID(int=5), device="file", at=None)
    take_in(journal, [odd.seal(b"s" * 16, canonical({"nickname": "M"}))])
    assert len(journal.family().children) == 1
    assert isinstance(journal.read_only_because, JournalDamagedError)


def test_a_revision_of_a_kind_that_is_not_known_yet_is_left_out_of_what_is_made_again(journals):
    journal = journals.new()
    of, _ = planned(journal)
    journal.notes.write(note(of))
    made = revisions(journal)[-1]
    envelope = made.envelope.replace(b'"kind":"note"', b'"kind":"song"')
    file = journal._store.bare
    file.execute("PRAGMA user_version = 99")
    file.execute("UPDATE meta SET value = '77' WHERE name = 'projection'")
    file.execute(
        "UPDATE revision SET id = ?, envelope = ? WHERE id = ?",
        (hashlib.sha256(envelope).digest(), envelope, made.id),
    )
    journal.close()
    again = journals.again()
    assert of.id in again.family().children
    assert practices_on(again, of) == ()


def test_numbers_of_records_are_looked_up_again_where_many_are_known(journals, monkeypatch):
    monkeypatch.setattr(record_numbers, "_MANY", 2)
    journal = journals.new()
    of, _ = planned(journal)
    said = note(of)
    journal.notes.write(said)
    assert journal.records.get(said.id) == said
    assert journal.files.check().is_sound


def test_a_lock_whose_file_cannot_tell_the_holder_holds_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(writer_lock, "_host", lambda: "x" * 10)
    first = WriterLock(tmp_path / "journal.lock")
    first.take()
    assert "x" * 10 in (tmp_path / "journal.lock").read_text()
    first.release()


def test_a_folder_that_is_not_there_cannot_be_locked(tmp_path):
    with pytest.raises(DiskError):
        WriterLock(tmp_path / "nowhere" / "journal.lock").take()


@pytest.mark.skipif(sys.platform == "win32", reason="os.access tells no modes there")
def test_a_folder_that_may_not_be_written_to_is_read(journals: Opened, monkeypatch):
    journal = journals.new()
    of, _ = planned(journal)
    journal.close()
    monkeypatch.setattr("homejournal.services.opening.os.access", lambda *_: False)
    again = journals.again()
    assert isinstance(again.read_only_because, JournalReadOnlyError)
    assert of.id in again.family().children
    with pytest.raises(JournalReadOnlyError):
        again.records.save(child())


def test_a_worker_cannot_end_the_windows_transaction(journals: Opened):
    journal = journals.new()
    wrong = []

    def use() -> None:
        try:
            with journal._store.transaction():
                pass
        except Exception as error:  # noqa: BLE001
            wrong.append(error)

    with journal._store.transaction() as connection:
        worker = threading.Thread(target=use)
        worker.start()
        worker.join()
        connection.exec_driver_sql("INSERT INTO draft VALUES('here', 'words')")
    assert len(wrong) == 1
    assert journal.drafts.kept() == {"here": "words"}


def test_a_disk_that_fills_while_a_file_is_turned_is_a_full_disk(tmp_path):
    file = sqlcipher3.connect(tmp_path / "old")
    file.execute("CREATE TABLE much (bytes)")
    file.execute("INSERT INTO much VALUES (zeroblob(100000))")
    file.commit()
    file.execute("ATTACH ':memory:' AS new")
    file.execute("PRAGMA new.max_page_count = 3")
    with pytest.raises(DiskFullError), disk_errors_named(tmp_path):
        file.execute("SELECT sqlcipher_export('new')").fetchall()
    file.close()
