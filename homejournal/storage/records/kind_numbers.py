"""The small numbers that stand for kinds and flags inside a journal's file.

They are a part of the projection: a change here needs a new `PROJECTION` number.
"""

from homejournal.domain.records.notes import Flag
from homejournal.domain.records.record import Kind

PROJECTION = 3
"""When a file says another number, its projection is made again."""

_TIMELINE = (Kind.PRACTICE, Kind.DAY_MARK, Kind.NOTE, Kind.PRIVATE_NOTE)
FIRST_SMALL_KIND = 10
"""Kinds from this code on are few and read whole; those below stand on the timeline."""

CODE_OF: dict[Kind, int] = {kind: code for code, kind in enumerate(_TIMELINE, start=1)} | {
    kind: code
    for code, kind in enumerate(
        (kind for kind in Kind if kind not in _TIMELINE), start=FIRST_SMALL_KIND
    )
}
KIND_OF: dict[int, Kind] = {code: kind for kind, code in CODE_OF.items()}
TIMELINE_KINDS = frozenset(_TIMELINE)

FLAG_BITS: dict[Flag, int] = {Flag.CELEBRATION: 1, Flag.CONCERN: 2, Flag.QUESTION: 4}
ATTACHED = 16
"""The note stands on a practice and is shown with it."""

DAY_BITS = 32
"""So far the day stands to the left of the record's number in a place."""


def place_of(day_ordinal: int, record: int) -> int:
    """Return the timeline's order of a record: by day, then by its number in this file."""
    return day_ordinal << DAY_BITS | record


def record_at(place: int) -> int:
    """Return the record's number that a place holds."""
    return place & (1 << DAY_BITS) - 1
