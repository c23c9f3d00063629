"""A program that is killed while the password changes leaves a journal that opens."""

from contextlib import suppress

from homejournal.services.safe.password import Password
from homejournal.services.safe.unlocking import key_by_password, needs_key
from tests.killed import killed_at
from tests.services.passwords import (
    TYPED,
    all_is_there,
    family,
    holding,
    opened,
    set_password,
    take_password_away,
)

__all__ = ["family"]


class TestKilled:
    """Whatever step is the last one, the journal opens: with the password, or still without."""

    def test_while_it_gets_a_password(self, family, every):
        self._killed_at_its_steps(family, every, set_password)

    def test_while_it_loses_its_password(self, family, every):
        set_password(family[0])
        self._killed_at_its_steps(family, every, take_password_away)

    def test_while_the_password_changes(self, family, every):
        set_password(family[0])
        self._killed_at_its_steps(
            family, every, lambda journal: journal.safe.password.change("another")
        )

    def _killed_at_its_steps(self, family, every, act) -> None:
        import shutil

        journal, *written = family
        journal.close()
        kept = journal.folder.with_name("kept")
        shutil.copytree(journal.folder, kept)
        step, killed = 1 - every, True
        while killed:
            step += every
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
        lying = [path.name for path in (folder / "media").iterdir()]
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
        for plain in [path for path in folder.iterdir() if not path.name.endswith(".sealed")]:
            plain.unlink()
        journal.safe.password.forget_left_keys()
        assert journal.safe.keys_are_left
        assert len(list(folder.glob("*.sealed"))) == 1
