"""All of looking back as numbers on the command line, and the same numbers on a visit page."""

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import JournalSettings
from homejournal.domain.looking_back.look_back_values import RunChart
from homejournal.exchange.file_records import Entry, JournalFile
from homejournal.exchange.journal_json import write_journal_json
from tests import families
from tests.cli.example import DAYS, THREE_MONTHS

MORE = {
    "days", "months", "phases", "visits", "firsts", "more_detail", "changes", "life",
}  # fmt: skip


@pytest.fixture
def numbers(cli, example):
    """Ask for the numbers of the example family."""

    def ask(*more, days=THREE_MONTHS):
        answer = cli("numbers", example, "--child", "Noa", *days, *more)
        assert (answer.code, answer.err) == (0, "")
        return json.loads(answer.out)

    return ask


def named(told, name):
    return next(one for one in told["strategies"] if one["name"] == name)


@pytest.fixture
def of_family(cli, journal, tmp_path):
    """Take a fictional family in and return its strategies' numbers."""

    def ask(family, *more):
        entries = tuple(Entry(record) for record in family.records)
        file = JournalFile(settings=JournalSettings(id=uuid4()), home=None, entries=entries)
        (tmp_path / "family.json").write_bytes(write_journal_json(file))
        assert cli("import", journal, tmp_path / "family.json").code == 0
        period = ("--from", family.period.start, "--to", family.period.end)
        told = ("--child", family.child.name, *period, "--today", family.today)
        answer = cli("numbers", journal, *told, *more)
        assert (answer.code, answer.err) == (0, "")
        return json.loads(answer.out)["strategies"]

    return ask


def test_every_strategy_tells_all_there_is_to_look_back_at(numbers):
    told = numbers()
    assert len(told["strategies"]) == 4
    for strategy in told["strategies"]:
        assert set(strategy) > MORE
    names = ("strategy", "by", "routine", "helper", "written_by")
    assert told["filter"] == dict.fromkeys(names)


def test_days_add_up_to_the_total_and_so_do_months(numbers):
    for strategy in numbers()["strategies"]:
        total, days = strategy["total"], strategy["days"]
        states = [day["state"] for day in days]
        assert sum(day["times"] > 0 for day in days) == total["did_it"]
        assert states.count("not_today") == total["not_today"]
        assert states.count("left_out") == total["left_out"]
        assert total["not_written"] in {None, states.count("not_written")}
        assert sum(month["did_it"] for month in strategy["months"]) == total["did_it"]
        assert sum(month["n"] for month in strategy["months"]) == total["n"]
        assert days == sorted(days, key=lambda day: day["day"])
        assert {day["reason"] for day in days if day["state"] != "left_out"} <= {None}


def test_phases_are_split_where_the_plan_changed_and_add_up(numbers):
    wait = named(numbers(), "Pause and wait")
    first, second = wait["phases"]
    assert wait["changes"] == [second["from"]] == ["2026-05-13"]
    assert first["n"] + second["n"] == wait["total"]["n"]
    assert first["rating"]["kind"] == "help"
    bed = named(numbers(), "Same three steps to bed")["phases"][0]["rating"]
    assert bed == {
        "kind": "number", "unit": "minutes", "better": "less", "per": "day",
        "aim": {"low": None, "high": "20"},
    }  # fmt: skip


def test_before_and_since_a_visit_stand_beside_each_other_with_nap(of_family):
    (shirt,) = of_family(families.imani())
    (visit,) = shirt["visits"]
    assert visit["day"] == "2026-03-13"
    assert (visit["before"]["levels"], visit["since"]["levels"]) == (
        {"1": 6, "2": 3},
        {"2": 3, "3": 4, "4": 1},
    )
    assert visit["nap"] == {
        "better": "67.5", "pairs": 72, "value": "0.9375", "before_n": 9, "after_n": 8,
    }  # fmt: skip
    assert shirt["changes"] == ["2026-03-13"]


def test_firsts_are_told_where_other_days_came_before(of_family):
    (wait,) = of_family(families.mateo())
    assert wait["firsts"] == [{"kind": "help", "level": 4, "day": "2026-03-22", "slot": "dinner"}]


def test_life_and_days_left_out_are_told_with_words_or_a_reason(of_family):
    (hold,) = of_family(families.jaylen())
    assert {"reason": "away", "words": None, "from": "2026-03-12", "to": "2026-03-14"} in (
        hold["life"]
    )
    assert any(mark["words"] for mark in hold["life"])


