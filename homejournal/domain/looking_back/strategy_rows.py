"""The one picture of a strategy: a strip of days, and its ratings by week, on one axis of time.

All strategies of a page stand under the same dates, so what happened when is seen in one look. The
value makes the strip, the bars or dots, sentences, text alternative, marks, table, CSV and JSON; it
can be kept with a page that was handed over.

How to use it::

    rows = strategy_rows(backs, window=None, people={team_member_id: "Ben"})
    rows.axis            # the head, once: dates, visits, what holds for the whole child
    rows.rows            # one StrategyRow for each LookBack, in their order
    paper = rows_on_paper(rows, life=False)    # as it may leave the screen

All LookBacks are of one child and one period. A `window` zooms into a part of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from uuid import UUID

from homejournal.domain.days.day_states import DayCount, DayState, times_told
from homejournal.domain.days.periods import (
    Period,
    Span,
    WeekStart,
    days_into_week,
    span_for,
    spans_of,
    took_place,
    whole_span,
)
from homejournal.domain.days.ratings import ENOUGH
from homejournal.domain.looking_back.chart_series import (
    BarSeries,
    DotSeries,
    LifeMark,
    has_something,
    on_paper,
)
from homejournal.domain.looking_back.look_back_values import DayShown, LookBack, reach_of
from homejournal.domain.looking_back.make_look_back import bars_in, dots_in, left_out_ranges
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from homejournal.domain.records.record import added
from homejournal.domain.records.visits import Visit

MOST_DAYS = 93
"""Three months of days; with more of them the strip shows weeks."""
MOST_STRIP_WEEKS = 106
"""Two years of weeks; with more of them the strip shows months."""


class StripSpan(StrEnum):
    """How long each cell of a strip is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Sign(StrEnum):
    """What is drawn for a day or for one of its times; of *not planned* there is none."""

    DID_IT = "did_it"
    NOT_TODAY = "not_today"
    LEFT_OUT = "left_out"
    NOT_WRITTEN = "not_written"
    OUTSIDE = "outside"
    """Used though it was not planned."""


