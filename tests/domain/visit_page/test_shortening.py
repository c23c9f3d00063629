"""What can make a first page shorter: only suggestions, of what is on the page, each taken back."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.records.notes import Flag
from homejournal.domain.records.plan import StepKind
from homejournal.domain.records.visits import Asked, AskedAt, Visit
from homejournal.domain.visit_page.builder import (
    LONG_NOTE,
    Shorter,
    beginning_of,
    build_page,
    default_ticks,
    long_notes,
    offers,
    shortenings,
)
from homejournal.domain.visit_page.choices import PageTyped, ticks_of
from tests.reports.page_families import (
    DANA,
    FIRST,
    MATEO,
    a_note,
    a_strategy,
    an_id,
    mateo,
    three_months,
    with_steps,
)

LONG = "He waited and looked at us. " * 14


def suggested(material, ticks=None):
    found = shortenings(offers(material), ticks or default_ticks(material))
    return {one.kind: one for one in found}


def page_with(material, shortening):
    return build_page(material, ticks_of(offers(material), shortening.changes, PageTyped()))


def all_ticked(material):
    ticks = default_ticks(material)
    return replace(ticks, keys=frozenset(offer.key for offer in offers(material)))


def test_nothing_is_suggested_that_would_change_nothing():
    material = mateo()
    ticks = replace(default_ticks(material), keys=frozenset())
    assert suggested(material, ticks) == {}
    assert Shorter.FOUR_STRATEGIES not in suggested(three_months())
    assert Shorter.QUOTES not in suggested(material)


def test_notes_under_strategies_are_left_out():
    material = mateo()
    ticks = all_ticked(material)
    quotes = suggested(material, ticks)[Shorter.QUOTES]
    page = build_page(material, replace(ticks, keys=ticks.keys - set(quotes.changes)))
    assert quotes.many == 2
    assert page.strategies[0].quotes == ()
    assert page.celebrations


def test_of_each_flag_the_newest_note_stays():
    material = three_months()
    found = suggested(material)
    before = build_page(material, default_ticks(material))
    page = page_with(material, found[Shorter.FEWER_NOTES])
    fewer = page_with(material, found[Shorter.FEWER_QUESTIONS])
    assert [found[one].many for one in (Shorter.FEWER_NOTES, Shorter.FEWER_QUESTIONS)] == [4, 2]
    for flag in Flag:
        of_it = fewer if flag is Flag.QUESTION else page
        assert of_it.flagged(flag) == before.flagged(flag)[:1]
    assert (page.questions, fewer.concerns) == (before.questions, before.concerns)
    assert page.firsts == before.firsts


def asked_at(day, answer, text="Is it okay?"):
    visit = Visit(id=an_id(f"visit {day}"), child=MATEO.id, day=day, people=(DANA.id,))
    asked = Asked(id=an_id(f"asked {day}"), visit=visit.id, text=text, answer=answer, answered=day)
    return AskedAt(asked, visit)


def test_answers_and_what_was_agreed_can_be_fewer():
    asked = tuple(
        asked_at(date(2026, 3, 10 + n), LONG if n == 2 else f"Yes, {n}") for n in range(4)
    )
    material = mateo(asked=asked)
    found = suggested(material)
    page = page_with(material, found[Shorter.FEWER_ANSWERS])
    assert [one.answer for one in page.asked] == ["Yes, 3"]
    page = page_with(material, found[Shorter.LONG_ANSWERS])
    assert [one.answer for one in page.asked] == ["Yes, 3", "Yes, 1", "Yes, 0"]
    page = page_with(material, found[Shorter.AGREED])
    assert build_page(material, default_ticks(material)).agreed
    assert (page.agreed, page.agreed_next, page.agreed_with) == ("", "", ())
    assert [found[one].many for one in (Shorter.FEWER_ANSWERS, Shorter.LONG_ANSWERS)] == [3, 1]
    one = suggested(mateo(asked=asked[:1]))
    assert Shorter.FEWER_ANSWERS not in one
    assert Shorter.LONG_ANSWERS not in one


def test_what_to_do_and_the_rows_are_left_out():
    material = mateo()
    found = suggested(material)
    assert page_with(material, found[Shorter.WHAT]).strategies[0].what is None
    behind = page_with(material, found[Shorter.CHARTS_BEHIND])
    assert behind.rows is None
    assert behind.second.charts
    assert found[Shorter.CHARTS_BEHIND].many == 1


def test_more_than_four_strategies_become_four():
    material = three_months()
    more = a_strategy("Bubbles in the bath", "1 2 3", period=material.period)
    material = replace(material, strategies=(*material.strategies, more))
    ticks = all_ticked(material)
    four = suggested(material, ticks)[Shorter.FOUR_STRATEGIES]
    page = build_page(material, replace(ticks, keys=ticks.keys - set(four.changes)))
    assert (four.many, len(page.strategies)) == (1, 4)


def test_what_belongs_to_a_strategy_that_is_not_on_the_page_is_not_suggested():
    material = mateo()
    (strategy,) = material.strategies
    ticks = all_ticked(material).with_key(f"strategy:{strategy.strategy.id}", ticked=False)
    assert set(suggested(material, ticks)) == {Shorter.FEWER_NOTES, Shorter.AGREED}


def long_note(**said):
    return a_note(LONG, date(2026, 3, 19), Flag.CONCERN, **said)


def test_long_notes_are_found_once_and_only_where_they_stand():
    material = mateo()
    note = long_note(strategy=material.strategies[0])
    material = replace(material, notes=(*material.notes, note))
    offered = offers(material)
    assert [one.note for one in long_notes(offered, all_ticked(material))] == [note.id]
    keys = default_ticks(material).keys - {f"concern:{note.id}"}
    assert long_notes(offered, replace(default_ticks(material), keys=keys)) == ()


@pytest.mark.parametrize("typed", ["He waited.", "  He waited.  ", "He waited. …"])
def test_a_shortened_note_says_so_wherever_it_stands(typed):
    material = mateo()
    note = long_note(strategy=material.strategies[0])
    material = replace(material, notes=(*material.notes, note))
    page = build_page(material, replace(all_ticked(material), shortened={note.id: typed}))
    told = (*page.concerns, *page.strategies[0].quotes, *page.second.notes)
    mine = [one for one in told if one.shortened]
    assert {one.text for one in mine} == {"He waited. …"}
    assert len(mine) == 3
    assert LONG.strip() not in str(page)


@pytest.mark.parametrize("typed", ["", "   ", LONG, f" {LONG}\n"])
def test_a_note_that_is_not_shortened_stays_whole(typed):
    material = mateo()
    note = long_note()
    material = replace(material, notes=(*material.notes, note))
    page = build_page(material, replace(default_ticks(material), shortened={note.id: typed}))
    assert LONG in {concern.text for concern in page.concerns}
    assert not any(concern.shortened for concern in page.concerns)


def test_the_beginning_ends_with_a_sentence_or_a_word():
    assert beginning_of("Short.") == "Short."
    assert beginning_of("One two. Three four. Five", 20) == "One two. Three four."
    assert beginning_of("one two three four five", 15) == "one two three"
    assert beginning_of("a" * 40, 10) == "a" * 10
    assert beginning_of("Yes. " + "word " * 20, 30) == "Yes. word word word word word"


@given(st.text(min_size=1, max_size=800))
def test_the_beginning_is_a_beginning_and_short(text):
    start = beginning_of(text)
    assert len(start) <= LONG_NOTE
    assert text.strip().startswith(start)
    assert start or not text.strip()


def test_the_days_before_a_change_are_one_suggestion():
    change = (date(2026, 3, 13), StepKind.CHANGE, {"what": "Show and wait"})
    material = mateo(strategies=(with_steps(change),))
    earlier = suggested(material)[Shorter.EARLIER_DAYS]
    whole = build_page(material, default_ticks(material)).strategies[0].stretches
    page = page_with(material, earlier)
    assert len(whole) == 2
    (one,) = page.strategies
    # What is left stands with the strategy, which has no other words any more.
    assert (one.what, one.stretches) == (whole[1].plan, (replace(whole[1], plan=""),))
    assert one.stretches[0].start > FIRST
