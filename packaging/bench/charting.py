"""Drawing charts of three months and of ten years, by turns with the same by bare Matplotlib."""

import gc
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from statistics import median

from bench.bare_charts import bare_bars, bare_dots
from bench.counting import timed
from bench.table import Figure
from homejournal.domain.days.periods import Period, WeekStart, span_for, spans_of
from homejournal.domain.looking_back.chart_series import Bar, BarSeries, Dot, DotSeries, Shape
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.reports.charts.screen_picture import chart_picture
from homejournal.reports.charts.style import ChartLook
from homejournal.texts.wording import wording_of

LOOK = ChartLook(size=(7.5, 3.4), dpi=100)
END = date(2026, 3, 1)
THREE_MONTHS, TEN_YEARS = 91, 3653
SWITCHES = 200
_WARM = 120
_READINGS = 5


def charting(*, repeats: int) -> list[Figure]:
    """Measure bars and dots of both periods, and the memory after many drawings."""
    words = wording_of("en")
    figures = []
    for name, days, limit, aim in (
        ("three months", THREE_MONTHS, 1.3, 1.0),
        ("ten years", TEN_YEARS, 2.0, 1.3),
    ):
        bars, dots = bars_of(days, seed=1), dots_of(days, seed=1)
        ratio = by_turns(
            lambda bars=bars: chart_picture(bars, words, LOOK),
            lambda bars=bars: bare_bars(bars, LOOK),
            repeats,
        )
        figures.append(Figure(f"bars of {name} / bare Matplotlib", ratio, limit, aim))
        ratio = by_turns(
            lambda dots=dots: chart_picture(dots, words, LOOK),
            lambda dots=dots: bare_dots(dots, LOOK),
            repeats,
        )
        figures.append(Figure(f"dots of {name} / bare Matplotlib", ratio, limit, aim))
    return [*figures, memory_after(SWITCHES)]


def by_turns(ours: Callable[[], object], bare: Callable[[], object], repeats: int) -> float:
    """Return how much longer ours takes than the bare one, in the middle of several turns."""
    times = [(timed(ours), timed(bare)) for _ in range(repeats + 2)][2:]
    return median(mine for mine, _ in times) / median(alone for _, alone in times)


def memory_after(switches: int) -> Figure:
    """Return the memory over so many switches from strategy to strategy, beside that before.

    Memory goes up and down by itself; the lowest of several readings only rises where some is lost.
    """
    words = wording_of("en")
    charts = [make(days, seed=seed) for seed in range(5) for days in (THREE_MONTHS, TEN_YEARS)
              for make in (bars_of, dots_of)]  # fmt: skip

    def switch(times: int) -> list[float]:
        told = []
        for turn in range(times):
            chart_picture(charts[turn % len(charts)], words, LOOK)
            if turn % 10 == 0:
                gc.collect()
                told.append(own_memory_mb())
        return told

    before, after = (switch(times)[-_READINGS:] for times in (_WARM, switches))
    name = f"memory after {switches} charts / before"
    return Figure(name, min(after) / min(before), 1.05, 1.02)


def own_memory_mb() -> float:
    """Return the memory this process shares with no other, in megabytes; 1 if not told.

    Shares of shared pages would rise whenever another process that uses the same ones ends.
    """
    told = Path("/proc/self/smaps_rollup")
    if not told.exists():
        return 1.0
    return int(told.read_text("ascii").split("Anonymous:")[1].split()[0]) / 1024


def bars_of(days: int, *, seed: int) -> BarSeries:
    """Return bars of levels for so many days, weeks or months as the program cuts them."""
    chance = Random(seed)  # noqa: S311 (the same numbers each time)
    period = Period(END - timedelta(days=days - 1), END)
    span = span_for(period, WeekStart.MONDAY)
    bars = []
    for one in spans_of(period, span, WeekStart.MONDAY):
        levels = tuple(chance.randint(0, 9) for _ in range(4))
        bars.append(
            Bar(start=one.start, end=one.end, partial=False, written=True, left_out=False,
                days=5, n=sum(levels), levels=levels)
        )  # fmt: skip
    return BarSeries(
        shape=Shape.LEVELS, kind=RatingKind.HELP, bars=tuple(bars), span=span,
        changes=_changes(period),
    )  # fmt: skip


def dots_of(days: int, *, seed: int) -> DotSeries:
    """Return a rating of a level on each of so many days."""
    chance = Random(seed)  # noqa: S311 (the same numbers each time)
    period = Period(END - timedelta(days=days - 1), END)
    dots = tuple(
        Dot(day=period.start + timedelta(days=at), value=Decimal(chance.randint(1, 4)))
        for at in range(days)
    )
    return DotSeries(
        kind=RatingKind.HELP, start=period.start, end=period.end, dots=dots,
        changes=_changes(period),
    )  # fmt: skip


def _changes(period: Period) -> tuple[date, ...]:
    days = (period.end - period.start).days
    return period.start + timedelta(days=days // 3), period.start + timedelta(days=days // 2)
