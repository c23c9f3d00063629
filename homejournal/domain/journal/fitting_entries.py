"""Which records of a whole journal a filter leaves for a file, with all that they are read with."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.journal.timeline import Entry, passes_filter, words_fit
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.family import writer_of
from homejournal.domain.records.kinds import references_of
from homejournal.domain.records.media_and_papers import Media
from homejournal.domain.records.notes import AnyNote, Note, PrivateNote
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.record import Record


def fits_strategy(strategy: Strategy, asked: EntryFilter) -> bool:
    """Return whether a filter is of a strategy, whatever was written about it."""
    return (
        strategy.child == asked.child
        and asked.strategy in (None, strategy.id)
        and asked.suggested_by in (None, strategy.suggested_by)
    )


def fitting_ids(records: Sequence[Record], asked: EntryFilter) -> frozenset[UUID]:
    """Return the ids of the entries that fit, of the notes on them, and of what they name.

    The plans of the strategies asked for come along. What else a family has stays.
    """
    found = _Found(records, asked)
    kept = {record.id for record in records if found.fits(record)}
    kept |= {note.id for entry in tuple(kept) for note in found.notes_on[entry]}
    if not asked.narrowed:
        kept |= {s.id for s in found.strategies.values() if fits_strategy(s, asked)}
    kept = _with_named(records, kept | {asked.child})
    steps = {
        record.id for record in records if isinstance(record, PlanStep) and record.strategy in kept
    }
    return frozenset(_with_named(records, kept | steps))


def _with_named(records: Iterable[Record], kept: set[UUID]) -> set[UUID]:
    """Return the records with all that they name, and what those name."""
    named: dict[UUID, set[UUID]] = defaultdict(set)
    for record in records:
        named[record.id] |= {id_ for _, id_ in references_of(record)}
    whole, new = set[UUID](), kept
    while new:
        whole |= new
        new = set[UUID]().union(*(named[id_] for id_ in new)) - whole
    return whole


class _Found:
    """The records of a journal as far as a filter asks about them."""

    def __init__(self, records: Iterable[Record], asked: EntryFilter) -> None:
        self._asked = asked
        self.strategies: dict[UUID, Strategy] = {}
        self._practices: dict[UUID, Practice] = {}
        self.notes_on: dict[UUID, list[AnyNote]] = defaultdict(list)
        self._with_photos: set[UUID] = set()
        for record in records:
            self._learn(record)

    def _learn(self, record: Record) -> None:
        match record:
            case Strategy():
                self.strategies[record.id] = record
            case Practice():
                self._practices[record.id] = record
            case Media() if record.entry is not None:
                self._with_photos.add(record.entry)
            case Note() | PrivateNote() if record.practice is not None:
                self.notes_on[record.practice].append(record)

    def fits(self, record: Record) -> bool:
        """Return whether the filter is of an entry."""
        if isinstance(record, LifeEvent):
            return passes_filter(record, self._asked)
        return isinstance(record, Practice | DayMark | Note | PrivateNote) and all(
            (
                self._is_of_plan(record),
                self._asked.period.start <= record.day <= self._asked.period.end,
                self._is_by_people(record),
                self._is_such_a_note(record),
                not self._asked.photos or self._has_photos(record),
            )
        )

    def _is_of_plan(self, entry: Entry) -> bool:
        of = getattr(entry, "strategy", None)
        strategy = self.strategies.get(of) if of else None
        if strategy is not None:
            fits = fits_strategy(strategy, self._asked)
        else:
            whole = not (self._asked.strategy or self._asked.suggested_by)
            fits = whole and getattr(entry, "child", None) == self._asked.child
        on = self._practices.get(getattr(entry, "practice", None) or entry.id)
        return fits and self._asked.routine in (None, on.routine if on else None)

    def _is_by_people(self, entry: Practice | DayMark | AnyNote) -> bool:
        writers = {writer_of(one) for one in (entry, *self.notes_on[entry.id])}
        wrote = self._asked.written_by is None or self._asked.written_by in writers
        return wrote and self._asked.helper in (None, entry.helper)

    def _is_such_a_note(self, entry: Entry) -> bool:
        asked = self._asked
        if asked.flag and not (isinstance(entry, Note) and asked.flag in entry.flags):
            return False
        if asked.private and not isinstance(entry, PrivateNote):
            return False
        if not asked.words.strip():
            return True
        return isinstance(entry, Note | PrivateNote) and words_fit(asked.words, entry.text)

    def _has_photos(self, entry: Entry) -> bool:
        entries = {entry.id, *(note.id for note in self.notes_on[entry.id])}
        return bool(entries & self._with_photos)
