"""The table beside a chart: the same numbers, for eyes, screen readers and spreadsheets.

Nothing is an empty cell and never a zero; zero is a zero.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import assert_never

from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.periods import Period, Span
from homejournal.domain.looking_back.chart_series import (
    Bar,
    BarSeries,
    Cell,
    Chart,
    Dot,
    DotSeries,
    Group,
    Grouping,
    GroupSeries,
    LifeMark,
    Shape,
    Table,
)
from homejournal.domain.looking_back.look_back_values import DayShown, LookBack
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from homejournal.reports.chart_words.mark_words import (
    Words,
    bar_said,
    group_name,
    life_said,
    middle_said,
    nothing_said,
    phase_said,
    value_said,
)
from homejournal.reports.chart_words.title_and_key import chart_title
from homejournal.texts.day_page import capitalized
from homejournal.texts.labels import level, numbers_of, reason
from homejournal.texts.progress_page import day_short, shown_state
from homejournal.texts.wording import Wording

_DAY = timedelta(days=1)


def days_table(backs: Sequence[LookBack], days: Period, wording: Wording) -> Table:
    """Return the states of these days in words; a day that a strategy does not show is empty."""
    shown = [
        {
            day_shown.day: day_shown
            for day_shown in back.days
            if days.start <= day_shown.day <= days.end
        }
        for back in backs
    ]
    rows = []
    day = days.start
    while day <= days.end:
        cells = (day_short(wording, of[day]) if day in of else None for of in shown)
        rows.append((day, *cells))
        day += _DAY
    names = (back.written.strategy.name for back in backs)
    title = wording.text("All strategies, day by day")
    return Table(title=title, columns=(wording.text("Day"), *names), rows=tuple(rows))


def dot_columns(chart: DotSeries, wording: Wording) -> tuple[str, ...]:
    """Return the names of the columns; what a day comes to is there once."""
    day, times = wording.text("Day"), () if chart.of_days else (wording.text("Times"),)
    remarks = (wording.text("Remarks"),) if _wordy(chart) else ()
    return (day, *_value_names(chart, wording), *times, *remarks)


def dot_rows(chart: DotSeries, wording: Wording) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows by day; what happened on a day stands before its ratings.

    At the end stands the middle of each stretch between changes of the plan, which is of no day.
    """
    wide = len(_value_names(chart, wording)) + (not chart.of_days)
    wordy = _wordy(chart)
    happened = list(_happened(chart, wording))
    for day, said in _in_order(happened, chart.dots):
        if isinstance(said, str):
            yield (day, *[None] * wide, said)
        else:
            times = () if chart.of_days else (said.times,)
            yield (day, *_values(chart, said, wording), *times, *[None] * wordy)
    for phase in chart.phases:
        days = wording.between(phase.start, phase.end)
        told = wording.text("{when}: {what}", when=days, what=phase_said(chart, phase, wording))
        yield (*[None] * (wide + 1), told)


def _wordy(chart: DotSeries) -> bool:
    return bool(chart.changes or chart.life or chart.phases)


def _value_names(chart: DotSeries, wording: Wording) -> tuple[str, ...]:
    if chart.kind is RatingKind.TRIES:
        return wording.text("Took"), wording.text("Offered")
    if levels_of(chart.kind):
        return (wording.text("Rating"),)
    numbers = numbers_of(wording, chart.unit or "", of_days=chart.of_days)
    return (wording.text("{column} ({unit})", column=wording.text("Number"), unit=numbers),)


def _values(chart: DotSeries, dot: Dot, wording: Wording) -> tuple[Cell, ...]:
    if chart.kind is RatingKind.TRIES:
        return dot.value, dot.of
    return (value_said(chart, dot, wording) if levels_of(chart.kind) else dot.value,)


def _happened(chart: DotSeries, wording: Wording) -> Iterator[tuple[date, str]]:
    for day in chart.changes:
        yield day, wording.text("the plan changed")
    for mark in chart.life:
        yield mark.start, _life(mark, wording)


def _life(mark: LifeMark, wording: Wording) -> str:
    said = life_said(mark, wording, short=False)
    if mark.end == mark.start:
        return said
    days = wording.between(mark.start, mark.end)
    return wording.text("{when}: {what}", when=days, what=said)


