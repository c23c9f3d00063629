"""A journal that may only be read, or that finds no room on its disk."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from homejournal.domain.errors import DiskFullError
from homejournal.services.second_start import request_show
from tests.journals import TODAY, Opened, note, planned, practices_on
from tests.storage.programs import ROOT

NOBODY = 65534


linux_root = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="needs Linux and the rights of root"
)


LOOK = """
import os, sys, tempfile
from pathlib import Path
from uuid import UUID
from homejournal.domain.errors import JournalError
from homejournal.services.opening import open_journal
from homejournal.services.second_start import request_show, show_requested
from tests.journals import Clock, TODAY, a_journal, child
folder = Path(sys.argv[1])
with tempfile.TemporaryDirectory() as loaded:  # what is loaded late may be out of reach afterwards
    first = a_journal(Path(loaded))
    first.records.save(child())
    first.close()
os.setgroups([]); os.setresgid({n}, {n}, {n}); os.setresuid({n}, {n}, {n})
try:
    journal = open_journal(folder, clock=Clock(), device=UUID(int=9))
    child_of = next(iter(journal.family().children))
    notes = journal.days.between(child_of, TODAY, TODAY).notes
    print(type(journal.read_only_because).__name__, len(notes))
    for call in (lambda: journal.records.save(child()), lambda: request_show(folder)):
        try:
            call()
        except JournalError as error:
            print(type(error).__name__)
    print(show_requested(folder))
    journal.close()
except JournalError as error:
    print(type(error).__name__)
"""


def as_nobody(folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOOK.format(n=NOBODY), str(folder)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder of another person, which everybody may look into as far as its modes allow."""
    folder = Path(tempfile.mkdtemp(prefix="homejournal-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def give(folder: Path, *, folder_mode: int, file_mode: int) -> None:
    for path in folder.iterdir():
        os.chown(path, NOBODY, NOBODY)
        path.chmod(file_mode)
    os.chown(folder, NOBODY, NOBODY)
    folder.chmod(folder_mode)


@linux_root
@pytest.mark.parametrize(
    ("folder_mode", "file_mode"), [(0o500, 0o600), (0o700, 0o400), (0o500, 0o400)]
)
def test_what_may_only_be_read_is_read_and_says_so(shared, folder_mode, file_mode):
    opened = Opened(shared)
    journal = opened.new()
    of, _ = planned(journal)
    journal.notes.write(note(of))
    request_show(journal.folder)
    opened.close()
    (journal.folder / "journal.lock").unlink()
    give(journal.folder, folder_mode=folder_mode, file_mode=file_mode)
    told = as_nobody(journal.folder)
    assert told[:3] == ["JournalReadOnlyError", "1", "JournalReadOnlyError"]


@linux_root
def test_what_may_not_even_be_read_says_so(shared):
    opened = Opened(shared)
    journal = opened.new()
    opened.close()
    give(journal.folder, folder_mode=0o700, file_mode=0o000)
    assert as_nobody(journal.folder) in (["JournalReadOnlyError"], ["DiskError"])


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """A disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)],  # noqa: S607
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)  # noqa: S607


def fill(disk: Path, keep: int = 0) -> Path:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            pass
        file.truncate(max(0, file.tell() - keep))
    return filler


@linux_root
class TestFullDisk:
    def test_a_full_disk_is_told_and_nothing_is_half_written(self, small_disk):
        opened = Opened(small_disk)
        journal = opened.new()
        of, _ = planned(journal)
        saved = []
        filler = fill(small_disk, keep=32_768)

        def write_on() -> None:
            for number in range(200):
                said = note(of, f"{number} " + "words " * 500)
                journal.notes.write(said)
                saved.append(said.id)

        with pytest.raises(DiskFullError):
            write_on()
        assert {one.id for one in journal.days.between(of.id, TODAY, TODAY).notes} == set(saved)
        assert journal.files.check().is_sound
        with pytest.raises(DiskFullError):
            journal.drafts.keep("note:here", "words " * 5000)
        filler.unlink()
        said = note(of)
        journal.notes.write(said)
        assert journal.records.get(said.id) == said
        opened.close()

    def test_a_journal_on_a_full_disk_still_opens(self, small_disk):
        opened = Opened(small_disk)
        journal = opened.new()
        of, _ = planned(journal)
        journal.close()
        fill(small_disk)
        again = opened.again()
        assert of.id in again.family().children
        with pytest.raises(DiskFullError):
            again.notes.write(note(of, "words " * 20_000))
        assert again.files.check().is_sound
        opened.close()

    def test_no_journal_is_left_half_made(self, small_disk):
        fill(small_disk, keep=8192)
        with pytest.raises(DiskFullError):
            Opened(small_disk).new()
        assert not (small_disk / "journal" / "journal.hj").exists()
        assert not (small_disk / "journal" / "journal.new").exists()

    def test_an_outdated_projection_that_finds_no_room_is_read(self, small_disk):
        opened = Opened(small_disk)
        journal = opened.new()
        of, _ = planned(journal)
        journal.notes.write(note(of))
        journal._store.bare.execute("UPDATE meta SET value = '0' WHERE name = 'projection'")
        journal.close()
        fill(small_disk)
        again = opened.again()
        assert isinstance(again.read_only_because, DiskFullError)
        assert len(again.days.between(of.id, TODAY, TODAY).notes) == 1
        assert practices_on(again, of) == ()
        assert not (journal.folder / "journal.rebuilt").exists()
        opened.close()
