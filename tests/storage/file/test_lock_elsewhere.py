"""A journal in a folder that a cloud carries, or on a network disk: who writes in it there."""

import os
import shutil
import time
from dataclasses import replace

import pytest

from homejournal.domain.days.periods import WeekStart
from homejournal.domain.errors import JournalBusyError, JournalMovedError, JournalReadOnlyError
from homejournal.services.before_opening import is_open_elsewhere
from homejournal.services.opening import open_journal
from homejournal.services.safe.deleting import erase_journal
from homejournal.storage.file import writer_lock
from homejournal.texts.error_texts import explain
from homejournal.texts.wording import wording_of
from tests.journals import DEVICE, ELSEWHERE, TODAY, Clock, child, note, planned
from tests.services.passwords import set_password
from tests.storage.file.test_programs import running

EN = wording_of("en")
ISOLATES = {0x2068: None, 0x2069: None}


def said_by(host, ago=0, device=None):
    words = ["homejournal", "4711", host, *([device] if device else []), int(time.time()) - ago]
    return " ".join(map(str, words))


@pytest.fixture
def folder(journals):
    """The folder of a closed journal with a note in it."""
    journal = journals.new()
    of, _ = planned(journal)
    journal.notes.write(note(of))
    journal.close()
    return journal.folder


def lock_of(folder):
    return folder / "journal.lock"


def is_read_only(folder):
    """Return who is said to write in a journal, or an empty text where it may be written here."""
    journal = open_journal(folder, clock=Clock(), device=DEVICE)
    why = journal.read_only_because
    journal.close()
    return "" if why is None else explain(EN, why)


def test_what_another_computer_writes_is_read_here_and_told(folder):
    held = said_by("kitchen")
    lock_of(folder).write_text(held)
    journal = open_journal(folder, clock=Clock(), device=DEVICE)
    of = next(iter(journal.family().children))
    assert len(journal.days.between(of, TODAY, TODAY).notes) == 1
    assert isinstance(journal.read_only_because, JournalBusyError)
    journal.close()
    words = explain(EN, journal.read_only_because)
    assert "is open on another computer: " in words
    assert "kitchen" in words
    assert lock_of(folder).read_text() == held  # the other one goes on


@pytest.mark.parametrize("ago", [3600, -3600], ids=["an hour ago", "by a clock that is wrong"])
def test_after_a_crash_there_nobody_is_locked_out_for_ever(folder, ago):
    lock_of(folder).write_text(said_by("kitchen", ago))
    assert is_read_only(folder) == ""


def test_after_a_crash_here_it_opens_at_once(folder):
    lock_of(folder).write_text(said_by(writer_lock._host()))
    assert is_read_only(folder) == ""


def test_two_computers_of_one_name_are_told_apart(folder):
    lock_of(folder).write_text(said_by(writer_lock._host(), device=ELSEWHERE))
    told = is_read_only(folder)
    assert f"is open on another computer: {writer_lock._host()}" in told.translate(ISOLATES)
    assert str(ELSEWHERE) not in told


def test_a_computer_that_has_another_name_by_now_is_still_this_one(folder):
    lock_of(folder).write_text(said_by("kitchen", device=DEVICE))
    assert is_read_only(folder) == ""


def test_a_window_that_closes_takes_its_name_out(journals, monkeypatch):
    journal = journals.new()
    folder = journal.folder
    assert writer_lock._host() in lock_of(folder).read_text()
    journal.close()
    monkeypatch.setattr(writer_lock, "_host", lambda: "office")
    assert is_read_only(folder) == ""


def test_a_window_that_stays_open_gives_a_sign_of_life_now_and_then(journals, monkeypatch):
    journal = journals.new()
    folder = journal.folder
    first = lock_of(folder).read_text()
    now, since = time.time(), time.monotonic()
    monkeypatch.setattr(writer_lock.time, "time", lambda: now + 3600)
    journal.go_on()
    assert lock_of(folder).read_text() == first
    monkeypatch.setattr(writer_lock.time, "monotonic", lambda: since + 3600)
    journal.go_on()
    assert lock_of(folder).read_text() == f"{first.rsplit(' ', 1)[0]} {int(now + 3600)}"
    monkeypatch.setattr(writer_lock.time, "monotonic", lambda: since + 7200)
    journal.close()
    journal.go_on()  # a closed one, and one that is only read, say nothing
    assert lock_of(folder).read_text() == ""
    lock_of(folder).write_text(said_by("kitchen", -3600))
    reader = journals.again(write=False)
    reader.go_on()
    assert "kitchen" in lock_of(folder).read_text()


@pytest.mark.skipif(os.name == "nt", reason="sets a limit that only Unix has")
def test_on_a_full_disk_it_is_still_said_who_holds_it(journals, monkeypatch):
    import resource
    import signal

    journal = journals.new()
    said, later = lock_of(journal.folder).read_text(), time.monotonic() + 3600
    monkeypatch.setattr(writer_lock.time, "monotonic", lambda: later)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    quiet = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
        journal.go_on()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, quiet)
    assert lock_of(journal.folder).read_text() == said


