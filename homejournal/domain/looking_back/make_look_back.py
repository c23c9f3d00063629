"""Looking back at one strategy: its numbers, its days, and the charts that are made of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from homejournal.domain.charts.bar_series import (
    Bar,
    BarSeries,
    LifeMark,
    PhaseMiddle,
    Shape,
    bar_of,
    shape_of,
)
from homejournal.domain.charts.dot_series import DotSeries
from homejournal.domain.charts.group_series import Group, Grouping, GroupSeries, Side
from homejournal.domain.charts.life_marks import is_left_out, life_marks
from homejournal.domain.days.chart_spans import Span, span_for, spans_of, whole_span
from homejournal.domain.days.counted_days import CountedDays, count
from homejournal.domain.days.counting import numbers_of
from homejournal.domain.days.honest_numbers import Block
from homejournal.domain.days.medians import ENOUGH
from homejournal.domain.days.rating_summary import is_at_least
from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.days.slot_and_routine_counts import routine_numbers, slot_numbers
from homejournal.domain.looking_back.before_and_since_visit import around_visits, sides_of
from homejournal.domain.looking_back.day_calendar import days_shown
from homejournal.domain.looking_back.dots_and_paths import dots_of, paths_of
from homejournal.domain.looking_back.look_back_values import (
    AroundVisit,
    LookBack,
    MoreDetail,
    StrategyWritten,
)
from homejournal.domain.looking_back.more_detail import more_detail
from homejournal.domain.looking_back.phases import changes_in, middle_of, phases_in
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan


def look_back(written: StrategyWritten) -> LookBack:
    """Count what was written of a strategy over the period of its frame.

    Days after today never count; today does once something is written on it. Raises
    InvalidValueError when the period ends before it starts.
    """
    counted = count(
        written.steps, written.practices, written.marks, written.frame, narrowed=written.narrowed
    )
    period = Period(written.frame.period.start, written.frame.last)
    changes = changes_in(counted.in_force, period)
    rating = counted.rating(period)
    return LookBack(
        written=written,
        counted=counted,
        numbers=numbers_of(written.strategy, counted),
        kind=rating.kind,
        rating=rating,
        days=days_shown(day for day in counted.days if day.rows or not counted.narrowed),
        changes=changes,
        life=life_marks(written.life_events, counted.days, period),
        phases=phases_in(counted, changes, period),
        visits=around_visits(counted, written.visits),
        more=_more(counted, rating),
    )


def bars_in(back: LookBack, window: Period | None = None, span: Span | None = None) -> BarSeries:
    """Return the bars of a window of the period: weeks, or months or years where they are many.

    With a `span` each bar is as long as that says.

    The bars, the middle values and the marks are those of the window alone. The bars show ratings
    of the kind asked for at its end; ratings of other kinds are in none of them.
    """
    shown = _shown(back, window)
    if shown is None:
        return BarSeries(
            shape=shape_of(back.kind, back.rating.better),
            kind=back.kind,
            bars=(),
            unit=back.rating.unit,
            of_days=back.rating.of_days,
            window=_zoomed(back, window),
        )
    rating = back.counted.rating(shown)
    asked = window or back.counted.frame.period
    span = span or span_for(shown, back.counted.frame.week_start)
    cuts = _cuts(back, shown, span, min(asked.end, back.counted.frame.period.end))
    return BarSeries(
        shape=shape_of(rating.kind, rating.better),
        kind=rating.kind,
        bars=tuple(_bar(back, cut, span, rating) for cut in cuts),
        span=span,
        unit=rating.unit,
        better=rating.better,
        of_days=rating.of_days,
        changes=_changes(back, shown),
        life=_life(back, shown),
        phases=_middles(back, shown, rating),
        window=_zoomed(back, window),
    )


def dots_in(back: LookBack, window: Period | None = None) -> DotSeries:
    """Return the single ratings in a window of the period, of the kind asked for at its end."""
    shown = _shown(back, window)
    if shown is None:
        start, end = window or back.counted.frame.period
        return DotSeries(
            kind=back.kind,
            start=start,
            end=end,
            unit=back.rating.unit,
            of_days=back.rating.of_days,
            window=_zoomed(back, window),
        )
    days, rating = back.counted.between(shown), back.counted.rating(shown)
    dots = dots_of(rating, days)
    changes = _changes(back, shown)
    numbers = rating.kind is RatingKind.NUMBER
    return DotSeries(
        kind=rating.kind,
        start=shown.start,
        end=shown.end,
        dots=dots,
        paths=paths_of(dots, days, changes) if numbers else (),
        phases=_middles(back, shown, rating),
        changes=changes,
        life=_life(back, shown),
        unit=rating.unit,
        better=rating.better,
        of_days=rating.of_days,
        at_least=sum(is_at_least(rating, day) for day in days),
        window=_zoomed(back, window),
    )


def by_visit(back: LookBack, around: AroundVisit) -> GroupSeries:
    """Return the days before a visit and those since it, side by side."""
    frame = back.counted.frame
    before, since = sides_of(around.visit.day, Period(frame.period.start, frame.last))
    groups = (_side(back, before, Side.BEFORE), _side(back, since, Side.SINCE))
    return _groups(back, Grouping.VISIT, groups)


def by_routine(back: LookBack) -> GroupSeries | None:
    """Return the routines with five ratings or more side by side; None unless there are two."""
    names = back.written.routine_names
    routines = routine_numbers(back.counted.days, back.rating, names)
    found = [(names.get(one.routine, ""), one.block) for one in routines]
    return _parts(back, Grouping.ROUTINE, found)


def by_slot(back: LookBack) -> GroupSeries | None:
    """Return the times of the day with five ratings or more; None unless there are two.

    Of some practices alone there is none: which of the times were planned for them nobody can say.
    """
    if back.counted.narrowed:
        return None
    found = [(one.slot, one.block) for one in slot_numbers(back.counted.days, back.rating)]
    return _parts(back, Grouping.SLOT, found)


def _more(counted: CountedDays, rating: RatingPlan) -> MoreDetail:
    """Return the closer measures; weeks of some practices alone have no total to compare."""
    more = more_detail(counted.days, rating, counted.frame.week_start)
    weekly = more.run is not None and more.run.weekly
    return replace(more, run=None) if weekly and counted.narrowed else more


def _zoomed(back: LookBack, window: Period | None) -> Period | None:
    """Return the days of the period that were zoomed into, as far as it goes."""
    if window is None:
        return None
    period = back.counted.frame.period
    start, end = max(window.start, period.start), min(window.end, period.end)
    return None if (start, end) == period or start > end else Period(start, end)


def _shown(back: LookBack, window: Period | None) -> Period | None:
    """Return the days of a window that are told, through today; None where there are none."""
    counted = back.counted
    start, end = window or counted.frame.period
    if not counted.weeks:
        return None
    shown = Period(max(start, counted.weeks[0].start), min(end, counted.frame.last))
    return shown if shown.start <= shown.end else None


def _cuts(back: LookBack, shown: Period, span: Span, end: date) -> tuple[Period, ...]:
    """Cut what is shown for bars; the span of today is told to its own end, as far as asked."""
    week_start = back.counted.frame.week_start
    last = min(whole_span(shown.end, span, week_start).end, end)
    return spans_of(Period(shown.start, last), span, week_start)


def _bar(back: LookBack, cut: Period, span: Span, rating: RatingPlan) -> Bar:
    counted = back.counted
    whole = whole_span(cut.start, span, counted.frame.week_start)
    days, told = counted.between(cut), counted.how_many(cut)
    bar = bar_of(
        counted.block(cut, rating),
        cut,
        partial=told < (whole.end - whole.start).days + 1,
        left_out=is_left_out(days),
        unplanned=_is_unplanned(back, cut),
    )
    return replace(bar, begun=not told)


def _is_unplanned(back: LookBack, stretch: Period) -> bool:
    """Return whether there are days to tell and nothing was planned on any of them.

    Long before the first plan they are not even kept.
    """
    counted = back.counted
    told = counted.how_many(stretch) > 0 and not counted.narrowed
    return told and not any(day.plan.planned for day in counted.between(stretch))


def _changes(back: LookBack, shown: Period) -> tuple[date, ...]:
    return tuple(day for day in back.changes if shown.start < day <= shown.end)


def _life(back: LookBack, shown: Period) -> tuple[LifeMark, ...]:
    return life_marks(back.written.life_events, back.counted.between(shown), shown)


def _middles(back: LookBack, shown: Period, rating: RatingPlan) -> tuple[PhaseMiddle, ...]:
    """Return the middle of each phase; none where only days are asked for, as nothing is rated."""
    if rating.kind is RatingKind.NONE:
        return ()
    phases = phases_in(back.counted, back.changes, shown)
    return tuple(middle_of(back.counted, phase, rating) for phase in phases)


def _parts(
    back: LookBack, grouping: Grouping, found: Iterable[tuple[str, Block]]
) -> GroupSeries | None:
    """Return the parts with enough ratings of the kind looked back at, each by its name."""
    period = Period(back.counted.frame.period.start, back.counted.frame.last)
    groups = [
        Group(bar=bar_of(block, period, partial=False), name=name, middle=block.median)
        for name, block in found
        if name and block.known >= ENOUGH
    ]
    return _groups(back, grouping, groups) if len(groups) > 1 else None


def _side(back: LookBack, stretch: Period, side: Side) -> Group:
    block = back.counted.block(stretch, back.rating)
    bar = bar_of(
        block,
        stretch,
        partial=False,
        left_out=is_left_out(back.counted.between(stretch)),
        unplanned=_is_unplanned(back, stretch),
    )
    return Group(bar=bar, side=side, middle=block.median)


def _groups(back: LookBack, grouping: Grouping, groups: Iterable[Group]) -> GroupSeries:
    """Return groups side by side; sums over days that are not equally many would mislead."""
    shape = shape_of(back.kind, back.rating.better)
    return GroupSeries(
        grouping=grouping,
        shape=Shape.MIDDLES if shape is Shape.SUMS else shape,
        kind=back.kind,
        groups=tuple(groups),
        unit=back.rating.unit,
        better=back.rating.better,
        of_days=back.rating.of_days,
    )
