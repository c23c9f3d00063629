"""Files of a newer or an older homejournal, and what a journal is made beside."""

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
import sqlcipher3

from homejournal.domain.errors import (
    DiskError,
    JournalDamagedError,
    JournalReadOnlyError,
    JournalTooNewError,
)
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.media_and_papers import KeptBook
from homejournal.services.opening import create_journal
from homejournal.storage.file.connection import FILE_SCHEMA, SAYS_MORE, schema_of
from homejournal.storage.records.kind_numbers import CODE_OF
from tests.journals import (
    DEVICE,
    NOW,
    TODAY,
    Clock,
    child,
    planned,
    practice,
    practices_on,
    projection,
)
from tests.storage.faulty import change_bytes, family, opened

__all__ = ["family"]


def test_a_file_tells_by_its_number_that_it_holds_what_older_ones_do_not_read(journal):
    of, _ = planned(journal)
    with closing(sqlcipher3.connect(journal.folder / "journal.hj")) as file:
        assert schema_of(file) == FILE_SCHEMA
        journal.records.save(KeptBook(id=uuid4(), child=of.id, made=NOW, book={}))
        assert schema_of(file) == SAYS_MORE


class TestNewerFiles:
    def make_newer(self, folder: Path, *statements: str) -> None:
        file = sqlcipher3.connect(folder / "journal.hj", isolation_level=None)
        for statement in ("PRAGMA user_version = 99", *statements):
            file.execute(statement)
        file.close()

    def test_a_newer_file_is_read_and_not_written(self, family):
        folder, of, done = family
        self.make_newer(folder)
        before = (folder / "journal.hj").read_bytes()
        journal = opened(folder)
        assert isinstance(journal.read_only_because, JournalTooNewError)
        assert practices_on(journal, of) == (done,)
        with pytest.raises(JournalReadOnlyError):
            journal.records.save(child())
        with pytest.raises(JournalReadOnlyError):
            journal.drafts.keep("here", "words")
        journal.close()
        assert (folder / "journal.hj").read_bytes() == before

    def test_it_takes_no_lock_from_the_newer_program(self, family):
        folder, *_ = family
        self.make_newer(folder)
        first, second = opened(folder), opened(folder)
        first.close()
        second.close()

    def test_a_newer_projection_is_made_again_in_memory(self, family):
        folder, of, done = family
        self.make_newer(
            folder,
            "UPDATE meta SET value = '77' WHERE name = 'projection'",
            "DROP TABLE practice",
            "ALTER TABLE head RENAME COLUMN place TO position",
        )
        journal = opened(folder)
        assert isinstance(journal.read_only_because, JournalTooNewError)
        assert practices_on(journal, of) == (done,)
        assert journal.timeline.page(EntryFilter(child=of.id, words="pointed"))
        journal.close()

    def test_a_newer_kind_of_record_is_left_out(self, family):
        folder, of, done = family
        self.make_newer(folder, f"UPDATE head SET kind = 9 WHERE kind = {CODE_OF['day_mark']}")  # noqa: S608
        journal = opened(folder)
        assert practices_on(journal, of) == (done,)
        assert isinstance(journal.read_only_because, JournalTooNewError)
        journal.close()

    def test_tables_that_cannot_be_understood_are_told_as_newer(self, family):
        folder, *_ = family
        self.make_newer(
            folder,
            "UPDATE meta SET value = '77' WHERE name = 'projection'",
            "ALTER TABLE revision RENAME COLUMN fields TO sealed",
        )
        with pytest.raises(JournalTooNewError):
            opened(folder)


