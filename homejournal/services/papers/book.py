"""Reading the journal for a book, month by month, so that a window can breathe in between."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.errors import RecordMissingError
from homejournal.domain.looking_back.progress_filter import ProgressFilter
from homejournal.domain.names.paper_names import on_paper
from homejournal.domain.papers.book import BookAsked, BookRead, NoteRead, months_of
from homejournal.domain.records.notes import AnyNote
from homejournal.domain.records.practices import Practice
from homejournal.services.days.days import Days
from homejournal.services.days.read_strategies import Written
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
        self._found: list[StrategyWritten] = []

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
            asked = ProgressFilter(
                child=self._asked.child, period=self._asked.period, strategy=strategy.id
            )
            self._found += self._written.of_all(asked, self._today)
            yield number

    @property
    def read(self) -> BookRead:
        """Return what was read so far."""
        asked = self._asked
        return BookRead(
            asked=asked,
            family=on_paper(self._session.family(), asked.child),
            notes=tuple(self._notes),
            written=tuple(self._found),
            printed=self._today,
            example=self._session.settings.example,
        )

    def _notes_of(self, month: Period) -> list[NoteRead]:
        found = self._days.between(self._asked.child, *month)
        notes: list[AnyNote] = [*found.notes]
        if self._asked.private:
            notes += found.private_notes
        notes.sort(key=lambda note: note.day)
        practices = {one.id: one for one in found.practices}
        return [self._with_practice(note, practices) for note in notes]

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
