"""Records as plain fields and back: the one form for revisions, JSON, packs and plan files.

Days are `YYYY-MM-DD`, times `HH:MM`, instants ISO 8601 with offset, decimals strings, ids text.
What is not said (None, an empty list, a plain false, the default of a field that came later) is
left out. `from_fields` ignores fields it does not know; `unknown_fields` finds them, so that an
edit can pass them on.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache, lru_cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from homejournal.domain.records.kinds import KINDS, YOUNGER_KINDS
from homejournal.domain.records.record import Kind, Record, is_added
from homejournal.domain.records.revisions import FIRST_SCHEMA, SCHEMA

FILE_NAMES = {"from_day": "from"}
"""Fields whose name in files is not a name in Python."""

Fields = dict[str, Any]
Convert = Callable[[Any], Any]


def decimal_text(value: Decimal) -> str:
    """Return the one text of a number: 2.50 and 2.5 are "2.5", 1E+2 is "100", -0 is "0"."""
    return format(value.normalize() if value else Decimal(0), "f")


def instant_text(value: datetime) -> str:
    """Return an instant as ISO 8601 with the offset it was written with."""
    return value.isoformat(timespec="seconds" if not value.microsecond else "microseconds")


def utc_text(value: datetime) -> str:
    """Return an instant in UTC, to the microsecond."""
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def to_fields(record: Record) -> Fields:
    """Return a record's fields without its id, as JSON can hold them."""
    return _encode(record)


def from_fields(kind: Kind, record_id: UUID, stored: Mapping[str, Any]) -> Record:
    """Return the record that the fields tell.

    Raises InvalidValueError if a value is one that no record may hold, and KeyError, TypeError
    or ValueError if the fields are not those of the kind.
    """
    cls = KINDS[kind].cls
    return cls(id=record_id, **_decode_values(cls, stored))


def unknown_fields(kind: Kind, stored: Mapping[str, Any]) -> Fields:
    """Return the fields that this version does not know."""
    known = _names(kind)
    return {name: value for name, value in stored.items() if name not in known}


def schema_of(kind: Kind, stored: Mapping[str, Any]) -> int:
    """Return the lowest schema that can say these fields of a revision.

    Readers of the first one do not know the younger kinds. They pass on each field of a record that
    they do not know, also where they edit it; what stands inside a field they know they would lose.
    """
    later = _later_inside(kind).items()
    lost = (
        isinstance(stored.get(name), dict) and names & stored[name].keys() for name, names in later
    )
    return SCHEMA if kind in YOUNGER_KINDS or any(lost) else FIRST_SCHEMA


def says_what_came_later(kind: Kind, stored: Mapping[str, Any]) -> bool:
    """Return whether a strict reader of the first schema would refuse these fields."""
    return schema_of(kind, stored) > FIRST_SCHEMA or not later_fields(kind).isdisjoint(stored)


@cache
def later_fields(kind: Kind) -> frozenset[str]:
    """Return the fields of a kind that came later."""
    return _added_to(KINDS[kind].cls)


@cache
def _later_inside(kind: Kind) -> dict[str, frozenset[str]]:
    """Return the fields of a kind that hold others which came later, with the names of these."""
    hints = get_type_hints(KINDS[kind].cls)
    parts = ((name, part) for name, hint in hints.items() for part in (hint, *get_args(hint)))
    inside = ((name, _added_to(part)) for name, part in parts if is_dataclass(part))
    return {FILE_NAMES.get(name, name): names for name, names in inside if names}


def _added_to(cls: Any) -> frozenset[str]:
    return frozenset(
        FILE_NAMES.get(field.name, field.name) for field in fields(cls) if is_added(field)
    )


def known_fields(kind: Kind, stored: Fields) -> Fields:
    """Return the fields that this version knows; what others say may be anything."""
    known = _names(kind)
    if stored.keys() <= known:
        return stored
    return {name: value for name, value in stored.items() if name in known}


