"""A long name where there is little room: what tells it from another one like it stays."""

import re

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_APART = re.compile(f"(?: \\(\\d+\\))?(?: – [^–]+)?{_END_ISOLATE}?$")
"""A number, and what is said of a child: "Ana (2)", "Ana – born May 4, 2024"."""


def parted(name: str) -> tuple[str, str]:
    """Return a name in two parts: what may be cut, and what tells it from another one like it."""
    found = _APART.search(name)
    at = found.start() if found else len(name)
    return name[:at], name[at:]


def short_name(name: str, most: int = 24) -> str:
    """Return a name as it stands on a button; whoever listens hears the whole of it.

    Only what somebody is called is cut, and never what tells two of one name apart.
    """
    called, apart = parted(name)
    if len(called) + len(apart) <= most:
        return name
    cut = called[: max(1, most - 1 - len(apart))].rstrip()
    if cut == called:
        return name
    is_open = _ISOLATE in cut and _END_ISOLATE not in cut + apart
    return f"{cut}…{_END_ISOLATE if is_open else ''}{apart}"
