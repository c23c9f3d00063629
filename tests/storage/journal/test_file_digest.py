"""What vouches for a plain file: a changed row is told before anything is read of it."""

import json
import os
from contextlib import closing
from datetime import timedelta

import pytest
import sqlcipher3

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import JournalDamagedError
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.services import full_check
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.journal import check as journal_check
from homejournal.storage.journal import file_digest as proofs
from homejournal.storage.journal import file_upgrade
from homejournal.storage.journal.file_digest import FileDigest, begin
from tests.journals import TODAY, mark, note, planned, practice
from tests.storage.faulty import opened


@pytest.fixture
def family(journals):
    """A closed journal with one of everything that is read from rows alone."""
    journal = journals.new()
    of, what = planned(journal)
    entry = note(of, "He pointed at the ball")
    gone = note(of, "gone for good")
    journal.records.save(practice(what), mark(of), entry, gone)
    journal.drafts.keep("here", "half a sentence")
    journal.records.delete(gone.id)
    purging = journal.safe.purging
    purging.carry_out(purging.of_deleted(gone.id))
    journal.close()
    return journal.folder, of, what


def in_file(folder, *statements):
    with closing(sqlcipher3.connect(folder / "journal.hj", isolation_level=None)) as file:
        for statement in statements:
            file.execute(statement)


CHANGED = {
    "a level": "UPDATE practice SET level = 3",
    "a day that is none": "UPDATE practice SET day = '2026-02-99'",
    "a kind of rating that is none": "UPDATE practice SET kind = 'heip'",
    "an entry less": "DELETE FROM practice",
    "a mark that is none": "UPDATE day_mark SET mark = 'not_todax'",
    "a mark of another day": "UPDATE day_mark SET day = '2026-03-09'",
    "an entry of another place": "UPDATE head SET place = place + 1 WHERE kind = 3",
    "a head less": "DELETE FROM head WHERE kind = 3",
    "a flag more": "UPDATE head SET flags = flags | 1 WHERE kind = 3",
    "an unfinished text": "UPDATE draft SET text = 'half a sentenbe'",
    "a lost unfinished text": "DELETE FROM draft",
    "what is refused": "DELETE FROM purged",
    "a request": "INSERT INTO purge_asked VALUES (x'00', x'00', 0)",
    "half of what was said": "UPDATE revision SET salt = NULL WHERE seq = 1",
    "another tokenizer": (
        "UPDATE sqlite_master SET sql = replace(sql, 'diacritics 2', 'diacritics 0')"
        " WHERE name = 'note_fts'"
    ),
}


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("how", CHANGED)
def test_what_was_changed_is_told_before_anything_is_read(family, how, write):
    folder, *_ = family
    in_file(folder, "PRAGMA writable_schema = ON", CHANGED[how])
    journal = opened(folder, write=write)
    assert isinstance(journal.read_only_because, JournalDamagedError)
    assert not checks_well(journal)
    journal.close()


def checks_well(journal):
    """Return whether the check on Keep it safe finds nothing."""
    try:
        return journal.files.check().is_sound
    except JournalDamagedError:
        return False


@pytest.mark.parametrize("proof", ["kept", "lost", "rubbish"])
def test_a_changed_bit_of_the_search_index_is_told(family, proof):
    folder, *_ = family
    with closing(sqlcipher3.connect(folder / "journal.hj", isolation_level=None)) as file:
        blocks = file.execute("SELECT id, block FROM note_fts_data").fetchall()
        number, block = next(one for one in blocks if b"ball" in one[1])
        changed = block.replace(b"ball", b"balm", 1)
        file.execute("UPDATE note_fts_data SET block = ? WHERE id = ?", (changed, number))
    if proof == "lost":
        JournalFolder(folder).proof.unlink()
    if proof == "rubbish":
        JournalFolder(folder).proof.write_bytes(b"[[[[")
    journal = opened(folder)
    assert isinstance(journal.read_only_because, JournalDamagedError)
    journal.close()


def test_what_is_shown_of_a_damaged_journal_follows_from_what_is_genuine(family):
    folder, of, what = family
    in_file(folder, "DELETE FROM day_mark", CHANGED["a day that is none"])
    journal = opened(folder)
    told = journal.numbers.of_child(of.id, Period(TODAY, TODAY), TODAY).strategies[0].total
    assert (told.times, len(journal.days.between(of.id, TODAY, TODAY).marks)) == (1, 1)
    assert [one.record.text for one in found(journal, of, "ball")] == ["He pointed at the ball"]
    assert what.id in journal.family().strategies
    assert not journal.files.check().is_sound
    journal.close()


def test_what_is_found_while_it_is_open_leaves_what_is_genuine(family):
    folder, of, _ = family
    journal = opened(folder)
    in_file(folder, "DELETE FROM head")
    assert len(journal.days.between(of.id, TODAY, TODAY).practices) == 0
    journal.safe.checkup.note_damage()
    for _ in range(2):
        journal.safe.checkup.read_what_is_genuine()
        assert len(journal.days.between(of.id, TODAY, TODAY).practices) == 1
    journal.close()


