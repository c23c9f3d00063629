"""The bytes of a JSON file -> its plain values, and everything that is wrong with the text.

A fault names its place, such as `visits[3].people[0]`.
"""

import json
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from homejournal.domain.errors import Fault, FaultKind, Reason
from homejournal.domain.limits import DEEPEST

DETAIL_LETTERS = 60
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


def fault(place: str, what: FaultKind | Reason, detail: object = "") -> Fault:
    """Return a fault whose detail is cut short and holds no character that breaks a line."""
    return Fault(place, what, one_line(str(detail)))


def one_line(text: str) -> str:
    """Return text that came from a file, fit to be shown in one line."""
    shown = text[: DETAIL_LETTERS + 1]
    if len(shown) > DETAIL_LETTERS:
        shown = shown[: DETAIL_LETTERS - 1] + "…"
    return _UNPRINTABLE.sub("\ufffd", shown)


def json_line(told: "Json") -> str:
    """Return one value as text in a line."""
    return json.dumps(told, ensure_ascii=False, allow_nan=False)


def place_inside(place: str, part: str | int) -> str:
    """Return the place of a field or of an element inside a place."""
    if isinstance(part, int):
        return f"{place}[{part}]"
    return f"{place}.{one_line(part)}" if place else one_line(part)


def first_at_each_place(faults: Iterable[Fault]) -> list[Fault]:
    """Return the first fault of each place, in the order of places.

    What is wrong in the text itself often breaks a rule as well; one sentence is enough. That a
    value does not fit is not said where a part of it is told to be wrong.
    """
    kept: dict[str, Fault] = {}
    for found in faults:
        kept.setdefault(found.place, found)
    told_inside = {holder for place in kept for holder in _holders(place)}
    clear = (
        found
        for found in kept.values()
        if found.what != Reason.DOES_NOT_FIT or found.place not in told_inside
    )
    return sorted(clear, key=_place_order)


def _holders(place: str) -> Iterable[str]:
    """Return the places that a place stands in: of `a[0].b` these are `a[0]` and `a`."""
    return (place[: end.start()] for end in re.finditer(r"[.\[]", place))


def _place_order(found: Fault) -> list[str | int]:
    parts = re.split("([0-9]+)", found.place)
    return [int(part) if at % 2 else part for at, part in enumerate(parts)]


Json = Any
"""Whatever a JSON text can hold."""

MOST_BYTES = 200_000_000
_LONGEST_NUMBER = 15
"""So many digits are exact in every program that reads JSON numbers as doubles."""
_BOM = b"\xef\xbb\xbf"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_NEAR_THE_END = 8


class _Odd(NamedTuple):
    """Stands where the text holds something that no journal may hold, until `_sift` finds it."""

    what: FaultKind
    detail: str
    value: Any = None


def parse_json(data: bytes) -> tuple[Any, list[Fault]]:
    """Return the values that the bytes hold, and the faults of the text.

    Refused are more than 200 MB, anything but UTF-8, a byte order mark, numbers with a point or
    beyond 15 digits, NaN and Infinity, one key twice, control characters, lone surrogates and
    more than 40 levels. What is refused stands as None in the values, so that the rest can be
    checked too; values are None if the text cannot be read at all.
    """
    text, unreadable = _decoded(data)
    if unreadable:
        return None, [unreadable]
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=lambda number: _Odd(FaultKind.DECIMAL_NOT_TEXT, number),
            parse_int=_whole_number,
            parse_constant=lambda name: _Odd(FaultKind.NOT_A_NUMBER, name),
        )
    except json.JSONDecodeError as error:
        return None, [_unreadable(text, error)]
    except RecursionError:
        return None, [fault("", FaultKind.TOO_DEEP, DEEPEST)]
    return _sift(value)


def _decoded(data: bytes) -> tuple[str, Fault | None]:
    if len(data) > MOST_BYTES:
        return "", fault("", FaultKind.TOO_LARGE, MOST_BYTES)
    if data.startswith(_BOM):
        return "", fault("", FaultKind.BYTE_ORDER_MARK)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return "", fault("", FaultKind.NOT_UTF8)
    return text, None if text.strip() else fault("", FaultKind.EMPTY_FILE)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) != len(pairs):
        seen: set[str] = set()
        for key, value in pairs:
            if key in seen:
                told[key] = _Odd(FaultKind.DUPLICATE_KEY, key, value)
            seen.add(key)
    return told


def _whole_number(digits: str) -> Json:
    if len(digits.lstrip("-")) > _LONGEST_NUMBER:
        return _Odd(FaultKind.NUMBER_TOO_LONG, digits)
    return int(digits)


def _unreadable(text: str, error: json.JSONDecodeError) -> Fault:
    left = len(text.rstrip()) - error.pos
    if error.msg.startswith("Unterminated string") or (
        left < _NEAR_THE_END and not error.msg.startswith("Extra data")
    ):
        return fault("", FaultKind.CUT_SHORT)
    return fault("", FaultKind.NOT_JSON, f"{error.lineno}:{error.colno}")


def _sift(value: Json) -> tuple[Json, list[Fault]]:
    """Remove invalid values and report their places; without recursion, at any depth."""
    faults: list[Fault] = []
    whole = {"": value}
    open_parts: list[tuple[Json, str, int]] = [(whole, "", 0)]
    while open_parts:
        holder, place, depth = open_parts.pop()
        for part in list(holder) if isinstance(holder, dict) else range(len(holder)):
            if _is_plain(part) and _is_plain(holder[part]):
                continue
            here = place_inside(place, part) if depth else ""
            faults += _mend(holder, part, here, depth)
            found = holder.get(part) if isinstance(holder, dict) else holder[part]
            if isinstance(found, dict | list) and found:
                open_parts.append((found, here, depth + 1))
    return whole[""], faults


def _is_plain(value: Json) -> bool:
    if isinstance(value, str):
        return _FORBIDDEN.search(value) is None
    return value is None or isinstance(value, int)


def _mend(holder: Json, part: str | int, place: str, depth: int) -> list[Fault]:
    """Put what can be gone on with in the place of what is odd, and return the fault."""
    if not _is_plain(part):
        del holder[part]
        return [fault(place, Reason.CONTROL_CHARACTER, part)]
    found = holder[part]
    if depth >= DEEPEST and isinstance(found, dict | list):
        holder[part] = None
        return [fault(place, FaultKind.TOO_DEEP, DEEPEST)]
    if isinstance(found, _Odd | str):
        holder[part] = _rest_of(found)
        return [_fault_of(found, place)]
    return []


def _fault_of(found: _Odd | str, place: str) -> Fault:
    if isinstance(found, str):
        return fault(place, Reason.CONTROL_CHARACTER, found)
    return fault(place, found.what, found.detail)


def _rest_of(found: _Odd | str) -> Json:
    if isinstance(found, str):
        return _FORBIDDEN.sub("\ufffd", found)
    return _rest_of(found.value) if isinstance(found.value, _Odd | str) else found.value
