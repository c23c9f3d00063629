"""What a chart by week shows of a strategy: the counts of each week, and the days that matter."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import assert_never

from homejournal.domain.blocks import ratings_of
from homejournal.domain.numbers import Rated, StrategyNumbers, WeekNumbers
from homejournal.domain.ratings import Better, RatingKind, RatingPlan, levels_of


class Shape(StrEnum):
    """How the weeks of a strategy are drawn."""

    LEVELS = "levels"
    """Stacked bars: how many of each level."""
    SUMS = "sums"
    """Bars of the week's sum."""
    MIDDLES = "middles"
    """The middle value with a line from the lowest to the highest."""
    TRIES = "tries"
    """A bar of what was offered, filled as far as was taken."""
    DAYS = "days"
    """Bars of the days it was used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekBar:
    """One week; `written` False means that nothing stands for it, which is drawn as a gap.

    `left_out` says that every planned day was left out. Zero is a value and is drawn.
    """

    start: date
    end: date
    partial: bool
    written: bool
    left_out: bool
    days: int
    n: int
    levels: tuple[int, ...] = ()
    """How many of each level, lowest level first."""
    sum: Decimal | None = None
    median: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    took: int | None = None
    of: int | None = None

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
class WeekSeries:
    """The weeks of one strategy, drawn in one shape.

    `changes` are days on which the plan changed (solid lines), `life` days on which something
    in life happened (dotted marks).
    """

    shape: Shape
    kind: RatingKind
    weeks: tuple[WeekBar, ...]
    unit: str | None = None
    changes: tuple[date, ...] = ()
    life: tuple[date, ...] = ()


def week_series(
    numbers: StrategyNumbers,
    plan: RatingPlan | None,
    changes: Iterable[date] = (),
    life: Iterable[date] = (),
) -> WeekSeries:
    """Return the weeks of a strategy as its plan asks to see them."""
    kind = numbers.total.kind
    return WeekSeries(
        shape=_shape(kind, plan.better if plan else None),
        kind=kind,
        weeks=tuple(_bar(week, kind) for week in numbers.weeks),
        unit=plan.unit if plan else None,
        changes=tuple(changes),
        life=tuple(life),
    )


def _shape(kind: RatingKind, better: Better | None) -> Shape:
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


def _bar(week: WeekNumbers, kind: RatingKind) -> WeekBar:
    block = week.block if week.block.kind is kind else replace(week.block, **ratings_of(Rated()))
    written = bool(block.times or block.not_today)
    given = block.levels or {}
    return WeekBar(
        start=week.start,
        end=week.end,
        partial=week.partial,
        written=written,
        left_out=not written and bool(block.left_out) and not block.not_written,
        days=block.did_it,
        n=block.n,
        levels=tuple(given.get(level, 0) for level in levels_of(kind)),
        sum=block.sum,
        median=_number(block.median),
        low=block.low,
        high=block.high,
        took=block.took,
        of=block.of,
    )


def _number(middle: object) -> Decimal | None:
    return Decimal(middle) if isinstance(middle, Decimal | int) else None
