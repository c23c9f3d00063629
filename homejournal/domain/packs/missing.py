"""What a pack lacks where there is nothing to print, so that a family is told and gets no blank."""

from enum import StrEnum

from homejournal.domain.packs.builder import pack_of
from homejournal.domain.packs.material import PackMaterial
from homejournal.domain.packs.offers import default_keys
from homejournal.domain.packs.pack import Pack
from homejournal.domain.records.notes import PackKind


class Missing(StrEnum):
    """What a family can write, and then there is something to print."""

    ABOUT = "about"
    ANSWERS = "answers"
    OUTCOMES = "outcomes"
    STRATEGIES = "strategies"
    ENTRIES = "entries"


def missing_in(material: PackMaterial, pack: Pack) -> tuple[Missing, ...]:
    """Return what an empty pack lacks; nothing where it only lacks ticks, or is not empty."""
    if not (pack.empty and pack_of(material, default_keys(material)).empty):
        return ()
    review = material.read.asked.kind is PackKind.REVIEW
    strategies = any(material.strategies())
    lacks = {
        Missing.ABOUT: not review,
        Missing.ANSWERS: review,
        Missing.OUTCOMES: not any(one.outcome for one in material.outcomes),
        Missing.STRATEGIES: not strategies,
        Missing.ENTRIES: strategies,
    }
    return tuple(what for what, lacking in lacks.items() if lacking)
