"""All that is written, out and in by the command line, and one child's part handed over."""

import json
import zipfile
from uuid import uuid4

import pytest

from homejournal.domain.sharing.outgoing import Part
from homejournal.exchange.pack_file import read_pack


def export(cli, journal, form, file):
    assert cli("export", journal, "--format", form, "--out", file).code == 0
    return file


def as_told(cli, journal):
    told = json.loads(cli("export", journal, "--format", "json", "--out", "-").out)
    return {**told, "journal": None}


def told_of(cli, journal, *asked):
    answer = cli("export", journal, "--format", "json", "--out", "-", *asked)
    return {**json.loads(answer.out), "journal": None}


def test_a_file_can_be_of_some_entries_alone(cli, example):
    whole = as_told(cli, example)
    (mom,) = (one["id"] for one in whole["helpers"] if one["name"] == "Mom")
    told = told_of(cli, example, "--helper", "Mom", "--from", "2026-06-01", "--to", "2026-06-30")
    assert {one["helper"] for one in told["practices"]} == {mom}
    assert {one["day"][:7] for one in told["practices"]} == {"2026-06"}
    assert 0 < len(told["practices"]) < len(whole["practices"])
    one = told_of(cli, example, "--strategy", "Pause and wait", "--child", "Noa")
    assert [strategy["name"] for strategy in one["strategies"]] == ["Pause and wait"]
    flagged = told_of(cli, example, "--flag", "celebration")
    assert {"celebration" in note["flags"] for note in flagged["notes"]} == {True}
    assert "notes" not in told_of(cli, example, "--flag", "private")
    assert "practices" not in told_of(cli, example, "--photos")
    assert "practices" not in told_of(
        cli, example, "--written-by", "Grandma Rosa", "--by", "Carmen"
    )


def test_a_filter_that_names_nobody_here_is_told(cli, example):
    for asked in (
        ("--helper", "Nobody"),
        ("--child", "Nobody"),
        ("--from", "2026-07-01", "--to", "2026-06-01"),
    ):
        answer = cli("export", example, "--format", "json", "--out", "-", *asked)
        assert answer.code
        assert answer.out == ""
        assert answer.err


def test_of_several_children_one_has_to_be_named(cli, example, tmp_path):
    told = as_told(cli, example)
    (child,) = told["children"]
    twin = {"id": str(uuid4()), "name": "Leo"}
    file = tmp_path / "two.json"
    file.write_text(json.dumps({**told, "children": [child, twin]}), encoding="utf-8")
    assert cli("import", example, file).code == 0
    answer = cli("export", example, "--format", "json", "--out", "-", "--photos")
    assert answer.code == 1
    assert {child["name"], "Leo"} <= set(answer.err.replace(",", " ").replace(".", " ").split())


def test_tables_come_in_from_a_zip_file_and_from_a_folder(cli, example, tmp_path):
    tables = export(cli, example, "csv", tmp_path / "family.zip")
    with zipfile.ZipFile(tables) as opened:
        opened.extractall(tmp_path / "tables")
    for source in (tables, tmp_path / "tables"):
        other = tmp_path / f"from {source.name}"
        assert cli("new", other).code == 0
        assert cli("import", other, source).code == 0
        assert as_told(cli, other) == as_told(cli, example)


def test_a_folder_without_tables_is_told(cli, example, tmp_path):
    (tmp_path / "photos").mkdir()
    answer = cli("import", example, tmp_path / "photos")
    assert answer.code == 1
    assert "journal.csv" in answer.err


def test_what_would_come_is_told_and_nothing_taken(cli, example, tmp_path):
    file = export(cli, example, "json", tmp_path / "family.json")
    other = tmp_path / "other"
    cli("new", other)
    told = cli("import", other, file, "--preview")
    assert told.code == 0
    assert "entries" in told.out
    assert "children" not in as_told(cli, other)


def test_a_workbook_in_the_language_that_is_asked_for(cli, example, tmp_path):
    file = tmp_path / "familia.xlsx"
    assert cli("export", example, "--format", "xlsx", "--out", file, "--lang", "es").code == 0
    with zipfile.ZipFile(file) as opened:
        assert "Estrategia" in opened.read("xl/sharedStrings.xml").decode()


def test_a_workbook_is_for_reading_and_comes_in_nowhere(cli, example, tmp_path):
    file = export(cli, example, "xlsx", tmp_path / "family.xlsx")
    answer = cli("import", example, file)
    assert answer.code == 1
    assert "this is a workbook, made for reading" in answer.err
    assert "xml" not in answer.err


def test_a_sealed_file_is_told_where_it_comes_in(cli, example, tmp_path, words):
    (child,) = as_told(cli, example)["children"]
    file = tmp_path / "child.hjpack"
    asked = ("--child", child["id"], "--words-file", words, "--out", file)
    assert cli("hand-over", example, *asked).code == 0
    answer = cli("import", example, file)
    assert answer.code == 1
    assert "this is a sealed file" in answer.err
    assert "Keep it safe" in answer.err


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_a_file_that_is_written_is_told(cli, example, tmp_path, form):
    file = tmp_path / f"family.{form}"
    answer = cli("export", example, "--format", form, "--out", file)
    assert answer.out.startswith(f"The file {file} is written.")
    assert ("It is a zip file of tables." in answer.out) == (form == "csv")


@pytest.fixture
def words(tmp_path):
    file = tmp_path / "words.txt"
    file.write_text("four quiet words here\n")
    return file


def test_one_childs_part_is_handed_over_sealed_and_taken_in(cli, example, tmp_path, words):
    (child,) = as_told(cli, example)["children"]
    file = tmp_path / "child.hjpack"
    asked = ("--child", child["name"], "--words-file", words, "--out", file)
    answer = cli("hand-over", example, *asked, "--without", "notes")
    assert (answer.code, answer.out) == (0, f"The sealed file {file} is written.\n")
    assert child["id"].encode() not in file.read_bytes()  # three letters may stand there by chance
    other = tmp_path / "other"
    cli("new", other)
    assert cli("share", "import", other, file, "--words-file", words).code == 0
    told = as_told(cli, other)
    assert [one["id"] for one in told["children"]] == [child["id"]]
    assert "notes" not in told
    assert "private_notes" not in told
    assert told["practices"]


def test_every_part_can_stay(cli, example, tmp_path, words):
    file = tmp_path / "plan.hjpack"
    (child,) = as_told(cli, example)["children"]
    stays = [said for part in Part for said in ("--without", part.value)]
    asked = ("--child", child["id"], "--words-file", words, "--out", file)
    assert cli("hand-over", example, *asked, *stays).code == 0
    pack = read_pack(file.read_bytes(), "four quiet words here")
    kinds = {revision.told().kind.value for revision in pack.incoming.revisions}
    assert kinds <= {"child", "outcome", "routine", "strategy", "plan_step", "home"} | {
        *("ladder", "ladder_rating", "outcome_review"),
    }


def test_a_child_that_is_not_there_is_told(cli, example, tmp_path, words):
    asked = ("--child", "Nobody", "--words-file", words, "--out", tmp_path / "x.hjpack")
    assert cli("hand-over", example, *asked).code != 0
