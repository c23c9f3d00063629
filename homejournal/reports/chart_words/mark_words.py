"""One bar, dot or group of a chart as a sentence: what it stands for, and what was written in it.

For the mouse over it, and for screen readers.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from homejournal.domain.days.periods import Span
from homejournal.domain.days.ratings import ENOUGH
from homejournal.domain.days.strategy_numbers import Middle
from homejournal.domain.looking_back.chart_series import (
    Bar,
    BarSeries,
    Chart,
    Dot,
    DotSeries,
    Group,
    Grouping,
    GroupSeries,
    LifeMark,
    PhaseMiddle,
    Shape,
    Side,
)
from homejournal.domain.looking_back.strategy_rows import StretchCell
from homejournal.domain.records.rating_scales import levels_of
from homejournal.domain.sentences.values import (
    AtLeast,
    DidItOn,
    InShort,
    LevelCounts,
    MiddleLevel,
    NumberSum,
    OnlyExtra,
    TooFewToSumUp,
)
from homejournal.texts.labels import aim_said, amount, level, reason, took_of
from homejournal.texts.sentences import how_many, level_count, say
from homejournal.texts.wording import Wording

_LAST_OF_WEEK = 6
"""Days after the first one of a week."""
Words = Callable[[Wording], str]
_PARTIAL: Mapping[Span, Callable[[Wording, str], str]] = {
    Span.WEEK: lambda w, span: w.text("{week} (part of a week)", week=span),
    Span.MONTH: lambda w, span: w.text("{month} (part of a month)", month=span),
    Span.YEAR: lambda w, span: w.text("{year} (part of a year)", year=span),
}


def span_said(
    bar: Bar | StretchCell, span: Span, wording: Wording, day: Callable[[date], str]
) -> str:
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


def _days(bar: Bar | StretchCell, wording: Wording, day: Callable[[date], str]) -> str:
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


def phase_said(chart: BarSeries | DotSeries, phase: PhaseMiddle, wording: Wording) -> str:
    """Return the middle between two changes of the plan, with n and the family's aim."""
    n = ratings_said(chart, phase.n, wording) or wording.text("no ratings")
    middle = middle_said(chart, phase.middle, phase.n, wording)
    if phase.middle is None and middle:
        n = ""
    aim = ""
    if phase.aim is not None:
        aim = wording.text("our aim: {aim}", aim=aim_said(wording, phase.aim, chart.unit))
    return wording.text("; ").join(part for part in (n, middle, aim) if part)


MOST_MARKS = 3
"""So many happenings are told with one bar; the others are counted."""
_SHORT = 120
"""Letters after which the family's words are cut where only a glance at them is meant."""


def mark_words(chart: Chart, place: int, wording: Wording) -> str:
    """Return a bar, dot or group as a sentence without a full stop; `place` counts from 0.

    "Week of March 9 (part of a week): some help 3, a little help 2; 5 ratings; did it on 4 of 6
    planned days". Raises IndexError if the chart has no such place.
    """
    told: Iterable[str]
    if isinstance(chart, BarSeries):
        when, told = _bar(chart, chart.bars[place], wording)
    elif isinstance(chart, DotSeries):
        when, told = _dot(chart, chart.dots[place], wording)
    else:
        group = chart.groups[place]
        when, told = group_name(group, chart.grouping, wording), _group(chart, group, wording)
    parts = wording.text("; ").join(part for part in told if part)
    return wording.text("{when}: {what}", when=when, what=parts)


def group_name(group: Group, grouping: Grouping, wording: Wording) -> str:
    """Return what a group is: a side of the visit with its days, or a routine's or slot's name."""
    days = wording.between(group.bar.start, group.bar.end)
    if group.side is Side.BEFORE:
        return wording.text("Before the visit ({days})", days=days)
    if group.side is Side.SINCE:
        return wording.text("Since the visit ({days})", days=days)
    if group.name:
        return wording.own(group.name)
    return wording.text("another time") if grouping is Grouping.SLOT else wording.text("other")


def middle_said(chart: Chart, middle: Middle | None, n: int, wording: Wording) -> str:
    """Return the middle of n ratings in words; with too few levels for one, that they are few."""
    match middle:
        case int():
            return say(wording, MiddleLevel(chart.kind, middle, middle, n < ENOUGH))
        case (int() as low, int() as high):
            return say(wording, MiddleLevel(chart.kind, low, high, n < ENOUGH))
        case Decimal():
            median = amount(wording, middle, chart.unit)
            return wording.text("middle value {median}", median=median)
        case _:
            few = 0 < n < ENOUGH and levels_of(chart.kind)
            return say(wording, TooFewToSumUp(n)) if few else ""


def ratings_said(chart: Chart, n: int, wording: Wording) -> str:
    """Return how many ratings there are: "5 ratings", of numbers "on 5 days"."""
    return how_many(wording, InShort(kind=chart.kind, n=n, of_days=chart.of_days))


