"""The one sentence over each chart and measure, made from its numbers and from nothing else."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import assert_never

from homejournal.domain.days.periods import Span
from homejournal.domain.days.ratings import ENOUGH, SO_FAR, middle_level, middle_number, sum_of
from homejournal.domain.days.strategy_numbers import Middle
from homejournal.domain.looking_back.chart_series import (
    Bar,
    BarSeries,
    Chart,
    DotSeries,
    Group,
    Grouping,
    GroupSeries,
    PhaseMiddle,
    Shape,
    Side,
)
from homejournal.domain.looking_back.look_back_values import (
    AroundVisit,
    LookBack,
    Nap,
    RunChart,
    SessionTries,
)
from homejournal.domain.looking_back.more_detail import FEWEST_TRIES, FEWEST_USEFUL
from homejournal.domain.records.rating_scales import Better, RatingKind, levels_of
from homejournal.domain.sentences.allowed_sentences import MOST_PARTS, joined
from homejournal.domain.sentences.values import (
    AllLeftOut,
    AtLeast,
    BeforeAndSince,
    DaysFromTo,
    DidItOn,
    Direction,
    EachBarIs,
    GroupInShort,
    InShort,
    InTheMiddle,
    LaterIsBetter,
    LowestHighest,
    Measure,
    MiddleByPlan,
    MiddleSince,
    MostOften,
    NeedsBothSides,
    NeedsDirection,
    NeedsTries,
    NeedsValues,
    NeedsVisit,
    NothingRated,
    NothingWritten,
    NumberSum,
    NumberSummary,
    OneSession,
    OnlyExtra,
    OnlyWithoutFilter,
    PartInShort,
    RatedApart,
    RatedInTwoWays,
    Sentence,
    SideBySide,
    Single,
    SumsFromTo,
    TheDays,
    TooFewInEach,
    TooFewToSumUp,
    TriesOf,
    UpsAndDowns,
    WrittenDown,
)


def group_in_short(series: GroupSeries, group: Group) -> InShort:
    """Return the short form of one group."""
    bar = group.bar
    low, high = ends_of(group.middle)
    return InShort(
        kind=series.kind,
        n=bar.known,
        at_least=bar.at_least,
        low=low,
        high=high,
        least=bar.low,
        most=bar.high,
        unit=series.unit,
        of_days=series.of_days,
        took=bar.took,
        of=bar.of,
        days=bar.days,
        planned=bar.planned if series.shape is Shape.DAYS else None,
        not_written=bar.not_written or 0,
    )


def phase_in_short(
    series: BarSeries | DotSeries, phase: PhaseMiddle, *, on_screen: bool
) -> InShort:
    """Return what the ratings between two changes come to; "so far" is said on screen only."""
    so_far = phase.so_far and on_screen
    low, high = ends_of(phase.middle if so_far or not phase.so_far else None)
    return InShort(
        kind=series.kind,
        n=phase.n,
        at_least=phase.at_least,
        low=low,
        high=high,
        unit=series.unit,
        of_days=series.of_days,
        so_far=so_far,
    )


def levels_in_short(series: DotSeries, *, on_screen: bool) -> InShort:
    """Return what all dots of levels come to; "so far" is said on screen only."""
    counts = Counter[int]()
    for dot in series.dots:
        counts[int(dot.value)] += dot.times
    n = counts.total()
    enough = n >= (SO_FAR if on_screen else ENOUGH)
    low, high = ends_of(middle_level(counts) if enough else None)
    return InShort(kind=series.kind, n=n, low=low, high=high, so_far=enough and n < ENOUGH)


def ends_of(middle: Middle | None) -> tuple[Decimal | None, Decimal | None]:
    """Return both ends of a middle: a pair has two, and all else is the same twice."""
    if middle is None:
        return None, None
    low, high = middle if isinstance(middle, tuple) else (middle, middle)
    return Decimal(low), Decimal(high)


def headline(chart: Chart, *, on_screen: bool = False) -> Sentence:
    """Return what a chart shows, in one sentence.

    On screen a middle level is said from three ratings on, with the words "so far"; on paper and in
    files from five.
    """
    match chart:
        case BarSeries():
            told = [*_told_of_bars(chart, on_screen=on_screen), *_each_bar(chart)]
            return joined([*_days_of(chart), *told, *_apart(chart)])
        case DotSeries():
            told = _told_of_dots(chart, on_screen=on_screen)
            return joined([*_days_of(chart), *told, *_apart(chart)])
        case GroupSeries():
            return joined(_told_of_groups(chart))
        case _:
            assert_never(chart)


def _days_of(series: BarSeries | DotSeries) -> list[Single]:
    return [] if series.window is None else [TheDays(*series.window)]


def _told_of_bars(series: BarSeries, *, on_screen: bool) -> list[Single]:
    shown = [bar for bar in series.bars if bar.has(series.shape)]
    if shown:
        return _told_of_shape(series, shown, on_screen=on_screen)
    at_least = _at_least(sum(bar.at_least for bar in series.bars))
    some_out = any(mark.reason is not None for mark in series.life)
    return at_least or [_nothing(series.bars, series.shape, some_out=some_out)]


def _each_bar(series: BarSeries) -> list[Single]:
    shown = any(bar.has(series.shape) for bar in series.bars)
    return [EachBarIs(series.span)] if shown and series.span is not Span.WEEK else []


def _apart(series: BarSeries | DotSeries) -> list[Single]:
    """Return which stretches between changes of the plan are not in the chart."""
    stretches = tuple((phase.start, phase.end) for phase in series.phases if phase.apart)
    return [RatedApart(stretches)] if stretches else []


def _at_least(days: int) -> list[Single]:
    return [AtLeast(days)] if days else []


def _told_of_shape(series: BarSeries, shown: Sequence[Bar], *, on_screen: bool) -> list[Single]:
    match series.shape:
        case Shape.LEVELS:
            return [_levels(series, on_screen=on_screen)]
        case Shape.SUMS:
            return [*_sums(series, shown), *_direction(series.better)]
        case Shape.MIDDLES:
            told = _middles(series, shown, on_screen=on_screen)
            told += _at_least(sum(bar.at_least for bar in series.bars))
            return [*told, *_direction(series.better)]
        case Shape.TRIES:
            return [_tries(shown)]
        case Shape.DAYS:
            return [_days(series.bars)]
        case _:
            assert_never(series.shape)


def _nothing(bars: Sequence[Bar], shape: Shape, *, some_out: bool = False) -> Single:
    if any(bar.written for bar in bars):
        return NothingRated()
    out = [bar.left_out for bar in bars if bar.left_out or bar.lacks]
    if out and all(out):
        return AllLeftOut()
    if not (some_out or any(out)):
        return NothingWritten()
    # That some days were left out is written down, too.
    return _days(bars) if shape is Shape.DAYS else NothingRated()


def _levels(series: BarSeries, *, on_screen: bool) -> Single:
    """Return the middles between changes of the plan where each part has one, else what is most.

    So the bars of weeks and the single ratings say the same of whether it gets easier.
    """
    phases = _phases(series)
    shorts = [phase_in_short(series, phase, on_screen=on_screen) for phase in phases if phase.n]
    if len(phases) > 1 and all(short.low is not None for short in shorts):
        return _by_plan(series, phases, on_screen=on_screen)
    return _most_often(series)


def _phases(series: BarSeries | DotSeries) -> list[PhaseMiddle]:
    """Return the stretches to be told one by one: all, where several of them have this rating."""
    rated = [phase for phase in series.phases if phase.n]
    return list(series.phases) if len(rated) > 1 else rated


def _most_often(series: BarSeries) -> Single:
    added = [sum(counts) for counts in zip(*(bar.levels for bar in series.bars), strict=True)]
    n, most = sum(added), max(added)
    if not n:
        return NothingRated()
    if n < ENOUGH:
        return TooFewToSumUp(n)
    pairs = zip(levels_of(series.kind), added, strict=True)
    return MostOften(series.kind, tuple(level for level, times in pairs if times == most), most, n)


def _sums(series: BarSeries, shown: Sequence[Bar]) -> list[Single]:
    total = sum_of(Counter(bar.sum for bar in shown if bar.sum is not None)) or Decimal(0)
    n = sum(bar.n for bar in shown)
    at_least = any(bar.at_least for bar in shown)
    told: list[Single] = [
        NumberSum(total, series.unit, n, at_least),
        WrittenDown(n, series.of_days),
    ]
    whole = [bar.sum for bar in shown if bar.sum is not None and not bar.partial]
    if len(whole) > 1:
        told.append(SumsFromTo(min(whole), max(whole), series.span, series.unit))
    return told


def _middles(series: BarSeries, shown: Sequence[Bar], *, on_screen: bool) -> list[Single]:
    low, high = _lowest_highest(shown)
    phases = _phases(series)
    if len(phases) > 1:
        by_plan = _by_plan(series, phases, on_screen=on_screen)
        return [by_plan, LowestHighest(low, high, series.unit)]
    n = sum(bar.known for bar in shown)
    # Numbers from days whose plan asked for something else stand in no phase, but in their bars.
    middle = phases[0].middle if phases and phases[0].n == n else None
    if isinstance(middle, Decimal):
        return [NumberSummary(middle, low, high, n, series.unit, series.of_days)]
    # The middle of middles is no middle of the numbers.
    return [LowestHighest(low, high, series.unit), WrittenDown(n, series.of_days)]


def _lowest_highest(bars: Sequence[Bar]) -> tuple[Decimal, Decimal]:
    ends = [end for bar in bars for end in (bar.low, bar.median, bar.high) if end is not None]
    return min(ends), max(ends)


def _tries(bars: Sequence[Bar]) -> TriesOf:
    took, of = sum(bar.took or 0 for bar in bars), sum(bar.of or 0 for bar in bars)
    return TriesOf(took, of, sum(bar.n for bar in bars))


def _days(bars: Sequence[Bar]) -> Single:
    days = sum(bar.days for bar in bars)
    planned = [bar.planned for bar in bars if bar.planned is not None]
    if len(planned) < len(bars):
        return DidItOn(days)
    open_days = sum(bar.not_written or 0 for bar in bars)
    if open_days:
        return DaysFromTo(days, days + open_days, sum(planned))
    return DidItOn(days, sum(planned)) if any(planned) else OnlyExtra()


def _direction(better: Better | None) -> list[Single]:
    return [Direction(better)] if better in {Better.MORE, Better.LESS} and better else []


def _told_of_dots(series: DotSeries, *, on_screen: bool) -> list[Single]:
    at_least = _at_least(series.at_least)
    if not series.dots:
        return at_least or [NothingRated()]
    phases = _phases(series)
    if series.kind is RatingKind.TRIES:
        return [_tries_of_dots(series)]
    if series.kind is RatingKind.NUMBER:
        return [*_numbers_of_dots(series, phases), *at_least, *_direction(series.better)]
    if len(phases) > 1:
        return [_by_plan(series, phases, on_screen=on_screen)]
    short = levels_in_short(series, on_screen=on_screen)
    return [TooFewToSumUp(short.n) if short.low is None else InTheMiddle(short)]


def _tries_of_dots(series: DotSeries) -> TriesOf:
    took = sum(int(dot.value) * dot.times for dot in series.dots)
    of = sum(int(dot.of or 0) * dot.times for dot in series.dots)
    return TriesOf(took, of, sum(dot.times for dot in series.dots))


def _numbers_of_dots(series: DotSeries, phases: Sequence[PhaseMiddle]) -> list[Single]:
    counts = Counter[Decimal]()
    for dot in series.dots:
        counts[dot.value] += dot.times
    low, high = min(counts), max(counts)
    if len(phases) > 1:
        by_plan = _by_plan(series, phases, on_screen=False)
        return [by_plan, LowestHighest(low, high, series.unit)]
    middle = middle_number(counts) or Decimal(0)
    return [NumberSummary(middle, low, high, counts.total(), series.unit, series.of_days)]


def _by_plan(
    series: BarSeries | DotSeries, phases: Sequence[PhaseMiddle], *, on_screen: bool
) -> Single:
    """Return each stretch between changes of the plan, or of many the last, and that it changed."""
    parts = [
        PartInShort(
            phase_in_short(series, phase_middle, on_screen=on_screen),
            phase_middle.start,
            phase_middle.end,
        )
        for phase_middle in phases
    ]
    if all(part.short.low is None for part in parts):
        return TooFewInEach(sum(phase.n for phase in phases))
    if len(parts) > MOST_PARTS:
        return MiddleSince(len(series.phases) - 1, parts[-1].short, parts[-1].start)
    return MiddleByPlan(tuple(parts))


def _told_of_groups(series: GroupSeries) -> list[Single]:
    bars = [group.bar for group in series.groups]
    if series.shape is Shape.DAYS and any(bar.written for bar in bars):
        if all(bar.planned == 0 for bar in bars):
            return [OnlyExtra()]
    elif not any(bar.n for bar in bars):
        return [_nothing(bars, series.shape)]
    told = _before_and_since(series) if series.grouping is Grouping.VISIT else _side_by_side(series)
    return [told, *(_direction(series.better) if series.kind is RatingKind.NUMBER else ())]


def _side_by_side(series: GroupSeries) -> Single:
    groups = (
        GroupInShort(name=group.name, short=group_in_short(series, group))
        for group in series.groups
    )
    return SideBySide(series.grouping, tuple(groups))


def _before_and_since(series: GroupSeries) -> Single:
    by_side = {group.side: group for group in series.groups}
    before, since = by_side[Side.BEFORE], by_side[Side.SINCE]
    told = (group_in_short(series, group) for group in (before, since))
    return BeforeAndSince(since.bar.start, *told)


_STEP = 5
_STEPS = 20
_TEN = 10


def more_told(back: LookBack) -> dict[Measure, Sentence]:
    """Return each measure that may be told with its sentence; overlap is of the newest visit."""
    told: dict[Measure, Sentence] = {}
    if back.more.run is not None:
        told[Measure.RUN_CHART] = _ups_and_downs(back.more.run)
    if back.more.tries is not None:
        told[Measure.WILSON] = _one_session(back.more.tries)
    newest = _newest(back)
    if newest is not None and newest.nap is not None:
        told[Measure.NAP] = _later_is_better(newest, newest.nap)
    return told


def why_not(back: LookBack) -> dict[Measure, Sentence]:
    """Return each measure that cannot be shown yet, with what it needs.

    Measures that never apply to this way of rating are left out.
    """
    told = more_told(back)
    return {
        measure: need(back)
        for measure, (kinds, need) in _NEEDS.items()
        if back.kind in kinds and measure not in told
    }


def _newest(back: LookBack) -> AroundVisit | None:
    return back.visits[0] if back.visits else None


def _ups_and_downs(run: RunChart) -> UpsAndDowns:
    return UpsAndDowns(
        signal=run.signal,
        weekly=run.weekly,
        useful=run.useful,
        longest=run.longest,
        longest_allowed=run.longest_allowed,
        crossings=run.crossings,
        fewest_allowed=run.fewest_allowed,
    )


def _one_session(tries: SessionTries) -> OneSession:
    low, high = _of_a_hundred(tries.low), _of_a_hundred(tries.high)
    return OneSession(day=tries.day, took=tries.took, of=tries.of, low=low, high=high)


def _of_a_hundred(share: Decimal) -> int:
    """Return how many of a hundred a share is, to the nearest five: more would be too exact."""
    return int((share * _STEPS).quantize(Decimal(1), ROUND_HALF_UP)) * _STEP


def _later_is_better(around: AroundVisit, nap: Nap) -> LaterIsBetter:
    """Return in how many of ten pairs, to the nearest; half of a pair is for the JSON alone."""
    better = _of_ten(nap.better - Decimal(nap.same) / 2, nap.pairs)
    same = min(_of_ten(Decimal(nap.same), nap.pairs), _TEN - better)
    return LaterIsBetter(visit=around.visit.day, better=better, same=same)


def _of_ten(part: Decimal, whole: int) -> int:
    return int((part * _TEN / whole).quantize(Decimal(1), ROUND_HALF_UP))


def _run_needs(back: LookBack) -> Sentence:
    return NeedsValues(FEWEST_USEFUL, back.more.off_median)


def _interval_needs(_back: LookBack) -> Sentence:
    return NeedsTries(FEWEST_TRIES)


def _overlap_needs(back: LookBack) -> Sentence:
    if back.kind is RatingKind.NUMBER and back.rating.better not in {Better.MORE, Better.LESS}:
        return NeedsDirection()
    newest = _newest(back)
    if newest is None:
        return OnlyWithoutFilter() if back.written.narrowed else NeedsVisit()
    before, since = newest.before, newest.since
    if before.kind is not since.kind or min(before.n, since.n) >= ENOUGH:
        return RatedInTwoWays()
    return NeedsBothSides(ENOUGH, before.n, since.n)


_NEEDS: Mapping[Measure, tuple[Collection[RatingKind], Callable[[LookBack], Sentence]]] = {
    Measure.RUN_CHART: ({RatingKind.NUMBER}, _run_needs),
    Measure.WILSON: ({RatingKind.TRIES}, _interval_needs),
    Measure.NAP: ({RatingKind.HELP, RatingKind.WENT, RatingKind.NUMBER}, _overlap_needs),
}
"""Of which kinds of rating each measure can be told, and what it may still need."""
