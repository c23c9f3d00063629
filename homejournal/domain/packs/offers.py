"""The lines that can be ticked for a pack, their keys, and what is ticked at first.

A note or life event has the same key here as on a visit page.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from homejournal.domain.days.periods import age_on
from homejournal.domain.looking_back.look_back_values import FirstTime
from homejournal.domain.names import Names, names_any_of
from homejournal.domain.packs.material import OutcomeTold, PackMaterial, StrategyTold
from homejournal.domain.packs.pack import (
    FeelingInPack,
    Pack,
    PersonInPack,
    coming_third_birthday,
)
from homejournal.domain.papers.about_child import about_parts
from homejournal.domain.plan.outcomes import Feeling, feeling_about
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import Family
from homejournal.domain.records.ladders_and_feelings import ConfidenceRating
from homejournal.domain.records.notes import Flag, Note, PackKind
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.rating_scales import ON_OWN, RatingKind
from homejournal.domain.sentences.values import AgeInMonths
from homejournal.domain.visit_page.material import flag_key, life_key
from homejournal.domain.visits import on_team


def celebrations_of(material: PackMaterial, one: OutcomeTold | None) -> list[Note]:
    """Return the celebrations about the strategies of an outcome, or those about none."""
    if one is None:
        known = {strategy.id for strategy in material.strategies()}
        return [note for note in material.celebrations() if note.strategy not in known]
    mine = {strategy.id for strategy in one.strategies}
    return [note for note in material.celebrations() if note.strategy in mine]


def age_told(material: PackMaterial) -> AgeInMonths | None:
    """Return the age on the last day of the pack."""
    child = material.read.child
    age = age_on(child.born, child.due, material.period.end)
    return AgeInMonths(*age) if age else None


def team_told(material: PackMaterial) -> tuple[TeamMember, ...]:
    """Return the present team of this child; whoever holds it together comes first.

    Those who visited only another child, or suggested something only for it, are left out. People
    who left are named only if one of their strategies is in the pack.
    """
    family, child = material.read.family, material.read.asked.child
    here = on_team(family.team.values(), material.read.printed)
    theirs = [person for person in here if child in (_children_of(family, person) or {child})]
    return tuple(sorted(theirs, key=lambda person: not person.coordinator))


def _children_of(family: Family, person: TeamMember) -> set[UUID]:
    """Return the children whom somebody visited or suggested something for."""
    visited = {one.child for one in family.visits.values() if person.id in one.people}
    helped = {one.child for one in family.strategies.values() if one.suggested_by == person.id}
    return visited | helped


def _is_theirs(family: Family, person: TeamMember) -> bool:
    """Whether nobody can take a person for one of a brother's or sister's team."""
    alone = len(family.children) == 1
    return alone or person.coordinator or bool(_children_of(family, person))


def person_told(person: TeamMember, has: Collection[str]) -> PersonInPack:
    """Return a person as a pack names them, with the ways to reach them if these are ticked."""
    known = [way for way in person.ways if way.value]
    ways = [way for way in known if way.preferred] or known[:1]
    return PersonInPack(
        name=person.name,
        discipline=person.discipline,
        role=person.role,
        coordinator=person.coordinator,
        ways=tuple(ways) if head_key(PackLine.REACH) in has else (),
    )


def first_on_own(one: StrategyTold) -> FirstTime | None:
    """Return the first time on own, where it fell into these days."""
    firsts = one.back.written.firsts
    on_own = (RatingKind.HELP, ON_OWN)
    return next((first for first in firsts if (first.kind, first.level) == on_own), None)


def feelings_told(material: PackMaterial) -> tuple[tuple[str, FeelingInPack], ...]:
    """Return by its key what one person said of one routine or strategy, oldest first.

    People are never compared: what two of them said of the same thing is not one row, and all that
    a person said stands together.
    """
    family = material.read.family
    names = {routine.id: routine.name for routine in family.routines.values()}
    names |= {strategy.id: strategy.name for strategy in family.strategies.values()}
    found: dict[tuple[UUID | None, UUID], list[Feeling]] = {}
    for feeling in material.read.feelings:
        if (
            material.period.start <= feeling.day <= material.period.end
            and feeling_about(feeling) in names
        ):
            found.setdefault((feeling.helper, feeling_about(feeling)), []).append(feeling)
    people = list(dict.fromkeys((None, *family.helpers, *(by for by, _ in found))))
    told = []
    for (by, which), said in found.items():
        sure = isinstance(said[0], ConfidenceRating)
        row = FeelingInPack(
            name=names[which],
            sure=sure,
            by=family.helpers[by].name if by and by in family.helpers else "",
            said=tuple(sorted((feeling.day, feeling.level) for feeling in said)),
        )
        told.append((people.index(by), feeling_key(which, by, sure=sure), row))
    told.sort(key=lambda one: (one[0], one[2].sure, one[2].name, one[1]))
    return tuple((key, row) for _, key, row in told)


def flags_told(material: PackMaterial) -> tuple[Flag, ...]:
    """Return of which notes a pack may tell: a history only of what there was to celebrate."""
    transition = material.read.asked.kind is PackKind.TRANSITION
    return (Flag.CELEBRATION,) if transition else tuple(Flag)


def with_names(material: PackMaterial) -> bool:
    """Whether anything that can be ticked was written or said by somebody with a name."""
    helpers = material.read.family.helpers
    if any(not material.wrote(strategy).isdisjoint(helpers) for strategy in material.strategies()):
        return True
    notes = (note for flag in flags_told(material) for note in material.flagged(flag))
    named = any(note.helper in helpers for note in notes)
    return named or any(told.by for _, told in feelings_told(material))


def written_by(
    material: PackMaterial, pack: Pack, counted: Iterable[StrategyTold]
) -> tuple[str, ...]:
    """Return whose words stand in a pack, and who wrote the entries that it counts.

    Each name stands once, in the order of the family's list.
    """
    under = (note for outcome in pack.outcomes for note in outcome.celebrations)
    notes = (*under, *pack.celebrations, *pack.concerns, *pack.questions)
    said = {*(note.by for note in notes), *(told.by for told in pack.feelings)}
    wrote = {who for strategy in counted for who in material.wrote(strategy)}
    people = material.read.family.helpers.values()
    return tuple(dict.fromkeys(p.name for p in people if p.id in wrote or p.name in said))


class PackLine(StrEnum):
    """The lines that have no words of their own until a language says them."""

    AGE = "age"
    WRITTEN_BY = "written_by"
    TEAM = "team"
    REACH = "reach"
    WORDS = "words"
    COMMUNICATES = "communicates"
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
    CELEBRATIONS = "celebrations"
    CONCERNS = "concerns"
    QUESTIONS = "questions"
    LIFE = "life"
    FEELINGS = "feelings"
    SURE = "sure"
    ASK_LONGER = "ask_longer"


def head_key(line: PackLine) -> str:
    """Return the key of a line that stands once in a pack."""
    return str(line)


def about_key(part: str) -> str:
    """Return the key of a part of what the family wrote about the child."""
    return f"{PackLine.ABOUT}:{part}"


def person_key(person: TeamMember) -> str:
    """Return the key of somebody on the team."""
    return f"person:{person.id}"


def outcome_key(one: OutcomeTold, line: PackLine | None = None) -> str:
    """Return the key of an outcome, or of one of its lines; those without one have a key, too."""
    return _with_line(f"outcome:{one.outcome.id if one.outcome else 'none'}", line)


def strategy_key(one: StrategyTold, line: PackLine | None = None) -> str:
    """Return the key of a strategy, or of one of its lines."""
    return _with_line(f"strategy:{one.id}", line)


def first_key(one: StrategyTold) -> str:
    """Return the key of a strategy's first time on own."""
    return f"first:{one.id}"


