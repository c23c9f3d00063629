"""What can be ticked for a pack, and what is ticked at first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from homejournal.domain.looking_back.firsts import FirstTime
from homejournal.domain.names.other_children import Names, names_one
from homejournal.domain.packs.dates import birthday_ahead
from homejournal.domain.packs.line_keys import (
    PackLine,
    about_key,
    first_key,
    head_key,
    outcome_key,
    strategy_key,
)
from homejournal.domain.packs.material import OutcomeTold, PackMaterial, StrategyTold
from homejournal.domain.packs.shared_parts import (
    age_told,
    celebrations_of,
    feelings_told,
    first_on_own,
    flags_told,
    team_told,
    with_names,
)
from homejournal.domain.papers.about_child import about_parts
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.preparations import PackKind
from homejournal.domain.visit_page.line_keys import flag_key, life_key

CELEBRATIONS_OF_AN_OUTCOME = 2
"""So many celebrations of each outcome are ticked at first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackOffer:
    """One line that can be ticked; without the one that `needs` names it is not in the pack.

    `says` is what the family wrote, a first time, or the name of a line; `line` says what words of
    the family's are that would not say it themselves, and `by` who said them.
    """

    key: str
    says: str | FirstTime | PackLine
    by_default: bool = True
    needs: str = ""
    day: date | None = None
    line: PackLine | None = None
    by: str = ""
    about_sibling: bool = False
    """Whether it names another child of the family: then it is off at first."""


def pack_offers(material: PackMaterial) -> tuple[PackOffer, ...]:
    """Return every line that can be ticked, in the order of the pack; who needs one comes after.

    What was written and names another child is ticked by nobody but the family.
    """
    found = (
        *_head_offers(material),
        *(offer for one in material.outcomes for offer in _outcome_offers(material, one)),
        *_celebration_offers(material, None),
        *_open_offers(material),
        *_life_offers(material),
        *_feeling_offers(material),
    )
    others = material.others
    return tuple(_apart_from_others(offer, others) for offer in found)


def _apart_from_others(offer: PackOffer, others: Names) -> PackOffer:
    """Return an offer that is off at first where the words of its line name another child."""
    words = offer.says if isinstance(offer.says, str) and offer.line is not None else ""
    if not names_one(words, others):
        return offer
    return replace(offer, by_default=False, about_sibling=True)


def default_keys(material: PackMaterial) -> frozenset[str]:
    """Return the first choice: nothing that is private by default."""
    return frozenset(offer.key for offer in pack_offers(material) if offer.by_default)


def _head_offers(material: PackMaterial) -> Iterator[PackOffer]:
    if age_told(material):
        yield _line_offer(PackLine.AGE)
    if with_names(material):
        yield _line_offer(PackLine.WRITTEN_BY)
    if material.read.asked.kind is PackKind.REVIEW:
        return
    if birthday_ahead(material.read.child):
        yield replace(_line_offer(PackLine.ASK_LONGER), by_default=False)
    if team_told(material):
        yield _line_offer(PackLine.TEAM)
    if material.read.about and any(about_parts(material.read.about)):
        whole = replace(_line_offer(PackLine.ABOUT), day=material.read.about.day)
        yield whole
        for part, words in about_parts(material.read.about):
            line = PackLine(part)
            yield PackOffer(key=about_key(part), says=words, needs=whole.key, line=line)


def _line_offer(line: PackLine) -> PackOffer:
    return PackOffer(key=head_key(line), says=line)


def _outcome_offers(material: PackMaterial, one: OutcomeTold) -> Iterator[PackOffer]:
    outcome, records, key = one.outcome, one.records, outcome_key(one)
    says = outcome.text if outcome else PackLine.NO_OUTCOME
    yield PackOffer(key=key, says=says, by_default=_is_about_now(material, one))
    for line, there in (
        (PackLine.LADDER, records and records.ladders),
        (PackLine.REVIEWS, records and records.reviews),
    ):
        if there:
            yield PackOffer(key=outcome_key(one, line), says=line, needs=key)
    for strategy in one.strategies:
        yield from _strategy_offers(material, strategy, key)
    yield from _celebration_offers(material, one)
    for strategy in one.strategies:
        first = first_on_own(strategy)
        if first is not None:
            yield PackOffer(key=first_key(strategy), says=first, needs=key)


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
    key = strategy_key(one)
    review = material.read.asked.kind is PackKind.REVIEW
    yield PackOffer(key=key, says=one.name, by_default=one.speaks, needs=outcome)
    for line, there, by_default in (
        (PackLine.PLAN, True, True),
        (PackLine.NUMBERS, True, True),
        (PackLine.CHART, one.chart, review),
        (PackLine.CHANGES, one.changes(material.period), review),
    ):
        if there:
            yield PackOffer(
                key=strategy_key(one, line), says=line, needs=key, by_default=by_default
            )


def _celebration_offers(material: PackMaterial, one: OutcomeTold | None) -> Iterator[PackOffer]:
    others, notes = material.others, celebrations_of(material, one)
    first = [note for note in notes if not names_one(note.text, others)][
        :CELEBRATIONS_OF_AN_OUTCOME
    ]
    for note in notes:
        yield PackOffer(
            key=flag_key(note, Flag.CELEBRATION),
            says=note.text,
            by_default=note in first,
            needs=outcome_key(one) if one else "",
            day=note.day,
            line=PackLine.CELEBRATIONS,
        )


def _open_offers(material: PackMaterial) -> Iterator[PackOffer]:
    """Offer to a review what is hard and what is asked; each needs a tick of its own."""
    for flag, line in ((Flag.CONCERN, PackLine.CONCERNS), (Flag.QUESTION, PackLine.QUESTIONS)):
        for note in material.flagged(flag) if flag in flags_told(material) else ():
            key, says = flag_key(note, flag), note.text
            yield PackOffer(key=key, says=says, by_default=False, day=note.day, line=line)


def _life_offers(material: PackMaterial) -> Iterator[PackOffer]:
    for event in material.life():
        yield PackOffer(key=life_key(event), says=event.words, day=event.day, line=PackLine.LIFE)


def _feeling_offers(material: PackMaterial) -> Iterator[PackOffer]:
    """Offer what is private by default: what each person said of each thing needs its own tick."""
    for key, told in feelings_told(material):
        line = PackLine.SURE if told.sure else PackLine.FEELINGS
        yield PackOffer(key=key, says=told.name, by_default=False, line=line, by=told.by)
