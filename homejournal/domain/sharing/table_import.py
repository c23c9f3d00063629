"""A table that a family kept before: what its columns mean, and what it would bring along.

Nothing is guessed: a row is taken only where all its words are clear, and each other row is told
with what is not. The order of day, month and year is asked of all days together. The records of a
row have ids made from its words, so the same table taken twice brings nothing new.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, TypeVar
from uuid import UUID, uuid5

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.names import with_distinct_names, writers_on_paper
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import UNRATED, Strategy, plan_on
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.text_rules import folded, plain_digits
from homejournal.domain.today.week_cells import (
    CellInput,
    Letters,
    UnreadableCellError,
    read_cell,
)

_NAMES = UUID("5d1f2c5e-9a55-4b53-8f6e-2f0f5b0a7c11")


def helper_id(name: str) -> UUID:
    """Return the id of a helper named in a table, from the folded name."""
    return uuid5(_NAMES, f"helper {name}")


class RowIds:
    """Makes the ids of the records of one table row.

    Each kind is counted by itself: a row that is read in another way gives other records.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = "\x1f".join(words)
        self._made: Counter[Kind] = Counter()

    def next(self, kind: Kind) -> UUID:
        """Return the next id for a kind of record."""
        self._made[kind] += 1
        of_kind = "" if kind is Kind.PRACTICE else kind
        return uuid5(_NAMES, f"{self._words}\x1f{of_kind}{self._made[kind]}")


N = TypeVar("N", Strategy, Helper)


def by_name(records: Iterable[N], shown: Mapping[UUID, N]) -> Mapping[str, Sequence[N]]:
    """Return the records by name, both as given and as shown: "Wait" and "Wait (2)"."""
    found: dict[str, list[N]] = {}
    for record in records:
        for name in {folded(record.name), folded(shown[record.id].name)}:
            found.setdefault(name, []).append(record)
    return found


_PARTS = re.compile(r"\D*(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})(?!\d).*", re.DOTALL)
_CENTURY = 100
_THIS_CENTURY = 2000


class DayOrder(StrEnum):
    """What comes first, second and third in a day."""

    YEAR_MONTH_DAY = "year_month_day"
    MONTH_DAY_YEAR = "month_day_year"
    DAY_MONTH_YEAR = "day_month_year"


def read_day(text: str, order: DayOrder) -> date | None:
    """Return the day that a text tells, a clock time behind it left out; None if it is none.

    A year of two digits is one of this century.
    """
    found = _PARTS.fullmatch(plain_digits(text.strip()))
    if found is None:
        return None
    first, second, third = (int(part) for part in found.groups())
    match order:
        case DayOrder.YEAR_MONTH_DAY:
            year, month, day = first, second, third
        case DayOrder.MONTH_DAY_YEAR:
            month, day, year = first, second, third
        case _:
            day, month, year = first, second, third
    year += _THIS_CENTURY if year < _CENTURY else 0
    try:
        return date(year, month, day)
    except ValueError:
        return None


def likely_order(texts: Iterable[str], usual: DayOrder) -> DayOrder:
    """Return the order in which the most of these texts are days; the usual one where it ties."""
    told = [text for text in texts if text.strip()]
    orders = sorted(DayOrder, key=lambda order: order is not usual)
    return max(orders, key=lambda order: sum(read_day(text, order) is not None for text in told))


class Meaning(StrEnum):
    """What a column of a table can be."""

    NOTHING = "nothing"
    DAY = "day"
    STRATEGY = "strategy"
    HOW = "how"
    """Whether it was done and how it went, as a week from paper is typed in."""
    NOTE = "note"
    SLOT = "slot"
    WHO = "who"


class Unclear(StrEnum):
    """Why a row cannot be taken."""

    NO_DAY = "no_day"
    NOT_YET = "not_yet"
    NO_STRATEGY = "no_strategy"
    ALIKE = "alike"
    """Two have the name: which of them is meant its number would tell, as in "Wait (2)"."""

    HOW = "how"
    TOO_LONG = "too_long"
    NOTHING_SAID = "nothing_said"


