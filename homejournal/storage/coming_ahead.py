"""What comes in is worked out ahead, on any thread; only its writing keeps others waiting."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from homejournal.domain.changes import RevisionId
from homejournal.domain.revisions import Revision
from homejournal.storage.arriving import Arrival, arrival
from homejournal.storage.going_ahead import Moment, moment_of
from homejournal.storage.store import Step, Store
from homejournal.storage.writing import Writer

if TYPE_CHECKING:
    from typing import TypeGuard

Telling = Callable[[Writer], Sequence[Revision]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to come in: where it comes from, and its revisions, as the journal stands."""

    source: object
    told: Telling
    refused: frozenset[RevisionId] = frozenset()
    """Of these only the envelopes come in."""

    def arrival(self, writer: Writer) -> Arrival:
        """Work out what taking it in writes; nothing is written.

        Raises InvalidValueError where something does not fit its record, or is not genuine.
        """
        return arrival(writer, self.told(writer), self.refused)


@dataclass(frozen=True, slots=True)
class ComingAhead:
    """What something that comes writes, as the journal stood at a moment."""

    source: object
    moment: Moment
    arrival: Arrival


class WorkingOut:
    """Works it out while the window goes on; it is made on the window's thread."""

    def __init__(self, store: Store, at: str) -> None:
        self._store, self._at = store, at
        self._moment = moment_of(store)

    def of(self, wanted: Wanted) -> ComingAhead:
        """Work it out, on any thread.

        Raises what `Wanted.arrival` raises, JournalDamagedError where something here is not
        genuine, and the disk's errors.
        """
        with self._store.beside() as (reading, connection):
            came = wanted.arrival(Writer(reading, connection, self._at))
        return ComingAhead(wanted.source, self._moment, came)


def fits(ahead: ComingAhead | None, store: Store, source: object) -> "TypeGuard[ComingAhead]":
    """Return whether this was worked out of that source, and the journal stands as it did then."""
    return ahead is not None and ahead.source == source and ahead.moment == moment_of(store)


def arrival_now(step: Step, wanted: Wanted, ahead: ComingAhead | None = None) -> Arrival:
    """Return what comes in: as it was worked out, if that still fits at the step's beginning.

    Raises what `Wanted.arrival` raises.
    """
    return ahead.arrival if fits(ahead, step.store, wanted.source) else wanted.arrival(step.writer)
