"""A kept page of a printed week, as the reader of photos needs it: by its code, with its places.

What is kept may have come from another home, so that all of it is checked before it is believed.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.papers.sheet_layout import CORNERS, FilledBy, PlaceFor, code_text
from homejournal.domain.records.media_and_papers import Sheet
from homejournal.domain.records.plan import DAYS_OF_A_WEEK
from homejournal.domain.records.rating_scales import RatingKind, levels_of

KeptSheets = Mapping[str, Sheet]
"""Kept pages by what the code in their first corner says."""
MOST_PLACES = 5_000
"""A page of the smallest type holds a tenth of it."""
_MOST_PAPER = 500.0
_OF_DAYS = (PlaceFor.SICK, PlaceFor.AWAY)
_LEVELS = {
    PlaceFor.HELP: levels_of(RatingKind.HELP),
    PlaceFor.WENT: levels_of(RatingKind.WENT),
}
_PARTS = 9
"""How many parts of a kept place there are: five that say what it is, and its box."""


class Box(NamedTuple):
    """A part of a page, in millimeters from the top left of the paper."""

    left: float
    top: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """Return where its middle is."""
        return self.left + self.width / 2, self.top + self.height / 2


class SheetPlace(NamedTuple):
    """A place to tick or to write on: for which row of the page, and which day from 0 on.

    Sick and away are of a day alone, and have no row.
    """

    by: FilledBy
    what: PlaceFor
    row: int | None
    day: int
    level: int | None
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPlaces:
    """A page: the size of its paper in millimeters, its codes by corner, and its places."""

    paper: tuple[float, float]
    codes: Mapping[str, Box]
    places: tuple[SheetPlace, ...]


def kept_sheets_by_code(sheets: Iterable[Sheet]) -> KeptSheets:
    """Return pages by their codes, by which a photo of them is known."""
    return {code_text(sheet.id, sheet.page, CORNERS[0]): sheet for sheet in sheets}


def other_corner(code: str) -> tuple[str, str]:
    """Return what the first corner of the same page says, and in which corner this code stands."""
    begins, corner, rest = code[:3], code[3:4], code[4:]
    return f"{begins}{CORNERS[0]}{rest}", corner


def places_of(sheet: Sheet) -> SheetPlaces:
    """Return the places of a kept page; raises InvalidValueError for what cannot be printed."""
    try:
        layout = sheet.layout
        width, height = map(float, layout["paper"])
        codes = {corner: _box(layout["codes"][corner]) for corner in CORNERS}
        places = tuple(_place(kept, len(sheet.rows)) for kept in layout["places"][:MOST_PLACES])
    except (ArithmeticError, KeyError, LookupError, TypeError, ValueError) as error:
        raise InvalidValueError("layout", Reason.DOES_NOT_FIT) from error
    paper = Box(0, 0, width, height)
    boxes = [*codes.values(), *(place.box for place in places)]
    if not (
        max(width, height) < _MOST_PAPER and all(_holds(paper, box) for box in (paper, *boxes))
    ):
        raise InvalidValueError("layout", Reason.OUT_OF_RANGE)
    return SheetPlaces(paper=(width, height), codes=codes, places=places)


def _place(kept: Any, rows: int) -> SheetPlace:  # noqa: ANN401 (JSON that is checked here)
    how, said, row, day, level, *box = kept
    by, what = FilledBy(how), PlaceFor(said)
    place = SheetPlace(by, what, row, day, level, _box(box))
    if any(isinstance(number, bool | float) for number in (row, day, level)):
        raise ValueError(kept)
    known = row is None if what in _OF_DAYS else row in range(rows)
    if not known or day not in range(DAYS_OF_A_WEEK) or level not in _LEVELS.get(what, (None,)):
        raise ValueError(kept)
    return place


def _box(kept: Any) -> Box:  # noqa: ANN401 (JSON that is checked here)
    return Box(*(float(side) for side in kept))


def _holds(paper: Box, box: Box) -> bool:
    """Return whether a box has a size and lies on the paper; also where a number is none."""
    right, low = box.left + box.width, box.top + box.height
    inside = 0 <= box.left < right <= paper.width and 0 <= box.top < low <= paper.height
    return inside and math.isfinite(right * low)
