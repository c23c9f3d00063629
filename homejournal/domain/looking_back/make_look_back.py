"""Makes the look back at one strategy: numbers, days, charts, before and since a visit."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate, groupby

from homejournal.domain.days.counting import CountedDays, count
from homejournal.domain.days.day_states import DayCount, DayState
from homejournal.domain.days.periods import Period, Span, span_for, spans_of, took_place, whole_span
from homejournal.domain.days.ratings import (
    ENOUGH,
    RatingsGiven,
    is_at_least,
    middle_number,
    values_given,
    values_on,
)
from homejournal.domain.days.strategy_numbers import Block
from homejournal.domain.days.stretch_counts import Sums, routine_numbers, slot_numbers, sums_of
from homejournal.domain.looking_back.chart_series import (
    Bar,
    BarSeries,
    Dot,
    DotSeries,
    Group,
    Grouping,
    GroupSeries,
    LifeMark,
    PathPoint,
    PhaseMiddle,
    Shape,
    Side,
    bar_of,
    shape_of,
)
from homejournal.domain.looking_back.look_back_values import (
    AroundVisit,
    LookBack,
    MoreDetail,
    Nap,
    StrategyWritten,
    changes_in,
    middle_of,
    phase_of,
    phases_in,
    reach_of,
)
from homejournal.domain.looking_back.more_detail import more_detail, nap
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.plan import PlanStatus
from homejournal.domain.records.rating_scales import Better, RatingKind, RatingPlan, levels_of
from homejournal.domain.records.visits import Visit
from homejournal.domain.visits import in_time

_DAY = timedelta(days=1)


def around_visits(counted: CountedDays, visits: Iterable[Visit]) -> tuple[AroundVisit, ...]:
    """Return the counts around each visit with a planned or written day before it and since it.

    Newest first. Of some practices alone there is none: they would compare persons.
    """
    period = counted.frame.period
    reach = reach_of(counted, period)
    if reach is None or counted.narrowed:
        return ()
    inside = [
        visit
        for visit in visits
        if reach.start < visit.day <= reach.end and took_place(visit, counted.frame.today)
    ]
    inside.sort(key=in_time)
    days = sorted({visit.day for visit in inside})
    around = dict(zip(days, _sides_summed(counted, days), strict=True))
    return tuple(_around(counted, visit, *around[visit.day]) for visit in reversed(inside))


def sides_of(visit_day: date, period: Period) -> tuple[Period, Period]:
    """Return the days before a visit and those since; the day of the visit belongs to since."""
    return Period(period.start, visit_day - _DAY), Period(visit_day, period.end)


def _sides_summed(counted: CountedDays, days: Sequence[date]) -> Iterable[tuple[Sums, Sums]]:
    """Return the sums before and since each of some days, each day of the period summed once."""
    period = Period(counted.frame.period.start, counted.frame.last)
    starts, ends = [period.start, *days], [*(day - _DAY for day in days), period.end]
    parts = [sums_of(counted.between(Period(*cut))) for cut in zip(starts, ends, strict=True)]
    before = accumulate(parts[:-1], Sums.followed_by)
    since = accumulate(reversed(parts[1:]), lambda later, earlier: earlier.followed_by(later))
    return zip(before, reversed([*since]), strict=True)


def _around(counted: CountedDays, visit: Visit, before: Sums, since: Sums) -> AroundVisit:
    frame = counted.frame
    sides = sides_of(visit.day, Period(frame.period.start, frame.last))
    told = counted.block_of(before, sides[0]), counted.block_of(since, sides[1])
    rating = since.rating or counted.rating(sides[1])
    # Where the sides are told in two kinds, pairs of one kind would contradict their counts.
    alike = told[0].kind is told[1].kind
    return AroundVisit(
        visit=visit,
        before=told[0],
        since=told[1],
        nap=_nap(before.given, since.given, rating) if alike else None,
    )


def _nap(before: RatingsGiven, since: RatingsGiven, rating: RatingPlan) -> Nap | None:
    """Return the overlap of ratings of one measure, where it is said which way is better.

    More independent is better, and well is; of tries and of numbers with no direction there is
    none.
    """
    directed = rating.kind is RatingKind.NUMBER and rating.better in {Better.MORE, Better.LESS}
    if not directed and not levels_of(rating.kind):
        return None
    less = directed and rating.better is Better.LESS
    return nap(values_given(rating, before), values_given(rating, since), less_is_better=less)


def dots_of(asked: RatingPlan, days: Sequence[DayCount]) -> tuple[Dot, ...]:
    """Return a dot for each value of each day, lowest first; zero is a value.

    Numbers of another measure are not among them, nor those of a day that may be higher.
    """
    return tuple(
        _dot(day.day, value, times)
        for day in days
        for value, times in sorted(values_on(asked, day).items())
    )


def _dot(day: date, value: int | Decimal | tuple[int, int], times: int) -> Dot:
    took, of = value if isinstance(value, tuple) else (value, None)
    return Dot(day=day, value=Decimal(took), of=None if of is None else Decimal(of), times=times)


def paths_of(
    dots: Sequence[Dot], days: Sequence[DayCount], changes: Sequence[date]
) -> tuple[tuple[PathPoint, ...], ...]:
    """Return the paths through the numbers of neighboring planned days, two points or more each.

    Days left out and days on which nothing is planned stand between no neighbors; a day that has
    no number does. Where any days of a week will do, only days next to each other are neighbors.
    A change of the plan and a pause end a path: a line claims that things went on as they were.
    """
    middles = _middles_of_days(dots)
    paths: list[list[PathPoint]] = [[]]
    phase = 0
    for day in days:
        if day.plan.standing is not PlanStatus.ACTIVE and paths[-1]:
            paths.append([])
        if not day.plan.planned or _is_skipped(day):
            continue
        value, now = middles.get(day.day), phase_of(changes, day.day)
        if value is None or now != phase:
            paths.append([])
        if value is not None:
            paths[-1].append(PathPoint(day=day.day, value=value))
        phase = now
    return tuple(tuple(path) for path in paths if len(path) > 1)


def _is_skipped(day: DayCount) -> bool:
    return day.answer.state is DayState.LEFT_OUT and day.plan.days_a_week is None


def _middles_of_days(dots: Sequence[Dot]) -> Mapping[date, Decimal]:
    """Return the middle number of each day."""
    numbers: dict[date, Counter[Decimal]] = {}
    for dot in dots:
        numbers.setdefault(dot.day, Counter())[dot.value] += dot.times
    middles = {day: middle_number(of_day) for day, of_day in numbers.items()}
    return {day: middle for day, middle in middles.items() if middle is not None}


def life_marks(
    events: Iterable[LifeEvent], days: Sequence[DayCount], stretch: Period
) -> tuple[LifeMark, ...]:
    """Return the life events of a stretch and its runs of left-out days, oldest first."""
    happened = [
        LifeMark(start=event.day, end=event.day, words=event.words)
        for event in events
        if stretch.start <= event.day <= stretch.end
    ]
    marks = (*happened, *left_out_ranges(days))
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.words)))


def left_out_ranges(days: Iterable[DayCount]) -> tuple[LifeMark, ...]:
    """Return each run of neighboring planned days that were left out for the same reason.

    Days on which nothing was planned, such as a weekend, do not part a run; a pause does.
    """
    told = (day for day in days if day.plan.planned or day.plan.standing is not PlanStatus.ACTIVE)
    runs = ((reason, [*run]) for reason, run in groupby(told, lambda day: day.answer.reason))
    return tuple(
        LifeMark(start=run[0].day, end=run[-1].day, reason=reason)
        for reason, run in runs
        if reason is not None
    )


def is_left_out(days: Iterable[DayCount]) -> bool:
    """Return whether something was planned on some days and all of it was left out."""
    states = {day.answer.state for day in days if day.plan.planned}
    return states == {DayState.LEFT_OUT}


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
        total=counted.block(period),
        kind=rating.kind,
        rating=rating,
        changes=changes,
        life=life_marks(written.life_events, counted.days, period),
        phases=phases_in(counted, changes, period),
        visits=around_visits(counted, written.visits),
        more=_more(counted, rating),
    )


def bars_in(
    back: LookBack,
    window: Period | None = None,
    span: Span | None = None,
    *,
    split: bool = False,
) -> BarSeries:
    """Return the bars of a window of the period: weeks, or months or years where they are many.

    With a `span` each bar is as long as that says. With `split` it is cut where the plan changed.
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
    changes = _changes(back, shown)
    parts = _parted(cuts, changes if split else ())
    return BarSeries(
        shape=shape_of(rating.kind, rating.better),
        kind=rating.kind,
        bars=tuple(_bar(back, part, span, rating) for part in parts),
        span=span,
        unit=rating.unit,
        better=rating.better,
        of_days=rating.of_days,
        changes=changes,
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
    found = [(names.get(routine.routine, ""), routine.block) for routine in routines]
    return _parts(back, Grouping.ROUTINE, found)


def by_slot(back: LookBack) -> GroupSeries | None:
    """Return the times of the day with five ratings or more; None unless there are two.

    Of some practices alone there is none: which of the times were planned for them nobody can say.
    """
    if back.counted.narrowed:
        return None
    found = [
        (slot_number.slot, slot_number.block)
        for slot_number in slot_numbers(back.counted.days, back.rating)
    ]
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
    """Return the days of a window up to today; None if there are none."""
    counted = back.counted
    start, end = window or counted.frame.period
    if not counted.weeks:
        return None
    shown = Period(max(start, counted.weeks[0].start), min(end, counted.frame.last))
    return shown if shown.start <= shown.end else None


def _cuts(back: LookBack, shown: Period, span: Span, end: date) -> tuple[Period, ...]:
    """Cut the shown period into one period for each bar.

    The bar of today reaches to its own end, but not beyond the period.
    """
    week_start = back.counted.frame.week_start
    last = min(whole_span(shown.end, span, week_start).end, end)
    return spans_of(Period(shown.start, last), span, week_start)


def _parted(cuts: Iterable[Period], changes: Sequence[date]) -> Iterable[Period]:
    """Yield the parts of stretches between changes of the plan."""
    for cut in cuts:
        inside = [day for day in changes if cut.start < day <= cut.end]
        ends = [*(day - _DAY for day in inside), cut.end]
        yield from map(Period, [cut.start, *inside], ends)


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
    """Return the middle of each phase; none if only days are asked for, as nothing is rated."""
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
