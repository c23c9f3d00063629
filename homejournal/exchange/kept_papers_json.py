"""What was handed over as JSON and back: the form in which pages and packs are kept.

Every value names its fields; a sentence or a chart also says which one it is ("is": "did_it_on").
Days are ISO text and decimals strings, as in all the files of a journal. What former versions kept
is read on; a field that was `added` later is told only where it says something, so that they read
that, too.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import InvalidValueError, JournalError, Reason
from homejournal.domain.looking_back import chart_series
from homejournal.domain.looking_back.chart_series import BarSeries
from homejournal.domain.packs.pack import Pack
from homejournal.domain.records.codec import decimal_text
from homejournal.domain.records.record import is_added
from homejournal.domain.sentences import values as sentences
from homejournal.domain.visit_page.page import VisitPage


def page_to_dict(page: VisitPage) -> dict[str, Any]:
    """Return the page as JSON can hold it."""
    return value_to_dict(page)


def page_from_dict(stored: Mapping[str, Any]) -> VisitPage:
    """Return the page that was stored.

    Raises InvalidValueError if the fields are not those of a page.
    """
    return value_from_dict(VisitPage, stored, "page")


def pack_to_dict(pack: Pack) -> dict[str, Any]:
    """Return the pack as JSON can hold it."""
    return value_to_dict(pack)


def pack_from_dict(stored: Mapping[str, Any]) -> Pack:
    """Return the pack that was stored.

    Raises InvalidValueError if the fields are not those of a pack.
    """
    return value_from_dict(Pack, stored, "pack")


TAG = "is"
V = TypeVar("V")
Stored = Any
"""What JSON gives: any of its forms until it is read."""
_TOLD_APART: tuple[type, ...] = (
    *get_args(sentences.Single),
    sentences.Joined,
    *get_args(chart_series.Chart),
)
_PLAIN = (str, int, bool)


def value_to_dict(value: object) -> dict[str, Any]:
    """Return a value with fields as JSON can hold it."""
    return cast("dict[str, Any]", _told(value))


def value_from_dict(cls: type[V], stored: Mapping[str, Any], field: str) -> V:
    """Return the value of a class that was stored.

    Raises InvalidValueError, naming `field`, where the fields are not those of the class.
    """
    try:
        return cast("V", _read(cls, stored))
    except JournalError:
        raise
    except (KeyError, TypeError, ValueError, ArithmeticError) as wrong:
        raise InvalidValueError(field, Reason.DOES_NOT_FIT) from wrong


def _told(value: object) -> object:
    for cls, tell in _TELL:
        if isinstance(value, cls):
            return tell(value)
    return _told_fields(value) if is_dataclass(value) else value


_TELL: tuple[tuple[type, Callable[[Stored], object]], ...] = (
    (Period, lambda period: {"from": period.start.isoformat(), "to": period.end.isoformat()}),
    (tuple, lambda values: [_told(one) for one in values]),
    (Decimal, decimal_text),
    (date, date.isoformat),
    (UUID, str),
    (Enum, lambda choice: choice.value),
)


def _told_fields(value: Stored) -> dict[str, object]:
    cls = type(value)
    told: dict[str, object] = {TAG: _TAGS[cls]} if cls in _TAGS else {}
    return told | {
        field.name: _told(said)
        for field in _kept(cls)
        if (said := getattr(value, field.name)) != field.default or not is_added(field)
    }


def _kept(cls: type) -> list[Field[Any]]:
    """Return the fields that belong to what a value says: those by which two of them differ."""
    return [field for field in fields(cls) if field.compare]


def _tag(cls: type) -> str:
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in cls.__name__)[1:]


_TAGS = {cls: _tag(cls) for cls in _TOLD_APART}
_TAGGED = {tag: cls for cls, tag in _TAGS.items()}


def _read(hint: Stored, stored: Stored) -> object:
    """Return the value of a type that the stored form tells."""
    origin: object = get_origin(hint)
    if origin in {Union, types.UnionType}:
        return _read_one_of(get_args(hint), stored)
    if origin is tuple:
        return _read_tuple(get_args(hint), stored)
    if hint is Period:
        return Period(date.fromisoformat(stored["from"]), date.fromisoformat(stored["to"]))
    if is_dataclass(hint):
        return _read_fields(cast("type", hint), stored)
    return _read_plain(hint, stored)


def _read_plain(hint: type, stored: Stored) -> object:
    if hint in _PLAIN:
        if type(stored) is not hint:
            raise TypeError(hint)
        return stored
    if type(stored) is not str:
        raise TypeError(hint)
    read: Callable[[str], object] = date.fromisoformat if hint is date else hint
    return read(stored)


def _read_tuple(hints: tuple[Any, ...], stored: Stored) -> tuple[object, ...]:
    if not isinstance(stored, list):
        raise TypeError(hints)
    if hints[-1] is Ellipsis:
        return tuple(_read(hints[0], one) for one in stored)
    return tuple(_read(hint, one) for hint, one in zip(hints, stored, strict=True))


def _read_one_of(hints: tuple[Any, ...], stored: Stored) -> object:
    if stored is None and type(None) in hints:
        return None
    if isinstance(stored, Mapping) and TAG in stored:
        cls = _TAGGED[stored[TAG]]
        if cls not in hints:
            raise TypeError(cls)
        return _read_fields(cls, stored)
    possible = [one for one in hints if one is not type(None)]
    (hint,) = possible if len(possible) == 1 else filter(partial(_fits, stored), possible)
    return _read(hint, stored)


def _fits(stored: Stored, hint: Stored) -> bool:
    """Whether a stored form is that of a level, of a pair of levels, or of a decimal."""
    origin: object = get_origin(hint)
    if origin is tuple:
        return isinstance(stored, list)
    return type(stored) is (hint if hint in _PLAIN else str)


def _read_fields(cls: type, stored: Stored) -> object:
    known = {field.name: _hints(cls)[field.name] for field in _kept(cls)}
    stored = _as_now(cls, stored)
    if not isinstance(stored, Mapping) or not set(stored) <= {*known, TAG}:
        raise TypeError(cls)
    values = {name: _read(known[name], stored[name]) for name in known if name in stored}
    if any(_needed(field) and field.name not in values for field in fields(cls)):
        raise KeyError(cls)
    return cls(**values)


def _needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


_GONE = frozenset({"small_charts", "captions"})


def _as_now(cls: type, stored: Stored) -> Stored:
    """Return what was kept as it is told now.

    A page could have smaller charts. A chart of version 0.1 had only weeks, and days of life.
    """
    if cls is VisitPage and isinstance(stored, Mapping):
        return {name: value for name, value in stored.items() if name not in _GONE}
    if cls is not BarSeries or not isinstance(stored, Mapping) or "weeks" not in stored:
        return stored
    told = {name: value for name, value in stored.items() if name not in {"weeks", "life"}}
    life = [{"start": day, "end": day} for day in stored.get("life", [])]
    return {**told, "bars": stored["weeks"], "life": life}
