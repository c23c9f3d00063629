"""What happened in the family's life, among the entries of the Journal."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from homejournal.domain.journal.timeline import TimelineEntry, TimelineFilter
from homejournal.domain.names.quick_choices import is_meant
from homejournal.domain.records.children import LifeEvent

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def newest_first(events: Iterable[LifeEvent]) -> tuple[LifeEvent, ...]:
    """Return life events in the order in which a list shows them."""
    return tuple(sorted(events, key=lambda one: (one.day, one.id), reverse=True))


def is_asked(event: LifeEvent, asked: TimelineFilter) -> bool:
    """Return whether a filter of the Journal lets a life event through.

    It is of the child and of no strategy, no person, no routine and no kind of note. Words are
    found by the beginnings of its words, without case and accents.
    """
    of_more = (asked.strategy, asked.helper, asked.flag, asked.suggested_by, asked.routine)
    if event.child != asked.child or any(of_more):
        return False
    within = (asked.start or date.min) <= event.day <= (asked.end or date.max)
    return within and is_meant(_spaced(asked.words), _spaced(event.words))


def among(
    entries: Sequence[TimelineEntry], life: Iterable[TimelineEntry], limit: int
) -> list[TimelineEntry]:
    """Return the newest of both, in the order of their places."""
    both = sorted((*entries, *life), key=lambda one: one.place, reverse=True)
    return both[:limit]


def _spaced(text: str) -> str:
    return _BETWEEN_WORDS.sub(" ", text)
