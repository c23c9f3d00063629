"""A chart in words, whole: its text alternative, made from the same numbers as its picture."""

from collections.abc import Iterator, Sequence

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import (
    BarSeries,
    Chart,
    DotSeries,
    Grouping,
    GroupSeries,
    LifeMark,
    PhaseMiddle,
)
from homejournal.domain.records.rating_scales import Better
from homejournal.domain.sentences.values import Direction
from homejournal.reports.chart_words.mark_words import (
    Words,
    bar_said,
    days_in,
    life_said,
    mark_words,
    phase_said,
    span_said,
)
from homejournal.texts.day_page import capitalized
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording

MOST_TOLD = 30
"""Bars or dots up to which each is told; longer charts are summed up, as nobody hears them out."""
_LONGEST = 12_000
"""Letters: text in a PDF/A has room for 32,767 bytes in one piece."""
_MOST_LINES = 12

_BY_SPAN: dict[Span, Words] = {
    Span.WEEK: lambda w: w.text("Chart by week."),
    Span.MONTH: lambda w: w.text("Chart by month."),
    Span.YEAR: lambda w: w.text("Chart by year."),
}
_BY_GROUP: dict[Grouping, Words] = {
    Grouping.VISIT: lambda w: w.text("Chart before and since the visit."),
    Grouping.ROUTINE: lambda w: w.text("Chart by routine."),
    Grouping.SLOT: lambda w: w.text("Chart by time of day."),
}


def chart_alt(chart: Chart, wording: Wording, *, table: bool = True) -> str:
    """Return the chart in sentences: every bar of a short chart, a summary of a long one.

    `table` says whether a table with every value is beside the chart.
    """
    told = [chart_head(chart, wording)]
    marks = list(_each(chart, wording)) if marks_in(chart) <= MOST_TOLD else []
    if sum(map(len, marks)) > _LONGEST:
        marks = []
    told += marks or _ends(chart, wording)
    if isinstance(chart, GroupSeries):
        return " ".join(told)
    told += _marked(chart, wording)
    told += _phases(chart, wording)
    if not marks and marks_in(chart) and table:
        told.append(wording.text("The table has every value."))
    return " ".join(told)


def marks_in(chart: Chart) -> int:
    """Return how many bars, dots or groups a chart has."""
    if isinstance(chart, BarSeries):
        return len(chart.bars)
    return len(chart.dots) if isinstance(chart, DotSeries) else len(chart.groups)


def chart_head(chart: Chart, wording: Wording) -> str:
    """Return what kind of chart it is, as a sentence."""
    if isinstance(chart, BarSeries):
        return _BY_SPAN[chart.span](wording)
    if isinstance(chart, DotSeries):
        return wording.text("Chart of single ratings, day by day.")
    return _BY_GROUP[chart.grouping](wording)


def _each(chart: Chart, wording: Wording) -> Iterator[str]:
    if isinstance(chart, BarSeries):
        for bar in chart.bars:
            when = span_said(bar, chart.span, wording, wording.short_day)
            what = bar_said(chart, bar, wording)
            yield wording.text("{week}: {what}.", week=when, what=what)
    else:
        for place in range(marks_in(chart)):
            yield mark_words(chart, place, wording) + "."


def _ends(chart: Chart, wording: Wording) -> list[str]:
    count = marks_in(chart)
    if not count:
        return [wording.text("Nothing is written for these days.")]
    first, last = (mark_words(chart, place, wording) for place in (0, count - 1))
    return [
        _how_many(chart, count, wording),
        wording.text("The first: {bar}.", bar=first),
        wording.text("The last: {bar}.", bar=last),
    ]


def _how_many(chart: Chart, count: int, wording: Wording) -> str:
    if isinstance(chart, DotSeries):
        return wording.count("{n} dot.", "{n} dots.", count)
    return wording.count("{n} bar.", "{n} bars.", count)


def _marked(chart: BarSeries | DotSeries, wording: Wording) -> Iterator[str]:
    """Tell of the lines in the picture: changes of the plan, and what happened in life."""
    if chart.changes:
        days = _some([wording.day(day) for day in chart.changes], wording)
        yield wording.text("The plan changed on {days}.", days=days)
    if chart.life:
        told = _some([_life(mark, wording) for mark in chart.life], wording)
        yield wording.text("In our life: {events}.", events=told)
    direction = direction_said(chart, wording)
    if direction:
        yield f"{capitalized(direction)}."


def direction_said(chart: Chart, wording: Wording) -> str:
    """Return "here less is better" where less is hoped for, since bars seem to say the contrary."""
    return say(wording, Direction(Better.LESS)) if chart.better is Better.LESS else ""


def _life(mark: LifeMark, wording: Wording) -> str:
    days = days_in(mark.start, mark.end, wording)
    when = days(mark.start)
    if mark.end != mark.start:
        when = wording.text("{start} to {end}", start=when, end=days(mark.end))
    # The full stop of a sentence is that of the list in which it stands.
    what = life_said(mark, wording).rstrip(".")
    return wording.text("{when}: {what}", when=when, what=what)


def _some(told: Sequence[str], wording: Wording) -> str:
    """Return the first of many on one line, and how many more there are."""
    more = len(told) - _MOST_LINES
    shown = list(told[:_MOST_LINES])
    if more > 0:
        shown.append(wording.count("and {n} more", "and {n} more", more))
    return wording.text("; ").join(shown)


def _phases(chart: BarSeries | DotSeries, wording: Wording) -> Iterator[str]:
    if chart.phases:
        yield _some([_phase(chart, phase, wording) for phase in chart.phases], wording) + "."


def _phase(chart: BarSeries | DotSeries, phase: PhaseMiddle, wording: Wording) -> str:
    days = wording.between(phase.start, phase.end)
    return wording.text("{when}: {what}", when=days, what=phase_said(chart, phase, wording))
