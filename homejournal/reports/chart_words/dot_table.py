"""The table of a chart of single ratings: a row for each dot, change of plan and life mark."""

from collections.abc import Iterator
from datetime import date

from homejournal.domain.looking_back.chart_series import Cell, Dot, DotSeries, LifeMark
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from homejournal.reports.chart_words.mark_words import life_said, value_said
from homejournal.reports.chart_words.phase_words import phase_said
from homejournal.texts.labels import numbers_of
from homejournal.texts.wording import Wording


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
