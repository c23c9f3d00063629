"""Somebody else at the journal's file while it is open: noticed before the next save is said."""

import os
import shutil

import pytest

from homejournal.domain.errors import JournalMovedError
from homejournal.services.family_journal import FamilyJournal
from homejournal.storage.journal.opening import open_store
from homejournal.texts.error_texts import explain
from homejournal.texts.wording import wording_of
from tests.journals import DEVICE, TODAY, child, note, planned, practice, practices_on

EN = wording_of("en")


def over(source, target):
    """Write over a file in place, as a backup tool does: the file stays the same one."""
    told = target.stat()
    with target.open("r+b") as file:
        file.truncate(0)
        file.write(source.read_bytes())
    os.utime(target, ns=(told.st_atime_ns, told.st_mtime_ns))


@pytest.fixture
def earlier(journals, tmp_path):
    """A journal with a state of it from before the last save."""
    journal = journals.new()
    of, what = planned(journal)
    journal.records.save(practice(what))
    shutil.copy(journal.folder / "journal.hj", tmp_path / "earlier.hj")
    journal.records.save(practice(what))
    return journal, of, tmp_path / "earlier.hj"


class TestAnEarlierStateWrittenOverIt:
    def test_nothing_is_said_to_be_saved_and_nothing_is_written(self, earlier):
        journal, of, state = earlier
        over(state, journal.folder / "journal.hj")
        before = (journal.folder / "journal.hj").read_bytes()
        for _ in range(2):
            with pytest.raises(JournalMovedError) as told:
                journal.notes.write(note(of))
        assert (journal.folder / "journal.hj").read_bytes() == before
        assert "put another file in its place" in explain(EN, told.value)

    def test_not_even_where_its_change_counter_is_the_same(self, earlier):
        journal, of, state = earlier
        file = journal.folder / "journal.hj"
        with state.open("r+b") as changed, file.open("rb") as now:
            for at, length in ((24, 4), (92, 4)):
                now.seek(at)
                changed.seek(at)
                changed.write(now.read(length))
        over(state, file)
        before = file.read_bytes()
        with pytest.raises(JournalMovedError):
            journal.notes.write(note(of))
        assert file.read_bytes() == before

    def test_no_unfinished_text_is_written_either(self, earlier):
        journal, _, state = earlier
        over(state, journal.folder / "journal.hj")
        with pytest.raises(JournalMovedError):
            journal.drafts.keep("here", "words")

    def test_what_is_shown_then_is_what_is_there(self, earlier):
        journal, of, state = earlier
        assert len(practices_on(journal, of)) == 2
        over(state, journal.folder / "journal.hj")
        assert len(practices_on(journal, of)) == 1

    def test_opened_again_it_can_be_saved(self, earlier, journals):
        journal, of, state = earlier
        over(state, journal.folder / "journal.hj")
        journal.close()
        again = journals.again()
        again.notes.write(note(of))
        assert again.files.check().is_sound


def test_the_same_state_written_over_it_costs_nothing(journals, tmp_path):
    journal = journals.new()
    of, _ = planned(journal)
    shutil.copy(journal.folder / "journal.hj", tmp_path / "same.hj")
    over(tmp_path / "same.hj", journal.folder / "journal.hj")
    journal.notes.write(note(of))
    assert len(journal.days.between(of.id, TODAY, TODAY).notes) == 1


def test_another_journal_written_over_it_gets_no_word_of_this_one(journals):
    other = journals.new("other")
    planned(other)
    planned(other)
    other.close()
    journal = journals.new()
    of, _ = planned(journal)
    over(other.folder / "journal.hj", journal.folder / "journal.hj")
    with pytest.raises(JournalMovedError):
        journal.notes.write(note(of))
    assert (journal.folder / "journal.hj").read_bytes() == (
        other.folder / "journal.hj"
    ).read_bytes()


@pytest.mark.parametrize("rubbish", [b"", b"Dear diary, " * 3000, bytes(40_000)])
def test_rubbish_written_over_it_is_told_and_left(journals, tmp_path, rubbish):
    journal = journals.new()
    of, _ = planned(journal)
    (tmp_path / "rubbish").write_bytes(rubbish)
    over(tmp_path / "rubbish", journal.folder / "journal.hj")
    with pytest.raises(JournalMovedError):
        journal.notes.write(note(of))
    assert (journal.folder / "journal.hj").read_bytes() == rubbish


def test_another_program_that_saves_in_it_is_no_exchange(journals):
    journal = journals.new()
    of, _ = planned(journal)
    store = open_store(journal.folder, device=DEVICE, write=True)
    beside = FamilyJournal(store, clock=journals.clock)  # as a program that keeps to no lock
    beside.records.save(child(name="Ana"))
    journal.notes.write(note(of))
    beside.records.save(child(name="Luis"))
    beside.close()
    assert journal.files.check().is_sound
