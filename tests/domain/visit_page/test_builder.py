"""What can be ticked for a page, what is ticked at first, and that nothing else gets on it."""

import dataclasses
import typing
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.days.periods import Period
from homejournal.domain.records.notes import Flag, PrivateNote
from homejournal.domain.records.plan import Often, StepKind
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.visits import Visit
from homejournal.domain.sentences.values import AgeInMonths, Joined, Planned
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import (
    SECOND_PAGE_KEY,
    Line,
    PagePart,
    Ticks,
    dated_key,
    flag_key,
    quote_key,
    strategy_key,
    strategy_materials,
)
from homejournal.domain.visit_page.page import VisitPage
from tests.reports.page_families import (
    DANA,
    MATEO,
    PERIOD,
    SAM,
    a_note,
    a_strategy,
    an_id,
    looked_back,
    mateo,
    rows,
    three_months,
    with_steps,
)


def test_keys_are_there_once_and_the_same_each_time():
    keys = [offer.key for offer in offers(mateo())]
    assert len(set(keys)) == len(keys)
    assert keys == [offer.key for offer in offers(mateo())]


def test_the_newest_three_notes_of_each_flag_are_ticked_and_no_quotes():
    notes = [a_note(f"note {day}", date(2026, 3, day), Flag.CONCERN) for day in range(2, 10)]
    old = a_note("before", date(2026, 3, 1), Flag.CONCERN)
    page = build_page(material := mateo(notes=(*notes, old)), default_ticks(material))
    assert [note.text for note in page.concerns] == ["note 9", "note 8", "note 7"]
    assert all(
        not strategy.quotes for strategy in build_page(mateo(), default_ticks(mateo())).strategies
    )


def test_an_answered_question_is_offered_and_not_ticked():
    note = replace(a_note("is it ok?", date(2026, 3, 9), Flag.QUESTION), answered=date(2026, 3, 10))
    material = mateo(notes=(note,))
    assert [offer.by_default for offer in offers(material) if offer.part is PagePart.QUESTIONS] == [
        False
    ]


def test_the_surname_stands_on_the_page_only_if_ticked():
    material = mateo()
    ticks = default_ticks(material)
    assert build_page(material, ticks).child == "Mateo"
    assert build_page(material, ticks.with_key("surname", ticked=True)).child == "Mateo Rivera"


def test_the_age_is_that_of_the_last_day_of_the_period():
    assert build_page(mateo(), default_ticks(mateo())).age == AgeInMonths(23)
    born = replace(MATEO, born=None)
    assert build_page(mateo(child=born), default_ticks(mateo(child=born))).age is None


def test_with_more_than_four_strategies_the_first_four_are_ticked():
    plans = tuple(a_strategy(f"strategy {n}", "1 1", period=PERIOD) for n in range(6))
    material = mateo(strategies=plans)
    page = build_page(material, default_ticks(material))
    assert [strategy.name for strategy in page.strategies] == [f"strategy {n}" for n in range(4)]
    ticks = default_ticks(material).with_key(strategy_key(plans[5]), ticked=True)
    assert build_page(material, ticks).strategies[-1].name == "strategy 5"


def test_a_strategy_of_which_the_period_says_nothing_is_offered_unticked():
    late = a_strategy("next year", "1", period=PERIOD, first=date(2027, 1, 1))
    material = mateo(strategies=(late, *mateo().strategies))
    assert [
        strategy.name for strategy in build_page(material, default_ticks(material)).strategies
    ] == ["Pause and wait before giving"]


def test_typed_words_stand_on_the_page_without_idle_blanks():
    material = mateo()
    which = material.strategies[0].strategy.id
    ticks = replace(default_ticks(material), our_words=" Hello \n", helped={which: "two spoons "})
    page = build_page(material, ticks)
    assert (page.our_words, page.strategies[0].helped) == ("Hello", "two spoons")
    assert build_page(material, default_ticks(material)).our_words == ""


def shown(one):
    (strategy,) = build_page(m := mateo(strategies=(one,)), default_ticks(m)).strategies
    return strategy


def rows_of(one):
    return build_page(m := mateo(strategies=(one,)), default_ticks(m)).rows


