"""What the command `check` says of pictures and hand-outs."""

import os
from contextlib import closing

import pytest
import sqlcipher3

from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.opening import open_journal
from tests.journals import DEVICE, Clock

JUNE = ("--child", "Noa", "--from", "2026-06-01", "--to", "2026-06-28")


def keep(folder, names):
    """Keep a hand-out under each name, and return where the bytes of each lie."""
    journal = open_journal(folder, clock=Clock(), device=DEVICE)
    of = next(iter(journal.family().strategies))
    made = [journal.media.put(KeptFile(f"%PDF- {name}".encode(), PDF), name, of) for name in names]
    journal.media.add(*made)
    journal.close()
    return [folder / "media" / one.sha256 for one in made]


def test_nothing_is_said_of_pictures_where_there_are_none(cli, example):
    answer = cli("check", example)
    assert (answer.code, answer.err, answer.out.count("\n")) == (0, "", 1)


@pytest.mark.parametrize("length", [16, 4096])
def test_a_file_whose_beginning_is_lost_is_told_of_with_the_way_to_its_repair(cli, example, length):
    file = example / "journal.hj"
    file.write_bytes(bytes(length) + file.read_bytes()[length:])
    before = file.read_bytes()
    answer = cli("check", example)
    assert (answer.code, answer.out) == (1, "")
    assert "The journal is damaged. Nothing was changed." in answer.err
    assert "“repair”" in answer.err
    assert file.read_bytes() == before
    shown = cli("repair", example, "--preview")
    assert shown.code == 0
    assert "entries" in shown.out


def test_where_only_copies_are_left_the_way_back_is_told(cli, example, tmp_path):
    assert cli("backup", example).code == 0
    (example / "journal.hj").unlink()
    assert "repair --preview" in cli("check", example).err
    nothing = cli("check", tmp_path / "nothing")
    assert nothing.code == 1
    assert "repair" not in nothing.err


def test_pictures_that_are_as_they_were_kept_are_counted(cli, example):
    keep(example, ["cup.pdf", "wait.pdf"])
    answer = cli("check", example)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[1] == (
        "2 pictures and hand-outs were read, too. They are as they were kept."
    )


def test_what_is_wrong_is_told_by_name_and_the_entries_are_still_sound(cli, example):
    gone, changed, pipe, _ = keep(example, ["cup.pdf", "wait.pdf", "door.pdf", "whole.pdf"])
    gone.unlink()
    changed.write_bytes(b"%PDF- other")
    pipe.unlink()
    os.mkfifo(pipe)
    answer = cli("check", example)
    assert answer.code == 1
    assert answer.out.startswith("All that is written is whole: ")
    assert answer.out.count("\n") == 1
    told = answer.err.splitlines()
    assert "1 picture or hand-out is not in the journal’s folder: cup.pdf." in told[0]
    assert "1 picture or hand-out is damaged: wait.pdf." in told[1]
    assert "1 picture or hand-out cannot be read: door.pdf." in told[2]
    assert len(told) == 3


@pytest.mark.parametrize(
    ("many", "told"), [(10, "09.pdf. A copy"), (13, "09.pdf and 3 more. A copy")]
)
def test_of_many_the_first_are_named(cli, example, many, told):
    for path in keep(example, [f"{number:02}.pdf" for number in range(many)]):
        path.unlink()
    answer = cli("check", example)
    assert f"{many} pictures and hand-outs are not in the journal’s folder" in answer.err
    assert told in answer.err
    assert "10.pdf" not in answer.err


def test_pictures_of_a_damaged_journal_are_told_too(cli, example):
    (path,) = keep(example, ["cup.pdf"])
    path.unlink()
    file = example / "journal.hj"
    data = file.read_bytes()
    at = data.index(b'"text":"I am proud of us') + len(b'"text":"')
    file.write_bytes(data[:at] + b"X" + data[at + 1 :])
    answer = cli("check", example)
    assert (answer.code, answer.out) == (1, "")
    assert "The journal is damaged." in answer.err
    assert "cup.pdf" in answer.err


def test_of_a_journal_with_a_changed_row_no_figure_is_told_but_its_damage(cli, example):
    with closing(sqlcipher3.connect(example / "journal.hj")) as file, file:
        file.execute("UPDATE practice SET day = '2026-03-99' WHERE level = 2")
    answer = cli("numbers", example, *JUNE)
    assert (answer.code, answer.out) == (1, "")
    assert "is damaged and cannot be read whole" in answer.err


def test_what_breaks_off_over_a_sound_journal_is_no_damage(cli, example, monkeypatch):
    def breaks_off(*_asked):
        raise KeyError("ours")

    monkeypatch.setattr("homejournal.services.days.strategy_numbers.Numbers.first_time", breaks_off)
    answer = cli("numbers", example, *JUNE)
    assert (answer.code, answer.out) == (1, "")
    assert "did not expect (KeyError)" in answer.err
    assert "damaged" not in answer.err
