"""Copies of the journal that a sync program laid beside it, found and offered for joining."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.records.changes import Change
from homejournal.domain.sharing.cloud_folders import is_copy_of_journal
from homejournal.services.safe.transfer import incoming as arriving
from homejournal.services.session import Session
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.journal_folder import make_folder
from homejournal.storage.media.referenced_media import records_in
from homejournal.storage.records.readable_revisions import read_genuine_contents

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.exchange.revision_lines import Incoming
    from homejournal.services.safe.copies.backups import Backups
    from homejournal.services.safe.deleting import Purging
    from homejournal.storage.journal.prepared_writes import PreparedArrival, Preparing


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictCopyContents:
    """The contents of a copy; `journal` is the journal's id, if the copy tells it.

    `private` are photos that only private notes had, unless something else tells it. `unread`
    counts unreadable entries; `whole` says whether the copy was read to its end.
    """

    path: Path
    journal: UUID | None
    incoming: "Incoming"
    purged: frozenset[bytes]
    private: frozenset[str]
    unread: int
    whole: bool


class ConflictCopies:
    """What lies beside the journal is joined once the family says so, and then put aside."""

    def __init__(self, session: Session, backups: "Backups", purging: "Purging") -> None:
        self._session = session
        self._backups = backups
        self._purging = purging

    def found(self) -> tuple[Path, ...]:
        """Return the copies that lie beside the journal, by name."""
        folder = self._session.store.folder.path
        with disk_errors_named(folder):
            lying = [path for path in folder.iterdir() if is_copy_of_journal(path.name)]
            return tuple(sorted(file for file in lying if file.is_file() and not file.is_symlink()))

    def look_into(self, path: Path) -> ConflictCopyContents:
        """Return what a copy holds; any thread may call this, and the copy stays as it is.

        Raises what `storage.gathering.gather` raises.
        """
        from homejournal.exchange.revision_lines import split_readable

        gathered = read_genuine_contents(path, self._session.store.key)
        return ConflictCopyContents(
            path=path,
            journal=gathered.journal_id,
            incoming=split_readable((*gathered.revisions, *gathered.newer)),
            purged=gathered.purged,
            private=records_in(gathered.settings),
            unread=gathered.not_genuine + len(gathered.unread),
            whole=gathered.whole,
        )

    def is_ours(self, copy: ConflictCopyContents) -> bool:
        """Return whether it is a copy of this journal and not of another one."""
        return copy.journal == self._session.settings.id

    def preparing(self) -> "Callable[[Sequence[ConflictCopyContents]], PreparedArrival]":
        """Return the call that works out all that `join` writes, which any thread may do.

        It raises what `join` raises.
        """
        return partial(_worked_out, self._session.preparing())

    def join(
        self, copies: Sequence[ConflictCopyContents], ahead: "PreparedArrival | None" = None
    ) -> Change:
        """Join copies as one step and put them aside; a copy of the journal is made before.

        What was worked out `ahead` is only written, if nothing else was written since.

        Raises what making the copy and the disk raise, and InvalidValueError if something does
        not fit its record; nothing is written then.
        """
        self._backups.before("merge")
        together = _together(copies)
        along = arriving.ExtraContents(
            private=[record for copy in copies for record in copy.private]
        )
        change = arriving.take_in(self._session, together, {}, along, ahead)
        for copy in copies:
            if self.is_ours(copy):
                self._purging.follow_file(copy.purged, self._session.settings.home)
            self.put_aside(copy.path)
        return change

    def put_aside(self, path: Path) -> Path:
        """Move a copy to the folder of unused files; return its new place."""
        folder = self._session.store.folder
        with disk_errors_named(folder.path):
            make_folder(folder.quarantine)
            target = folder.quarantine / path.name
            number = 1
            while target.exists():
                number += 1
                target = folder.quarantine / f"{path.stem}-{number}{path.suffix}"
            return path.rename(target)


def _worked_out(work: "Preparing", copies: Sequence[ConflictCopyContents]) -> "PreparedArrival":
    return arriving.wanted(_together(copies)).ahead(work)


def _together(copies: Sequence[ConflictCopyContents]) -> "Incoming":
    from homejournal.exchange.revision_lines import Incoming

    return Incoming(
        revisions=tuple(revision for copy in copies for revision in copy.incoming.revisions),
        newer=tuple(entry for copy in copies for entry in copy.incoming.newer),
    )
