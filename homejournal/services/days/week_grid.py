"""A week typed in from paper, cell by cell."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID, uuid4

from homejournal.domain.days.periods import Period, week_of
from homejournal.domain.errors import RecordMissingError
from homejournal.domain.limits import days_from
from homejournal.domain.records.changes import Change
from homejournal.domain.records.family import DayRecords
from homejournal.domain.records.plan import DAYS_OF_A_WEEK
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.record import Record
from homejournal.domain.today.week_cells import (
    CellContext,
    CellInput,
    SheetAuthors,
    cell_change,
    with_change,
)
from homejournal.domain.today.week_grid import CellPlace, WeekCell, WeekGrid, week_grid
from homejournal.services.days.days import Days
from homejournal.services.records.records import Records
from homejournal.services.session import Session


class Weeks:
    """Reads a child's week as a grid, and writes what is typed into it."""

    def __init__(self, session: Session, records: Records, days: Days) -> None:
        self._session = session
        self._records = records
        self._days = days

    def week(self, day: date) -> Period:
        """Return the family's week that holds a day."""
        first = week_of(day, self._session.settings.week_start)
        return Period(first, days_from(first, DAYS_OF_A_WEEK - 1))

    def shown(self, child: UUID, day: date) -> WeekGrid:
        """Return the week that holds a day; RecordMissingError for an unknown child."""
        week = self.week(day)
        written = self._days.between(child, *week)
        return self.grid(child, week, written)

    def write(
        self,
        child: UUID,
        wishes: Mapping[CellPlace, CellInput],
        told: SheetAuthors,
        *,
        sure: bool = False,
    ) -> Change:
        """Write what cells of one week are to say, in one step; only the difference is written.

        Raises CellRefusedError if a cell has to stay as it is, or may change only where the
        family is `sure`; nothing is written then. Raises RecordMissingError for a cell that the
        week does not have.
        """
        if not wishes:
            return Change(())
        week = self.week(next(iter(wishes)).day)
        written = self._days.between(child, *week)
        writing = self.writing(written, told, sure=sure)
        put, gone = self._changes(child, week, written, wishes, writing)
        hanging = self._records.attached_to(gone)
        with self._session.step() as step:
            step.did(step.writer.put(put))
            step.did(step.writer.delete([*gone, *hanging]))
        return step.change

    def writing(self, written: DayRecords, told: SheetAuthors, *, sure: bool) -> CellContext:
        """Return what a cell's change needs beside the cell, for what was written so far."""
        return CellContext(
            told=told,
            home=self._session.settings.home,
            at=self._session.clock(),
            new_id=uuid4,
            sure=sure,
            photos=self._with_photos(written.practices),
        )

    def grid(self, child: UUID, week: Period, written: DayRecords) -> WeekGrid:
        """Return a week with what is written in it; RecordMissingError for an unknown child."""
        return week_grid(self._session.family(), written, child, week, self._session.today())

    def _changes(
        self,
        child: UUID,
        week: Period,
        written: DayRecords,
        wishes: Mapping[CellPlace, CellInput],
        writing: CellContext,
    ) -> tuple[list[Record], list[UUID]]:
        """Return what to put and what to delete; each cell sees what the ones before it did."""
        grid = self.grid(child, week, written)
        put: dict[UUID, Record] = {}
        gone: dict[UUID, None] = {}
        touched: set[tuple[UUID, date]] = set()
        for place, wish in wishes.items():
            of_day = (place.row.strategy, place.day)
            if of_day in touched:
                grid = self.grid(child, week, written)
            touched.add(of_day)
            change = cell_change(child, _known(grid, place), wish, writing)
            put |= {record.id: record for record in change.put}
            gone |= dict.fromkeys(change.delete)
            written = with_change(written, change)
        return [record for record in put.values() if record.id not in gone], list(gone)

    def _with_photos(self, practices: Sequence[Practice]) -> frozenset[UUID]:
        with self._session.asking() as queries:
            photos = queries.photos_on(practice.id for practice in practices)
        return frozenset(photo.practice for photo in photos if photo.practice)


def _known(grid: WeekGrid, place: CellPlace) -> WeekCell:
    cell = grid.cell(place)
    if cell is None:
        raise RecordMissingError(str(place.row.strategy))
    return cell
