"""What one bar of a chart says: its week, month or year, and what was written in it."""

from collections.abc import Callable, Mapping
from datetime import date

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import Bar, BarSeries, GroupSeries, Shape
from homejournal.domain.records.rating_scales import levels_of
from homejournal.domain.sentences.values import AtLeast, LevelCounts, NumberSum, OnlyExtra
from homejournal.texts.labels import amount, took_of
from homejournal.texts.sentences import level_count, say
from homejournal.texts.wording import Wording

_LAST_OF_WEEK = 6
"""Days after the first one of a week."""
Words = Callable[[Wording], str]
_PARTIAL: Mapping[Span, Callable[[Wording, str], str]] = {
    Span.WEEK: lambda w, span: w.text("{week} (part of a week)", week=span),
    Span.MONTH: lambda w, span: w.text("{month} (part of a month)", month=span),
    Span.YEAR: lambda w, span: w.text("{year} (part of a year)", year=span),
}


def span_said(bar: Bar, span: Span, wording: Wording, day: Callable[[date], str]) -> str:
    """Return which week, month or year a bar is; `day` is how the days of a week are written.

    "Week of March 9", "March 2026", "2026". Of a week that is cut these are the days that are
    left: "March 12 to March 15 (part of a week)".
    """
    match span:
        case Span.WEEK if (bar.end - bar.start).days < _LAST_OF_WEEK:
            said = _days(bar, wording, day)
        case Span.WEEK:
            said = wording.text("Week of {day}", day=day(bar.start))
        case Span.MONTH:
            said = wording.month(bar.start)
        case _:
            said = wording.year(bar.start)
    return _PARTIAL[span](wording, said) if bar.partial else said


def _days(bar: Bar, wording: Wording, day: Callable[[date], str]) -> str:
    if bar.start == bar.end:
        return day(bar.start)
    return wording.text("{start} to {end}", start=day(bar.start), end=day(bar.end))


def bar_said(series: BarSeries | GroupSeries, bar: Bar, wording: Wording) -> str:
    """Return what was written in a bar: "some help 3, a little help 2", or why it is empty."""
    said = nothing_said(bar, wording) or _written(series, bar, wording)
    return said or wording.text("no ratings")


def nothing_said(bar: Bar, wording: Wording) -> str:
    """Return why a bar is empty: "left out", "not planned", "nothing written yet"; else nothing."""
    if bar.left_out:
        return wording.text("left out")
    if bar.unplanned:
        return wording.text("not planned")
    if bar.begun:
        return wording.text("nothing written yet")
    return "" if bar.written else wording.text("nothing written")


def _written(series: BarSeries | GroupSeries, bar: Bar, wording: Wording) -> str:
    match series.shape:
        case Shape.LEVELS:
            return _levels(series, bar, wording)
        case Shape.DAYS:
            return _used(bar, wording)
        case Shape.TRIES if bar.of is not None:
            return took_of(wording, bar.took or 0, bar.of)
        case Shape.SUMS if bar.sum is not None:
            return say(wording, NumberSum(bar.sum, series.unit, bar.n, bar.at_least > 0))
        case Shape.MIDDLES:
            return _middle(series, bar, wording)
        case _:
            return ""


def _used(bar: Bar, wording: Wording) -> str:
    if bar.planned == 0 and not bar.days:
        return say(wording, OnlyExtra())
    return wording.count("{n} day", "{n} days", bar.days)


def _levels(series: BarSeries | GroupSeries, bar: Bar, wording: Wording) -> str:
    given = tuple(zip(levels_of(series.kind), bar.levels, strict=False))
    counts = LevelCounts(series.kind, given)
    told = (level_count(wording, counts, level, many) for level, many in given if many)
    return wording.text(", ").join(told)


def _middle(series: BarSeries | GroupSeries, bar: Bar, wording: Wording) -> str:
    if bar.median is None:
        return say(wording, AtLeast(bar.at_least)) if bar.at_least else ""
    said = amount(wording, bar.median, series.unit)
    low, high = bar.low, bar.high
    if low is None or high is None or low == high:
        return wording.text("always {amount}", amount=said) if bar.known > 1 else said
    return wording.text(
        "middle value {median}, from {low} to {high}",
        median=said,
        low=wording.number(low),
        high=wording.number(high),
    )
