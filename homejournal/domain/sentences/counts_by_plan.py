"""The days of a stretch by the kind of plan that held: times a day, or any N days a week.

What is planned cannot be stated over both kinds, so each part is told by itself.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta

from homejournal.domain.days.counting import CountedDays
from homejournal.domain.days.day_counts import DayCount
from homejournal.domain.days.honest_numbers import Block
from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.looking_back.phases import reach_of
from homejournal.domain.records.plan_steps import Standing
from homejournal.domain.sentences.counts import (
    DaysByPlan,
    DaysSince,
    Joined,
    PlanPart,
    Sentence,
    Single,
)

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
    """Return which kind of plan holds on a day; None where none does."""
    if day.plan.standing is not Standing.ACTIVE:
        return None
    return day.plan.days_a_week is not None


def flat(sentence: Sentence) -> tuple[Single, ...]:
    """Return the short statements of a line."""
    return sentence.parts if isinstance(sentence, Joined) else (sentence,)


def joined(line: Sequence[Single]) -> Sentence:
    """Return short statements on one line."""
    return line[0] if len(line) == 1 else Joined(tuple(line))
