"""The numbers as other programs read them: every key there, null where it does not apply."""

import json
from dataclasses import replace

from homejournal.domain.days.periods import WeekStart
from homejournal.domain.days.strategy_numbers import ChildNumbers
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.notes import Note
from homejournal.domain.records.plan import Often, OftenKind
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.exchange.look_back_json import (
    LookedBack,
    celebration_json,
    look_back_json,
    numbers_json,
)
from tests.domain.looked_back import back_at_small
from tests.domain.small import WEEK, Small
from tests.family import day

BLOCK = {
    "planned", "did_it", "not_today", "not_written", "left_out", "left_out_by", "times",
    "times_planned", "times_not_today", "times_not_written", "extra", "written_later", "n",
    "levels", "median", "low", "high", "sum", "took", "of", "in_aim", "plan_met", "weeks_judged",
    "weeks_unsure",
    "kind", "others", "unsettled", "extra_days", "extra_times", "outside_times", "told_not_today",
    "at_least",
}  # fmt: skip


def told(small: Small, looked: LookedBack | None = None) -> dict:
    numbers = ChildNumbers(
        child=small.child.child.id,
        period=WEEK,
        today=day(20),
        week_start=WeekStart.MONDAY,
        strategies=(small.numbers(),),
    )
    return json.loads(json.dumps(numbers_json(numbers, looked)))


def test_the_whole_says_what_it_was_counted_with():
    small = Small("1 2")
    found = told(small)

    assert {name: found[name] for name in ("child", "from", "to", "today", "week_start")} == {
        "child": str(small.child.child.id),
        "from": "2026-03-02",
        "to": "2026-03-08",
        "today": "2026-03-20",
        "week_start": "monday",
    }
    assert found["strategies"][0]["id"] == str(small.strategy.id)
    assert found["strategies"][0]["name"] == "Wait"


def test_every_block_has_every_key_and_its_own_name():
    small = Small(often=Often(slots=("dinner",)))
    bath = small.child.routine("bath")
    small.write("1 2", slots=("dinner",), routine=bath.id)
    found = told(small)["strategies"][0]

    assert set(found) == {"id", "name", "total", "steps", "weeks", "slots", "routines"}
    assert set(found["total"]) == BLOCK
    assert set(found["steps"][0]) == BLOCK | {"id", "step", "from", "to"}
    assert set(found["weeks"][0]) == BLOCK | {"start", "end", "partial"}
    assert (set(found["slots"][0]), found["slots"][0]["slot"]) == (BLOCK | {"slot"}, "dinner")
    assert found["routines"][0]["id"] == str(bath.id)
    assert found["routines"][0]["left_out_by"] is None


def test_levels_are_keys_of_text_and_a_pair_is_a_list():
    found = told(Small("1 1 1 3 3 3 s"))["strategies"][0]["total"]

    assert (found["levels"], found["median"]) == ({"1": 3, "3": 3}, [1, 3])
    assert found["left_out_by"] == {"sick": 1}


def test_one_level_is_a_number_and_too_few_are_null():
    assert told(Small("2 2 2 3 3"))["strategies"][0]["total"]["median"] == 2
    assert told(Small("2 2 2"))["strategies"][0]["total"]["median"] is None


def test_decimal_numbers_are_text():
    found = told(Small("30 45 0.5 700", kind=RatingKind.NUMBER))["strategies"][0]["total"]

    assert [found[name] for name in ("median", "low", "high", "sum")] == [
        "37.5",
        "0.5",
        "700",
        "775.5",
    ]
    assert found["levels"] is None


def test_what_does_not_apply_is_null():
    any_days = told(Small("1", often=Often(kind=OftenKind.DAYS_A_WEEK, days=2)))
    found = any_days["strategies"][0]["total"]

    for name in ("planned", "not_written", "times_planned", "took"):
        assert found[name] is None
    assert (found["plan_met"], found["weeks_judged"]) == (0, 1)


def test_other_kinds_are_listed_by_name():
    small = Small("1 2")
    small.change(4, rating=replace(small.step.rating, kind=RatingKind.WENT))

    assert told(small)["strategies"][0]["total"]["others"] == {"help": 2}


def test_looking_back_stands_beside_the_numbers_with_what_was_asked_for():
    small = Small("1 2")
    child, back = small.child.child.id, back_at_small(small)
    note = Note(id=child, child=child, day=day(3), text="He said it!")
    looked = LookedBack(
        asked=EntryFilter(child=child, **WEEK._asdict(), routine=small.strategy.id),
        backs=(back,),
        celebrations=(note,),
    )
    found = told(small, looked)

    assert found["celebrations"] == [celebration_json(note)]
    assert found["filter"] == {
        "strategy": None,
        "by": None,
        "routine": str(small.strategy.id),
        "helper": None,
        "written_by": None,
    }
    assert found["strategies"] == [told(small)["strategies"][0] | look_back_json(back)]
    assert told(small, replace(looked, backs=()))["strategies"] == told(small)["strategies"]


def test_numbers_alone_tell_nothing_of_looking_back():
    assert not {"celebrations", "filter"} & told(Small("1 2")).keys()