@cache
def _names(kind: Kind) -> frozenset[str]:
    return frozenset(plan.name for plan in _plans(KINDS[kind].cls))


class _FieldPlan:
    """How one field is written and read."""

    __slots__ = ("attribute", "decode", "default", "encode", "name")

    def __init__(self, field: Field[Any], hint: object) -> None:
        self.attribute = field.name
        self.name = FILE_NAMES.get(field.name, field.name)
        left_out = not field.default or is_added(field)
        self.default = field.default if left_out else MISSING
        self.encode, self.decode = _converters(hint)


_PLANS: dict[type, tuple[_FieldPlan, ...]] = {}


def _plans(cls: type[Any]) -> tuple[_FieldPlan, ...]:
    """Return how a class is written; worked out once, since every read and save asks."""
    if cls not in _PLANS:
        hints = get_type_hints(cls, include_extras=True)
        _PLANS[cls] = tuple(
            _FieldPlan(field, hints[field.name]) for field in fields(cls) if field.name != "id"
        )
    return _PLANS[cls]


def _encode(value: Any) -> Fields:
    told: Fields = {}
    for plan in _plans(type(value)):
        said = getattr(value, plan.attribute)
        if said is not None and said != plan.default:
            told[plan.name] = plan.encode(said)
    return told


def _decode_values(cls: type, stored: Mapping[str, Any]) -> Fields:
    return {
        plan.attribute: plan.decode(stored[plan.name])
        for plan in _plans(cls)
        if stored.get(plan.name) is not None
    }


def _same(value: Any) -> Any:
    return value


def _decimal(stored: str) -> Decimal:
    try:
        return Decimal(stored)
    except InvalidOperation as error:  # which is no ValueError
        raise ValueError(stored) from error


@lru_cache(maxsize=1024)
def _uuid(stored: str) -> UUID:
    """Return an id; most records name the same few strategies, people and routines."""
    return UUID(stored)


_SCALARS: dict[object, tuple[Convert, Convert]] = {
    str: (_same, _same),
    int: (_same, _same),
    bool: (_same, _same),
    Any: (_same, _same),
    UUID: (str, _uuid),
    Decimal: (decimal_text, _decimal),
    date: (date.isoformat, date.fromisoformat),
    time: (lambda value: value.isoformat(timespec="minutes"), time.fromisoformat),
    datetime: (instant_text, datetime.fromisoformat),
}


def _converters(hint: Any) -> tuple[Convert, Convert]:
    origin = get_origin(hint)
    if origin is Annotated:
        return _converters(get_args(hint)[0])
    if origin in (Union, types.UnionType):
        return _union(tuple(part for part in get_args(hint) if part is not type(None)))
    if origin is tuple:
        encode, decode = _converters(get_args(hint)[0])
        return (
            lambda values: [encode(value) for value in values],
            lambda values: tuple(decode(value) for value in values),
        )
    if origin is not None and issubclass(origin, Mapping):
        return dict, dict
    return _SCALARS.get(hint) or _composed(hint)


def _composed(hint: type) -> tuple[Convert, Convert]:
    if issubclass(hint, StrEnum):
        return str, hint
    if is_dataclass(hint):
        return _encode, lambda stored: hint(**_decode_values(hint, stored))
    raise TypeError(hint)


def _union(parts: tuple[Any, ...]) -> tuple[Convert, Convert]:
    """Tell a level, a number and tries apart by their form: integer, text, two numbers."""
    if len(parts) == 1:
        return _converters(parts[0])
    by_type = {part: _converters(part) for part in parts}
    by_form: dict[type, Convert] = {}
    for part, (_, decode) in by_type.items():
        by_form[{int: int, Decimal: str}.get(part, dict)] = decode
    return (
        lambda value: by_type[type(value)][0](value),
        lambda stored: by_form[type(stored)](stored),
    )
