"""What a chart shows, in words: its text alternative, made from the same numbers as its bars."""

from collections.abc import Iterable

from homejournal.domain.ratings import levels_of
from homejournal.domain.sentences import LevelCounts
from homejournal.domain.week_series import Shape, WeekBar, WeekSeries
from homejournal.texts.sentences import amount, level_count
from homejournal.texts.wording import Wording


def chart_alt(series: WeekSeries, wording: Wording) -> str:
    """Return the chart as sentences, one for each week."""
    told = [wording.text("Chart by week.")]
    for week in series.weeks:
        when = wording.text("Week of {day}", day=wording.short_day(week.start))
        if week.partial:
            when = wording.text("{week} (part of a week)", week=when)
        told.append(wording.text("{week}: {what}.", week=when, what=_week(series, week, wording)))
    return " ".join(told)


def chart_key(charts: Iterable[WeekSeries], wording: Wording) -> str:
    """Return what one has to know to read the charts of a page, for its small print."""
    charts = tuple(charts)
    weeks = [week for series in charts for week in series.weeks]
    parts = []
    if any(week.partial for week in weeks):
        parts.append(wording.text("* part of a week"))
    if not all(week.written for week in weeks):
        parts.append(wording.text("gap: nothing written that week"))
    if any(series.changes for series in charts):
        parts.append(wording.text("solid line: the plan changed"))
    if any(series.life for series in charts):
        parts.append(wording.text("dotted line: something in our life"))
    return wording.line_of(parts)


def chart_caption(series: WeekSeries, wording: Wording) -> str:
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


def _week(series: WeekSeries, week: WeekBar, wording: Wording) -> str:
    if week.left_out:
        return wording.text("left out")
    if not week.written:
        return wording.text("nothing written")
    match series.shape:
        case Shape.LEVELS if week.levels:
            counts = LevelCounts(
                series.kind, tuple(zip(levels_of(series.kind), week.levels, strict=True))
            )
            return wording.text(", ").join(
                level_count(wording, counts, level, many) for level, many in counts.counts if many
            ) or wording.text("no ratings")
        case Shape.TRIES:
            took, of = wording.number(week.took or 0), wording.number(week.of or 0)
            return wording.text("took {took} of {of}", took=took, of=of)
        case Shape.DAYS:
            return wording.count("{n} day", "{n} days", week.days)
        case _:
            return _number_of_week(series, week, wording)


def _number_of_week(series: WeekSeries, week: WeekBar, wording: Wording) -> str:
    if week.low is None or week.high is None or week.median is None:
        return wording.text("no numbers")
    if series.shape is Shape.SUMS:
        total = amount(wording, wording.number(week.sum or 0), series.unit)
        return wording.text("{amount} in all", amount=total)
    return wording.text(
        "in the middle {median}, from {low} to {high}",
        median=amount(wording, wording.number(week.median), series.unit),
        low=wording.number(week.low),
        high=wording.number(week.high),
    )
