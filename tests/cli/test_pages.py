"""Visit pages from the command line."""

import json
from uuid import uuid4

import pikepdf
import pypdf
import pytest

from tests.cli.example import DAYS, EXAMPLE

AS_TEXT = (*DAYS, "--format", "text", "--out", "-")
RIGHT = "our café 3"


@pytest.mark.parametrize("kind", ["pdf", "text", "json"])
def test_a_page_is_made_in_each_form(cli, example, tmp_path, kind):
    file = tmp_path / "page"

    answer = cli("page", example, "--child", "Noa", *DAYS, "--format", kind, "--out", file)

    assert (answer.code, answer.out) == (0, f"The file {file} is written.\n")
    start = {"pdf": b"%PDF-", "text": b"", "json": b"{"}[kind]
    assert file.read_bytes().startswith(start)
    assert len(file.read_bytes()) > 500


def test_a_page_for_one_person_tells_only_of_what_they_suggested(cli, example):
    more = (*DAYS, "--format", "text", "--out", "-")

    whole = cli("page", example, "--child", "Noa", "--whole-team", *more).out
    for_ben = cli("page", example, "--child", "Noa", "--for", "Ben", *more).out

    assert "Pause and wait" in whole
    assert "Toy one step away" in for_ben
    assert "Pause and wait" not in for_ben
    assert "I am proud of us" not in whole


def test_without_a_name_a_page_is_for_those_who_come_to_the_next_visit(cli, example):
    usual = cli("page", example, "--child", "Noa", *AS_TEXT).out
    team = cli("page", example, "--child", "Noa", "--whole-team", *AS_TEXT).out

    assert "For Dana" in usual
    assert "Toy one step away" not in usual
    assert "For the whole team" in team
    assert "Toy one step away" in team


def team_of(cli, folder):
    journal = json.loads(cli("export", folder, "--format", "json", "--out", "-").out)
    return {one["name"]: one["id"] for one in journal["team"]}


def test_a_professional_is_known_by_name_or_id_however_it_is_written(cli, example):
    by_name = cli("page", example, "--child", "Noa", "--for", "Ben", *AS_TEXT)
    assert by_name.code == 0
    for said in (" ben ", team_of(cli, example)["Ben"].upper()):
        assert cli("page", example, "--child", "Noa", "--for", said, *AS_TEXT) == by_name


def test_an_unknown_professional_is_said_with_the_names_that_are_there(cli, example):
    answer = cli("page", example, "--child", "Noa", "--for", "Nobody", *AS_TEXT)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        "Nothing in this journal is called Nobody. These names are here: Ben, Carmen, Dana.\n"
    )


def test_a_name_that_two_professionals_share_lists_both_and_an_id_tells_them_apart(
    cli, example, tmp_path
):
    another = "7c9d1a34-2f43-4b7e-a1a9-3c1d6a9b0e03"
    told = {"format": "homejournal", "schema": 1, "team": [{"id": another, "name": "ben"}]}
    file = tmp_path / "ben.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    first = team_of(cli, example)["Ben"]
    assert cli("import", example, file).code == 0

    answer = cli("page", example, "--child", "Noa", "--for", "Ben", *AS_TEXT)

    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert all(id_ in answer.err for id_ in (another, first))
    assert cli("page", example, "--child", "Noa", "--for", first, *AS_TEXT).code == 0


def test_a_page_tells_which_characters_no_font_draws(cli, journal, tmp_path):
    child = {"id": "7c9d1a34-2f43-4b7e-a1a9-3c1d6a9b0e02", "name": "A\ue000da"}
    told = {"format": "homejournal", "schema": 1, "children": [child]}
    (tmp_path / "ada.json").write_text(json.dumps(told), encoding="utf-8")
    assert cli("import", journal, tmp_path / "ada.json").code == 0
    out = ("--format", "pdf", "--out", tmp_path / "ada.pdf")

    answer = cli("page", journal, "--child", child["id"], *DAYS, *out)

    assert answer.code == 0
    assert "U+E000" in answer.err


