"""Sharing on the command line: two computers, each with settings of its own."""

import hashlib
import json
import shutil
from contextlib import closing
from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.services.opening import open_journal
from homejournal.this_computer import device_id
from tests.journals import Clock

WORDS = "apple lamp meadow seven\n"


@pytest.fixture
def computer(monkeypatch, tmp_path):
    """Go to a computer by its name: its settings folder is another one."""

    def go(name: str):
        for variable in ("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA", "HOME"):
            monkeypatch.setenv(variable, str(tmp_path / f"settings of {name}"))

    go("laptop")
    return go


@pytest.fixture
def words(tmp_path):
    file = tmp_path / "words.txt"
    file.write_text(WORDS)
    return file


def status(cli, journal):
    return json.loads(cli("share", "status", journal).out)


def test_a_journal_goes_to_a_second_computer_and_both_stay_in_step(
    cli, example, computer, words, tmp_path
):
    folder, pack, desk = tmp_path / "cloud", tmp_path / "for the desk.hjpack", tmp_path / "desk"
    folder.mkdir()
    sharing = cli("share", "begin", example, folder, "--for", "own").out.strip()
    assert status(cli, example)["sharings"] == [
        {"id": sharing, "for": "own", "folder": str(folder), "is_there": True}
    ]
    given = ("share", "export", example, "--for", "own", "--words-file", words, "--out", pack)
    assert cli(*given, "--invite", sharing, "--without-pictures").code == 0
    computer("desk")
    assert cli("new", desk).code == 0
    told = cli("share", "show", desk, pack, "--words-file", words)
    assert told.code == 0
    assert "New: " in told.out
    joined = cli("share", "import", desk, pack, "--words-file", words, "--folder", folder)
    assert (joined.code, joined.out) == (0, told.out), joined.err
    assert "Sharing goes both ways" in joined.out
    assert "Nothing is written here yet, so nothing leaves now." in joined.out
    assert "already" in cli("share", "show", desk, pack, "--words-file", words).out
    assert cli("share", "import", desk, pack, "--words-file", words).code == 0
    assert cli("share", "write", desk).code == 0
    computer("laptop")
    assert cli("share", "write", example).code == 0
    assert len(list(folder.rglob("*.hjb"))) >= 1
    for file in folder.rglob("*.hjb"):
        (file.with_name("00000009-0000000000000000.hjb")).write_bytes(file.read_bytes()[:-1])
    assert cli("share", "read", example).code == 0
    assert cli("share", "end", example, sharing).code == 0
    assert status(cli, example)["sharings"] == []
    computer("elsewhere")  # where the sharing was never joined
    assert cli("share", "write", desk).code == 0
    assert status(cli, desk)["sharings"][0]["folder"] is None


def test_a_home_without_a_name_hears_which_command_gives_it_one(cli, journal, words, tmp_path):
    pack = tmp_path / "a.hjpack"
    given = ("share", "export", journal, "--out", pack, "--words-file", words)
    answer = cli(*given, "--for", "other-home")
    assert (answer.code, "share home JOURNAL NAME" in answer.err) == (2, True)
    assert not pack.exists()
    assert cli("share", "home", journal, "With Mom").code == 0
    answer = cli(*given, "--for", "other-home")
    assert (answer.code, answer.out) == (0, f"The file {pack} is written.\n")


def test_what_cannot_be_is_said_in_a_sentence(cli, example, words, tmp_path):
    pack, empty = tmp_path / "a.hjpack", tmp_path / "empty.txt"
    empty.write_text("\n")
    given = ("share", "export", example, "--out", pack, "--words-file")
    assert "first line" in cli(*given, empty, "--for", "own").err
    assert cli("share", "home", example, " ").code == 1
    assert cli("share", "home", example, "With Mom").code == 0
    assert status(cli, example)["home"] == "With Mom"
    assert cli(*given, words, "--for", "own", "--invite", "none").code == 2
    assert cli(*given, words, "--for", "other-home").code == 0
    told = cli("share", "show", example, pack, "--words-file", words)
    assert "Sharing goes both ways" not in told.out  # it invites to no folder
    told = cli("share", "import", example, pack, "--words-file", words, "--folder", tmp_path)
    assert (told.code, "no shared folder" in told.err) == (2, True)
    assert cli("share", "begin", example, tmp_path / "nowhere", "--for", "own").code == 1


