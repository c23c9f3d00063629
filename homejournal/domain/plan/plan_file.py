"""A plan as somebody hands it over: strategies and their steps, told of no child and no visit."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from homejournal.domain.records.family import Family
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import Outcome, PlanStep, Routine, Strategy
from homejournal.domain.records.record import Kind, Record

PLAN_KINDS = (Kind.TEAM_MEMBER, Kind.OUTCOME, Kind.ROUTINE, Kind.STRATEGY, Kind.PLAN_STEP)
"""What a plan file holds, in the order of its lists."""

NOBODY = UUID(int=0)
"""Stands for the child of a plan that is read before the family says whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFile:
    """The records of a plan in the order of `PLAN_KINDS`; `name` is what the file calls itself."""

    name: str
    records: tuple[Record, ...] = ()


def file_for(file: PlanFile, child: UUID) -> PlanFile:
    """Return the file as the plan of this child; routines stay the whole family's."""
    own = tuple(
        replace(one, child=child) if isinstance(one, Outcome | Strategy) else one
        for one in file.records
    )
    return replace(file, records=own)


def plan_of(family: Family, strategies: Collection[UUID], name: str) -> PlanFile:
    """Return the plan of some strategies, with what it names and nothing else.

    Visits stay at home, and so do the ways to reach people: they are others' own.
    """
    chosen = [
        replace(one, example=False) for one in family.strategies.values() if one.id in strategies
    ]
    steps = [replace(step, visit=None) for one in chosen for step in family.steps.get(one.id, ())]
    return PlanFile(
        name=name,
        records=(
            *_people(family, chosen),
            *_outcomes(family, chosen),
            *_routines(family, steps),
            *chosen,
            *steps,
        ),
    )


def _people(family: Family, chosen: Sequence[Strategy]) -> Iterator[TeamMember]:
    named = {one.suggested_by for one in chosen}
    for person in family.team.values():
        if person.id in named:
            yield TeamMember(
                id=person.id, name=person.name, discipline=person.discipline, role=person.role
            )


def _outcomes(family: Family, chosen: Sequence[Strategy]) -> Iterator[Outcome]:
    named = {one.outcome for one in chosen}
    return (one for one in family.outcomes.values() if one.id in named)


def _routines(family: Family, steps: Sequence[PlanStep]) -> Iterator[Routine]:
    named = {routine for step in steps for routine in step.routines}
    found = (one for one in family.routines.values() if one.id in named)
    return (replace(one, child=None) for one in found)
