"""The journal as a book to keep: photos, quotes and firsts, month by month in the family's words.

A book is the family's own. It is the one thing on paper that may hold private notes, and only where
the family asked for them in so many words. Numbers stand only at its end, where they are wanted.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from homejournal.domain.days.counting import CountedDays
from homejournal.domain.days.periods import Age, Period, Span, WeekStart, age_on, spans_of
from homejournal.domain.days.strategy_numbers import Block
from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.limits import check_stretch
from homejournal.domain.looking_back.look_back_values import (
    FirstTime,
    LookBack,
    StrategyWritten,
)
from homejournal.domain.looking_back.make_look_back import look_back
from homejournal.domain.looking_back.strategy_rows import (
    StrategyRows,
    rows_from_first,
    rows_on_paper,
)
from homejournal.domain.names import name_on_its_own, name_on_paper
from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.papers.printed_sheets import Paper, PaperSize
from homejournal.domain.records.children import Child, Pronoun
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import AnyNote, Flag, Note, PrivateNote
from homejournal.domain.records.visits import VisitHow
from homejournal.domain.sentences.allowed_sentences import (
    tell_days,
    tell_times,
    told_by_plan,
)
from homejournal.domain.sentences.values import Sentence
from homejournal.domain.visits import in_time


@dataclass(frozen=True, slots=True, kw_only=True)
class BookAsked:
    """Which days of which child to keep, and what of them; nothing private unless it is wished.

    `photos` are those that the family ticked. `quotes` are notes that stand in large letters; None
    means all celebrations. With `numbers` an appendix tells the days of each strategy.
    """

    child: UUID
    period: Period
    private: bool = False
    numbers: bool = False
    photos: frozenset[UUID] = frozenset()
    quotes: frozenset[UUID] | None = None
    paper: PaperSize = Paper.LETTER
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
class PhotoRead:
    """A photo that can be ticked; its picture is in `shown` once it was."""

    media: UUID
    shown: PhotoOnPage
    cover: bool = False
    """Whether it is the one that stands for the child."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRead:
    """All that was read for a book, before anything is counted; notes and photos stand by day.

    `counted` are the days of which the appendix tells; None means all of the book's.
    """

    asked: BookAsked
    family: Family
    notes: Sequence[NoteRead] = ()
    photos: Sequence[PhotoRead] = ()
    written: Sequence[StrategyWritten] = ()
    counted: Period | None = None
    printed: date
    example: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BookMaterial:
    """All that a book can be made from, counted."""

    read: BookRead
    backs: Sequence[LookBack] = ()

    @property
    def counted(self) -> Period:
        """Return the days of which the appendix tells."""
        return self.read.counted or self.read.asked.period


