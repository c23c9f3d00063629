"""A second place for copies: a stick or another disk, that need not be there."""

import hashlib
import os
import shutil
from datetime import timedelta

import pytest

from homejournal.domain.errors import (
    DiskError,
    InvalidValueError,
    JournalMissingError,
    NoPasswordError,
    PasswordNeededError,
)
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.opening import create_journal
from homejournal.storage.file.backup_folder import keys_of
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.media.media_folder import MediaFolder
from tests.golden.make import KEY
from tests.journals import DEVICE, NOW
from tests.locked import lay_keys
from tests.services.copied import a_family, files, go_on
from tests.services.passwords import (
    HANDOUT,
    TYPED,
    WORD,
    holding,
    set_password,
    take_password_away,
    words_and_a_hand_out,
)


def name_of(kept):
    """Return the name under which a file lies in a plain journal."""
    return hashlib.sha256(kept.data).hexdigest()


def test_a_place_that_is_gone_is_told_before_a_password_that_is_missing(journal, stick):
    a_family(journal)
    made = journal.safe.backups.make()
    with pytest.raises(JournalMissingError):
        journal.safe.backups.second_place(stick).take(made)


class TestItIsAlwaysEncrypted:
    def test_a_journal_without_a_password_has_no_second_place(self, journal, stick):
        words_and_a_hand_out(journal)
        place = journal.safe.backups.second_place(stick)
        with pytest.raises(NoPasswordError):
            place.begin()
        assert list(stick.iterdir()) == []

    def test_nothing_goes_to_one_from_before_its_password_was_taken_away(self, journal, stick):
        words_and_a_hand_out(journal)
        set_password(journal)
        place = journal.safe.backups.second_place(stick)
        place.begin()
        take_password_away(journal)
        made = journal.safe.backups.make()
        with pytest.raises(NoPasswordError):
            place.take(made)
        with pytest.raises(NoPasswordError):
            place.take_if_due([made], go_on)
        assert files(place.folder.path) == []

    def test_a_copy_from_before_the_password_does_not_go_there(self, journal, stick):
        words_and_a_hand_out(journal)
        before = journal.safe.backups.make()
        set_password(journal)
        place = journal.safe.backups.second_place(stick)
        place.begin()
        with pytest.raises(NoPasswordError):
            place.take(before)
        assert [path for path in stick.rglob("*") if path.is_file()] == []

    def test_so_a_new_one_is_made_for_it_by_itself(self, journal, stick):
        words_and_a_hand_out(journal)
        backups = journal.safe.backups
        backups.make()
        set_password(journal)
        place = backups.second_place(stick)
        place.begin()
        backups.make_if_due(go_on)
        place.take_if_due(backups.here(), go_on)
        assert len(place.copies()) == 1
        assert holding(stick, WORD) == []

    def test_words_and_pictures_are_in_no_byte_that_lies_there(self, journal, stick):
        words_and_a_hand_out(journal)
        set_password(journal)
        place = journal.safe.backups.second_place(stick)
        place.begin()
        place.take(journal.safe.backups.make())
        assert len([path for path in stick.rglob("*") if path.is_file()]) == 3
        assert holding(stick, WORD) == []
        assert not any(name_of(HANDOUT) in path.name for path in stick.rglob("*"))

    def test_a_locked_journal_waits_for_its_password(self, journal, stick):
        words_and_a_hand_out(journal)
        set_password(journal)
        made = journal.safe.backups.make()
        place = journal.safe.backups.second_place(stick)
        place.begin()
        journal.safe.password.lock_up()
        with pytest.raises(PasswordNeededError):
            place.take(made)


class TestSecondPlace:
    @pytest.fixture
    def journal(self, journal):
        set_password(journal)
        return journal

    def test_a_copy_arrives_byte_by_byte_with_its_pictures(self, journal, stick):
        a_family(journal)
        strategy = next(iter(journal.family().strategies))
        kept = journal.media.put(KeptFile(b"%PDF- cup", PDF), "cup.pdf", strategy)
        journal.media.add(kept)
        made = journal.safe.backups.make()
        place = journal.safe.backups.second_place(stick)
        place.begin()
        taken = place.take(made)
        assert place.copies() == [taken]
        assert taken.path.read_bytes() == made.path.read_bytes()
        there = MediaFolder(JournalFolder(taken.path.parent), journal._store.key)
        assert there.get(kept.sha256) == b"%PDF- cup"
        assert taken.path.parent.parent == stick

    def test_other_journals_there_are_never_touched(self, journal, journals, stick):
        other = journals.new("other")
        a_family(other)
        set_password(other)
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
        os.utime(stick, (0, 0))
        with pytest.raises(JournalMissingError):
            place.take(made)
        assert stick.stat().st_mtime == 0  # not even for a moment was a folder there

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
        passed_on = "homejournal.storage.file.backup_folder._passed_on"
        answers = iter((b"sent", b"arrived"))
        monkeypatch.setattr(passed_on, lambda *_told: next(answers))
        with pytest.raises(DiskError):
            place.take(made)
        assert [file for file in files(stick) if file.endswith(".hj")] == []
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
        monkeypatch.setattr(
            "homejournal.storage.journal.verified_copies.records_of", lambda *_told: None
        )
        place.take(made)
        assert len(place.copies()) == 12

    def test_stopped_halfway_nothing_lies_there(self, journal, stick):
        a_family(journal)
        made = journal.safe.backups.make()
        place = journal.safe.backups.second_place(stick)
        place.begin()
        assert place.take_beside(made, lambda: False) is None
        assert place.copies() == []
        assert [path for path in stick.rglob("*") if path.is_file()] == []

    def test_keys_go_along(self, journals, tmp_path, stick):
        journal = create_journal(tmp_path / "locked", clock=journals.clock, device=DEVICE, key=KEY)
        journals.opened.append(journal)
        a_family(journal)
        lay_keys(journal, KEY, TYPED)
        place = journal.safe.backups.second_place(stick)
        place.begin()
        taken = place.take(journal.safe.backups.make())
        assert keys_of(taken.path).read_bytes() == (journal.folder / "keys.json").read_bytes()
        assert b"SQLite format 3" not in taken.path.read_bytes()
