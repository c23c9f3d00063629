"""Repair: every entry that still proves itself is there again, filled up from all sources."""

import shutil
from contextlib import closing
from datetime import UTC, timedelta
from pathlib import Path
from random import Random

import pytest
import sqlcipher3

from homejournal.domain.errors import DiskFullError, JournalBusyError, JournalDamagedError
from homejournal.domain.safe.copy_comparison import Origin
from homejournal.services.opening import create_journal, open_journal
from homejournal.storage import rebuilding
from homejournal.storage.file.disk import StoppedError
from homejournal.storage.records.readable_revisions import read_genuine_contents
from tests.damages import KINDS, damaged, spoil
from tests.journals import DEVICE, note, revisions
from tests.locked import KEY, lay_keys
from tests.services.copied import a_family, go_on, of_the_future, texts_in
from tests.services.passwords import set_password
from tests.services.repairs import copy_of, family, repair_of, repaired, show

__all__ = ["family"]


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
        lay_keys(journal, KEY, "our long word")
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
        if report.built is None:  # the bit lies where nothing is written: there is no damage
            assert kind == "bit"
        elif lies is None:
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
        told = {contribution.origin: contribution.added for contribution in report.contributions}
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
        whole = len(read_genuine_contents(folder / "journal.hj").revisions)
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
        assert not (folder / "quarantine").exists()

    def test_what_only_a_newer_homejournal_understands_is_kept(self, family, journals):
        folder, _, _ = family
        future = of_the_future(read_genuine_contents(folder / "journal.hj").revisions[0])
        with closing(sqlcipher3.connect(folder / "journal.hj")) as connection, connection:
            told = (future.id, future.envelope, future.salt, future.fields)
            connection.execute("INSERT INTO newer VALUES (?, ?, ?, ?)", told)
        spoil(folder, "page", seed=8)
        repaired(folder, journals)
        assert read_genuine_contents(folder / "journal.hj").newer == (future,)

    def test_settings_that_are_gone_begin_anew(self, family, journals):
        folder, notes, raw = family
        spoiled = raw.replace(b"week_start", b"wook_start")
        (folder / "journal.hj").write_bytes(spoiled)
        found, _ = repaired(folder, journals)
        assert texts_in(found) == {one.text for one in notes}


class TestSources:
    @pytest.mark.parametrize("name", ["journal (conflicted copy).hj", "of last week.hj"])
    def test_another_file_of_the_same_journal_beside_it_helps(self, family, journals, name):
        folder, notes, _ = family
        shutil.copy(folder / "journal.hj", folder / name)
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
        set_password(journal)
        key = journal._store.key
        (tmp_path / "stick").mkdir()
        place = journal.safe.backups.second_place(tmp_path / "stick")
        place.begin()
        copy = place.take(journal.safe.backups.make())
        journal.close()
        shutil.rmtree(folder / "backups")
        (folder / "journal.hj").unlink()
        repair = repair_of(folder, journals.clock, key)
        show(repair, [copy])
        report = repair.prepare(go_on)
        assert [contribution.origin for contribution in report.contributions] == [Origin.COPY]
        repair.finish(report)
        found = open_journal(folder, clock=journals.clock, device=DEVICE, key=key)
        journals.opened.append(found)
        assert texts_in(found) == {one.text for one in notes}

    def test_what_was_deleted_for_good_stays_away(self, family, journals):
        folder, notes, _ = family
        copy_of(folder, journals)
        journal = journals.again(folder.name)
        journal.records.delete(notes[0].id)
        journal.safe.purging.carry_out(journal.safe.purging.of_deleted(notes[0].id))
        standing = [
            revision.id for revision in revisions(journal) if revision.told().record == notes[1].id
        ]
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
        before = sorted(path.name for path in folder.iterdir())
        repair = repair_of(folder, journals.clock)
        repair.leave(repair.prepare(go_on))
        assert (folder / "journal.hj").read_bytes() == lies
        assert sorted(path.name for path in folder.iterdir()) == before

    def test_what_a_power_cut_left_of_a_save_is_not_written_into_the_new_file(
        self, family, journals
    ):
        folder, _, _ = family
        file, log = folder / "journal.hj", folder / "journal.hj-journal"
        with closing(sqlcipher3.connect(file)) as writing:
            writing.execute("PRAGMA cache_size = 1")
            writing.execute("BEGIN")
            writing.execute("UPDATE revision SET fields = randomblob(50000)")
            begun = log.read_bytes()
        journal = journals.again(folder.name)
        (of,) = journal.family().children.values()
        since = [note(of, "x" * 10_000 + str(number)) for number in range(10)]
        journal.records.save(*since)
        journal.safe.backups.make()
        journal.close()
        file.unlink()
        log.write_bytes(begun)
        found, _ = repaired(folder, journals)
        assert {one.text for one in since} < texts_in(found)

    def test_what_was_set_aside_before_stays_there(self, family, journals):
        folder, _, raw = family
        (folder / "journal.hj").write_bytes(damaged(raw, "page", Random(2)))
        (folder / "quarantine").mkdir()
        (folder / "quarantine" / "older.hj").write_bytes(b"from before")
        repair = repair_of(folder, journals.clock)
        repair.leave(repair.prepare(go_on))
        assert [path.name for path in (folder / "quarantine").iterdir()] == ["older.hj"]

    @pytest.mark.parametrize("parts", [0, 1, 3])
    def test_it_can_be_stopped(self, family, journals, parts):
        folder, _, _ = family
        copy_of(folder, journals)
        repair = repair_of(folder, journals.clock)
        with pytest.raises(StoppedError):
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

        monkeypatch.setattr("homejournal.storage.rebuilding._must_be_sound", full)
        with pytest.raises(DiskFullError):
            repair_of(folder, journals.clock).prepare(go_on)
        assert not (folder / "journal.repaired").exists()

    @pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="asks Linux what is open")
    def test_what_is_built_in_vain_is_closed_before_it_goes(self, family, journals, monkeypatch):
        """Windows deletes no file that is open."""
        folder, _, raw = family
        (folder / "journal.hj").write_bytes(damaged(raw, "page", Random(2)))
        remove, open_then = rebuilding.remove, []

        def looked_at(file):
            at = [link.resolve() for link in Path("/proc/self/fd").iterdir()]
            open_then.append(file.resolve() in at)
            remove(file)

        def full(_store):
            raise DiskFullError(folder)

        monkeypatch.setattr(rebuilding, "_must_be_sound", full)
        monkeypatch.setattr(rebuilding, "remove", looked_at)
        with pytest.raises(DiskFullError):
            repair_of(folder, journals.clock).prepare(go_on)
        assert open_then == [False, False]

    def test_a_result_that_is_not_sound_is_none(self, family, journals, monkeypatch):
        folder, _, _ = family
        monkeypatch.setattr("homejournal.storage.journal.check.index_is_sound", lambda *_: False)
        with pytest.raises(JournalDamagedError):
            repair_of(folder, journals.clock).prepare(go_on)
        assert not (folder / "journal.repaired").exists()
