"""Sheets to print: weeks for the fridge, the grid of routines, the book, and about our child."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from homejournal.domain.days.periods import Period, written_part
from homejournal.domain.errors import RecordMissingError
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.names import name_on_paper, on_paper
from homejournal.domain.papers.about_child import (
    PHOTO,
    AboutAsked,
    AboutChild,
    AboutSheet,
    about_child,
    about_sheet,
    strategies_now,
    version_to_save,
)
from homejournal.domain.papers.book import (
    BookAsked,
    BookMaterial,
    BookRead,
    NoteRead,
    PhotoRead,
    months_of,
)
from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.papers.printed_sheets import (
    FridgeAsked,
    FridgeSheet,
    RoutineGrid,
    fridge_sheet,
    routine_grid,
    step_moved,
)
from homejournal.domain.papers.sheet_layout import Spot, kept_sheets
from homejournal.domain.plan.plan_page import StrategyInPlan, plan_state
from homejournal.domain.records.changes import Change
from homejournal.domain.records.children import About, Child
from homejournal.domain.records.media_and_papers import KeptBook, Sheet
from homejournal.domain.records.notes import AnyNote, Note, PrivateNote
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.record import Kind, Record
from homejournal.services.days.days import Days
from homejournal.services.days.strategy_numbers import Numbers, Written
from homejournal.services.papers.visit_pages import PagePhotos
from homejournal.services.records.records import Records
from homejournal.services.session import Session

if TYPE_CHECKING:
    from homejournal.domain.looking_back.look_back_values import StrategyWritten


class BookReading:
    """Reads in `parts` parts; each step of the iteration reads one. `read` has all of it then.

    Private notes are left where they are unless they are asked for. Raises RecordMissingError for
    an unknown child.
    """

    def __init__(self, session: Session, written: Written, asked: BookAsked, today: date) -> None:
        if asked.child not in session.family().children:
            raise RecordMissingError(str(asked.child))
        self._session, self._written = session, written
        self._asked, self._today = asked, today
        self._days = Days(session)
        self._months = months_of(asked.period)
        self._strategies = session.family().strategies_of(asked.child)
        self._notes: list[NoteRead] = []
        self._photos: dict[UUID, PhotoRead] = {}
        self._pictures = PagePhotos(session)
        self._found: list[StrategyWritten] = []
        self._last: date | None = None

    @property
    def parts(self) -> int:
        """Return how many parts there are to read."""
        return len(self._months) + len(self._strategies)

    def __iter__(self) -> Iterator[int]:
        """Yield after each part how many parts were read."""
        for number, month in enumerate(self._months, start=1):
            self._notes += self._notes_of(month)
            yield number
        for number, strategy in enumerate(self._strategies, start=len(self._months) + 1):
            asked = EntryFilter(
                child=self._asked.child, **self._counted._asdict(), strategy=strategy.id
            )
            self._found += self._written.of_all(asked, self._today)
            yield number

    @property
    def _counted(self) -> Period:
        return written_part(self._asked.period, self._last)

    @property
    def read(self) -> BookRead:
        """Return what was read so far."""
        asked = self._asked
        return BookRead(
            asked=asked,
            family=on_paper(self._session.family(), asked.child),
            notes=tuple(self._notes),
            photos=(*self._cover(), *self._photos.values()),
            written=tuple(self._found),
            counted=self._counted,
            printed=self._today,
            example=self._session.settings.example,
        )

    def _notes_of(self, month: Period) -> list[NoteRead]:
        found = self._days.between(self._asked.child, *month)
        self._last = found.last_written or self._last
        for photo in self._pictures.between(self._asked.child, month, found.notes):
            self._photos[photo.media] = PhotoRead(media=photo.media, shown=photo.shown)
        notes: list[AnyNote] = [*found.notes]
        if self._asked.private:
            notes += found.private_notes
        notes.sort(key=lambda note: note.day)
        practices = {practice.id: practice for practice in found.practices}
        return [self._with_practice(note, practices) for note in notes]

    def _cover(self) -> Iterator[PhotoRead]:
        """Yield the photo that stands for the child, if there is one."""
        child = self._session.family().children[self._asked.child]
        if child.photo is not None:
            shown = PhotoOnPage(name=name_on_paper(child), day=self._asked.period.end)
            yield PhotoRead(media=child.photo, shown=shown, cover=True)

    def with_pictures(self, material: BookMaterial) -> BookMaterial:
        """Return the material with the pictures of the photos that are ticked, and no others."""
        read = material.read
        photos = tuple(
            replace(photo, shown=self._pictures.drawn(photo.media, photo.shown))
            if photo.media in read.asked.photos and not photo.shown.jpeg
            else photo
            for photo in read.photos
        )
        return replace(material, read=replace(read, photos=photos))

    def _with_practice(self, note: AnyNote, known: dict[UUID, Practice]) -> NoteRead:
        """Return a note with its strategy and who wrote it; a note may be on another day's."""
        practice = known.get(note.practice) if note.practice else None
        if practice is None and note.practice is not None:
            with self._session.asking() as queries:
                found = queries.one(note.practice)
            practice = found if isinstance(found, Practice) else None
        return NoteRead(
            note=note,
            strategy=note.strategy or (practice.strategy if practice else None),
            helper=note.helper or (practice.helper if practice else None),
        )


