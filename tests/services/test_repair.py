"""Repair of a damaged journal: set aside untouched, built anew, put in place only when wanted."""

import shutil
from contextlib import closing
from datetime import UTC, timedelta
from random import Random

import pytest
import sqlcipher3

from homejournal.domain.errors import (
    DiskFullError,
    JournalBusyError,
    JournalDamagedError,
    KeysDamagedError,
    PasswordNeededError,
)
from homejournal.domain.recovery_letters import groups_of
from homejournal.domain.repairing import Origin
from homejournal.services.checkup import CheckStoppedError
from homejournal.services.opening import create_journal, open_journal
from homejournal.services.repair import Repair, RepairStoppedError
from homejournal.storage.gathering import gather
from homejournal.storage.key_slots import Costs, key_of, new_slots
from homejournal.storage.keys_file import write_keys
from homejournal.storage.repairing import Held
from tests.damages import KINDS, damaged, spoil
from tests.journals import DEVICE, child, note, revisions
from tests.services.copied import a_family, of_the_future, texts_in

KEY = key_of(bytes(range(32)))


def go_on(_done, _of):
    return True


def repair_of(folder, clock, key=None):
    return Repair(folder, device=DEVICE, clock=clock, key=key)


@pytest.fixture
def family(journals):
    """A closed journal without a copy, its notes, and its bytes."""
    journal = journals.new()
    notes = a_family(journal)
    journal.drafts.keep("a note", "not yet saved")
    journal.close()
    return journal.folder, notes, (journal.folder / "journal.hj").read_bytes()


def copy_of(folder, journals):
    journal = journals.again(folder.name)
    journal.safe.backups.make()
    journal.close()


def repaired(folder, journals, key=None):
    repair = repair_of(folder, journals.clock, key)
    report = repair.prepare(go_on)
    repair.finish(report)
    found = open_journal(folder, clock=journals.clock, device=DEVICE, key=key)
    journals.opened.append(found)
    assert found.read_only_because is None
    assert found.files.check().is_sound
    return found, report


class TestNeedless:
    def test_a_whole_journal_needs_no_repair_and_a_damaged_one_does(self, family, journals):
        folder, _, raw = family
        repair = repair_of(folder, journals.clock)
        assert repair.is_needless()
        (folder / "journal.hj").write_bytes(damaged(raw, "page", Random(3)))
        assert not repair.is_needless()
        (folder / "journal.hj").unlink()
        assert not repair.is_needless()

    def test_a_locked_one_needs_its_keys(self, journals, tmp_path):
        journal = create_journal(tmp_path / "locked", clock=journals.clock, device=DEVICE, key=KEY)
        journal.close()
        assert not repair_of(journal.folder, journals.clock, KEY).is_needless()
        slots = new_slots(journal.settings.id, KEY, "our long word", Costs(8, 1, 1))
        write_keys(journal.folder / "keys.json", slots)
        assert not repair_of(journal.folder, journals.clock).is_needless()
        assert repair_of(journal.folder, journals.clock, KEY).is_needless()


