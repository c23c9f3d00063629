"""Copies of an open journal: read whole before they count, thinned out by a rule."""

import os
import shutil
from datetime import timedelta
from uuid import uuid4

import pytest

from homejournal.domain.errors import (
    DiskFullError,
    InvalidValueError,
    JournalDamagedError,
    JournalMissingError,
)
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.backups import OLD
from homejournal.services.opening import copies_in, create_journal, has_copies, open_journal
from homejournal.storage.gathering import gather
from tests.damages import spoil
from tests.journals import DEVICE, NOW, child
from tests.services.copied import a_family, texts_in

KEY = bytes(range(48))


def go_on():
    return True


def files(folder):
    return sorted(one.name for one in folder.iterdir() if one.is_file())


def test_a_copy_holds_all_that_the_journal_holds_and_is_for_this_person_alone(journal):
    a_family(journal)
    made = journal.safe.backups.make()
    assert journal.safe.backups.here() == [made]
    assert made.made == NOW
    held = gather(made.path)
    assert (held.whole, held.not_genuine, held.journal_id) == (True, 0, journal.settings.id)
    assert len(held.revisions) == journal.files.check().revisions
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert files(made.path.parent) == [made.path.name]


def test_a_kept_copy_opens_as_a_journal(journal, tmp_path, journals):
    notes = a_family(journal)
    made = journal.safe.backups.make()
    (tmp_path / "again").mkdir()
    shutil.copy(made.path, tmp_path / "again" / "journal.hj")
    found = journals.again("again")
    assert texts_in(found) == {one.text for one in notes}


def test_each_copy_has_the_next_number_whatever_the_clock_says(journal, journals):
    a_family(journal)
    first = journal.safe.backups.make()
    journals.clock.forward(days=-4000)
    second = journal.safe.backups.make()
    assert (first.seq, second.seq) == (1, 2)
    assert [one.seq for one in journal.safe.backups.here()] == [2, 1]


def test_what_else_lies_in_the_folder_is_no_copy_and_stays(journal):
    a_family(journal)
    folder = journal.safe.backups.make().path.parent
    for name in ("letter.hj", "00000009-99999999T999999Z.hj", "00000003-20260310T203000Z.txt"):
        (folder / name).write_text("mine", encoding="utf-8")
    (folder / "00000004-20260310T203000Z.hj").mkdir()
    assert [one.seq for one in journal.safe.backups.here()] == [1]
    assert journal.safe.backups.make().seq == 2


def test_a_copy_with_the_highest_number_of_eight_digits_is_followed_by_the_next(journal):
    a_family(journal)
    first = journal.safe.backups.make()
    first.path.rename(first.path.with_name("99999999-20260310T203000Z.hj"))
    assert [journal.safe.backups.make().seq for _ in range(2)] == [100_000_000, 100_000_001]
    assert not journal.safe.backups.is_due(NOW)


def test_a_photo_that_is_added_while_the_copy_is_made_is_in_it(journal):
    a_family(journal)
    made, photo = [], b"%PDF-1.7 added meanwhile"

    def add_a_photo():
        if not made:
            made.append(journal.media.put(KeptFile(photo, PDF), "letter.pdf", uuid4()))

    copy = journal.safe.backups.make(add_a_photo)
    assert (copy.path.parent / "media" / made[0].sha256).read_bytes() == photo


def test_before_a_step_nothing_is_made_twice(journal):
    a_family(journal)
    backups = journal.safe.backups
    first = backups.before("import")
    assert backups.before("merge") == first
    journal.records.save(child(name="Lin"))
    assert backups.changed
    assert backups.before("merge").seq == 2
    assert not backups.changed


def test_a_new_session_makes_its_own_copy_before_a_step(journal, journals):
    a_family(journal)
    journal.safe.backups.make()
    journal.close()
    assert journals.again().safe.backups.before("import").seq == 2


