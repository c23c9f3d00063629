"""The one plain sentence of a strategy: most days, and whether less help than before.

A verdict stands only between two stretches that are each told with five or more of the same kind,
and whose middles, or ranges of days, do not touch; otherwise nobody says that anything changed, nor
that nothing did. What is said has both sides with their numbers.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from homejournal.domain.days.periods import Period
from homejournal.domain.days.ratings import ENOUGH
from homejournal.domain.days.strategy_numbers import Block
from homejournal.domain.looking_back.look_back_values import LookBack, changes_in
from homejournal.domain.looking_back.make_look_back import sides_of
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.sentences.headlines import ends_of
from homejournal.domain.sentences.values import (
    InShort,
    MostDays,
    Single,
    ThanBefore,
    Verdict,
)

Told = tuple[Period, Block]
"""Some days, and what stands in them."""
Sides = tuple[Period, date, Block, Block]
"""All days, the first one of the later side, and what stands before it and since."""


def plain_summary(back: LookBack) -> tuple[Single, ...]:
    """Return what can be said plainly of a strategy; nothing where only numbers tell.

    Help is compared before anything else, at the newest change of the plan and then at the newest
    visits.
    """
    told: list[Single] = [MostDays()] if _is_most_days(back.total) else []
    sides = [*_sides(back)]
    found = _first_told(_help, sides, back)
    if found is None and _is_one_plan(back):
        found = _first_told(_more_often, sides, back)
    return (*told, found) if found else tuple(told)


def _first_told(
    told: Callable[[date, Block, Block], ThanBefore | None], sides: Iterable[Sides], back: LookBack
) -> ThanBefore | None:
    for days, day, before, since in sides:
        found = told(day, before, since)
        if found is not None:
            return _with_change(found, days, back)
    return None


def _with_change(told: ThanBefore, days: Period, back: LookBack) -> ThanBefore:
    """Return what is told with the newest change of the plan inside of all its days."""
    changes = changes_in(back.counted.in_force, days)
    return replace(told, plan_changed=changes[-1]) if changes else told


def with_help_before(
    told: tuple[Single, ...], back: LookBack, before: Told | None
) -> tuple[Single, ...]:
    """Return a summary that answers whether less help is needed than before, or tells both sides.

    `before` are days before those of the look back. Where the plan changed inside of these, each
    side is told by itself already.
    """
    if any(isinstance(one, ThanBefore) and one.verdict in _OF_HELP for one in told):
        return told
    if len(back.phases) > 1:
        return told
    days = Period(back.counted.frame.period.start, back.counted.frame.last)
    sides = [(before, (days, back.total))] if before else []
    for around in back.visits:
        earlier, later = sides_of(around.visit.day, days)
        sides.append(((earlier, around.before), (later, around.since)))
    for both in sides:
        found = _both_told(*both)
        if found is not None:
            (earlier, _), (later, _) = both
            return (*told, _with_change(found, Period(earlier.start, later.end), back))
    return told


def _both_told(before: Told, since: Told) -> ThanBefore | None:
    """Return how much help was needed on both sides; None of other ratings, or without any."""
    (earlier, _), (days, _) = before, since
    blocks = before[1], since[1]
    if any(block.kind is not RatingKind.HELP or not block.n for block in blocks):
        return None
    told = _help(days.start, *blocks)
    told = told or ThanBefore(None, days.start, _short(blocks[0]), _short(blocks[1]))
    return replace(told, start=earlier.start)


_OF_HELP = (Verdict.LESS_HELP, Verdict.MORE_HELP)


def _is_most_days(total: Block) -> bool:
    return total.planned is not None and 2 * total.did_it > total.planned


def _sides(back: LookBack) -> Iterator[Sides]:
    if len(back.phases) > 1:
        before, since = back.phases[-2:]
        yield Period(before.start, since.end), since.start, before.block, since.block
    days = Period(back.counted.frame.period.start, back.counted.frame.last)
    for around in back.visits:
        yield days, around.visit.day, around.before, around.since


def _is_one_plan(back: LookBack) -> bool:
    """Return whether it was planned as often all the time: else more often may be the plan's."""
    return len({step.often for step in back.counted.in_force}) == 1


def _help(day: date, before: Block, since: Block) -> ThanBefore | None:
    earlier, later = _middle_of_help(before), _middle_of_help(since)
    if earlier is None or later is None:
        return None
    shorts = _short(before), _short(since)
    if later[0] > earlier[1]:
        return ThanBefore(Verdict.LESS_HELP, day, *shorts)
    if later[1] < earlier[0]:
        return ThanBefore(Verdict.MORE_HELP, day, *shorts)
    return None


def _middle_of_help(block: Block) -> tuple[Decimal, Decimal] | None:
    """Return both ends of the middle level; None of other ratings, and under five."""
    low, high = ends_of(block.median if block.kind is RatingKind.HELP else None)
    return None if low is None or high is None else (low, high)


def _short(block: Block) -> InShort:
    low, high = ends_of(block.median)
    counts = tuple((level, many) for level, many in sorted((block.levels or {}).items()) if many)
    return InShort(kind=block.kind, n=block.n, low=low, high=high, counts=counts)


def _more_often(day: date, before: Block, since: Block) -> ThanBefore | None:
    """Return that it was done on more of the planned days, whatever the not written ones were."""
    if not before.planned or not since.planned or min(before.planned, since.planned) < ENOUGH:
        return None
    most_before = before.did_it + (before.not_written or 0)
    if since.did_it * before.planned <= most_before * since.planned:
        return None
    return ThanBefore(Verdict.MORE_OFTEN, day, _days(before), _days(since))


def _days(block: Block) -> InShort:
    return InShort(
        kind=RatingKind.NONE,
        n=0,
        days=block.did_it,
        planned=block.planned,
        not_written=block.not_written or 0,
    )