def test_what_is_missing_strange_or_cloned_is_told_and_mended(
    cli, example, computer, words, tmp_path
):
    folder, pack, desk = tmp_path / "cloud", tmp_path / "a.hjpack", tmp_path / "desk"
    folder.mkdir()
    sharing = cli("share", "begin", example, folder, "--for", "own").out.strip()
    given = ("share", "export", example, "--for", "own", "--words-file", words, "--out", pack)
    assert cli(*given, "--invite", sharing).code == 0
    assert cli("share", "write", example).code == 0
    twin = tmp_path / "twin"
    shutil.copytree(example, twin)
    shutil.copytree(tmp_path / "settings of laptop", tmp_path / "settings of twin")
    assert cli("share", "home", example, "With Mom").code == 0
    assert cli("share", "write", example).code == 0
    computer("twin")
    assert cli("share", "write", twin).code == 0
    assert len({file.parent.name for file in folder.rglob("*.hjb")}) == 1  # it had nothing new
    computer("desk")
    cli("new", desk)
    cli("share", "import", desk, pack, "--words-file", words, "--folder", folder)
    first = min(folder.rglob("*.hjb"))
    assert first.name.startswith("00000001")
    data = first.read_bytes()
    first.unlink()
    assert "1 part of what" in cli("share", "read", desk).err
    bad = data[:-1] + bytes([data[-1] ^ 1])
    name = f"00000001-{hashlib.sha256(bad).hexdigest()[:16]}.hjb"
    first.with_name(name).write_bytes(bad)
    assert "not written by one of your computers" in cli("share", "read", desk).err
    first.write_bytes(data)


@pytest.fixture
def left(cli, example, computer, words, tmp_path):
    """The shared folder, and what is told of the one other computer that wrote in it."""
    folder, pack, desk = tmp_path / "cloud", tmp_path / "for the desk.hjpack", tmp_path / "desk"
    folder.mkdir()
    sharing = cli("share", "begin", example, folder, "--for", "own").out.strip()
    given = ("share", "export", example, "--for", "own", "--words-file", words, "--out", pack)
    cli(*given, "--invite", sharing, "--without-pictures")
    computer("desk")
    cli("new", desk)
    cli("share", "import", desk, pack, "--words-file", words, "--folder", folder)
    cli("share", "write", desk)
    computer("laptop")
    (gone,) = json.loads(cli("share", "gone", example).out)
    return folder, gone


def test_the_files_of_a_computer_that_is_gone_go_and_that_is_said(cli, example, left):
    folder, gone = left
    assert "is gone from the shared folder" in cli("share", "gone", example, gone["id"]).out
    assert not list(folder.glob(f"*/{gone['id']}/*.hjb"))


def test_they_go_once_all_of_it_is_here(cli, example, left):
    folder, gone = left
    written = list(folder.glob(f"*/{gone['id']}/*.hjb"))
    assert written
    assert "None of your other computers" in cli("share", "gone", example, "desk").err
    on_its_way = written[0].with_name("00000002-0000000000000000.hjb")
    on_its_way.write_bytes(written[0].read_bytes()[:-1])
    assert "once all of it is here" in cli("share", "gone", example, gone["id"]).err
    on_its_way.unlink()
    assert cli("share", "write", example).code == 0
    assert json.loads(cli("share", "gone", example).out) == []
    assert not list(folder.glob(f"*/{gone['id']}/*.hjb"))
    assert gone["name"] is None
    assert gone["through"] >= "2026"


def test_where_nothing_can_be_written_what_others_wrote_comes_all_the_same(
    cli, example, computer, left, tmp_path
):
    folder, gone = left
    computer("desk")
    desk = tmp_path / "desk"
    assert cli("share", "home", desk, "Written at the desk").code == 0
    assert cli("share", "write", desk).code == 0
    computer("laptop")
    assert cli("share", "home", example, "With Mom").code == 0
    (theirs,) = folder.glob(f"*/{gone['id']}")
    theirs.with_name(str(device_id())).write_bytes(b"")
    told = cli("share", "write", example)
    assert (told.code, str(folder) in told.err) == (1, True)
    assert "Written at the desk" in cli("export", example, "--format", "json", "--out", "-").out


def test_what_fits_nothing_here_is_told(cli, example, computer, left, tmp_path):
    id_ = uuid4()
    for name, folder, kind in (("desk", tmp_path / "desk", Note), ("laptop", example, PrivateNote)):
        computer(name)
        with closing(open_journal(folder, device=device_id(), clock=Clock())) as journal:
            child, *_ = journal.family().children
            journal.records.save(kind(id=id_, child=child, day=date(2026, 3, 2), text=name))
        told = cli("share", "write", folder)
        assert told.code == 0
    assert "1 entry in the folder does not fit what is here" in told.err
