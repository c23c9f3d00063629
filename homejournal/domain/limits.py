"""How much a file, or a date, may ask of this computer, and JSON that is read within it.

Whatever somebody else may have written is read through `read_json`: nothing that it nests can fill
the stack of this program, neither here nor in what goes through its values later.
"""

import json
from datetime import date
from typing import Any

from homejournal.domain.errors import InvalidValueError, Reason

MOST_YEARS = 100
"""So long may a stretch of days be that is told on a page or in a book."""
DEEPEST = 40
"""So many objects and lists may stand in each other; what homejournal writes has at most ten."""


def days_from(day: date, days: int) -> date:
    """Return the day so many days later or earlier, or the last or first one that there is."""
    first, last = date.min.toordinal(), date.max.toordinal()
    return date.fromordinal(min(max(day.toordinal() + days, first), last))


def check_stretch(start: date, end: date) -> None:
    """Raise InvalidValueError if from one day to another are more years than can be told."""
    if end.year - start.year > MOST_YEARS:
        raise InvalidValueError("period", Reason.OUT_OF_RANGE, MOST_YEARS)


def read_json(text: str | bytes, **hooks: Any) -> Any:  # noqa: ANN401 (any JSON)
    """Return the values that a JSON text tells; `hooks` are those of `json.loads`.

    Raises ValueError, and nothing else, for a text that is none or nests too deep.
    """
    if isinstance(text, bytes):
        text = text.decode()
    try:
        told = json.loads(text, **hooks)
    except RecursionError as error:
        raise ValueError(f"more than {DEEPEST} levels") from error
    if text.count("{") + text.count("[") > DEEPEST and is_too_deep(told):
        raise ValueError(f"more than {DEEPEST} levels")
    return told


def nests_too_deep(text: str) -> bool:
    """Return whether a text is JSON that no `read_json` reads for its depth alone."""
    if text.count("{") + text.count("[") <= DEEPEST:
        return False
    try:
        return is_too_deep(json.loads(text))
    except RecursionError:
        return True
    except ValueError:
        return False


def is_too_deep(told: Any) -> bool:  # noqa: ANN401 (any JSON)
    """Return whether values nest deeper than any file may; it needs no recursion itself."""
    level: list[Any] = [told]
    for _ in range(DEEPEST):
        inside = [list(one.values()) if isinstance(one, dict) else one for one in level]
        level = [one for values in inside if isinstance(values, list) for one in values]
        level = [one for one in level if isinstance(one, dict | list)]
        if not level:
            return False
    return True


def read_object(text: str | bytes | None) -> dict[str, Any]:
    """Return the fields that a JSON text tells; none if it does not tell an object."""
    try:
        told = read_json(text or b"")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