class TestOlderProjections:
    def make_older(self, folder: Path, *statements: str) -> None:
        file = sqlcipher3.connect(folder / "journal.hj", isolation_level=None)
        file.execute("UPDATE meta SET value = '0' WHERE name = 'projection'")
        for statement in statements:
            file.execute(statement)
        file.close()

    def test_it_is_made_again_and_is_equal(self, family):
        folder, of, done = family
        before = projection(folder)
        self.make_older(folder, "DROP TABLE day_mark", "DELETE FROM practice")
        journal = opened(folder)
        assert practices_on(journal, of) == (done,)
        assert journal.files.check().is_sound
        journal.records.save(replace(done, rating=4))
        journal.close()
        again = opened(folder)
        assert practices_on(again, of)[0].rating == 4
        again.close()
        assert {name: len(rows) for name, rows in projection(folder).items()} == {
            name: len(rows) for name, rows in before.items()
        }
        files = {path.name for path in folder.iterdir()}
        assert files <= {"journal.hj", "journal.hj-journal", "journal.lock", "proof.json"}

    def test_a_reader_makes_it_again_in_memory(self, family):
        folder, of, done = family
        self.make_older(folder, "DELETE FROM practice", "DELETE FROM head")
        before = (folder / "journal.hj").read_bytes()
        journal = opened(folder, write=False)
        assert practices_on(journal, of) == (done,)
        assert journal.files.check().is_sound
        journal.close()
        assert (folder / "journal.hj").read_bytes() == before

    def test_a_damaged_one_is_not_replaced_but_read(self, family):
        folder, of, done = family
        self.make_older(folder)
        change_bytes(folder, b'"text":"He pointed"', b'"text":"He painted"')
        before = (folder / "journal.hj").read_bytes()
        journal = opened(folder)
        assert isinstance(journal.read_only_because, JournalDamagedError)
        assert practices_on(journal, of) == (done,)
        assert journal.days.between(of.id, TODAY, TODAY).notes == ()
        journal.close()
        assert (folder / "journal.hj").read_bytes() == before
        assert not (folder / "journal.rebuilt").exists()

    def test_one_that_cannot_be_read_at_all_is_damaged(self, family):
        folder, *_ = family
        self.make_older(folder, "ALTER TABLE revision RENAME COLUMN fields TO sealed")
        with pytest.raises(JournalDamagedError):
            opened(folder, write=False)


class TestFilesThatAct:
    @pytest.mark.parametrize("write", [True, False])
    @pytest.mark.parametrize(
        "statement",
        [
            "CREATE TRIGGER strange AFTER INSERT ON revision BEGIN DELETE FROM revision; END",
            "CREATE VIEW strange AS SELECT * FROM revision",
        ],
    )
    def test_a_file_with_a_trigger_or_a_view_is_not_opened(self, family, statement, write):
        folder, *_ = family
        file = sqlcipher3.connect(folder / "journal.hj", isolation_level=None)
        file.execute(statement)
        file.close()
        before = (folder / "journal.hj").read_bytes()
        with pytest.raises(JournalDamagedError):
            opened(folder, write=write)
        assert (folder / "journal.hj").read_bytes() == before


class TestMaking:
    def test_a_journal_is_not_made_over_another(self, family):
        folder, of, done = family
        with pytest.raises(DiskError):
            create_journal(folder, clock=Clock(), device=DEVICE)
        journal = opened(folder)
        assert practices_on(journal, of) == (done,)
        journal.close()

    def test_what_a_crash_left_unfinished_does_not_stand_in_the_way(self, tmp_path):
        folder = tmp_path / "journal"
        folder.mkdir()
        (folder / "journal.new").write_bytes(b"half")
        journal = create_journal(folder, clock=Clock(), device=DEVICE)
        journal.records.save(child())
        journal.close()
        assert not (folder / "journal.new").exists()

    def test_a_file_in_the_place_of_the_folder(self, tmp_path):
        (tmp_path / "journal").write_text("a file")
        with pytest.raises(DiskError):
            create_journal(tmp_path / "journal", clock=Clock(), device=DEVICE)

    def test_a_copy_while_nothing_is_written_is_a_whole_journal(self, journals, tmp_path):
        journal = journals.new()
        of, what = planned(journal)
        journal.records.save(practice(what))
        (tmp_path / "copy").mkdir()
        shutil.copy(journal.folder / "journal.hj", tmp_path / "copy" / "journal.hj")
        copy = opened(tmp_path / "copy")
        assert len(practices_on(copy, of)) == 1
        copy.close()

    def test_an_example_says_so(self, tmp_path):
        journal = create_journal(tmp_path / "e", clock=Clock(), device=DEVICE, example=True)
        assert journal.settings.example
        journal.close()
