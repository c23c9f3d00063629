"""The values of a chart: bars for weeks, months or years, dots for single ratings, or groups.

Solid lines stand where the plan changed, dotted ones where something happened in family life. Dots
are never joined over a gap. Groups stand side by side: before and after a visit, routines, slots.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import assert_never

from homejournal.domain.days.periods import Period, Span
from homejournal.domain.days.strategy_numbers import Block, Middle
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Aim, Better, RatingKind, levels_of
from homejournal.domain.records.record import added


class Shape(StrEnum):
    """How the bars of a strategy are drawn."""

    LEVELS = "levels"
    """Stacked bars: how many of each level."""
    SUMS = "sums"
    """Bars of the sum."""
    MIDDLES = "middles"
    """The middle value with a line from the lowest to the highest."""
    TRIES = "tries"
    """A bar of what was offered, filled as far as was taken."""
    DAYS = "days"
    """Bars of the days it was used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One week, month or year; `written` False means nothing stands for it: drawn as a gap.

    `left_out` says that every planned day was left out, `unplanned` that nothing was planned on any
    day that counts, and `begun` that no day counts yet: it holds only a today without a word. In
    these three nothing is missing. Zero is a value and is drawn. `partial` says that not all of its
    days count.
    """

    start: date
    end: date
    partial: bool
    written: bool
    left_out: bool
    unplanned: bool = False
    begun: bool = added(default=False)
    days: int
    n: int
    at_least: int = added(0)
    """Of the n days those with a time that is not written, which are in the sum alone."""
    planned: int | None = None
    not_written: int | None = None
    levels: tuple[int, ...] = ()
    """How many of each level, lowest level first."""
    sum: Decimal | None = None
    median: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    took: int | None = None
    of: int | None = None

    @property
    def known(self) -> int:
        """Return of how many ratings the middle is: of those that may be higher it is not."""
        return self.n - self.at_least

    @property
    def lacks(self) -> bool:
        """Return whether something was planned in it and none of it is written or left out."""
        return not (self.written or self.left_out or self.unplanned or self.begun)

    def has(self, shape: Shape) -> bool:
        """Return whether a shape has anything to draw: a day without a number is no zero."""
        match shape:
            case Shape.SUMS:
                return self.sum is not None
            case Shape.MIDDLES:
                return self.median is not None
            case Shape.TRIES:
                return self.of is not None
            case _:
                return self.written


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeMark:
    """Something in life, or a range of days left out: a dotted mark that breaks no path.

    `words` are the family's; `reason` is told where the days were left out.
    """

    start: date
    end: date
    words: str = ""
    reason: LeftOutReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseMiddle:
    """The middle value between two changes of the plan; None if there are too few ratings.

    Levels have one from five ratings on ("so far" from three), numbers from the first. `aim` is the
    family's own, as it was in force at the end of the phase.
    """

    start: date
    end: date
    n: int
    middle: Middle | None = None
    so_far: bool = False
    aim: Aim | None = None
    at_least: int = added(0)
    """Days beside the n with a time that is not written."""
    apart: bool = added(default=False)
    """Whether its plan asked for other ratings than those looked at, and such were given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarSeries:
    """The bars of one strategy, drawn in one shape.

    `changes` are days on which the plan changed (solid lines), `life` what happened in life and
    the days left out (dotted marks).
    """

    shape: Shape
    kind: RatingKind
    bars: tuple[Bar, ...]
    span: Span = Span.WEEK
    unit: str | None = None
    better: Better | None = None
    of_days: bool = added(default=False)
    """Whether the numbers belong to days, and not to single times."""
    changes: tuple[date, ...] = ()
    life: tuple[LifeMark, ...] = ()
    phases: tuple[PhaseMiddle, ...] = ()
    window: Period | None = None
    """The days that were zoomed into; None for the whole period."""


