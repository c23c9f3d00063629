"""Ids of what a table from before brings: they follow from its words, so that it comes once."""

from collections import Counter
from collections.abc import Iterable
from uuid import UUID, uuid5

from homejournal.domain.records.record import Kind

_NAMES = UUID("5d1f2c5e-9a55-4b53-8f6e-2f0f5b0a7c11")


def helper_id(name: str) -> UUID:
    """Return the id of somebody whom a table names, folded."""
    return uuid5(_NAMES, f"helper {name}")


class RowIds:
    """Makes the ids of what one row tells.

    Each kind counts by itself: a row that is read in another way brings something else.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = "\x1f".join(words)
        self._made: Counter[Kind] = Counter()

    def next(self, kind: Kind) -> UUID:
        """Return the next id for a kind of record."""
        self._made[kind] += 1
        of_kind = "" if kind is Kind.PRACTICE else kind
        return uuid5(_NAMES, f"{self._words}\x1f{of_kind}{self._made[kind]}")
