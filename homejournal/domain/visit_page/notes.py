"""The notes of a visit page by their flags, and the first times that stand with them."""

from collections.abc import Iterator

from homejournal.domain.looking_back.firsts import FirstTime
from homejournal.domain.names.other_children import names_one
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.rating_scales import ON_OWN, RatingKind
from homejournal.domain.visit_page.line_keys import first_key, flag_key
from homejournal.domain.visit_page.material import (
    Offer,
    PageMaterial,
    PagePart,
    StrategyMaterial,
    Ticks,
)
from homejournal.domain.visit_page.naming_people import is_about_a_reader
from homejournal.domain.visit_page.page import NoteOnPage
from homejournal.domain.visit_page.second_page import named_strategy, note_on_page

NOTES_OF_A_FLAG = 3
"""So many celebrations and concerns are ticked at first; a page is read in two to five minutes."""
_PARTS = {
    Flag.CELEBRATION: PagePart.CELEBRATIONS,
    Flag.CONCERN: PagePart.CONCERNS,
    Flag.QUESTION: PagePart.QUESTIONS,
}


def note_offers(material: PageMaterial) -> Iterator[Offer]:
    """Offer the notes of each flag, newest first; every open question is ticked, however old.

    A concern that names who reads the page is for the family to tick: it may be about them. So is
    whatever names another child.
    """
    ticked: set[Note] = set()
    beside = material.beside()
    for flag, part in _PARTS.items():
        # A question that was answered stays to be ticked, but is not asked again by itself.
        flagged = material.flagged(flag)
        # A note with two flags stands there once, unless the family ticks it twice.
        asked = [note for note in flagged if not note.answered and note not in ticked]
        asked = [note for note in asked if not names_one(note.text, material.others)]
        if flag is Flag.CONCERN:
            asked = [note for note in asked if not is_about_a_reader(material, note)]
        theirs = [note for note in asked if note.strategy not in beside]
        newest = asked if flag is Flag.QUESTION else theirs[:NOTES_OF_A_FLAG]
        waiting = () if flag is Flag.QUESTION else theirs[NOTES_OF_A_FLAG:]
        ticked.update(newest)
        for note in flagged:
            yield Offer(
                key=flag_key(note, flag),
                part=part,
                says=note.text,
                by_default=note in newest,
                day=note.day,
                strategy=note.strategy,
                note=note.id,
                waits=note in waiting,
                about_reader=flag is Flag.CONCERN and is_about_a_reader(material, note),
            )
        if flag is Flag.CELEBRATION:
            yield from _first_offers(material, NOTES_OF_A_FLAG - len(newest))


def _first_offers(material: PageMaterial, room: int) -> Iterator[Offer]:
    """Offer the first times; at first, what the family itself celebrates goes before them."""
    beside = material.beside()
    theirs = [one for one, _ in firsts_of(material) if one.strategy.id not in beside][:room]
    for one, says in firsts_of(material):
        yield Offer(
            key=first_key(one),
            part=PagePart.CELEBRATIONS,
            says=says,
            by_default=one in theirs,
            strategy=one.strategy.id,
        )


def firsts_of(material: PageMaterial) -> Iterator[tuple[StrategyMaterial, FirstTime]]:
    """Yield the strategies whose first time on own falls into the period."""
    for one in material.shown():
        if one.first_on_own is not None:
            yield one, FirstTime(RatingKind.HELP, ON_OWN, one.first_on_own, one.strategy.name)


def notes_of(material: PageMaterial, ticks: Ticks, flag: Flag) -> tuple[NoteOnPage, ...]:
    """Return the notes of one flag that are ticked."""
    return tuple(
        note_on_page(material, ticks, note, about=named_strategy(material, ticks, note))
        for note in material.flagged(flag)
        if ticks.has(flag_key(note, flag))
    )
