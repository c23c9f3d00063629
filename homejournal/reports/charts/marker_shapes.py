"""Signs of charts that Matplotlib has no marker for: the dotted square of what is not written."""

from functools import lru_cache
from typing import TYPE_CHECKING

from homejournal.reports.charts.style import HATCH_WIDTH, Fill

if TYPE_CHECKING:
    from matplotlib.collections import Collection
    from matplotlib.patches import Patch
    from matplotlib.path import Path

NOT_WRITTEN = "not written"
"""The same sign as on the day in the calendar: an empty square of dots."""
_DOTS = 4
"""On each side of the square."""
_DOT = 0.15
"""How wide a dot is, in the size of the square."""


def marker_of(sign: str) -> "Path | str":
    """Return the marker of a sign: a path for "not written", all others are Matplotlib's own."""
    return _dotted_square() if sign == NOT_WRITTEN else sign


@lru_cache(maxsize=1)
def _dotted_square() -> "Path":
    from matplotlib.path import Path

    at = [place / (_DOTS - 1) - 0.5 for place in range(_DOTS)]
    dots = [(x, y) for x in at for y in at if 0.5 in {abs(x), abs(y)}]
    return Path.make_compound_path(*(_dot(x, y) for x, y in dots))


def _dot(x: float, y: float) -> "Path":
    from matplotlib.path import Path

    half = _DOT / 2
    corners = [
        (x - half, y - half),
        (x + half, y - half),
        (x + half, y + half),
        (x - half, y + half),
    ]
    return Path([*corners, corners[0]], closed=True)


def put_hatch(made: "Collection | Patch", fill: Fill, text: float) -> None:
    """Lay the hatch of a fill over an area, in lines as thick as letters of this scale want."""
    if fill.hatch:
        made.set_hatch(fill.hatch)
        made.set_hatchcolor(fill.hatch_color)
        made.set_hatch_linewidth(HATCH_WIDTH * text)
