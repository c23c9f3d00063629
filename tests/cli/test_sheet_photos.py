"""Photos of filled-in weeks from the command line: told, and taken in over nothing written."""

import io
import json
import shutil
from contextlib import closing
from datetime import date
from uuid import UUID

import pytest
from PIL import Image

from homejournal.cli.command_io import now
from homejournal.domain.papers.printed_sheets import FridgeAsked
from homejournal.domain.papers.sheet_layout import PlaceFor
from homejournal.domain.papers.sheet_places import places_of
from homejournal.domain.records.people import Home
from homejournal.domain.records.record import Kind
from homejournal.reports.paper_to_pdf import Printer
from homejournal.services.opening import open_journal
from tests.journals import DEVICE
from tests.sheet_photos import PPI, photo, tick

TODAY = date(2026, 6, 28)
TOY, PAUSE = "Toy one step away", "Pause and wait"


@pytest.fixture(scope="module")
def fridge(example_kept, tmp_path_factory):
    """The example family with a printed week, that week, and its picture."""
    folder = tmp_path_factory.mktemp("fridge") / "journal"
    shutil.copytree(example_kept, folder)
    printer = Printer()
    with closing(open_journal(folder, clock=now, device=DEVICE)) as journal:
        (child,) = journal.family().children
        asked = FridgeAsked(child=child, day=TODAY, chance=UUID(int=7))
        week = journal.sheets.fridge(asked, TODAY)
        journal.sheets.keep(week, printer.spots(week))
        (sheet,) = journal.records.all_of(Kind.SHEET)
        names = {one.id: one.name for one in journal.family().strategies.values()}
    picture = Image.open(io.BytesIO(printer.pictures(week, PPI)[0])).convert("RGB")
    return folder, sheet, picture, names


@pytest.fixture(scope="module")
def taken(fridge):
    """A photo with what is new, what is written already, what differs, and what is not clear."""
    _, sheet, picture, names = fridge
    ticks = [
        (TOY, "tue", 2),  # nothing is written there
        (TOY, "fri", 3),  # the same is written
        (TOY, "mon", 1),  # 3 is written
        (TOY, "wed", 1),  # two ticks
        (TOY, "wed", 3),
        (None, "thu", PlaceFor.AWAY),
    ]
    for name, day, level in ticks:
        (where,) = [
            one
            for one in places_of(sheet).places
            if one.day == ["mon", "tue", "wed", "thu", "fri"].index(day)
            and level in {one.level, one.what}
            and (name if one.row is None else names[sheet.rows[one.row].strategy]) == name
        ]
        picture = tick(picture, where)
    return photo(picture, lean=0.02)


@pytest.fixture
def journal(fridge, tmp_path):
    return shutil.copytree(fridge[0], tmp_path / "fridge")