def _in_order(
    happened: list[tuple[date, str]], dots: tuple[Dot, ...]
) -> list[tuple[date, str | Dot]]:
    both: list[tuple[date, str | Dot]] = [*happened, *((dot.day, dot) for dot in dots)]
    return sorted(both, key=lambda one: one[0])


Column = tuple[str, Callable[[Bar], Cell]]
"""The name of a column, and what stands in it of a bar."""
_NAMES: Mapping[Grouping, Words] = {
    Grouping.VISIT: lambda w: w.text("Side"),
    Grouping.ROUTINE: lambda w: w.text("Routine"),
    Grouping.SLOT: lambda w: w.text("Time of day"),
}
_PARTIAL: Mapping[Span, Words] = {
    Span.WEEK: lambda w: w.text("part of a week"),
    Span.MONTH: lambda w: w.text("part of a month"),
    Span.YEAR: lambda w: w.text("part of a year"),
}
_UNSAID = {DayState.NOT_WRITTEN, DayState.LEFT_OUT}
"""States of which no times can be told."""
_UNPLANNED = {DayState.NOT_PLANNED, DayState.LEFT_OUT}


def chart_table(chart: Chart, wording: Wording, strategy: str = "") -> Table:
    """Return all that a chart shows as rows, one for each bar, dot or group.

    The remarks tell partial weeks, changes of the plan, what happened in life, and at the end the
    middle of each stretch between changes.
    """
    if isinstance(chart, BarSeries):
        columns, rows = _bars(chart, wording)
    elif isinstance(chart, DotSeries):
        columns, rows = dot_columns(chart, wording), dot_rows(chart, wording)
    else:
        columns, rows = _groups(chart, wording)
    return Table(title=chart_title(chart, wording, strategy), columns=columns, rows=tuple(rows))


def day_columns(wording: Wording) -> tuple[str, ...]:
    """Return the names of the columns of days."""
    return (
        wording.text("Day"),
        wording.text("State"),
        wording.text("Reason"),
        wording.text("Times"),
        wording.text("Planned times"),
        wording.text("Written later"),
    )


def day_cells(shown: DayShown, wording: Wording) -> tuple[Cell, ...]:
    """Return a day as a row of a table."""
    unsaid = shown.state in _UNSAID or (shown.state is DayState.NOT_PLANNED and not shown.times)
    return (
        shown.day,
        shown_state(wording, shown),
        reason(wording, shown.reason) if shown.reason else None,
        None if unsaid else shown.times,
        None if shown.state in _UNPLANNED else shown.times_planned or None,
        wording.text("yes") if shown.written_later else None,
    )


def _bars(chart: BarSeries, wording: Wording) -> tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]:
    named: list[Column] = [
        (wording.text("From"), lambda bar: bar.start),
        (wording.text("To"), lambda bar: bar.end),
        *_counted(chart, wording),
        *_days(_bars_of(chart), wording),
    ]
    remarks = [_remarks(chart, bar, wording) for bar in chart.bars]
    ends = [phase_said(chart, phase, wording) for phase in chart.phases]
    wordy = any(remarks) or bool(ends)
    names = [name for name, _ in named] + [wording.text("Remarks")] * wordy

    def rows() -> Iterator[tuple[Cell, ...]]:
        for bar, remark in zip(chart.bars, remarks, strict=True):
            cells: list[Cell] = [cell(bar) for _, cell in named]
            yield (*cells, *([remark] if wordy else []))
        for phase, said in zip(chart.phases, ends, strict=True):
            yield (phase.start, phase.end, *[None] * (len(named) - 2), said)

    return tuple(names), rows()


def _groups(
    chart: GroupSeries, wording: Wording
) -> tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]:
    named = [*_counted(chart, wording), *_days(_bars_of(chart), wording)]
    remarks = [_remark(chart, group, wording) for group in chart.groups]
    wordy = any(remarks)
    names = [_NAMES[chart.grouping](wording), *(name for name, _ in named)]

    def row(group: Group, remark: str) -> tuple[Cell, ...]:
        name = group_name(group, chart.grouping, wording)
        return (name, *(cell(group.bar) for _, cell in named), *([remark or None] if wordy else []))

    rows = (row(group, remark) for group, remark in zip(chart.groups, remarks, strict=True))
    return (*names, *[wording.text("Remarks")] * wordy), rows


