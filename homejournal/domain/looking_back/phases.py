"""Where the plan changed, and the counts between two changes."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from homejournal.domain.days.counting import CountedDays
from homejournal.domain.days.ratings import aim_of, is_same_measure
from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.looking_back.chart_series import PhaseMiddle
from homejournal.domain.looking_back.look_back_values import PhaseNumbers
from homejournal.domain.records.plan import StepKind
from homejournal.domain.records.plan_in_force import STANDING_STILL, StepInForce
from homejournal.domain.records.rating_scales import RatingPlan

_DAY = timedelta(days=1)


def changes_in(in_force: Iterable[StepInForce], period: Period) -> tuple[date, ...]:
    """Return the days inside the period from which something else was planned.

    A pause or finish changes nothing of what is planned, nor does a restart that takes up what
    was planned before.
    """
    spoken = [step for step in in_force if step.step.step not in STANDING_STILL]
    return tuple(
        step.start
        for before, step in pairwise(spoken)
        if period.start < step.start <= period.end and _differs(before, step)
    )


def _differs(before: StepInForce, step: StepInForce) -> bool:
    said = (step.often, step.rating, step.words)
    return step.step.step is StepKind.CHANGE or said != (before.often, before.rating, before.words)


def phase_of(changes: Sequence[date], day: date) -> int:
    """Return how many changes of the plan there were through a day: 0 before the first."""
    return bisect_right(changes, day)


def is_planned_in(in_force: Iterable[StepInForce], stretch: Period) -> bool:
    """Return whether a step that plans something is in force on a day of a stretch."""
    return any(
        step.step.step not in STANDING_STILL
        and step.start <= stretch.end
        and (step.end is None or step.end >= stretch.start)
        for step in in_force
    )


def reach_of(counted: CountedDays, stretch: Period) -> Period | None:
    """Return a stretch from the first day in it that was planned or done to the last such day."""
    days = counted.between(stretch)
    first = next((day.day for day in days if day.plan.planned or day.rows), None)
    last = next((day.day for day in reversed(days) if day.plan.planned or day.rows), None)
    return Period(first, last) if first and last else None


def phases_in(
    counted: CountedDays, changes: Sequence[date], stretch: Period
) -> tuple[PhaseNumbers, ...]:
    """Return the counts between changes of the plan, oldest first; they add up to the whole.

    A pause belongs to the phase before it. The first phase begins with the first day of the
    stretch that was planned or done, and the last ends with the last.
    """
    reach = reach_of(counted, stretch)
    if reach is None:
        return ()
    inside = [day for day in changes if reach.start < day <= reach.end]
    starts = [reach.start, *inside]
    ends = [*(day - _DAY for day in inside), reach.end]
    return tuple(_phase(counted, Period(*cut)) for cut in zip(starts, ends, strict=True))


def _phase(counted: CountedDays, stretch: Period) -> PhaseNumbers:
    return PhaseNumbers(
        start=stretch.start,
        end=stretch.end,
        rating=counted.rating(stretch),
        block=counted.block(stretch),
    )


def middle_of(counted: CountedDays, phase: PhaseNumbers, rating: RatingPlan) -> PhaseMiddle:
    """Return the middle value of a phase, of the ratings that are looked at."""
    block, differs = phase.block, not _is_rated_so(phase, rating)
    if differs:
        block = counted.block(Period(phase.start, phase.end), rating)
    middle = block.median
    so_far = block.median_so_far if middle is None else None
    return PhaseMiddle(
        start=phase.start,
        end=phase.end,
        n=block.known,
        middle=so_far if middle is None else middle,
        so_far=so_far is not None,
        aim=None if differs else aim_of(phase.rating),
        at_least=block.at_least,
        apart=differs and any(block.others.values()),
    )


def _is_rated_so(phase: PhaseNumbers, rating: RatingPlan) -> bool:
    return phase.block.kind is rating.kind and is_same_measure(rating, phase.rating)
