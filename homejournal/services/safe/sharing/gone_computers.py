"""Computers that are gone for good: what they wrote in a shared folder stands there as ours.

Nobody else ever takes away what lies there under their ids, also not what was deleted for good.
"""

from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from homejournal.domain.errors import MediaMissingError
from homejournal.domain.sharing.cloud_folders import placeholder_target
from homejournal.domain.sharing.outgoing import Audience, OtherComputer, Shared, media_named
from homejournal.exchange.packs.batch_file import MOST_BYTES, SUFFIX, Batch, read_batch
from homejournal.services.safe.sharing.folder_cache import Known, Memory
from homejournal.services.safe.sharing.folder_files import MEDIA, bytes_in, is_held, take_away
from homejournal.services.safe.sharing.photos import is_of_ours
from homejournal.storage.media.media_folder import MediaFolder
from homejournal.storage.media.sealing import MediaSeal

_BEGUN = "."
_MARK_LETTERS = 64
"""So long is the hash that a name begins with; a sync program puts words after it."""


def others_of_home(
    memory: Memory, own: Collection[UUID], home: UUID | None
) -> tuple[OtherComputer, ...]:
    """Return the computers of our own home that wrote in the folder and are not this one."""
    newest = {one.device: one for one in sorted(memory.batches, key=lambda one: one.number)}
    ours = memory.audience is Audience.OWN
    return tuple(
        OtherComputer(device, one.through)
        for device, one in newest.items()
        if device not in own and (ours or one.home == home)
    )


def is_all_here(
    device: UUID,
    place: Path,
    memory: Memory,
    purged: Collection[bytes],
    withheld: Collection[bytes],
) -> bool:
    """Return whether all that a computer wrote was read, and stands in our journal.

    `place` is where its batches lie, and `purged` what our journal knows to be deleted for good; of
    what is withheld nobody needs the content.
    """
    if memory.arrived()[device].missing or is_unread(place, memory):
        return False
    theirs = [one for one in memory.batches if one.device == device]
    return all(one.purged <= frozenset(purged) for one in theirs) and all(
        memory.own.get(id_, False) or (id_ in memory.own and (not whole or id_ in withheld))
        for one in theirs
        for id_, whole in one.ids.items()
    )


def is_there(device: UUID, place: Path, memory: Memory) -> bool:
    """Return whether any batch of a computer lies there, or what may become one."""
    return bool(_batches_of(device, memory)) or is_unread(place, memory)


def is_unread(place: Path, memory: Memory) -> bool:
    """Return whether a batch may lie there that does not read yet."""
    strange = (path for path, (_, known) in memory.seen.items() if known is None)
    return is_held(place, memory) or any(
        path.suffix == SUFFIX and path.is_relative_to(place) for path in strange
    )


def deleted_photos(
    shared: Shared, device: UUID, memory: Memory, withheld: Collection[bytes]
) -> frozenset[str]:
    """Return the hashes of photos and hand-outs of a computer that were deleted for good since.

    Nobody else knows them any more: its own batches still tell.
    """
    found: set[str] = set()
    for path, known in _batches_of(device, memory):
        if any(known.ids.get(one) for one in withheld):
            batch = read_batch(bytes_in(path, MOST_BYTES) or b"", shared.key, shared.journal)
            told = batch.incoming.revisions if isinstance(batch, Batch) else ()
            found.update(media_named(one for one in told if one.id in withheld))
    return frozenset(found)


class PhotosHere:
    """Which photos and hand-outs of a computer may go with it.

    `named` are those that we know of, and `deleted` those that are known to be deleted for good. A
    sync program may bring one before the batch that names it, and ours may be damaged: such a one
    stays, for it may be the only one.
    """

    def __init__(
        self, ours: MediaFolder, key: bytes, named: Iterable[str], deleted: Iterable[str]
    ) -> None:
        seal = MediaSeal(key)
        self._ours = ours
        self._named = {_mark(seal.name(sha256)): sha256 for sha256 in named}
        self._deleted = {_mark(seal.name(sha256)) for sha256 in deleted} - self._named.keys()

    def that_go(self, media: Path) -> list[Path]:
        """Return the files of a computer that may go. Raises OSError."""
        return [one for one in media.iterdir() if is_of_ours(one.name) and self._may_go(one.name)]

    def _may_go(self, name: str) -> bool:
        mark = _mark(name)
        if mark.startswith(_BEGUN) or mark in self._deleted:
            return True
        with suppress(MediaMissingError):
            return mark in self._named and bool(self._ours.get(self._named[mark]))
        return False


def drop_computer(device: UUID, place: Path, memory: Memory, photos: PhotosHere) -> None:
    """Take away what a computer wrote; what anybody else laid beside it stays. Raises DiskError."""
    take_away([path for path, _ in _batches_of(device, memory)], memory)
    drop_photos(place, photos)


def drop_photos(place: Path, photos: PhotosHere) -> None:
    """Take away the photos of a computer that may go, and its folders where they are empty."""
    if place.is_symlink() or (place / MEDIA).is_symlink():
        return
    with suppress(OSError):  # there are none, or somebody else's stay
        for path in photos.that_go(place / MEDIA):
            path.unlink(missing_ok=True)
        (place / MEDIA).rmdir()
    with suppress(OSError):
        place.rmdir()


def _batches_of(device: UUID, memory: Memory) -> list[tuple[Path, Known]]:
    told = ((path, known) for path, (_, known) in memory.seen.items() if known)
    return [(path, known) for path, known in told if known.device == device]


def _mark(name: str) -> str:
    return (placeholder_target(name) or name)[:_MARK_LETTERS]
