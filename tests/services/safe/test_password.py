"""A password for the journal: set, changed, locked, unlocked; no word is left in any file."""

import gc
from pathlib import Path

import pytest

from homejournal.domain.errors import (
    JournalDamagedError,
    JournalReadOnlyError,
    KeysDamagedError,
    PasswordNeededError,
    StaleChangeError,
)
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.import_export import WholeFile
from homejournal.services.safe.password import Password
from homejournal.services.safe.unlocking import key_by_password, needs_key
from homejournal.storage.file.backup_folder import keys_of
from homejournal.storage.keys import encrypting
from homejournal.storage.keys.key_copies import KeyCopies
from homejournal.storage.keys.keys_file import read_keys
from homejournal.texts.wording import wording_of
from tests.journals import note
from tests.services.passwords import (
    TYPED,
    WORD,
    all_is_there,
    family,
    holding,
    opened,
    set_password,
    take_password_away,
)

__all__ = ["family"]

COSTS_OF_A_TRY = Password.costs  # before the tests replace it


class TestOn:
    def test_the_open_journal_goes_on_encrypted(self, family):
        journal, *written = family
        assert not journal.safe.password.is_set
        set_password(journal)
        assert journal.safe.password.is_set
        all_is_there(journal, *written)
        journal.records.save(note(written[0], "and on it goes"))

    @pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="asks Linux what is open")
    def test_the_file_is_closed_as_another_takes_its_place(self, family, monkeypatch):
        """Windows replaces no file that is open."""
        journal, *_written = family
        put, opened_then = encrypting.put_rekeyed_in_place, []

        def looked_at(folder, made):
            at = [link.resolve() for link in Path("/proc/self/fd").iterdir()]
            opened_then.extend({folder.journal.resolve(), made.resolve()}.intersection(at))
            put(folder, made)

        monkeypatch.setattr(encrypting, "put_rekeyed_in_place", looked_at)
        set_password(journal)
        assert journal.safe.is_encrypted
        assert opened_then == []

    def test_trying_a_password_takes_long(self, family, monkeypatch):
        journal, *_written = family
        monkeypatch.setattr(Password, "costs", COSTS_OF_A_TRY)
        set_password(journal)
        costs = read_keys(journal.folder / "keys.json").password.costs
        assert costs.memory >= 64 * 1024
        assert costs.passes >= 3
        assert key_by_password(journal.folder, TYPED)

    def test_no_word_of_the_family_is_left_in_any_file(self, family):
        journal, *_written = family
        assert holding(journal.folder)
        set_password(journal)
        journal.drafts.keep("note:2", f"another {WORD}")
        assert holding(journal.folder) == []
        journal.close()
        assert holding(journal.folder) == []

    def test_every_file_is_for_this_person_alone(self, family):
        journal, *_written = family
        set_password(journal)
        for path in journal.folder.rglob("*"):
            assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path

    def test_the_password_opens_it_the_next_time(self, family):
        journal, *written = family
        set_password(journal)
        journal.close()
        assert needs_key(journal.folder)
        with pytest.raises(PasswordNeededError):
            opened(journal.folder)
        again = opened(journal.folder, key_by_password(journal.folder, TYPED))
        all_is_there(again, *written)
        again.close()

    def test_a_copy_is_made_before(self, family):
        journal, *_written = family
        set_password(journal)
        assert len(journal.safe.backups.here()) == 1

    def test_what_is_written_meanwhile_is_not_lost(self, family):
        journal, of, *_rest = family
        service = journal.safe.password
        turned = service.prepare_on(service.new_key(), TYPED)
        journal.records.save(note(of, "meanwhile"))
        with pytest.raises(StaleChangeError):
            service.finish(turned)
        assert not service.is_set
        assert not turned.made.exists()
        journal.records.save(note(of, "and after"))

    def test_a_damaged_journal_stays_as_it_is(self, family):
        journal, *_written = family
        journal._store.bare.execute("DELETE FROM practice")
        with pytest.raises(JournalDamagedError):
            set_password(journal)
        assert not journal.safe.password.is_set
        assert not list(journal.folder.glob("*.turned*"))

    def test_rows_that_do_not_arrive_are_noticed(self, family, monkeypatch):
        journal, *_written = family
        monkeypatch.setattr("homejournal.storage.keys.encrypting._HEADS", ())
        monkeypatch.setattr(
            "homejournal.storage.keys.encrypting._count", lambda _copy, where, _name: where
        )
        with pytest.raises(JournalDamagedError):
            set_password(journal)
        assert not list(journal.folder.glob("*.turned*"))

    def test_a_reader_cannot(self, journals, family):
        reader = journals.again(write=False)
        for act in (set_password, take_password_away):
            with pytest.raises(JournalReadOnlyError):
                act(reader)
        with pytest.raises(JournalReadOnlyError):
            reader.safe.password.change("another")
        reader.safe.password.tidy()

    def test_a_disk_that_refuses_the_last_step_leaves_the_plain_journal(self, family, monkeypatch):
        journal, *written = family
        service = journal.safe.password
        turned = service.prepare_on(service.new_key(), TYPED)

        def refused(*_paths):
            raise PermissionError(13, "Permission denied")

        with monkeypatch.context() as patched:
            patched.setattr("homejournal.storage.keys.encrypting.put_in_place", refused)
            with pytest.raises(JournalReadOnlyError):
                service.finish(turned)
        assert not service.is_set
        all_is_there(journal, *written)


