"""Which fields of a record name another record, and of which kind; read off the annotations."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from types import MappingProxyType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints
from uuid import UUID

from homejournal.domain.records.kinds import KINDS, kind_of
from homejournal.domain.records.record import Kind, Record


class Reference(NamedTuple):
    """One field that names records of a kind; `many` where it is a list.

    With `part` it is a list of what has parts, and that part of each names the record.
    """

    field: str
    kind: Kind
    many: bool
    part: str = ""


def _kind_in(hint: object) -> Kind | None:
    """Return the kind that an annotation names; it may stand in a list or beside None."""
    found = (part if isinstance(part, Kind) else _kind_in(part) for part in get_args(hint))
    return next((kind for kind in found if kind), None)


def _references(cls: type[Any]) -> Iterator[Reference]:
    hints = get_type_hints(cls, include_extras=True)
    for name in (field.name for field in fields(cls)):
        hint = hints[name]
        many = get_origin(hint) is tuple
        if kind := _kind_in(hint):
            yield Reference(name, kind, many)
        elif many and is_dataclass(held := get_args(hint)[0]):
            inner = _references(held)  # type: ignore[arg-type]  # a class, as every hint
            yield from (Reference(name, one.kind, many, one.field) for one in inner)


REFERENCES: MappingProxyType[Kind, tuple[Reference, ...]] = MappingProxyType(
    {kind: tuple(_references(entry.cls)) for kind, entry in KINDS.items()}
)
"""The references of each kind, in the order of its fields."""


def is_of_one_child(kind: Kind) -> bool:
    """Return whether each record of a kind names the child that it is of."""
    needed = (field.name for field in fields(KINDS[kind].cls) if field.default is MISSING)
    return "child" in needed


def references_of(record: Record) -> Iterator[tuple[Kind, UUID]]:
    """Yield the kind and id of every record that a record names."""
    for field, kind, many, part in REFERENCES[kind_of(record)]:
        named = getattr(record, field)
        for one in named if many else (named,):
            id_ = getattr(one, part) if part else one
            if id_ is not None:
                yield kind, id_
