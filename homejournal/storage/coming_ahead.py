"""What a step writes is worked out ahead, on any thread; only its writing keeps others waiting."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from homejournal.domain.changes import Change, RevisionId
from homejournal.domain.revisions import Revision
from homejournal.storage.arriving import Arrival, arrival
from homejournal.storage.going_ahead import Moment, moment_of
from homejournal.storage.step import Step
from homejournal.storage.store import Store
from homejournal.storage.writing import Writer

if TYPE_CHECKING:
    from typing import TypeGuard

Telling = Callable[[Writer], Sequence[Revision]]
Made = TypeVar("Made")


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
class Ahead(Generic[Made]):
    """What a step of some source writes, as the journal stood at a moment."""

    source: object
    moment: Moment
    made: Made


ComingAhead = Ahead[Arrival]


class WorkingOut:
    """Works it out while the window goes on; it is made on the window's thread."""

    def __init__(self, store: Store, at: str) -> None:
        self._store, self._at = store, at
        self._moment = moment_of(store)

    def of(self, wanted: Wanted) -> ComingAhead:
        """Work out what comes in, as `step` does; raises what `Wanted.arrival` raises, too."""
        return self.step(wanted.source, wanted.arrival)

    def step(self, source: object, work: Callable[[Writer], Made]) -> Ahead[Made]:
        """Work out what a step writes, on any thread; `work` writes nothing itself.

        Raises what `work` raises, JournalDamagedError where something here is not genuine, and the
        disk's errors.
        """
        with self._store.beside() as (reading, connection):
            made = work(Writer(reading, connection, self._at))
        return Ahead(source, self._moment, made)


def fits(ahead: "Ahead[Made] | None", store: Store, source: object) -> "TypeGuard[Ahead[Made]]":
    """Return whether this was worked out of that source, and the journal stands as it did then."""
    return ahead is not None and ahead.source == source and ahead.moment == moment_of(store)


def arrival_now(step: Step, wanted: Wanted, ahead: ComingAhead | None = None) -> Arrival:
    """Return what comes in: as it was worked out, if that still fits at the step's beginning.

    Raises what `Wanted.arrival` raises.
    """
    return made_now(step, wanted.source, wanted.arrival, ahead)


def made_now(
    step: Step, source: object, work: Callable[[Writer], Made], ahead: Ahead[Made] | None = None
) -> Made:
    """Return what a step writes: as it was worked out, if that still fits at its beginning.

    Raises what `work` raises.
    """
    return ahead.made if fits(ahead, step.store, source) else work(step.writer)


def taken_back(change: Change, writer: Writer) -> Arrival:
    """Work out what taking a change back writes; nothing is written.

    Raises StaleChangeError where something was written since.
    """
    if change.withdrawn:
        return arrival(writer, change.withdrawn.read)
    if change.came:
        return Arrival((), (), writer.taking_out(change))
    return Arrival((), (), writer.putting_back(change))
