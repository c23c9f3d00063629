"""What is no journal, and changed bytes: told, never shown, and nothing is written over them."""

from dataclasses import replace

import pytest
import sqlcipher3

from homejournal.domain.errors import JournalDamagedError, JournalMissingError, NotAJournalError
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.storage.file.connection import APPLICATION_ID, connect
from tests.journals import TODAY, child, practices_on
from tests.storage.faulty import change_bytes, family, opened

__all__ = ["family"]


@pytest.mark.parametrize("write", [True, False])
class TestWhatIsNoJournal:
    def test_a_folder_without_a_journal(self, tmp_path, write):
        with pytest.raises(JournalMissingError) as told:
            opened(tmp_path / "nowhere", write=write)
        assert told.value.path == tmp_path / "nowhere"
        assert not (tmp_path / "nowhere").exists()

    def test_a_folder_in_the_place_of_the_file(self, tmp_path, write):
        (tmp_path / "journal.hj").mkdir()
        with pytest.raises(NotAJournalError):
            opened(tmp_path, write=write)

    def test_an_empty_file(self, tmp_path, write):
        (tmp_path / "journal.hj").touch()
        with pytest.raises(JournalDamagedError):
            opened(tmp_path, write=write)
        assert (tmp_path / "journal.hj").read_bytes() == b""

    def test_another_kind_of_file(self, tmp_path, write):
        (tmp_path / "journal.hj").write_bytes(b"Dear diary, " * 500)
        with pytest.raises(NotAJournalError):
            opened(tmp_path, write=write)
        assert (tmp_path / "journal.hj").read_bytes() == b"Dear diary, " * 500

    def test_another_programs_database(self, tmp_path, write):
        other = sqlcipher3.connect(tmp_path / "journal.hj")
        other.execute("CREATE TABLE t(a)")
        other.close()
        with pytest.raises(NotAJournalError):
            opened(tmp_path, write=write)

    def test_a_journal_without_its_tables(self, tmp_path, write):
        other = sqlcipher3.connect(tmp_path / "journal.hj")
        other.execute("CREATE TABLE t(a)")
        other.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        other.close()
        with pytest.raises(JournalDamagedError):
            opened(tmp_path, write=write)

    @pytest.mark.parametrize("lost", [bytes(4096), b"Dear diary, " * 341])
    def test_a_journal_whose_beginning_is_lost_is_no_strangers(self, family, write, lost):
        folder, *_ = family
        file = folder / "journal.hj"
        spoilt = lost + file.read_bytes()[len(lost) :]
        file.write_bytes(spoilt)
        with pytest.raises(JournalDamagedError):
            opened(folder, write=write)
        assert file.read_bytes() == spoilt

    def test_a_file_cut_short(self, family, write):
        folder, *_ = family
        raw = (folder / "journal.hj").read_bytes()
        (folder / "journal.hj").write_bytes(raw[: len(raw) // 2])
        with pytest.raises(JournalDamagedError):
            opened(folder, write=write)

    def test_a_journal_of_another_programs_own_making_is_left_unlocked(self, tmp_path, write):
        (tmp_path / "journal.hj").touch()
        for _ in range(2):
            with pytest.raises(JournalDamagedError):
                opened(tmp_path, write=write)


class TestChangedBytes:
    def test_a_changed_word_is_never_shown_and_the_journal_is_only_read(self, family):
        folder, of, done = family
        change_bytes(folder, b'"text":"He pointed"', b'"text":"He painted"')
        journal = opened(folder)
        assert journal.days.between(of.id, TODAY, TODAY).notes == ()
        assert isinstance(journal.read_only_because, JournalDamagedError)
        assert practices_on(journal, of) == (done,)
        with pytest.raises(JournalDamagedError):
            journal.records.save(child())
        assert journal.files.check().changed == 1
        assert not journal.files.check().is_sound
        journal.close()

    def test_a_changed_name_of_a_child_is_noticed_at_once(self, family):
        folder, _of, _ = family
        change_bytes(folder, b'"name":"Mateo"', b'"name":"Matoo"')
        journal = opened(folder)
        assert isinstance(journal.read_only_because, JournalDamagedError)
        assert journal.family().children == {}
        with pytest.raises(JournalDamagedError):
            journal.undo(journal.records.save(child()))
        journal.close()

    def test_nothing_at_all_is_written_into_a_damaged_journal(self, family):
        folder, *_ = family
        change_bytes(folder, b'"name":"Mateo"', b'"name":"Matoo"')
        journal = opened(folder)
        before = (folder / "journal.hj").read_bytes()
        with pytest.raises(JournalDamagedError):
            journal.drafts.keep("here", "words")
        with pytest.raises(JournalDamagedError):
            journal.change_settings(journal.settings)
        journal.close()
        assert (folder / "journal.hj").read_bytes() == before

    def test_an_edit_does_not_build_on_changed_bytes(self, family):
        folder, of, _ = family
        reader = opened(folder)
        said = reader.days.between(of.id, TODAY, TODAY).notes[0]
        reader.close()
        change_bytes(folder, b'"text":"He pointed"', b'"tent":"He pointed"')
        journal = opened(folder)
        with pytest.raises(JournalDamagedError):
            journal.records.save(replace(said, text="He laughed"))
        assert isinstance(journal.read_only_because, JournalDamagedError)
        journal.close()

    @pytest.mark.parametrize(
        ("old", "new"),
        [(b'"kind":"note"', b'"kind":"nope"'), (b'"op":"put"', b'"op":"p\xfft"')],
        ids=["kind", "not text"],
    )
    def test_a_changed_envelope_is_noticed_everywhere(self, family, old, new):
        folder, of, _ = family
        change_bytes(folder, old, new, -1)
        journal = opened(folder)
        journal.timeline.page(EntryFilter(child=of.id))
        journal.files.export_json()
        assert journal.files.check().changed == 1
        assert isinstance(journal.read_only_because, JournalDamagedError)
        journal.close()

    def test_a_changed_id_of_a_record_is_noticed(self, family):
        folder, of, done = family
        another = done.id.int ^ 1
        change_bytes(folder, done.id.bytes, another.to_bytes(16, "big"), 0)
        journal = opened(folder)
        journal.days.between(of.id, TODAY, TODAY)
        assert not journal.files.check().is_sound or journal.read_only_because
        assert practices_on(journal, of) == ()
        assert isinstance(journal.read_only_because, JournalDamagedError)
        journal.close()

    def test_settings_that_do_not_read_leave_the_journal_readable(self, family):
        folder, of, done = family
        change_bytes(folder, b"week_startmonday", b"week_startmooday")
        journal = opened(folder)
        assert isinstance(journal.read_only_because, JournalDamagedError)
        assert practices_on(journal, of) == (done,)
        journal.close()

    def test_settings_that_are_no_text_leave_the_journal_readable(self, family):
        folder, of, done = family
        change_bytes(folder, b"\x11\x55id", b"\x11\x54id")  # the id's text becomes plain bytes
        journal = opened(folder)
        assert isinstance(journal.read_only_because, JournalDamagedError)
        assert practices_on(journal, of) == (done,)
        journal.close()

    def test_an_index_of_other_rows_is_noticed_where_it_is_asked(self, family):
        folder, of, _done = family
        change_bytes(folder, b"(child, place) WHERE place IS", b"(child, place) WHERE place\x00IS")
        journal = opened(folder)
        with pytest.raises(JournalDamagedError):
            journal.timeline.page(EntryFilter(child=of.id))
        journal.close()

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE practice SET level = 4",
            "DELETE FROM day_mark",
            "UPDATE head SET day = '2020-01-01' WHERE day IS NOT NULL",
            "UPDATE practice SET record = record + 99",
            "INSERT INTO note_fts(rowid, text) VALUES(1, 'more')",
        ],
    )
    def test_rows_that_do_not_tell_what_the_bodies_tell_are_found(self, family, statement):
        folder, *_ = family
        file = sqlcipher3.connect(folder / "journal.hj", isolation_level=None)
        file.execute(statement)
        file.close()
        journal = opened(folder)
        assert not journal.files.check().is_sound
        journal.close()

    def test_pages_of_rubbish_are_no_sound_structure(self, family):
        folder, *_ = family
        raw = bytearray((folder / "journal.hj").read_bytes())
        raw[-4096:] = b"\xa5" * 4096
        raw[-8192:-4096] = b"\xa5" * 4096
        (folder / "journal.hj").write_bytes(raw)
        try:
            journal = opened(folder)
        except JournalDamagedError:
            return
        assert not journal.safe.checkup.is_sound_at_a_glance()
        journal.close()


def test_a_file_under_another_name_is_not_looked_through(family):
    folder, *_ = family
    file = folder / "journal.hj"
    other = folder / "other.hj"
    other.write_bytes(bytes(4096) + file.read_bytes()[4096:])
    with pytest.raises(NotAJournalError):
        connect(other, write=False)
