"""The border: plain values of one list -> records, and every fault of them at its place.

pydantic checks the very dataclasses of the domain, in strict mode, so there is no second model.
It is imported when the first file comes in, since the window starts without it.
"""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from homejournal.domain.errors import Fault, FaultKind, InvalidValueError, Reason
from homejournal.domain.records.codec import FILE_NAMES
from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.record import Kind, Record
from homejournal.exchange.json.json_text import Json, fault, place_inside

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

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