def test_too_few_values_have_no_run_chart_and_a_whole_plan_no_interval(of_family):
    steps, books, _ = of_family(families.eli())
    assert steps["more_detail"] == {"run_chart": None, "tries_of_one_session": None}
    assert books["visits"] == []


def test_a_run_chart_tells_its_limits(numbers):
    run = named(numbers(), "Same three steps to bed")["more_detail"]["run_chart"]
    assert set(run) == {field.name for field in fields(RunChart)}
    assert run["useful"] >= 12
    assert Decimal(run["median"]) > 0
    assert (run["weekly"], run["signal"]) == (False, True)


def test_celebrations_are_the_newest_first_and_never_a_private_note(cli, example, numbers):
    told = numbers()["celebrations"]
    assert [one["day"] for one in told] == sorted((one["day"] for one in told), reverse=True)
    assert all(set(one) == {"id", "day", "strategy", "text"} for one in told)
    whole = json.loads(cli("export", example, "--format", "json", "--out", "-").out)
    private = {note["text"] for note in whole["private_notes"]}
    assert private
    assert private.isdisjoint(one["text"] for one in told)
    printed = json.dumps(numbers(), ensure_ascii=False)
    assert not [text for text in private if text in printed]


def test_a_filter_is_told_with_what_is_left_and_plans_nothing_for_one_person(numbers):
    told = numbers("--strategy", "Pause and wait", "--helper", "mom", "--by", "dana")
    (wait,) = told["strategies"]
    assert all(told["filter"][name] for name in ("strategy", "helper", "by"))
    assert told["filter"]["routine"] is None
    every = named(numbers(), "Pause and wait")
    assert 0 < wait["total"]["times"] < every["total"]["times"]
    assert wait["total"]["planned"] is None
    assert wait["visits"] == []
    assert {day["times_planned"] for day in wait["days"]} == {None}
    assert [day for day in wait["days"] if not day["times"]] == []


def test_numbers_of_a_day_and_of_thirty_years_are_given(numbers):
    day = ("--from", "2026-06-20", "--to", "2026-06-20", "--today", "2026-06-28")
    years = ("--from", "1996-06-29", "--to", "2026-06-28", "--today", "2026-06-28")
    (one,) = named(numbers(days=day), "Pause and wait")["days"]
    assert one["day"] == "2026-06-20"
    long = named(numbers(days=years), "Pause and wait")
    assert long["total"] == named(numbers(), "Pause and wait")["total"]


def test_numbers_of_days_without_a_word_are_none_and_no_fault(numbers):
    told = numbers(days=("--from", "2020-01-01", "--to", "2020-01-31"))
    assert told["celebrations"] == []
    for strategy in told["strategies"]:
        assert (strategy["total"]["n"], strategy["visits"], strategy["life"]) == (0, [], [])
        assert strategy["more_detail"] == {"run_chart": None, "tries_of_one_session": None}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--strategy", "Nothing"), "Nothing in this journal is called Nothing. These names"),
        (("--by", "Nobody"), "Nothing in this journal is called Nobody. These names are here: Ben"),
        (("--routine", "Garden"), "Nothing in this journal is called Garden."),
        (("--helper", "Nobody"), "Nothing in this journal is called Nobody."),
    ],
)
def test_a_name_that_is_not_there_is_said_in_one_sentence(cli, example, more, said):
    answer = cli("numbers", example, "--child", "Noa", *DAYS, *more)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(said)
    assert answer.err.count("\n") == 1


def test_a_page_as_json_has_the_charts_and_notes_of_its_second_page(cli, example, numbers):
    asked = ("page", example, "--child", "Noa", "--whole-team", *THREE_MONTHS, "--second-page")
    page = json.loads(cli(*asked, "--format", "json", "--out", "-").out)
    bed = named(numbers(), "Same three steps to bed")
    (rows,) = [one["rows"] for one in page["second"]["charts"] if one["strategy"] == bed["name"]]
    chart = rows["rows"][0]["chart"]
    assert sum(dot["times"] for dot in chart["dots"]) == bed["total"]["n"]
    assert chart["is"] == "dot_series"
    assert [phase["middle"] for phase in chart["phases"]] == [bed["total"]["median"]]
    first = date.fromisoformat(page["second"]["notes"][0]["day"])
    assert first >= date(2026, 3, 30)