def test_a_change_of_plan_inside_the_period_parts_the_numbers():
    material = with_steps((date(2026, 3, 13), StepKind.CHANGE, {"what": "Show and wait"}))
    page = shown(material)
    assert [(part.start, part.end) for part in page.stretches] == [
        (date(2026, 3, 2), date(2026, 3, 12)),
        (date(2026, 3, 13), date(2026, 3, 22)),
    ]
    assert rows_of(material).rows[0].changes == (date(2026, 3, 13),)


def test_days_on_which_nothing_is_written_have_no_pictures_of_nothing():
    one = with_steps()
    assert rows_of(one)
    nothing = replace(one.total, times=0, not_today=0, left_out=0, told_not_today=None)
    empty = replace(one, total=nothing)
    assert rows_of(empty) is None
    assert rows_of(replace(empty, total=replace(nothing, told_not_today=1)))


def test_a_change_that_says_one_thing_takes_up_all_else_on_the_page():
    page = shown(with_steps((date(2026, 3, 13), StepKind.CHANGE, {"what": "Show and wait"})))
    assert (page.what, page.stretches[-1].plan) == (None, "Show and wait")
    assert page.planned == Planned(Often(), ("breakfast",))
    page = shown(with_steps((date(2026, 3, 13), StepKind.CHANGE, {"often": Often(times=2)})))
    assert (page.what, page.planned) == ("Hold the cup", Planned(Often(times=2), ("breakfast",)))


def test_a_pause_is_no_change_of_plan_and_a_restart_only_with_another_plan():
    pause = (date(2026, 3, 9), StepKind.PAUSE, {})
    one = with_steps(pause, (date(2026, 3, 16), StepKind.RESTART, {}))
    assert (len(shown(one).stretches), rows_of(one).rows[0].changes) == (1, ())
    other = {"often": Often(times=2)}
    one = with_steps(pause, (date(2026, 3, 16), StepKind.RESTART, other))
    page = shown(one)
    assert rows_of(one).rows[0].changes == (date(2026, 3, 16),)
    # The pause belongs to what was planned before it.
    assert [part.start.day for part in page.stretches] == [2, 16]


def test_a_pause_in_which_nothing_was_done_is_not_told():
    pause = (date(2026, 3, 21), StepKind.PAUSE, {})
    restart = (date(2026, 3, 22), StepKind.RESTART, {"often": Often(times=2)})
    page = shown(with_steps(pause, restart))
    assert [part.start.day for part in page.stretches] == [2, 22]


def test_an_unticked_life_event_leaves_the_head_of_the_rows_too():
    material = mateo()
    event = material.life_events[0]
    ticks = default_ticks(material).with_key(f"life:{event.id}", ticked=False)
    page = build_page(material, ticks)
    # The days left out stay.
    (band,) = page.rows.axis.bands
    assert (page.life, page.rows.axis.events, band.reason) == ((), (), LeftOutReason.SICK)
    (told,) = build_page(material, default_ticks(material)).rows.axis.events
    assert (told.start, told.words) == (event.day, event.words)


def test_notes_of_another_language_are_said_to_stand_as_written():
    def said(**told):
        return build_page(mateo(**told), Ticks()).notes_as_written

    assert not said()
    assert not said(home_language="en")
    assert said(home_language="es")
    assert said(second_language="es")


def test_a_page_has_notes_once_one_of_them_is_ticked():
    material = mateo()
    flagged = next(offer.key for offer in offers(material) if offer.key.startswith("concern:"))

    assert not build_page(material, Ticks()).has_notes
    assert build_page(material, Ticks(keys=frozenset({flagged}))).has_notes


