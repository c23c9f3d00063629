"""What a photo of a printed week says: each page that is on it, and each choice of the page.

It is what was read, not what is written in the journal, and it knows nothing of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from homejournal.domain.papers.sheet_cells import ChoiceKey
from homejournal.domain.papers.sheet_layout import FilledBy
from homejournal.domain.papers.sheet_marks import (
    BoxInk,
    Choice,
    Decision,
    Doubt,
    PageInk,
    PhotoFault,
    decided,
)
from homejournal.domain.papers.sheet_pieces import Piece, Told, with_pieces
from homejournal.domain.papers.sheet_places import Box, SheetPlace, SheetPlaces
from homejournal.domain.records.media_and_papers import Sheet

_WRITTEN = 0.001
"""More of a place to write on is inked than print and dirt can be."""


class Area(NamedTuple):
    """A part of a picture in pixels, from its top left."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page made straight, as a JPEG with so many pixels a millimeter, and its size in pixels."""

    jpeg: bytes
    dots: float
    width: int
    height: int

    def area(self, box: Box, around: float = 0.0) -> Area:
        """Return where a part of the page is, with so many millimeters around it."""
        left, top = (max(0, int((side - around) * self.dots)) for side in (box.left, box.top))
        right = (box.left + box.width + around) * self.dots
        low = (box.top + box.height + around) * self.dots
        return Area(left, top, min(self.width, int(right)) - left, min(self.height, int(low)) - top)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRead:
    """One row of a page on one day, from 0 on: its places, and which of them is ticked.

    Without a tick and without a doubt it was left blank. `likely` are the places that may be meant
    where there is a doubt, the likeliest first. A row without a number is sick and away.
    """

    row: int | None
    day: int
    places: tuple[SheetPlace, ...]
    ticked: SheetPlace | None = None
    doubt: Doubt | None = None
    likely: tuple[SheetPlace, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Return whether nothing was seen."""
        return self.ticked is None and self.doubt is None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """One page on a photo; `days` are sick and away of its seven days."""

    sheet: Sheet
    picture: PagePicture
    choices: tuple[ChoiceRead, ...]
    days: tuple[ChoiceRead, ...] = ()

    @property
    def empty(self) -> bool:
        """Return whether no mark was found at all."""
        return all(one.is_blank for one in (*self.choices, *self.days))


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoRead:
    """What a photo says: its pages that were read, and why others were not."""

    pages: tuple[PageRead, ...] = ()
    faults: tuple[PhotoFault, ...] = ()


class PageSeen(NamedTuple):
    """What was measured of a page, by the numbers of its places.

    That is the ink of each box, which share of each place to write on is inked, and what is written
    by hand about them.
    """

    boxes: Mapping[int, BoxInk]
    writing: Mapping[int, float]
    page: PageInk
    pieces: Sequence[Piece] = ()


def page_read(sheet: Sheet, laid: SheetPlaces, seen: PageSeen, picture: PagePicture) -> PageRead:
    """Return what a page says, as it was measured."""
    choices: dict[ChoiceKey, list[int]] = {}
    for number, place in enumerate(laid.places):
        choices.setdefault((place.row, place.day), []).append(number)
    boxes = {
        choice: [n for n in numbers if laid.places[n].by is FilledBy.TICK]
        for choice, numbers in choices.items()
    }
    ticked = {choice: numbers for choice, numbers in boxes.items() if numbers}
    told = decided(
        [
            Choice(day, tuple(seen.boxes[n] for n in numbers))
            for (_, day), numbers in ticked.items()
        ],
        seen.page,
    )
    decisions = with_pieces(
        {
            choice: Told(numbers, decision)
            for (choice, numbers), decision in zip(ticked.items(), told, strict=True)
        },
        laid.places,
        seen.pieces,
    )
    read = [
        _choice(choice, numbers, laid, seen, (boxes[choice], decisions.get(choice, Decision())))
        for choice, numbers in choices.items()
    ]
    return PageRead(
        sheet=sheet,
        picture=picture,
        choices=tuple(one for one in read if one.row is not None),
        days=tuple(sorted((one for one in read if one.row is None), key=lambda one: one.day)),
    )


def _choice(
    choice: ChoiceKey,
    numbers: Sequence[int],
    laid: SheetPlaces,
    seen: PageSeen,
    told: tuple[Sequence[int], Decision],
) -> ChoiceRead:
    boxes, decision = told
    row, day = choice
    places = [laid.places[n] for n in boxes]
    written = any(seen.writing.get(n, 0.0) > _WRITTEN for n in numbers)
    if written:
        decision = _with_writing(decision)
    return ChoiceRead(
        row=row,
        day=day,
        places=tuple(laid.places[n] for n in numbers),
        ticked=None if decision.ticked is None else places[decision.ticked],
        doubt=decision.doubt,
        likely=tuple(places[n] for n in decision.likely),
    )


def _with_writing(decision: Decision) -> Decision:
    """Return what is to be asked where something is written by hand beside the boxes."""
    if decision.doubt in {Doubt.LINE, Doubt.HIDDEN}:
        return decision
    if decision.ticked is not None:
        return Decision(doubt=Doubt.TWO, likely=(decision.ticked,))
    return Decision(doubt=Doubt.WRITTEN)


def each_page_once(reads: Iterable[PhotoRead]) -> tuple[PageRead, ...]:
    """Return every page that some photo shows; what two photos say differently is asked about.

    The picture is that of the first one.
    """
    pages: dict[object, PageRead] = {}
    for page in (page for read in reads for page in read.pages):
        before = pages.get(page.sheet.id)
        pages[page.sheet.id] = page if before is None else _both(before, page)
    return tuple(pages.values())


def _both(one: PageRead, other: PageRead) -> PageRead:
    return replace(
        one,
        choices=tuple(map(_agreed, one.choices, other.choices)),
        days=tuple(map(_agreed, one.days, other.days)),
    )


def _agreed(one: ChoiceRead, other: ChoiceRead) -> ChoiceRead:
    """Return what both photos say of a choice; what one does not see the other one tells."""
    if one.doubt is Doubt.HIDDEN or one == other:
        return other
    if other.doubt is Doubt.HIDDEN:
        return one
    if one.doubt or other.doubt:
        return one if one.doubt else other
    likely = tuple(place for place in (one.ticked, other.ticked) if place)
    return replace(one, ticked=None, doubt=Doubt.PHOTOS_DIFFER, likely=likely)
