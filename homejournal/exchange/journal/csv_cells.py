"""The values of a journal's JSON as the cells of a table, and back without a difference.

Text, days, ids and decimals stand as they are; yes and no, whole numbers, lists and what has parts
stand as JSON. Which of both a column holds follows from the field, never from the cell.
"""

import json
from dataclasses import fields
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from homejournal.domain.limits import read_json
from homejournal.domain.records.codec import FILE_NAMES
from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Kind
from homejournal.exchange.json.json_text import Json
from homejournal.exchange.tables.table_csv import as_written, harmless

_TEXTS = (str, StrEnum, date, time, datetime, UUID, Decimal)
_RATING, _RATING_KIND = "rating", "rating_kind"


@cache
def columns_of(kind: Kind) -> tuple[str, ...]:
    """Return the fields of a kind as columns: its id first, the envelope of its revision last."""
    named = (FILE_NAMES.get(field.name, field.name) for field in fields(KINDS[kind].cls))
    return ("id", *(name for name in named if name != "id"), "rev")


def cell_of(kind: Kind, name: str, value: Json) -> str:
    """Return the cell of one field; what is not said is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, str) and (_is_text(kind, name) or name == _RATING):
        return harmless(value)
    return harmless(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def record_of(kind: Kind, cells: dict[str, str]) -> dict[str, Json]:
    """Return the fields that a row tells; a cell that is no JSON stays text, for the border."""
    said = {name: as_written(cell) for name, cell in cells.items() if cell != ""}
    is_number = said.get(_RATING_KIND) == RatingKind.NUMBER
    return {
        name: cell if _is_text(kind, name) or (name == _RATING and is_number) else _value_of(cell)
        for name, cell in said.items()
    }


def _value_of(cell: str) -> Json:
    try:
        return read_json(cell)
    except ValueError:
        return cell


def _is_text(kind: Kind, name: str) -> bool:
    return name in _text_columns(kind)


@cache
def _text_columns(kind: Kind) -> frozenset[str]:
    hints = get_type_hints(KINDS[kind].cls, include_extras=True)
    return frozenset(
        FILE_NAMES.get(name, name) for name, hint in hints.items() if _tells_text(hint)
    )


def _tells_text(hint: Any) -> bool:  # noqa: ANN401 - any hint of a field
    origin = get_origin(hint)
    if origin is Annotated:
        return _tells_text(get_args(hint)[0])
    if origin in (Union, UnionType):
        return all(_tells_text(part) for part in get_args(hint) if part is not type(None))
    return isinstance(hint, type) and issubclass(hint, _TEXTS)