@pytest.fixture
def shot(taken, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(taken)
    return tmp_path / "photo.jpg"


def written(cli, folder):
    told = json.loads(cli("export", folder, "--format", "json", "--out", "-").out)
    return told["practices"], told["day_marks"], told["helpers"]


TOLD = """\
Noa · June 22 to June 28, 2026
  Monday, June 22
    Toy one step away: hard (stays as written: 3, well)
  Tuesday, June 23
    Toy one step away: okay
  Wednesday, June 24
    Toy one step away: please look (more than one place is marked; perhaps well, hard)
  Thursday, June 25
    All strategies: away
  Friday, June 26
    Toy one step away: well (written already)
"""
UNCLEAR = "1 place is not clear. Look at the sheet, and type it in.\n"


def test_what_is_read_is_told_by_day_and_changes_nothing(cli, journal, shot):
    before = written(cli, journal)
    answer = cli("sheet", "read", journal, shot, "--preview")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"{TOLD}2 answers can be saved.\n{UNCLEAR}"
    assert written(cli, journal) == before


def test_what_is_clear_and_new_is_saved_once_and_nothing_written_changes(cli, journal, shot):
    before = written(cli, journal)
    answer = cli("sheet", "read", journal, shot, "--yes", "--helper", "mom")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"{TOLD}2 answers are saved.\n{UNCLEAR}"

    practices, marks, helpers = written(cli, journal)
    (mom,) = [one["id"] for one in helpers if one["name"] == "Mom"]
    (practice,) = [one for one in practices if one not in before[0]]
    (mark,) = [one for one in marks if one not in before[1]]
    assert [one for one in before[0] if one not in practices] == []
    assert (practice["day"], practice["rating"], practice["helper"]) == ("2026-06-23", 2, mom)
    assert (mark["day"], mark["reason"], mark["helper"]) == ("2026-06-25", "away", mom)
    assert practice["read_from"] == mark["read_from"]

    again = cli("sheet", "read", journal, shot, "--yes")
    assert again.code == 0
    assert again.out.endswith(f"There is nothing new to save.\n{UNCLEAR}")
    assert written(cli, journal) == (practices, marks, helpers)


def test_the_same_is_told_as_json(cli, journal, shot):
    answer = cli("sheet", "read", journal, shot, "--preview", "--format", "json")
    told = json.loads(answer.out)
    (page,) = told["pages"]
    assert told["photos"] == [{"file": str(shot), "pages": 1, "faults": []}]
    assert (told["saved"], page["child"]["name"], page["week"]) == (False, "Noa", "2026-06-22")
    states = [(one["day"], one["state"], one["read"], one["likely"]) for one in page["cells"]]
    assert states == [
        ("2026-06-22", "differs", {"times": [1], "mark": None}, []),
        ("2026-06-23", "read", {"times": [2], "mark": None}, []),
        ("2026-06-24", "asked", None, [{"times": [n], "mark": None} for n in (3, 1)]),
        ("2026-06-26", "same", {"times": [3], "mark": None}, []),
    ]
    assert [(one["day"], one["read"]) for one in page["days"]] == [("2026-06-25", "away")]


def test_each_photo_that_is_not_read_says_what_it_needs_and_the_others_are_saved(
    cli, journal, shot, tmp_path
):
    (tmp_path / "table.png").write_bytes(photo(Image.new("RGB", (900, 700)), form="PNG"))
    (tmp_path / "words.txt").write_text("no photo")
    others = (tmp_path / "table.png", tmp_path / "words.txt")
    answer = cli("sheet", "read", journal, others[0], shot, others[1], "--yes")
    assert answer.code == 1
    assert "2 answers are saved." in answer.out
    first, second = answer.err.splitlines()
    assert first.startswith(f"{others[0]}: There is no week sheet to see.")
    assert second == f"{others[1]}: This photo cannot be read."


def test_a_sheet_of_another_journal_is_said(cli, example, shot):
    answer = cli("sheet", "read", example, shot, "--yes")
    assert (answer.code, answer.out) == (1, "")
    assert "This journal does not know the sheet." in answer.err


def test_it_is_said_whether_to_save_and_a_photo_has_to_be_there(cli, journal, shot, tmp_path):
    assert cli("sheet", "read", journal, shot).code == 2
    assert cli("sheet", "read", journal, shot, "--yes", "--preview").code == 2
    missing = cli("sheet", "read", journal, shot, tmp_path / "none.jpg", "--yes")
    assert missing.code == 2
    assert "none.jpg" in missing.err


def test_nobody_who_is_not_known_did_it(cli, journal, shot):
    answer = cli("sheet", "read", journal, shot, "--yes", "--helper", "Nobody")
    assert (answer.code, answer.out) == (1, "")
    assert "Mom" in answer.err


def test_a_page_without_a_mark_is_said(cli, journal, fridge, tmp_path):
    (tmp_path / "blank.jpg").write_bytes(photo(fridge[2], lean=0.02))
    answer = cli("sheet", "read", journal, tmp_path / "blank.jpg", "--yes")
    assert answer.code == 0
    assert answer.out.splitlines()[1:] == [
        "  No mark is seen on this page. Please look at the photo.",
        "There is nothing new to save.",
    ]


def test_the_boxes_alone_are_cut_out_into_an_empty_folder(cli, journal, shot, tmp_path):
    (tmp_path / "words.txt").write_text("no photo")
    out = tmp_path / "boxes"
    answer = cli("sheet", "crops", journal, shot, tmp_path / "words.txt", "--out", out)
    assert answer.code == 1
    assert f"The boxes of 1 page are in {out}." in answer.out
    assert "no word or name may be in it" in answer.out
    assert "words.txt: This photo cannot" in answer.err
    assert sorted(file.name for file in out.iterdir()) == ["boxes-1.json", "boxes-1.png"]
    told = json.loads((out / "boxes-1.json").read_text(encoding="utf-8"))
    assert {*told} == {"homejournal", "choices"}
    assert sum(one["ticked"] is not None for one in told["choices"]) == 4

    again = cli("sheet", "crops", journal, shot, "--out", out)
    assert (again.code, again.out) == (2, "")
    assert "is not an empty folder" in again.err


def test_a_very_large_photo_is_read_without_a_word_for_programmers(
    cli, journal, shot, monkeypatch, recwarn
):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 2_000_000)
    answer = cli("sheet", "read", journal, shot, "--preview")
    assert (answer.code, answer.err) == (0, "")
    assert recwarn.list == []


def test_without_a_page_no_folder_is_made(cli, example, shot, tmp_path):
    answer = cli("sheet", "crops", example, shot, "--out", tmp_path / "boxes")
    assert (answer.code, answer.out) == (1, "")
    assert not (tmp_path / "boxes").exists()


def test_with_another_home_away_is_not_guessed(cli, journal, shot):
    with closing(open_journal(journal, clock=now, device=DEVICE)) as opened:
        opened.records.save(Home(id=UUID(int=70), name="With Ana"))
    answer = cli("sheet", "read", journal, shot, "--yes")
    asked = "All strategies: please look (away, or at the other home; perhaps away, other home)"
    assert asked in answer.out
    assert "1 answer is saved." in answer.out
    _, marks, _ = written(cli, journal)
    assert "2026-06-25" not in {mark["day"] for mark in marks if "strategy" not in mark}