class TestWithACopy:
    @pytest.mark.parametrize("kind", [*KINDS, "empty", "gone"])
    def test_every_entry_older_than_the_copy_is_there(self, family, journals, kind):
        folder, notes, raw = family
        copy_of(folder, journals)
        file = folder / "journal.hj"
        if kind == "gone":
            file.unlink()
        else:
            file.write_bytes(b"" if kind == "empty" else damaged(raw, kind, Random(3)))
        lies = file.read_bytes() if file.exists() else None
        found, report = repaired(folder, journals)
        assert texts_in(found) == {one.text for one in notes}
        assert (report.lost, report.holds.notes) == (0, len(notes))
        if lies is None:
            assert report.quarantine is None
        else:
            assert (report.quarantine / "journal.hj").read_bytes() == lies

    def test_what_came_from_which_copy_is_told(self, family, journals):
        folder, notes, _ = family
        copy_of(folder, journals)
        file = folder / "journal.hj"
        spoiled = file.read_bytes().replace(notes[2].text.encode(), notes[2].text.upper().encode())
        file.write_bytes(spoiled)
        journals.clock.forward(days=1)
        _, report = repaired(folder, journals)
        told = {one.origin: one.added for one in report.contributions}
        assert told == {Origin.OWN: report.found - 1, Origin.COPY: 1}
        assert report.contributions[-1].made == journals.clock().astimezone(UTC) - timedelta(days=1)

    def test_what_is_newer_than_the_copy_comes_from_the_file_itself(self, family, journals):
        folder, notes, _ = family
        copy_of(folder, journals)
        journal = journals.again(folder.name)
        journal.records.save(note(notes[0].child, "Written after the copy"))
        journal.close()
        spoil(folder, "head")
        found, _ = repaired(folder, journals)
        assert "Written after the copy" in texts_in(found)

    def test_older_copies_are_asked_as_long_as_something_is_lacking(self, family, journals):
        folder, notes, raw = family
        copy_of(folder, journals)
        for _ in range(5):
            journals.clock.forward(days=1)
            copy_of(folder, journals)
        newer = sorted((folder / "backups").glob("*.hj"))[1:]
        for path in newer:  # all but the oldest have lost the same note
            said = notes[0].text.encode()
            path.write_bytes(path.read_bytes().replace(said, said.upper()))
        file = folder / "journal.hj"
        file.write_bytes(b"")
        found, _ = repaired(folder, journals)
        assert texts_in(found) == {one.text for one in notes[1:]}  # nothing told of it
        journals.clock.forward(minutes=1)
        spoiled = raw.replace(notes[0].text.encode(), notes[0].text.upper().encode())
        file.write_bytes(spoiled)
        found.close()
        found, report = repaired(folder, journals)
        assert (texts_in(found), report.lost) == ({one.text for one in notes}, 0)


class TestWithoutACopy:
    @pytest.mark.parametrize("kind", ["bit", "page", "head", "first page"])
    def test_nearly_everything_is_there(self, family, journals, kind):
        folder, _, raw = family
        whole = len(gather(folder / "journal.hj").revisions)
        for seed in range(3):
            (folder / "journal.hj").write_bytes(damaged(raw, kind, Random(seed)))
            found, report = repaired(folder, journals)
            assert report.found >= whole - 8  # what one page holds
            assert report.known >= report.found
            found.close()
            journals.clock.forward(minutes=1)

    def test_what_could_be_read_nowhere_is_counted(self, family, journals):
        folder, notes, raw = family
        spoiled = raw.replace(notes[2].text.encode(), notes[2].text.upper().encode())
        (folder / "journal.hj").write_bytes(spoiled)
        _, report = repaired(folder, journals)
        assert (report.lost, report.known - report.found) == (1, 1)

    def test_unfinished_texts_are_there_again(self, family, journals):
        folder, _, raw = family
        (folder / "journal.hj").write_bytes(damaged(raw, "page", Random(8)))
        found, _ = repaired(folder, journals)
        assert found.drafts.kept() == {"a note": "not yet saved"}

    def test_where_nothing_reads_nothing_is_changed(self, family, journals):
        folder, _, _ = family
        (folder / "journal.hj").write_bytes(b"")
        with pytest.raises(JournalDamagedError):
            repair_of(folder, journals.clock).prepare(go_on)
        assert (folder / "journal.hj").read_bytes() == b""
        assert list((folder / "quarantine").iterdir()) == []

    def test_what_only_a_newer_homejournal_understands_is_kept(self, family, journals):
        folder, _, _ = family
        future = of_the_future(gather(folder / "journal.hj").revisions[0])
        with closing(sqlcipher3.connect(folder / "journal.hj")) as connection, connection:
            told = (future.id, future.envelope, future.salt, future.fields)
            connection.execute("INSERT INTO newer VALUES (?, ?, ?, ?)", told)
        spoil(folder, "page", seed=8)
        repaired(folder, journals)
        assert gather(folder / "journal.hj").newer == (future,)

    def test_settings_that_are_gone_begin_anew(self, family, journals):
        folder, notes, raw = family
        spoiled = raw.replace(b"week_start", b"wook_start")
        (folder / "journal.hj").write_bytes(spoiled)
        found, _ = repaired(folder, journals)
        assert texts_in(found) == {one.text for one in notes}


