"""Several programs, threads and killed programs at one journal."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
import sqlcipher3

from homejournal.domain.errors import JournalBusyError, JournalReadOnlyError
from homejournal.services.opening import open_journal
from homejournal.services.second_start import request_show
from homejournal.storage.file.writer_lock import WriterLock
from tests.journals import DEVICE, TODAY, Clock, Opened, child, note, planned
from tests.storage.programs import ROOT


@contextmanager
def running(program: str, folder: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    """Run another program until it says that it is ready."""
    command = [sys.executable, "-m", "tests.storage.programs", program, str(folder), *more]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, cwd=ROOT, encoding="utf-8") as other:
        try:
            assert other.stdout.readline()
            yield other
        finally:
            other.kill()


def test_a_second_writer_is_told_who_writes_already(journals: Opened):
    journal = journals.new()
    journal.close()
    with running("hold_lock", journal.folder) as other:
        with pytest.raises(JournalBusyError) as told:
            journals.again()
        assert str(other.pid) in told.value.holder
        reader = journals.again(write=False)
        assert isinstance(reader.read_only_because, JournalReadOnlyError)
        other.kill()
        other.wait()
        journals.again().records.save(child())


def test_a_journal_that_is_open_here_is_busy_too(journals: Opened):
    journals.new()
    with pytest.raises(JournalBusyError):
        journals.again()


def test_a_lock_given_back_twice_can_be_taken_again(tmp_path):
    lock = WriterLock(tmp_path / "journal.lock")
    lock.take()
    lock.release()
    lock.release()
    lock.take()
    lock.release()


def test_a_save_waits_a_moment_and_then_says_that_somebody_else_writes(journals: Opened):
    journal = journals.new()
    of, _ = planned(journal)
    said = note(of)
    with running("hold_file", journal.folder) as other:
        begin = time.monotonic()
        with pytest.raises(JournalBusyError):
            journal.notes.write(said)
        assert 0.2 < time.monotonic() - begin < 2
        other.stdin.write("\n")
        other.stdin.flush()
        other.wait()
    journal.notes.write(said)
    assert journal.records.get(said.id) == said


def test_a_long_reader_does_not_freeze_the_window(journals: Opened):
    journal = journals.new()
    of, _ = planned(journal)
    for number in range(30):
        journal.notes.write(note(of, f"{number} " + "words " * 900))
    said = note(of)
    with running("read_slowly", journal.folder):
        begin = time.monotonic()
        with pytest.raises(JournalBusyError):
            journal.notes.write(said)
        assert time.monotonic() - begin < 2
    assert journal.records.get(said.id) is None
    journal.notes.write(said)
    assert journal.files.check().is_sound


def test_a_thread_reads_over_a_journal_of_its_own_while_the_window_writes(journals: Opened):
    journal = journals.new()
    of, _ = planned(journal)
    seen: list[int] = []
    saved, looked = threading.Event(), threading.Event()

    def look() -> None:
        reader = open_journal(journal.folder, clock=Clock(), device=DEVICE, write=False)
        seen.append(len(reader.days.between(of.id, TODAY, TODAY).notes))
        looked.set()
        saved.wait(20)
        seen.append(len(reader.days.between(of.id, TODAY, TODAY).notes))
        reader.close()

    worker = threading.Thread(target=look)
    worker.start()
    looked.wait(20)
    journal.notes.write(note(of))
    saved.set()
    worker.join()
    assert seen == [0, 1]


def test_a_reader_finds_what_it_looked_for_in_vain_before(journals: Opened):
    journal = journals.new()
    reader = journals.again(write=False)
    of = child()
    assert reader.records.get(of.id) is None
    journal.records.save(of)
    assert reader.records.get(of.id) == of


def test_a_journal_cannot_be_used_from_another_thread(journals: Opened):
    journal = journals.new()
    of, _ = planned(journal)
    wrong: list[Exception] = []

    def use() -> None:
        for call in (
            lambda: journal.days.between(of.id, TODAY, TODAY),
            lambda: journal.records.save(child()),
        ):
            try:
                call()
            except sqlcipher3.ProgrammingError as error:
                wrong.append(error)
            except Exception as error:  # noqa: BLE001  # SQLAlchemy's own around the driver's
                wrong.append(error.orig)

    worker = threading.Thread(target=use)
    worker.start()
    worker.join()
    assert [type(error) for error in wrong] == [sqlcipher3.ProgrammingError] * 2
    journal.records.save(child())
    assert journal.files.check().is_sound


def test_what_was_saved_survives_a_killed_program(journals: Opened, every):
    journal = journals.new()
    of, _ = planned(journal)
    journal.close()
    saved: set[UUID] = set()
    for moment in range(0, 20, every):
        with running("save_for_ever", journal.folder, str(of.id)) as other:
            for _ in range(3 + moment % 4):
                saved.add(UUID(other.stdout.readline().strip()))
            for _ in range(moment * 400):
                pass
            other.send_signal(signal.SIGKILL)
            saved |= {UUID(line) for line in other.stdout.read().split() if len(line) == 36}
        other.wait()
    again = journals.again()
    there = {one.id for one in again.days.between(of.id, TODAY, TODAY).notes}
    assert saved <= there
    assert again.files.check().is_sound


def test_a_reader_finishes_what_a_killed_writer_left_half_written(journals: Opened, tmp_path):
    journal = journals.new()
    of, _ = planned(journal)
    for number in range(200):
        journal.notes.write(note(of, f"{number} words " * 20))
    before = len(journal.days.between(of.id, TODAY, TODAY).notes)
    journal.close()
    writer = sqlcipher3.connect(journal.folder / "journal.hj", isolation_level=None)
    writer.execute("PRAGMA cache_size = 5")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM head")
    writer.execute("UPDATE revision SET fields = zeroblob(2000)")
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for name in ("journal.hj", "journal.hj-journal"):
        shutil.copy(journal.folder / name, crashed / name)
    writer.execute("ROLLBACK")
    writer.close()
    assert (crashed / "journal.hj-journal").stat().st_size > 10_000
    reader = open_journal(crashed, clock=Clock(), device=DEVICE, write=False)
    assert len(reader.days.between(of.id, TODAY, TODAY).notes) == before
    assert reader.files.check().is_sound
    reader.close()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_only_this_person_can_read_the_files(journals: Opened):
    mask = os.umask(0o022)
    try:
        journal = journals.new()
        journal.records.save(child())
        request_show(journal.folder)
        journal._store.bare.execute("UPDATE meta SET value = '0' WHERE name = 'projection'")
        journal.close()
        journals.again()
    finally:
        os.umask(mask)
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in journal.folder.iterdir()}
    assert set(modes.values()) == {"0o600"}, modes
    assert journal.folder.stat().st_mode & 0o777 == 0o700