def _remark(chart: GroupSeries, group: Group, wording: Wording) -> str:
    """Return why a group is empty, or its middle; that of numbers has a column of its own."""
    if not group.bar.written:
        return bar_said(chart, group.bar, wording)
    levels = levels_of(chart.kind)
    return middle_said(chart, group.middle, group.bar.n, wording) if levels else ""


def _counted(chart: BarSeries | GroupSeries, wording: Wording) -> Iterator[Column]:
    """Yield a column for each number that the shape of the bars shows, and how many ratings."""
    match chart.shape:
        case Shape.LEVELS:
            for place, one in enumerate(levels_of(chart.kind)):
                yield capitalized(level(wording, chart.kind, one)), _level_at(place)
        case Shape.TRIES:
            yield wording.text("Took"), lambda bar: bar.took if bar.of is not None else None
            yield wording.text("Offered"), lambda bar: bar.of
        case Shape.SUMS | Shape.MIDDLES:
            yield from _numbers(chart, wording)
        case Shape.DAYS:
            return
        case _:
            assert_never(chart.shape)
    yield from _how_many(chart, wording)


def _numbers(chart: BarSeries | GroupSeries, wording: Wording) -> Iterator[Column]:
    unit, text = chart.unit or "", wording.text
    numbers = numbers_of(wording, unit, of_days=chart.of_days)

    def named(name: str) -> str:
        return text("{column} ({unit})", column=name, unit=numbers)

    if chart.shape is Shape.SUMS:
        name = text("Added up")
        added = text("{column} ({unit})", column=name, unit=unit) if unit else name
        yield added, lambda bar: bar.sum
    yield named(wording.text("Middle")), lambda bar: bar.median
    yield named(wording.text("Lowest")), lambda bar: bar.low
    yield named(wording.text("Highest")), lambda bar: bar.high


def _level_at(place: int) -> Callable[[Bar], Cell]:
    return lambda bar: bar.levels[place] if bar.written and bar.levels else None


def _how_many(chart: BarSeries | GroupSeries, wording: Wording) -> Iterator[Column]:
    """Yield how many ratings there are; of days whose number may be higher there is no middle."""
    if chart.shape is Shape.MIDDLES:
        yield _n_name(chart, wording), lambda bar: bar.known if bar.written else None
    else:
        yield _n_name(chart, wording), lambda bar: bar.n if bar.written else None
    if any(bar.at_least for bar in _bars_of(chart)):
        yield wording.text("Days with a time not written"), lambda bar: bar.at_least or None


def _bars_of(chart: BarSeries | GroupSeries) -> tuple[Bar, ...]:
    if isinstance(chart, BarSeries):
        return chart.bars
    return tuple(group.bar for group in chart.groups)


def _n_name(chart: BarSeries | GroupSeries, wording: Wording) -> str:
    if levels_of(chart.kind):
        return wording.text("Ratings")
    return (
        wording.text("Days with a number") if chart.of_days else wording.text("Times written down")
    )


def _days(bars: tuple[Bar, ...], wording: Wording) -> Iterator[Column]:
    yield wording.text("Days we did it"), lambda bar: bar.days if bar.written else None
    if any(bar.planned is not None for bar in bars):
        yield wording.text("Planned days"), lambda bar: bar.planned


def _remarks(chart: BarSeries, bar: Bar, wording: Wording) -> str | None:
    told = [_PARTIAL[chart.span](wording)] if bar.partial else []
    told += filter(None, [nothing_said(bar, wording)])
    told += (
        wording.text("the plan changed on {day}", day=wording.short_day(day))
        for day in chart.changes
        if bar.start <= day <= bar.end
    )
    told += (
        wording.text(
            "{when}: {what}",
            when=_days_of(mark, bar, wording),
            what=life_said(mark, wording, short=False),
        )
        for mark in chart.life
        if mark.start <= bar.end and mark.end >= bar.start
    )
    return wording.text("; ").join(told) or None


def _days_of(mark: LifeMark, bar: Bar, wording: Wording) -> str:
    """Return the days of a mark that lie in a bar: its row tells of no other week."""
    start, end = max(mark.start, bar.start), min(mark.end, bar.end)
    first, last = wording.short_day(start), wording.short_day(end)
    return first if start == end else wording.text("{start} to {end}", start=first, end=last)
