"""What tells people who write apart whose names are alike: a number, in the order they came."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from uuid import UUID

from homejournal.domain.family import Family
from homejournal.domain.people import Helper
from homejournal.domain.quick_choice import plain

_key = lru_cache(maxsize=2048)(plain)
"""Lists of people are made often, and five hundred names are the same each time."""


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


def on_paper(family: Family) -> Family:
    """Return the family with the names that stand on paper."""
    return replace(family, helpers=told_apart(family.helpers))


def told_apart(helpers: Mapping[UUID, Helper]) -> Mapping[UUID, Helper]:
    """Return the same people, those of one name with their numbers in it: "Ana (2)".

    A page that leaves holds names alone, also when it is kept, and is in any language.
    """
    names = helper_names(helpers.values())
    alike = {id_: one for id_, one in names.items() if one.number is not None}
    numbered = {
        id_: replace(helpers[id_], name=f"{one.name} ({one.number})") for id_, one in alike.items()
    }
    return {**helpers, **numbered}
