"""Where the places of a printed week stand, so that a photo of it can be read once it is filled in.

Each page carries a code in two corners: a number that says nothing, and which page it is. What the
number stands for is kept in the journal alone, as it was printed: the plan, the words and the fonts
may change before the sheet is read.
"""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple, cast
from uuid import UUID, uuid5

from homejournal.domain.papers.printed_sheets import FridgeSheet, FridgeWeek, Paper, SheetCodes
from homejournal.domain.records.media_and_papers import Sheet, SheetRow


class FilledBy(StrEnum):
    """How a place on a week is filled in by hand; a code is printed."""

    TICK = "box"
    STROKES = "strokes"
    """On a line, as many as times."""
    WRITING = "write"
    CODE = "code"


class PlaceFor(StrEnum):
    """What a place says once it is filled in; of help and of how it went each level has its own."""

    HELP = "help"
    WENT = "went"
    NUMBER = "number"
    TRIES = "tries"
    DID_IT = "did_it"
    NOT_TODAY = "not_today"
    SICK = "sick"
    AWAY = "away"


class Spot(NamedTuple):
    """Where the typesetter placed something: on which page from 1 on, and its box.

    `key` is what the template was given for it: how it is filled in, what it is for, then by their
    numbers from 0 on the strategy of the week, its row, and the day, then the level. Sick and away
    are of a day alone. Behind a code are its corner, its week by its number from 0 on, and the page
    of that week from 1 on. The box is left, top, width and height in millimeters from the top left
    of the paper.
    """

    page: int
    key: tuple[Any, ...]
    box: tuple[Decimal, ...]

    @property
    def is_code(self) -> bool:
        return FilledBy(self.key[0]) is FilledBy.CODE


CORNERS = ("A", "B")
"""The first stands where a page begins to be read, the other one opposite to it."""
PAPER_SIZES = {Paper.LETTER: ("215.9", "279.4"), Paper.A4: ("210", "297")}
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SIGNS = 11
_BEGINS = "HJ1"


def page_id(sheet: FridgeSheet, codes: SheetCodes, week: int, number: int) -> UUID:
    """Return the id of a page: by chance alone, and another one as soon as anything is different.

    So what is shown, saved and printed of one sheet is one, and what stands elsewhere on the paper
    is never taken for it.
    """
    return uuid5(codes.chance, f"{sheet!r}/{week}/{number}")


def code_text(page: UUID, number: int, corner: str) -> str:
    """Return 16 signs: as many as a QR code of the smallest size holds, so that its dots are large.

    They are the corner, the number of the page as far as one sign tells it, and 55 bits of the id.
    """
    rest, signs = page.int, ""
    for _ in range(_SIGNS):
        rest, sign = divmod(rest, len(_LETTERS))
        signs += _LETTERS[sign]
    return f"{_BEGINS}{corner}{_LETTERS[number % len(_LETTERS)]}{signs}"


def kept_sheets(sheet: FridgeSheet, spots: Iterable[Spot], made: datetime) -> tuple[Sheet, ...]:
    """Return a record of each page with codes: its week, its rows, and where each box is."""
    if sheet.codes is None:
        return ()
    pages: dict[int, list[Spot]] = {}
    for spot in spots:
        pages.setdefault(spot.page, []).append(spot)
    return tuple(_kept(sheet, sheet.codes, pages[page], made) for page in sorted(pages))


def _kept(sheet: FridgeSheet, of: SheetCodes, spots: list[Spot], made: datetime) -> Sheet:
    codes = {spot.key[1]: spot for spot in spots if spot.is_code}
    _, _, number_of_week, number = codes[CORNERS[0]].key
    week, rows = sheet.weeks[number_of_week], _Rows()
    places = [rows.place(week, spot) for spot in spots if not spot.is_code]
    return Sheet(
        id=page_id(sheet, of, number_of_week, number),
        child=of.child,
        week=week.period.start,
        page=number,
        made=made,
        rows=tuple(rows.found),
        layout={
            "paper": [*PAPER_SIZES[sheet.paper]],
            "codes": {corner: [*map(str, code.box)] for corner, code in codes.items()},
            "places": places,
        },
    )


class _Rows:
    """The rows of a page in the order of its places; each step of the plan has rows of its own."""

    def __init__(self) -> None:
        self.found: list[SheetRow] = []
        self._known: dict[tuple[int, int, UUID], int] = {}

    def place(self, week: FridgeWeek, spot: Spot) -> list[Any]:
        """Return how a place is filled in, what it is for, its row, day and level, and its box."""
        how, what, strategy, row, day, level = spot.key
        which = None if strategy is None else self._row(week, strategy, row, day)
        return [how, what, which, day, level, *map(str, spot.box)]

    def _row(self, week: FridgeWeek, strategy: int, row: int, day: int) -> int:
        one = week.strategies[strategy]
        step = cast("UUID", one.rows[row].steps[day])  # only what is planned has a place
        known = self._known.setdefault((strategy, row, step), len(self.found))
        if known == len(self.found):
            slot = one.rows[row].slot or None
            self.found.append(SheetRow(strategy=one.strategy, step=step, slot=slot))
        return known
