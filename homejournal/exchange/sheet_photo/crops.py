"""Our printed boxes cut out of a page that was read, so that whoever works on the reader sees them.

No word, name, number or day goes with them, only what was decided. What is asked about comes first
and what is alike stands together, so that the order tells little of the week.
"""

import io
from collections.abc import Sequence
from typing import NamedTuple

from homejournal.domain.papers.sheet_layout import FilledBy
from homejournal.domain.papers.sheet_places import SheetPlace
from homejournal.domain.papers.sheet_reading import Area, ChoiceRead, PageRead

AROUND = 1.0
"""So many millimeters are shown around a box: less than the way to the next word on the sheet."""
_GAP, _WIDEST = 8, 1_200
"""Pixels between two boxes, and of a picture from side to side."""
_PAPER = (255, 255, 255)


class Crops(NamedTuple):
    """Every box of a page in one PNG, and for JSON what was decided of each choice."""

    picture: bytes
    choices: list[dict[str, object]]


def crops_of(read: PageRead) -> Crops:
    """Return the boxes of a page; those of one choice stand side by side."""
    from PIL import Image

    with Image.open(io.BytesIO(read.picture.jpeg)) as page:
        straight = page.convert("RGB")
    crops, told, at = [], list[dict[str, object]](), _Place()
    for choice in sorted((*read.choices, *read.days), key=_order):
        boxes = [place for place in choice.places if place.by is FilledBy.TICK]
        areas = [read.picture.area(place.box, AROUND) for place in boxes]
        laid = at.beside(areas)
        crops += [*zip(areas, laid, strict=True)]
        told.append(_told(choice, boxes, laid))
    drawn = Image.new("RGB", (_WIDEST, at.low), _PAPER)
    for area, (left, top, wide, high) in crops:
        whole = straight.crop((area.left, area.top, area.left + wide, area.top + high))
        drawn.paste(whole, (left, top))
    out = io.BytesIO()
    drawn.save(out, "PNG", optimize=True)
    return Crops(out.getvalue(), told)


def _order(choice: ChoiceRead) -> tuple[bool, bool, int, int]:
    """Put what is asked about first, then what is alike side by side."""
    ticked = choice.places.index(choice.ticked) if choice.ticked else -1
    return choice.doubt is None, choice.is_blank, len(choice.places), ticked


class _Place:
    """Where the next boxes stand in the picture: from left to right, line by line."""

    def __init__(self) -> None:
        self._left = self._top = _GAP
        self.low = _GAP

    def beside(self, areas: Sequence[Area]) -> list[Area]:
        """Return where these stand, side by side, and a little apart from those before them."""
        wide = sum(area.width + _GAP // 4 for area in areas)
        if self._left + wide > _WIDEST:
            self._left, self._top = _GAP, self.low
        laid = []
        for area in areas:
            laid.append(Area(self._left, self._top, area.width, area.height))
            self._left += area.width + _GAP // 4
            self.low = max(self.low, self._top + area.height + _GAP)
        self._left += _GAP
        return laid


def _told(
    choice: ChoiceRead, boxes: Sequence[SheetPlace], laid: Sequence[Area]
) -> dict[str, object]:
    """Return where the boxes of a choice are in the picture, and which was read, from 0 on."""
    return {
        "boxes": [[*area] for area in laid],
        "ticked": boxes.index(choice.ticked) if choice.ticked else None,
        "doubt": str(choice.doubt) if choice.doubt else None,
        "likely": [boxes.index(place) for place in choice.likely],
    }