def test_a_copy_is_due_where_none_is_there_or_the_newest_is_a_day_old_or_from_the_future(
    journal, journals
):
    a_family(journal)
    backups = journal.safe.backups
    assert backups.is_due(NOW)
    backups.make_if_due(go_on)
    backups.make_if_due(go_on)
    assert len(backups.here()) == 1
    assert not backups.is_due(NOW + OLD)
    assert backups.is_due(NOW + OLD + timedelta(seconds=1))
    assert backups.is_due(NOW - OLD - timedelta(seconds=1))
    journal.records.save(child(name="Lin"))
    backups.make_if_due(go_on)  # something was written since
    assert len(backups.here()) == 2


def test_at_closing_a_copy_is_made_only_of_what_was_written_in_a_journal_with_a_child(
    journal, journals
):
    journal.safe.backups.at_closing()
    journal.drafts.keep("a note", "not yet saved")
    journal.safe.backups.at_closing()
    assert journal.safe.backups.here() == []
    a_family(journal)
    journal.safe.backups.at_closing()
    journal.safe.backups.at_closing()
    assert len(journal.safe.backups.here()) == 1
    reading = journals.again(write=False)
    reading.safe.backups.at_closing()
    assert len(reading.safe.backups.here()) == 1


def test_what_hinders_a_copy_at_closing_hinders_nothing_else(journal):
    a_family(journal)
    (journal.folder / "backups").write_text("in the way", encoding="utf-8")
    journal.safe.backups.at_closing()
    assert journal.safe.backups.here() == []


def test_a_copy_that_is_stopped_leaves_nothing_behind(journal):
    a_family(journal)
    assert journal.safe.backups.make_beside(lambda: False) is None
    assert files(journal.folder / "backups") == []
    assert journal.safe.backups.make_beside(go_on) == journal.safe.backups.here()[0]


def test_a_journal_with_changed_bytes_makes_no_copy(journals):
    journal = journals.new()
    a_family(journal)
    journal.close()
    file = journal.folder / "journal.hj"
    raw = file.read_bytes()
    file.write_bytes(raw.replace(b"reached for the cup", b"reached for the cap", 1))
    again = journals.again()
    with pytest.raises(JournalDamagedError):
        again.safe.backups.make()
    assert files(journal.folder / "backups") == []


def test_a_full_disk_is_told_and_leaves_nothing(journal, monkeypatch):
    a_family(journal)

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFullError):
        journal.safe.backups.make()
    monkeypatch.undo()
    assert files(journal.folder / "backups") == []


class TestThinning:
    def make_many(self, journal, journals, times):
        for _ in range(times):
            journals.clock.forward(minutes=10)
            journal.safe.backups.make()

    def test_old_copies_go_two_at_a_time_by_the_rule(self, journal, journals):
        a_family(journal)
        self.make_many(journal, journals, 14)
        # The first of the day stays, and the newest ten.
        assert [one.seq for one in journal.safe.backups.here()] == [*range(14, 4, -1), 1]

    def test_nothing_goes_after_a_sudden_loss(self, journal, journals):
        notes = a_family(journal)
        self.make_many(journal, journals, 11)
        before = len(journal.safe.backups.here())
        journal.records.delete(*[one.id for one in notes], *[one.practice for one in notes])
        self.make_many(journal, journals, 1)
        assert len(journal.safe.backups.here()) == before + 1

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

        monkeypatch.setattr("homejournal.storage.backup_folder.BackupFolder.drop", refuse)
        self.make_many(journal, journals, 1)
        assert len(journal.safe.backups.here()) == 12

    def test_older_ones_go_all_at_once_only_where_that_is_asked_for(self, journal, journals):
        a_family(journal)
        self.make_many(journal, journals, 3)
        newest = journal.safe.backups.here()[0]
        media = journal.folder / "backups" / "media"
        media.mkdir()
        (media / ("a" * 64)).write_bytes(b"a picture that was deleted for good")
        assert journal.safe.backups.drop_older_than(newest) == 2
        assert journal.safe.backups.here() == [newest]
        assert files(media) == []


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


