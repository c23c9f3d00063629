"""Which fields of a record name another record, and of which kind; read off the annotations."""

from collections.abc import Iterator
from dataclasses import fields
from types import MappingProxyType
from typing import NamedTuple, get_args, get_origin, get_type_hints
from uuid import UUID

from homejournal.domain.kinds import KINDS, kind_of
from homejournal.domain.record import Kind, Record


class Reference(NamedTuple):
    """One field that names records of a kind; `many` where it is a list."""

    field: str
    kind: Kind
    many: bool


def _kind_in(hint: object) -> Kind | None:
    """Return the kind that an annotation names; it may stand in a list or beside None."""
    found = (part if isinstance(part, Kind) else _kind_in(part) for part in get_args(hint))
    return next((kind for kind in found if kind), None)


def _references(cls: type[Record]) -> tuple[Reference, ...]:
    hints = get_type_hints(cls, include_extras=True)
    return tuple(
        Reference(field.name, kind, get_origin(hints[field.name]) is tuple)
        for field in fields(cls)
        if (kind := _kind_in(hints[field.name]))
    )


REFERENCES: MappingProxyType[Kind, tuple[Reference, ...]] = MappingProxyType(
    {kind: _references(entry.cls) for kind, entry in KINDS.items()}
)
"""The references of each kind, in the order of its fields."""


def references_of(record: Record) -> Iterator[tuple[Kind, UUID]]:
    """Yield the kind and id of every record that a record names."""
    for field, kind, many in REFERENCES[kind_of(record)]:
        named = getattr(record, field)
        for id_ in named if many else (named,):
            if id_ is not None:
                yield kind, id_
