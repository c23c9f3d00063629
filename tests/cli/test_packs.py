"""Packs from the command line."""

from io import BytesIO

import pikepdf
import pytest

from tests.reports.pdf_checks import conforms, sheets_of, words_of

RIGHT = "mesa 7"
TODAY = ("--today", "2026-06-28")


def pack(cli, folder, file, kind, *more):
    told = ("--child", "Noa", "--kind", kind, *TODAY, "--out", file)
    answer = cli("pack", folder, *told, *more)
    return answer, words_of(file.read_bytes()) if file.exists() else ""


def test_a_review_is_made_of_half_a_year(cli, example, tmp_path):
    file = tmp_path / "review.pdf"
    answer, words = pack(cli, example, file, "review")
    assert (answer.code, answer.out, answer.err) == (0, f"The file {file} is written.\n", "")
    assert "Noa: our six-month review" in words
    assert "Reached · March 18, 2026 Noa sits on the floor and plays with both hands." in words
    assert "Last looked at, Jun 10 Noa asks with a sound or a sign at one meal a day." in words
    assert "How sure do I feel" not in words
    assert conforms(file.read_bytes()) == []


def test_a_history_of_the_example_stands_on_two_pages(cli, example, tmp_path):
    file = tmp_path / "three.pdf"
    answer, words = pack(cli, example, file, "transition")
    assert answer.code == 0
    assert "Noa turns three on September 14, 2027." in words
    assert len(sheets_of(file.read_bytes())) == 2
    assert "How Noa communicates Sounds, signs, pointing" in words
    assert "Carmen Service coordinator Phone: 555-0163" in words


def test_other_days_paper_and_language(cli, example, tmp_path):
    days = ("--from", "2026-05-01", "--to", "2026-05-31")
    more = (*days, "--paper", "a4", "--lang", "es")
    answer, words = pack(cli, example, tmp_path / "may.pdf", "review", *more)
    assert answer.code == 0
    assert "1 de mayo al 31 de mayo de 2026" in words


def test_labels_in_two_languages_and_that_words_stand_as_written(cli, example, tmp_path):
    said = "What the family wrote is left as it was written."
    words = pack(cli, example, tmp_path / "one.pdf", "review")[1]
    assert said not in words
    more = ("--second-lang", "es")
    answer, words = pack(cli, example, tmp_path / "both.pdf", "review", *more)
    assert answer.code == 0
    assert said in words
    assert "Celebrations Alegrías" in words
    words = pack(cli, example, tmp_path / "es.pdf", "review", "--lang", "es")[1]
    assert "Lo que escribió la familia está tal como se escribió." in words


def test_a_pack_is_locked_with_a_password(cli, example, tmp_path):
    secret, file = tmp_path / "secret.txt", tmp_path / "locked.pdf"
    secret.write_text(f"{RIGHT}\n", encoding="utf-8")
    told = ("--child", "Noa", "--kind", "review", *TODAY, "--out", file)
    assert cli("pack", example, *told, "--password-file", secret).code == 0
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(file, password=RIGHT[:4])
    opened = BytesIO()
    with pikepdf.open(file, password=RIGHT) as locked:
        locked.save(opened, encryption=False)
    assert "our six-month review" in words_of(opened.getvalue())
    secret.write_text("\n", encoding="utf-8")
    answer = cli("pack", example, *told, "--password-file", secret)
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)


def test_what_was_prepared_in_the_window_is_in_it(cli, example, tmp_path):
    given = tmp_path / "family.json"
    cli("export", example, "--format", "json", "--out", given)
    made = given.read_text("utf-8")
    child = made[made.index('"children"') :].split('"id": "')[1][:36]
    record = (
        '{"format": "homejournal", "schema": 1, "elsewhere":'
        f' [{{"id": "{child}", "kind": "child"}}], "preparations": [{{"id":'
        f' "6f1c6a52-52a5-4c43-9d0b-0f2d7a1f3b11", "child": "{child}", "pack": "review", "day":'
        ' "2026-06-25", "answers": {"services": "A visit at grandma’s"}, "meeting": "2026-07-02"}]}'
    )
    file = tmp_path / "prepared.json"
    file.write_text(record, encoding="utf-8")
    assert cli("import", example, file).code == 0
    words = pack(cli, example, tmp_path / "review.pdf", "review")[1]
    assert "A visit at grandma’s" in words
    assert "Our meeting: July 2, 2026" in words


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--kind", "party"), "--kind"),
        (("--from", "2026-06-01", "--to", "2026-05-01"), "reversed"),
        (("--from", "2026-07-01"), "last day"),
        (("--child", "Zoe"), "Zoe"),
    ],
)
def test_what_cannot_be_is_told_in_one_sentence(cli, example, tmp_path, more, said):
    answer, words = pack(cli, example, tmp_path / "no.pdf", "review", *more)
    assert answer.code in {1, 2}
    assert words == ""
    assert len(answer.err.splitlines()) == 1
    assert said in answer.err


def test_what_no_font_draws_is_told(cli, journal, tmp_path):
    family = tmp_path / "family.json"
    family.write_text(
        '{"format": "homejournal", "schema": 1, "children": [{"id":'
        ' "6f1c6a52-52a5-4c43-9d0b-0f2d7a1f3b11", "name": "Noa \U000f0000"}], "outcomes": [{"id":'
        ' "6f1c6a52-52a5-4c43-9d0b-0f2d7a1f3b12", "text": "Sits", "child":'
        ' "6f1c6a52-52a5-4c43-9d0b-0f2d7a1f3b11"}]}',
        encoding="utf-8",
    )
    cli("import", journal, family)
    file = tmp_path / "review.pdf"
    named = "6f1c6a52-52a5-4c43-9d0b-0f2d7a1f3b11"
    told = ("--child", named, "--kind", "review", *TODAY, "--out", file)
    answer = cli("pack", journal, *told)
    assert answer.code == 0
    assert file.exists()
    assert answer.err


@pytest.mark.parametrize(
    ("kind", "first"),
    [("review", "an answer to one of the questions"), ("transition", "words about our child")],
)
def test_an_empty_pack_says_what_is_missing_and_writes_nothing(cli, journal, tmp_path, kind, first):
    family = tmp_path / "family.json"
    family.write_text(
        '{"format": "homejournal", "schema": 1, "children": [{"id":'
        ' "6f1c6a52-52a5-4c43-9d0b-0f2d7a1f3b11", "name": "Noa", "born": "2024-09-14"}]}',
        encoding="utf-8",
    )
    cli("import", journal, family)
    answer, words = pack(cli, journal, tmp_path / "no.pdf", kind)
    assert (answer.code, answer.out, words) == (1, "", "")
    assert answer.err == (
        f"There is nothing to print yet. What is missing: {first}, an outcome and a strategy.\n"
    )
