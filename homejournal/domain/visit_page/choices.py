"""What a family chose for a visit page: ticks, groups, paper, file name, and the words it typed.

Typed words belong to the visit that the page is for; without a visit, to the person or the whole
team, and end once the page is kept. So a page never begins with the words of another one.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.notes import Flag
from homejournal.domain.visit_page.builder import first_ticks
from homejournal.domain.visit_page.material import (
    SECOND_PAGE_KEY,
    Offer,
    PageMaterial,
    PagePart,
    Ticks,
    notes_on,
)
from homejournal.domain.visit_page.page import VisitPage
from homejournal.domain.visit_page.page_parts import with_mark

HELPED, SHORTENED = "helped", "shortened"
OUR_WORDS, THANKS, REACH_US = "our_words", "thanks", "reach_us"
_TEAM = "team"
_SINGLE = frozenset({OUR_WORDS, THANKS})


def page_place(child: UUID, visit: UUID | None, person: UUID | None) -> str:
    """Return the beginning of the places of one page's words; the name of a field follows."""
    return f"{_child_place(child)}{visit or person or _TEAM}:"


def child_place(child: UUID) -> str:
    """Return the place of what is true on every page of a child: how the family is reached."""
    return f"{_child_place(child)}{REACH_US}"


def earlier_places(child: UUID, visit: UUID | None, person: UUID | None) -> tuple[str, ...]:
    """Return where words for this page may have been typed before it had a place of its own.

    That is before its visit was written down, and before pages had places at all.
    """
    unplanned = page_place(child, None, person)
    return (*((unplanned,) if visit else ()), _child_place(child))


def typed_fields_of(place: str, kept: Mapping[str, str]) -> dict[str, str]:
    """Return the words of one page by the names of their fields."""
    found = {at.removeprefix(place): text for at, text in kept.items() if at.startswith(place)}
    return {field: text for field, text in found.items() if _is_field(field)}


def taken_over_places(
    child: UUID, visit: UUID | None, person: UUID | None, kept: Mapping[str, str]
) -> dict[str, str]:
    """Return old and new places of typed words, where a page takes over words of earlier ones."""
    own = page_place(child, visit, person)
    if typed_fields_of(own, kept):
        return {}
    found = (
        (place, typed_fields_of(place, kept)) for place in earlier_places(child, visit, person)
    )
    place, fields = next((one for one in found if one[1]), (own, {}))
    return {place + field: own + field for field in fields}


