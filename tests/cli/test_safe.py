"""Copies, bringing back and repair from the command line."""

import pathlib
import subprocess
import sys

import pytest

from homejournal.domain.safe.passwords import groups_of
from homejournal.services.opening import open_journal
from homejournal.storage.file.file_encryption import is_encrypted
from tests.cli.copies import copied, copy_in, delete_a_note, password
from tests.damages import spoil
from tests.journals import DEVICE, Clock

__all__ = ["copied", "password"]


def test_a_copy_is_made_and_listed(cli, example):
    answer = cli("backups", example)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("There is no copy in ")
    made = copy_in(cli("backup", example))
    listed = cli("backups", example)
    assert (listed.code, listed.err) == (0, "")
    assert listed.out.startswith(made)


def test_a_copy_goes_to_another_folder_encrypted(cli, example, password, tmp_path):
    (tmp_path / "stick").mkdir()
    answer = cli("backup", example, "--to", tmp_path / "stick", *password)
    assert (answer.code, answer.err) == (0, "")
    assert "A copy is there, too:" in answer.out
    (there,) = (tmp_path / "stick").rglob("*.hj")
    assert is_encrypted(there)


def test_without_a_password_none_goes_there(cli, example, tmp_path):
    (tmp_path / "stick").mkdir()
    answer = cli("backup", example, "--to", tmp_path / "stick")
    assert answer.code == 1
    assert pathlib.Path(copy_in(answer)).is_file()  # here, as always
    assert "Copies that leave this computer are always encrypted" in answer.err
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_folder_that_is_not_there_is_told(cli, example, password, tmp_path):
    answer = cli("backup", example, "--to", tmp_path / "nowhere", *password)
    assert answer.code == 1
    assert str(tmp_path / "nowhere") in answer.err


def test_a_preview_tells_and_changes_nothing(cli, copied):
    folder, copy = copied
    delete_a_note(folder)
    before = (folder / "journal.hj").read_bytes()
    answer = cli("restore", folder, copy, "--preview")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        "The journal of Noa · March 30 to June 28, 2026 · 91 days, 293 entries and 20 notes",
        "All entries that were not deleted are in your journal already.",
        "Also bring back 1 thing that was deleted since: 1 note (--deleted)",
    ]
    assert (folder / "journal.hj").read_bytes() == before


def test_what_was_deleted_comes_back_where_it_is_asked_for(cli, copied):
    folder, copy = copied
    delete_a_note(folder)
    assert "Nothing was missing." in cli("restore", folder, copy).out
    assert "1 note. Nothing of what is here" in cli("restore", folder, copy, "--deleted").out


def test_a_copy_of_another_journal_and_a_damaged_one_are_told(cli, copied, tmp_path):
    _, copy = copied
    with pathlib.Path(copy).open("rb") as file:
        raw = file.read()
    spoiled = tmp_path / "spoiled.hj"
    at = raw.rfind(b'"text":"')
    spoiled.write_bytes(raw[:at] + raw[at : at + 40].upper() + raw[at + 40 :])
    cli("new", tmp_path / "other")
    cli("import", tmp_path / "other", example_file())
    answer = cli("restore", tmp_path / "other", spoiled, "--preview")
    assert "This copy is damaged." in answer.err
    assert "This copy is from another journal of the same child:" in answer.err


def example_file():
    from tests.cli.example import EXAMPLE

    return EXAMPLE


def test_what_is_no_copy_is_told(cli, example, tmp_path):
    (tmp_path / "letter.hj").write_text("Dear family", encoding="utf-8")
    answer = cli("restore", example, tmp_path / "letter.hj")
    assert (answer.code, answer.out) == (1, "")
    assert "letter.hj is not a copy of a journal." in answer.err


@pytest.fixture
def locked(cli, example, password, tmp_path):
    """A plain journal, a locked copy of another one, and the option that names the typed word."""
    cli("backup", example, *password)
    (copy,) = (example / "backups").glob("*.hj")
    cli("new", tmp_path / "desk")
    word = tmp_path / "word"

    def restore(typed=None, file=copy):
        word.write_text(f"{typed}\n", encoding="utf-8")
        options = () if typed is None else ("--opener-file", word)
        return cli("restore", tmp_path / "desk", file, "--preview", *options)

    return restore, copy


def test_a_locked_copy_names_the_option_that_opens_it(locked):
    answer = locked[0]()
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"The copy {locked[1]} is locked.")
    assert "--opener-file" in answer.err


def test_a_sheet_of_another_key_may_be_of_another_time(locked):
    answer = locked[0](" ".join(groups_of(bytes(range(32)))))
    assert answer.code == 1
    assert "an earlier or a later time of this journal, or of another journal" in answer.err


def test_a_slip_in_the_sheet_is_named_also_without_keys_beside_the_copy(locked):
    restore, copy = locked
    copy.with_suffix(".keys.json").unlink()
    groups = list(groups_of(bytes(range(32))))
    groups[1] = "40R5"
    assert restore(" ".join(groups)).err.startswith("Group 2 is not as it is printed.")
    assert restore("our word").err.startswith(f"The file {copy.stem}.keys.json is missing")


