"""Faults of a file as they are told: places that can be read, and details that can be printed."""

import re
from collections.abc import Iterable

from homejournal.domain.errors import Fault, FaultKind, Reason

DETAIL_LETTERS = 60
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


def fault(place: str, what: FaultKind | Reason, detail: object = "") -> Fault:
    """Return a fault whose detail is cut short and holds no character that breaks a line."""
    return Fault(place, what, readable(str(detail)))


def readable(text: str) -> str:
    """Return text that came from a file, fit to be shown in one line."""
    shown = text[: DETAIL_LETTERS + 1]
    if len(shown) > DETAIL_LETTERS:
        shown = shown[: DETAIL_LETTERS - 1] + "…"
    return _UNPRINTABLE.sub("\ufffd", shown)


def inside(place: str, part: str | int) -> str:
    """Return the place of a field or of an element inside a place."""
    if isinstance(part, int):
        return f"{place}[{part}]"
    return f"{place}.{readable(part)}" if place else readable(part)


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