def shape_of(kind: RatingKind, better: Better | None) -> Shape:
    """Return in which shape bars of a kind of rating are drawn."""
    match kind:
        case RatingKind.HELP | RatingKind.WENT:
            return Shape.LEVELS
        case RatingKind.NUMBER:
            # What is hoped to grow is added up; of anything else the middle tells more.
            return Shape.SUMS if better in {None, Better.MORE} else Shape.MIDDLES
        case RatingKind.TRIES:
            return Shape.TRIES
        case RatingKind.NONE:
            return Shape.DAYS
        case _:
            assert_never(kind)


def bar_of(
    block: Block,
    span: Period,
    *,
    partial: bool,
    left_out: bool = False,
    unplanned: bool = False,
) -> Bar:
    """Return the bar of a stretch; both words stand only where nothing is written.

    `left_out` says that all its planned days were left out, `unplanned` that it has none.
    """
    written = bool(block.times or block.not_today)
    given = block.levels or {}
    return Bar(
        start=span.start,
        end=span.end,
        partial=partial,
        written=written,
        left_out=left_out and not written,
        unplanned=unplanned and not written,
        days=block.did_it,
        planned=block.planned,
        not_written=block.not_written,
        n=block.n,
        at_least=block.at_least,
        levels=tuple(given.get(level, 0) for level in levels_of(block.kind)),
        sum=block.sum,
        median=_number(block.median),
        low=block.low,
        high=block.high,
        took=block.took,
        of=block.of,
    )


def _number(middle: Middle | None) -> Decimal | None:
    return Decimal(middle) if isinstance(middle, Decimal | int) else None


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

    `paths` join numbers of neighboring planned days only, and break where the plan changed or
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


class Grouping(StrEnum):
    """By what the ratings stand side by side; never by person or home."""

    VISIT = "visit"
    ROUTINE = "routine"
    SLOT = "slot"


class Side(StrEnum):
    """Before a visit, or since it; the day of the visit belongs to what came since."""

    BEFORE = "before"
    SINCE = "since"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One of them: a side of a visit, or the family's name of a routine or slot; and its counts.

    `middle` is that of levels (a level or a pair) or of numbers, under the rules of a block.
    """

    bar: Bar
    name: str = ""
    side: Side | None = None
    middle: Middle | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSeries:
    """Groups of one kind of rating, drawn in one shape, each with its n."""

    grouping: Grouping
    shape: Shape
    kind: RatingKind
    groups: tuple[Group, ...]
    unit: str | None = None
    better: Better | None = None
    of_days: bool = added(default=False)
    """Whether the numbers belong to days, and not to single times."""


Chart = BarSeries | DotSeries | GroupSeries

Cell = str | int | Decimal | date | None
"""What stands in a table: words, a number, a day, or nothing (never a zero for nothing)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a title and named columns; every row has a cell for each column."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def has_something(chart: Chart) -> bool:
    """Return whether there is anything to draw; where not, one sentence says more than a frame.

    Days that were only written down, without any rating, are nothing to draw in a chart of ratings.
    """
    if isinstance(chart, DotSeries):
        return bool(chart.dots)
    bars = chart.bars if isinstance(chart, BarSeries) else [group.bar for group in chart.groups]
    if chart.shape is Shape.DAYS:
        return any(bar.written for bar in bars)
    return any(bar.n and bar.has(chart.shape) for bar in bars)


def on_paper(chart: Chart, *, life: bool = False) -> Chart:
    """Return the chart as it may leave the screen: without any middle that is only "so far".

    A middle of levels is stated on paper and in files from five ratings on. Only with `life` it
    keeps the words for what happened in the family's life: who gets a picture may hand it on.
    """
    if isinstance(chart, GroupSeries):
        return chart
    phases = tuple(_untold(phase) if phase.so_far else phase for phase in chart.phases)
    marks = chart.life if life else tuple(replace(life_mark, words="") for life_mark in chart.life)
    return replace(chart, phases=phases, life=marks)


def _untold(phase: PhaseMiddle) -> PhaseMiddle:
    return replace(phase, middle=None, so_far=False)
