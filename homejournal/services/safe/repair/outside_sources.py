"""What a repair may draw on that does not lie in the journal's folder.

That are the places for copies and the shared folders that this computer remembers, and whatever
somebody shows: a copy, a folder with copies, or a sealed file with its words.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import JournalError
from homejournal.domain.safe.backups import Backup, Place
from homejournal.domain.safe.copy_comparison import Origin
from homejournal.domain.sharing.outgoing import Audience, OutgoingFilter
from homejournal.services.safe.copies.second_place import copies_at
from homejournal.services.safe.sharing.batches import Batches
from homejournal.services.safe.sharing.shared_folder import read_own_part
from homejournal.services.safe.sharing.sharing import read_shared
from homejournal.services.safe.transfer.sealed_files import read_pack_file
from homejournal.services.safe.unlocking import key_copies
from homejournal.services.settings_as_texts import settings_texts
from homejournal.storage.file.backup_folder import BackupFolder
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.rebuilding import SourceContents

if TYPE_CHECKING:
    from homejournal.domain.sharing.outgoing import SharingEntry
    from homejournal.exchange.pack_file import Pack
    from homejournal.storage.keys.key_copies import KeyCopies


def shared_sources(settings: Mapping[str, str], computer: Path) -> "list[Source]":
    """Return a source for each folder that this computer shares; nothing is written there.

    The settings are those of the journal, as far as they read, or of a copy. A folder that is not
    there today, or does not read, holds nothing.
    """
    found = ((shared, read_own_part(computer, shared.id)) for shared in read_shared(settings))
    return [partial(_held, shared, here.folder) for shared, here in found if here is not None]


def _held(shared: "SharingEntry", folder: Path) -> SourceContents:
    try:
        found = Batches(shared.audience).look(folder, shared)
    except JournalError:
        return SourceContents()
    gone = frozenset(id_ for batch in found.batches for id_ in batch.purged)
    came = (revision for batch in found.batches for revision in batch.incoming.revisions)
    return SourceContents(
        revisions=tuple(revision for revision in came if revision.id not in gone),
        private=frozenset(record for batch in found.batches for record in batch.private),
        purged=gone if shared.audience is Audience.OWN else frozenset(),
    )


Source = Callable[[], "SourceContents"]
"""Reads what lies elsewhere and is no journal's file; only what is genuine counts."""


_MOST = 400
"""More copies than a family ever has are not looked at."""


class OutsideSources:
    """Knows the sources; each is read while the repair goes on.

    `computer` is the folder of this computer's settings; `places` are the folders that it remembers
    for copies, by the journal that they are of.
    """

    def __init__(
        self, computer: Path | None = None, places: Mapping[UUID, Path] | None = None
    ) -> None:
        self.computer = computer
        self.places: Mapping[UUID, Path] = places or {}
        self._shown: dict[Path, Backup] = {}
        self._packs: dict[Path, Source] = {}

    def show(self, path: Path) -> bool:
        """Let the repair look at a copy and those beside it, too, or at the copies in a folder.

        Returns whether anything is there. Raises the disk's errors.
        """
        found = {copy.path: copy for copy in _copies_shown(path)}
        self._shown |= found
        return bool(found)

    def show_pack(self, path: Path, words: str) -> None:
        """Let the repair look at a sealed file, too, which its words open; any thread may do it.

        Raises PackLockedError, ImportFaultsError, or the disk's errors.
        """
        self._packs[path] = partial(held_in, read_pack_file(path, words))

    @property
    def is_shown(self) -> bool:
        """Return whether somebody showed anything."""
        return bool(self._shown or self._packs)

    @property
    def kept(self) -> "KeyCopies | None":
        """Return the locked keys that this computer kept, of whatever journal."""
        return None if self.computer is None else key_copies(self.computer)

    def copies(self, asks: "Callable[[], UUID | None]") -> list[Backup]:
        """Return the copies of a journal at the places that are remembered, and what was shown.

        It asks which journal it is. Where nothing tells, it is the only one that has such a place.
        """
        journal = asks() if self.places else None
        if journal is None and len(self.places) == 1:
            (journal,) = self.places
        place = None if journal is None else self.places.get(journal)
        remembered = [] if journal is None or place is None else copies_at(place, journal)
        return [*remembered, *self._shown.values()]

    def packs(self) -> "Sequence[Source]":
        """Return the sealed files that were opened."""
        return tuple(self._packs.values())

    def shared(self, settings: Mapping[str, str]) -> "Sequence[Source]":
        """Return the folders that this computer shares, as the settings of a journal tell them."""
        return [] if self.computer is None else shared_sources(settings, self.computer)


def held_in(pack: "Pack") -> SourceContents:
    """Return what a sealed file holds for a repair; of another home's nothing that is private."""
    if pack.audience is Audience.OWN:
        return SourceContents(
            revisions=pack.incoming.revisions,
            private=pack.private,
            newer=pack.incoming.newer,
            said_purged=pack.purged,
            origin=Origin.PACK,
            journal=pack.sender.journal,
            home=pack.sender.home,
            settings=settings_texts(pack.settings),
            drafts=pack.drafts or None,
            media=pack.media,
        )
    leaving = OutgoingFilter(audience=Audience.OTHER_HOME)
    leaving.learn(pack.incoming.revisions)
    return SourceContents(
        revisions=tuple(leaving.of(pack.incoming.revisions)),
        said_purged=pack.purged,
        for_others=True,
        origin=Origin.PACK,
        journal=pack.sender.journal,
        home=pack.sender.home,
        media=pack.media,
    )


def _copies_shown(path: Path) -> "list[Backup]":
    """Return the copies in a folder, or a copy with those beside it; the newest first."""
    with disk_errors_named(path):
        found = {copy.path: copy for folder in _folders_at(path) for copy in _copies_in(folder)}
        if path.is_file():
            found.setdefault(path, _copy_at(path))
    return sorted(found.values(), key=lambda copy: copy.made, reverse=True)[:_MOST]


def _folders_at(path: Path) -> Iterator[Path]:
    """Yield where copies may lie: a folder, and those in it that are homejournal's own."""
    if not path.is_dir():
        yield path.parent
        return
    yield path
    yield from sorted(path.glob("homejournal-*"))
    yield path / "backups"


def _copies_in(folder: Path) -> Iterator[Backup]:
    """Yield the copies by their names, then files whose names tell nothing but their kind."""
    kept = BackupFolder(folder, Place.SHOWN)
    yield from kept.copies()
    yield from kept.before_updates()
    known = {copy.path for copy in kept.copies()}
    yield from (_copy_at(path) for path in sorted(folder.glob("*.hj")) if path not in known)


def _copy_at(path: Path) -> Backup:
    made = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(microsecond=0)
    return Backup(path=path, seq=0, made=made, place=Place.SHOWN)
