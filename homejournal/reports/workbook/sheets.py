"""What stands in a workbook of the whole journal: sheets with names and words in place of ids.

It is made to be read and sorted, by people; what is to be read back is the JSON or the tables.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from homejournal.domain.looking_back.all_strategies import DayOfStrategy
from homejournal.domain.papers.workbook import Book, BookColumn, BookSheet
from homejournal.domain.records.family import Family
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.record import Kind, Record
from homejournal.reports.workbook.columns import LONG, MIDDLE, Column
from homejournal.reports.workbook.names import Names
from homejournal.reports.workbook.plan_sheets import PlannedColumns
from homejournal.reports.workbook.written_sheets import WrittenColumns
from homejournal.texts.wording import Wording


class _SheetPlan(NamedTuple):
    """How a sheet is made: which kinds of record stand in it, and its columns."""

    title: str
    kinds: tuple[Kind, ...]
    columns: Sequence[Column]
    days: Sequence[DayOfStrategy] = ()


def workbook(
    records: Iterable[Record],
    family: Family,
    wording: Wording,
    days: Sequence[DayOfStrategy] = (),
    *,
    private: bool,
) -> Book:
    """Return the workbook of a journal's records; without what is private, unless it is wanted.

    The `days` have a row each, also where nothing is written: so shares come out as they are.
    Sheets that would be empty are left out; rows go by their day. What has one name has the
    numbers that it has in the family's window.
    """
    by_kind: dict[Kind, list[Record]] = {}
    for record in records:
        by_kind.setdefault(kind_of(record), []).append(record)
    names = Names.of(by_kind, family)
    plans = _sheet_plans(wording, names, private=private)
    days_plan = _days_plan(wording, names, days)
    sheets = tuple(sheet for plan in (days_plan, *plans) if (sheet := _sheet(plan, by_kind)).rows)
    from_right = wording.direction == "rtl"
    return Book(guide=_guide(wording, sheets), sheets=sheets, from_right=from_right)


def _days_plan(wording: Wording, names: Names, days: Sequence[DayOfStrategy]) -> _SheetPlan:
    return _SheetPlan(wording.text("Days"), (), WrittenColumns(wording, names).days(), days)


def _sheet_plans(wording: Wording, names: Names, *, private: bool) -> Iterator[_SheetPlan]:
    """Yield the sheets in their order; those of private words only where they are wanted."""
    written, planned = WrittenColumns(wording, names), PlannedColumns(wording, names)
    text = wording.text
    yield _SheetPlan(text("Entries"), (Kind.PRACTICE, Kind.DAY_MARK), written.entries())
    yield _SheetPlan(text("Notes"), (Kind.NOTE,), written.notes())
    if private:
        yield _SheetPlan(text("Private notes"), (Kind.PRIVATE_NOTE,), written.private_notes())
    yield _SheetPlan(text("Plan"), (Kind.PLAN_STEP,), planned.plan())
    yield _SheetPlan(text("Outcomes"), (Kind.OUTCOME,), planned.outcomes())
    yield _SheetPlan(text("Ladder sentences"), (Kind.LADDER,), planned.ladder_sentences())
    yield _SheetPlan(text("Ladders"), (Kind.LADDER_RATING,), planned.ladders())
    yield _SheetPlan(text("Reviews"), (Kind.OUTCOME_REVIEW,), planned.reviews())
    yield _SheetPlan(text("Visits"), (Kind.VISIT,), planned.visits())
    yield _SheetPlan(text("Their questions"), (Kind.ASKED,), planned.asked())
    yield _SheetPlan(text("Our team"), (Kind.TEAM_MEMBER,), planned.team())
    yield _SheetPlan(text("Contacts"), (Kind.CONTACT,), planned.contacts())
    yield _SheetPlan(text("Life events"), (Kind.LIFE_EVENT,), written.life_events())
    yield _SheetPlan(text("About our child"), (Kind.ABOUT,), written.about())
    if private:
        kinds = (Kind.ROUTINE_RATING, Kind.CONFIDENCE_RATING)
        yield _SheetPlan(text("How it feels"), kinds, written.feelings())


def _sheet(plan: _SheetPlan, by_kind: Mapping[Kind, Sequence[Record]]) -> BookSheet:
    of_kinds = (record for kind in plan.kinds for record in by_kind.get(kind, ()))
    records: list[Record | DayOfStrategy] = [*plan.days, *of_kinds]
    records.sort(key=_day)
    return BookSheet(
        title=plan.title,
        columns=tuple(BookColumn(one.name, one.meaning, one.width) for one in plan.columns),
        rows=tuple(tuple(column.cell(one) for column in plan.columns) for one in records),
    )


def _day(record: Record | DayOfStrategy) -> date:
    day: date | None = getattr(record, "day", None) or getattr(record, "from_day", None)
    return day or date.min


def _guide(wording: Wording, sheets: Iterable[BookSheet]) -> BookSheet:
    text = wording.text
    columns = (
        BookColumn(text("Sheet"), text("Which sheet it is about"), MIDDLE),
        BookColumn(text("Column"), text("Which column of that sheet"), MIDDLE),
        BookColumn(text("What it says"), text("What stands in the column"), LONG),
    )
    rows = tuple(
        (sheet.title, column.name, column.meaning) for sheet in sheets for column in sheet.columns
    )
    return BookSheet(title=text("Guide"), columns=columns, rows=rows)
