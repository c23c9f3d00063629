"""What stands on paper where names are alike: whoever reads it sees no window beside it.

Papers and calendars hold names alone, also once they are kept, and are in any language. So what
tells names apart stands in the name itself: "Pause and wait (2)".
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from homejournal.domain.names.distinct_names import (
    all_distinct_routines,
    distinct_team,
    helper_names,
    name_outside,
    strategy_shown,
    with_distinct_names,
    with_numbers,
)
from homejournal.domain.names.quick_choices import plain
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.visits import Visit


def on_paper(family: Family, child: UUID) -> Family:
    """Return the family with the names that stand on a paper of one child."""
    return people_on_paper(with_distinct_names(family, child))


def people_on_paper(family: Family) -> Family:
    """Return the family with the names of children and people that stand on paper."""
    children = family.children
    named = {id_: replace(one, name=name_outside(children, id_)) for id_, one in children.items()}
    return replace(
        family,
        children=named,
        helpers=writers_on_paper(family.helpers),
        team=distinct_team(family.team),
    )


def writers_on_paper(helpers: Mapping[UUID, Helper]) -> Mapping[UUID, Helper]:
    """Return those who write, with the numbers that the window gives them."""
    names = helper_names(helpers.values())
    return with_numbers(helpers, {id_: one.number for id_, one in names.items() if one.number})


def said_alone(person: TeamMember, team: Iterable[TeamMember]) -> str:
    """Return a name for where nothing else says what the person does, unless two have the name."""
    alike = any(one != person and plain(one.name) == plain(person.name) for one in team)
    return f"{person.name} ({person.discipline})" if alike and person.discipline else person.name


def names_alone(team: Mapping[UUID, TeamMember]) -> Mapping[UUID, str]:
    """Return the names of the team for where nothing else says what the people do."""
    numbered = distinct_team(team)
    return {
        id_: numbered[id_].name if numbered[id_] != one else said_alone(one, team.values())
        for id_, one in team.items()
    }


def visitors(visit: Visit, team: Mapping[UUID, TeamMember]) -> tuple[str, ...]:
    """Return the names of those of the team who come to a visit, each told from the others."""
    names = names_alone(team)
    return tuple(names[who] for who in visit.people if who in names)


def all_names(family: Family) -> Mapping[UUID, str]:
    """Return by id the names of children, people, routines and strategies for a table of all."""
    return {
        **{id_: name_outside(family.children, id_) for id_ in family.children},
        **{id_: one.name for id_, one in writers_on_paper(family.helpers).items()},
        **{id_: one.name for id_, one in all_distinct_routines(family).items()},
        **names_alone(family.team),
        **{id_: strategy_shown(family, id_) for id_ in family.strategies},
    }


def says_the_name(words: str, name: str) -> bool:
    """Return whether words are a name once more, whatever number it has on paper."""
    said, name = words.strip().casefold(), name.strip().casefold()
    return re.fullmatch(rf"{re.escape(said)}( \(\d+\))?", name) is not None