def texts_in(value):
    """Return every text in a page, its sentences and charts included."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, tuple):
        return {text for one in value for text in texts_in(one)}
    if dataclasses.is_dataclass(value):
        return {
            text for field in dataclasses.fields(value)
            for text in texts_in(getattr(value, field.name))
        }  # fmt: skip
    return set()


@given(st.data())
def test_what_is_not_ticked_is_not_in_the_value(data):
    material = mateo()
    keys = [offer.key for offer in offers(material)]
    ticked = frozenset(data.draw(st.sets(st.sampled_from(keys))))
    page = build_page(material, Ticks(keys=ticked))
    texts = texts_in(page)
    (one,) = material.strategies
    for note in material.notes:
        mine = {flag_key(note, flag) for flag in note.flags}
        if strategy_key(one) in ticked and note.strategy == one.strategy.id:
            mine.add(quote_key(note))
        if SECOND_PAGE_KEY in ticked:
            mine.add(dated_key(note))
        assert (note.text in texts) == bool(mine & ticked)
    shown = {line for line in Line if strategy_key(one, line) in ticked}
    for strategy in page.strategies:
        assert (page.row_of(strategy.id) is not None) == (Line.CHART in shown)
        assert (strategy.suggested is not None) == (Line.SUGGESTED in shown)
        assert (strategy.planned is not None) == (Line.PLANNED in shown)
        first = strategy.stretches[0].sentences[0] if strategy.stretches else None
        assert isinstance(first, Joined) == bool({Line.DAYS, Line.TIMES} & shown)
    assert bool(page.strategies) == (strategy_key(one) in ticked)


def types_in(hint, seen):
    if hint in seen:
        return
    seen.add(hint)
    for part in typing.get_args(hint):
        types_in(part, seen)
    if dataclasses.is_dataclass(hint):
        for part in typing.get_type_hints(hint).values():
            types_in(part, seen)


def test_no_field_of_a_page_can_hold_a_private_note():
    seen = set()
    types_in(VisitPage, seen)
    assert PrivateNote not in seen
    assert object not in seen
    assert typing.Any not in seen


def test_a_page_value_can_be_compared_and_hashed():
    first, second = (build_page(mateo(), default_ticks(mateo())) for _ in range(2))
    assert first == second
    assert hash(first) == hash(second)
    assert first.period == Period(date(2026, 3, 2), date(2026, 3, 22))


@pytest.mark.parametrize("ticked", [True, False])
def test_ticking_one_key_changes_that_key_alone(ticked):
    ticks = Ticks(keys=frozenset({"a"}), our_words="x", helped={UUID(int=1): "y"})
    changed = ticks.with_key("b", ticked=ticked)
    assert changed.has("a")
    assert changed.has("b") is ticked
    assert (changed.our_words, changed.helped) == ("x", {UUID(int=1): "y"})


def test_days_that_are_all_still_to_come_have_no_row():
    one = a_strategy("Sing", "", period=PERIOD)
    one = looked_back(one.strategy, one.steps, ([], []), PERIOD, today=date(2026, 3, 1))
    material = mateo(strategies=(one,))
    assert strategy_key(one, Line.CHART) not in {offer.key for offer in offers(material)}
    everything = Ticks(keys=frozenset({strategy_key(one), strategy_key(one, Line.CHART)}))
    assert build_page(material, everything).rows is None


def test_on_a_page_for_some_the_head_names_nobody_else_who_came():
    visits = tuple(
        Visit(id=an_id(one.name), child=MATEO.id, day=day, people=(one.id,), held=True)
        for one, day in ((DANA, date(2026, 3, 3)), (SAM, date(2026, 3, 10)))
    )
    named = {person.id: person.name for person in (DANA, SAM)}
    one = a_strategy("Wait", "1 2 3", period=PERIOD)
    written = rows("1 2 3", RatingKind.HELP)
    one = looked_back(one.strategy, one.steps, written, PERIOD, visits=visits, people=named)

    def people(*who):
        material = mateo(strategies=(one,), for_whom=tuple(person.id for person in who))
        ticks = build_page(material, default_ticks(material)).rows.axis.visits
        return [tick.people for tick in ticks]

    assert people() == people(DANA, SAM) == [("Dana",), ("Sam",)]
    assert people(DANA) == [("Dana",), ()]


def test_a_row_of_a_strategy_stands_there_until_it_is_unticked_and_all_share_their_dates():
    material = three_months()
    page = build_page(material, default_ticks(material))
    assert [row.name for row in page.rows.rows] == [one.name for one in page.strategies]
    assert {len(row.days) for row in page.rows.rows} == {page.rows.axis.days}
    key = strategy_key(material.strategies[1], Line.CHART)
    without = build_page(material, default_ticks(material).with_key(key, ticked=False))
    places = [without.row_of(one.id) for one in without.strategies]
    assert places == [0, None, 1, 2]


def test_what_can_be_said_plainly_stands_on_the_page_until_it_is_unticked():
    material = mateo()
    (one,) = material.strategies
    assert build_page(material, default_ticks(material)).strategies[0].summary == one.summary
    key = strategy_key(one, Line.SUMMARY)
    ticks = default_ticks(material).with_key(key, ticked=False)
    assert build_page(material, ticks).strategies[0].summary == ()


def test_without_a_strategy_nothing_stands_on_shared_dates():
    assert [*strategy_materials([])] == []