def typed_for_other_pages(
    child: UUID, own: str, kept: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Return what is typed for other pages of a child, by their places."""
    start = _child_place(child)
    others = {
        f"{start}{at.removeprefix(start).split(':', 1)[0]}:"
        for at in kept
        if at.startswith(start) and not at.startswith(own)
    }
    found = {place: typed_fields_of(place, kept) for place in sorted(others)}
    return {place: words for place, words in found.items() if words}


def page_subject(place: str) -> UUID | None:
    """Return the visit or the person whose page a place belongs to; None for the whole team."""
    whose = place.split(":")[2]
    return None if whose == _TEAM else UUID(whose)


def fields_kept_on(page: VisitPage, words: Mapping[str, str]) -> Iterator[str]:
    """Yield the fields whose typed words stand on a kept page, and so need no draft any more.

    What was typed since, or is about what was not ticked, is kept nowhere else and stays.
    """
    shortened = {note.text for note in notes_on(page) if note.shortened}
    helped = {f"{HELPED}:{strategy.id}": strategy.helped for strategy in page.strategies}
    said = {OUR_WORDS: page.our_words, THANKS: page.thanks, **helped}
    for part, text in words.items():
        same = said.get(part) == text.strip()
        cut = part.startswith(f"{SHORTENED}:") and with_mark(text.strip()) in shortened
        if same or cut:
            yield part


def _is_field(name: str) -> bool:
    kind, _, about = name.partition(":")
    return name in _SINGLE or (kind in {HELPED, SHORTENED} and bool(about))


def _child_place(child: UUID) -> str:
    return f"visit-page:{child}:"


LETTER_TERRITORIES = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "DO", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)
"""Where people print on US Letter (Unicode CLDR, supplemental data, paper size)."""
_NAME_LETTERS = 60
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTyped:
    """What is typed for one page alone."""

    our_words: str = ""
    thanks: str = ""
    reach_us: str = ""
    helped: Mapping[UUID, str] = field(default_factory=dict)
    """What helped and what got in the way, by strategy."""
    shortened: Mapping[UUID, str] = field(default_factory=dict)
    """What stands on the page in the place of a long note, by note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferGroup:
    """Offers that stand together: one part of the page, or one strategy with its lines.

    `head` is the tick of the strategy, or of the second page; without it nothing of `offers` is on
    the page.
    """

    part: PagePart
    offers: tuple[Offer, ...]
    head: Offer | None = None
    strategy: UUID | None = None


def ticks_of(offered: Sequence[Offer], chosen: Mapping[str, bool], typed: PageTyped) -> Ticks:
    """Return the ticks: the first ones, changed by what was ticked or unticked by hand."""
    ticks = first_ticks(offered)
    wanted = {key for key, on in chosen.items() if on}
    unwanted = {key for key, on in chosen.items() if not on}
    return replace(
        ticks,
        keys=frozenset((ticks.keys | wanted) - unwanted),
        our_words=typed.our_words,
        thanks=typed.thanks,
        reach_us=typed.reach_us,
        helped=typed.helped,
        shortened=typed.shortened,
    )


def naming_others(offered: Sequence[Offer], *, second_page: bool) -> int:
    """Return how many lines are off at first only because they name another child."""
    behind = () if second_page else (PagePart.SECOND_PAGE,)
    named = (
        offer
        for offer in offered
        if offer.about_sibling and offer.part not in (PagePart.STRATEGY, *behind)
    )
    return len({offer.note or offer.key for offer in named})


class LeftOffPage(NamedTuple):
    """How many strategies and flagged notes were left off the page."""

    strategies: int
    notes: int


def left_off_page(
    offered: Sequence[Offer], ticks: Ticks, by_hand: Collection[str] = ()
) -> LeftOffPage:
    """Return what is off the page only to keep it short, and not unticked by hand."""
    second = ticks.has(SECOND_PAGE_KEY)
    told = {
        offer.note
        for offer in offered
        if ticks.has(offer.key) and (second or offer.part is not PagePart.SECOND_PAGE)
    }
    left = [
        offer
        for offer in offered
        if offer.waits and offer.key not in by_hand and not ticks.has(offer.key)
    ]
    notes = {offer.note for offer in left if offer.note} - told
    return LeftOffPage(sum(offer.part is PagePart.STRATEGY for offer in left), len(notes))


def holder_of(offer: Offer) -> str:
    """Return the key of the line in which another one is: of its strategy, or the second page."""
    strategy = f"strategy:{offer.strategy}"
    if offer.part is PagePart.STRATEGY and offer.key != strategy:
        return strategy
    behind = offer.part is PagePart.SECOND_PAGE and offer.key != SECOND_PAGE_KEY
    return SECOND_PAGE_KEY if behind else ""


def groups_of(offered: Sequence[Offer]) -> tuple[OfferGroup, ...]:
    """Return the offers in their groups, in the order of the page."""
    return tuple(_groups(offered))


def _groups(offered: Sequence[Offer]) -> Iterator[OfferGroup]:
    for part in PagePart:
        mine = [offer for offer in offered if offer.part is part]
        match part:
            case PagePart.STRATEGY:
                yield from _strategy_groups(mine)
            case PagePart.SECOND_PAGE if mine:
                yield OfferGroup(part=part, offers=tuple(mine[1:]), head=mine[0])
            case _ if mine:
                yield OfferGroup(part=part, offers=tuple(mine))


def _strategy_groups(offered: Sequence[Offer]) -> Iterator[OfferGroup]:
    for strategy in dict.fromkeys(offer.strategy for offer in offered):
        head, *lines = (offer for offer in offered if offer.strategy == strategy)
        yield OfferGroup(part=PagePart.STRATEGY, offers=tuple(lines), head=head, strategy=strategy)


def is_empty(material: PageMaterial) -> bool:
    """Return whether nothing was written for these days, and no question waits."""
    notes = material.notes_in_period() or material.flagged(Flag.QUESTION)
    told = notes or material.asked_before()
    return not material.shown() and not told and not material.life_events


def paper_of(territory: str) -> Paper:
    """Return the paper of a country by its two letters; Letter where it is not known."""
    return Paper.LETTER if territory in LETTER_TERRITORIES or len(territory) != 2 else Paper.A4


def page_file_name(words: str, child: str, day: date) -> str:
    """Return a file name without ending that every system takes: "Visit page Noa 2026-06-28".

    `child` is the name the family uses, never the surname.
    """
    return " ".join(part for part in (words, in_file_names(child), day.isoformat()) if part)


def in_file_names(words: str) -> str:
    """Return words as they can stand in a file name on every system; perhaps nothing is left."""
    return " ".join(_NOT_IN_NAMES.sub(" ", words).split())[:_NAME_LETTERS].strip(" .")
