"""The one written form of ids, times, instants and decimals, and the number of a file's form.

A time of day has no seconds, an instant has an offset, a decimal has no exponent, at most 15
digits before its point and 12 after it. So what was read can be written without a difference;
pydantic alone would take more.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from datetime import time as time_of_day
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, get_args, get_type_hints

from homejournal.domain.errors import Fault, FaultKind
from homejournal.domain.records.codec import FILE_NAMES
from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import FIRST_SCHEMA, NEEDS, SCHEMA, version_in
from homejournal.exchange.json.json_text import fault, place_inside

NUMBERS = range(FIRST_SCHEMA, SCHEMA + 1)
NEEDS_FIELD = "needs"


def form_fields(*, says_more: bool) -> dict[str, Any]:
    """Return what the top of a file says of its form: the lowest number that can say what it holds.

    What only a younger homejournal reads names the first one that does.
    """
    if not says_more:
        return {"schema": FIRST_SCHEMA}
    return {"schema": SCHEMA, NEEDS_FIELD: NEEDS}


def form_fault(told: Mapping[str, Any]) -> Fault | None:
    """Return what is wrong with the number; of a newer form the homejournal that it names."""
    schema = told.get("schema")
    if type(schema) is not int or schema < FIRST_SCHEMA:
        return fault("schema", FaultKind.UNKNOWN_SCHEMA, "" if schema is None else schema)
    if schema > SCHEMA:
        return fault("schema", FaultKind.NEWER_SCHEMA, version_in(told.get(NEEDS_FIELD)))
    if not isinstance(told.get(NEEDS_FIELD) or "", str):
        return fault(NEEDS_FIELD, FaultKind.NOT_TEXT)
    return None


ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
TIME = re.compile("[0-9]{2}:[0-9]{2}")
INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{5,8}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})"
)
DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,12})?")

_FORMS: dict[object, tuple[re.Pattern[str], FaultKind]] = {
    time_of_day: (TIME, FaultKind.NOT_A_TIME),
    datetime: (INSTANT, FaultKind.NOT_AN_INSTANT),
    Decimal: (DECIMAL, FaultKind.NOT_A_DECIMAL),
}


def check_forms(kind: Kind, place: str, stored: dict[str, Any]) -> Iterator[Fault]:
    """Yield a fault for each text of a record that is not in its one form."""
    for name, (form, what) in _forms_of(kind).items():
        said = stored.get(name)
        if isinstance(said, str) and not form.fullmatch(said):
            yield fault(place_inside(place, name), what, said)
    aim = _inner(_inner(stored, "rating"), "aim")
    for name in aim.keys() & {"low", "high"}:
        if isinstance(aim[name], str) and not DECIMAL.fullmatch(aim[name]):
            here = place_inside(place_inside(place_inside(place, "rating"), "aim"), name)
            yield fault(here, FaultKind.NOT_A_DECIMAL, aim[name])


def with_decimals_as_text(stored: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a practice with a whole number as text where the rating is a number.

    A whole number is exact in every program, so a count of 3 may be written as 3 or as "3".
    """
    rating = stored.get("rating")
    if type(rating) is int and stored.get("rating_kind") == RatingKind.NUMBER:
        return {**stored, "rating": str(rating)}
    return stored


def is_instant(value: object) -> bool:
    """Return whether the value is the text of an instant with its offset."""
    if not (isinstance(value, str) and INSTANT.fullmatch(value)):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _inner(stored: dict[str, Any], name: str) -> dict[str, Any]:
    found = stored.get(name)
    return found if isinstance(found, dict) else {}


@cache
def _forms_of(kind: Kind) -> dict[str, tuple[re.Pattern[str], FaultKind]]:
    cls = KINDS[kind].cls
    hints = get_type_hints(cls)
    found = {}
    for field in fields(cls):
        form = next((_FORMS[part] for part in _parts(hints[field.name]) if part in _FORMS), None)
        if form:
            found[FILE_NAMES.get(field.name, field.name)] = form
    return found


def _parts(hint: object) -> tuple[Any, ...]:
    return get_args(hint) if isinstance(hint, UnionType) else (hint,)