class TestSources:
    def test_another_file_of_the_same_journal_beside_it_helps(self, family, journals):
        folder, notes, _ = family
        shutil.copy(folder / "journal.hj", folder / "journal (conflicted copy).hj")
        other = journals.new("other")
        a_family(other)
        other.close()
        shutil.copy(other.folder / "journal.hj", folder / "of others.hj")
        raw = (folder / "journal.hj").read_bytes()
        spoiled = raw.replace(notes[2].text.encode(), notes[2].text.upper().encode())
        (folder / "journal.hj").write_bytes(spoiled)
        found, report = repaired(folder, journals)
        assert texts_in(found) == {one.text for one in notes}
        assert len(found.family().children) == 1
        assert report.contributions[-1].origin is Origin.BESIDE

    def test_copies_elsewhere_and_the_shared_folder_help(self, family, journals, tmp_path):
        folder, notes, _ = family
        journal = journals.again(folder.name)
        made = revisions(journal)
        (tmp_path / "stick").mkdir()
        place = journal.safe.backups.second_place(tmp_path / "stick")
        place.begin()
        copy = place.take(journal.safe.backups.make())
        journal.close()
        shutil.rmtree(folder / "backups")
        (folder / "journal.hj").unlink()
        repair = repair_of(folder, journals.clock)
        report = repair.prepare(go_on, more=[copy])
        assert [one.origin for one in report.contributions] == [Origin.COPY]
        repair.leave(report)
        report = repair.prepare(go_on, shared=[lambda: Held(made)])
        assert [one.origin for one in report.contributions] == [Origin.SHARED]
        repair.finish(report)
        assert texts_in(journals.again(folder.name)) == {one.text for one in notes}

    def test_what_was_deleted_for_good_stays_away(self, family, journals):
        folder, notes, _ = family
        copy_of(folder, journals)
        journal = journals.again(folder.name)
        journal.records.delete(notes[0].id)
        journal.safe.purging.carry_out(journal.safe.purging.of_deleted(notes[0].id))
        standing = [one.id for one in revisions(journal) if one.told().record == notes[1].id]
        journal.safe.purging.follow(standing)
        journal.close()
        spoil(folder, "page", seed=5)
        found, report = repaired(folder, journals)
        assert texts_in(found) == {one.text for one in notes[2:]}
        assert report.holds.notes == len(notes) - 2
        assert notes[0].text.encode() not in (folder / "journal.hj").read_bytes()


class TestAskedFirst:
    def test_left_as_it_is_nothing_is_there_that_was_not(self, family, journals):
        folder, _, raw = family
        (folder / "journal.hj").write_bytes(damaged(raw, "page", Random(2)))
        lies = (folder / "journal.hj").read_bytes()
        before = sorted(one.name for one in folder.iterdir())
        repair = repair_of(folder, journals.clock)
        repair.leave(repair.prepare(go_on))
        assert (folder / "journal.hj").read_bytes() == lies
        assert sorted(one.name for one in folder.iterdir()) == sorted({*before, "quarantine"})
        assert list((folder / "quarantine").iterdir()) == []

    @pytest.mark.parametrize("parts", [0, 1, 3])
    def test_it_can_be_stopped(self, family, journals, parts):
        folder, _, _ = family
        copy_of(folder, journals)
        repair = repair_of(folder, journals.clock)
        with pytest.raises(RepairStoppedError):
            repair.prepare(lambda done, _of: done <= parts)
        assert repair.prepare_beside(lambda done, _of: done <= parts) is None
        assert repair.prepare_beside(lambda done, of: (done, of) != (1, 1)) is None
        assert not (folder / "journal.repaired").exists()
        repair.leave(repair.prepare_beside(go_on))

    def test_while_another_program_writes_nothing_is_done(self, family, journals):
        folder, _, _ = family
        journals.again(folder.name)
        with pytest.raises(JournalBusyError):
            repair_of(folder, journals.clock).prepare(go_on)

    def test_the_window_that_found_the_damage_repairs_without_closing_first(self, family, journals):
        folder, notes, raw = family
        spoiled = raw.replace(notes[0].text.encode(), notes[0].text.upper().encode())
        (folder / "journal.hj").write_bytes(spoiled)
        journal = journals.again(folder.name)
        journal.safe.checkup.note_damage()
        report = journal.safe.repair.prepare(go_on)
        journal.safe.repair.finish(report)
        journal.close()
        assert texts_in(journals.again(folder.name)) == {one.text for one in notes[1:]}

    def test_a_full_disk_leaves_the_damaged_file_and_no_half_one(
        self, family, journals, monkeypatch
    ):
        folder, _, raw = family
        (folder / "journal.hj").write_bytes(damaged(raw, "page", Random(2)))

        def full(_store):
            raise DiskFullError(folder)

        monkeypatch.setattr("homejournal.storage.repairing._must_be_sound", full)
        with pytest.raises(DiskFullError):
            repair_of(folder, journals.clock).prepare(go_on)
        assert not (folder / "journal.repaired").exists()

    def test_a_result_that_is_not_sound_is_none(self, family, journals, monkeypatch):
        folder, _, _ = family
        monkeypatch.setattr("homejournal.storage.checking._index_ok", lambda _connection: False)
        with pytest.raises(JournalDamagedError):
            repair_of(folder, journals.clock).prepare(go_on)
        assert not (folder / "journal.repaired").exists()