def found(journal, of, words):
    return journal.timeline.page(EntryFilter(child=of.id, words=words))


def test_where_nothing_can_be_made_again_the_file_is_read_as_it_is(family, monkeypatch):
    def breaks_off(*_given, **_named):
        raise ValueError

    folder, of, _ = family
    in_file(folder, CHANGED["a mark of another day"])
    monkeypatch.setattr(file_upgrade, "rebuilt_in_memory", breaks_off)
    journal = opened(folder)
    assert isinstance(journal.read_only_because, JournalDamagedError)
    assert len(found(journal, of, "ball")) == 1
    journal.close()


class TestTheDigest:
    @pytest.fixture
    def checks(self, monkeypatch):
        """How often everything was checked."""
        times = []
        check = journal_check.is_sound

        def counted(store):
            times.append(store)
            return check(store)

        monkeypatch.setattr(journal_check, "is_sound", counted)
        return times

    def test_a_closed_journal_opens_without_a_check(self, family, checks):
        folder, of, _ = family
        for _ in range(2):
            journal = opened(folder)
            journal.notes.write(note(of))
            journal.close()
        assert checks == []

    def test_a_journal_that_was_not_closed_is_checked_once(self, family, checks):
        folder, of, _ = family
        killed = opened(folder)
        killed.notes.write(note(of))
        killed._store.proof.holds = False  # nothing is kept at its end, as where it was killed
        killed.close()
        for _ in range(2):
            journal = opened(folder)
            assert journal.read_only_because is None
            journal.close()
        assert len(checks) == 1

    def test_what_is_kept_meanwhile_is_the_file_as_it_is_then(self, family, checks):
        folder, of, _ = family
        journal = opened(folder)
        journal.notes.write(note(of))
        journal.safe.checkup.keep_proof()
        kept = JournalFolder(folder).proof.read_bytes()
        journal.safe.checkup.keep_proof()
        journal.close()
        assert JournalFolder(folder).proof.read_bytes() == kept
        opened(folder).close()
        assert checks == []

    def test_a_reader_checks_and_keeps_nothing(self, family, checks):
        folder, *_ = family
        JournalFolder(folder).proof.unlink()
        journal = opened(folder, write=False)
        journal.safe.checkup.keep_proof()
        journal.close()
        assert len(checks) == 1
        assert not JournalFolder(folder).proof.exists()

    def test_what_another_program_wrote_is_not_vouched_for(self, family, checks):
        folder, of, _ = family
        journal = opened(folder)
        in_file(folder, "PRAGMA user_version = 3", "UPDATE practice SET level = 3")
        journal.days.between(of.id, TODAY, TODAY)
        assert not journal.safe.checkup.is_proved
        journal.close()
        again = opened(folder)
        assert isinstance(again.read_only_because, JournalDamagedError)
        again.close()
        assert len(checks) == 1

    def test_one_of_a_few_years_is_checked_before_anything_is_shown(self, family):
        folder, *_ = family
        in_file(folder, "UPDATE practice SET level = 3")
        os.truncate(folder / "journal.hj", 12 << 20)
        journal = opened(folder)
        assert isinstance(journal.read_only_because, JournalDamagedError)
        journal.close()

    def test_a_large_one_is_left_to_whoever_opened_it(self, family, monkeypatch, checks):
        folder, *_ = family
        in_file(folder, "UPDATE practice SET level = 3")
        monkeypatch.setattr(proofs, "_LARGE", 0)
        begin(folder / "journal.hj")
        journal = opened(folder)
        assert not journal.safe.checkup.is_proved
        assert checks == []
        journal.safe.checkup.prove(TODAY)
        assert isinstance(journal.read_only_because, JournalDamagedError)
        journal.close()

    def test_a_large_one_is_read_whole_after_its_opening(self, family, monkeypatch, checks):
        folder, of, _ = family
        monkeypatch.setattr(proofs, "_LARGE", 0)
        journal = opened(folder)
        assert journal.safe.checkup.is_proved_sound(TODAY, lambda: True)
        assert journal.safe.checkup.is_proved
        journal.notes.write(note(of))
        journal.close()
        journal = opened(folder)
        journal.safe.checkup.prove(TODAY)
        assert journal.safe.checkup.is_proved
        journal.close()
        assert checks == []

    def test_a_large_one_that_was_written_in_before_it_was_read_is_checked(
        self, family, monkeypatch
    ):
        folder, of, _ = family
        monkeypatch.setattr(proofs, "_LARGE", 0)
        journal = opened(folder)
        journal.notes.write(note(of))
        assert journal.safe.checkup.is_proved_sound(TODAY, lambda: True)
        assert journal.safe.checkup.is_proved
        in_file(folder, "UPDATE practice SET level = 3")
        journal.days.between(of.id, TODAY, TODAY)
        assert not journal.safe.checkup.is_proved_sound(TODAY, lambda: True)
        journal.close()

    def test_a_file_that_the_disk_does_not_give_has_none(self, family, monkeypatch):
        folder, *_ = family
        digest = FileDigest(folder / "journal.hj")
        assert digest.first() == digest.again() is not None
        in_file(folder, "PRAGMA user_version = 7")
        assert digest.first() is None
        monkeypatch.setattr(digest, "_file", Failing(digest._file))
        assert digest.again() is None
        digest.close()

    def test_where_it_cannot_be_kept_the_next_start_checks(self, family, checks):
        folder, of, _ = family
        JournalFolder(folder).proof.unlink()
        JournalFolder(folder).proof.mkdir()
        journal = opened(folder)
        journal.notes.write(note(of))
        journal.close()
        opened(folder).close()
        assert len(checks) == 2

    def test_what_is_written_while_it_is_read_is_kept_the_next_time(
        self, family, monkeypatch, checks
    ):
        folder, of, _ = family
        journal = opened(folder)
        journal.notes.write(note(of))
        before = JournalFolder(folder).proof.read_bytes()
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(FileDigest, "again", lambda _self: None)
            journal.safe.checkup.keep_proof()
        assert JournalFolder(folder).proof.read_bytes() == before
        journal.notes.write(note(of))
        journal.close()
        opened(folder).close()
        assert checks == []

    def test_what_vouches_already_is_not_checked_again(self, family, checks):
        folder, *_ = family
        journal = opened(folder)
        journal.safe.checkup.prove(TODAY)
        journal.close()
        assert checks == []

    def test_it_can_begin_before_the_journal_is_opened(self, family, checks):
        folder, *_ = family
        begin(folder / "journal.hj")
        begin(folder / "journal.hj")
        begin(folder / "nowhere.hj")
        opened(folder).close()
        assert checks == []


