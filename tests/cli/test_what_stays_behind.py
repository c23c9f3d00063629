"""What does not come along with a move or a copy is said by the commands, as by the window."""

import re

import pytest

from homejournal.services.opening import create_journal, open_journal
from tests.journals import DEVICE, Clock
from tests.services.passwords import TYPED, set_password_only

NONE_COMES = "No password comes along."
STAYS = "Your password does not go along."
FOLDER = "shared folder in this copy does not come back."


@pytest.fixture
def words(tmp_path):
    file = tmp_path / "words.txt"
    file.write_text("apple lamp meadow seven\n", encoding="utf-8")
    return file


@pytest.fixture
def key(tmp_path):
    file = tmp_path / "password.txt"
    file.write_text(TYPED, encoding="utf-8")
    return file


@pytest.fixture
def given(cli, example, words, tmp_path):
    """Hand the example's journal over to an audience; return the file and what was said."""

    def give(audience, *more):
        pack = tmp_path / "given.hjpack"
        asked = ("--for", audience, "--words-file", words, "--out", pack)
        return pack, cli("share", "export", example, *asked, "--without-pictures", *more)

    return give


def locked(folder):
    journal = open_journal(folder, clock=Clock(), device=DEVICE)
    set_password_only(journal)
    journal.close()


def test_a_file_for_our_own_computer_brings_no_password(cli, given, words, tmp_path):
    pack, told = given("own")
    assert STAYS not in told.err
    assert cli("new", tmp_path / "desk").code == 0
    for does in ("show", "import"):
        answer = cli("share", does, tmp_path / "desk", pack, "--words-file", words)
        assert (answer.code, NONE_COMES in answer.out) == (0, True)


def test_nothing_is_said_where_the_journal_there_has_one(cli, given, words, key, tmp_path):
    pack, _told = given("own")
    assert cli("new", tmp_path / "desk").code == 0
    locked(tmp_path / "desk")
    asked = (tmp_path / "desk", pack, "--words-file", words, "--journal-password-file", key)
    answer = cli("share", "import", *asked)
    assert (answer.code, NONE_COMES in answer.out) == (0, False)


def test_nor_of_a_file_from_another_home(cli, given, words, tmp_path):
    pack, _told = given("other-home")
    assert cli("new", tmp_path / "desk").code == 0
    answer = cli("share", "import", tmp_path / "desk", pack, "--words-file", words)
    assert (answer.code, NONE_COMES in answer.out) == (0, False)


@pytest.mark.parametrize(("audience", "is_said"), [("own", True), ("other-home", False)])
def test_who_has_a_password_hears_it_as_the_file_is_made(given, example, key, audience, is_said):
    locked(example)
    _pack, answer = given(audience, "--journal-password-file", key)
    assert (answer.code, STAYS in answer.err) == (0, is_said)


def test_a_copy_that_was_locked_is_open_here(cli, example, key, tmp_path):
    locked(example)
    made = cli("backup", example, "--journal-password-file", key)
    copy = re.search(r"read whole: (.+\.hj)", made.out)[1]
    assert cli("new", tmp_path / "desk").code == 0
    for more in (("--preview",), ()):
        answer = cli("restore", tmp_path / "desk", copy, "--opener-file", key, *more)
        assert (answer.code, NONE_COMES in answer.out) == (0, True)
    there = ("restore", example, copy, "--opener-file", key, "--journal-password-file", key)
    assert NONE_COMES not in cli(*there).out


def test_a_shared_folder_does_not_come_back_with_a_copy(cli, example, tmp_path):
    (tmp_path / "cloud").mkdir()
    assert cli("share", "begin", example, tmp_path / "cloud", "--for", "own").code == 0
    copy = re.search(r"read whole: (.+\.hj)", cli("backup", example).out)[1]
    assert FOLDER not in cli("restore", example, copy).out
    create_journal(tmp_path / "desk", clock=Clock(), device=DEVICE).close()
    for more in (("--preview",), ()):
        answer = cli("restore", tmp_path / "desk", copy, *more)
        assert (answer.code, FOLDER in answer.out) == (0, True)
