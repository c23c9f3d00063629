"""The key over the head: what each number is, one explanation after the other."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from homejournal.reports.charts.lettering import END_OF_ISOLATE, ISOLATES, shortened, width_of

TOGETHER = "\u00a0"
"""A space at which no line ends: a day stays whole, and a number with its words."""
_BETWEEN = "    "
"""Between two explanations."""


class Spot(NamedTuple):
    """On which lines an explanation stands, and where it starts on the first, ends on the last."""

    first: int
    last: int
    start: float
    end: float


class Key(NamedTuple):
    """The lines of a key, and where each of its explanations stands."""

    lines: tuple[str, ...] = ()
    spots: tuple[Spot, ...] = ()


def key_of(told: Iterable[str], room: float, size: float) -> Key:
    """Return explanations on lines of so many points; a word is cut only if it is a line long."""
    lines: list[str] = []
    spots: list[Spot] = []
    for one in told:
        first, start, between = -1, 0.0, _BETWEEN
        for word in one.split(" "):
            fitting = shortened(word, room, size)
            longer = f"{lines[-1]}{between}{fitting}" if lines else ""
            if lines and width_of(longer, size) <= room:
                lines[-1] = longer
            else:
                lines.append(fitting)
            if first < 0:
                first = len(lines) - 1
                start = width_of(lines[-1], size) - width_of(fitting, size)
            between = " "
        spots.append(Spot(first, len(lines) - 1, start, width_of(lines[-1], size)))
    return Key(tuple(_kept_apart(lines)), tuple(spots))


def _kept_apart(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines; what a person wrote keeps its direction on each line that it goes through."""
    opened = ""
    for line in lines:
        whole = opened + line
        at = max(map(whole.rfind, ISOLATES))
        opened = whole[at] if at > whole.rfind(END_OF_ISOLATE) else ""
        yield f"{whole}{END_OF_ISOLATE}" if opened else whole
