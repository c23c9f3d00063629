"""What stands on paper where names are alike: whoever reads it sees no window beside it.

Papers and calendars hold names alone, also once they are kept, and are in any language. So what
tells names apart stands in the name itself: "Pause and wait (2)".
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from homejournal.domain.child_names import name_outside
from homejournal.domain.family import Family
from homejournal.domain.helper_names import helper_names
from homejournal.domain.look_back import StrategyWritten
from homejournal.domain.numbers import Period
from homejournal.domain.people import Helper, TeamMember
from homejournal.domain.plan import PlanStep, Routine, Strategy
from homejournal.domain.plan_days import STANDING_STILL, steps_in_force
from homejournal.domain.quick_choice import plain
from homejournal.domain.text import with_number

Named = TypeVar("Named", Helper, TeamMember, Strategy, Routine)


def on_paper(family: Family, child: UUID, period: Period) -> Family:
    """Return the family with the names that stand on a paper of one child and some days.

    Strategies have numbers only where two of them are planned in these days: one that ended before
    is not on the paper.
    """
    planned = {
        one.id: plain(one.name)
        for one in family.strategies_of(child)
        if _is_planned_in(family.steps.get(one.id, ()), period)
    }
    return replace(
        people_on_paper(family),
        strategies=_numbered(family.strategies, _numbers(planned)),
    )


def people_on_paper(family: Family) -> Family:
    """Return the family with the names of children and people that stand on paper."""
    children = family.children
    named = {id_: replace(one, name=name_outside(children, id_)) for id_, one in children.items()}
    # What people of the team do stands beside most of their names.
    team = {id_: (plain(one.name), plain(one.discipline or "")) for id_, one in family.team.items()}
    return replace(
        family,
        children=named,
        helpers=writers_on_paper(family.helpers),
        team=_numbered(family.team, _numbers(team)),
    )


def writers_on_paper(helpers: Mapping[UUID, Helper]) -> Mapping[UUID, Helper]:
    """Return those who write, with the numbers that the window gives them."""
    names = helper_names(helpers.values())
    return _numbered(helpers, {id_: one.number for id_, one in names.items() if one.number})


def written_as_on_paper(written: StrategyWritten, family: Family) -> StrategyWritten:
    """Return what was written of a strategy, under the name that it has on this paper."""
    strategy = family.strategies.get(written.strategy.id, written.strategy)
    firsts = tuple(replace(one, strategy=strategy.name) for one in written.firsts)
    return replace(written, strategy=strategy, firsts=firsts)


def said_alone(person: TeamMember, team: Iterable[TeamMember]) -> str:
    """Return a name for where nothing else says what the person does, unless two have the name."""
    alike = any(one != person and plain(one.name) == plain(person.name) for one in team)
    return f"{person.name} ({person.discipline})" if alike and person.discipline else person.name


def numbered(records: Iterable[Named]) -> tuple[Named, ...]:
    """Return records that stand together in one list; those of one name have numbers in it."""
    listed = {one.id: one for one in records}
    numbers = _numbers({id_: plain(one.name) for id_, one in listed.items()})
    return tuple(_numbered(listed, numbers).values())


def says_the_name(words: str, name: str) -> bool:
    """Return whether words are a name once more, whatever number it has on paper."""
    said, name = words.strip().casefold(), name.strip().casefold()
    return re.fullmatch(rf"{re.escape(said)}( \(\d+\))?", name) is not None


def _is_planned_in(steps: Iterable[PlanStep], period: Period) -> bool:
    return any(
        step.start <= period.end
        and (step.end is None or period.start <= step.end)
        and step.step.step not in STANDING_STILL
        for step in steps_in_force(steps)
    )


def _numbers(keys: Mapping[UUID, Hashable]) -> Mapping[UUID, int]:
    """Return numbers for those whose keys are alike, in their order, and none for the others."""
    alike, given = Counter(keys.values()), Counter[Hashable]()
    found = {}
    for id_, key in keys.items():
        given[key] += 1
        if alike[key] > 1:
            found[id_] = given[key]
    return found


def _numbered(records: Mapping[UUID, Named], numbers: Mapping[UUID, int]) -> Mapping[UUID, Named]:
    told = {
        id_: replace(records[id_], name=with_number(records[id_].name, number))
        for id_, number in numbers.items()
    }
    return {id_: told.get(id_, one) for id_, one in records.items()}