def test_an_encrypted_journal_has_encrypted_copies_with_their_keys(journals, tmp_path):
    journal = create_journal(tmp_path / "locked", clock=journals.clock, device=DEVICE, key=KEY)
    journals.opened.append(journal)
    a_family(journal)
    (journal.folder / "keys.json").write_text("{}", encoding="ascii")
    made = journal.safe.backups.make()
    assert b"reached for the cup" not in made.path.read_bytes()
    keys = made.path.with_suffix(".keys.json")
    assert keys.read_text(encoding="ascii") == "{}"
    assert keys.stat().st_mode & 0o777 == 0o600
    assert len(gather(made.path, KEY).revisions) == journal.files.check().revisions
    journals.clock.forward(days=1)
    newest = journal.safe.backups.make()
    journal.safe.backups.drop_older_than(newest)
    both = {newest.path.with_suffix(".keys.json").name, newest.path.name}
    assert set(files(made.path.parent)) == both
    assert journal.safe.backups.make_beside(lambda: False) is None
    assert set(files(made.path.parent)) == both


class TestSecondPlace:
    @pytest.fixture
    def stick(self, tmp_path):
        path = tmp_path / "stick"
        path.mkdir()
        return path

    def test_a_copy_arrives_byte_by_byte_with_its_pictures(self, journal, stick):
        a_family(journal)
        (journal.folder / "media").mkdir()
        (journal.folder / "media" / ("a" * 64)).write_bytes(b"picture")
        made = journal.safe.backups.make()
        place = journal.safe.backups.second_place(stick)
        place.begin()
        taken = place.take(made)
        assert place.copies() == [taken]
        assert taken.path.read_bytes() == made.path.read_bytes()
        assert (taken.path.parent / "media" / ("a" * 64)).read_bytes() == b"picture"
        assert taken.path.parent.parent == stick

    def test_other_journals_there_are_never_touched(self, journal, journals, stick):
        other = journals.new("other")
        a_family(other)
        theirs = other.safe.backups.second_place(stick)
        theirs.begin()
        theirs.take(other.safe.backups.make())
        (stick / "holiday.txt").write_text("mine", encoding="utf-8")
        a_family(journal)
        place = journal.safe.backups.second_place(stick)
        place.begin()
        for _ in range(14):
            journals.clock.forward(minutes=5)
            place.take(journal.safe.backups.make())
        assert len(theirs.copies()) == 1
        assert len(place.copies()) == 11
        assert (stick / "holiday.txt").read_text(encoding="utf-8") == "mine"

    def test_a_stick_that_is_not_there_is_no_fault_until_somebody_copies(self, journal, stick):
        a_family(journal)
        made = journal.safe.backups.make()
        place = journal.safe.backups.second_place(stick)
        place.begin()
        shutil.rmtree(stick)
        stick.mkdir()  # the empty folder in which a stick appears
        assert not place.is_there
        assert place.copies() == []
        assert not place.is_due(NOW)
        place.take_if_due([made], go_on)
        assert list(stick.iterdir()) == []
        with pytest.raises(JournalMissingError):
            place.take(made)

    def test_it_is_due_once_a_day(self, journal, journals, stick):
        a_family(journal)
        made = journal.safe.backups.make()
        place = journal.safe.backups.second_place(stick)
        place.begin()
        place.take_if_due([], go_on)
        assert place.copies() == []
        place.take_if_due([made], go_on)
        place.take_if_due([made], go_on)
        assert len(place.copies()) == 1
        assert place.is_due(NOW + timedelta(days=2))

    def test_the_journals_own_folder_is_no_second_place(self, journal):
        with pytest.raises(InvalidValueError):
            journal.safe.backups.second_place(journal.folder / "backups").begin()

    def test_other_bytes_that_arrive_do_not_count(self, journal, stick, monkeypatch):
        a_family(journal)
        made = journal.safe.backups.make()
        place = journal.safe.backups.second_place(stick)
        place.begin()
        passed_on = "homejournal.storage.bringing._passed_on"
        answers = iter((b"sent", b"arrived"))
        monkeypatch.setattr(passed_on, lambda *_told: next(answers))
        with pytest.raises(JournalDamagedError):
            place.take(made)
        assert [one for one in files(stick) if one.endswith(".hj")] == []
        assert place.copies() == []

    def test_an_arrived_copy_that_does_not_tell_what_it_holds_stops_all_deleting(
        self, journal, stick, monkeypatch
    ):
        a_family(journal)
        place = journal.safe.backups.second_place(stick)
        place.begin()
        made = journal.safe.backups.make()
        for _ in range(11):
            place.take(made)
        monkeypatch.setattr("homejournal.storage.backing_up.records_of", lambda *_told: None)
        place.take(made)
        assert len(place.copies()) == 12

    def test_stopped_halfway_nothing_lies_there(self, journal, stick):
        a_family(journal)
        made = journal.safe.backups.make()
        place = journal.safe.backups.second_place(stick)
        place.begin()
        assert place.take_beside(made, lambda: False) is None
        assert place.copies() == []
        assert [one for one in stick.rglob("*") if one.is_file()] == []

    def test_keys_go_along(self, journals, tmp_path, stick):
        journal = create_journal(tmp_path / "locked", clock=journals.clock, device=DEVICE, key=KEY)
        journals.opened.append(journal)
        a_family(journal)
        (journal.folder / "keys.json").write_text("{}", encoding="ascii")
        place = journal.safe.backups.second_place(stick)
        place.begin()
        taken = place.take(journal.safe.backups.make())
        assert taken.path.with_suffix(".keys.json").read_text(encoding="ascii") == "{}"
        assert b"SQLite format 3" not in taken.path.read_bytes()