@pytest.mark.parametrize("kind", ["text", "json"])
def test_the_second_page_is_there_when_it_is_asked_for(cli, example, kind):
    asked = ("page", example, "--child", "Noa", *DAYS, "--format", kind, "--out", "-")
    alone, both = cli(*asked).out, cli(*asked, "--second-page").out
    if kind == "text":
        assert "CHARTS AND NOTES" in both
        assert "CHARTS AND NOTES" not in alone
    else:
        assert json.loads(alone)["second"] is None
        second = json.loads(both)["second"]
        assert all(len(chart["rows"]["rows"]) == 1 for chart in second["charts"])
        assert second["charts"]
        assert second["notes"] == sorted(second["notes"], key=lambda note: note["day"])
    assert "I am proud of us" not in both


def test_the_second_page_is_on_a_sheet_of_its_own(cli, example, tmp_path):
    file = tmp_path / "page.pdf"
    to_file = (*DAYS, "--format", "pdf", "--out", file)
    assert cli("page", example, "--child", "Noa", *to_file, "--second-page").code == 0
    sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(file).pages]
    (place,) = [at for at, sheet in enumerate(sheets) if "Charts and notes" in sheet]
    assert "Until next time" in sheets[place - 1]


@pytest.mark.parametrize(("kind", "start"), [("html", b"<!DOCTYPE html>"), ("short", b"Noa")])
def test_a_page_for_a_browser_and_a_short_text(cli, example, tmp_path, kind, start):
    file = tmp_path / "page"
    answer = cli("page", example, "--child", "Noa", *DAYS, "--format", kind, "--out", file)
    assert answer.code == 0
    assert start in file.read_bytes()[:20]
    if kind == "short":
        assert 20 < len(file.read_text("utf-8").split()) <= 120
        assert answer.err == ""


def test_a_pdf_is_locked_with_the_password_of_a_file(cli, example, tmp_path):
    file, secret = tmp_path / "page.pdf", tmp_path / "secret"
    secret.write_text(f"{RIGHT}\nand more\n", encoding="utf-8")
    pdf = (*DAYS, "--format", "pdf", "--out", file, "--password-file", secret)
    assert cli("page", example, "--child", "Noa", *pdf).code == 0
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(file, password=f"{RIGHT}\nand more")
    with pikepdf.open(file, password=RIGHT) as opened:
        title = str(opened.docinfo.Title)
    assert "Noa" in title
    assert title.encode() not in file.read_bytes()


@pytest.mark.parametrize(
    ("kind", "secret", "code", "said"),
    [
        ("html", "open sesame", 2, "A password locks only a PDF: --format pdf."),
        ("pdf", "", 2, "The first line of the file must be a password of 1 to 127 letters."),
        ("pdf", "x" * 128, 2, "The first line of the file must be a password of 1 to 127 letters."),
    ],
)
def test_a_password_that_cannot_lock_is_said(cli, example, tmp_path, kind, secret, code, said):
    file, kept = tmp_path / "page", tmp_path / "secret"
    kept.write_text(secret, encoding="utf-8")
    asked = (*DAYS, "--format", kind, "--out", file, "--password-file", kept)
    answer = cli("page", example, "--child", "Noa", *asked)
    assert (answer.code, answer.err) == (code, f"{said}\n")
    assert not file.exists()


def test_a_page_in_another_language_says_that_notes_stay_as_written(cli, example):
    spanish = cli("page", example, "--child", "Noa", "--lang", "es", *AS_TEXT).out
    english = cli("page", example, "--child", "Noa", *AS_TEXT).out
    assert "Las notas de la familia están tal como se escribieron." in spanish
    assert "left as they were written" not in english


def test_notes_that_are_not_on_the_page_are_counted(cli, example, tmp_path):
    child = json.loads(EXAMPLE.read_text(encoding="utf-8"))["children"][0]["id"]
    good = [
        {"id": str(uuid4()), "child": child, "day": "2026-06-20", "text": f"She laughed {n}"}
        | {"flags": ["celebration"]}
        for n in range(6)
    ]
    more = {"format": "homejournal", "schema": 1, "notes": good}
    (tmp_path / "more.json").write_text(json.dumps(more), encoding="utf-8")
    out = ("--format", "pdf", "--out", tmp_path / "page.pdf")
    before = cli("page", example, "--child", "Noa", "--whole-team", *DAYS, *out).err
    assert "Not on this page" not in before
    assert cli("import", example, tmp_path / "more.json").code == 0
    made = cli("page", example, "--child", "Noa", "--whole-team", *DAYS, *out)
    assert made.code == 0
    assert made.err == f"Not on this page: 6 notes.\n{before}"


