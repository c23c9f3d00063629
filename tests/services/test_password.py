"""A journal gets a password, another one, and none: what is written, and what opens it then."""

import gc
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from homejournal.domain.errors import (
    JournalDamagedError,
    JournalReadOnlyError,
    KeysDamagedError,
    PasswordNeededError,
    StaleChangeError,
)
from homejournal.domain.recovery_letters import groups_of
from homejournal.domain.sharing import Audience
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.leaving_whole import WholeFile
from homejournal.services.opening import open_journal
from homejournal.services.password import Password
from homejournal.services.unlocking import key_by_password, key_by_sheet, needs_key
from homejournal.storage.backup_folder import keys_of
from homejournal.storage.key_copies import KeyCopies
from homejournal.storage.key_slots import Costs
from homejournal.texts.wording import wording_of
from tests.journals import DEVICE, Clock, note, planned, practice, practices_on
from tests.killed import killed_at

WORD = "kumquat7391"
TYPED = "four words are easy"
HANDOUT = KeptFile(f"%PDF-1.7 {WORD}".encode(), PDF)


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(Password, "costs", Costs(memory=64, passes=1, lanes=1))


@pytest.fixture
def family(journal):
    """An open, plain journal with a child, a practice, a note, a draft and a hand-out."""
    of, what = planned(journal, name=WORD)
    done = practice(what)
    journal.records.save(done, note(of, f"He ate a {WORD}", practice=done.id))
    journal.media.add(journal.media.put(HANDOUT, f"{WORD}.pdf", what.id))
    journal.drafts.keep("note:1", f"half a {WORD}")
    return journal, of, what, done


def set_password(journal, password: str = TYPED):
    service = journal.safe.password
    service.finish(service.prepare_on(service.new_key(), password))
    service.seal_media()


def take_password_away(journal):
    service = journal.safe.password
    service.finish(service.prepare_off())


def holding(folder: Path, word: str = WORD) -> list[str]:
    """Return the files below a folder in whose bytes, or in whose name, a word stands."""
    forms = [word.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [one for one in folder.rglob("*") if one.is_file() and "backups" not in one.parts]
    return [
        one.name
        for one in files
        if word in one.name or any(form in one.read_bytes() for form in forms)
    ]


def opened(folder: Path, key=None, *, write: bool = True):
    return open_journal(folder, clock=Clock(), device=DEVICE, key=key, write=write)


def all_is_there(journal, of, what, done) -> None:
    assert practices_on(journal, of) == (done,)
    (record,) = journal.media.of_strategies([what.id])[what.id]
    assert journal.media.read(record) == HANDOUT.data
    assert journal.drafts.kept()["note:1"] == f"half a {WORD}"
    assert journal.files.check().is_sound
    assert not journal.files.check().media_faults


class TestOn:
    def test_the_open_journal_goes_on_encrypted(self, family):
        journal, *written = family
        assert not journal.safe.password.is_set
        set_password(journal)
        assert journal.safe.password.is_set
        all_is_there(journal, *written)
        journal.records.save(note(written[0], "and on it goes"))

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
        for one in journal.folder.rglob("*"):
            assert one.stat().st_mode & 0o777 == (0o700 if one.is_dir() else 0o600), one

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
        monkeypatch.setattr("homejournal.storage.turning._HEADS", ())
        monkeypatch.setattr("homejournal.storage.turning._count", lambda _copy, where, _name: where)
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
            patched.setattr("homejournal.storage.turning.put_in_place", refused)
            with pytest.raises(JournalReadOnlyError):
                service.finish(turned)
        assert not service.is_set
        all_is_there(journal, *written)


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
        for one in (journal.folder / "media").iterdir():
            one.unlink()
        take_password_away(journal)
        assert not journal.safe.password.is_set

    def test_what_has_no_password_cannot_lose_it(self, family):
        journal, *_written = family
        with pytest.raises(PasswordNeededError):
            take_password_away(journal)
        with pytest.raises(PasswordNeededError):
            journal.safe.password.change("another")
        with pytest.raises(PasswordNeededError):
            journal.safe.password.lock_up()


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

    def test_a_plain_journal_has_none(self, family):
        with pytest.raises(PasswordNeededError):
            _secret = family[0].safe.password.secret


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
        assert repair._key == key
        del repair
        journal.safe.password.lock_up()
        kept = {id(one) for one in gc.get_referrers(key)}
        assert id(journal._store.__dict__) not in kept
        assert journal.safe.repair._key is None

    def test_a_locked_journal_closes(self, family):
        journal, *_written = family
        set_password(journal)
        journal.safe.password.lock_up()
        journal.close()
        key_by_password(journal.folder, TYPED)


class TestKilled:
    """Whatever step is the last one, the journal opens: with the password, or still without."""

    def test_while_it_gets_a_password(self, family):
        self._killed_at_every_step(family, set_password)

    def test_while_it_loses_its_password(self, family):
        set_password(family[0])
        self._killed_at_every_step(family, take_password_away)

    def test_while_the_password_changes(self, family):
        set_password(family[0])
        self._killed_at_every_step(family, lambda journal: journal.safe.password.change("another"))

    def _killed_at_every_step(self, family, act) -> None:
        import shutil

        journal, *written = family
        journal.close()
        kept = journal.folder.with_name("kept")
        shutil.copytree(journal.folder, kept)
        step, killed = 0, True
        while killed:
            step += 1
            shutil.rmtree(journal.folder)
            shutil.copytree(kept, journal.folder)
            killed = killed_at(step, lambda: self._done(journal.folder, act))
            self._it_opens(journal.folder, written)
        assert step > 3

    def _done(self, folder, act) -> None:
        journal = opened(folder, self._key(folder))
        act(journal)
        journal.close()

    def _key(self, folder):
        if not needs_key(folder):
            return None
        for word in (TYPED, "another"):
            with suppress(Exception):
                return key_by_password(folder, word)
        raise AssertionError("no password opens it")

    def _it_opens(self, folder, written) -> None:
        key = self._key(folder)
        again = opened(folder, key)
        again.safe.password.tidy()
        again.safe.password.forget_left_keys()
        all_is_there(again, *written)
        again.close()
        assert not list(folder.glob("*.turned*"))
        lying = [one.name for one in (folder / "media").iterdir()]
        if key is not None:
            assert holding(folder) == []
        else:
            assert not (folder / "keys.json").exists()
            assert not [name for name in lying if name.endswith(".sealed")]

    def test_keys_stay_while_a_picture_lies_sealed_only(self, family, monkeypatch):
        journal = family[0]
        set_password(journal)
        monkeypatch.setattr(Password, "_forget_keys", lambda _password: None)
        take_password_away(journal)
        monkeypatch.undo()
        assert journal.safe.keys_are_left
        folder = journal.folder / "media"
        for plain in [one for one in folder.iterdir() if not one.name.endswith(".sealed")]:
            plain.unlink()
        journal.safe.password.forget_left_keys()
        assert journal.safe.keys_are_left
        assert len(list(folder.glob("*.sealed"))) == 1


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
