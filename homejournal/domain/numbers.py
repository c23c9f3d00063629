"""The honest numbers of a strategy over a period: every screen, page and file is made from these.

What does not apply is None: any-N-days plans state no planned days, unrated strategies no levels.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.practices import LeftOutReason, MarkKind
from homejournal.domain.ratings import RatingKind
from homejournal.domain.settings import WeekStart

Middle = int | tuple[int, int] | Decimal
"""The middle value: one level, a pair of levels ("between"), or a number."""


class Period(NamedTuple):
    """A stretch of family days, both ends included."""

    start: date
    end: date


class PracticeRow(NamedTuple):
    """What is counted of one practice; days are ISO text, as they stand in the journal."""

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
    """What is counted of one day mark on this strategy or on all of the child's."""

    day: str
    slot: str | None
    mark: MarkKind
    reason: LeftOutReason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The counts of one stretch: the whole period, a plan step, a week, a slot or a routine.

    Days: planned = did it + not today + not written; left out stands apart. Times: `times` holds
    the extra ones; times - extra + times_not_today + times_not_written = times_planned.
    `levels`, `median`, `low`, `high`, `sum`, `took`, `of` tell of the ratings of `kind` (n of
    them); ratings of another kind count as did it and are listed in `others`.
    """

    kind: RatingKind
    planned: int | None
    did_it: int
    not_today: int
    not_written: int | None
    left_out: int
    left_out_by: Mapping[LeftOutReason, int]
    times: int
    times_planned: int | None
    times_not_today: int | None
    times_not_written: int | None
    extra: int
    written_later: int
    n: int
    levels: Mapping[int, int] = field(default_factory=dict)
    median: Middle | None = None
    median_so_far: Middle | None = None
    """As median, from three ratings on: for the screen only, with the words "so far"."""
    low: Decimal | None = None
    high: Decimal | None = None
    sum: Decimal | None = None
    took: int | None = None
    of: int | None = None
    in_aim: int | None = None
    others: Mapping[RatingKind, int] = field(default_factory=dict)
    unsettled: int = 0
    """Practices with two versions, whose rating is in neither count."""
    plan_met: int | None = None
    weeks_judged: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepNumbers:
    """The counts while one plan step was in force, cut to the period."""

    step: UUID
    start: date
    end: date
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekNumbers:
    """The counts of one week; `partial` where the period, today or a plan step cuts it."""

    start: date
    end: date
    partial: bool
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotNumbers:
    """The counts of one named slot."""

    slot: str
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineNumbers:
    """The counts of the practices in one routine."""

    routine: UUID
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyNumbers:
    """All the counts of one strategy over a period."""

    strategy: UUID
    name: str
    total: Block
    steps: tuple[StepNumbers, ...] = ()
    weeks: tuple[WeekNumbers, ...] = ()
    slots: tuple[SlotNumbers, ...] = ()
    routines: tuple[RoutineNumbers, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildNumbers:
    """The numbers of a child's strategies, and the period and today they were counted with."""

    child: UUID
    period: Period
    today: date
    week_start: WeekStart
    strategies: tuple[StrategyNumbers, ...] = ()
