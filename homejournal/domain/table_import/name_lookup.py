"""Who is meant by the names in a table that a family kept before."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import Strategy
from homejournal.domain.text_rules import folded

N = TypeVar("N", Strategy, Helper)


def by_name(records: Iterable[N], shown: Mapping[UUID, N]) -> Mapping[str, Sequence[N]]:
    """Return who has each name, as it was given and as it is shown: "Wait" and "Wait (2)"."""
    found: dict[str, list[N]] = {}
    for one in records:
        for name in {folded(one.name), folded(shown[one.id].name)}:
            found.setdefault(name, []).append(one)
    return found
