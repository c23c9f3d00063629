"""The honest numbers of a strategy over a period: every screen, page and file is made from these.

What does not apply is None: any-N-days plans state no planned days, unrated strategies no levels.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from homejournal.domain.days.periods import Period, WeekStart
from homejournal.domain.records.plan import StepKind
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Aim, RatingKind

Middle = int | tuple[int, int] | Decimal
"""The middle value: one level, a pair of levels ("between"), or a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """The ratings of one kind over a stretch (n of them), and what stands beside them.

    What does not apply to the kind is None, and so is what nothing was written for. Where numbers
    belong to the day they are added up first, and n is the days that have one. Ratings of another
    kind, and numbers of another unit or that belong to something else, are in `others`, with how
    many of each.
    """

    n: int = 0
    at_least: int = 0
    """Of the n days those with a time that is not written: their number may be higher, and is in
    the sum alone."""
    times_rated: int = 0
    """How many practices were rated in this kind."""
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
    """Numbers inside the aim that was in force on their day; None where there was no aim.

    A part of a day, such as one slot, has no aim where numbers belong to the day.
    """
    aims: tuple[tuple[Aim, int, int], ...] = ()
    """Each aim that was in force, how many numbers lie inside it, and how many it judges."""
    others: Mapping[RatingKind, int] = field(default_factory=dict)
    unsettled: int = 0
    """Practices with two versions, whose rating is in neither count."""

    @property
    def known(self) -> int:
        """Return of how many ratings the middle, the range and the aim are."""
        return self.n - self.at_least


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Rated):
    """The counts of one stretch: the whole period, a plan step, a week, a slot or a routine.

    Days: planned = did it + not today + not written; left out stands apart. Times: `times` holds
    the extra ones; times - extra + times_not_today + times_not_written = times_planned. `extra` is
    extra days, extra times and times outside the plan together. What does not apply is None:
    planned days of an any-N-days plan, and of a routine all but what was done. The ratings are
    those of `kind`.
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
    extra_days: int | None = None
    """Days above N in the judged weeks of an any-N-days plan."""
    extra_times: int | None = None
    """Times above the plan of a planned day."""
    outside_times: int | None = None
    """What was done before the start, in a pause, or on a day that was not planned."""
    told_not_today: int | None = None
    """Days of an any-N-days plan that were told as not today."""
    written_later: int
    """Practices first written more than one calendar day after their day."""
    plan_met: int | None = None
    weeks_judged: int | None = None
    weeks_unsure: int | None = None
    """Of the judged weeks those in which days not written leave open whether the plan was met."""


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
