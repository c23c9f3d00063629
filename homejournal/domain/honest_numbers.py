"""The honest numbers of a strategy over a period: every screen, page and file is made from these.

What does not apply is None: any-N-days plans state no planned days, unrated strategies no levels.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from homejournal.domain.numbers import Middle, Period
from homejournal.domain.plan import StepKind
from homejournal.domain.practices import LeftOutReason
from homejournal.domain.ratings import RatingKind
from homejournal.domain.settings import WeekStart


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """The ratings of one kind over a stretch (n of them), and what stands beside them.

    What does not apply to the kind is None, and so is what nothing was written for. Ratings of
    another kind, and numbers planned in another unit, are in `others`, with how many of each.
    """

    n: int = 0
    levels: Mapping[int, int] | None = None
    """How many of each level that was given."""
    median: Middle | None = None
    """For levels from five ratings on; numbers have no minimum."""
    median_so_far: Middle | None = None
    """As median, from three ratings on: for the screen only, with the words "so far"."""
    low: Decimal | None = None
    high: Decimal | None = None
    sum: Decimal | None = None
    took: int | None = None
    of: int | None = None
    in_aim: int | None = None
    """Numbers inside the aim that was in force on their day; None where there was no aim."""
    others: Mapping[RatingKind, int] = field(default_factory=dict)
    unsettled: int = 0
    """Practices with two versions, whose rating is in neither count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Rated):
    """The counts of one stretch: the whole period, a plan step, a week, a slot or a routine.

    Days: planned = did it + not today + not written; left out stands apart. Times: `times` holds
    the extra ones; times - extra + times_not_today + times_not_written = times_planned. What does
    not apply is None: planned days of an any-N-days plan, and of a routine all but what was done.
    The ratings are those of `kind`.
    """

    kind: RatingKind
    planned: int | None = None
    did_it: int
    not_today: int | None = None
    not_written: int | None = None
    left_out: int | None = None
    left_out_by: Mapping[LeftOutReason, int] | None = None
    times: int
    times_planned: int | None = None
    times_not_today: int | None = None
    times_not_written: int | None = None
    extra: int | None = None
    written_later: int
    """Practices first written more than one calendar day after their day."""
    plan_met: int | None = None
    weeks_judged: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepNumbers:
    """The counts while one plan step was in force, a pause included; cut to the period."""

    step: UUID
    kind: StepKind
    start: date
    end: date
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekNumbers:
    """The counts of one week, cut to the period; `partial` unless all of its seven days count."""

    start: date
    end: date
    partial: bool
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotNumbers:
    """The counts of one named slot, on the days on which the step in force names it."""

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
