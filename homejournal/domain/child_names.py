"""What tells children apart whose names are alike: the birthday, else a number; also in files."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homejournal.domain.children import Child
from homejournal.domain.quick_choice import plain


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


def name_in_files(children: Mapping[UUID, Child], child: UUID) -> str:
    """Return a child's name as it stands in file names.

    Where names are equal but for case and accents, which some systems take for one, all but the
    first have a number: so no file is offered that would take another child's place.
    """
    name = children[child].name
    alike = [one for one, known in children.items() if plain(known.name) == plain(name)]
    place = alike.index(child) + 1
    return name if place == 1 else f"{name} ({place})"
