"""Who wrote what stands on a visit page, and nobody else: an unticked name is not on it."""

from collections.abc import Iterator
from uuid import UUID

from homejournal.domain.visit_page.material import PageMaterial
from homejournal.domain.visit_page.page import NoteOnPage, VisitPage


def notes_on(page: VisitPage) -> Iterator[NoteOnPage]:
    """Yield every note that stands anywhere on a page."""
    yield from (*page.celebrations, *page.concerns, *page.questions)
    for one in page.strategies:
        yield from one.quotes
    if page.second:
        yield from page.second.notes


def writers_of(material: PageMaterial, page: VisitPage) -> tuple[str, ...]:
    """Return who wrote the notes on a page, and the entries that its numbers and charts count."""
    of_notes = {note.by for note in notes_on(page)}
    told = _counted(page)
    of_entries = {
        who for one in material.strategies if one.strategy.id in told for who in one.wrote
    }
    named = (one.name for one in material.helpers if one.id in of_entries or one.name in of_notes)
    return tuple(dict.fromkeys(named))


def _counted(page: VisitPage) -> set[UUID]:
    """Return the strategies of which the page shows any number or chart."""
    larger = {one.strategy for one in page.second.charts} if page.second else set()
    return {one.id for one in page.strategies if one.stretches or one.chart or one.name in larger}