class TestLocked:
    @pytest.fixture
    def locked(self, journals, tmp_path):
        journal = create_journal(tmp_path / "locked", clock=journals.clock, device=DEVICE, key=KEY)
        notes = a_family(journal)
        costs = Costs(memory=8, passes=1, lanes=1)
        slots = new_slots(journal.settings.id, KEY, "our long word", costs)
        write_keys(journal.folder / "keys.json", slots)
        journal.safe.backups.make()
        journal.close()
        return journal.folder, notes, (journal.folder / "journal.hj").read_bytes()

    @pytest.mark.parametrize("kind", KINDS)
    def test_every_damage_is_repaired_and_stays_locked(self, locked, journals, kind):
        folder, notes, raw = locked
        (folder / "journal.hj").write_bytes(damaged(raw, kind, Random(4)))
        found, _ = repaired(folder, journals, KEY)
        assert texts_in(found) == {one.text for one in notes}
        assert notes[0].text.encode() not in (folder / "journal.hj").read_bytes()

    @pytest.mark.parametrize("kind", ["head", "first page", "page"])
    def test_without_a_copy_its_pages_are_opened_one_by_one(self, locked, journals, kind):
        folder, notes, raw = locked
        shutil.rmtree(folder / "backups")
        (folder / "journal.hj").write_bytes(damaged(raw, kind, Random(4)))
        found, report = repaired(folder, journals, KEY)
        assert len(texts_in(found)) >= len(notes) - 3
        assert report.found >= 8

    @pytest.mark.parametrize("typed", ["our long word", " ".join(groups_of(KEY[:32]))])
    def test_without_a_key_it_is_asked_for(self, locked, journals, typed):
        folder, notes, raw = locked
        (folder / "journal.hj").write_bytes(damaged(raw, "page", Random(4)))
        repair = repair_of(folder, journals.clock)
        with pytest.raises(PasswordNeededError):
            repair.prepare(go_on)
        (folder / "keys.json").unlink()  # the copy has them, too
        repair.unlock(typed)
        repair.finish(repair.prepare(go_on))
        assert (folder / "keys.json").is_file()
        found = open_journal(folder, clock=journals.clock, device=DEVICE, key=KEY)
        journals.opened.append(found)
        assert texts_in(found) == {one.text for one in notes}

    def test_damaged_keys_are_replaced_by_those_of_a_copy(self, locked, journals):
        folder, notes, raw = locked
        before = (folder / "keys.json").read_bytes()
        (folder / "journal.hj").write_bytes(damaged(raw, "page", Random(4)))
        (folder / "keys.json").write_bytes(before[:-40])
        repair = repair_of(folder, journals.clock)
        repair.unlock("our long word")
        repair.finish(repair.prepare(go_on))
        assert (folder / "keys.json").read_bytes() == before
        found = open_journal(folder, clock=journals.clock, device=DEVICE, key=KEY)
        journals.opened.append(found)
        assert texts_in(found) == {one.text for one in notes}

    def test_where_only_locked_copies_are_left_the_password_is_asked_for(self, locked, journals):
        folder, _, _ = locked
        (folder / "journal.hj").unlink()
        (folder / "keys.json").unlink()
        with pytest.raises(PasswordNeededError):
            repair_of(folder, journals.clock).prepare(go_on)

    def test_without_any_keys_a_password_opens_nothing(self, locked, journals):
        folder, _, _ = locked
        shutil.rmtree(folder / "backups")
        (folder / "keys.json").unlink()
        with pytest.raises(KeysDamagedError):
            repair_of(folder, journals.clock).unlock("our long word")

    def test_keys_that_are_nowhere_hinder_no_repair(self, locked, journals):
        folder, notes, _ = locked
        (folder / "keys.json").unlink()
        next((folder / "backups").glob("*.keys.json")).unlink()
        found, _ = repaired(folder, journals, KEY)
        assert texts_in(found) == {one.text for one in notes}

    def test_a_copy_of_another_password_is_left_out(self, locked, journals, tmp_path):
        folder, notes, _ = locked
        other = bytes(reversed(range(48)))
        theirs = create_journal(tmp_path / "o", clock=journals.clock, device=DEVICE, key=other)
        a_family(theirs)
        made = theirs.safe.backups.make()
        theirs.close()
        shutil.copy(made.path, folder / "backups" / "00000009-20260401T000000Z.hj")
        found, _ = repaired(folder, journals, KEY)
        assert texts_in(found) == {one.text for one in notes}