_SIGNS = {
    DayState.DID_IT: Sign.DID_IT,
    DayState.NOT_TODAY: Sign.NOT_TODAY,
    DayState.LEFT_OUT: Sign.LEFT_OUT,
    DayState.NOT_WRITTEN: Sign.NOT_WRITTEN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMark:
    """What one named time of a day comes to."""

    slot: str
    state: DayState
    reason: LeftOutReason | None = added(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCell:
    """One day of a strip; `state` is None of a day that does not count, and nothing stands there.

    `slots` are the named times of a planned day, in the order of the plan. Where they have no
    names, the state of the day is drawn, and how many times it was done is told beside.
    """

    day: date
    state: DayState | None = added(None)
    reason: LeftOutReason | None = added(None)
    times: int = added(0)
    times_planned: int = added(0)
    written_later: bool = added(default=False)
    slots: tuple[TimeMark, ...] = added(())

    @property
    def shown(self) -> DayShown | None:
        """Return the day as calendars and words take it; None of a day that does not count."""
        if self.state is None:
            return None
        return DayShown(
            day=self.day,
            state=self.state,
            reason=self.reason,
            times=self.times,
            times_planned=self.times_planned,
            written_later=self.written_later,
        )

    @property
    def signs(self) -> tuple[Sign, ...]:
        """Return what is drawn for the day, from the top down; nothing of a day not planned."""
        if self.slots:
            return tuple(_SIGNS[mark.state] for mark in self.slots)
        if self.state is DayState.NOT_PLANNED:
            return (Sign.OUTSIDE,) if self.times else ()
        return (_SIGNS[self.state],) if self.state else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchCell:
    """One week or month of a strip: did it, not today, and not written add up to planned days.

    Of an any-N-days plan nothing planned is told, but in how many of the `judged` weeks it was
    `met`, and in how many of the others days not written leave it `unsure`; where no week is
    judged, only the days on which it was done. `counted` says whether any of its days count,
    `outside` how many times it was used outside the plan.
    """

    start: date
    end: date
    partial: bool = added(default=False)
    counted: bool
    did_it: int = added(0)
    not_today: int = added(0)
    not_written: int | None = added(None)
    planned: int | None = added(None)
    left_out: int = added(0)
    times: int = added(0)
    outside: int = added(0)
    met: int | None = added(None)
    judged: int | None = added(None)
    unsure: int | None = added(None)

    @property
    def is_left_out(self) -> bool:
        """Return whether something was planned and all of it was left out."""
        nothing = not (self.planned or self.judged or self.did_it or self.not_today)
        return nothing and self.left_out > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitTick:
    """A day with a visit that took place, and who came."""

    day: date
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedAxis:
    """The dates that all rows of a page share, and what holds for the whole child.

    `strip` is how long a cell is, `bars` how long a bar. `bands` are days that were left out for
    all that was planned on them, `events` what happened in the family's life: both are labelled in
    the head alone.
    """

    period: Period
    week_start: WeekStart
    strip: StripSpan
    bars: Span
    visits: tuple[VisitTick, ...] = ()
    bands: tuple[LifeMark, ...] = ()
    events: tuple[LifeMark, ...] = ()

    @property
    def cells(self) -> tuple[Period, ...]:
        """Return the days of each cell of a strip, in order."""
        return cells_of(self.period, self.strip, self.week_start)

    @property
    def blocks(self) -> tuple[Period, ...]:
        """Return the weeks, months or years of the bars: there stand the dates of the head."""
        return spans_of(self.period, self.bars, self.week_start)

    @property
    def days(self) -> int:
        """Return how many days the axis is long."""
        return (self.period.end - self.period.start).days + 1

    def telling(self, told: Collection[tuple[date, str]]) -> "SharedAxis":
        """Return the axis with these of its events alone, by their days and words."""
        events = (event for event in self.events if (event.start, event.words) in told)
        return replace(self, events=tuple(events))


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyRow:
    """One strategy on the shared axis.

    The strip is of `days` or of `stretches`, one for each cell of the axis. `chart` are bars of
    levels, tries or numbers, cut where the plan changed, or dots of numbers; None where nothing is
    rated. `changes` are days from which something else was planned: a solid line in this row
    alone. `bands` are the days left out here. `total` counts all days of the axis.
    """

    strategy: UUID
    name: str
    total: StretchCell
    days: tuple[DayCell, ...] = ()
    stretches: tuple[StretchCell, ...] = ()
    chart: BarSeries | DotSeries | None = None
    changes: tuple[date, ...] = ()
    bands: tuple[LifeMark, ...] = ()

    @property
    def most_signs(self) -> int:
        """Return how many signs the fullest day has, at least one."""
        return max((len(cell.signs) for cell in self.days), default=1) or 1

    @property
    def n(self) -> int:
        """Return how many ratings the chart shows."""
        if isinstance(self.chart, BarSeries):
            return sum(bar.n for bar in self.chart.bars)
        return sum(dot.times for dot in self.chart.dots) if self.chart else 0

    @property
    def is_too_few(self) -> bool:
        """Return whether there are ratings, but too few levels of a period to sum them up."""
        chart = self.chart
        return chart is not None and bool(levels_of(chart.kind)) and 0 < self.n < ENOUGH

    @property
    def has_ratings(self) -> bool:
        """Return whether there is anything to draw below the strip."""
        return self.chart is not None and has_something(self.chart)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyRows:
    """The rows of a page or a screen under their one head."""

    axis: SharedAxis
    rows: tuple[StrategyRow, ...]

    def alone(self, at: int) -> "StrategyRows":
        """Return one of the rows under the same head."""
        return StrategyRows(axis=self.axis, rows=(self.rows[at],))


def strategy_rows(
    backs: Sequence[LookBack],
    window: Period | None = None,
    people: Mapping[UUID, str] | None = None,
) -> StrategyRows:
    """Return the strategies of a child on one axis, over their period or a window of it.

    `people` names who came to the visits; whoever is not in it is not named. There is at least one
    strategy.
    """
    axis = _axis(backs, window, people or {})
    return StrategyRows(axis=axis, rows=tuple(_row(back, axis) for back in backs))


def rows_from_first(
    backs: Sequence[LookBack], period: Period, people: Mapping[UUID, str]
) -> StrategyRows | None:
    """Return the rows from where the first of them begins; None if nothing was planned or done."""
    reaches = (reach_of(back.counted, period) for back in backs)
    begun = [reach.start for reach in reaches if reach]
    return strategy_rows(backs, Period(min(begun), period.end), people) if begun else None


def rows_on_paper(rows: StrategyRows, *, life: bool = False) -> StrategyRows:
    """Return the rows as they may leave the screen: without any middle that is only "so far".

    Only with `life` the head keeps the words for what happened in the family's life.
    """
    events = rows.axis.events
    if not life:
        events = tuple(replace(event, words="") for event in events)
    told = tuple(
        replace(row, chart=on_paper(row.chart) if row.chart else None)  # type: ignore[arg-type]
        for row in rows.rows
    )
    return StrategyRows(axis=replace(rows.axis, events=events), rows=told)


@lru_cache(maxsize=64)
def cells_of(period: Period, strip: StripSpan, week_start: WeekStart) -> tuple[Period, ...]:
    """Return the days, weeks or months of a period in order, the first and last cut to it."""
    if strip is not StripSpan.DAY:
        span = Span.WEEK if strip is StripSpan.WEEK else Span.MONTH
        return spans_of(period, span, week_start)
    numbers = range(period.start.toordinal(), period.end.toordinal() + 1)
    return tuple(Period(day, day) for day in map(date.fromordinal, numbers))


def strip_for(period: Period, week_start: WeekStart) -> StripSpan:
    """Return the shortest cells of which a period does not hold too many."""
    days = (period.end - period.start).days + 1
    if days <= MOST_DAYS:
        return StripSpan.DAY
    weeks = (days + days_into_week(period.start, week_start) + 6) // 7
    return StripSpan.WEEK if weeks <= MOST_STRIP_WEEKS else StripSpan.MONTH


def _axis(
    backs: Sequence[LookBack], window: Period | None, people: Mapping[UUID, str]
) -> SharedAxis:
    frame = backs[0].counted.frame
    asked = window or frame.period
    begun = [back.counted.weeks[0].start for back in backs if back.counted.weeks]
    start = max(asked.start, min(begin for begin in begun)) if begun else asked.start
    last = max(start, min(asked.end, frame.last))
    bars = span_for(Period(start, last), frame.week_start)
    # The bar of today reaches to its own end, but not beyond the period.
    end = max(last, min(asked.end, whole_span(last, bars, frame.week_start).end))
    period = Period(start, end)
    written = backs[0].written
    return SharedAxis(
        period=period,
        week_start=frame.week_start,
        strip=strip_for(Period(start, last), frame.week_start),
        bars=bars,
        visits=tuple(_ticks(written.visits, period, frame.today, people)),
        bands=_common_bands(backs, period),
        events=tuple(
            LifeMark(start=event.day, end=event.day, words=event.words)
            for event in sorted(written.life_events, key=lambda one: (one.day, one.words))
            if period.start <= event.day <= period.end
        ),
    )


def _ticks(
    visits: Iterable[Visit], period: Period, today: date, people: Mapping[UUID, str]
) -> Iterator[VisitTick]:
    held = [
        visit
        for visit in visits
        if period.start <= visit.day <= period.end and took_place(visit, today)
    ]
    held.sort(key=lambda visit: visit.day)
    for day, of_day in groupby(held, key=lambda visit: visit.day):
        came = {people[one] for visit in of_day for one in visit.people if one in people}
        yield VisitTick(day=day, people=tuple(sorted(came)))


def _common_bands(backs: Sequence[LookBack], period: Period) -> tuple[LifeMark, ...]:
    """Return the runs of days that are left out for whatever was planned on them.

    What was done on such a day all the same does not part a run, nor does a day without a plan.
    """
    reasons: dict[date, set[LeftOutReason | None]] = {}
    for back in backs:
        for day in back.counted.between(period):
            if day.plan.planned and not back.counted.narrowed:
                reasons.setdefault(day.day, set()).add(_left_out_on(day))
    runs = groupby(sorted(reasons), lambda day: _only(reasons[day]))
    told = ((reason, [*days]) for reason, days in runs)
    return tuple(
        LifeMark(start=days[0], end=days[-1], reason=reason) for reason, days in told if reason
    )


def _only(reasons: set[LeftOutReason | None]) -> LeftOutReason | None:
    """Return the reason that all strategies of a day share; None where they differ."""
    return next(iter(reasons)) if len(reasons) == 1 else None


def _left_out_on(day: DayCount) -> LeftOutReason | None:
    """Return why all of a planned day is left out, whether or not something was done on it."""
    other = LeftOutReason.OTHER_HOME if day.marks.other_home else None
    return day.answer.reason or day.marks.left_out or other


def _row(back: LookBack, axis: SharedAxis) -> StrategyRow:
    counted, period = back.counted, axis.period
    days = counted.between(period)
    strip: dict[str, tuple[DayCell, ...] | tuple[StretchCell, ...]] = (
        {"days": tuple(_day_cells(back, axis))}
        if axis.strip is StripSpan.DAY
        else {"stretches": tuple(_stretch(back, *cell) for cell in _whole_cells(axis))}
    )
    return StrategyRow(
        strategy=back.written.strategy.id,
        name=back.written.strategy.name,
        total=_stretch(back, period, period),
        chart=_chart(back, axis),
        changes=tuple(day for day in back.changes if period.start < day <= period.end),
        bands=() if counted.narrowed else left_out_ranges(days),
        **strip,  # type: ignore[arg-type]
    )


def _chart(back: LookBack, axis: SharedAxis) -> BarSeries | DotSeries | None:
    """Return the ratings below the strip; what happened in life stands in the head alone."""
    shown = Period(axis.period.start, min(axis.period.end, back.counted.frame.last))
    kind = back.counted.rating(shown).kind
    if kind is RatingKind.NONE:
        return None
    if kind is RatingKind.NUMBER and axis.bars is Span.WEEK:
        return replace(dots_in(back, axis.period), life=(), window=None)
    return replace(bars_in(back, axis.period, axis.bars, split=True), life=(), window=None)


def _day_cells(back: LookBack, axis: SharedAxis) -> Iterator[DayCell]:
    counted = back.counted
    days = {day.day: day for day in counted.between(axis.period)}
    for cell in axis.cells:
        day = days.get(cell.start)
        known = day is not None and (day.rows or not counted.narrowed)
        yield _day_cell(day, counted.narrowed) if day and known else DayCell(day=cell.start)


def _day_cell(day: DayCount, narrowed: bool) -> DayCell:  # noqa: FBT001
    plan, answer = day.plan, day.answer
    slots: tuple[TimeMark, ...] = ()
    if plan.planned and plan.slots and not narrowed:
        told = times_told(plan, [row[1] for row in day.rows], day.marks)
        slots = tuple(
            TimeMark(slot=slot, state=said.state, reason=said.reason)
            for slot, said in zip(plan.slots, told, strict=True)
        )
    return DayCell(
        day=day.day,
        state=answer.state,
        reason=answer.reason,
        times=answer.times,
        times_planned=answer.times_planned,
        written_later=day.written_later > 0,
        slots=slots,
    )


def _whole_cells(axis: SharedAxis) -> Iterator[tuple[Period, Period]]:
    """Yield each cell with the whole week or month in which it lies."""
    span = Span.WEEK if axis.strip is StripSpan.WEEK else Span.MONTH
    for cell in axis.cells:
        yield cell, whole_span(cell.start, span, axis.week_start)


def _stretch(back: LookBack, cell: Period, whole: Period) -> StretchCell:
    counted = back.counted
    many = counted.how_many(cell)
    block = counted.days_alone(cell)
    return StretchCell(
        start=cell.start,
        end=cell.end,
        partial=many < (whole.end - whole.start).days + 1,
        counted=many > 0,
        did_it=block.did_it,
        not_today=block.not_today or 0,
        not_written=block.not_written,
        planned=block.planned,
        left_out=block.left_out or 0,
        times=block.times,
        outside=block.outside_times or 0,
        met=block.plan_met,
        judged=block.weeks_judged,
        unsure=block.weeks_unsure,
    )
