"""What can be ticked for a pack, and what is ticked at first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from homejournal.domain.about_child import about_parts
from homejournal.domain.firsts import FirstTime
from homejournal.domain.notes import Flag
from homejournal.domain.pack_dates import third_birthday
from homejournal.domain.pack_material import OutcomeTold, PackMaterial, StrategyTold
from homejournal.domain.pack_parts import (
    age_told,
    celebrations_of,
    feelings_told,
    first_on_own,
    key_of,
    team_told,
)
from homejournal.domain.preparations import PackKind

CELEBRATIONS_OF_AN_OUTCOME = 2
"""So many celebrations of each outcome are ticked at first."""


class PackLine(StrEnum):
    """The lines that have no words of their own until a language says them."""

    AGE = "age"
    WRITTEN_BY = "written_by"
    TEAM = "team"
    ABOUT = "about"
    STRENGTHS = "strengths"
    INTERESTS = "interests"
    HELPS = "helps"
    NEEDS = "needs"
    HARD = "hard"
    ROUTINES = "routines"
    NO_OUTCOME = "no_outcome"
    LADDER = "ladder"
    REVIEWS = "reviews"
    PLAN = "plan"
    NUMBERS = "numbers"
    CHART = "chart"
    CHANGES = "changes"
    CONCERNS = "concerns"
    QUESTIONS = "questions"
    LIFE = "life"
    FEELINGS = "feelings"
    ASK_LONGER = "ask_longer"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackOffer:
    """One line that can be ticked; without the one that `needs` names it is not in the pack.

    `says` is what the family wrote, a first time, or the name of a line; `line` goes before words
    of the family's that would not say what they are.
    """

    key: str
    says: str | FirstTime | PackLine
    by_default: bool = True
    needs: str = ""
    day: date | None = None
    line: PackLine | None = None


def pack_offers(material: PackMaterial) -> tuple[PackOffer, ...]:
    """Return every line that can be ticked, in the order of the pack; who needs one comes after."""
    return (
        *_head_offers(material),
        *(offer for one in material.outcomes for offer in _outcome_offers(material, one)),
        *_celebration_offers(material, None),
        *_open_offers(material),
        *_life_offers(material),
        *_feeling_offers(material),
    )


def default_keys(material: PackMaterial) -> frozenset[str]:
    """Return the first choice: nothing that is private by default."""
    return frozenset(offer.key for offer in pack_offers(material) if offer.by_default)


def _head_offers(material: PackMaterial) -> Iterator[PackOffer]:
    if age_told(material):
        yield PackOffer(key="age", says=PackLine.AGE)
    if material.read.written_by:
        yield PackOffer(key="written_by", says=PackLine.WRITTEN_BY)
    if material.read.asked.kind is PackKind.REVIEW:
        return
    if third_birthday(material.read.child.born):
        yield PackOffer(key="ask_longer", says=PackLine.ASK_LONGER, by_default=False)
    if team_told(material):
        yield PackOffer(key="team", says=PackLine.TEAM)
    if material.read.about and any(about_parts(material.read.about)):
        yield PackOffer(key="about", says=PackLine.ABOUT, day=material.read.about.day)
        for part, words in about_parts(material.read.about):
            line = PackLine(part)
            yield PackOffer(key=f"about:{part}", says=words, needs="about", line=line)


def _outcome_offers(material: PackMaterial, one: OutcomeTold) -> Iterator[PackOffer]:
    outcome, key = one.outcome, key_of(one)
    says = outcome.text if outcome else PackLine.NO_OUTCOME
    yield PackOffer(key=key, says=says, by_default=_is_about_now(material, one))
    if one.records and one.records.ladders:
        yield PackOffer(key=f"{key}:ladder", says=PackLine.LADDER, needs=key)
    if one.records and one.records.reviews:
        yield PackOffer(key=f"{key}:reviews", says=PackLine.REVIEWS, needs=key)
    for strategy in one.strategies:
        yield from _strategy_offers(material, strategy, key)
    yield from _celebration_offers(material, one)
    for strategy in one.strategies:
        first = first_on_own(strategy)
        if first is not None:
            yield PackOffer(key=f"first:{strategy.id}", says=first, needs=key)


def _is_about_now(material: PackMaterial, one: OutcomeTold) -> bool:
    """Whether an outcome was open in these days; with a history, every one is told."""
    if material.read.asked.kind is PackKind.TRANSITION:
        return True
    if one.outcome is None:
        return any(strategy.speaks for strategy in one.strategies)
    closed = one.outcome.closed
    return closed is None or closed >= material.period.start


def _strategy_offers(
    material: PackMaterial, one: StrategyTold, outcome: str
) -> Iterator[PackOffer]:
    key = f"strategy:{one.id}"
    review = material.read.asked.kind is PackKind.REVIEW
    yield PackOffer(key=key, says=one.name, by_default=one.speaks, needs=outcome)
    yield PackOffer(key=f"{key}:plan", says=PackLine.PLAN, needs=key)
    yield PackOffer(key=f"{key}:numbers", says=PackLine.NUMBERS, needs=key)
    if one.chart:
        yield PackOffer(key=f"{key}:chart", says=PackLine.CHART, needs=key, by_default=review)
    if one.changes(material.period):
        yield PackOffer(key=f"{key}:changes", says=PackLine.CHANGES, needs=key, by_default=review)


def _celebration_offers(material: PackMaterial, one: OutcomeTold | None) -> Iterator[PackOffer]:
    for place, note in enumerate(celebrations_of(material, one)):
        yield PackOffer(
            key=f"celebration:{note.id}",
            says=note.text,
            by_default=place < CELEBRATIONS_OF_AN_OUTCOME,
            needs=key_of(one) if one else "",
            day=note.day,
        )


def _open_offers(material: PackMaterial) -> Iterator[PackOffer]:
    """Offer to a review what is hard and what is asked; each needs a tick of its own."""
    if material.read.asked.kind is not PackKind.REVIEW:
        return
    for flag, line in ((Flag.CONCERN, PackLine.CONCERNS), (Flag.QUESTION, PackLine.QUESTIONS)):
        for note in material.flagged(flag):
            key, says = f"{flag}:{note.id}", note.text
            yield PackOffer(key=key, says=says, by_default=False, day=note.day, line=line)


def _life_offers(material: PackMaterial) -> Iterator[PackOffer]:
    for event in material.life():
        yield PackOffer(key=f"life:{event.id}", says=event.words, day=event.day, line=PackLine.LIFE)


def _feeling_offers(material: PackMaterial) -> Iterator[PackOffer]:
    """Offer what is private by default: each needs a tick of its own."""
    for key, told in feelings_told(material):
        yield PackOffer(key=key, says=told.name, by_default=False, line=PackLine.FEELINGS)
