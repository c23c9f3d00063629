"""Weeks for the fridge and the book from the command line."""

import json
from contextlib import closing
from uuid import uuid4

import pypdf
import pytest

from homejournal.cli.command_io import now
from homejournal.services.opening import open_journal
from tests.cli.example import DAYS
from tests.reports.pdf_checks import alternatives, sheets_of, words_of

WEEK = ("--week", "2026-06-24")
TODAY = ("--today", "2026-06-28")


def sheet(cli, folder, file, *more):
    answer = cli("sheet", "print", folder, "--child", "Noa", *TODAY, "--out", file, *more)
    return answer, words_of(file.read_bytes()) if file.exists() else ""


def book(cli, folder, file, *more):
    answer = cli("book", folder, "--child", "Noa", *TODAY, "--out", file, *more)
    return answer, words_of(file.read_bytes()) if file.exists() else ""


def test_a_week_is_made_of_all_that_is_planned_in_it(cli, example, tmp_path):
    file = tmp_path / "week.pdf"
    answer, words = sheet(cli, example, file, *WEEK)

    assert (answer.code, answer.out, answer.err) == (0, f"The file {file} is written.\n", "")
    assert "June 22 to June 28, 2026" in words
    for name in ("Toy one step away", "Pause and wait", "Same three steps to bed"):
        assert name in words


def kept(cli, folder):
    told = json.loads(cli("export", folder, "--format", "json", "--out", "-").out)
    return sorted(told.get("sheets", []), key=lambda page: page["week"])


def test_what_its_codes_stand_for_is_kept(cli, example, tmp_path):
    sheet(cli, example, tmp_path / "week.pdf", *WEEK, "--weeks", "2")
    pages = kept(cli, example)
    assert [(page["week"], page["page"]) for page in pages] == [
        ("2026-06-22", 1),
        ("2026-06-29", 1),
    ]
    assert {place[1] for place in pages[0]["layout"]["places"]} >= {"sick", "went", "help", "tries"}
    sheet(cli, example, tmp_path / "again.pdf", *WEEK)
    assert len(kept(cli, example)) == 3


def test_beside_an_open_window_it_is_printed_without_codes(cli, example, tmp_path):
    with closing(open_journal(example, clock=now, device=uuid4())):
        answer, words = sheet(cli, example, tmp_path / "week.pdf", *WEEK)
    assert (answer.code, answer.err) == (0, "")
    assert "Pause and wait" in words
    assert "pencil" not in words
    assert kept(cli, example) == []


def test_without_a_week_it_is_this_one(cli, example, tmp_path):
    assert "June 22 to June 28, 2026" in sheet(cli, example, tmp_path / "week.pdf")[1]


def test_some_strategies_several_weeks_another_language_and_paper(cli, example, tmp_path):
    file = tmp_path / "week.pdf"
    only = ("--strategy", "toy one step away", "--strategy", "Pause and wait")
    more = ("--weeks", "3", "--lang", "es", "--paper", "a4")
    answer, words = sheet(cli, example, file, *WEEK, *only, *more)

    assert answer.code == 0
    assert len(sheets_of(file.read_bytes())) == 3
    assert "mucha ayuda" in words
    assert "Same three steps" not in words


def test_a_week_without_a_plan_says_so_and_writes_nothing(cli, example, tmp_path):
    answer, words = sheet(cli, example, tmp_path / "week.pdf", "--week", "2020-01-01")

    assert (answer.code, words) == (1, "")
    assert answer.err == "Nothing is planned in this week. Choose another one.\n"


@pytest.mark.parametrize("weeks", ["0", "9", "many"])
def test_a_number_of_weeks_that_cannot_be_is_not_understood(cli, example, tmp_path, weeks):
    answer, _ = sheet(cli, example, tmp_path / "week.pdf", "--weeks", weeks)

    assert answer.code == 2


def test_a_strategy_or_child_nobody_knows_is_said_with_those_that_are_there(cli, example, tmp_path):
    answer, _ = sheet(cli, example, tmp_path / "week.pdf", "--strategy", "Fly")
    assert answer.code == 1
    assert "Pause and wait" in answer.err
    nobody = cli("book", example, "--child", "Nobody", "--out", tmp_path / "book.pdf")
    assert (nobody.code, "Noa" in nobody.err) == (1, True)


def test_a_book_is_made_of_everything_and_without_private_notes(cli, example, tmp_path):
    file = tmp_path / "book.pdf"
    answer, words = book(cli, example, file)

    assert (answer.code, answer.out, answer.err) == (0, f"The file {file} is written.\n", "")
    assert words.startswith("Noa March 18 to June 27, 2026")
    assert "March 2026" in words
    assert "June 2026" in words
    assert "First reach for the cup before I moved it!" in words
    assert "I am proud of us" not in words


def test_private_notes_are_in_it_only_where_it_is_said(cli, example, tmp_path):
    _, words = book(cli, example, tmp_path / "book.pdf", "--private")

    assert "I am proud of us" in words
    assert "This book holds our private notes" in words


def test_a_book_of_some_days_with_numbers_on_small_paper(cli, example, tmp_path):
    _, without = book(cli, example, tmp_path / "book.pdf", "--from", "2026-04-01", *DAYS[2:])
    more = ("--numbers", "--paper", "a5", "--lang", "es")
    _, numbers = book(cli, example, tmp_path / "numbers.pdf", *more)

    assert "March 2026" not in without
    assert "Did it on" not in without
    assert "Lo hicimos" in numbers
    width, height = pypdf.PdfReader(tmp_path / "numbers.pdf").pages[0].mediabox[2:]
    assert (round(float(width)), round(float(height))) == (420, 595)


def test_photos_are_in_a_book_only_where_it_is_said(cli, example, tmp_path):
    file = tmp_path / "book.pdf"
    assert book(cli, example, file, "--photos")[0].code == 0
    assert alternatives(file.read_bytes()) == []


def test_reversed_days_are_said(cli, example, tmp_path):
    both = book(cli, example, tmp_path / "book.pdf", "--from", "2026-05-01", "--to", "2026-04-01")
    late = book(cli, example, tmp_path / "book.pdf", "--from", "2030-05-01")

    assert both[0].code == 2
    assert late[0].code == 1
    assert not (tmp_path / "book.pdf").exists()


def test_a_character_that_nothing_draws_is_said(cli, example, tmp_path):
    told = json.loads(cli("export", example, "--format", "json", "--out", "-").out)
    told["strategies"][0]["name"] = "Strange \ue000"
    del told["strategies"][0]["rev"]
    (tmp_path / "changed.json").write_text(json.dumps(told), encoding="utf-8")
    folder = tmp_path / "other"
    cli("new", folder)
    assert cli("import", folder, tmp_path / "changed.json").code == 0

    assert "U+E000" in sheet(cli, folder, tmp_path / "week.pdf", *WEEK)[0].err
    assert "U+E000" in book(cli, folder, tmp_path / "book.pdf")[0].err
