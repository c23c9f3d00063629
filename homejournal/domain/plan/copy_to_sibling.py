"""A strategy for a brother or sister: twins often share a plan, but not a pace."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from uuid import UUID, uuid5

from homejournal.domain.plan.plan_page import StrategyInPlan
from homejournal.domain.records.family import Family, active_children
from homejournal.domain.records.plan import PlanStep, Routine, StepKind
from homejournal.domain.records.record import Record


def brothers_and_sisters(family: Family, child: UUID) -> tuple[UUID, ...]:
    """Return the other children of the family whose journal is not put away."""
    return tuple(one.id for one in active_children(family) if one.id != child)


def names_child(shown: StrategyInPlan, name: str) -> bool:
    """Return whether the words of a strategy name a child, whom a copy would name, too."""
    words = (shown.strategy.name, *(part for part in shown.words[:5] if part))
    return any(name.casefold() in said.casefold() for said in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCopy:
    """What a copy is made of: the strategy as it stands, for whom, and from which day on."""

    shown: StrategyInPlan
    child: UUID
    day: date
    new_id: UUID


def copied(family: Family, asked: PlanCopy) -> tuple[Record, ...]:
    """Return the child's own strategy, begun on a day, with what is done and how often now.

    Who suggested it is kept. What was written before, earlier steps, the visit and the outcome
    stay with the first child. Routines of one child alone are found by their names, or made anew.
    """
    ids = (uuid5(asked.new_id, str(place)) for place in count())
    shown = asked.shown
    strategy = replace(shown.strategy, id=asked.new_id, child=asked.child, outcome=None)
    before = [family.routines.get(one.id, one) for one in shown.routines]  # without numbers
    made, named = _routines(family, before, asked.child, ids)
    step = PlanStep(
        id=next(ids),
        strategy=strategy.id,
        from_day=asked.day,
        step=StepKind.START,
        what=shown.words.what,
        how=shown.words.how,
        when_where_who=shown.words.when_where_who,
        why=shown.words.why,
        how_we_know=shown.words.how_we_know,
        routines=named,
        often=shown.often,
        rating=shown.rating,
    )
    return (*made, strategy, step)


def _routines(
    family: Family, routines: Iterable[Routine], child: UUID, ids: Iterator[UUID]
) -> tuple[list[Routine], tuple[UUID, ...]]:
    known = {
        one.name.casefold(): one.id
        for one in family.routines.values()
        if one.child in {None, child}
    }
    made: list[Routine] = []
    named: list[UUID] = []
    for routine in routines:
        found = routine.id if routine.child is None else known.get(routine.name.casefold())
        if found is None:
            new = Routine(id=next(ids), name=routine.name, child=child)
            made.append(new)
            found = new.id
        named.append(found)
    return made, tuple(named)
