"""What a chart of single ratings shows: a dot for each, day by day, never joined over a gap."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from homejournal.domain.charts.bar_series import LifeMark, PhaseMiddle
from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.records.added_fields import added
from homejournal.domain.records.rating_scales import Better, RatingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A rating on a day, and how often the same one was given that day.

    `value` is a level, a number, or how many were taken of the `of` that were offered.
    """

    day: date
    value: Decimal
    of: Decimal | None = None
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PathPoint:
    """A day's number on a path: of several on one day their middle value."""

    day: date
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class DotSeries:
    """The single ratings of one kind from a first day to a last one, oldest first.

    `paths` join numbers of neighbouring planned days only, and break where the plan changed or
    paused; days left out are no planned days, so an illness breaks no path. Levels and tries have
    none. `phases` tell the middle value between changes.
    """

    kind: RatingKind
    start: date
    end: date
    dots: tuple[Dot, ...] = ()
    paths: tuple[tuple[PathPoint, ...], ...] = ()
    phases: tuple[PhaseMiddle, ...] = ()
    changes: tuple[date, ...] = ()
    life: tuple[LifeMark, ...] = ()
    unit: str | None = None
    better: Better | None = None
    of_days: bool = added(default=False)
    """Whether the numbers belong to days, and not to single times."""
    at_least: int = added(0)
    """Days with a time that is not written: their number may be higher, so they have no dot."""
    window: Period | None = None
    """The days that were zoomed into; None for the whole period."""
