"""What tells people who write apart whose names are alike: a number, in the order they came."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from homejournal.domain.names.quick_choices import plain
from homejournal.domain.records.people import Helper

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
