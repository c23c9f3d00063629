"""The password is taken away, and the sheet alone opens the journal."""

from dataclasses import replace
from datetime import timedelta

import pytest

from homejournal.domain.errors import PasswordNeededError
from homejournal.domain.safe.passwords import groups_of
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.safe.unlocking import key_by_sheet
from homejournal.storage.keys.keys_file import read_keys, write_keys
from tests.journals import planned
from tests.services.passwords import all_is_there, family, opened, set_password, take_password_away
from tests.services.photos import change_a_bit

__all__ = ["family"]


class TestOff:
    def test_the_journal_is_plain_again_and_so_are_its_pictures(self, family):
        journal, *written = family
        set_password(journal)
        take_password_away(journal)
        assert not journal.safe.password.is_set
        all_is_there(journal, *written)
        journal.close()
        assert not (journal.folder / "keys.json").exists()
        assert not list((journal.folder / "media").glob("*.sealed"))
        again = opened(journal.folder)
        all_is_there(again, *written)
        again.close()

    def test_without_any_pictures(self, journal):
        planned(journal)
        set_password(journal)
        take_password_away(journal)
        assert not journal.safe.password.is_set

    def test_a_picture_that_was_lost_does_not_hinder(self, family):
        journal, *_written = family
        set_password(journal)
        for path in (journal.folder / "media").iterdir():
            path.unlink()
        take_password_away(journal)
        assert not journal.safe.password.is_set

    def test_a_picture_that_is_being_added_is_there_still(self, family):
        journal, _, what, _ = family
        set_password(journal)
        added = journal.media.put(KeptFile(b"%PDF-1.7 new", PDF), "new.pdf", what.id)
        take_password_away(journal)
        journal.media.add(added)
        assert journal.media.read(added) == b"%PDF-1.7 new"

    def test_a_picture_that_is_damaged_comes_back_from_beside_the_copies(self, family):
        journal, *written = family
        set_password(journal)
        journal.safe.backups.make()
        (sealed,) = (journal.folder / "media").iterdir()
        change_a_bit(sealed)
        take_password_away(journal)
        all_is_there(journal, *written)

    def test_what_has_no_password_cannot_lose_it(self, family):
        journal, *_written = family
        with pytest.raises(PasswordNeededError):
            take_password_away(journal)
        with pytest.raises(PasswordNeededError):
            journal.safe.password.change("another")
        with pytest.raises(PasswordNeededError):
            journal.safe.password.lock_up()

    def test_a_plain_journal_that_was_made_ready_does_not_stay(self, family):
        journal, *_written = family
        set_password(journal)
        made = journal.safe.password.prepare_off().made
        assert made.is_file()
        journal.close()
        assert not made.exists()


class TestSheet:
    def test_the_sheet_alone_opens_the_journal(self, family):
        journal, *written = family
        set_password(journal)
        letters = " ".join(groups_of(journal.safe.password.secret))
        journal.close()
        (journal.folder / "keys.json").unlink()
        again = opened(journal.folder, key_by_sheet(journal.folder, letters))
        all_is_there(again, *written)
        again.close()

    def test_after_a_year_it_is_asked_for_again(self, family):
        journal, *_written = family
        service, today = journal.safe.password, journal.today()
        assert service.sheet_checked is None
        assert not service.sheet_is_old(today)
        set_password(journal)
        assert service.sheet_checked == today
        assert not service.sheet_is_old(today + timedelta(days=364))
        assert service.sheet_is_old(today + timedelta(days=365))
        journal._session.clock.forward(days=400)
        service.sheet_was_checked()
        assert not service.sheet_is_old(today + timedelta(days=400))

    @pytest.mark.parametrize("days", [1, 2, 400, 400_000])
    def test_a_day_to_come_is_none_on_which_it_was_looked_for(self, family, days):
        journal, *_written = family
        service, today = journal.safe.password, journal.today()
        set_password(journal)
        told = replace(
            read_keys(journal.folder / "keys.json"), sheet_checked=today + timedelta(days)
        )
        write_keys(journal.folder / "keys.json", told)
        assert service.sheet_checked is None
        assert service.sheet_is_old(today)
        service.sheet_was_checked()
        assert service.sheet_checked == today
        assert not service.sheet_is_old(today)

    def test_a_plain_journal_has_none(self, family):
        with pytest.raises(PasswordNeededError):
            _secret = family[0].safe.password.secret
