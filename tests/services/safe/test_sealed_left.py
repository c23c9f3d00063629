"""What lies sealed when the password is taken away goes, whatever ends the program on the way."""

import os
import shutil
from pathlib import Path

import pytest

from homejournal.domain.errors import JournalError
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.safe.unlocking import key_by_password, needs_key
from tests.killed import killed_at
from tests.services.passwords import (
    HANDOUT,
    TYPED,
    family,
    opened,
    set_password,
    take_password_away,
)

__all__ = ["family"]
LATE = KeptFile(b"%PDF-1.7 that comes another day", PDF)


def start(folder):
    """Open the journal as the window does."""
    journal = opened(folder, key_by_password(folder, TYPED) if needs_key(folder) else None)
    if journal.safe.is_encrypted:
        journal.safe.password.tidy()
    elif journal.safe.keys_are_left:
        journal.safe.password.forget_left_keys()
    return journal


def take_away(folder):
    journal = start(folder)
    take_password_away(journal)
    journal.close()


def lying(folder):
    return sorted(path.name for path in (folder / "media").iterdir())


@pytest.fixture(params=["all came", "one is to come"])
def left(family, request):
    """A journal with a password and two hand-outs, of which one may not have come yet.

    The program was killed while a third waited for its record.
    """
    journal, _, what, _ = family
    set_password(journal)
    late = journal.media.put(LATE, "late.pdf", what.id)
    journal.media.add(late)
    if request.param != "all came":
        journal._store.own_media().path(late.sha256).unlink()
    journal.media.put(KeptFile(b"%PDF-1.7 that nothing names", PDF), "loose.pdf", what.id)
    kept = journal.folder.with_name("kept")
    shutil.copytree(journal.folder, kept)
    journal.close()
    return journal.folder, kept, what, 2 if request.param == "all came" else 1


def test_at_whatever_step_the_program_ends(left, every):
    folder, kept, what, number = left
    step, killed = 1 - every, True
    while killed:
        step += every
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
        killed = killed_at(step, lambda: take_away(folder))
        for _ in range(2):
            journal = start(folder)
            encrypted = journal.safe.is_encrypted
            named = {one.name: one for one in journal.media.of_strategies([what.id])[what.id]}
            assert journal.media.read(named["kumquat7391.pdf"]) == HANDOUT.data
            assert len(named) == 2
            journal.close()
        names = lying(folder)
        assert len(names) == number
        assert all(name.endswith(".sealed") == encrypted for name in names)
        start(folder).close()
        assert (folder / "keys.json").exists() == encrypted
    assert step > 3


def test_what_has_not_come_yet_hinders_nothing(family):
    journal, _, what, _ = family
    set_password(journal)
    late = journal.media.put(LATE, "late.pdf", what.id)
    journal.media.add(late)
    journal._store.own_media().path(late.sha256).unlink()
    take_password_away(journal)
    assert len(lying(journal.folder)) == 1
    assert not journal.safe.keys_are_left
    journal._store.own_media().put(LATE.data)
    assert journal.media.read(late) == LATE.data


def test_the_keys_stay_while_something_sealed_cannot_go(family, monkeypatch):
    journal, *_ = family
    set_password(journal)

    unlink = Path.unlink

    def refuse(path, **how):
        if path.suffix == ".sealed":
            raise PermissionError
        unlink(path, **how)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        with pytest.raises(JournalError):
            take_password_away(journal)
    assert journal.safe.keys_are_left
    journal.close()
    assert not [name for name in lying(journal.folder) if name.endswith(".sealed")]
    again = start(journal.folder)
    assert not again.safe.keys_are_left
    again.close()
    assert not [name for name in lying(journal.folder) if name.endswith(".sealed")]


def test_where_no_list_can_be_written_it_goes_all_the_same(family, monkeypatch):
    journal, *_ = family
    set_password(journal)

    opening = os.open

    def refuse(path, *how, **more):
        if Path(path).name.startswith("media-"):
            raise PermissionError
        return opening(path, *how, **more)

    with monkeypatch.context() as patched:
        patched.setattr("homejournal.storage.media.media_folder.os.open", refuse)
        take_password_away(journal)
    assert len(lying(journal.folder)) == 1
    journal.close()
    assert not list(journal.folder.glob("media-*"))
