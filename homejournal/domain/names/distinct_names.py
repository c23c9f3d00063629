"""What tells people and things with the same name apart: a number, for children also the birthday.

The window, paper and the command line ask here alone, so that the same strategy has the same
number wherever it stands: "Pause and wait (2)".
"""

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TypeVar
from uuid import UUID

from homejournal.domain.names.quick_choices import plain
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import Routine, Strategy
from homejournal.domain.text_rules import with_number


@dataclass(frozen=True, slots=True)
class HelperName:
    """A name, with the number that tells it from another one like it; usually there is none."""

    name: str
    number: int | None = None


def helper_names(helpers: Iterable[Helper]) -> Mapping[UUID, HelperName]:
    """Return the names by their ids; those equal but for case and accents get numbers.

    Give everybody, also who is no longer on the list, so that a number never changes its person.
    """
    listed = tuple(helpers)
    alike = Counter(_key(one.name) for one in listed)
    given: Counter[str] = Counter()
    found = {}
    for one in listed:
        key = _key(one.name)
        given[key] += 1
        found[one.id] = HelperName(one.name, given[key] if alike[key] > 1 else None)
    return found


_NUMBER = re.compile(r" \(\d+\)$")


@dataclass(frozen=True, slots=True)
class ChildName:
    """A child's name with what tells it from another one like it; usually nothing needs to."""

    name: str
    born: date | None = None
    number: int | None = None


def distinct_child_names(children: Iterable[Child]) -> Mapping[UUID, ChildName]:
    """Return the children's names by their ids.

    Names that are equal but for case and accents get the birthday; those that are alike even then
    get numbers, in the order in which the children came.
    """
    listed = tuple(children)
    alike = Counter(plain(child.name) for child in listed)
    same_day = Counter((plain(child.name), child.born) for child in listed)
    given: Counter[tuple[str, date | None]] = Counter()
    found = {}
    for child in listed:
        born, key = None, (plain(child.name), child.born)
        number = None
        if alike[key[0]] > 1:
            born = child.born
        if same_day[key] > 1:
            given[key] += 1
            number = given[key]
        found[child.id] = ChildName(child.name, born, number)
    return found


def name_outside(children: Mapping[UUID, Child], child: UUID) -> str:
    """Return a child's name as it stands on paper, in calendars and in names of files.

    Where names are equal but for case and accents, which some systems take for one, all but the
    first have a number: so no sheet is taken for that of another child, no file is offered that
    would take another one's place, and no birthday is told.
    """
    name = children[child].name
    alike = [one for one, known in children.items() if plain(known.name) == plain(name)]
    place = alike.index(child) + 1
    return name if place == 1 else with_number(name, place)


def with_surname(name: str, surname: str) -> str:
    """Return a name as it stands on paper with a surname, before its number if it has one."""
    number = _NUMBER.search(name)
    end = number.start() if number else len(name)
    return f"{name[:end]} {surname}{name[end:]}" if surname else name


Named = TypeVar("Named", Helper, TeamMember, Strategy, Routine)

_key = lru_cache(maxsize=2048)(plain)
"""Each row of a list asks for the same names."""


def with_distinct_names(family: Family, child: UUID) -> Family:
    """Return the family with numbers added to names that are alike.

    All strategies of the child count, in the order of the plan and also once they are finished, so
    that none changes its number from one day or page to the next. Names of the team are alike
    where people do the same, too: what they do stands beside most of their names. Of routines the
    child's own and those of all children count.

    Only for reading: nothing of it goes into the journal. Usually all names differ, and then it is
    the family that was given.
    """
    numbers, team = strategy_numbers(family, child), distinct_team(family.team)
    routines = distinct_routines(family.routines, child)
    if not numbers and team is family.team and routines is family.routines:
        return family
    strategies = with_numbers(family.strategies, numbers)
    return replace(family, strategies=strategies, team=team, routines=routines)


def strategy_numbers(family: Family, child: UUID) -> Mapping[UUID, int]:
    """Return the numbers of a child's strategies that are called like another one."""
    if _all_differ([_key(one.name) for one in family.strategies.values() if one.child == child]):
        return {}
    return numbers_of({one.id: _key(one.name) for one in family.strategies_of(child)})


def distinct_team(team: Mapping[UUID, TeamMember]) -> Mapping[UUID, TeamMember]:
    """Return the people of the team; those of one name who do the same have numbers."""
    who = {id_: _who(one) for id_, one in team.items()}
    return team if _all_differ(who.values()) else with_numbers(team, numbers_of(who))


def distinct_routines(
    routines: Mapping[UUID, Routine], child: UUID | None
) -> Mapping[UUID, Routine]:
    """Return the routines; a child's own and those of all children have numbers if alike.

    Without a child only those of all children are looked at.
    """
    mine = {one.id: _key(one.name) for one in routines_of(routines.values(), child)}
    return routines if _all_differ(mine.values()) else with_numbers(routines, numbers_of(mine))


def all_distinct_routines(family: Family) -> Mapping[UUID, Routine]:
    """Return each routine as it is called among those of its child.

    One of all children has the number that it has for the first child who has one called alike.
    """
    known = family.routines
    found = dict(known)
    for child in reversed([None, *dict.fromkeys(one.child for one in known.values() if one.child)]):
        found |= {
            id_: one
            for id_, one in distinct_routines(known, child).items()
            if one is not known[id_]
        }
    return found


def routines_of(routines: Iterable[Routine], child: UUID | None) -> tuple[Routine, ...]:
    """Return the routines of a child, and those of all children."""
    return tuple(one for one in routines if one.child in {None, child})


def strategy_shown(family: Family, strategy: UUID) -> str:
    """Return the name under which a strategy of the family is shown."""
    child = family.strategies[strategy].child
    return with_distinct_names(family, child).strategies[strategy].name


def numbers_of(keys: Mapping[UUID, Hashable]) -> Mapping[UUID, int]:
    """Return numbers for those whose keys are alike, in their order, and none for the others."""
    alike, given = Counter(keys.values()), Counter[Hashable]()
    found = {}
    for id_, key in keys.items():
        given[key] += 1
        if alike[key] > 1:
            found[id_] = given[key]
    return found


def with_numbers(
    records: Mapping[UUID, Named], numbers: Mapping[UUID, int]
) -> Mapping[UUID, Named]:
    """Return the records, with numbers in the names of those that have one."""
    told = {
        id_: replace(records[id_], name=with_number(records[id_].name, number))
        for id_, number in numbers.items()
    }
    return {id_: told.get(id_, one) for id_, one in records.items()}


def _all_differ(keys: Collection[Hashable]) -> bool:
    return len({*keys}) == len(keys)


def _who(person: TeamMember) -> tuple[str, str]:
    return _key(person.name), _key(person.discipline or "")
