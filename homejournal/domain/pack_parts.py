"""The parts of a pack that both its offers and the pack itself are made of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from homejournal.domain.feelings import Feeling, about
from homejournal.domain.firsts import FirstTime
from homejournal.domain.ladders import ConfidenceRating
from homejournal.domain.notes import Note
from homejournal.domain.pack_material import OutcomeTold, PackMaterial, StrategyTold
from homejournal.domain.packs import FeelingInPack
from homejournal.domain.periods import age_on
from homejournal.domain.ratings import ON_OWN, RatingKind
from homejournal.domain.sentences import AgeInMonths
from homejournal.domain.visit_page import PersonOnPage

if TYPE_CHECKING:
    from uuid import UUID


def key_of(one: OutcomeTold) -> str:
    """Return the key of an outcome, or of the strategies without one."""
    return f"outcome:{one.outcome.id if one.outcome else 'none'}"


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


def team_told(material: PackMaterial) -> tuple[PersonOnPage, ...]:
    """Return who suggested something to this child or came to it; nobody of another child's."""
    read = material.read
    visits = (one for one in read.family.visits.values() if one.child == read.asked.child)
    named = {who for visit in visits for who in visit.people}
    named |= {
        one.back.written.strategy.suggested_by
        for one in material.strategies()
        if one.back.written.strategy.suggested_by
    }
    people = (one for one in read.family.team.values() if one.id in named)
    return tuple(PersonOnPage(name=one.name, discipline=one.discipline) for one in people)


def first_on_own(one: StrategyTold) -> FirstTime | None:
    """Return the first time on own, where it fell into these days."""
    firsts = one.back.written.firsts
    on_own = (RatingKind.HELP, ON_OWN)
    return next((first for first in firsts if (first.kind, first.level) == on_own), None)


def feelings_told(material: PackMaterial) -> Iterator[tuple[str, FeelingInPack]]:
    """Yield by its key what was said of each routine and strategy in these days, oldest first."""
    found: dict[UUID, list[Feeling]] = {}
    for one in material.read.feelings:
        if material.period.start <= one.day <= material.period.end:
            found.setdefault(about(one), []).append(one)
    family = material.read.family
    names = {one.id: one.name for one in family.routines.values()}
    names |= {one.id: one.name for one in family.strategies.values()}
    for which, said in found.items():
        if which not in names:
            continue
        sure = isinstance(said[0], ConfidenceRating)
        days = tuple(sorted((one.day, one.level) for one in said))
        key = f"{'sure' if sure else 'routine'}:{which}"
        yield key, FeelingInPack(name=names[which], sure=sure, said=days)
