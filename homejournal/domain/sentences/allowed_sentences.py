"""Which sentences the counts of a stretch allow; every screen and page says these and no others.

What is planned cannot be stated over both kinds, so each part is told by itself.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import assert_never

from homejournal.domain.days.counting import CountedDays
from homejournal.domain.days.day_states import DayCount
from homejournal.domain.days.periods import Period
from homejournal.domain.days.strategy_numbers import Block
from homejournal.domain.looking_back.look_back_values import LookBack, reach_of
from homejournal.domain.records.plan import PlanStatus
from homejournal.domain.records.rating_scales import Better, RatingKind, RatingPlan, levels_of
from homejournal.domain.sentences.values import (
    AtLeast,
    DayRange,
    DaysByPlan,
    DaysFromTo,
    DaysSince,
    DidItOn,
    Direction,
    ExtraDays,
    ExtraTimes,
    InAim,
    Joined,
    LeftOut,
    LevelCounts,
    MiddleLevel,
    NothingFits,
    NothingWritten,
    NotToday,
    NotWritten,
    NumberSum,
    NumberSummary,
    OtherRatings,
    OutsideTimes,
    PlanMet,
    PlanPart,
    Sentence,
    Single,
    TimesNotToday,
    TimesNotWritten,
    TimesOf,
    ToldNotToday,
    TooFewToSumUp,
    TriesOf,
    Unrated,
    UnsettledVersions,
    WrittenLater,
    reasons_in_order,
)


def days_headline(back: LookBack) -> Sentence:
    """Return on how many days the strategy was used, with all that has to be known of the days."""
    total = back.total
    if not (total.times or total.not_today or total.left_out):
        return NothingFits() if back.written.narrowed else NothingWritten()
    told = told_by_plan(
        back.counted, _period_of(back), lambda one: tell_days(one) or tell_times(one)
    )
    return joined([part for one in told for part in flat(one)])


def times_told(back: LookBack) -> tuple[Sentence, ...]:
    """Return how many of the planned times and what was done beside them, by kind of plan."""
    return told_by_plan(back.counted, _period_of(back), tell_times)


def _period_of(back: LookBack) -> Period:
    frame = back.counted.frame
    return Period(frame.period.start, frame.last)


MOST_PARTS = 3
"""Parts that are told one by one; of more of them the last is told, and that the plan changed."""
_DAY = timedelta(days=1)
Telling = Callable[[Block], Sequence[Sentence]]


def told_by_plan(counted: CountedDays, stretch: Period, telling: Telling) -> tuple[Sentence, ...]:
    """Return what is told of a stretch; where the kind of plan changed, of each part by itself."""
    parts = parts_by_plan(counted, stretch)
    if len(parts) < 2:
        return tuple(telling(counted.block(stretch)))
    told = [
        PlanPart(*part, tuple(one for said in telling(counted.block(part)) for one in flat(said)))
        for part in parts
    ]
    if len(told) > MOST_PARTS:
        return (DaysSince(len(told) - 1, told[-1]),) if told[-1].told else ()
    known = tuple(part for part in told if part.told)
    return (DaysByPlan(known),) if known else ()


def parts_by_plan(counted: CountedDays, stretch: Period) -> tuple[Period, ...]:
    """Return a stretch cut where the kind of plan changed; days without a plan part nothing.

    It goes from the first day that was planned or done to the last such day.
    """
    reach = None if counted.narrowed else reach_of(counted, stretch)
    if reach is None:
        return ()
    cuts = [reach.start]
    before: bool | None = None
    for day in counted.between(reach):
        now = _is_any_days(day)
        if now is not None and before is not None and now is not before:
            cuts.append(day.day)
        before = before if now is None else now
    ends = [*(cut - _DAY for cut in cuts[1:]), reach.end]
    return tuple(Period(*part) for part in zip(cuts, ends, strict=True))


def _is_any_days(day: DayCount) -> bool | None:
    """Return which kind of plan holds on a day; None if none does."""
    if day.plan.standing is not PlanStatus.ACTIVE:
        return None
    return day.plan.days_a_week is not None


def flat(sentence: Sentence) -> tuple[Single, ...]:
    """Return the short statements of a line."""
    return sentence.parts if isinstance(sentence, Joined) else (sentence,)


def joined(line: Sequence[Single]) -> Sentence:
    """Return short statements on one line."""
    return line[0] if len(line) == 1 else Joined(tuple(line))


def tell(
    block: Block, plan: RatingPlan | None = None, *, on_screen: bool = False
) -> tuple[Sentence, ...]:
    """Return all that can be said of a stretch: days, times, ratings, and what to know of them."""
    return (
        *tell_days(block),
        *tell_times(block),
        *tell_ratings(block, plan, on_screen=on_screen),
        *tell_remarks(block),
    )


def tell_days(block: Block) -> tuple[Sentence, ...]:
    """Return on how many days it was used; as a range while any day is not written."""
    if block.planned is None:
        return _tell_days_a_week(block)
    if not block.planned and not block.left_out:
        # Practices on unplanned days are extra times, which stand on a line of their own.
        return () if block.times else (NothingWritten(),)
    high = block.did_it + (block.not_written or 0)
    line: list[Single] = []
    if _is_known(block):
        sure = DidItOn(block.did_it, block.planned)
        line.append(DaysFromTo(block.did_it, high, block.planned) if block.not_written else sure)
    if block.not_today:
        line.append(NotToday(block.not_today))
    if block.not_written and not _is_known(block):
        line.append(NotWritten(block.not_written))
    if block.left_out:
        line.append(_left_out(block))
    if _is_known(block) or not block.not_written:
        return (Joined(tuple(line)),)
    return Joined(tuple(line)), DayRange(block.did_it, high, block.planned)


def _is_known(block: Block) -> bool:
    """Return whether any planned day is written: "on 0 of 12" would be a no that nobody said."""
    return bool(block.planned) and block.not_written != block.planned


def _tell_days_a_week(block: Block) -> tuple[Sentence, ...]:
    if not (block.times or block.not_today or block.left_out):
        return (NothingWritten(),)
    only_outside = block.times and not block.did_it
    line: list[Single] = [] if only_outside else [DidItOn(block.did_it)]
    if block.weeks_judged:
        line.append(PlanMet(block.plan_met or 0, block.weeks_judged, block.weeks_unsure or 0))
    if block.extra_days:
        line.append(ExtraDays(block.extra_days))
    if block.outside_times:
        line.append(OutsideTimes(block.outside_times))
    elif only_outside:
        line.append(OutsideTimes(block.times))
    if block.told_not_today:
        line.append(ToldNotToday(block.told_not_today))
    if block.left_out:
        line.append(_left_out(block))
    return (Joined(tuple(line)),)


def _left_out(block: Block) -> LeftOut:
    return LeftOut(block.left_out or 0, reasons_in_order(block.left_out_by or {}))


def tell_times(block: Block) -> tuple[Sentence, ...]:
    """Return how many of the planned times, where more than one a day is planned; and extras."""
    if block.times_planned is None or block.planned is None:
        return ()
    line: list[Single] = []
    if block.times_planned > block.planned:
        line.append(TimesOf(block.times - (block.extra or 0), block.times_planned))
        if block.times_not_today:
            line.append(TimesNotToday(block.times_not_today))
        if block.times_not_written:
            line.append(TimesNotWritten(block.times_not_written))
    if block.extra_times:
        line.append(ExtraTimes(block.extra_times))
    if block.outside_times:
        line.append(OutsideTimes(block.outside_times))
    return (Joined(tuple(line)),) if line else ()


def tell_ratings(
    block: Block, plan: RatingPlan | None = None, *, on_screen: bool = False
) -> tuple[Sentence, ...]:
    """Return what the ratings say: levels and their middle, numbers, or tries."""
    if block.kind is RatingKind.NONE or not block.n:
        return ()
    match block.kind:
        case RatingKind.HELP | RatingKind.WENT:
            said = plan.words if plan is not None and plan.kind is block.kind else ()
            return _tell_levels(block, said, on_screen=on_screen)
        case RatingKind.NUMBER:
            return _tell_number(block, plan or RatingPlan(kind=RatingKind.NUMBER))
        case RatingKind.TRIES:
            return (TriesOf(block.took or 0, block.of or 0, block.n),)
        case _:
            assert_never(block.kind)


def _tell_levels(block: Block, words: tuple[str, ...], *, on_screen: bool) -> tuple[Sentence, ...]:
    counts = tuple((level, (block.levels or {}).get(level, 0)) for level in levels_of(block.kind))
    told: list[Sentence] = [LevelCounts(block.kind, counts, words)]
    middle, so_far = block.median, False
    if middle is None and on_screen:
        middle, so_far = block.median_so_far, True
    match middle:
        case int():
            told.append(MiddleLevel(block.kind, middle, middle, so_far))
        case (int() as low, int() as high):
            told.append(MiddleLevel(block.kind, low, high, so_far))
        case _:
            told.append(TooFewToSumUp(block.n))
    return tuple(told)


def _tell_number(block: Block, plan: RatingPlan) -> tuple[Sentence, ...]:
    line: list[Single] = []
    unit, of_days = plan.unit, plan.of_days
    # A sum of what is hoped to become less says nothing that a family asks.
    if block.sum is not None and plan.better is not Better.LESS:
        line.append(NumberSum(block.sum, unit, block.n, at_least=block.at_least > 0))
    middle, low, high = block.median, block.low, block.high
    if isinstance(middle, Decimal) and low is not None and high is not None:
        line.append(NumberSummary(middle, low, high, block.known, unit, of_days))
    if block.at_least:
        line.append(AtLeast(block.at_least))
    told: list[Sentence] = [Joined(tuple(line))] if line else []
    told += [
        InAim(times, of, aim, unit, of_days) for aim, times, of in block.aims if aim == plan.aim
    ]
    if plan.better in {Better.MORE, Better.LESS}:
        told.append(Direction(plan.better))
    return tuple(told)


def tell_remarks(block: Block) -> tuple[Sentence, ...]:
    """Return what one has to know to read the counts, mildly."""
    line: list[Single] = [OtherRatings(kind, n) for kind, n in block.others.items() if n]
    rated = block.times_rated + sum(block.others.values()) + block.unsettled
    if block.n and block.times > rated:
        line.append(Unrated(block.times - rated))
    if block.unsettled:
        line.append(UnsettledVersions(block.unsettled))
    if block.written_later:
        line.append(WrittenLater(block.written_later))
    return (Joined(tuple(line)),) if line else ()
