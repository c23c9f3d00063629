"""The settings in a journal's file: what a disk changed in them is noticed and mended."""

import json
from contextlib import closing
from dataclasses import replace
from uuid import uuid4

import pytest
import sqlcipher3

from homejournal.domain.days.periods import WeekStart
from homejournal.domain.errors import JournalDamagedError
from homejournal.domain.records.notes import Note
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.safe.repair.repair import Repair
from homejournal.storage.records.readable_revisions import read_genuine_contents
from homejournal.storage.records.settings_and_drafts import HASHES, ROWS, changed_settings
from tests.journals import DEVICE, TODAY, planned


def in_file(folder, statement, *said):
    file = sqlcipher3.connect(folder / "journal.hj")
    file.execute(statement, said)
    file.commit()
    file.close()


@pytest.fixture
def folder(journals):
    """A closed journal with a copy, whose weeks begin on Sunday."""
    journal = journals.new()
    planned(journal)
    journal.change_settings(replace(journal.settings, week_start=WeekStart.SUNDAY))
    journal.safe.backups.make()
    journal.close()
    return journal.folder


SPOILED = {
    "a flipped letter": "UPDATE meta SET value = 'monday' WHERE name = 'week_start'",
    "a flipped hash": "UPDATE meta SET value = replace(value, 'a', 'b') WHERE name = 'hashes'",
    "hashes that do not read": "UPDATE meta SET value = '{' WHERE name = 'hashes'",
    "hashes that are none": "UPDATE meta SET value = '7' WHERE name = 'hashes'",
    "a lost setting": "DELETE FROM meta WHERE name = 'home'",
    "one more setting": "INSERT INTO meta VALUES ('sharing:x', '{}')",
    "another name": "UPDATE meta SET name = 'hone' WHERE name = 'home'",
}


@pytest.mark.parametrize("how", SPOILED)
def test_every_check_notices_a_changed_setting(folder, journals, how):
    in_file(folder, SPOILED[how])
    journal = journals.again(folder.name)
    assert not journal.files.check().is_sound
    assert not journal.safe.checkup.is_sound_at_a_glance()
    with pytest.raises(JournalDamagedError):
        journal.safe.backups.make()
    assert len(journal.safe.backups.here()) == 1


def test_a_setting_that_is_written_makes_no_other_one_look_whole(folder, journals):
    journal = journals.again(folder.name)
    in_file(folder, SPOILED["a flipped letter"])
    journal._store.set_meta({"coverage:x": "2026-03-01"})
    assert journal.files.check().settings_changed == 1
    in_file(folder, SPOILED["hashes that do not read"])
    journal._store.set_meta({"coverage:x": "2026-03-02"})
    assert not journal.files.check().is_sound


def test_an_older_journal_has_no_hashes_until_a_setting_is_written(folder, journals):
    in_file(folder, "DELETE FROM meta WHERE name = 'hashes'")
    journal = journals.again(folder.name)
    assert journal.files.check().is_sound
    journal.safe.backups.make()
    journal._store.set_meta({"coverage:x": "2026-03-01"})
    assert journal.files.check().is_sound
    stored = journal._store.meta()
    assert json.loads(stored[HASHES]).keys() == stored.keys() - {HASHES}


def test_a_repair_takes_the_changed_setting_from_a_copy_and_the_others_as_they_are(
    folder, journals
):
    journal = journals.again(folder.name)
    journal._store.set_meta({"coverage:x": "2026-03-01"})
    journal.close()
    in_file(folder, SPOILED["a flipped letter"])
    repair = Repair(folder, device=DEVICE, clock=journals.clock)
    assert not repair.is_needless()
    repair.finish(repair.prepare(lambda _done, _of: True))
    journal = journals.again(folder.name)
    assert journal.files.check().is_sound
    assert journal.settings.week_start is WeekStart.SUNDAY
    assert journal._store.meta()["coverage:x"] == "2026-03-01"


def test_after_a_repair_it_is_noticed_where_the_disk_forgets_what_was_deleted_for_good(
    folder, journals
):
    journal = journals.again(folder.name)
    gone = Note(id=uuid4(), child=next(iter(journal.family().children)), day=TODAY, text="to go")
    journal.records.save(gone)
    journal.records.delete(gone.id)
    journal.safe.purging.carry_out(journal.safe.purging.of_deleted(gone.id))
    journal.close()
    in_file(folder, SPOILED["a flipped letter"])
    repair = Repair(folder, device=DEVICE, clock=journals.clock)
    repair.finish(repair.prepare(lambda _done, _of: True))
    in_file(folder, "DELETE FROM purged")
    assert not journals.again(folder.name).files.check().is_sound


def test_settings_of_another_journal_do_not_come_along(folder, journals):
    other = journals.new("other")
    other._store.set_meta({"coverage:y": "2026-03-01"})
    other.safe.backups.make().path.rename(folder / "backups" / "00000009-20260310T203000Z.hj")
    in_file(folder, SPOILED["a lost setting"])
    repair = Repair(folder, device=DEVICE, clock=journals.clock)
    repair.finish(repair.prepare(lambda _done, _of: True))
    stored = journals.again(folder.name)._store.meta()
    assert "home" in stored
    assert "coverage:y" not in stored


@pytest.mark.parametrize("row", [5, None, b"\xff"])
def test_a_file_that_only_says_it_is_a_journal_has_no_hashes_that_read(row):
    assert changed_settings({HASHES: row, "id": "x"}) == {HASHES}


def test_what_is_gathered_leaves_the_hashes_out(folder):
    in_file(folder, SPOILED["a flipped letter"])
    found = read_genuine_contents(folder / "journal.hj").settings
    assert "id" in found
    assert not {"week_start", HASHES} & found.keys()


def test_what_is_forgotten_leaves_hashes_alone_that_do_not_read(folder, journals):
    journal = journals.again(folder.name)
    child = next(iter(journal.family().children))
    entry = Note(id=uuid4(), child=child, day=TODAY, text="the zoo")
    photo = journal.media.put_photo(KeptFile(b"%PDF-1.7", PDF), "zoo.pdf", entry)
    journal.media.add_with_note(entry, photo)
    journal.media.remove(photo)
    in_file(folder, SPOILED["hashes that do not read"])
    journal.media.delete_for_good(photo)
    journal.close()
    assert journal.folder.joinpath("media", photo.sha256).exists() is False
    stored = dict(told_in(folder))
    assert stored[HASHES] == "{"
    assert not any(name.startswith("media_to_go") for name in stored)


def told_in(folder):
    with closing(sqlcipher3.connect(folder / "journal.hj")) as file:
        return file.execute("SELECT name, value FROM meta").fetchall()


def test_what_tells_the_rows_of_a_table_is_as_long_as_in_files_of_before(folder):
    with closing(sqlcipher3.connect(folder / "journal.hj")) as file:
        (told,) = file.execute("SELECT value FROM meta WHERE name = ?", (ROWS,)).fetchone()
    assert {len(digest) for digest in json.loads(told).values()} == {16}
