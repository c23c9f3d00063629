"""What came with a file and was taken back: this computer remembers it, also at the next start."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from homejournal.domain.errors import JournalError
from homejournal.services.session import Session

if TYPE_CHECKING:
    from homejournal.services.safe.sharing.local_state import Back


class _Begun(NamedTuple):
    """A sharing as this start found it: its batches by us, and what starts before left to do.

    Of what was taken back `since` the last run began no run can say that it is gone.
    """

    computer: Path
    ours: frozenset[str]
    left: "Back"
    since: set[bytes]


class TakenBack:
    """Keeps it beside this computer's part, until our batches do not hold it any more.

    The folder may not be there, a run may be writing just now, and a program can be killed.
    """

    def __init__(self, session: Session) -> None:
        self._store = session.store
        self._begun: dict[UUID, _Begun] = {}
        session.going_back.append(self._keep)

    def of(self, sharing: UUID, computer: Path, ours: frozenset[str]) -> "Back":
        """Return what was taken back, now or before a start; `ours` are all that we ever wrote."""
        from homejournal.services.safe.sharing.local_state import read_back

        if sharing not in self._begun:
            left = read_back(computer, sharing)
            self._begun[sharing] = _Begun(computer, ours, left, set())
        begun = self._begun[sharing]
        begun.since.clear()
        return self._every(begun)

    def forget(self, sharing: UUID, computer: Path, ids: frozenset[bytes]) -> None:
        """Forget what our batches hold no more. Raises the disk's errors."""
        from homejournal.services.safe.sharing.local_state import keep_back, read_back

        kept, begun = read_back(computer, sharing), self._begun.get(sharing)
        gone = ids - begun.since if begun else ids
        if not gone.isdisjoint(kept):
            left = {id_: older for id_, older in kept.items() if id_ not in gone}
            keep_back(computer, sharing, left)

    def end(self, sharing: UUID) -> None:
        """Keep nothing more of a sharing that ended."""
        self._begun.pop(sharing, None)

    def _keep(self) -> None:
        from homejournal.services.safe.sharing.local_state import keep_back, read_back

        for sharing, begun in self._begun.items():
            begun.since.update(self._store.taken_back)
            every = self._every(begun)
            now = {id_: every[id_] for id_ in self._store.taken_back}
            with suppress(JournalError):  # then only a kill brings it again
                kept = read_back(begun.computer, sharing)
                keep_back(begun.computer, sharing, {**kept, **now})

    def _every(self, begun: _Begun) -> "Back":
        """Return what was taken back now or before; what was both goes from the older batches."""
        return {**dict.fromkeys(self._store.taken_back, begun.ours), **begun.left}
