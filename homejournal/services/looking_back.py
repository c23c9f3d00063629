"""Looking back: what was written of a child's strategies, over which days, and what was good."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.look_back_values import (
    PeriodChoice,
    StrategyWritten,
    is_planned_in,
    period_of,
)
from homejournal.domain.records.family import writer_of
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.plan import steps_in_force
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.record import Record
from homejournal.services.days.strategy_numbers import Numbers, Written
from homejournal.services.papers.visit_pages import Pages
from homejournal.services.session import Session
from homejournal.services.timeline import Timeline


class LookingBack:
    """Reads what is looked back at; the counting is done with what it gives, on any thread."""

    def __init__(self, session: Session, numbers: Numbers, pages: Pages) -> None:
        self._session = session
        self._numbers = numbers
        self._pages = pages
        self._timeline = Timeline(session)
        self._written = Written(session, numbers)

    def written(self, asked: EntryFilter, today: date) -> tuple[StrategyWritten, ...]:
        """Return what was written about the strategies in the filter, in plan order.

        Strategies neither planned nor used in the period are left out, unless the filter names one;
        paused and finished ones are kept. Filtered by routine or person, only used ones are shown,
        because the plan names neither.
        """
        found = self._written.of_all(asked, today)
        return tuple(
            strategy for strategy in found if asked.strategy is not None or _speaks(strategy)
        )

    def periods(self, child: UUID, today: date, choice: PeriodChoice) -> Period:
        """Return the days of a choice for a child.

        Everything begins with the first day that was planned or written: planned days on which
        nothing is written belong to it, or shares would be too rosy.
        """
        return period_of(
            choice,
            today,
            since_visit=self._pages.since_last_visit(child, today),
            first_day=self._numbers.beginning(child),
        )

    def celebrations(self, asked: EntryFilter, today: date) -> tuple[Note, ...]:
        """Return the notes that celebrate something, newest first; a private note never does.

        A note on a practice speaks of its strategy, routine and person. For one professional they
        are those of that person's strategies and those of no strategy, as on a visit page.
        """
        listed = EntryFilter(
            child=asked.child,
            flag=Flag.CELEBRATION,
            start=asked.period.start,
            end=min(asked.period.end, today),
        )
        entries = self._timeline.page(listed, limit=self._timeline.count(listed))
        notes = [entry.record for entry in entries if isinstance(entry.record, Note)]
        with self._session.asking() as queries:
            about = [queries.one(note.practice) if note.practice else None for note in notes]
        theirs = {strategy.id for strategy in self._written.strategies(asked)}
        return tuple(
            note
            for note, practice in zip(notes, about, strict=True)
            if _is_asked(note, practice, asked, theirs)
        )


def _speaks(written: StrategyWritten) -> bool:
    frame = written.frame
    stretch = Period(frame.period.start, frame.last)
    planned = not written.narrowed and is_planned_in(steps_in_force(written.steps), stretch)
    return bool(written.practices) or planned


def _is_asked(
    note: Note, practice: Record | None, asked: EntryFilter, theirs: Collection[UUID]
) -> bool:
    """Return whether a note passes the filter; its practice fills in what it does not say."""
    on = practice if isinstance(practice, Practice) else None
    strategy = note.strategy or (on.strategy if on else None)
    helper = note.helper or (on.helper if on else None)
    of_all = strategy is None and asked.strategy is None
    return (
        (of_all or strategy in theirs)
        and asked.helper in (None, helper)
        and asked.written_by in (None, writer_of(note))
        and asked.routine in (None, on.routine if on else None)
    )
