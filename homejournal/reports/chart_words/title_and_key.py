"""What stands around a chart: its title, what its bars or dots are, and the key to its lines."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import assert_never

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import (
    BarSeries,
    Chart,
    DotSeries,
    Grouping,
    GroupSeries,
    LifeMark,
    PhaseMiddle,
    Shape,
    Side,
)
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from homejournal.reports.chart_words.mark_words import Words
from homejournal.reports.chart_words.text_alternative import direction_said
from homejournal.texts.labels import numbers_of
from homejournal.texts.wording import Wording

_SHOWN: Mapping[Shape, Words] = {
    Shape.LEVELS: lambda w: w.text("how many of each"),
    Shape.SUMS: lambda w: w.text("added up"),
    Shape.MIDDLES: lambda w: w.text("middle, lowest and highest"),
    Shape.TRIES: lambda w: w.text("took of offered"),
    Shape.DAYS: lambda w: w.text("days"),
}
_BY_GROUP: Mapping[Grouping, Callable[[Wording, str], str]] = {
    Grouping.VISIT: lambda w, what: w.text("{what}, before and since the visit", what=what),
    Grouping.ROUTINE: lambda w, what: w.text("{what}, by routine", what=what),
    Grouping.SLOT: lambda w, what: w.text("{what}, by time of day", what=what),
}
_BY_SPAN: Mapping[Span, Callable[[Wording, str], str]] = {
    Span.WEEK: lambda w, what: w.text("{what}, by week", what=what),
    Span.MONTH: lambda w, what: w.text("{what}, by month", what=what),
    Span.YEAR: lambda w, what: w.text("{what}, by year", what=what),
}
PART_OF: Mapping[Span, Words] = {
    Span.WEEK: lambda w: w.text("* part of a week"),
    Span.MONTH: lambda w: w.text("* part of a month"),
    Span.YEAR: lambda w: w.text("* part of a year"),
}
"""What the star at the name of a bar means."""
_GAPS: Mapping[Span, Words] = {
    Span.WEEK: lambda w: w.text("gap: nothing written that week"),
    Span.MONTH: lambda w: w.text("gap: nothing written that month"),
    Span.YEAR: lambda w: w.text("gap: nothing written that year"),
}
_UNRATED: Mapping[Span, Words] = {
    Span.WEEK: lambda w: w.text("gap: nothing written that week, or no rating"),
    Span.MONTH: lambda w: w.text("gap: nothing written that month, or no rating"),
    Span.YEAR: lambda w: w.text("gap: nothing written that year, or no rating"),
}


def chart_title(chart: Chart, wording: Wording, strategy: str = "") -> str:
    """Return the name of a chart: the strategy, what is shown of it, and by what."""
    what = _rated(chart, wording)
    if isinstance(chart, BarSeries):
        told = _BY_SPAN[chart.span](wording, what)
    elif isinstance(chart, DotSeries):
        told = wording.text("{what}, day by day", what=what)
    else:
        told = _BY_GROUP[chart.grouping](wording, what)
    return wording.line_of((wording.own(strategy) if strategy else "", told))


def chart_caption(chart: Chart, wording: Wording) -> str:
    """Return what the bars or dots are, and why they are of months where weeks are too many.

    Of a visit it says that the days before and since are not equally many: counts cannot be set
    side by side as they are then.
    """
    if isinstance(chart, GroupSeries):
        told = _BY_GROUP[chart.grouping](wording, _shown(chart, wording))
        uneven = chart.grouping is Grouping.VISIT and not _are_as_long(chart)
        lengths = wording.text("the two sides have different lengths") if uneven else ""
        return wording.line_of((told, lengths))
    if isinstance(chart, DotSeries):
        return _dots(chart, wording)
    told = _BY_SPAN[chart.span](wording, _shown(chart, wording))
    if chart.span is Span.MONTH:
        return wording.text("{what}, as there are many weeks", what=told)
    if chart.span is Span.YEAR:
        return wording.text("{what}, as there are many months", what=told)
    return told


def _shown(chart: BarSeries | GroupSeries, wording: Wording) -> str:
    shown = _SHOWN[chart.shape](wording)
    if chart.shape is not Shape.MIDDLES:
        return shown
    return wording.text("{what} of {numbers}", what=shown, numbers=_numbers(chart, wording))


def _numbers(chart: Chart, wording: Wording) -> str:
    unit = wording.own(chart.unit) if chart.unit else ""
    return numbers_of(wording, unit, of_days=chart.of_days)


def _are_as_long(chart: GroupSeries) -> bool:
    lengths = {(group.bar.end - group.bar.start, group.bar.planned) for group in chart.groups}
    return len(lengths) < len(Side)


def chart_key(
    charts: Chart | Iterable[Chart],
    wording: Wording,
    *,
    direction: bool = True,
    legend: bool = False,
) -> str:
    """Return what one has to know to read the charts, and nothing that is not in them.

    Of one chart it also says that less is better, unless `direction` is False because words beside
    the chart do. With `legend` the picture names its own marks, and only what a gap means and its
    lines are told.
    """
    shown = (charts,) if isinstance(charts, Chart) else tuple(charts)
    parts = dict.fromkeys(
        part for chart in shown for part in _marks_key(chart, wording, legend=legend)
    )
    told = [*_without_twins(list(parts), wording), *_lines_key(shown, wording)]
    if len(shown) == 1 and direction:
        told.append(direction_said(shown[0], wording))
    return wording.line_of(told)


def _rated(chart: Chart, wording: Wording) -> str:
    match chart.kind:
        case RatingKind.HELP:
            return wording.text("how much help")
        case RatingKind.WENT:
            return wording.text("how it went")
        case RatingKind.NUMBER:
            return wording.own(chart.unit) if chart.unit else wording.text("numbers")
        case RatingKind.TRIES:
            return wording.text("took of offered")
        case RatingKind.NONE:
            return wording.text("days we used it")
        case _:
            assert_never(chart.kind)


def _dots(chart: DotSeries, wording: Wording) -> str:
    if levels_of(chart.kind):
        return wording.text("each dot is a rating")
    if chart.kind is RatingKind.TRIES:
        return wording.text("each dot is what was taken, under it a line to what was offered")
    return wording.text("each dot is a number of {numbers}", numbers=_numbers(chart, wording))


def _marks_key(chart: Chart, wording: Wording, *, legend: bool) -> Iterator[str]:
    if isinstance(chart, DotSeries):
        if not legend and any(dot.times > 1 for dot in chart.dots):
            yield wording.text("a larger dot: more than once that day")
    elif isinstance(chart, BarSeries):
        if not legend and any(bar.partial for bar in chart.bars):
            yield PART_OF[chart.span](wording)
        yield from _gaps_key(chart, wording)


def _gaps_key(chart: BarSeries, wording: Wording) -> Iterator[str]:
    gaps = [bar for bar in chart.bars if not bar.has(chart.shape)]
    if any(bar.written for bar in gaps):
        yield _UNRATED[chart.span](wording)
    elif any(bar.lacks for bar in gaps):
        yield _GAPS[chart.span](wording)
    if any(bar.left_out for bar in gaps):
        yield wording.text("left out: no planned day is left")
    if any(bar.unplanned for bar in gaps):
        yield wording.text("no mark at all: nothing was planned")


def _without_twins(parts: list[str], wording: Wording) -> Iterator[str]:
    """Leave out the shorter of two parts about gaps, where charts have either."""
    twins = {_GAPS[span](wording) for span in Span if _UNRATED[span](wording) in parts}
    order = [words[span](wording) for words in (PART_OF, _UNRATED, _GAPS) for span in Span]
    yield from sorted((p for p in parts if p not in twins), key=[*order, *parts].index)


def _lines_key(charts: tuple[Chart, ...], wording: Wording) -> Iterator[str]:
    timed = [chart for chart in charts if not isinstance(chart, GroupSeries)]
    life: list[LifeMark] = [mark for chart in timed for mark in chart.life]
    if any(isinstance(chart, DotSeries) and chart.paths for chart in timed):
        yield wording.text("joined: planned days one after the other")
    if any(chart.changes for chart in timed):
        yield wording.text("solid line: the plan changed")
    if any(mark.reason is not None for mark in life):
        yield wording.text("dotted line: something in our life, or days left out")
    elif life:
        yield wording.text("dotted line: something in our life")
    yield from _phases_key([phases for chart in timed if (phases := _drawn_phases(chart))], wording)


def _drawn_phases(chart: BarSeries | DotSeries) -> tuple[PhaseMiddle, ...]:
    """Return the phases that have lines in the picture; on stacked bars there is no place."""
    if isinstance(chart, BarSeries) and chart.shape is not Shape.MIDDLES:
        return ()
    return chart.phases


def _phases_key(charts: list[tuple[PhaseMiddle, ...]], wording: Wording) -> Iterator[str]:
    phases = [phase for of_chart in charts for phase in of_chart]
    middles = [phase.middle for phase in phases if phase.middle is not None]
    if any(not isinstance(middle, tuple) for middle in middles):
        if any(len(of_chart) > 1 for of_chart in charts):
            yield wording.text("thick line: the middle of the ratings of each plan")
        else:
            yield wording.text("thick line: the middle of these ratings")
    if any(isinstance(middle, tuple) for middle in middles):
        yield wording.text("gray band: the middle is between two")
    if any(phase.aim is not None for phase in phases):
        yield wording.text("thin broken line: our aim")