class TestChange:
    def test_the_new_password_opens_and_the_old_does_not(self, family):
        journal, *_written = family
        set_password(journal)
        service = journal.safe.password
        service.change("another")
        assert service.is_right("another")
        assert not service.is_right(TYPED)

    def test_keys_that_are_lost_while_it_is_open_are_made_again(self, family):
        journal, *written = family
        set_password(journal)
        (journal.folder / "keys.json").unlink()
        with pytest.raises(KeysDamagedError):
            journal.safe.password.is_right(TYPED)
        journal.safe.password.change("another")
        journal.close()
        again = opened(journal.folder, key_by_password(journal.folder, "another"))
        all_is_there(again, *written)
        again.close()

    def test_the_copy_on_this_computer_follows_and_goes(self, family, tmp_path):
        journal, *_written = family
        service = journal.safe.password
        service.copies = KeyCopies(tmp_path / "keys")
        set_password(journal)
        service.change("another")
        (copy,) = (tmp_path / "keys").iterdir()
        assert copy.read_bytes() == (journal.folder / "keys.json").read_bytes()
        take_password_away(journal)
        assert not copy.exists()


class TestLock:
    def test_locked_nothing_is_told_and_unlocked_it_goes_on(self, family):
        journal, *written = family
        set_password(journal)
        before = journal._store.changes
        journal.safe.password.lock_up()
        assert journal.safe.password.is_locked
        assert journal.safe.password.is_set
        assert journal._store.changes == before
        for ask in (journal.drafts.kept, journal.files.check, journal._store.meta):
            with pytest.raises(PasswordNeededError):
                ask()
        with pytest.raises(PasswordNeededError):
            journal.records.save(note(written[0], "nowhere"))
        journal.safe.password.unlock(key_by_password(journal.folder, TYPED))
        assert not journal.safe.password.is_locked
        all_is_there(journal, *written)

    def test_no_part_of_it_keeps_the_key(self, family):
        journal, *_written = family
        set_password(journal)
        key, repair = journal._store.key, journal.safe.repair
        assert repair._keys.own == key
        del repair
        journal.safe.password.lock_up()
        kept = {id(referrer) for referrer in gc.get_referrers(key)}
        assert id(journal._store.__dict__) not in kept
        assert journal.safe.repair._keys.own is None

    def test_a_locked_journal_closes(self, family):
        journal, *_written = family
        set_password(journal)
        journal.safe.password.lock_up()
        journal.close()
        key_by_password(journal.folder, TYPED)


def test_what_leaves_never_shows_a_key_where_it_is_told_as_text(family, tmp_path):
    journal = family[0]
    set_password(journal)
    key = journal._store.key
    shared = journal.safe.sharing.begin(Audience.OWN, tmp_path, tmp_path / "settings")
    told = (
        journal.safe.pack_files.wish(Audience.OWN),
        journal.safe.sharing.wish(shared, tmp_path / "settings"),
        journal.safe.sharing.invitation(shared, tmp_path / "settings"),
        journal.files.wish(WholeFile.JSON, wording_of("en")),
    )
    assert not [one for one in map(repr, told) if repr(key) in one or repr(shared.key) in one]


def test_copies_open_with_the_new_password_and_no_more_with_the_one_before(family):
    journal = family[0]
    set_password(journal)
    made = keys_of(journal.safe.backups.make().path)
    before = made.read_bytes()
    (stranger := made.with_name("other.keys.json")).write_text("{}")
    journal.safe.password.change("a word of another kind")
    assert stranger.read_text() == "{}"
    assert made.read_bytes() == (journal.folder / "keys.json").read_bytes() != before
