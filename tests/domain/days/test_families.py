"""The answers that were worked out by hand for each fictional family, counted from its records."""

import random
from dataclasses import replace

import pytest

from homejournal.domain.days.counting import count, numbers_of
from homejournal.domain.days.day_states import CountingFrame
from homejournal.domain.days.periods import WeekStart
from homejournal.domain.days.strategy_numbers import ChildNumbers
from homejournal.exchange.look_back_json import numbers_json
from tests import families
from tests.family import Ask, Family, day

CASES = [
    pytest.param(family, ask, id=f"{family.name}, {place}: {ask.question}")
    for place, family in enumerate(families.all_families())
    for ask in family.asks
]


def told(family: Family, ask: Ask, week_start: WeekStart = WeekStart.MONDAY) -> dict:
    """The numbers of the whole child, as other programs read them."""
    period = ask.period or family.period
    frame = CountingFrame(period, family.today, week_start, family.reaches(ask.covered_through))
    counted = tuple(
        numbers_of(
            each, count(family.steps(each), family.practices(each), family.marks(each), frame)
        )
        for each in family.strategies
    )
    return numbers_json(
        ChildNumbers(
            child=family.child.id,
            period=period,
            today=family.today,
            week_start=week_start,
            strategies=counted,
        )
    )


def block(answer: dict, ask: Ask) -> dict:
    name, _, place = ask.block.partition(".")
    found = answer["strategies"][ask.strategy][name]
    return found[int(place)] if place else found


@pytest.mark.parametrize(("family", "ask"), CASES)
def test_a_familys_question_has_the_answer_worked_out_by_hand(family: Family, ask: Ask):
    found = block(told(family, ask), ask)

    assert {name: found[name] for name in ask.expect} == ask.expect


@pytest.mark.parametrize(("family", "ask"), CASES)
def test_the_order_in_which_things_were_written_changes_no_answer(family: Family, ask: Ask):
    mixed = list(family.records)
    random.Random(7).shuffle(mixed)
    shuffled = replace(family, records=tuple(mixed))

    in_order = {each["id"]: each for each in told(family, ask)["strategies"]}
    assert {each["id"]: each for each in told(shuffled, ask)["strategies"]} == in_order


def test_editing_the_words_of_a_later_step_leaves_the_days_before_as_they_were():
    family = families.imani()
    later = family.steps(family.strategy)[1]
    edited = replace(
        family,
        records=tuple(
            replace(each, how="Show and wait longer") if each is later else each
            for each in family.records
        ),
    )

    ask = family.asks[0]
    assert told(edited, ask) == told(family, ask)


def test_each_home_alone_leaves_out_the_days_at_the_other():
    mom, dad = (block(told(families.leo_of(home), ASK_ALL), ASK_ALL) for home in ("mom", "dad"))

    assert (mom["planned"], mom["did_it"], mom["left_out_by"]) == (7, 6, {"other_home": 7})
    assert (dad["planned"], dad["did_it"], dad["left_out_by"]) == (8, 5, {"other_home": 6})


def test_the_records_of_both_homes_make_the_merged_family():
    merged = set(families.leo().records)

    assert set(families.leo_of("mom").records) | set(families.leo_of("dad").records) == merged


ASK_ALL = Ask(question="In all?", expect={})


def test_a_family_is_the_same_in_every_run():
    assert families.mateo().records == families.mateo().records
    assert (
        families.mateo().strategy.id
        == families.mateo().steps(families.mateo().strategy)[0].strategy
    )


@pytest.mark.parametrize("family", families.all_families(), ids=lambda family: family.name)
def test_no_two_records_of_a_family_share_an_id(family: Family):
    ids = [record.id for record in family.records]

    assert len(set(ids)) == len(ids)


def test_mateos_weeks_from_sunday_on_are_cut_at_both_ends_of_the_period():
    family = families.mateo()
    weeks = told(family, ASK_ALL, WeekStart.SUNDAY)["strategies"][0]["weeks"]

    assert [(week["start"], week["end"], week["partial"]) for week in weeks] == [
        (day(2).isoformat(), day(7).isoformat(), True),
        (day(8).isoformat(), day(14).isoformat(), False),
        (day(15).isoformat(), day(21).isoformat(), False),
        (day(22).isoformat(), day(22).isoformat(), True),
    ]
