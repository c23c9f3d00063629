"""What a step writes is worked out ahead, on any thread; only its writing keeps others waiting."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from homejournal.storage.deleting.deleting_for_good import Going
from homejournal.storage.journal.store import Store
from homejournal.storage.journal.transaction import Step
from homejournal.storage.journal.writer import Writer

if TYPE_CHECKING:
    from typing import TypeGuard

Moment = tuple[int, int, int]
"""It is another one once anything was written, by this program or another, or the file reopened."""
Made = TypeVar("Made")


def moment_of(store: Store) -> Moment:
    """Return the moment at which a journal stands."""
    (by_others,) = store.bare.execute("PRAGMA data_version").fetchone()
    return store.changes, int(by_others), store.opened_again


@dataclass(frozen=True, slots=True)
class Ahead(Generic[Made]):
    """What a step of some source writes, as the journal stood at a moment."""

    source: object
    moment: Moment
    made: Made


GoingAhead = Ahead[Going]


class WorkingOut:
    """Works it out while the window goes on; it is made on the window's thread."""

    def __init__(self, store: Store, at: str) -> None:
        self._store, self._at = store, at
        self._moment = moment_of(store)

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


def made_now(
    step: Step, source: object, work: Callable[[Writer], Made], ahead: Ahead[Made] | None = None
) -> Made:
    """Return what a step writes: as it was worked out, if that still fits at its beginning.

    Raises what `work` raises.
    """
    return ahead.made if fits(ahead, step.store, source) else work(step.writer)
