"""Which fields of a record name another record, and of which kind; read off the annotations."""

from dataclasses import fields
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from homejournal.domain.kinds import KINDS
from homejournal.domain.record import Kind, Record


class Reference(NamedTuple):
    """One field that names records of a kind; `many` where it is a list."""

    field: str
    kind: Kind
    many: bool


def _kind_in(hint: Any) -> Kind | None:
    if get_origin(hint) is Annotated:
        return next((part for part in hint.__metadata__ if isinstance(part, Kind)), None)
    found = (_kind_in(part) for part in get_args(hint))
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