class Failing:
    """A file on a disk that fails."""

    def __init__(self, file):
        self._file = file

    def seek(self, _at):
        raise OSError

    def __getattr__(self, name):
        return getattr(self._file, name)


class TestTheLookAfterAStart:
    def test_all_is_read_once_a_day(self, family, monkeypatch):
        folder, *_ = family
        looked = []
        monkeypatch.setattr(full_check.Checkup, "_read", counting(full_check.Checkup._read, looked))
        for _ in range(2):
            journal = opened(folder)
            assert journal.safe.checkup.is_sound_at_first(TODAY, lambda: True)
            journal.close()
        assert len(looked) == 1
        journal = opened(folder)
        later = TODAY + timedelta(days=2)
        assert journal.safe.checkup.is_sound_at_first(later, lambda: True)
        journal.close()
        assert len(looked) == 2

    def test_where_it_is_ended_nothing_was_found_and_nothing_is_kept(self, family):
        folder, *_ = family
        journal = opened(folder)
        assert journal.safe.checkup.is_sound_at_first(TODAY, lambda: False)
        assert not journal._store.proof.is_checked(TODAY)
        journal.close()

    def test_a_row_that_a_disk_changed_since_is_found(self, family):
        folder, *_ = family
        journal = opened(folder)
        in_file(folder, "UPDATE practice SET level = 3")
        assert not journal.safe.checkup.is_sound_at_first(TODAY, lambda: True)
        journal.close()

    def test_a_day_that_does_not_read_is_none(self, family):
        folder, *_ = family
        kept = json.loads(JournalFolder(folder).proof.read_bytes())
        JournalFolder(folder).proof.write_text(json.dumps(kept | {"checked": 7}))
        journal = opened(folder)
        assert journal.safe.checkup.is_proved
        assert not journal._store.proof.is_checked(TODAY)
        journal.close()


def counting(call, times):
    def counted(self, tell, **how):
        times.append(tell)
        return call(self, tell, **how)

    return counted


class TestWhatBreaksOff:
    def test_a_length_beyond_all_memory_is_a_damage(self, family, monkeypatch):
        def asks_for_more(_connection):
            raise MemoryError

        folder, *_ = family
        in_file(folder, "UPDATE practice SET level = 3")
        monkeypatch.setattr(journal_check, "_file_ok", asks_for_more)
        journal = opened(folder)
        assert isinstance(journal.read_only_because, JournalDamagedError)
        journal.close()

    def test_over_a_changed_row_it_is_told_as_damage(self, journals):
        journal = journals.new()
        of, _ = planned(journal)
        journal.records.save(mark(of))
        in_file(journal.folder, CHANGED["a mark that is none"])
        with pytest.raises(JournalDamagedError):
            journal.numbers.of_child(of.id, Period(TODAY, TODAY), TODAY)
        assert isinstance(journal.read_only_because, JournalDamagedError)

    def test_over_a_sound_journal_it_is_what_it_is(self, journals):
        journal = journals.new()
        with pytest.raises(KeyError), journal._session.asking():
            raise KeyError("ours")
        assert journal.read_only_because is None
        failure = KeyError("ours")
        assert journal.safe.checkup.why(failure) is failure

    def test_why_it_broke_off_can_be_asked_for_later(self, journals):
        journal = journals.new()
        _of, what = planned(journal)
        journal.records.save(practice(what))
        in_file(journal.folder, CHANGED["a day that is none"])
        assert isinstance(journal.safe.checkup.why(ValueError()), JournalDamagedError)
