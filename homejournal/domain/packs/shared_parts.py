"""The parts of a pack that both its offers and the pack itself are made of."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from homejournal.domain.days.periods import age_on
from homejournal.domain.journal.feelings import Feeling, about
from homejournal.domain.looking_back.firsts import FirstTime
from homejournal.domain.packs.line_keys import feeling_key
from homejournal.domain.packs.material import OutcomeTold, PackMaterial, StrategyTold
from homejournal.domain.packs.pack import FeelingInPack, Pack
from homejournal.domain.records.ladders import ConfidenceRating
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.preparations import PackKind
from homejournal.domain.records.rating_scales import ON_OWN, RatingKind
from homejournal.domain.sentences.counts import AgeInMonths
from homejournal.domain.visit_page.page import PersonOnPage
from homejournal.domain.visits.team_list import on_team

if TYPE_CHECKING:
    from uuid import UUID


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
    """Return who suggested something to this child or came to it, and is on the team still.

    Nobody of another child's stands here. Who left is named only where their strategy is told.
    """
    read = material.read
    visits = (one for one in read.family.visits.values() if one.child == read.asked.child)
    named = {who for visit in visits for who in visit.people}
    named |= {
        one.back.written.strategy.suggested_by
        for one in material.strategies()
        if one.back.written.strategy.suggested_by
    }
    here = on_team(read.family.team.values(), read.printed)
    theirs = (one for one in here if one.id in named)
    return tuple(PersonOnPage(name=one.name, discipline=one.discipline) for one in theirs)


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
    names = {one.id: one.name for one in family.routines.values()}
    names |= {one.id: one.name for one in family.strategies.values()}
    found: dict[tuple[UUID | None, UUID], list[Feeling]] = {}
    for one in material.read.feelings:
        if material.period.start <= one.day <= material.period.end and about(one) in names:
            found.setdefault((one.helper, about(one)), []).append(one)
    people = list(dict.fromkeys((None, *family.helpers, *(by for by, _ in found))))
    told = []
    for (by, which), said in found.items():
        sure = isinstance(said[0], ConfidenceRating)
        row = FeelingInPack(
            name=names[which],
            sure=sure,
            by=family.helpers[by].name if by and by in family.helpers else "",
            said=tuple(sorted((one.day, one.level) for one in said)),
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
    if any(not material.wrote(one).isdisjoint(helpers) for one in material.strategies()):
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
    under = (note for one in pack.outcomes for note in one.celebrations)
    notes = (*under, *pack.celebrations, *pack.concerns, *pack.questions)
    said = {*(note.by for note in notes), *(told.by for told in pack.feelings)}
    wrote = {who for one in counted for who in material.wrote(one)}
    people = material.read.family.helpers.values()
    return tuple(dict.fromkeys(p.name for p in people if p.id in wrote or p.name in said))
