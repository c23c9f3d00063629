"""All is read while the journal stays open, and damage is found."""

import pytest

from homejournal.domain.errors import JournalDamagedError, PasswordNeededError
from homejournal.services.opening import create_journal
from homejournal.storage.file.disk import StoppedError
from homejournal.storage.journal.incoming import keep_newer
from tests.journals import DEVICE, child, note, planned, practice
from tests.locked import KEY
from tests.services.copied import a_family, go_on
from tests.services.repairs import family
from tests.services.safe.test_purging_people import sealed_by_a_newer_one

__all__ = ["family"]


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
        with pytest.raises(StoppedError):
            journal.safe.checkup.read_all(lambda _done, _of: False)
        assert journal.safe.checkup.read_beside(lambda _done, _of: False) is None
        assert journal.safe.checkup.read_beside(go_on).is_sound
        assert not (journal.folder / "journal.checked").exists()

    def test_changed_bytes_are_found_and_the_journal_is_only_read_then(self, family, journals):
        folder, notes, raw = family
        spoiled = raw.replace(notes[0].text.encode(), notes[0].text.upper().encode())
        journal = journals.again(folder.name)
        (folder / "journal.hj").write_bytes(spoiled)
        assert not journal.safe.checkup.read_all(go_on).is_sound
        assert journal.read_only_because is None
        journal.safe.checkup.note_damage()
        assert isinstance(journal.read_only_because, JournalDamagedError)

    def test_a_changed_bit_in_what_waits_for_a_newer_homejournal_is_found(self, journal):
        planned(journal)
        waiting = sealed_by_a_newer_one({"text": "He sang"})
        with journal._store.transaction() as connection:
            keep_newer(connection, [waiting])
        assert journal.files.check().is_sound
        with journal._store.transaction() as connection:
            changed = "UPDATE newer SET fields = CAST(replace(fields, 'sang', 'sank') AS BLOB)"
            connection.exec_driver_sql(changed)
        report = journal.files.check()
        assert (report.is_sound, report.changed, report.file_ok) == (False, 1, True)

    def test_an_entry_that_names_a_note_in_place_of_its_strategy_is_no_damage(self, journal):
        """A file made by hand may hold one; what it names tells nothing of the child."""
        of, _ = planned(journal)
        said = note(of)
        journal.records.save(said, practice(said.id))
        assert journal.files.check().is_sound

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
