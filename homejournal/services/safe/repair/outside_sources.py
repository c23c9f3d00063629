"""What a repair may draw on that does not lie in the journal's folder.

That are the places for copies and the shared folders that this computer remembers, and whatever
somebody shows: a copy, a folder with copies, or a sealed file with its words.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.safe.backups import Backup, Place
from homejournal.domain.safe.copy_contents import Origin
from homejournal.domain.sharing.outgoing import Audience, OutgoingFilter
from homejournal.services.safe.copies.second_place_folder import copies_at
from homejournal.services.safe.keys.unlocking import key_copies
from homejournal.services.safe.repair.shared_folders import shared_sources
from homejournal.services.safe.transfer.sealed_files import read_pack_file
from homejournal.services.settings_in_file import settings_texts
from homejournal.storage.file.backup_folder import BackupFolder
from homejournal.storage.file.disk_errors import naming
from homejournal.storage.repair.outside_sources import Held

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.exchange.packs.pack_file import Pack
    from homejournal.services.safe.repair.progress import Source
    from homejournal.storage.keys.key_copies import KeyCopies

_MOST = 400
"""More copies than a family ever has are not looked at."""


class Elsewhere:
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
        found = {one.path: one for one in _copies_shown(path)}
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


def held_in(pack: "Pack") -> Held:
    """Return what a sealed file holds for a repair; of another home's nothing that is private."""
    if pack.audience is Audience.OWN:
        return Held(
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
    return Held(
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
    with naming(path):
        found = {one.path: one for folder in _folders_at(path) for one in _copies_in(folder)}
        if path.is_file():
            found.setdefault(path, _copy_at(path))
    return sorted(found.values(), key=lambda one: one.made, reverse=True)[:_MOST]


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
    known = {one.path for one in kept.copies()}
    yield from (_copy_at(one) for one in sorted(folder.glob("*.hj")) if one not in known)


def _copy_at(path: Path) -> Backup:
    made = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(microsecond=0)
    return Backup(path=path, seq=0, made=made, place=Place.SHOWN)
