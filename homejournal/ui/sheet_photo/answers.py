"""What a person says of a page of a photo: what is asked, what is answered, what will be written.

Plain Python, without widgets. A place is a time of a strategy on a day, or the boxes for sick and
away of a day. An answer is the same value as in the week grid; BLANK leaves a place as it is.
"""

from collections.abc import Iterator
from datetime import date

from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.today.sheet_photo import (
    CellState,
    PageAnswers,
    PhotoCell,
    PhotoDay,
    PhotoPage,
    says,
)
from homejournal.domain.today.week_cells import BLANK, CellInput
from homejournal.domain.today.week_grid import CellPlace

Place = PhotoCell | PhotoDay
_Key = CellPlace | date


def left_out(reason: LeftOutReason) -> CellInput:
    """Return that a day is left out."""
    return CellInput(mark=MarkKind.LEFT_OUT, reason=reason)


def read_of(place: Place) -> CellInput | None:
    """Return what the photo says for sure."""
    if isinstance(place, PhotoCell):
        return place.read
    return left_out(place.read) if place.read else None


def day_of(place: Place) -> date:
    return place.cell.place.day if isinstance(place, PhotoCell) else place.day


def is_late(place: Place) -> bool:
    """Return whether its day is still to come."""
    return place.cell.later if isinstance(place, PhotoCell) else place.later


def is_written(place: Place) -> bool:
    """Return whether the journal says something of it already."""
    return place.cell.is_written if isinstance(place, PhotoCell) else bool(place.written)


class AnswersOfPage:
    """Keeps the answers of one page, also when the page is looked at anew."""

    def __init__(self, page: PhotoPage, *, two_homes: bool) -> None:
        self.page, self._two_homes = page, two_homes
        self._said: dict[_Key, CellInput] = {}
        self._before: list[tuple[_Key, CellInput | None]] = []
        """Where somebody answered, and what was answered there before, the newest last."""

    def look_again(self, page: PhotoPage) -> None:
        """Take up the page beside what is written by now; what was answered stays."""
        self.page = page

    @property
    def is_answered(self) -> bool:
        """Whether a person has said anything yet."""
        return bool(self._said)

    def choices(self, place: Place) -> tuple[CellInput, ...]:
        """Return what can be answered with one press, in the order of the paper."""
        if isinstance(place, PhotoCell):
            return place.choices
        homes = (LeftOutReason.OTHER_HOME,) if self._two_homes else ()
        return tuple(map(left_out, (LeftOutReason.SICK, LeftOutReason.AWAY, *homes)))

    def asks(self, place: Place) -> bool:
        """Return whether a person is asked about a place, also once it is answered."""
        if place.state is CellState.ASKED:
            return not self._is_from_here(place)
        return place.state is CellState.DIFFERS

    def _is_from_here(self, place: Place) -> bool:
        """Return whether what is written of a place came from a photo of this very sheet."""
        if not isinstance(place, PhotoCell):
            return False
        mark = () if place.cell.mark is None else (place.cell.mark,)
        written = (*place.cell.practices, *mark)
        return any(one.read_from == self.page.sheet.id for one in written)

    @property
    def was_saved_before(self) -> bool:
        """Return whether something is written that came from a photo of this very sheet."""
        return any(map(self._is_from_here, self.places()))

    def is_open(self, place: Place) -> bool:
        """Return whether it is still to be answered."""
        return self.asks(place) and _key(place) not in self._said

    def said(self, place: Place) -> CellInput | None:
        """Return what a person answered, if anything."""
        return self._said.get(_key(place))

    def answer(self, place: Place, said: CellInput) -> None:
        """Take an answer, in the place of one before."""
        self._before.append((_key(place), self.said(place)))
        self._said[_key(place)] = said

    def take_back(self) -> Place | None:
        """Take the newest answer back; return where it was, if there was one."""
        if not self._before:
            return None
        key, before = self._before.pop()
        del self._said[key]
        if before is not None:
            self._said[key] = before
        return next((place for place in self.places() if _key(place) == key), None)

    def will_write(self, place: Place) -> CellInput | None:
        """Return what will be written in a place, if anything."""
        said = self.said(place)
        if said is None:
            return read_of(place) if place.state is CellState.READ else None
        return None if said == BLANK or _is_written(place, said) else said

    def open_places(self) -> tuple[Place, ...]:
        """Return what is still to be answered: first what is not clear, then what differs."""
        asked = [place for place in self.places() if self.is_open(place)]
        return tuple(sorted(asked, key=lambda place: place.state is CellState.DIFFERS))

    def places(self) -> Iterator[Place]:
        """Yield every place of the page, row by row; sick and away are its first row."""
        yield from self.page.days
        for row in self.page.rows:
            yield from row.cells

    def place_of(self, wanted: CellPlace) -> PhotoCell | None:
        """Return the box of a time and a day that will be written, if this page has one."""
        cells = (cell for row in self.page.rows for cell in row.cells)
        found = (cell for cell in cells if cell.cell.place == wanted)
        return next((cell for cell in found if self.will_write(cell) is not None), None)

    def result(self) -> PageAnswers:
        cells: dict[CellPlace, CellInput] = {}
        days: dict[date, LeftOutReason] = {}
        for place in self.places():
            wish = self.will_write(place)
            if wish is not None and isinstance(place, PhotoCell):
                cells[place.cell.place] = wish
            elif wish is not None and isinstance(place, PhotoDay) and wish.reason:
                days[place.day] = wish.reason
        return PageAnswers(sheet=self.page.sheet.id, cells=cells, days=days)

    @property
    def asked_in_all(self) -> int:
        """How many places a person is asked about, also those that are answered."""
        return sum(map(self.asks, self.places()))

    @property
    def to_write(self) -> int:
        """How many places will be written."""
        return sum(self.will_write(place) is not None for place in self.places())


def _key(place: Place) -> _Key:
    return place.cell.place if isinstance(place, PhotoCell) else place.day


def _is_written(place: Place, said: CellInput) -> bool:
    if isinstance(place, PhotoCell):
        return place.cell.is_written and says(place.cell, said)
    return said.reason in place.written
