"""The one plain sentence of a strategy: most days, and whether less help than before.

A verdict stands only between two stretches that are each told with five or more of the same kind,
and whose middles, or ranges of days, do not touch; otherwise nobody says that anything changed, nor
that nothing did. What is said has both sides with their numbers.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from homejournal.domain.days.ratings import ENOUGH
from homejournal.domain.days.strategy_numbers import Block
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.sentences.headlines import ends_of
from homejournal.domain.sentences.values import InShort, MostDays, Single, ThanBefore, Verdict

Sides = tuple[date, Block, Block]
"""The first day of the later side, and what stands before it and since."""


def plain_summary(back: LookBack) -> tuple[Single, ...]:
    """Return what can be said plainly of a strategy; nothing where only numbers tell.

    Help is compared before anything else, at the newest change of the plan and then at the newest
    visits.
    """
    told: list[Single] = [MostDays()] if _is_most_days(back.numbers.total) else []
    sides = [*_sides(back)]
    found = next(filter(None, map(_help, sides)), None)
    if found is None and _is_one_plan(back):
        found = next(filter(None, map(_more_often, sides)), None)
    return (*told, found) if found else tuple(told)


def _is_most_days(total: Block) -> bool:
    return total.planned is not None and 2 * total.did_it > total.planned


def _sides(back: LookBack) -> Iterator[Sides]:
    if len(back.phases) > 1:
        before, since = back.phases[-2:]
        yield since.start, before.block, since.block
    for around in back.visits:
        yield around.visit.day, around.before, around.since


def _is_one_plan(back: LookBack) -> bool:
    """Return whether it was planned as often all the time: else more often may be the plan's."""
    return len({step.often for step in back.counted.in_force}) == 1


def _help(sides: Sides) -> ThanBefore | None:
    day, *blocks = sides
    before, since = (_middle_of_help(block) for block in blocks)
    if before is None or since is None:
        return None
    shorts = [_short(block) for block in blocks]
    if since[0] > before[1]:
        return ThanBefore(Verdict.LESS_HELP, day, *shorts)
    if since[1] < before[0]:
        return ThanBefore(Verdict.MORE_HELP, day, *shorts)
    return None


def _middle_of_help(block: Block) -> tuple[Decimal, Decimal] | None:
    """Return both ends of the middle level; None of other ratings, and under five."""
    low, high = ends_of(block.median if block.kind is RatingKind.HELP else None)
    return None if low is None or high is None else (low, high)


def _short(block: Block) -> InShort:
    low, high = ends_of(block.median)
    return InShort(kind=block.kind, n=block.n, low=low, high=high)


def _more_often(sides: Sides) -> ThanBefore | None:
    """Return that it was done on more of the planned days, whatever the not written ones were."""
    day, before, since = sides
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
