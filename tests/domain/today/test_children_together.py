"""Several children's day side by side: what pairs, what stands alone, and nothing mixed."""

from datetime import date
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.days.periods import WeekStart
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import DayRecords, Family
from homejournal.domain.records.plan import Often, PlanStep, Strategy
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.today.day_page import together_day

SUNDAY = date(2026, 3, 22)


def planned(child, *names, times=1):
    """Return strategies of a child with their steps, one planned a day after the other."""
    told = []
    for place, name in enumerate(names):
        strategy = Strategy(id=uuid4(), child=child.id, name=name)
        step = PlanStep(
            id=uuid4(),
            strategy=strategy.id,
            from_day=date(2026, 3, 2 + place),
            often=Often(times=times),
            rating=RatingPlan(kind=RatingKind.HELP),
        )
        told.append((strategy, step))
    return told


def shown(plans, written=None):
    """Return the day of these children with their plans."""
    children = tuple(plans)
    every = [pair for told in plans.values() for pair in told]
    family = Family(
        children={child.id: child for child in children},
        strategies={strategy.id: strategy for strategy, _ in every},
        steps={strategy.id: (step,) for strategy, step in every},
    )
    records = {child.id: DayRecords() for child in children} | (written or {})
    return together_day(family, records, children, (SUNDAY, SUNDAY), WeekStart.MONDAY)


def rows(day):
    return [(row.name, [child.name for child, _ in row.cards]) for row in day.rows]


def a_child(name):
    return Child(id=uuid4(), name=name)


def test_one_name_is_one_row_and_what_is_alone_stands_alone():
    ana, luis = a_child("Ana"), a_child("Luis")
    day = shown(
        {
            ana: planned(ana, "Pause and wait", "Two choices"),
            luis: planned(luis, "Sing", "PAUSE  and wait"),
        }
    )
    assert rows(day) == [
        ("Pause and wait", ["Ana", "Luis"]),
        ("Two choices", ["Ana"]),
        ("Sing", ["Luis"]),
    ]


def test_the_second_of_one_name_pairs_with_the_second():
    ana, luis = a_child("Ana"), a_child("Luis")
    day = shown({ana: planned(ana, "Sing", "Sing"), luis: planned(luis, "Sing", "Sing", "Sing")})
    assert rows(day) == [
        ("Sing (1)", ["Ana", "Luis"]),
        ("Sing (2)", ["Ana", "Luis"]),
        ("Sing (3)", ["Luis"]),
    ]


def test_a_row_has_a_number_only_where_all_its_strategies_have_that_one():
    ana, luis = a_child("Ana"), a_child("Luis")
    one, two = planned(ana, "Sing"), planned(luis, "Sing", "Sing")
    wanted = {("Sing", 2), ("Sing (2)", 1)}
    for told in ({ana: one, luis: two}, {luis: two, ana: one}):
        assert {(name, len(children)) for name, children in rows(shown(told))} == wanted


def test_a_child_without_anything_that_day_is_named():
    ana, luis = a_child("Ana"), a_child("Luis")
    day = shown({ana: planned(ana, "Sing"), luis: []})
    assert day.idle == (luis,)
    assert day.children == (ana, luis)


def test_only_those_whose_time_is_open_are_asked():
    ana, luis = a_child("Ana"), a_child("Luis")
    plans = {ana: planned(ana, "Sing"), luis: planned(luis, "Sing")}
    sung = Practice(id=uuid4(), strategy=plans[ana][0][0].id, day=SUNDAY)
    (row,) = shown(plans, {ana.id: DayRecords(practices=(sung,))}).rows
    assert [(child, time.number) for child, _, time in row.open_times()] == [(luis, 1)]


NAMES = st.lists(st.sampled_from(["Sing", "sing", "Wait", "Two choices"]), max_size=4)


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_every_strategy_stands_once_in_a_row_under_its_own_child(names):
    children = [a_child("Ana") for _ in names]
    plans = {child: planned(child, *mine) for child, mine in zip(children, names, strict=True)}
    day = shown(plans)
    found = [(child.id, card.strategy.id) for row in day.rows for child, card in row.cards]
    wanted = [(child.id, strategy.id) for child, told in plans.items() for strategy, _ in told]
    assert sorted(found) == sorted(wanted)
    for row in day.rows:
        assert len({child.id for child, _ in row.cards}) == len(row.cards)
        assert all(card.strategy.child == child.id for child, card in row.cards)
