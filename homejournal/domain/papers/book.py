"""The journal as a book to keep: month by month the notes, visits and firsts in the family's words.

A book is the family's own. It is the one thing on paper that may hold private notes, and only where
the family asked for them in so many words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from homejournal.domain.days.counting import CountedDays
from homejournal.domain.days.periods import Age, Period, Span, WeekStart, age_on, spans_of
from homejournal.domain.days.strategy_numbers import Block
from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.limits import check_stretch
from homejournal.domain.looking_back.chart_series import BarSeries
from homejournal.domain.looking_back.look_back_values import FirstTime, LookBack, StrategyWritten
from homejournal.domain.looking_back.make_look_back import bars_in, look_back
from homejournal.domain.names import name_on_its_own
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import AnyNote, Flag, Note, PrivateNote
from homejournal.domain.records.visits import VisitHow
from homejournal.domain.sentences.allowed_sentences import tell_days, tell_times, told_by_plan
from homejournal.domain.sentences.values import Sentence
from homejournal.domain.visits import in_time

_MONTHS_OF_A_QUARTER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class BookAsked:
    """Which days of which child to keep, and what of them; nothing private unless it is wished."""

    child: UUID
    period: Period
    private: bool = False
    charts: bool = False
    paper: Paper = Paper.LETTER
    language: str = "en"

    def __post_init__(self) -> None:
        start, end = self.period
        if end < start:
            raise InvalidValueError("period", Reason.DATES_REVERSED)
        check_stretch(start, end)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRead:
    """A note with its strategy and helper, taken from its practice if it names none."""

    note: AnyNote
    strategy: UUID | None = None
    helper: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRead:
    """All that was read for a book, before anything is counted; notes stand by day."""

    asked: BookAsked
    family: Family
    notes: Sequence[NoteRead] = ()
    written: Sequence[StrategyWritten] = ()
    printed: date
    example: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BookNote:
    """A note as the family wrote it; who and about which strategy, where that is known."""

    day: date
    text: str
    by: str = ""
    about: str = ""
    flags: tuple[Flag, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BookVisit:
    """A visit that took place or was planned, and what was agreed at it."""

    day: date
    people: tuple[str, ...] = ()
    how: VisitHow | None = None
    agreed_between: str = ""
    agreed_next: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookDays:
    """On how many days of a month a strategy was used, with all that has to be known of them."""

    strategy: str
    told: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookChart:
    """The weeks of a strategy over a quarter of a year."""

    strategy: str
    bars: BarSeries


@dataclass(frozen=True, slots=True, kw_only=True)
class BookMonth:
    """A month, cut to the book's days; the charts are those of the quarter that ends with it."""

    period: Period
    celebrations: tuple[BookNote, ...] = ()
    firsts: tuple[FirstTime, ...] = ()
    visits: tuple[BookVisit, ...] = ()
    life: tuple[tuple[date, str], ...] = ()
    notes: tuple[BookNote, ...] = ()
    days: tuple[BookDays, ...] = ()
    charts: tuple[BookChart, ...] = ()

    @property
    def empty(self) -> bool:
        """Return whether there is nothing to read in it."""
        told = (self.celebrations, self.firsts, self.visits, self.life, self.notes, self.days)
        return not any((*told, self.charts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The book of one child, by the name the family uses; months without anything are left out."""

    child: str
    period: Period
    printed: date
    ages: tuple[Age | None, Age | None] = (None, None)
    """The age on the first and on the last day."""
    written_by: tuple[str, ...] = ()
    months: tuple[BookMonth, ...] = ()
    private: bool = False
    paper: Paper = Paper.LETTER
    language: str = "en"
    example: bool = False


def book_of(read: BookRead) -> Book:
    """Make the book of what was read; a pure function that may take seconds for many years."""
    asked, family = read.asked, read.family
    child = family.children[asked.child]
    notes = [_told(note_read, family) for note_read in read.notes if _may_stand(note_read, asked)]
    backs = [look_back(written) for written in read.written]
    by_month = _by_month(notes)
    months = (
        _month(read, month, by_month.get(month.start.replace(day=1), ()), backs)
        for month in months_of(asked.period)
    )
    return Book(
        child=child.name,
        period=asked.period,
        printed=read.printed,
        ages=_ages(child, asked.period),
        written_by=tuple(dict.fromkeys(note.by for note in notes if note.by)),
        months=tuple(month for month in months if not month.empty),
        private=any(note.private for note in notes),
        paper=asked.paper,
        language=asked.language,
        example=read.example,
    )


def months_of(period: Period) -> tuple[Period, ...]:
    """Return the months of a period in order, the first and the last cut to it."""
    return spans_of(period, Span.MONTH, WeekStart.MONDAY)


def _by_month(notes: Iterable[BookNote]) -> dict[date, list[BookNote]]:
    found: dict[date, list[BookNote]] = {}
    for note in notes:
        found.setdefault(note.day.replace(day=1), []).append(note)
    return found


def _may_stand(read: NoteRead, asked: BookAsked) -> bool:
    """Return whether a note is of this child and these days, and not private unless wished."""
    note = read.note
    mine = note.child == asked.child and asked.period.start <= note.day <= asked.period.end
    return mine and (asked.private or isinstance(note, Note))


def _told(read: NoteRead, family: Family) -> BookNote:
    note = read.note
    helper = family.helpers.get(read.helper) if read.helper else None
    strategy = family.strategies.get(read.strategy) if read.strategy else None
    return BookNote(
        day=note.day,
        text=note.text,
        by=helper.name if helper else "",
        # A strategy of a brother or sister has no place in this child's book.
        about=strategy.name if strategy and strategy.child == note.child else "",
        flags=note.flags if isinstance(note, Note) else (),
        private=isinstance(note, PrivateNote),
    )


def _ages(child: Child, period: Period) -> tuple[Age | None, Age | None]:
    first, last = (age_on(child.born, child.due, day) for day in period)
    return first, last


def _month(
    read: BookRead, month: Period, mine: Sequence[BookNote], backs: Sequence[LookBack]
) -> BookMonth:
    family, child = read.family, read.asked.child
    firsts = (first for back in backs for first in back.written.firsts)
    life = (life_event for life_event in family.life_events.values() if life_event.child == child)
    return BookMonth(
        period=month,
        celebrations=tuple(note for note in mine if Flag.CELEBRATION in note.flags),
        firsts=tuple(
            sorted(
                (first_time for first_time in firsts if _inside(first_time.first.day, month)),
                key=lambda first_time: first_time.first.day,
            )
        ),
        visits=tuple(_visits(family, child, month)),
        life=tuple(sorted((event.day, event.words) for event in life if _inside(event.day, month))),
        notes=tuple(note for note in mine if Flag.CELEBRATION not in note.flags),
        days=tuple(
            BookDays(strategy=back.written.strategy.name, told=told)
            for back in backs
            if (told := _days_told(back.counted, month))
        ),
        charts=tuple(_charts(read.asked, month, backs)),
    )


def _inside(day: date, stretch: Period) -> bool:
    return stretch.start <= day <= stretch.end


def _visits(family: Family, child: UUID, month: Period) -> Iterable[BookVisit]:
    mine = (one for one in family.visits.values() if one.child == child)
    for visit in sorted((one for one in mine if _inside(one.day, month)), key=in_time):
        yield BookVisit(
            day=visit.day,
            people=tuple(
                name_on_its_own(family.team[who], family.team.values())
                for who in visit.people
                if who in family.team
            ),
            how=visit.how,
            agreed_between=visit.agreed_between or "",
            agreed_next=visit.agreed_next or "",
        )


def _days_told(counted: CountedDays, month: Period) -> tuple[Sentence, ...]:
    """Return the honest days and times of a month in which something was written of a strategy."""
    if not _anything(counted.block(month)):
        return ()
    return told_by_plan(counted, month, lambda block: (*tell_days(block), *tell_times(block)))


def _anything(block: Block) -> bool:
    return bool(block.times or block.not_today or block.left_out)


def _charts(asked: BookAsked, month: Period, backs: Sequence[LookBack]) -> Iterable[BookChart]:
    """Yield the charts of the quarter that ends with a month, or with the last one of the book."""
    ends = month.end.month % _MONTHS_OF_A_QUARTER == 0 or month.end == asked.period.end
    if not (asked.charts and ends):
        return
    quarter = Period(max(quarter_start(month.end), asked.period.start), month.end)
    for back in backs:
        bars = bars_in(back, quarter)
        if any(bar.written and bar.has(bars.shape) for bar in bars.bars):
            # In a chart so small the lines of the phases would stand over its numbers.
            small = replace(bars, phases=())
            yield BookChart(strategy=back.written.strategy.name, bars=small)


def quarter_start(day: date) -> date:
    """Return the first day of the quarter of a year that a day lies in."""
    first = day.month - (day.month - 1) % _MONTHS_OF_A_QUARTER
    return day.replace(month=first, day=1)
