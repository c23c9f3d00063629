"""What bars, dots and groups come to, in short: the middle where there is one, always with n."""

from collections import Counter
from decimal import Decimal

from homejournal.domain.days.ratings import ENOUGH, SO_FAR, middle_level
from homejournal.domain.days.rows_to_count import Middle
from homejournal.domain.looking_back.chart_series import (
    BarSeries,
    DotSeries,
    Group,
    GroupSeries,
    PhaseMiddle,
    Shape,
)
from homejournal.domain.sentences.look_back import InShort


def group_in_short(series: GroupSeries, group: Group) -> InShort:
    """Return what one of the groups comes to."""
    bar = group.bar
    low, high = _ends_of(group.middle)
    return InShort(
        kind=series.kind,
        n=bar.known,
        at_least=bar.at_least,
        low=low,
        high=high,
        least=bar.low,
        most=bar.high,
        unit=series.unit,
        of_days=series.of_days,
        took=bar.took,
        of=bar.of,
        days=bar.days,
        planned=bar.planned if series.shape is Shape.DAYS else None,
        not_written=bar.not_written or 0,
    )


def phase_in_short(
    series: BarSeries | DotSeries, phase: PhaseMiddle, *, on_screen: bool
) -> InShort:
    """Return what the ratings between two changes come to; "so far" is said on screen only."""
    so_far = phase.so_far and on_screen
    low, high = _ends_of(phase.middle if so_far or not phase.so_far else None)
    return InShort(
        kind=series.kind,
        n=phase.n,
        at_least=phase.at_least,
        low=low,
        high=high,
        unit=series.unit,
        of_days=series.of_days,
        so_far=so_far,
    )


def levels_in_short(series: DotSeries, *, on_screen: bool) -> InShort:
    """Return what all dots of levels come to; "so far" is said on screen only."""
    counts = Counter[int]()
    for dot in series.dots:
        counts[int(dot.value)] += dot.times
    n = counts.total()
    enough = n >= (SO_FAR if on_screen else ENOUGH)
    low, high = _ends_of(middle_level(counts) if enough else None)
    return InShort(kind=series.kind, n=n, low=low, high=high, so_far=enough and n < ENOUGH)


def _ends_of(middle: Middle | None) -> tuple[Decimal | None, Decimal | None]:
    """Return both ends of a middle: a pair has two, and all else is the same twice."""
    if middle is None:
        return None, None
    low, high = middle if isinstance(middle, tuple) else (middle, middle)
    return Decimal(low), Decimal(high)