@pytest.mark.parametrize("typed", [None, "our long word", " ".join(groups_of(bytes(range(32))))])
def test_a_wrong_file_is_no_copy_whatever_is_typed(locked, tmp_path, typed):
    restore, copy = locked
    (tmp_path / "sheet.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "folder").mkdir()
    for name in ("sheet.pdf", "folder"):
        assert restore(typed, tmp_path / name).err.startswith(f"{name} is not a copy of a journal.")
    keys = copy.with_suffix(".keys.json")
    assert f"Choose that one: {copy.name}." in restore(typed, keys).err


def test_the_file_that_opens_a_lock_is_read(cli, copied, tmp_path):
    folder, copy = copied
    (tmp_path / "word").write_text("\n", encoding="utf-8")
    answer = cli("restore", folder, copy, "--preview", "--opener-file", tmp_path / "word")
    assert answer.code == 2
    (tmp_path / "word").write_text("our long word\n", encoding="utf-8")
    answer = cli("restore", folder, copy, "--preview", "--opener-file", tmp_path / "word")
    assert answer.code == 1  # this copy has no keys beside it
    answer = cli("repair", folder, "--preview", "--opener-file", tmp_path / "word")
    assert answer.code == 1


@pytest.mark.parametrize("option", ["--opener-file", "--journal-password-file"])
def test_a_locked_journal_is_repaired_with_its_password(cli, example, tmp_path, option):
    journal = open_journal(example, clock=Clock(), device=DEVICE)
    service = journal.safe.password
    service.finish(service.prepare_on(service.new_key(), "blanket river seven"))
    journal.close()
    spoil(example, "first page")
    (tmp_path / "word").write_text("blanket river seven\n", encoding="utf-8")
    answer = cli("repair", example, "--preview", option, tmp_path / "word")
    assert (answer.code, answer.err) == (0, "")
    assert "entries and changes" in answer.out


class TestRepair:
    def test_a_preview_changes_nothing(self, cli, copied):
        folder, _ = copied
        spoil(folder, "head")
        before = (folder / "journal.hj").read_bytes()
        answer = cli("repair", folder, "--preview")
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.startswith("385 of 385 entries and changes are there.")
        assert "It holds 91 days, 293 entries and 20 notes." in answer.out
        assert (folder / "journal.hj").read_bytes() == before

    def test_a_preview_names_nothing_that_is_not_there(self, cli, copied):
        folder, _ = copied
        spoil(folder, "page")
        answer = cli("repair", folder, "--preview")
        assert answer.code == 0
        assert "quarantine" not in answer.out
        assert not (folder / "quarantine").exists()

    @pytest.mark.parametrize("more", [(), ("--preview",)])
    def test_a_whole_journal_needs_none(self, cli, copied, more):
        folder, _ = copied
        answer = cli("repair", folder, *more)
        assert (answer.code, answer.err) == (0, "")
        said = "The journal is whole. There is nothing to repair, and nothing was changed.\n"
        assert answer.out == said
        assert not (folder / "quarantine").exists()

    @pytest.mark.parametrize("kind", ["page", "cut"])
    def test_a_check_that_finds_damage_names_the_way_alone(self, copied, kind):
        folder, _ = copied
        spoil(folder, kind)
        told = subprocess.run(
            [sys.executable, "-m", "homejournal.cli.main", "check", str(folder)],
            capture_output=True,
            check=False,
            text=True,
            encoding="utf-8",
        )
        assert (told.returncode, told.stdout) == (1, "")
        way = "The command “repair” puts it together again."
        assert told.stderr == f"The journal is damaged. Nothing was changed. {way}\n"

    def test_it_is_put_in_place_and_sound_again(self, cli, copied):
        folder, _ = copied
        spoil(folder, "cut")
        assert cli("check", folder).code == 1
        answer = cli("repair", folder)
        assert answer.code == 0
        assert "385 of 385" in answer.out
        assert answer.out.endswith("The repaired journal is in place.\n")
        assert cli("check", folder).code == 0

    def test_where_nothing_reads_nothing_is_changed(self, cli, journal):
        (journal / "journal.hj").write_bytes(b"")
        answer = cli("repair", journal)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith("Nothing could be read")

    def test_a_journal_that_is_gone_comes_from_its_copy(self, cli, copied):
        folder, _ = copied
        (folder / "journal.hj").unlink()
        answer = cli("repair", folder)
        assert answer.code == 0
        assert " has 385 of them." in answer.out
        assert "quarantine" not in answer.out


def test_damage_is_told_with_the_way_to_its_repair(cli, example):
    raw = (example / "journal.hj").read_bytes()
    at = raw.rfind(b'"text":"')
    (example / "journal.hj").write_bytes(raw[:at] + raw[at : at + 40].upper() + raw[at + 40 :])
    answer = cli("check", example)
    assert answer.code == 1
    assert "“repair”" in answer.err
