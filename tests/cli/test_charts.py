"""Charts from the command line: each kind in each form, and one sentence where there is none."""

import csv
import io
import json
import os
from datetime import datetime

import pypdf
import pytest
from PIL import Image

from homejournal.exchange.tables import without_apostrophe
from homejournal.services.opening import create_example
from tests.cli.example import DAYS, THREE_MONTHS
from tests.journals import DEVICE, Clock

KINDS = ("row", "bars", "dots", "visit", "routine", "slot")
WAIT = ("--child", "Noa", "--strategy", "Pause and wait")


@pytest.fixture
def chart(cli, example):
    """Ask for a chart of the example family."""

    def ask(*more, of=WAIT, days=THREE_MONTHS, kind="bars", form="csv", out="-"):
        told = (*of, *days, "--kind", kind, "--format", form, "--out", out)
        return cli("chart", example, *told, *more)

    return ask


def rows_of(answer):
    assert (answer.code, answer.err) == (0, "")
    return list(csv.DictReader(io.StringIO(answer.out.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_picture_says_what_was_left_of_it_by_a_filter(chart, tmp_path, form):
    for more, said in (((), False), (("--helper", "Mom"), True)):
        file = tmp_path / f"chart.{form}"
        assert chart(*more, form=form, out=file).code == 0
        assert (b"Pause and wait (only: Mom)" in file.read_bytes()) is said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["png", "svg", "pdf", "csv"])
def test_every_kind_of_chart_is_made_in_every_form(chart, tmp_path, kind, form):
    file = tmp_path / f"chart.{form}"
    answer = chart(kind=kind, form=form, out=file)

    assert (answer.code, answer.out, answer.err) == (0, f"The file {file} is written.\n", "")
    data = file.read_bytes()
    start = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF-", "csv": b"\xef\xbb\xbf"}[form]
    assert data.startswith(start)
    assert os.name == "nt" or not file.stat().st_mode & 0o077
    if form == "png":
        with Image.open(file) as picture:
            assert picture.width > 1_000
            named = "Pause and wait · " + ("March 30" if kind == "row" else "how much help")
            assert picture.info["Title"].startswith(named)


def test_a_table_has_the_numbers_that_the_command_numbers_prints(cli, example, chart):
    told = json.loads(cli("numbers", example, *WAIT, *THREE_MONTHS).out)["strategies"][0]

    weeks = [row for row in rows_of(chart()) if row["Ratings"]]
    named = ("A lot of help", "Some help", "A little help", "On own")
    assert [[int(week[name]) for name in named] for week in weeks] == [
        [week["levels"].get(level, 0) for level in "1234"] for week in told["weeks"]
    ]
    assert [int(week["Days we did it"]) for week in weeks] == [
        week["did_it"] for week in told["weeks"]
    ]
    sides = rows_of(chart(kind="visit"))
    newest = told["visits"][0]
    assert [int(side["Ratings"]) for side in sides] == [
        newest[side]["n"] for side in ("before", "since")
    ]
    slots = {slot["slot"]: slot["n"] for slot in told["slots"]}
    assert {row["Time of day"]: int(row["Ratings"]) for row in rows_of(chart(kind="slot"))} == {
        name: slots[name] for name in ("breakfast", "dinner")
    }


def test_a_row_has_its_days_and_its_ratings_as_one_table_after_the_other(cli, example, chart):
    told = json.loads(cli("numbers", example, *WAIT, *THREE_MONTHS).out)["strategies"][0]
    days, weeks = chart(kind="row").out.removeprefix("\ufeff").split("\r\n\r\n")

    rows = list(csv.DictReader(io.StringIO(days)))
    assert [(row["Day"], row["Times"] or "0") for row in rows] == [
        (day["day"], str(day["times"])) for day in told["days"]
    ]
    assert {"breakfast", "dinner"} <= rows[0].keys()
    weeks = [row for row in csv.DictReader(io.StringIO(weeks)) if row["Ratings"]]
    assert sum(int(row["Ratings"]) for row in weeks) == told["total"]["n"]


def test_a_row_as_json_tells_the_numbers_of_its_days(cli, example, chart):
    told = json.loads(cli("numbers", example, *WAIT, *THREE_MONTHS).out)["strategies"][0]
    rows = json.loads(chart(kind="row", form="json").out)
    (row,) = rows["rows"]

    assert (row["name"], rows["strip"], rows["bars"]) == ("Pause and wait", "day", "week")
    same = ("did_it", "planned", "not_written", "left_out", "times")
    assert [row["total"][name] for name in same] == [told["total"][name] for name in same]
    assert sum(bar["n"] for bar in row["bars"]) == told["total"]["n"]
    assert {visit["day"] for visit in rows["visits"]} >= {one["day"] for one in told["visits"]}
    assert {person for visit in rows["visits"] for person in visit["people"]} == set()


def test_who_came_is_named_only_with_the_words_for_our_life(chart):
    rows = json.loads(chart("--life", kind="row", form="json").out)

    assert {person for visit in rows["visits"] for person in visit["people"]} >= {"Dana"}
    assert all(event["words"] for event in rows["life"])
    bare = json.loads(chart(kind="row", form="json").out)
    assert len(bare["life"]) == len(rows["life"])
    assert not any(event["words"] for event in bare["life"])


def test_too_few_to_sum_up_is_said_in_the_file(chart, tmp_path):
    file = tmp_path / "row.svg"
    days = ("--from", "2026-06-15", "--to", "2026-06-16", "--today", "2026-06-28")
    assert chart(kind="row", form="svg", out=file, days=days).code == 0
    assert "too few to sum up" in file.read_text(encoding="utf-8")


def test_a_filter_narrows_the_chart_and_the_sheet_says_so(cli, chart, tmp_path):
    mom = rows_of(chart("--helper", "Mom", kind="dots"))
    every = rows_of(chart(kind="dots"))
    assert 0 < len(mom) < len(every)
    file = tmp_path / "mom.pdf"
    assert chart("--helper", "mom", kind="dots", form="pdf", out=file).code == 0
    words = " ".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    assert "Mom" in words
    assert "Example family" not in words  # what came in from a file is the family's own


def test_a_sheet_of_the_example_says_that_it_is_one(cli, tmp_path):
    evening = Clock(datetime(2026, 6, 28, 19, 30).astimezone())
    create_example(tmp_path / "example", clock=evening, device=DEVICE).close()
    file = tmp_path / "chart.pdf"
    asked = ("--kind", "dots", "--format", "pdf", "--out", file)
    assert cli("chart", tmp_path / "example", *WAIT, *THREE_MONTHS, *asked).code == 0
    assert "Example family" in pypdf.PdfReader(file).pages[0].extract_text()


def test_a_chart_is_in_the_language_that_is_asked_for(chart):
    assert "Mucha ayuda" in chart("--lang", "es").out.splitlines()[0]


def test_what_a_spreadsheet_would_run_is_written_as_words(cli, journal, chart, tmp_path):
    unit = "=cmd|' /C calc'!A0"
    told = {
        "format": "homejournal", "schema": 1,
        "children": [{"id": _id(1), "name": "Ada"}],
        "strategies": [{"id": _id(2), "child": _id(1), "name": "+Wait"}],
        "plan_steps": [{
            "id": _id(3), "strategy": _id(2), "from": "2026-06-01",
            "rating": {"kind": "number", "unit": "words"},
        }],
        "life_events": [{"id": _id(4), "child": _id(1), "day": "2026-06-02", "words": unit}],
        "practices": [{
            "id": _id(5), "strategy": _id(2), "day": "2026-06-02",
            "rating_kind": "number", "rating": "0",
        }],
    }  # fmt: skip
    (tmp_path / "ada.json").write_text(json.dumps(told), encoding="utf-8")
    assert cli("import", journal, tmp_path / "ada.json").code == 0
    asked = ("--child", "Ada", "--strategy", "+Wait", "--kind", "dots", "--out", "-")
    days = ("--from", "2026-06-01", "--to", "2026-06-10", "--today", "2026-06-10")
    asked = (*asked, *days, "--format", "csv")
    rows = rows_of(cli("chart", journal, *asked, "--life"))

    assert rows[0]["Remarks"] == f"'{unit}"
    assert without_apostrophe(rows[0]["Remarks"]) == unit
    assert rows[1]["Number (words a day)"] == "0"
    bare = rows_of(cli("chart", journal, *asked))
    assert bare[0]["Remarks"] == "something in our life"


def _id(number):
    return f"00000000-0000-4000-8000-{number:012}"


NOBODY = ("--child", "Noa", "--strategy", "Wait & see")
ONE_DAY = ("--from", "2026-06-20", "--to", "2026-06-20", "--today", "2026-06-28")
LONG_AGO = ("--from", "1997-01-01", "--to", "1998-12-31")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"of": NOBODY}, "Nothing in this journal is called Wait & see. These names are here: "),
        ({"days": LONG_AGO}, "Nothing is written down for these days.\n"),
        ({"days": LONG_AGO, "kind": "row"}, "Nothing is written down for these days.\n"),
        ({"days": LONG_AGO, "kind": "dots"}, "These days have no rating of this kind.\n"),
        ({"days": ONE_DAY, "kind": "visit"}, "No visit in these days has something planned or"),
        ({"days": ONE_DAY, "kind": "slot"}, "Fewer than two have five ratings in these days, "),
        ({"days": ONE_DAY, "kind": "routine"}, "Fewer than two have five ratings in these days"),
        ({"more": ("--by", "Ben")}, "Nothing written down for these days fits the filter.\n"),
        (
            {"more": ("--helper", "Grandma Rosa")},
            "Nothing written down for these days fits the filter.\n",
        ),
        ({"more": ("--routine", "Garden")}, "Nothing in this journal is called Garden. These "),
        ({"more": ("--by", "Nobody")}, "Nothing in this journal is called Nobody. These names"),
    ],
)
def test_where_there_is_nothing_to_show_one_sentence_says_why_and_no_file_is_made(
    chart, tmp_path, told, said
):
    file = tmp_path / "chart.png"
    more = told.pop("more", ())
    answer = chart(*more, form="png", out=file, **told)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(said)
    assert answer.err.count("\n") == 1
    assert not file.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        (*WAIT, "--from", "2026-06-28", "--to", "2026-06-01", "--format", "png", "--out", "x"),
        (*WAIT, "--from", "2026-06-01", "--to", "June", "--format", "png", "--out", "x"),
        (*WAIT, *DAYS, "--format", "gif", "--out", "x"),
        (*WAIT, *DAYS, "--kind", "pie", "--format", "png", "--out", "x"),
        (*WAIT, *DAYS, "--format", "png"),
        (*WAIT, *DAYS, "--out", "x"),
        ("--child", "Noa", *DAYS, "--format", "png", "--out", "x"),
        ("--child", "Noa", "--strategy", " ", *DAYS, "--format", "png", "--out", "x"),
        (*WAIT, *DAYS, "--helper", "", "--format", "png", "--out", "x"),
    ],
)
def test_a_chart_that_is_not_understood_is_refused_in_one_sentence(cli, example, arguments):
    answer = cli("chart", example, *arguments)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("kind", ["row", "bars", "dots"])
