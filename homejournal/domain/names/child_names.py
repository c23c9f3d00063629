"""What tells children apart whose names are alike: the birthday, else a number; also in files."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homejournal.domain.names.quick_choices import plain
from homejournal.domain.records.children import Child
from homejournal.domain.text_rules import with_number

_NUMBER = re.compile(r" \(\d+\)$")


@dataclass(frozen=True, slots=True)
class ChildName:
    """A child's name with what tells it from another one like it; usually nothing needs to."""

    name: str
    born: date | None = None
    number: int | None = None


def names_apart(children: Iterable[Child]) -> Mapping[UUID, ChildName]:
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