class BookTick(StrEnum):
    """What a line that can be ticked is about."""

    COVER = "cover"
    PHOTO = "photo"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class BookOffer:
    """A photo to put in, or a note to set in large letters, by its id."""

    what: BookTick
    id: UUID
    says: str
    day: date
    by_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BookNote:
    """A note as the family wrote it; who and about which strategy, where that is known."""

    day: date
    text: str
    by: str = ""
    about: str = ""
    flags: tuple[Flag, ...] = ()
    private: bool = False
    id: UUID | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookVisit:
    """A visit, and what was agreed at it."""

    day: date
    people: tuple[str, ...] = ()
    how: VisitHow | None = None
    agreed_between: str = ""
    agreed_next: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookDays:
    """On how many days a strategy was used, with all that has to be known of them."""

    strategy: str
    told: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookMonth:
    """A month, cut to the book's days; `birthday` is how old the child became, and when."""

    period: Period
    ages: tuple[Age | None, Age | None] = (None, None)
    """The age on the first and on the last of its days."""
    birthday: tuple[date, int] | None = None
    quotes: tuple[BookNote, ...] = ()
    visits: tuple[BookVisit, ...] = ()
    life: tuple[tuple[date, str], ...] = ()
    notes: tuple[BookNote, ...] = ()
    photos: tuple[PhotoOnPage, ...] = ()

    @property
    def empty(self) -> bool:
        """Return whether there is nothing to read in it; a birthday alone is no month's story."""
        return not self.days

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days of all that it tells."""
        notes = (note.day for note in (*self.quotes, *self.notes))
        agreed = (visit.day for visit in self.visits)
        return (*notes, *agreed, *(day for day, _ in self.life), *(one.day for one in self.photos))


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The book of one child, by the name on papers; months without anything are left out.

    Its `period` goes from the first thing that it tells to the last.
    """

    child: str
    pronoun: Pronoun = Pronoun.NEITHER
    period: Period
    printed: date
    ages: tuple[Age | None, Age | None] = (None, None)
    """The age on the first and on the last day."""
    written_by: tuple[str, ...] = ()
    cover: PhotoOnPage | None = None
    firsts: tuple[FirstTime, ...] = ()
    months: tuple[BookMonth, ...] = ()
    days: tuple[BookDays, ...] = ()
    """The appendix: each strategy over all the days of the book."""
    rows: StrategyRows | None = None
    """The strategies of the appendix as one picture."""
    private: bool = False
    paper: PaperSize = Paper.LETTER
    language: str = "en"
    example: bool = False

    @property
    def empty(self) -> bool:
        """Return whether there is nothing to keep."""
        return not (self.months or self.firsts or self.days or self.cover)


def book_material(read: BookRead) -> BookMaterial:
    """Count what was read; a pure function that may take seconds for many years."""
    return BookMaterial(read=read, backs=tuple(look_back(written) for written in read.written))


def book_offers(material: BookMaterial) -> tuple[BookOffer, ...]:
    """Return what can be ticked: photos by day, and the notes that can stand in large letters."""
    read = material.read
    photos = (
        BookOffer(
            BookTick.COVER if photo.cover else BookTick.PHOTO,
            photo.media,
            photo.shown.name,
            photo.shown.day,
        )
        for photo in read.photos
    )
    notes = (one.note for one in read.notes if _may_stand(one, read.asked))
    quotes = (
        BookOffer(BookTick.QUOTE, note.id, note.text, note.day, _is_celebration(note))
        for note in notes
    )
    return (*photos, *quotes)


def book_of(material: BookMaterial) -> Book:
    """Make the book that the ticks ask for; what is unticked is not in it."""
    read, asked = material.read, material.read.asked
    child = read.family.children[asked.child]
    found = [one for one in read.notes if _may_stand(one, asked)]
    notes = [_told(one, read.family) for one in found]
    ticked = [photo for photo in read.photos if photo.media in asked.photos and photo.shown.jpeg]
    every = (_month(material, month, notes, ticked) for month in months_of(asked.period))
    months = tuple(month for month in every if not month.empty)
    firsts = _firsts(material.backs, asked.period)
    days = tuple(_appendix(material)) if asked.numbers else ()
    rows = _rows(material) if days else None
    period = _period_told(months, firsts, rows) or asked.period
    return Book(
        child=name_on_paper(child),
        pronoun=child.pronoun,
        period=period,
        printed=read.printed,
        # The last month tells the age at its end, and so does the first page.
        ages=_ages(child, Period(period.start, months[-1].period.end if months else period.end)),
        written_by=tuple(dict.fromkeys(note.by for note in notes if note.by)),
        cover=next((photo.shown for photo in ticked if photo.cover), None),
        firsts=firsts,
        months=months,
        days=days,
        rows=rows,
        private=any(note.private for note in notes),
        paper=asked.paper,
        language=asked.language,
        example=read.example,
    )


def _period_told(
    months: Iterable[BookMonth], firsts: Iterable[FirstTime], rows: StrategyRows | None
) -> Period | None:
    """Return the days from the first thing that a book tells to the last; None without any."""
    days = [day for month in months for day in month.days]
    days += [one.first.day for one in firsts]
    days += rows.axis.period if rows else ()
    return Period(min(days), max(days)) if days else None