def test_copies_are_found_without_a_journal(journal, tmp_path):
    assert not has_copies(tmp_path / "nowhere")
    a_family(journal)
    made = journal.safe.backups.make()
    journal.close()
    (journal.folder / "journal.hj").unlink()
    assert has_copies(journal.folder)
    assert copies_in(journal.folder) == [made]


def test_a_copy_is_made_however_fast_saves_come(journal, monkeypatch):
    notes = a_family(journal)
    written = []

    def goes_on():
        fresh = child(name=f"Child {len(written)}")
        journal.records.save(fresh)
        written.append(fresh)
        return True

    monkeypatch.setattr("homejournal.storage.backing_up._PAGES", (4, 4, 8))
    made = journal.safe.backups.make_beside(goes_on)
    assert len(written) > 3
    assert texts_in(journal) == {one.text for one in notes}
    assert gather(made.path).whole


def test_a_damaged_page_under_the_journal_stops_the_copy(journals):
    journal = journals.new()
    a_family(journal)
    journal.close()
    spoil(journal.folder, "page", seed=3)
    try:
        again = open_journal(journal.folder, clock=journals.clock, device=DEVICE)
    except JournalDamagedError:
        return
    journals.opened.append(again)
    with pytest.raises(JournalDamagedError):
        again.safe.backups.make()


def test_closing_once_more_copies_nothing(journal):
    a_family(journal)
    journal.safe.backups.at_closing()
    journal.close()
    journal.safe.backups.at_closing()
    journal.close()
    assert len(journal.safe.backups.here()) == 1


def test_a_locked_journal_waits_with_its_copies(journals, tmp_path):
    journal = create_journal(tmp_path / "locked", clock=journals.clock, device=DEVICE, key=KEY)
    journals.opened.append(journal)
    assert not journal.safe.can_be_copied
    a_family(journal)
    assert journal.safe.can_be_copied
    journal._store.lock_up()
    assert not journal.safe.can_be_copied
    journal.safe.backups.at_closing()
    assert copies_in(journal.folder) == []
