"""Photos of sheets that were filled in by hand: beside what is written, and into the journal."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import InvalidValueError, Reason, RecordMissingError
from homejournal.domain.limits import days_from
from homejournal.domain.papers.sheet_places import KeptSheets, kept_sheets_by_code
from homejournal.domain.papers.sheet_reading import PhotoRead, each_page_once
from homejournal.domain.records.changes import Change
from homejournal.domain.records.family import DayRecords
from homejournal.domain.records.media_and_papers import Sheet
from homejournal.domain.records.plan import DAYS_OF_A_WEEK
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.today.sheet_photo import (
    PageAnswers,
    PhotosShown,
    WrittenWeek,
    asked_where_pages_differ,
    asked_which_home,
    photo_page,
    printed_cell,
    printed_kinds,
)
from homejournal.domain.today.week_cells import (
    CellChange,
    CellContext,
    SheetAuthors,
    cell_change,
    with_change,
)
from homejournal.services.days.days import Days
from homejournal.services.days.week_grid import Weeks
from homejournal.services.records.records import Records
from homejournal.services.session import Session


class SheetPhotos:
    """Shows what photos of sheets say, and writes what the family chose of it."""

    def __init__(self, session: Session, records: Records, days: Days, weeks: Weeks) -> None:
        self._session, self._records = session, records
        self._days, self._weeks = days, weeks

    def kept(self) -> KeptSheets:
        """Return every printed page that a photo can be known by; it needs no journal any more."""
        found = self._records.all_of(Kind.SHEET)
        return kept_sheets_by_code(one for one in found if isinstance(one, Sheet))

    def shown(self, reads: Sequence[PhotoRead]) -> PhotosShown:
        """Return what photos say beside what is written, in the order of children, weeks, pages.

        Pages of a child that is gone are left away. Where there is another home, too, "away" is
        asked about.
        """
        family = self._session.family()
        pages = [page for page in each_page_once(reads) if page.sheet.child in family.children]
        children = [*family.children]
        pages.sort(
            key=lambda read: (
                children.index(read.sheet.child),
                read.sheet.week,
                read.sheet.page,
                read.sheet.id,
            )
        )
        read = [photo_page(page, self._written(page.sheet)) for page in pages]
        shown = PhotosShown(pages=asked_where_pages_differ(read))
        others = family.homes.keys() - {self._session.settings.home}
        return asked_which_home(shown) if others else shown

    def save(
        self, answers: Sequence[PageAnswers], told: SheetAuthors, *, sure: bool = False
    ) -> Change:
        """Write what was chosen of pages, all in one step; what is written now is written later.

        Raises CellRefusedError if a cell has to stay as it is, or may change only where the family
        is `sure`, InvalidValueError for a day still to come, and RecordMissingError for a page or a
        row that is gone; nothing is written then.
        """
        weeks: dict[tuple[UUID, date], _Writing] = {}
        for of_page in answers:
            sheet = self._records.get(of_page.sheet)
            if not isinstance(sheet, Sheet):
                raise RecordMissingError(str(of_page.sheet))
            of_week = weeks.get((sheet.child, sheet.week)) or self._begun(sheet, told, sure=sure)
            weeks[sheet.child, sheet.week] = of_week
            self._write(sheet, of_page, of_week)
        put = [record for one in weeks.values() for record in one.put.values()]
        gone = [record for one in weeks.values() for record in one.gone]
        hanging = self._records.attached_to(gone)
        with self._session.step() as step:
            step.did(step.writer.put(put))
            step.did(step.writer.delete([*gone, *hanging]))
        return step.change

    def _written(self, sheet: Sheet) -> WrittenWeek:
        week = Period(sheet.week, days_from(sheet.week, DAYS_OF_A_WEEK - 1))
        return self._with(sheet.child, week, self._days.between(sheet.child, *week))

    def _with(self, child: UUID, week: Period, records: DayRecords) -> WrittenWeek:
        grid = self._weeks.grid(child, week, records)
        return WrittenWeek(self._session.family(), records, grid, self._session.today())

    def _begun(self, sheet: Sheet, told: SheetAuthors, *, sure: bool) -> "_Writing":
        written = self._written(sheet)
        return _Writing(written, self._weeks.writing(written.records, told, sure=sure))

    def _write(self, sheet: Sheet, answers: PageAnswers, week: "_Writing") -> None:
        context = replace(week.context, read_from=sheet.id)
        kinds = printed_kinds(sheet, week.written)
        for place, said in answers.cells.items():
            if place not in kinds:
                raise RecordMissingError(str(place.row.strategy))
            cell = printed_cell(week.written, place, kinds[place])
            self._did(week, cell_change(sheet.child, cell, said, context))
        for day, reason in answers.days.items():
            self._did(week, _left_out(sheet.child, day, reason, (week.written, context)))

    def _did(self, week: "_Writing", change: CellChange) -> None:
        """Let the cells that follow see a change."""
        week.put |= {record.id: record for record in change.put}
        for gone in change.delete:
            week.put.pop(gone, None)
            week.gone[gone] = None
        grid, records = week.written.grid, with_change(week.written.records, change)
        week.written = self._with(grid.child, grid.period, records)


@dataclass
class _Writing:
    """A week while it is written."""

    written: WrittenWeek
    context: CellContext
    put: dict[UUID, Record] = field(default_factory=dict)
    gone: dict[UUID, None] = field(default_factory=dict)


def _left_out(
    child: UUID, day: date, reason: LeftOutReason, writing: tuple[WrittenWeek, CellContext]
) -> CellChange:
    """Return the mark that leaves a day out for all, in the place of the own home's before."""
    written, context = writing
    if day > written.today:
        raise InvalidValueError("day", Reason.IN_THE_FUTURE)
    before = [
        mark
        for mark in written.records.marks
        if (mark.day, mark.strategy, mark.home) == (day, None, context.home)
    ]
    if any(mark.reason is reason for mark in before):
        return CellChange()
    mark = DayMark(
        id=context.new_id(),
        child=child,
        day=day,
        mark=MarkKind.LEFT_OUT,
        reason=reason,
        home=context.home,
        helper=context.told.helper,
        written_by=context.told.written_by,
        written=context.at,
        read_from=context.read_from,
    )
    return CellChange(put=(mark,), delete=tuple(one.id for one in before))
