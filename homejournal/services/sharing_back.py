"""What came with a file and was taken back: this computer remembers it, also at the next start."""

from contextlib import suppress
from pathlib import Path
from uuid import UUID

from homejournal.domain.errors import JournalError
from homejournal.services.session import Session


class TakenBack:
    """Keeps it beside this computer's part, until our batches do not hold it any more.

    The folder may not be there, a run may be writing just now, and a program can be killed.
    """

    def __init__(self, session: Session) -> None:
        self._store = session.store
        self._older: dict[UUID, tuple[Path, frozenset[str]]] = {}
        self._wrote: dict[UUID, set[str]] = {}
        session.going_back.append(self._keep)

    def wrote(self, sharing: UUID) -> set[str]:
        """Return the hashes of our batches that may lose it; a run adds what it writes."""
        return self._wrote.setdefault(sharing, set())

    def of(self, sharing: UUID, computer: Path, ours: frozenset[str]) -> frozenset[bytes]:
        """Return what was taken back, now or before a start; `ours` are all that we ever wrote."""
        from homejournal.services.sharing_here import read_back

        kept = read_back(computer, sharing)
        if sharing not in self._older:
            older = kept.older if kept.ids else ours
            self._older[sharing] = (computer, older)
            self.wrote(sharing).update(ours - older)
        return kept.ids | self._store.taken_back

    def forget(self, sharing: UUID, computer: Path, ids: frozenset[bytes]) -> None:
        """Forget what our batches hold no more. Raises the disk's errors."""
        from homejournal.services.sharing_here import keep_back, read_back

        kept = read_back(computer, sharing)
        if not kept.ids.isdisjoint(ids):
            keep_back(computer, sharing, kept._replace(ids=kept.ids - ids))

    def end(self, sharing: UUID) -> None:
        """Keep nothing more of a sharing that ended."""
        self._older.pop(sharing, None)

    def _keep(self) -> None:
        from homejournal.services.sharing_here import Back, keep_back, read_back

        for sharing, (computer, older) in self._older.items():
            with suppress(JournalError):  # then only a kill brings it again
                kept = read_back(computer, sharing).ids
                keep_back(computer, sharing, Back(kept | self._store.taken_back, older))
