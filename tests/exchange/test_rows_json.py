"""Rows of strategies as JSON: every key present, null where it does not apply."""

import json

from homejournal.domain.looking_back.strategy_rows import strategy_rows
from homejournal.exchange.look_back_json import rows_json
from tests.domain.looked_back import back_at_small
from tests.domain.small import Small
from tests.family import day
from tests.reports.sample_rows import LONG, all_rows

MEALS, CHANGED, MINUTES, TRIES, ANY, DAYS = range(6)


def test_the_head_is_told_once():
    told = rows_json(all_rows())

    assert {name: told[name] for name in ("from", "to", "strip", "bars")} == {
        "from": "2026-03-02", "to": "2026-03-29", "strip": "day", "bars": "week",
    }  # fmt: skip
    assert told["visits"] == [{"day": "2026-03-16", "people": []}]
    assert told["bands"] == [
        {"from": "2026-03-11", "to": "2026-03-12", "words": None, "reason": "sick"}
    ]
    assert [event["words"] for event in told["life"]] == ["We moved"]
    assert json.loads(json.dumps(told)) == told


def test_a_day_tells_its_times_and_slots():
    days = rows_json(all_rows())["rows"][MEALS]["days"]

    assert days[3] == {
        "day": "2026-03-05", "state": "did_it", "reason": None, "times": 1, "times_planned": 2,
        "written_later": False,
        "slots": [
            {"slot": "breakfast", "state": "did_it", "reason": None},
            {"slot": "dinner", "state": "not_written", "reason": None},
        ],
    }  # fmt: skip
    assert (days[-1]["state"], days[-1]["times"]) == (None, None)
    assert days[9]["reason"] == days[9]["slots"][0]["reason"] == "sick"


def test_ratings_are_bars_or_dots():
    rows = rows_json(all_rows())["rows"]

    assert rows[MEALS]["bars"][0]["levels"] == [5, 4, 0, 0]
    assert (rows[CHANGED]["changes"], rows[CHANGED]["bars"][1]["to"]) == (
        ["2026-03-12"],
        "2026-03-11",
    )
    assert rows[MINUTES]["dots"][0] == {
        "day": "2026-03-02", "value": "35", "of": None, "times": 1,
    }  # fmt: skip
    bar = rows[TRIES]["bars"][0]
    assert (bar["took"], bar["of"]) == (8, 17)
    assert (rows[DAYS]["kind"], rows[DAYS]["bars"], rows[DAYS]["dots"]) == (None, [], [])
    assert rows[DAYS]["days"][1]["state"] == "not_planned"


def test_weeks_tell_what_they_come_to_and_nothing_of_days_to_come():
    told = rows_json(strategy_rows([back_at_small(Small("1 n . 1"), LONG, today=9)]))
    (row,) = told["rows"]
    last, coming = [one for one in row["stretches"] if one["from"] >= "2026-03-02"][:2]

    assert (told["strip"], row["days"]) == ("week", [])
    assert last == {
        "from": "2026-03-02", "to": "2026-03-08", "partial": False, "did_it": 2, "not_today": 1,
        "not_written": 4, "planned": 7, "left_out": 0, "times": 2, "outside_times": 0,
        "plan_met": None, "weeks_judged": None, "weeks_unsure": None,
    }  # fmt: skip
    assert {coming[name] for name in coming.keys() - {"from", "to", "partial"}} == {None}
    assert day(9).isoformat() == coming["from"]
    assert row["too_few"] is True
