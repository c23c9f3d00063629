"""What stands on paper where names are alike: whoever reads it sees no window beside it.

Papers and calendars hold names alone, also once they are kept, and are in any language. So what
tells names apart stands in the name itself: "Pause and wait (2)".
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from homejournal.domain.child_names import name_outside
from homejournal.domain.family import Family
from homejournal.domain.helper_names import helper_names
from homejournal.domain.people import Helper, TeamMember
from homejournal.domain.quick_choice import plain
from homejournal.domain.told_apart import Named, numbers_of, team_apart, told_apart, with_numbers


def on_paper(family: Family, child: UUID) -> Family:
    """Return the family with the names that stand on a paper of one child."""
    return people_on_paper(told_apart(family, child))


def people_on_paper(family: Family) -> Family:
    """Return the family with the names of children and people that stand on paper."""
    children = family.children
    named = {id_: replace(one, name=name_outside(children, id_)) for id_, one in children.items()}
    return replace(
        family,
        children=named,
        helpers=writers_on_paper(family.helpers),
        team=team_apart(family.team),
    )


def writers_on_paper(helpers: Mapping[UUID, Helper]) -> Mapping[UUID, Helper]:
    """Return those who write, with the numbers that the window gives them."""
    names = helper_names(helpers.values())
    return with_numbers(helpers, {id_: one.number for id_, one in names.items() if one.number})


def said_alone(person: TeamMember, team: Iterable[TeamMember]) -> str:
    """Return a name for where nothing else says what the person does, unless two have the name."""
    alike = any(one != person and plain(one.name) == plain(person.name) for one in team)
    return f"{person.name} ({person.discipline})" if alike and person.discipline else person.name


def numbered(records: Iterable[Named]) -> tuple[Named, ...]:
    """Return records that stand together in one list; those of one name have numbers in it."""
    listed = {one.id: one for one in records}
    numbers = numbers_of({id_: plain(one.name) for id_, one in listed.items()})
    return tuple(with_numbers(listed, numbers).values())


def says_the_name(words: str, name: str) -> bool:
    """Return whether words are a name once more, whatever number it has on paper."""
    said, name = words.strip().casefold(), name.strip().casefold()
    return re.fullmatch(rf"{re.escape(said)}( \(\d+\))?", name) is not None