def months_of(period: Period) -> tuple[Period, ...]:
    """Return the months of a period in order, the first and the last cut to it."""
    return spans_of(period, Span.MONTH, WeekStart.MONDAY)


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
        id=note.id,
    )


def _is_celebration(note: AnyNote) -> bool:
    return isinstance(note, Note) and Flag.CELEBRATION in note.flags


def _is_quote(note: BookNote, asked: BookAsked) -> bool:
    """Whether the family ticked a note; before it ticks any, celebrations are."""
    if asked.quotes is None:
        return Flag.CELEBRATION in note.flags
    return note.id in asked.quotes


def _ages(child: Child, period: Period) -> tuple[Age | None, Age | None]:
    first, last = (age_on(child.born, child.due, day) for day in period)
    return first, last


def _firsts(backs: Iterable[LookBack], period: Period) -> tuple[FirstTime, ...]:
    """Return the first times of all strategies by day."""
    firsts = (first for back in backs for first in back.written.firsts)
    inside = (one for one in firsts if _inside(one.first.day, period))
    return tuple(sorted(inside, key=lambda one: one.first.day))


def _month(
    material: BookMaterial,
    month: Period,
    notes: Iterable[BookNote],
    photos: Iterable[PhotoRead],
) -> BookMonth:
    family, asked = material.read.family, material.read.asked
    child = family.children[asked.child]
    mine = [note for note in notes if _inside(note.day, month)]
    life = (event for event in family.life_events.values() if event.child == child.id)
    shown = (photo.shown for photo in photos if not photo.cover)
    return BookMonth(
        period=month,
        ages=_ages(child, month),
        birthday=_birthday(child, month),
        quotes=tuple(note for note in mine if _is_quote(note, asked)),
        visits=tuple(_visits(family, child.id, month)),
        life=tuple(sorted((event.day, event.words) for event in life if _inside(event.day, month))),
        notes=tuple(note for note in mine if not _is_quote(note, asked)),
        photos=tuple(photo for photo in shown if _inside(photo.day, month)),
    )


_MONTHS_OF_A_YEAR = 12


def _birthday(child: Child, month: Period) -> tuple[date, int] | None:
    """Return the day in a month on which the child became a year older, and how many that is."""
    for number in range(month.start.toordinal(), month.end.toordinal() + 1):
        day, before = date.fromordinal(number), date.fromordinal(max(1, number - 1))
        now, then = age_on(child.born, None, day), age_on(child.born, None, before)
        if now and then and now.months != then.months and not now.months % _MONTHS_OF_A_YEAR:
            return day, now.months // _MONTHS_OF_A_YEAR
    return None


def _inside(day: date, stretch: Period) -> bool:
    return stretch.start <= day <= stretch.end


def _visits(family: Family, child: UUID, month: Period) -> Iterable[BookVisit]:
    """Yield the visits of which something is told; a bare date is no story."""
    every = (one for one in family.visits.values() if one.child == child)
    mine = (one for one in every if one.agreed_between or one.agreed_next)
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


def _appendix(material: BookMaterial) -> Iterator[BookDays]:
    """Yield the honest days and times of each strategy of which something was written."""
    for back in _used(material):
        told = _days_told(back.counted, material.counted)
        yield BookDays(strategy=back.written.strategy.name, told=told)


def _used(material: BookMaterial) -> list[LookBack]:
    period = material.counted
    return [back for back in material.backs if _anything(back.counted.block(period))]


def _days_told(counted: CountedDays, period: Period) -> tuple[Sentence, ...]:
    return told_by_plan(counted, period, lambda block: tell_days(block) or tell_times(block))


def _anything(block: Block) -> bool:
    return bool(block.times or block.not_today or block.left_out)


def _rows(material: BookMaterial) -> StrategyRows | None:
    """Return the rows of what was used."""
    people = {who: person.name for who, person in material.read.family.team.items()}
    rows = rows_from_first(_used(material), material.counted, people)
    return rows and rows_on_paper(rows)
