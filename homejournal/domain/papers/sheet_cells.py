"""The room of each choice on a page: where what is written beside its boxes belongs to it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from homejournal.domain.papers.sheet_layout import FilledBy
from homejournal.domain.papers.sheet_places import Box, SheetPlace

ChoiceKey = tuple[int | None, int]
"""The row of a choice, which is None for sick and away, and its day."""
_BEFORE = 2.4
"""So many millimeters before its first box a day begins: a millimeter before its line."""
_ABOVE, _APART, _BESIDE = 0.4, 0.8, 1.5
"""Millimeters about boxes: none of the lines above and below is so close, so far before its boxes
begins the room of a later time, and so much room have boxes that stand among words."""


class _Span(NamedTuple):
    """From where to where something reaches as days go on: backward where letters do."""

    begin: float
    end: float


class _Page(NamedTuple):
    """Where the choices of a page are, where its days begin, and how far a day is from the next."""

    choices: Mapping[ChoiceKey, Box]
    begins: Mapping[int, float]
    step: float
    side: float

    def span(self, box: Box) -> _Span:
        """Return where a box is, as days go on."""
        return _span(box, onward=self.step > 0)


def cells_of(places: Sequence[SheetPlace]) -> dict[ChoiceKey, Box]:
    """Return the room of each choice: from its boxes on to the next time, or to the next day."""
    choices: dict[ChoiceKey, list[Box]] = {}
    days: dict[int, list[Box]] = {}
    for one in places:
        choices.setdefault((one.row, one.day), []).append(one.box)
        if one.row is not None and one.by is FilledBy.TICK:
            days.setdefault(one.day, []).append(one.box)
    if len(days) < 2:
        return {}
    lefts = {day: min(box.left for box in boxes) for day, boxes in sorted(days.items())}
    step = median((lefts[b] - lefts[a]) / (b - a) for a, b in pairwise(lefts))
    begins = {
        day: min(_span(box, onward=step > 0).begin for box in boxes) for day, boxes in days.items()
    }
    side = next(iter(days.values()))[0].width
    around = {key: _around(boxes) for key, boxes in choices.items()}
    page = _Page(around, begins, step, side)
    return {key: _cell(key, page) for key in around if key[1] in begins}


def _cell(key: ChoiceKey, page: _Page) -> Box:
    row, day = key
    box = page.choices[key]
    own = page.span(box)
    begin = page.begins[day] - _BEFORE
    end = begin + abs(page.step)
    if row is None and own.begin > page.begins[day] + page.side:
        begin, end = own.begin - _BESIDE, own.end + _BESIDE
    for other in page.choices.values():
        next_one = page.span(other)
        if abs(other.top - box.top) > page.side / 2 or not begin < next_one.begin < end:
            continue
        if next_one.begin < own.begin:
            begin = own.begin - _APART
        elif next_one.begin > own.end:
            end = min(end, next_one.begin - _APART)
    left = begin if page.step > 0 else -end
    return Box(left, box.top - _ABOVE, end - begin, box.height + 2 * _ABOVE)


def _span(box: Box, *, onward: bool) -> _Span:
    right = box.left + box.width
    return _Span(box.left, right) if onward else _Span(-right, -box.left)


def _around(boxes: Sequence[Box]) -> Box:
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right = max(box.left + box.width for box in boxes)
    return Box(left, top, right - left, max(box.top + box.height for box in boxes) - top)
