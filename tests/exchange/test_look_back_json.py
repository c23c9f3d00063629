"""Looking back as JSON: exact numbers as text, days as ISO, and null for what is not told."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

from homejournal.domain.looking_back.chart_series import LifeMark
from homejournal.domain.looking_back.look_back_values import (
    First,
    FirstTime,
    MoreDetail,
    RunChart,
    SessionTries,
)
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.exchange.look_back_json import celebration_json, look_back_json
from tests import families
from tests.look_backs import backs_of


def told(back):
    return json.loads(json.dumps(look_back_json(back)))


def mateo():
    (back,) = backs_of(families.mateo())
    return back


def test_every_key_is_there_also_of_a_strategy_of_which_nothing_is_told():
    back = replace(mateo(), phases=(), visits=(), changes=(), life=(), more=MoreDetail())
    found = told(back)
    months = found.pop("months")
    assert [month["did_it"] for month in months] == [15]
    assert sum(day["state"] == "did_it" for day in found.pop("days")) == 15
    assert found == {
        "phases": [], "visits": [], "firsts": [], "changes": [], "life": [],
        "more_detail": {"run_chart": None, "tries_of_one_session": None},
    }  # fmt: skip


def test_a_day_tells_its_state_its_times_and_why_it_was_left_out():
    days = {day["day"]: day for day in told(mateo())["days"]}
    assert days["2026-03-02"] == {
        "day": "2026-03-02", "state": "did_it", "reason": None,
        "times": 2, "times_planned": 2, "written_later": False,
    }  # fmt: skip
    assert (days["2026-03-04"]["times"], days["2026-03-04"]["times_planned"]) == (1, 2)
    assert days["2026-03-10"]["state"] == "left_out"
    assert days["2026-03-10"]["reason"] == "sick"
    assert days["2026-03-08"]["state"] == "not_written"


def test_any_days_of_a_week_plan_no_times_on_a_day():
    (noah,) = backs_of(families.noah())
    assert {day["times_planned"] for day in told(noah)["days"]} == {None}


def test_the_closer_measures_are_exact():
    run = RunChart(
        weekly=True, median=Decimal("37.50"), n=13, useful=12, longest=7, longest_allowed=7,
        crossings=3, fewest_allowed=3, signal=False,
    )  # fmt: skip
    tries = SessionTries(
        day=date(2026, 3, 2), took=7, of=10, low=Decimal("0.3968"), high=Decimal("0.8922")
    )
    assert told(replace(mateo(), more=MoreDetail(run=run, tries=tries)))["more_detail"] == {
        "run_chart": {
            "weekly": True, "median": "37.50", "n": 13, "useful": 12, "longest": 7,
            "longest_allowed": 7, "crossings": 3, "fewest_allowed": 3, "signal": False,
        },
        "tries_of_one_session": {
            "day": "2026-03-02", "took": 7, "of": 10, "low": "0.3968", "high": "0.8922",
        },
    }  # fmt: skip


def test_a_visit_tells_both_its_sides_and_how_their_ratings_overlap():
    back = backs_of(families.imani())[0]
    (around,) = back.visits
    (found,) = told(back)["visits"]
    assert (found["id"], found["day"]) == (str(around.visit.id), "2026-03-13")
    assert (found["before"]["n"], found["since"]["n"]) == (9, 8)
    assert found["nap"] == {
        "better": "67.5", "pairs": 72, "value": "0.9375", "before_n": 9, "after_n": 8,
    }  # fmt: skip
    (found,) = told(replace(back, visits=(replace(around, nap=None),)))["visits"]
    assert found["nap"] is None


def test_firsts_and_life_tell_what_was_said_and_no_more():
    first = FirstTime(RatingKind.WENT, 3, First(date(2026, 3, 4)), "Wait")
    back = mateo()
    back = replace(
        back,
        written=replace(back.written, firsts=(first,)),
        life=(
            LifeMark(start=date(2026, 3, 2), end=date(2026, 3, 3), reason=LeftOutReason.AWAY),
            LifeMark(start=date(2026, 3, 9), end=date(2026, 3, 9), words="We moved."),
        ),
    )
    found = told(back)
    assert found["firsts"] == [{"kind": "went", "level": 3, "day": "2026-03-04", "slot": None}]
    assert found["life"] == [
        {"from": "2026-03-02", "to": "2026-03-03", "words": None, "reason": "away"},
        {"from": "2026-03-09", "to": "2026-03-09", "words": "We moved.", "reason": None},
    ]


def test_a_celebration_tells_its_words_and_of_which_strategy_it_is():
    child, strategy = families.mateo().child.id, families.mateo().strategy.id
    note = Note(
        id=child, child=child, day=date(2026, 3, 22), text="¡Dijo «mo»!", flags=(Flag.CELEBRATION,)
    )
    assert celebration_json(note) == {
        "id": str(child), "day": "2026-03-22", "strategy": None, "text": "¡Dijo «mo»!",
    }  # fmt: skip
    assert celebration_json(replace(note, strategy=strategy))["strategy"] == str(strategy)