def test_a_first_page_of_more_than_one_sheet_is_said(cli, example, tmp_path):
    told = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    (note, *_) = (one for one in told["notes"] if one["child"] == told["children"][0]["id"])
    questions = [
        {"id": str(uuid4()), "child": note["child"], "day": "2026-06-20", "text": "Is it? " * 40}
        | {"flags": ["question"]}
        for _ in range(15)
    ]
    more = {"format": "homejournal", "schema": 1, "notes": questions}
    (tmp_path / "more.json").write_text(json.dumps(more), encoding="utf-8")
    out = ("--second-page", "--format", "pdf", "--out", tmp_path / "page.pdf")

    day = ("--from", "2026-06-28", "--to", "2026-06-28")
    usual = cli("page", example, "--child", "Noa", *day, "--for", "Ben", *out)
    assert cli("import", example, tmp_path / "more.json").code == 0
    long = cli("page", example, "--child", "Noa", *DAYS, *out)

    short = ("--format", "short", "--out", tmp_path / "short.txt")
    told = cli("page", example, "--child", "Noa", *DAYS, *short)
    assert "Not everything had room in so few words." in told.err

    assert (usual.code, usual.err) == (0, "")
    assert long.code == 0
    assert long.err.startswith("The first page takes ")


def test_a_page_has_labels_in_a_second_language_where_that_is_asked_for(cli, example):
    alone = cli("page", example, "--child", "Noa", *AS_TEXT)
    both = cli("page", example, "--child", "Noa", "--second-lang", "es", *AS_TEXT)
    spanish = "Escrita por la familia"

    assert (both.code, spanish in alone.out) == (0, False)
    assert "Pause and wait" in both.out
    assert len(both.out) > len(alone.out)


def test_lines_that_name_another_child_are_left_off_and_counted(cli, tmp_path):
    folder, file = tmp_path / "journal", tmp_path / "family.json"
    ada, luis = str(uuid4()), str(uuid4())
    said = {"child": ada, "day": "2026-06-15", "flags": ["celebration"]}
    family = {
        "format": "homejournal",
        "schema": 1,
        "children": [{"id": ada, "name": "Ada"}, {"id": luis, "name": "Luís"}],
        "notes": [
            {"id": str(uuid4()), "text": "Luis laughed, too", **said},
            {"id": str(uuid4()), "text": "She waved", **said},
        ],
    }
    file.write_text(json.dumps(family), "utf-8")
    assert cli("new", folder).code == 0
    assert cli("import", folder, file).code == 0

    told = cli("page", folder, "--child", "Ada", *AS_TEXT)
    assert "She waved" in told.out
    assert "Luis" not in told.out
    assert "1 line names another child of the family and is left off." in told.err
    days = ("--from", "2026-06-10", "--to", "2026-06-28")
    for kind, off in (("review", "1 line names another child"), ("transition", "1 line")):
        pack = cli("pack", folder, "--child", "Ada", "--kind", kind, *days, "--out", tmp_path / "p")
        assert pack.code == 0
        assert off in pack.err


def test_a_pack_and_a_book_of_an_empty_journal_say_so_and_write_nothing(cli, tmp_path):
    folder, file = tmp_path / "journal", tmp_path / "family.json"
    child = {"id": str(uuid4()), "name": "Ada"}
    file.write_text(json.dumps({"format": "homejournal", "schema": 1, "children": [child]}))
    assert cli("new", folder).code == 0
    assert cli("import", folder, file).code == 0

    for command in (("pack", "--kind", "review"), ("book",)):
        made = tmp_path / "made.pdf"
        answer = cli(command[0], folder, "--child", "Ada", *command[1:], "--out", made)
        assert (answer.code, made.exists()) == (1, False)
        assert answer.err.startswith("There is nothing to print yet. What is missing: ")