class TestChecking:
    def test_everything_is_read_while_the_journal_stays_open(self, journal):
        a_family(journal)
        told = []
        report = journal.safe.checkup.read_all(lambda done, of: not told.append((done, of)))
        assert report.is_sound
        assert told == [(one, 5) for one in range(1, 6)]
        journal.records.save(child(name="Lin"))
        assert not (journal.folder / "journal.checked").exists()

    def test_it_can_be_stopped(self, journal):
        a_family(journal)
        with pytest.raises(CheckStoppedError):
            journal.safe.checkup.read_all(lambda _done, _of: False)
        assert journal.safe.checkup.read_beside(lambda _done, _of: False) is None
        assert journal.safe.checkup.read_beside(go_on).is_sound
        assert not (journal.folder / "journal.checked").exists()

    def test_changed_bytes_are_found_and_the_journal_is_only_read_then(self, family, journals):
        folder, notes, raw = family
        spoiled = raw.replace(notes[0].text.encode(), notes[0].text.upper().encode())
        (folder / "journal.hj").write_bytes(spoiled)
        journal = journals.again(folder.name)
        assert not journal.safe.checkup.read_all(go_on).is_sound
        assert journal.read_only_because is None
        journal.safe.checkup.note_damage()
        assert isinstance(journal.read_only_because, JournalDamagedError)

    def test_a_glance_sees_the_newest_entries_and_the_files_structure(self, family, journals):
        folder, notes, raw = family
        journal = journals.again(folder.name)
        assert journal.safe.checkup.is_sound_at_a_glance()
        journal.close()
        spoiled = raw.replace(notes[0].text.encode(), notes[0].text.upper().encode())
        (folder / "journal.hj").write_bytes(spoiled)
        assert not journals.again(folder.name).safe.checkup.is_sound_at_a_glance()

    def test_a_glance_at_a_file_without_pages_is_no_error(self, family, journals):
        folder, _, _ = family
        journal = journals.again(folder.name)
        (folder / "journal.hj").write_bytes(b"x" * 8192)
        assert not journal.safe.checkup.is_sound_at_a_glance()

    def test_a_locked_journal_is_not_taken_for_a_damaged_one(self, journals, tmp_path):
        journal = create_journal(tmp_path / "l", clock=journals.clock, device=DEVICE, key=KEY)
        journals.opened.append(journal)
        journal.safe.password.lock_up()
        with pytest.raises(PasswordNeededError):
            journal.safe.checkup.is_sound_at_a_glance()
