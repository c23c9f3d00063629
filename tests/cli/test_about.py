"""The page about a child from the command line."""

import json

import pytest

from tests.reports.pdf_checks import words_of

TODAY = ("--today", "2026-06-28")


def about(cli, folder, file, *more):
    return cli("about", folder, "--child", "Noa", *TODAY, "--out", file, *more)


def test_the_page_is_made_as_pdf(cli, example, tmp_path):
    file = tmp_path / "about.pdf"
    answer = about(cli, example, file, "--format", "pdf", "--paper", "a4")

    assert (answer.code, answer.out, answer.err) == (0, f"The file {file} is written.\n", "")
    words = words_of(file.read_bytes())
    assert "20 months (corrected age 19 months) on June 7, 2026" in words
    assert "Her hand on the spoon." in words


def test_the_text_goes_to_the_output_in_two_languages(cli, example):
    two = ("--lang", "es", "--second-lang", "en")
    answer = about(cli, example, "-", "--format", "text", *two)

    assert answer.code == 0
    assert "20 meses (edad corregida: 19 meses) el 7 de junio de 2026 · 20 months" in answer.out
    assert "- Pause and wait · Breakfast, Dinner · de Dana" in answer.out
    assert "What the family wrote is left as it was written." in answer.out


def test_a_child_of_whom_nothing_is_written_is_told_and_no_file_made(cli, journal, tmp_path):
    told = {"format": "homejournal", "schema": 1, "children": [{"id": CHILD, "name": "Noa"}]}
    (tmp_path / "family.json").write_text(json.dumps(told))
    assert cli("import", journal, tmp_path / "family.json").code == 0

    answer = about(cli, journal, tmp_path / "about.pdf", "--format", "pdf")

    assert (answer.code, answer.err) == (1, "Nothing is written down about Noa yet.\n")
    assert not (tmp_path / "about.pdf").exists()


def test_characters_that_no_font_draws_are_named(cli, journal, tmp_path):
    child = {"id": CHILD, "name": "Noa", "words": "\U000f1234"}
    told = {"format": "homejournal", "schema": 1, "children": [child]}
    (tmp_path / "family.json").write_text(json.dumps(told))
    assert cli("import", journal, tmp_path / "family.json").code == 0

    answer = about(cli, journal, tmp_path / "about.pdf", "--format", "pdf")

    assert answer.code == 0
    assert "U+F1234" in answer.err


@pytest.mark.parametrize("wrong", [("--format", "docx"), ("--second-lang", "xx"), ()])
def test_what_cannot_be_is_not_understood(cli, example, tmp_path, wrong):
    assert about(cli, example, tmp_path / "about.pdf", *wrong).code == 2


CHILD = "426940ed-e702-5516-825d-7815b17351b7"