class Sheets:
    """Reads what is printed, and moves strategies between routines."""

    def __init__(self, session: Session, records: Records, numbers: Numbers) -> None:
        self._session = session
        self._records = records
        self._numbers = numbers

    def fridge(self, asked: FridgeAsked, today: date) -> FridgeSheet:
        """Return weeks for the fridge, made from the plan alone.

        Raises RecordMissingError for an unknown child, and InvalidValueError for weeks that cannot
        be.
        """
        return fridge_sheet(self._session.family(), asked, self._session.settings, today)

    def keep(self, sheet: FridgeSheet, spots: Iterable[Spot]) -> Change:
        """Keep what the codes of a printed sheet stand for, and where its places are.

        It is one step; a page that is kept already stays as it is, unless a place moved.
        """
        printed = kept_sheets(sheet, spots, self._session.clock())
        with self._session.asking() as queries:
            known = [queries.one(page.id) for page in printed]
        new = [
            page
            for page, before in zip(printed, known, strict=True)
            if not isinstance(before, Sheet) or before.layout != page.layout
        ]
        return self._records.save(*new)

    def grid(self, child: UUID, today: date) -> RoutineGrid:
        """Return which strategy lives in which routine; RecordMissingError for an unknown child."""
        family = self._session.family()
        grid = routine_grid(family, plan_state(family, child, today))
        return replace(grid, example=self._session.settings.example)

    def put_into(self, strategy: StrategyInPlan, routine: UUID, *, inside: bool) -> Change:
        """Let a strategy live in a routine, or no more: an edit of the step in force.

        Raises InvalidValueError if it cannot be taken out of its last routine.
        """
        return self._records.save(step_moved(strategy, routine, inside=inside))

    def book(self, asked: BookAsked, today: date) -> BookReading:
        """Return the reading of a book, which is still to be gone through.

        Raises RecordMissingError for an unknown child.
        """
        return BookReading(self._session, Written(self._session, self._numbers), asked, today)

    def kept_book(self, child: UUID) -> KeptBook | None:
        """Return the last book of a child that was printed or saved."""
        found = (one for one in self._records.all_of(Kind.BOOK, child=child))
        mine = (one for one in found if isinstance(one, KeptBook))
        return max(mine, key=lambda book: (book.made, book.id), default=None)

    def day_of(self, kept: KeptBook) -> date:
        """Return through which day a kept book went."""
        try:
            return date.fromisoformat(str(kept.book.get("to")))
        except ValueError:
            return kept.made.date()

    def keep_book(self, read: BookRead) -> Change:
        """Keep what was ticked for a book, in the place of what was ticked for the last one."""
        asked, made = read.asked, self._session.clock()
        last = self.kept_book(asked.child)
        base = last or KeptBook(id=uuid4(), child=asked.child, made=made, book={})
        quotes = asked.quotes or frozenset()
        notes = [one.note for one in read.notes if one.note.id in quotes]
        chosen = {"from": asked.period.start.isoformat(), "to": asked.period.end.isoformat()}
        kept = replace(
            base,
            made=made,
            book={**base.book, **chosen, "paper": str(asked.paper), "language": asked.language},
            photos=tuple(photo.media for photo in read.photos if photo.media in asked.photos),
            quotes=tuple(note.id for note in notes if isinstance(note, Note)),
            private_quotes=tuple(note.id for note in notes if isinstance(note, PrivateNote)),
        )
        return self._records.save(kept)

    def book_days(self, child: UUID, today: date) -> Period:
        """Return the days from the first that is written through today: all there is to keep.

        Visits that were written down count too, as does what happened in the family's life.
        """
        family = self._session.family()
        days = [visit.day for visit in family.visits.values() if visit.child == child]
        days += [event.day for event in family.life_events.values() if event.child == child]
        first = self._numbers.first_day(child) or today
        return Period(min([first, today, *days]), today)


class AboutOurChild:
    """What is told of a child; each call that writes is one step that can be undone."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records
        self._photos = PagePhotos(session)

    def told(self, child: UUID, today: date) -> AboutChild:
        """Return a child with every version; raises RecordMissingError for an unknown child."""
        found = self._records.all_of(Kind.ABOUT, child=child)
        versions = [about for about in found if isinstance(about, About)]
        return about_child(self._session.family(), child, versions, today)

    def save(
        self,
        child: Child,
        texts: Mapping[str, str],
        today: date,
        *,
        drafts: Iterable[str] = (),
    ) -> Change:
        """Write what is told of a child: the child's own words, and the parts by their names.

        On another day than the newest version this makes a new one, and earlier ones stay. The
        unfinished texts of these places end in the same step, and come again with Undo.
        """
        told = self.told(child.id, today)
        version = version_to_save(told, texts, today, uuid4())
        saved: list[Record] = [child, version] if version else [child]
        with self._session.step() as step:
            step.did(step.writer.put(saved))
            step.end_drafts(drafts)
        return step.change

    def sheet(self, asked: AboutAsked, today: date) -> AboutSheet:
        """Return the page for somebody new; raises RecordMissingError for an unknown child."""
        told = self.told(asked.child, today)
        family = on_paper(self._session.family(), asked.child)
        now = strategies_now(family, asked.child, today)
        told = replace(told, child=family.children[asked.child])
        photo = self._portrait(told.child, today) if asked.has(PHOTO) else None
        example = self._session.settings.example
        return replace(about_sheet(told, now, asked, today, example=example), photo=photo)

    def _portrait(self, child: Child, today: date) -> PhotoOnPage | None:
        """Return the photo that stands for a child; none where its picture is gone."""
        if child.photo is None:
            return None
        shown = self._photos.drawn(child.photo, PhotoOnPage(name=name_on_paper(child), day=today))
        return shown if shown.jpeg else None
