"""Older copies go by a rule and two at a time, and pictures are kept once."""

import os

from tests.journals import note
from tests.services.copied import a_family, files


class TestThinning:
    def make_many(self, journal, journals, times):
        for _ in range(times):
            journals.clock.forward(minutes=10)
            journal.safe.backups.make()

    def test_old_copies_go_two_at_a_time_by_the_rule(self, journal, journals):
        a_family(journal)
        self.make_many(journal, journals, 14)
        # The first of the day stays, and the newest ten.
        assert [backup.seq for backup in journal.safe.backups.here()] == [*range(14, 4, -1), 1]

    def test_nothing_goes_after_a_sudden_loss(self, journal, journals):
        notes = a_family(journal)
        self.make_many(journal, journals, 11)
        before = len(journal.safe.backups.here())
        journal.records.delete(*[one.id for one in notes], *[one.practice for one in notes])
        self.make_many(journal, journals, 1)
        assert len(journal.safe.backups.here()) == before + 1

    def test_ten_copies_and_more_after_a_loss_the_fullest_copy_is_still_there(
        self, journal, journals
    ):
        self.make_many(journal, journals, 1)  # the first copy of the day, which stays anyway
        notes = a_family(journal)
        self.make_many(journal, journals, 1)
        full = journal.safe.backups.here()[0]
        journal.records.delete(*[one.id for one in notes], *[one.practice for one in notes])
        for number in range(14):
            journal.records.save(note(notes[0].child, f"Later {number}"))
            self.make_many(journal, journals, 1)
        assert full in journal.safe.backups.here()
        assert len(journal.safe.backups.here()) == 12
        look = journal.safe.backups.restoring.look(full.path)
        assert len(look.deleted) == 2 * len(notes)

    def test_nothing_goes_where_the_copy_before_does_not_tell_how_much_it_held(
        self, journal, journals
    ):
        a_family(journal)
        self.make_many(journal, journals, 11)
        journal.safe.backups.here()[0].path.write_bytes(b"spoiled")
        self.make_many(journal, journals, 1)
        assert len(journal.safe.backups.here()) == 12

    def test_a_copy_that_cannot_be_deleted_waits(self, journal, journals, monkeypatch):
        a_family(journal)
        self.make_many(journal, journals, 11)

        def refuse(_self, _copy):
            raise OSError(13, "Permission denied")

        monkeypatch.setattr("homejournal.storage.file.backup_folder.BackupFolder.drop", refuse)
        self.make_many(journal, journals, 1)
        assert len(journal.safe.backups.here()) == 12


class TestMedia:
    def test_pictures_are_kept_once_and_cost_no_room_on_the_same_disk(self, journal):
        a_family(journal)
        kept = journal.folder / "media"
        kept.mkdir()
        for letter in "ab":
            (kept / (letter * 64)).write_bytes(b"picture")
        (kept / "something else").write_bytes(b"no picture")
        journal.safe.backups.make()
        journal.safe.backups.make()
        lies = journal.folder / "backups" / "media"
        assert files(lies) == ["a" * 64, "b" * 64]
        assert (lies / ("a" * 64)).stat().st_nlink == 2

    def test_a_disk_without_links_gets_a_copy(self, journal, monkeypatch):
        a_family(journal)
        (journal.folder / "media").mkdir()
        (journal.folder / "media" / ("a" * 64)).write_bytes(b"picture")

        def refuse(*_told):
            raise OSError(1, "Operation not permitted")

        monkeypatch.setattr(os, "link", refuse)
        journal.safe.backups.make()
        lies = journal.folder / "backups" / "media"
        assert files(lies) == ["a" * 64]
        assert (lies / ("a" * 64)).read_bytes() == b"picture"
        assert (lies / ("a" * 64)).stat().st_nlink == 1
