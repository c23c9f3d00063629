"""Computers that are gone for good: what they wrote in a shared folder stands there as ours.

Nobody else ever takes away what lies there under their ids, also not what was deleted for good.
"""

from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from homejournal.domain.errors import MediaMissingError
from homejournal.domain.sharing import Audience, OtherComputer
from homejournal.domain.stand_ins import stood_in_for
from homejournal.exchange.batch_file import SUFFIX
from homejournal.services.sharing_folder import MEDIA, is_held, take_away
from homejournal.services.sharing_media import is_of_ours
from homejournal.services.sharing_memory import Memory
from homejournal.storage.media import MediaFolder
from homejournal.storage.media_sealing import MediaSeal

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
    if memory.arrived()[device].missing or is_held(place, memory):
        return False
    strange = (path for path, (_, known) in memory.seen.items() if known is None)
    if any(path.suffix == SUFFIX and path.is_relative_to(place) for path in strange):
        return False
    theirs = [one for one in memory.batches if one.device == device]
    return all(one.purged <= frozenset(purged) for one in theirs) and all(
        memory.own.get(id_, False) or (id_ in memory.own and (not whole or id_ in withheld))
        for one in theirs
        for id_, whole in one.ids.items()
    )


class PhotosHere:
    """Which photos and hand-outs of a computer may go with it: `named` are those we know of.

    A sync program may bring one before the batch that names it, and ours may be damaged: such a
    one stays. Nobody can tell which file holds what was deleted for good: what nothing names goes
    where there is no more of it than was deleted so.
    """

    def __init__(
        self, ours: MediaFolder, key: bytes, named: Iterable[str], deleted: Collection[str]
    ) -> None:
        seal = MediaSeal(key)
        self._ours, self._most_unknown = ours, len(deleted)
        self._named = {_mark(seal.name(sha256)): sha256 for sha256 in named}

    def that_go(self, media: Path) -> list[Path]:
        """Return the files of a computer that may go. Raises OSError."""
        files = [one for one in media.iterdir() if is_of_ours(one.name)]
        marks = {mark for one in files if not (mark := _mark(one.name)).startswith(_BEGUN)}
        unknown = marks - self._named.keys()
        stay = {one for one in marks - unknown if not self._is_whole(self._named[one])}
        if len(unknown) > self._most_unknown:
            stay |= unknown
        return [one for one in files if _mark(one.name) not in stay]

    def _is_whole(self, sha256: str) -> bool:
        with suppress(MediaMissingError):
            return bool(self._ours.get(sha256))
        return False


def drop_computer(device: UUID, place: Path, memory: Memory, photos: PhotosHere) -> None:
    """Take away what a computer wrote; what anybody else laid beside it stays. Raises DiskError."""
    batches = [path for path, (_, known) in memory.seen.items() if known and known.device == device]
    take_away(batches, memory)
    if place.is_symlink() or (place / MEDIA).is_symlink():
        return
    with suppress(OSError):  # there are none, or somebody else's stay
        for path in photos.that_go(place / MEDIA):
            path.unlink(missing_ok=True)
        (place / MEDIA).rmdir()
    with suppress(OSError):
        place.rmdir()


def _mark(name: str) -> str:
    return (stood_in_for(name) or name)[:_MARK_LETTERS]
