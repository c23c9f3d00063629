"""What the honest numbers are counted from: stretches of days, practices and marks.

Today needs these alone: the numbers themselves are loaded where they are counted.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind

Middle = int | tuple[int, int] | Decimal
"""The middle value: one level, a pair of levels ("between"), or a number."""


class Period(NamedTuple):
    """A stretch of family days, both ends included."""

    start: date
    end: date


class PracticeRow(NamedTuple):
    """What is counted of one practice; days are ISO text, as they stand in the journal.

    Counting reads it by place, so a plain tuple in this order, with the kind as text, does as well.
    """

    day: str
    slot: str | None
    routine: UUID | None
    kind: RatingKind | None
    level: int | None
    number: str | None
    took: int | None
    of: int | None
    written: str | None
    """The local day of the first writing."""
    settled: bool
    """False while two versions stand; the practice counts once, its rating in neither."""


class MarkRow(NamedTuple):
    """What is counted of one day mark on this strategy or on all of the child's; read by place."""

    day: str
    slot: str | None
    mark: MarkKind
    reason: LeftOutReason | None
    home: UUID | None = None
    """Which home left the day out for the other home, where that is known."""