class UnclearRow(NamedTuple):
    """A row that is not taken: its number as spreadsheets count, why, and the words of the cell."""

    number: int
    why: Unclear
    cell: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePlan:
    """What each column means, and what a table does not say itself.

    `strategy` is the one for all rows where no column names it. `words` are whole cells with a
    meaning of their own ("some help" is level 2), by kind of rating, folded.
    """

    child: UUID
    meanings: Sequence[Meaning]
    order: DayOrder
    letters: Letters
    strategy: UUID | None = None
    words: Mapping[RatingKind, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRead:
    """What a table would bring, and the rows that are not clear."""

    records: tuple[Record, ...] = ()
    unclear: tuple[UnclearRow, ...] = ()
    before_plan: Mapping[UUID, date] = field(default_factory=dict)
    """The first day of a strategy, where that is before its plan begins."""

    @property
    def days(self) -> int:
        """Return on how many days something would be written."""
        return len(
            {record.day for record in self.records if isinstance(record, Practice | DayMark | Note)}
        )


def read_table(
    rows: Sequence[Sequence[str]], plan: TablePlan, family: Family, now: datetime
) -> TableRead:
    """Return what the rows of a table tell; the row with the names of the columns is not one."""
    reader = _Reader(plan, family, now)
    seen: Counter[tuple[str, ...]] = Counter()
    for number, row in enumerate(rows, start=2):
        if any(cell.strip() for cell in row):
            words = tuple(cell.strip() for cell in row)
            seen[words] += 1
            reader.take(number, words, seen[words])
    return TableRead(
        records=(*reader.helpers.values(), *reader.records),
        unclear=tuple(reader.unclear),
        before_plan=reader.before_plan(),
    )


class _UnclearError(Exception):
    def __init__(self, why: Unclear, cell: str = "") -> None:
        super().__init__(why)
        self.why, self.cell = why, cell


class _Reader:
    """Reads row by row."""

    def __init__(self, plan: TablePlan, family: Family, now: datetime) -> None:
        self._plan, self._family, self._now = plan, family, now
        self._strategies = by_name(
            family.strategies_of(plan.child), with_distinct_names(family, plan.child).strategies
        )
        self._known = by_name(family.helpers.values(), writers_on_paper(family.helpers))
        self._ratings: dict[tuple[UUID, date], RatingPlan] = {}
        self.helpers: dict[str, Helper] = {}
        self.records: list[Record] = []
        self.unclear: list[UnclearRow] = []

    def take(self, number: int, row: tuple[str, ...], times: int) -> None:
        """Take a row, or note why not; `times` counts rows that say the same."""
        try:
            self.records += self._records(row, times)
        except _UnclearError as error:
            self.unclear.append(UnclearRow(number, error.why, error.cell))
        except InvalidValueError:
            self.unclear.append(UnclearRow(number, Unclear.TOO_LONG))

    def before_plan(self) -> dict[UUID, date]:
        """Return the first days of strategies that are before their plans."""
        first: dict[UUID, date] = {}
        for record in self.records:
            if isinstance(record, Practice | DayMark) and record.strategy:
                first[record.strategy] = min(record.day, first.get(record.strategy, record.day))
        return {id_: day for id_, day in first.items() if self._is_before_plan(id_, day)}

    def _is_before_plan(self, strategy: UUID, day: date) -> bool:
        steps = self._family.steps.get(strategy, ())
        return bool(steps) and day < steps[0].from_day

    def _records(self, row: tuple[str, ...], times: int) -> list[Record]:
        day = self._day(self._cell(row, Meaning.DAY))
        how, note = self._cell(row, Meaning.HOW), self._cell(row, Meaning.NOTE)
        if not how and not note:
            raise _UnclearError(Unclear.NOTHING_SAID)
        strategy = self._strategy(self._cell(row, Meaning.STRATEGY), needed=bool(how))
        ids = RowIds((str(self._plan.child), str(self._plan.strategy), *row, str(times)))
        who = self._helper(self._cell(row, Meaning.WHO))
        said = list(self._said(row, day, strategy, how, ids)) if strategy and how else []
        if note:
            said.append(
                Note(
                    id=ids.next(Kind.NOTE),
                    child=self._plan.child,
                    day=day,
                    text=note,
                    strategy=strategy.id if strategy else None,
                    helper=who,
                    written=self._now,
                )
            )
        return said

    def _said(
        self,
        row: tuple[str, ...],
        day: date,
        strategy: Strategy,
        how: str,
        ids: RowIds,
    ) -> Iterator[Record]:
        rating = self._rating_on(strategy, day)
        wish = self._wish(how, rating)
        slot = self._cell(row, Meaning.SLOT) or None
        who = self._helper(self._cell(row, Meaning.WHO))
        for time in wish.times:
            yield Practice(
                id=ids.next(Kind.PRACTICE),
                strategy=strategy.id,
                day=day,
                slot=slot,
                helper=who,
                rating=time,
                rating_kind=rating.kind,
                written=self._now,
            )
        if wish.mark:
            yield DayMark(
                id=ids.next(Kind.DAY_MARK),
                child=self._plan.child,
                strategy=strategy.id,
                day=day,
                slot=slot,
                mark=wish.mark,
                reason=wish.reason,
                helper=who,
                written=self._now,
            )

    def _wish(self, how: str, rating: RatingPlan) -> CellInput:
        known = self._plan.words.get(rating.kind, {})
        try:
            return read_cell(known.get(folded(how), how), rating.kind, self._plan.letters)
        except UnreadableCellError as error:
            raise _UnclearError(Unclear.HOW, how) from error

    def _rating_on(self, strategy: Strategy, day: date) -> RatingPlan:
        """Return how a day is rated; many rows are of the same day."""
        found = self._ratings.get((strategy.id, day))
        if found is None:
            found = self._ratings[strategy.id, day] = self._rating_of(strategy, day)
        return found

    def _rating_of(self, strategy: Strategy, day: date) -> RatingPlan:
        """Return how a day is rated; before the plan began, as its beginning says."""
        steps = self._family.steps.get(strategy.id, ())
        if not steps:
            return UNRATED
        return plan_on(steps, max(day, steps[0].from_day)).rating

    def _day(self, cell: str) -> date:
        day = read_day(cell, self._plan.order)
        if day is None:
            raise _UnclearError(Unclear.NO_DAY, cell)
        if day > self._now.date():
            raise _UnclearError(Unclear.NOT_YET, cell)
        return day

    def _strategy(self, cell: str, *, needed: bool) -> Strategy | None:
        """Return the strategy that a row names, else the one for all rows."""
        if cell:
            found = _the_one(self._strategies.get(folded(cell), ()), cell)
        else:
            found = self._family.strategies.get(self._plan.strategy or UUID(int=0))
        if found is None and (cell or needed):
            raise _UnclearError(Unclear.NO_STRATEGY, cell)
        return found

    def _helper(self, cell: str) -> UUID | None:
        """Return who is named; a name that is new becomes one on the list."""
        name = folded(cell)
        if not name:
            return None
        known = _the_one(self._known.get(name, ()), cell)
        if known is None and name not in self.helpers:
            self.helpers[name] = Helper(id=helper_id(name), name=cell)
        return (known or self.helpers[name]).id

    def _cell(self, row: tuple[str, ...], meaning: Meaning) -> str:
        """Return what the columns of a meaning say, one below the other."""
        pairs = zip(self._plan.meanings, row, strict=False)
        return "\n".join(cell for is_of, cell in pairs if is_of is meaning and cell)


def column_name(name: str) -> str:
    """Return a column's name for comparing: signs around it, as of a question, do not count."""
    return folded(name.strip("¿?¡!؟:.*# \t"))


def guessed_meanings(names: Iterable[str], known: Mapping[str, Meaning]) -> tuple[Meaning, ...]:
    """Return what columns mean by their names, each meaning but notes once; else nothing."""
    taken: set[Meaning] = set()
    found: list[Meaning] = []
    for name in names:
        meaning = known.get(column_name(name), Meaning.NOTHING)
        if meaning in taken and meaning is not Meaning.NOTE:
            meaning = Meaning.NOTHING
        taken.add(meaning)
        found.append(meaning)
    return tuple(found)


def _the_one(found: Sequence[N], cell: str) -> N | None:
    """Return the only one of these, or None; raises _UnclearError rather than guess between two."""
    if len(found) > 1:
        raise _UnclearError(Unclear.ALIKE, cell)
    return found[0] if found else None