@pytest.mark.parametrize("form", ["png", "pdf", "csv"])
@pytest.mark.parametrize(
    "days",
    [
        ONE_DAY,
        ("--from", "1996-06-29", "--to", "2026-06-28", "--today", "2026-06-28"),
        ("--from", "0001-01-01", "--to", "9999-12-31", "--today", "2026-06-28"),
    ],
    ids=["one day", "thirty years", "all days"],
)
def test_a_day_and_thirty_years_can_be_shown(chart, tmp_path, kind, form, days):
    file = tmp_path / "chart"
    answer = chart(days=days, kind=kind, form=form, out=file)

    assert (answer.code, answer.err) == (0, "")
    assert file.stat().st_size > 100


@pytest.mark.parametrize("where", ["no/such/chart.png", "."])
def test_a_file_that_cannot_be_written_is_said_and_leaves_nothing_behind(chart, tmp_path, where):
    before = sorted(tmp_path.iterdir())
    answer = chart(form="png", out=tmp_path / where)

    assert (answer.code, answer.out) == (1, "")
    assert str(tmp_path) in answer.err
    assert answer.err.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_a_sheet_tells_which_characters_no_font_draws(cli, journal, tmp_path):
    told = {
        "format": "homejournal", "schema": 1,
        "children": [{"id": _id(1), "name": "A\ue000da"}],
        "strategies": [{"id": _id(2), "child": _id(1), "name": "Wait"}],
        "plan_steps": [{"id": _id(3), "strategy": _id(2), "from": "2026-06-01"}],
        "practices": [{"id": _id(5), "strategy": _id(2), "day": "2026-06-02"}],
    }  # fmt: skip
    (tmp_path / "ada.json").write_text(json.dumps(told), encoding="utf-8")
    assert cli("import", journal, tmp_path / "ada.json").code == 0
    days = ("--from", "2026-06-01", "--to", "2026-06-10", "--today", "2026-06-10")
    out = ("--format", "pdf", "--out", tmp_path / "ada.pdf")
    answer = cli("chart", journal, "--child", _id(1), "--strategy", "Wait", *days, *out)

    assert answer.code == 0
    assert "U+E000" in answer.err
    assert (tmp_path / "ada.pdf").read_bytes().startswith(b"%PDF-")