def value_said(chart: DotSeries, dot: Dot, wording: Wording) -> str:
    """Return the rating of a dot in words: "some help", "5.5 minutes", "took 3 of 4"."""
    if levels_of(chart.kind):
        return level(wording, chart.kind, int(dot.value))
    if dot.of is not None:
        return took_of(wording, dot.value, dot.of)
    return amount(wording, dot.value, chart.unit)


def days_short(start: date, end: date, wording: Wording, *, in_year: bool = True) -> str:
    """Return a day, or a stretch of days in few letters: "Nov 9–11"; with years if they differ."""
    last = (wording.short_day if in_year else wording.short_day_of_year)(end)
    if end == start:
        return last
    bare = in_year or start.year == end.year
    first = (wording.short_day if bare else wording.short_day_of_year)(start)
    return wording.text("{start}–{end}", **_ends(first, last))


def _ends(start: str, end: str) -> dict[str, str]:
    """Return two days as ends of a stretch, with the month once if it is the same one."""
    first, last = start.split(), end.split()
    if first[0] == last[0]:
        return {"start": start, "end": " ".join(last[1:])}
    if first[-1] == last[-1]:
        return {"start": " ".join(first[:-1]), "end": end}
    return {"start": start, "end": end}


def life_said(mark: LifeMark, wording: Wording, *, short: bool = True) -> str:
    """Return what happened in life: the family's words, or "left out: sick"; `short` cuts them.

    Of a mark that was made without its words it is only said that there was something.
    """
    if mark.reason is not None and not mark.words:
        return wording.text("left out: {reason}", reason=reason(wording, mark.reason))
    if not mark.words:
        return wording.text("something in our life")
    words = " ".join(mark.words.split())
    if short and len(words) > _SHORT:
        words = words[:_SHORT].rstrip() + "…"
    return wording.own(words)


def days_in(start: date, end: date, wording: Wording) -> Callable[[date], str]:
    """Return how days between two are written: with their year only where it is not clear."""
    return wording.day if start.year != end.year else wording.day_without_year


def _bar(chart: BarSeries, bar: Bar, wording: Wording) -> tuple[str, list[str]]:
    day = days_in(chart.bars[0].start, chart.bars[-1].end, wording)
    when = span_said(bar, chart.span, wording, day)
    told = [*_counts(chart, bar, wording)]
    changes = [change for change in chart.changes if bar.start <= change <= bar.end]
    told.extend(
        wording.text("the plan changed on {day}", day=day(change))
        for change in changes[:MOST_MARKS]
    )
    if len(changes) > MOST_MARKS:
        told.append(_more(len(changes) - MOST_MARKS, wording))
    return when, [*told, *_life_between(chart.life, bar.start, bar.end, wording)]


def _counts(chart: BarSeries | GroupSeries, bar: Bar, wording: Wording) -> Iterator[str]:
    if not bar.written or bar.left_out:
        yield bar_said(chart, bar, wording)
        return
    if chart.shape is not Shape.DAYS:
        yield bar_said(chart, bar, wording)
        yield from _how_many(chart, bar, wording)
    elif bar.planned == 0:
        yield bar_said(chart, bar, wording)
    if bar.planned != 0:
        yield say(wording, DidItOn(bar.days, bar.planned))


def _how_many(chart: BarSeries | GroupSeries, bar: Bar, wording: Wording) -> Iterator[str]:
    """Yield of how many ratings a bar is, and of a middle which days it cannot be of."""
    middles = chart.shape is Shape.MIDDLES
    yield ratings_said(chart, bar.known if middles else bar.n, wording)
    if middles and bar.known and bar.at_least:
        yield say(wording, AtLeast(bar.at_least))


def _dot(chart: DotSeries, dot: Dot, wording: Wording) -> tuple[str, list[str]]:
    years = chart.start.year != chart.end.year
    when = wording.full_day(dot.day) if years else wording.day_of_year(dot.day)
    told = [value_said(chart, dot, wording)]
    if dot.times > 1:
        told.append(wording.count("{n} time", "{n} times", dot.times))
    if dot.day in chart.changes:
        told.append(wording.text("the plan changed on this day"))
    return when, [*told, *_life_between(chart.life, dot.day, dot.day, wording)]


def _group(chart: GroupSeries, group: Group, wording: Wording) -> Iterator[str]:
    middle = middle_said(chart, group.middle, group.bar.n, wording)
    few = group.middle is None and middle
    for told in _counts(chart, group.bar, wording):
        if not few or told != ratings_said(chart, group.bar.n, wording):
            yield told
    if chart.shape is not Shape.MIDDLES:
        yield middle


def _life_between(
    marks: tuple[LifeMark, ...], start: date, end: date, wording: Wording
) -> Iterator[str]:
    inside = [mark for mark in marks if mark.start <= end and mark.end >= start]
    for mark in inside[:MOST_MARKS]:
        yield life_said(mark, wording)
    if len(inside) > MOST_MARKS:
        yield _more(len(inside) - MOST_MARKS, wording)


def _more(n: int, wording: Wording) -> str:
    return wording.count("and {n} more", "and {n} more", n)
