"""Commands on a journal that has a password."""

import io
import os
import shutil
from uuid import uuid4

import pytest

from homejournal.cli import main as cli
from homejournal.domain.safe.passwords import groups_of
from homejournal.services.opening import create_journal
from homejournal.storage.keys.keys_file import secret_of
from tests.journals import Clock, planned

TYPED = "blanket river seven toast"


@pytest.fixture
def encrypted(tmp_path, monkeypatch):
    """The folder of a journal with a password, and its key."""
    monkeypatch.setattr("homejournal.this_computer.settings_folder", lambda: tmp_path / "settings")
    journal = create_journal(tmp_path / "journal", clock=Clock(), device=uuid4())
    planned(journal)
    service = journal.safe.password
    key = service.new_key()
    service.finish(service.prepare_on(key, TYPED))
    journal.close()
    return journal.folder, key


def checked(folder, *more):
    return cli.main(["check", str(folder), *map(str, more)])


def in_a_file(folder, words):
    file = folder.parent / "word.txt"
    file.write_text(words, encoding="utf-8")
    return "--journal-password-file", file


def test_the_password_is_read_from_a_file(encrypted, capsys):
    folder, _key = encrypted
    assert checked(folder, *in_a_file(folder, f"{TYPED}\nanother line\n")) == 0
    assert "sound" in capsys.readouterr().out


def test_the_letters_of_the_sheet_are_as_good(encrypted, capsys):
    folder, key = encrypted
    assert checked(folder, *in_a_file(folder, " ".join(groups_of(secret_of(key))).lower())) == 0
    assert "sound" in capsys.readouterr().out


@pytest.mark.parametrize("words", ["blanket", ""])
def test_a_wrong_password_is_told(encrypted, capsys, words):
    folder, _key = encrypted
    assert checked(folder, *in_a_file(folder, words)) == 1
    assert "not the password of this journal" in capsys.readouterr().err


def test_a_slip_in_the_letters_of_the_sheet_is_named_by_its_group(encrypted, capsys):
    folder, key = encrypted
    groups = list(groups_of(secret_of(key)))
    groups[2] = groups[2][:-1] + ("A" if groups[2][-1] != "A" else "B")
    assert checked(folder, *in_a_file(folder, " ".join(groups))) == 1
    assert "Group 3 is not as it is printed." in capsys.readouterr().err


def test_without_anybody_to_ask_it_says_how(encrypted, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert checked(encrypted[0]) == 2
    assert "--journal-password-file" in capsys.readouterr().err


def test_somebody_at_the_keyboard_is_asked(encrypted, capsys, monkeypatch):
    asked = []

    def answer(words):
        asked.append(words)
        return TYPED

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", answer)
    assert checked(encrypted[0]) == 0
    assert asked == ["Password of the journal: "]
    assert TYPED not in capsys.readouterr().out


def test_it_can_come_from_the_input(encrypted, monkeypatch):
    class Input(io.StringIO):
        buffer = io.BytesIO(TYPED.encode())

    monkeypatch.setattr("sys.stdin", Input())
    assert checked(encrypted[0], "--journal-password-file", "-") == 0


def test_a_file_that_is_not_there_is_told(encrypted, capsys):
    assert checked(encrypted[0], "--journal-password-file", "/nowhere/at/all") == 2
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "backups"])
def test_a_file_that_is_not_there_is_told_also_where_none_is_needed(tmp_path, capsys, command):
    create_journal(tmp_path / "plain", clock=Clock(), device=uuid4()).close()
    named = ("--journal-password-file", "/nowhere/at/all")
    assert cli.main([command, str(tmp_path / "plain"), *named]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_a_journal_without_a_password_asks_for_none(tmp_path, capsys):
    create_journal(tmp_path / "plain", clock=Clock(), device=uuid4()).close()
    assert checked(tmp_path / "plain") == 0
    assert "sound" in capsys.readouterr().out


@pytest.mark.parametrize("copies", [True, False])
def test_noise_instead_of_the_journal_is_told_with_the_way_to_its_repair(encrypted, capsys, copies):
    folder, key = encrypted
    if copies:
        assert cli.main(["backup", str(folder), *map(str, in_a_file(folder, TYPED))]) == 0
    else:
        shutil.rmtree(folder / "backups")
    file = folder / "journal.hj"
    file.write_bytes(os.urandom(file.stat().st_size))
    for typed in (TYPED, " ".join(groups_of(secret_of(key)))):
        capsys.readouterr()
        assert checked(folder, *in_a_file(folder, typed)) == 1
        told = capsys.readouterr().err
        assert ("This opens the copies in" in told) == copies
        assert "“repair --preview”" in told


def test_zeros_instead_of_the_journal_are_a_damage(encrypted, capsys):
    folder, _key = encrypted
    file = folder / "journal.hj"
    file.write_bytes(bytes(file.stat().st_size))
    assert checked(folder, *in_a_file(folder, TYPED)) == 1
    assert "The journal is damaged" in capsys.readouterr().err


def test_the_plain_copies_of_a_plain_journal_that_is_noise_come_by_the_repair(cli, example):
    assert cli("backup", example).code == 0
    file = example / "journal.hj"
    file.write_bytes(os.urandom(file.stat().st_size))
    assert cli("repair", example).code == 0
    assert cli("check", example).code == 0
