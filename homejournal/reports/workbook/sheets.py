"""What stands in a workbook of the whole journal: sheets with names and words in place of ids.

It is made to be read and sorted, by people; what is to be read back is the JSON or the tables.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from homejournal.domain.papers.workbook import Book, BookCell, BookColumn, BookSheet, DayOfStrategy
from homejournal.domain.records.family import Family
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.rating_scales import RatingPlan, Tries
from homejournal.domain.records.record import Kind, Record
from homejournal.reports.workbook.columns import (
    LONG,
    MIDDLE,
    SHORT,
    Column,
    Columns,
    Names,
    read_field,
)
from homejournal.reports.workbook.plan_sheets import PlannedColumns
from homejournal.texts import labels
from homejournal.texts.day_page import rating_said
from homejournal.texts.papers.about_child import title as about_title
from homejournal.texts.progress_page import shown_state
from homejournal.texts.wording import Wording


class WrittenColumns(Columns):
    """Makes the columns of what is written."""

    def days(self) -> list[Column]:
        """Return the columns of the days of each strategy, also of those not written."""
        text = self.wording.text
        return [
            self.day(text("The family’s day")),
            self.child(),
            self.named(text("Strategy"), text("What it is about"), "strategy"),
            Column(
                text("State"),
                text("Did it, not today, left out, not written, not planned or used anyway"),
                MIDDLE,
                lambda one: shown_state(self.wording, one.shown),
            ),
            Column(
                text("Reason"), text("Why a day was left out"), MIDDLE,
                lambda one: (
                    labels.reason(self.wording, one.shown.reason) if one.shown.reason else None
                ),
            ),
            Column(
                text("Planned day"),
                text(
                    "“yes” on the days that shares are counted from; empty where any days of a week"
                    " will do"
                ),
                SHORT,
                self._planned,
            ),
            *self._times(),
        ]  # fmt: skip

    def _times(self) -> list[Column]:
        """Return the columns of the times of a day."""
        text = self.wording.text
        told = (
            (text("Times"), text("How often it was done that day"), "times"),
            (text("Planned times"), text("How often it was planned that day"), "times_planned"),
            (text("Times not today"), text("Planned times put off"), "times_not_today"),
            (
                text("Times not written"),
                text("Planned times of which nothing is written"),
                "times_not_written",
            ),
        )
        return [Column(name, said, SHORT, read_field(field)) for name, said, field in told]

    def _planned(self, one: DayOfStrategy) -> BookCell:
        said = {True: self.wording.text("yes"), False: self.wording.text("no")}
        return None if one.planned is None else said[one.planned]

    def entries(self) -> list[Column]:
        """Return the columns of entries and marks."""
        text = self.wording.text
        return [
            self.day(text("The family’s day")),
            self.child(),
            self.strategy(),
            Column(text("What"), text("Did it, not today, or left out"), MIDDLE, self._what),
            Column(text("Rating"), text("How it went, in words"), MIDDLE, self._rating),
            Column(text("Number"), text("The level or the number"), SHORT, _number),
            *self.numbers(self._rated_by),
            Column(text("Took"), text("Of tries: how many the child took"), SHORT, _took),
            Column(text("Offered"), text("Of tries: how many were offered"), SHORT, _offered),
            Column(text("Reason"), text("Why a day was left out"), MIDDLE, self._reason),
            Column(text("Words"), text("Our own words for that"), LONG, read_field("words")),
            Column(text("Time of day"), text("Which time of the plan"), MIDDLE, read_field("slot")),
            Column(
                text("Clock"), text("The clock time, where it was typed"), SHORT, read_field("time")
            ),
            self.named(text("Routine"), text("The part of the day"), "routine"),
            self.who(text("Who did it or said so")),
            self.written(),
        ]

    def notes(self) -> list[Column]:
        text = self.wording.text
        flags = (
            (Flag.CELEBRATION, text("A note to celebrate")),
            (Flag.CONCERN, text("A note that worries us")),
            (Flag.QUESTION, text("A question for a visit")),
        )
        of_flags = [
            Column(labels.flag(self.wording, flag), meaning, SHORT, self._flagged(flag))
            for flag, meaning in flags
        ]
        return [
            *self._of_note(),
            *of_flags,
            Column(
                text("Answered"), text("The day it was answered"), SHORT, read_field("answered")
            ),
            *self._by_whom(),
        ]

    def private_notes(self) -> list[Column]:
        return [*self._of_note(), *self._by_whom()]

    def life_events(self) -> list[Column]:
        text = self.wording.text
        return [
            self.day(text("The day it happened")),
            self.child(),
            *self.in_words(text("What happened"), (text("Words"), "words")),
        ]

    def about(self) -> list[Column]:
        """Return the columns of what is told about a child."""
        text = self.wording.text
        ours = self.in_words(
            text("In our own words"),
            (text("Strengths"), "strengths"),
            (text("Interests"), "interests"),
            (text("Needs"), "needs"),
            (text("What helps"), "helps"),
            (text("What is hard"), "hard"),
            (text("Favorite routines"), "routines"),
        )
        return [self.day(text("The day it was written")), self.child(), *ours]

    def feelings(self) -> list[Column]:
        """Return the columns of how routines are, and how sure somebody feels."""
        text, names = self.wording.text, self.names

        def about(one: Any) -> BookCell:  # noqa: ANN401 - one of two kinds of rating
            return names.name(getattr(one, "routine", None) or getattr(one, "strategy", None))

        return [
            self.day(text("The day it was rated")),
            self.child(),
            Column(text("About"), text("The routine, or the strategy"), MIDDLE, about),
            Column(text("Level"), text("From 1 to 5; more is better"), SHORT, read_field("level")),
            self.who(text("Who said so")),
        ]

    def _of_note(self) -> list[Column]:
        text, names = self.wording.text, self.names
        return [
            self.day(text("The day the note is about")),
            self.child(),
            Column(text("Strategy"), text("What it is about"), MIDDLE, names.strategy_of),
            *self.in_words(text("In our own words"), (text("Note"), "text")),
        ]

    def _by_whom(self) -> list[Column]:
        return [self.who(self.wording.text("Who wrote it")), self.written()]

    def _what(self, one: Practice | DayMark) -> BookCell:
        if isinstance(one, Practice):
            return self.wording.text("did it")
        return labels.mark(self.wording, one.mark)

    def _rating(self, one: Practice | DayMark) -> BookCell:
        if isinstance(one, DayMark) or one.rating is None:
            return None
        return rating_said(self.wording, one.rating_kind, one.rating)

    def _rated_by(self, one: Practice | DayMark) -> RatingPlan | None:
        rated = isinstance(one, Practice) and isinstance(one.rating, Decimal)
        return self.names.rated_by(one) if isinstance(one, Practice) and rated else None

    def _reason(self, one: Practice | DayMark) -> BookCell:
        why = one.reason if isinstance(one, DayMark) else None
        return labels.reason(self.wording, why) if why else None

    def _flagged(self, flag: Flag) -> Callable[[Any], BookCell]:
        yes = self.wording.text("yes")
        return lambda one: yes if flag in one.flags else None


def _number(one: Practice | DayMark) -> BookCell:
    rating = one.rating if isinstance(one, Practice) else None
    return rating if isinstance(rating, int | Decimal) else None


def _took(one: Practice | DayMark) -> BookCell:
    rating = one.rating if isinstance(one, Practice) else None
    return rating.took if isinstance(rating, Tries) else None


def _offered(one: Practice | DayMark) -> BookCell:
    rating = one.rating if isinstance(one, Practice) else None
    return rating.of if isinstance(rating, Tries) else None


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
    yield _SheetPlan(about_title(wording), (Kind.ABOUT,), written.about())
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
        BookColumn(text("What it says"), text("What is in the column"), LONG),
    )
    rows = tuple(
        (sheet.title, column.name, column.meaning) for sheet in sheets for column in sheet.columns
    )
    return BookSheet(title=text("Guide"), columns=columns, rows=rows)
