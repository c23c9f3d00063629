"""What a chart shows, in words: its text alternative, made from the same numbers as its bars."""

from collections.abc import Iterable
from decimal import Decimal
from typing import assert_never

from homejournal.domain.bar_series import Bar, BarSeries, Shape
from homejournal.domain.ratings import levels_of
from homejournal.domain.sentences import LevelCounts
from homejournal.texts.sentences import level_count
from homejournal.texts.wording import Wording
from homejournal.texts.words import amount


def chart_alt(series: BarSeries, wording: Wording) -> str:
    """Return the chart as sentences, one for each week."""
    told = [wording.text("Chart by week.")]
    for week in series.bars:
        when = wording.text("Week of {day}", day=wording.short_day(week.start))
        if week.partial:
            when = wording.text("{week} (part of a week)", week=when)
        told.append(wording.text("{week}: {what}.", week=when, what=_week(series, week, wording)))
    return " ".join(told)


def chart_key(charts: Iterable[BarSeries], wording: Wording) -> str:
    """Return what one has to know to read the charts of a page, for its small print."""
    charts = tuple(charts)
    weeks = [week for series in charts for week in series.bars]
    parts = []
    if any(week.partial for week in weeks):
        parts.append(wording.text("* part of a week"))
    gaps = [week for series in charts for week in series.bars if not week.has(series.shape)]
    if any(week.written for week in gaps):
        parts.append(wording.text("gap: nothing written that week, or no rating"))
    elif gaps:
        parts.append(wording.text("gap: nothing written that week"))
    if any(series.changes for series in charts):
        parts.append(wording.text("solid line: the plan changed"))
    if any(series.life for series in charts):
        parts.append(wording.text("dotted line: something in our life"))
    return wording.line_of(parts)


def chart_caption(series: BarSeries, wording: Wording) -> str:
    """Return what the bars of a chart are."""
    match series.shape:
        case Shape.LEVELS:
            return wording.text("how many of each, by week")
        case Shape.SUMS:
            return wording.text("in all, by week")
        case Shape.MIDDLES:
            return wording.text("middle, lowest and highest, by week")
        case Shape.TRIES:
            return wording.text("took of offered, by week")
        case Shape.DAYS:
            return wording.text("days, by week")
        case _:
            assert_never(series.shape)


def _week(series: BarSeries, week: Bar, wording: Wording) -> str:
    if week.left_out:
        return wording.text("left out")
    if not week.written:
        return wording.text("nothing written")
    return _written_week(series, week, wording) or wording.text("no ratings")


def _written_week(series: BarSeries, week: Bar, wording: Wording) -> str:
    match series.shape:
        case Shape.LEVELS:
            return _levels_of_week(series, week, wording)
        case Shape.DAYS:
            return wording.count("{n} day", "{n} days", week.days)
        case Shape.TRIES if week.of is not None:
            took, of = wording.number(week.took or 0), wording.number(week.of)
            return wording.text("took {took} of {of}", took=took, of=of)
        case Shape.SUMS if week.sum is not None:
            total = amount(wording, wording.number(week.sum), series.unit)
            return wording.text("{amount} in all", amount=total)
        case Shape.MIDDLES if week.median is not None:
            return _middle_of_week(series, week, week.median, wording)
        case _:
            return ""


def _levels_of_week(series: BarSeries, week: Bar, wording: Wording) -> str:
    given = tuple(zip(levels_of(series.kind), week.levels, strict=True))
    counts = LevelCounts(series.kind, given)
    told = (level_count(wording, counts, level, many) for level, many in given if many)
    return wording.text(", ").join(told)


def _middle_of_week(series: BarSeries, week: Bar, median: Decimal, wording: Wording) -> str:
    return wording.text(
        "in the middle {median}, from {low} to {high}",
        median=amount(wording, wording.number(median), series.unit),
        low=wording.number(median if week.low is None else week.low),
        high=wording.number(median if week.high is None else week.high),
    )
