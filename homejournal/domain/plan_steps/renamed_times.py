"""What was written under the name of a time, where a plan gets other names for its times."""

from collections.abc import Iterable, Sequence

from homejournal.domain.plan_steps.in_force import plan_of_day, steps_in_force
from homejournal.domain.records.plan import Often, PlanStep
from homejournal.domain.records.practices import DayMark, Practice

Named = Practice | DayMark


def renamed(before: Often, after: Often) -> dict[str, str]:
    """Return which names of times were corrected to which: the new ones in the same places."""
    if len(before.slots) != len(after.slots):
        return {}
    pairs = zip(before.slots, after.slots, strict=True)
    return {old: new for old, new in pairs if old not in after.slots and new not in before.slots}


def losing_their_time(
    written: Iterable[Named], before: Sequence[PlanStep], after: Sequence[PlanStep]
) -> tuple[Named, ...]:
    """Return what has the name of a time that the plan of its day has now, and then no more."""
    was, then = steps_in_force(before), steps_in_force(after)
    return tuple(
        one
        for one in written
        if one.slot in plan_of_day(was, one.day).slots
        and one.slot not in plan_of_day(then, one.day).slots
    )
