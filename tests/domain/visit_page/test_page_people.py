"""Who reads a page decides what is offered: strategies from a person, questions for a person."""

from dataclasses import replace
from datetime import date

from homejournal.domain.looking_back.look_back_values import First
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import TeamMember
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import (
    SECOND_PAGE_KEY,
    Line,
    Ticks,
    strategy_key,
)
from tests.reports.page_families import (
    DANA,
    PERIOD,
    SAM,
    a_note,
    a_strategy,
    an_id,
    mateo,
    three_months,
)


def test_a_page_for_one_person_has_their_strategies_alone():
    material = three_months(for_whom=(SAM.id,))
    page = build_page(material, default_ticks(material))
    assert {strategy.suggested.name for strategy in page.strategies} == {"Sam"}
    assert [person.name for person in page.for_whom] == ["Sam"]
    assert not page.whole_team
    page = build_page(three_months(), default_ticks(three_months()))
    assert (page.for_whom, page.whole_team) == ((), True)
    ticks = default_ticks(three_months()).with_key("for_whom", ticked=False)
    assert not build_page(three_months(), ticks).whole_team


def test_of_a_strategy_from_nobody_and_without_a_step_no_line_says_from_whom():
    bare = replace(a_strategy("Sing", "1 1", period=PERIOD), steps=(), in_force=())
    bare = replace(bare, strategy=replace(bare.strategy, suggested_by=None))
    material = mateo(strategies=(bare,))
    keys = frozenset(offer.key for offer in offers(material))
    assert strategy_key(bare, Line.SUGGESTED) not in keys
    everything = keys | {strategy_key(bare, Line.SUGGESTED)}
    (page,) = build_page(material, Ticks(keys=everything)).strategies
    assert (page.suggested, page.planned, page.what) == (None, None, None)


def asked_long_ago(text, **said):
    return a_note(text, date(2025, 11, 3), Flag.QUESTION, **said)


def test_every_open_question_is_ticked_however_old_and_however_many():
    days = range(2, 7)
    new = [a_note(f"new {day}?", date(2026, 3, day), Flag.QUESTION) for day in days]
    old, later = asked_long_ago("old?"), a_note("later?", date(2026, 3, 30), Flag.QUESTION)
    answered = replace(new[0], answered=date(2026, 3, 9))
    waiting = (*new[1:], old, later)
    material = mateo(notes=(answered, *new[1:]), questions=waiting)
    page = build_page(material, default_ticks(material))
    assert [note.text for note in page.questions] == [
        "later?", "new 6?", "new 5?", "new 4?", "new 3?", "old?",
    ]  # fmt: skip
    assert page.questions[-1].day == old.day


def test_a_person_is_asked_what_is_about_their_strategies_or_about_none():
    plans = three_months().strategies
    asked = [asked_long_ago(f"about {plan.strategy.name}?", strategy=plan) for plan in plans]
    material = three_months(for_whom=(SAM.id,), notes=(), questions=(*asked, asked_long_ago("?")))
    page = build_page(material, default_ticks(material))
    assert {note.text for note in page.questions} == {
        "?", *(f"about {strategy.name}?" for strategy in page.strategies)
    }  # fmt: skip


def three_strategies(**changes):
    """One of Dana's, one of Sam's, and one of the family's own with a note of each flag."""
    days, first = "1 2 4 1 2 4", First(date(2026, 3, 4))
    dana, sam, own = (
        replace(a_strategy(f"{name} idea", days, who=who, period=PERIOD), first_on_own=first)
        for name, who in (("Dana's", DANA), ("Sam's", SAM), ("our", SAM))
    )
    own = replace(own, strategy=replace(own.strategy, suggested_by=None))
    notes = [
        a_note(f"{flag} about {one.strategy.name}", date(2026, 3, 9), flag, strategy=one)
        for one in (dana, sam, own)
        for flag in Flag
    ]
    return mateo(strategies=(dana, sam, own), notes=tuple(notes), **changes)


def test_what_the_family_does_on_its_own_can_be_told_to_everybody_and_is_not_ticked():
    material = three_strategies(for_whom=(DANA.id,))
    page = build_page(material, default_ticks(material))
    assert [strategy.name for strategy in page.strategies] == ["Dana's idea"]
    assert [first.strategy for first in page.firsts] == ["Dana's idea"]
    assert [note.text for note in page.celebrations] == ["celebration about Dana's idea"]
    assert [note.text for note in page.concerns] == ["concern about Dana's idea"]
    # A question waits for an answer of whomever can give one.
    assert {note.text for note in page.questions} == {
        "question about Dana's idea", "question about our idea",
    }  # fmt: skip
    every = frozenset(offer.key for offer in offers(material))
    page = build_page(material, Ticks(keys=every))
    assert [strategy.name for strategy in page.strategies] == ["Dana's idea", "our idea"]
    assert "concern about our idea" in {note.text for note in page.concerns}
    with_second = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=True)
    second = build_page(material, with_second).second
    assert not any("our idea" in note.text for note in second.notes)


def test_who_suggested_nothing_can_read_of_all_as_the_whole_team_can():
    ruth = TeamMember(id=an_id("ruth"), name="Ruth")
    material = three_strategies(for_whom=(ruth.id,), team=(DANA, SAM, ruth))
    whole = three_strategies(team=(DANA, SAM, ruth))
    page, team = (build_page(one, default_ticks(one)) for one in (material, whole))
    assert [strategy.name for strategy in page.strategies] == [
        "Dana's idea",
        "Sam's idea",
        "our idea",
    ]
    assert (page.strategies, page.celebrations) == (team.strategies, team.celebrations)
    assert [person.name for person in page.for_whom] == ["Ruth"]
