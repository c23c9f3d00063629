"""The sentences of the "more detail" page, and why a measure may not be told yet."""

from collections.abc import Callable, Collection, Mapping
from decimal import ROUND_HALF_UP, Decimal

from homejournal.domain.days.ratings import ENOUGH
from homejournal.domain.looking_back.look_back_values import (
    AroundVisit,
    LookBack,
    Nap,
    RunChart,
    SessionTries,
)
from homejournal.domain.looking_back.more_detail import FEWEST_TRIES, FEWEST_USEFUL
from homejournal.domain.records.rating_scales import Better, RatingKind
from homejournal.domain.sentences.values import (
    LaterIsBetter,
    Measure,
    NeedsBothSides,
    NeedsDirection,
    NeedsTries,
    NeedsValues,
    NeedsVisit,
    OneSession,
    OnlyWithoutFilter,
    RatedInTwoWays,
    Sentence,
    UpsAndDowns,
)

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
    """Return each measure that may not be told yet, with what it needs.

    One that can never be told of this way to rate is left out: nobody could do anything about it.
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
