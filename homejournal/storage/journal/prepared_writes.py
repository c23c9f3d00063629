"""What a step writes is worked out ahead, on any thread; only its writing keeps others waiting.

So is what comes in, and what goes again when a step is taken back.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from homejournal.domain.records.changes import Change
from homejournal.domain.records.record import RevisionId
from homejournal.domain.records.revisions import Revision
from homejournal.storage.journal.deleting import Deletion
from homejournal.storage.journal.incoming import Arrival, arrival
from homejournal.storage.journal.open_journal import OpenJournal
from homejournal.storage.journal.store import Store
from homejournal.storage.journal.transaction import Step
from homejournal.storage.journal.writer import Writer

if TYPE_CHECKING:
    from typing import TypeGuard


Moment = tuple[int, int, int]
"""It is another one once anything was written, by this program or another, or the file reopened."""
Made = TypeVar("Made")


def moment_of(store: OpenJournal) -> Moment:
    """Return the moment at which a journal stands."""
    (by_others,) = store.bare.execute("PRAGMA data_version").fetchone()
    return store.changes, int(by_others), store.opened_again


@dataclass(frozen=True, slots=True)
class Prepared(Generic[Made]):
    """What a step of some source writes, as the journal stood at a moment."""

    source: object
    moment: Moment
    made: Made


PreparedDeletion = Prepared[Deletion]


class Preparing:
    """Works it out while the window goes on; it is made on the window's thread."""

    def __init__(self, store: Store, at: str) -> None:
        self._store, self._at = store, at
        self._moment = moment_of(store)

    def step(self, source: object, work: Callable[[Writer], Made]) -> Prepared[Made]:
        """Work out what a step writes, on any thread; `work` writes nothing itself.

        Raises what `work` raises, JournalDamagedError if something here is not genuine, and the
        disk's errors.
        """
        with self._store.beside() as (reading, connection):
            made = work(Writer(reading, connection, self._at))
        return Prepared(source, self._moment, made)


def still_fits(
    ahead: "Prepared[Made] | None", store: OpenJournal, source: object
) -> "TypeGuard[Prepared[Made]]":
    """Return whether this was prepared from that source and the journal is unchanged since."""
    return ahead is not None and ahead.source == source and ahead.moment == moment_of(store)


def prepared_or_now(
    step: Step, source: object, work: Callable[[Writer], Made], ahead: Prepared[Made] | None = None
) -> Made:
    """Return what a step writes: as it was worked out, if that still fits at its beginning.

    Raises what `work` raises.
    """
    return ahead.made if still_fits(ahead, step.store, source) else work(step.writer)


Telling = Callable[[Writer], Sequence[Revision]]
PreparedArrival = Prepared[Arrival]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Incoming revisions: their source, and how to work them out for the present journal."""

    source: object
    told: Telling
    refused: frozenset[RevisionId] = frozenset()
    """Of these only the envelopes come in."""

    def arrival(self, writer: Writer) -> Arrival:
        """Work out what taking it in writes; nothing is written.

        Raises InvalidValueError if something does not fit its record, or is not genuine.
        """
        return arrival(writer, self.told(writer), self.refused)

    def ahead(self, work: Preparing) -> PreparedArrival:
        """Work it out on any thread; raises what `arrival` and `Preparing.step` raise."""
        return work.step(self.source, self.arrival)


def arrival_prepared_or_now(
    step: Step, wanted: Wanted, ahead: PreparedArrival | None = None
) -> Arrival:
    """Return the arrival as prepared, if it still fits as the step begins; else work it out now.

    Raises what `Wanted.arrival` raises.
    """
    return prepared_or_now(step, wanted.source, wanted.arrival, ahead)


def undoing_of(change: Change, writer: Writer) -> Arrival:
    """Work out what taking a change back writes; nothing is written.

    Raises StaleChangeError if something was written since.
    """
    if change.withdrawn:
        return arrival(writer, change.withdrawn.read)
    if change.came:
        return Arrival((), (), writer.plan_removal(change))
    return Arrival((), (), writer.putting_back(change))
