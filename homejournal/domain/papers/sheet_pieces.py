"""What is written by hand about the boxes of a page, and what it says of them.

A circle, a word, a line through a day and a tick beside its box are not told by what is in the
boxes. They are told by how far a piece of ink reaches: pieces and boxes are plain numbers here.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from homejournal.domain.papers.sheet_cells import ChoiceKey, cells_of
from homejournal.domain.papers.sheet_marks import Decision, Doubt
from homejournal.domain.papers.sheet_places import Box, SheetPlace

_STRAY, _FLAT, _THIN, _SLIP = 0.5, 0.7, 0.4, 0.3
"""So many square millimeters in no place are a mark beside its box, unless they are as flat or thin
as what a printed line leaves, or more than a slip of the piece is in a box that is marked."""
_MOST = 0.8
"""What stands beside the boxes of more days than that is print."""
_DOWN, _UPRIGHT, _SHORT, _THROUGH, _SOLID = 12.5, 3.0, 2.5, 5.5, 0.2
"""Strokes so many times as high as wide, and together higher than a high tick, are a line. Short
ones are none, of those in a box only such as go on through it, and spots with so much less ink than
a thin pen leaves on their way."""
_NEAR_LINE = 4.0
"""A line so close beside a day may be meant for it, too."""
_OUT, _AROUND, _HOLLOW = 0.3, 4.0, 0.45
"""A circle lies so far out of its box on all sides, no farther than that, and is white inside."""
_WORD, _LONG, _LOW = 0.8, 1.8, 1.0
"""Words go so far on to both sides of a box, are so many times as long, and hardly higher."""


class Piece(NamedTuple):
    """A piece of ink by hand: the box around it, its square millimeters, and where its middle is.

    `inside` tells by their numbers in which places how many square millimeters of it are.
    """

    box: Box
    area: float
    middle: tuple[float, float]
    inside: Mapping[int, float]

    @property
    def outside(self) -> float:
        """Return how much of it is in no place."""
        return self.area - sum(self.inside.values())


class Told(NamedTuple):
    """A choice: by their numbers the places that are its boxes, and what they say."""

    boxes: Sequence[int]
    decision: Decision


def with_pieces(
    told: Mapping[ChoiceKey, Told], places: Sequence[SheetPlace], pieces: Sequence[Piece]
) -> dict[ChoiceKey, Decision]:
    """Return what each choice says once what is written about its boxes is looked at, too."""
    cells = cells_of(places)
    lined = _lined_days(cells, pieces)
    marked = {number for one in told.values() for number in _marked(one)}
    strays = {
        key: _strays(cells[key], marked.difference(one.boxes), pieces) if key in cells else []
        for key, one in told.items()
    }
    return {
        key: Decision(doubt=Doubt.LINE)
        if key[1] in lined
        else _decided(one, places, pieces, [] if _is_print(key[0], strays) else strays[key])
        for key, one in told.items()
    }


def _strays(cell: Box, marked: Collection[int], pieces: Sequence[Piece]) -> list[Piece]:
    return [one for one in pieces if _holds(cell, one.middle) and _is_stray(one, marked)]


def _is_print(row: int | None, strays: Mapping[ChoiceKey, Sequence[Piece]]) -> bool:
    """Return whether something stands beside the boxes of nearly all days, as dates do."""
    of_days = [bool(some) for key, some in strays.items() if key[0] == row]
    return sum(of_days) > _MOST * len(of_days)


def _marked(one: Told) -> list[int]:
    boxes, decision = one
    if decision.doubt is Doubt.BESIDE:
        return []
    likely = decision.likely if decision.ticked is None else (decision.ticked,)
    return [boxes[n] for n in likely]


def _decided(
    one: Told, places: Sequence[SheetPlace], pieces: Sequence[Piece], strays: Sequence[Piece]
) -> Decision:
    boxes, decision = one
    if decision.ticked is not None:
        number = boxes[decision.ticked]
        if any(_is_word(piece, number, places[number].box) for piece in pieces):
            return Decision(doubt=Doubt.BESIDE, likely=(decision.ticked,))
    if decision.ticked is not None or decision.doubt not in {None, Doubt.BESIDE}:
        return decision
    rings = {n for n, number in enumerate(boxes) for p in pieces if _is_ring(p, number, places)}
    others = [p for p in strays if not any(_is_ring(p, number, places) for number in boxes)]
    if len(rings) == 1 and not others:
        return Decision(ticked=rings.pop())
    return Decision(doubt=Doubt.BESIDE) if strays and decision.doubt is None else decision


def _holds(cell: Box, at: tuple[float, float]) -> bool:
    across, down = at[0] - cell.left, at[1] - cell.top
    return 0 <= across < cell.width and 0 <= down < cell.height


def _is_stray(piece: Piece, marked: Collection[int]) -> bool:
    """Return whether a piece stands beside boxes, and does not come from a marked one."""
    if any(piece.inside.get(number, 0) > _SLIP for number in marked):
        return False
    wide, high = piece.box.width > _THIN, piece.box.height > _FLAT
    return piece.outside > _STRAY and wide and high


def _is_word(piece: Piece, number: int, box: Box) -> bool:
    """Return whether what is in a box runs on to both of its sides, as letters do."""
    ink = piece.box
    before, after = box.left - ink.left, ink.left + ink.width - box.left - box.width
    low = ink.width > _LONG * box.width and ink.height < box.height + _LOW
    return low and min(before, after) > _WORD and piece.inside.get(number, 0) > _SLIP


def _is_ring(piece: Piece, number: int, places: Sequence[SheetPlace]) -> bool:
    """Return whether a piece goes around this box, and around no other one."""
    ink, box = piece.box, places[number].box
    out = (
        box.left - ink.left,
        box.top - ink.top,
        ink.left + ink.width - box.left - box.width,
        ink.top + ink.height - box.top - box.height,
    )
    if not _OUT < min(out) <= max(out) < _AROUND or sum(piece.inside.values()) > _HOLLOW:
        return False
    return sum(_holds(ink, place.box.middle) for place in places) == 1


def _lined_days(cells: Mapping[ChoiceKey, Box], pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the days through which a line goes down."""
    strokes = [piece for piece in pieces if _goes_down(piece)]
    return frozenset(
        day
        for day in {day for _, day in cells}
        if sum(one.box.height for one in strokes if _is_of(day, cells, one.middle[0])) > _DOWN
    )


def _is_of(day: int, cells: Mapping[ChoiceKey, Box], x: float) -> bool:
    of_day = [cell for key, cell in cells.items() if key[1] == day]
    left = min(cell.left for cell in of_day)
    right = max(cell.left + cell.width for cell in of_day)
    return left - _NEAR_LINE <= x < right + _NEAR_LINE


def _goes_down(piece: Piece) -> bool:
    wide, high = piece.box.width, piece.box.height
    if high < max(_UPRIGHT * wide, _SHORT) or wide < _THIN or piece.area < _SOLID * high:
        return False
    return high > _THROUGH or piece.outside > piece.area / 2