def feeling_key(about: UUID, by: UUID | None, *, sure: bool) -> str:
    """Return the key of what one person said of a routine, or of how sure it feels."""
    return f"{'sure' if sure else 'routine'}:{about}" + (f":{by}" if by else "")


def _with_line(key: str, line: PackLine | None) -> str:
    return f"{key}:{line}" if line else key


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
        *(offer for outcome in material.outcomes for offer in _outcome_offers(material, outcome)),
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
    if not names_any_of(words, others):
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
    if material.read.asked.kind is PackKind.TRANSITION:
        yield from _child_offers(material.read.child)
        yield from _about_offers(material)
        if coming_third_birthday(material.read.child):
            yield replace(_line_offer(PackLine.ASK_LONGER), by_default=False)
        yield from _team_offers(material)


def _team_offers(material: PackMaterial) -> Iterator[PackOffer]:
    team = team_told(material)
    if team:
        yield _line_offer(PackLine.TEAM)
    for person in team:
        yield PackOffer(
            key=person_key(person),
            says=person.name,
            needs=head_key(PackLine.TEAM),
            by_default=_is_theirs(material.read.family, person),
        )
    if any(way.value for person in team for way in person.ways):
        yield replace(_line_offer(PackLine.REACH), needs=head_key(PackLine.TEAM))


def _about_offers(material: PackMaterial) -> Iterator[PackOffer]:
    if material.read.about and any(about_parts(material.read.about)):
        whole = replace(_line_offer(PackLine.ABOUT), day=material.read.about.day)
        yield whole
        for part, words in about_parts(material.read.about):
            line = PackLine(part)
            yield PackOffer(key=about_key(part), says=words, needs=whole.key, line=line)


def _child_offers(child: Child) -> Iterator[PackOffer]:
    """Offer what somebody new asks first: how the child communicates, and how to talk of it."""
    words = (child.words or "").strip()
    ways = ", ".join(child.communicates)
    for line, said in ((PackLine.COMMUNICATES, ways), (PackLine.WORDS, words)):
        if said:
            yield PackOffer(key=head_key(line), says=said, line=line)


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
        return any(_belongs(material, strategy) for strategy in one.strategies)
    closed = one.outcome.closed
    return closed is None or closed >= material.period.start


def _belongs(material: PackMaterial, one: StrategyTold) -> bool:
    """Whether a strategy was used or planned in these days, or goes on at their end."""
    planned = one.back.total.planned or one.planned_on(material.period.end)
    return one.speaks or bool(planned)


def _strategy_offers(
    material: PackMaterial, one: StrategyTold, outcome: str
) -> Iterator[PackOffer]:
    key = strategy_key(one)
    review = material.read.asked.kind is PackKind.REVIEW
    yield PackOffer(key=key, says=one.name, by_default=_belongs(material, one), needs=outcome)
    for line, there, by_default in (
        (PackLine.PLAN, True, True),
        (PackLine.NUMBERS, True, True),
        (PackLine.CHART, one.speaks, review),
        (PackLine.CHANGES, one.changes(material.period), review),
    ):
        if there:
            yield PackOffer(
                key=strategy_key(one, line), says=line, needs=key, by_default=by_default
            )


def _celebration_offers(material: PackMaterial, one: OutcomeTold | None) -> Iterator[PackOffer]:
    others, notes = material.others, celebrations_of(material, one)
    first = [note for note in notes if not names_any_of(note.text, others)][
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
