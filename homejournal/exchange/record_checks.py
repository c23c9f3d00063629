"""The border: plain values of one list -> records, and every fault of them at its place.

pydantic checks the very dataclasses of the domain, in strict mode, so there is no second model.
It is imported when the first file comes in, since the window starts without it.

Ids, times, instants and decimals have one written form each. A time of day has no seconds, an
instant has an offset, a decimal has no exponent, at most 15 digits before its point and 12 after
it. So what was read can be written without a difference; pydantic alone would take more.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from datetime import time as time_of_day
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, cast, get_args, get_type_hints

from homejournal.domain.errors import Fault, FaultKind, InvalidValueError, Reason
from homejournal.domain.records.codec import FILE_NAMES
from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.revisions import FIRST_SCHEMA, NEEDS, SCHEMA, version_in
from homejournal.exchange.json_text import Json, fault, place_inside

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails


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


Placed = tuple[str, dict[str, Any]]
"""Where some fields stand in the file, and the fields."""

_PYTHON_NAMES = {name: attribute for attribute, name in FILE_NAMES.items()}

_WHAT = {
    "missing": FaultKind.MISSING_FIELD,
    "unexpected_keyword_argument": FaultKind.UNKNOWN_FIELD,
    "extra_forbidden": FaultKind.UNKNOWN_FIELD,
    "string_type": FaultKind.NOT_TEXT,
    "int_type": FaultKind.NOT_WHOLE_NUMBER,
    "bool_type": FaultKind.NOT_YES_NO,
    "tuple_type": FaultKind.NOT_A_LIST,
    "dict_type": FaultKind.NOT_AN_OBJECT,
    "mapping_type": FaultKind.NOT_AN_OBJECT,
    "dataclass_type": FaultKind.NOT_AN_OBJECT,
    "date_type": FaultKind.NOT_A_DAY,
    "date_parsing": FaultKind.NOT_A_DAY,
    "time_type": FaultKind.NOT_A_TIME,
    "time_parsing": FaultKind.NOT_A_TIME,
    "datetime_type": FaultKind.NOT_AN_INSTANT,
    "datetime_parsing": FaultKind.NOT_AN_INSTANT,
    "datetime_object_invalid": FaultKind.NOT_AN_INSTANT,
    "timezone_aware": FaultKind.NOT_AN_INSTANT,
    "decimal_type": FaultKind.NOT_A_DECIMAL,
    "decimal_parsing": FaultKind.NOT_A_DECIMAL,
    "finite_number": FaultKind.NOT_A_NUMBER,
    "uuid_type": FaultKind.NOT_AN_ID,
    "uuid_parsing": FaultKind.NOT_AN_ID,
    "enum": FaultKind.NOT_A_CHOICE,
}


_ADAPTERS: dict[type[Any], "TypeAdapter[list[Any]]"] = {}


def adapter_of(cls: type[Any]) -> "TypeAdapter[list[Any]]":
    """Return the strict check of a list of one of the domain's dataclasses; made once."""
    if cls not in _ADAPTERS:
        from pydantic import ConfigDict, TypeAdapter

        strict = ConfigDict(strict=True, extra="forbid")
        _ADAPTERS[cls] = TypeAdapter(list[cls], config=strict)  # type: ignore[valid-type]
    return _ADAPTERS[cls]


def check_records(kind: Kind, items: Sequence[Placed]) -> tuple[list[Record], list[Fault]]:
    """Return the records that the fields tell, or the faults of those that tell none.

    Each item is a place and the fields that stand there under their names in files, with `id`.
    """
    named = [(place, _with_python_names(fields)) for place, fields in items]
    records, faults = check_values(KINDS[kind].cls, named)
    return cast("list[Record]", records), faults


def check_values(cls: type[Any], items: Sequence[Placed]) -> tuple[list[Any], list[Fault]]:
    """Return the values of a dataclass, or the faults, as `check_records` does."""
    from pydantic import ValidationError

    try:
        return adapter_of(cls).validate_json(json.dumps([fields for _, fields in items])), []
    except ValidationError as error:
        return [], _faults_of(items, error.errors(include_url=False))


def without_nulls(value: Json) -> Json:
    """Return the value without what is null, since that is not said; lists keep their elements."""
    if isinstance(value, dict):
        return {name: without_nulls(said) for name, said in value.items() if said is not None}
    if isinstance(value, list):
        return [without_nulls(part) for part in value]
    return value


def _with_python_names(stored: dict[str, Any]) -> dict[str, Any]:
    return {_PYTHON_NAMES.get(name, name): said for name, said in stored.items()}


def _faults_of(items: Sequence[Placed], errors: Sequence["ErrorDetails"]) -> list[Fault]:
    by_place: dict[str, list[Fault]] = {}
    for error in errors:
        found = _fault_of(items, error)
        by_place.setdefault(found.place, []).append(found)
    return [_told(found) for found in by_place.values()]


def _told(found: list[Fault]) -> Fault:
    """Return what to say of one place: a rating is tried in three forms, and none fits."""
    if len(found) == 1:
        return found[0]
    broken_rule = next((one for one in found if one.what in set(Reason)), None)
    return broken_rule or fault(found[0].place, Reason.DOES_NOT_FIT, found[0].detail)


def _fault_of(items: Sequence[Placed], error: "ErrorDetails") -> Fault:
    at, *path = error["loc"]
    here: str
    holder: Any
    here, holder = items[cast("int", at)]
    missing = len(path) - 1 if error["type"] == "missing" else None
    for depth, part in enumerate(path):
        if _stands_in(part, holder):
            holder = holder[part]
        elif depth != missing:
            continue  # the name of one form of a rating, not of a field
        here = place_inside(here, part if isinstance(part, int) else FILE_NAMES.get(part, part))
    if error["type"] == "value_error":
        return _broken_rule(here, holder, error)
    what = _WHAT.get(error["type"], FaultKind.WRONG)
    return fault(here, what, "" if isinstance(holder, dict | list) else holder)


def _stands_in(part: int | str, holder: Json) -> bool:
    if isinstance(holder, dict):
        return part in holder
    return isinstance(holder, list) and isinstance(part, int)


def _broken_rule(place: str, holder: Json, error: "ErrorDetails") -> Fault:
    broken: InvalidValueError = error["ctx"]["error"]  # the domain raises no other ValueError
    said: Json = None
    if isinstance(holder, dict) and (broken.field in holder or broken.reason is Reason.EMPTY):
        said = holder.get(broken.field)
        place = place_inside(place, FILE_NAMES.get(broken.field, broken.field))
    return fault(place, broken.reason, _detail(broken, said))


def _detail(broken: InvalidValueError, said: Json) -> object:
    match broken.reason:
        case Reason.TOO_LONG:
            return broken.limit
        case Reason.OUT_OF_RANGE if isinstance(said, int | str):
            return said
        case _:
            return ""
