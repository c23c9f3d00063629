"""What comes in, or goes again when a step is taken back, as it can be worked out ahead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from homejournal.domain.records.changes import Change
from homejournal.domain.records.record import RevisionId
from homejournal.domain.records.revisions import Revision
from homejournal.storage.journal.prepared_writes import Ahead, WorkingOut, made_now
from homejournal.storage.journal.transaction import Step
from homejournal.storage.journal.writer import Writer
from homejournal.storage.sharing.incoming import Arrival, arrival

Telling = Callable[[Writer], Sequence[Revision]]
ComingAhead = Ahead[Arrival]


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

    def ahead(self, work: WorkingOut) -> ComingAhead:
        """Work it out on any thread; raises what `arrival` and `WorkingOut.step` raise."""
        return work.step(self.source, self.arrival)


def arrival_now(step: Step, wanted: Wanted, ahead: ComingAhead | None = None) -> Arrival:
    """Return what comes in: as it was worked out, if that still fits at the step's beginning.

    Raises what `Wanted.arrival` raises.
    """
    return made_now(step, wanted.source, wanted.arrival, ahead)


def taken_back(change: Change, writer: Writer) -> Arrival:
    """Work out what taking a change back writes; nothing is written.

    Raises StaleChangeError where something was written since.
    """
    if change.withdrawn:
        return arrival(writer, change.withdrawn.read)
    if change.came:
        return Arrival((), (), writer.taking_out(change))
    return Arrival((), (), writer.putting_back(change))