def test_a_lock_that_reaches_over_the_network_is_told_by_the_computer_that_holds_it(folder):
    with running("hold_lock", folder):
        assert is_open_elsewhere(folder)
        lock_of(folder).write_text(said_by("kitchen", 3600))
        assert not is_open_elsewhere(folder)  # no window here can be asked to show itself
        assert "kitchen" in is_read_only(folder)


def test_nobody_erases_what_is_open_on_another_computer(folder):
    lock_of(folder).write_text(said_by("kitchen"))
    with pytest.raises(JournalBusyError) as told:
        erase_journal(folder)
    assert told.value.host == "kitchen"
    assert told.value.holder == "homejournal 4711 kitchen"
    assert (folder / "journal.hj").exists()


def test_it_can_be_written_again_once_it_was_closed_there(folder, journals):
    lock_of(folder).write_text(said_by("kitchen"))
    assert is_read_only(folder)
    lock_of(folder).write_text("")
    journals.again().records.save(child())


class TestAnotherFileInItsPlace:
    @staticmethod
    def carry(folder):
        """Put a file in the journal's place as a program does that carries the folder."""
        shutil.copy(folder / "journal.hj", folder / ".carried")
        (folder / ".carried").replace(folder / "journal.hj")

    @pytest.fixture(params=["another file", "none"])
    def moved(self, journals, request):
        journal = journals.new()
        of, _ = planned(journal)
        if request.param == "none":
            (journal.folder / "journal.hj").unlink()
        else:
            self.carry(journal.folder)
        return journal, of

    def test_nothing_is_said_to_be_saved_and_the_way_on_is_told(self, moved):
        journal, of = moved
        with pytest.raises(JournalMovedError) as told:
            journal.notes.write(note(of))
        assert journal.days.between(of.id, TODAY, TODAY).notes == ()
        words = explain(EN, told.value)
        assert "The journal that is open here is no longer in" in words
        assert "stays in the window. Copy what you typed, close homejournal" in words

    def test_opened_again_it_is_written_there(self, journals):
        journal = journals.new()
        of, _ = planned(journal)
        self.carry(journal.folder)
        with pytest.raises(JournalMovedError):
            journal.notes.write(note(of))
        journal.close()
        journals.again().notes.write(note(of))

    @pytest.fixture
    def unlocked(self, journals, tmp_path):
        """A journal in which another computer wrote while it was locked, with what it planned."""
        journal = journals.new()
        of, _ = planned(journal)
        set_password(journal)
        said = note(of)
        journal.notes.write(said)
        journal.records.delete(said.id)
        leaving = journal.safe.purging.of_deleted(said.id)
        ahead = journal.safe.purging.preparing(leaving)()
        assert journal.family().children == {of.id: of}
        key = journal._store.key
        journal.safe.password.lock_up()
        shutil.copytree(journal.folder, tmp_path / "there")
        (tmp_path / "there" / "journal.lock").unlink()
        there = open_journal(tmp_path / "there", clock=Clock(), device=DEVICE, key=key)
        there.records.save(child(name="Ada"))
        there.change_settings(replace(there.settings, week_start=WeekStart.SUNDAY))
        there.close()
        (tmp_path / "there" / "journal.hj").replace(journal.folder / "journal.hj")
        journal.safe.password.unlock(key)
        return journal, leaving, ahead

    def test_what_was_written_there_while_it_was_locked_stands_here_once_it_is_unlocked(
        self, unlocked
    ):
        journal, _, _ = unlocked
        assert {one.name for one in journal.family().children.values()} == {"Ada", "Mateo"}
        assert journal.settings.week_start is WeekStart.SUNDAY

    def test_what_was_worked_out_before_it_was_locked_is_worked_out_anew(self, unlocked):
        journal, leaving, ahead = unlocked
        journal.safe.purging.carry_out(leaving, ahead=ahead)
        assert journal.files.check().is_sound
        assert {one.name for one in journal.family().children.values()} == {"Ada", "Mateo"}

    def test_what_was_unlocked_over_another_file_may_only_be_read_for_another_reason(
        self, journals
    ):
        journal = journals.new()
        planned(journal)
        set_password(journal)
        key = journal._store.key
        journal.safe.password.lock_up()
        self.carry(journal.folder)
        journal.safe.password.unlock(key)
        with pytest.raises(JournalReadOnlyError) as told, journal._store.transaction():
            raise JournalReadOnlyError(journal.folder)
        assert type(told.value) is JournalReadOnlyError


def test_one_that_holds_nothing_says_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(writer_lock.time, "monotonic", lambda: 1e6)
    writer_lock.WriterLock(tmp_path / "lock").go_on()
    assert list(tmp_path.iterdir()) == []
