"""The files of a shared folder: which are whole, which are put aside, and writing our own.

Each computer writes only in its own folder, and never changes a file, so that a sync program has
nothing to decide; what a computer wrote that is gone is taken away once a family says so. Nothing
that is missing here is ever taken for deleted.
"""

import hashlib
import os
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.errors import SharingRefusal, SharingRefusedError
from homejournal.domain.sharing.cloud_folders import placeholder_names, placeholder_target
from homejournal.domain.sharing.outgoing import Audience, Shared
from homejournal.exchange.files.safe_save import lay, telling_disk
from homejournal.exchange.packs.batch_file import MOST_BYTES, SUFFIX, Batch, Trouble, read_batch
from homejournal.services.safe.sharing.folder_cache import Known, Memory, Stamp
from homejournal.services.safe.sharing.quarantined_files import MOST_ASIDE, mark_of

MEDIA = "media"
"""The folder of photos and hand-outs in each computer's part; batches lie beside it."""
_MOST_FILES = 200_000
_DEEPEST = 3
_BEGUN = re.compile(rf"\.[0-9]{{8}}-[0-9a-f]{{16}}{re.escape(SUFFIX)}\..+")
"""Names under which our batches are written, until they are whole."""
_NAMED = re.compile(r"-([0-9a-f]{16})(?![0-9a-f])")


class Found(NamedTuple):
    """What a look into the folder brought: batches that were not read before, and files aside."""

    batches: tuple[Batch, ...]
    forged: tuple[bytes, ...]
    """The bytes of files that claim to be whole and are of nobody who may write here."""
    pinned: Mapping[UUID, bytes]
    """The keys of computers that were seen for the first time."""


def check_folder(folder: Path, shared: Shared) -> None:
    """Raise SharingRefusedError unless this sharing can go on, or begin, in a folder."""
    if not folder.is_dir():
        raise SharingRefusedError(SharingRefusal.NO_FOLDER)
    with telling_disk(folder):
        names = {one.name for one in folder.iterdir() if one.is_dir() and _is_id(one.name)}
    if str(shared.journal) not in names:
        if names:
            raise SharingRefusedError(SharingRefusal.OTHER_JOURNAL)
        return
    found = [_read(data, shared) for _, _, data in _all(folder, shared)]
    if found and not any(isinstance(one, Batch) or one is Trouble.UNREADABLE for one in found):
        raise SharingRefusedError(SharingRefusal.OTHER_KEY)


def look(folder: Path, shared: Shared, memory: Memory) -> Found:
    """Read what is new in the folder; `memory` then knows all that lies there now.

    Raises SharingRefusedError where the folder is not there, and the disk's errors.
    """
    if not folder.is_dir():
        raise SharingRefusedError(SharingRefusal.NO_FOLDER)
    batches: list[Batch] = []
    forged: list[bytes] = []
    known = {one.device: one.public for one in memory.batches} | dict(shared.known)
    still: set[Path] = set()
    memory.held.clear()
    for path, stamp in _files(folder / str(shared.journal), memory.held):
        still.add(path)
        if stands_for := placeholder_target(path.name):
            still |= _waited_for(path, stands_for, memory)
            continue
        if path in memory.seen and memory.seen[path][0] == stamp:
            continue
        data = bytes_in(path, MOST_BYTES)
        if data is None:  # a sync program holds it, or has yet to bring it; the next look tells
            memory.held.add(path)
            continue
        _forget(memory, [path])
        told = _read(data, shared)
        if isinstance(told, Batch) and known.setdefault(told.device, told.public) == told.public:
            batches.append(told)
            memory.seen[path] = (stamp, _known(told, data))
            continue
        memory.seen[path] = (stamp, None)
        if _is_forged(path, data, told, memory):
            forged.append(data)
    _forget(memory, memory.seen.keys() - still)
    new = {device: public for device, public in known.items() if device not in shared.known}
    return Found(tuple(batches), tuple(forged), new)


def _read(data: bytes, shared: Shared) -> Batch | Trouble:
    """Return what a file holds; no batch of ours tells another home of private photos."""
    told = read_batch(data, shared.key, shared.journal)
    if isinstance(told, Batch) and told.private and shared.audience is not Audience.OWN:
        return Trouble.UNREADABLE
    return told


def _waited_for(stand_in: Path, name: str, memory: Memory) -> set[Path]:
    """Return the batch that a file stands in for, where it was read before; else it is to come."""
    if not name.endswith(SUFFIX):
        return set()
    real = stand_in.with_name(name)
    if real in memory.seen:
        return {real}
    memory.held.add(stand_in)
    return set()


def _forget(memory: Memory, paths: Collection[Path]) -> None:
    """Forget files that went or changed; what they held may lie nowhere any more."""
    memory.unreadable.difference_update(paths)
    known = [memory.seen.pop(path)[1] for path in paths if path in memory.seen]
    if any(known):
        memory.read_again()


def may_write(own: Path, memory: Memory) -> bool:
    """Return whether all that lies in our own folder was read, so that nothing is written twice.

    Raises SharingRefusedError for a link in its place: what lies behind it is never read.
    """
    if own.is_symlink() or own.parent.is_symlink():
        raise SharingRefusedError(SharingRefusal.NO_FOLDER)
    return not is_held(own, memory)


def is_held(place: Path, memory: Memory) -> bool:
    """Return whether something in a folder is there and could not be read in the last look."""
    return any(place.is_relative_to(one) or one.is_relative_to(place) for one in memory.held)


def put_batch(folder: Path, batch: Batch, data: bytes, memory: Memory) -> None:
    """Write one of our own batches. Raises the disk's errors."""
    path = batch_path(folder, batch, data)
    make_place(path.parent, folder)
    lay(path, data)
    with telling_disk(path):
        told = path.stat()
    known = _known(batch, data)
    memory.seen[path] = ((told.st_size, told.st_mtime_ns), known)


def make_place(place: Path, folder: Path) -> None:
    """Make a place inside the shared folder; where that is gone, it is never made anew.

    It lay on a stick that was pulled out, or was renamed just now: what is written under its old
    name nobody carries. Raises the disk's errors.
    """
    with telling_disk(place):
        for part in reversed(place.relative_to(folder).parents[:-1]):
            (folder / part).mkdir(exist_ok=True)
        place.mkdir(exist_ok=True)


def drop_begun(own: Path, memory: Memory) -> None:
    """Take away what a program that was killed had begun to write in our own part of the folder.

    Raises DiskError.
    """
    unread = [path for path, (_, known) in memory.seen.items() if known is None]
    for path in unread:
        if path.parent == own and _BEGUN.fullmatch(path.name):
            with telling_disk(path):
                path.unlink(missing_ok=True)
            del memory.seen[path]


def batch_path(folder: Path, batch: Batch, data: bytes) -> Path:
    """Return where a batch lies: `<journal>/<computer>/<number>-<hash>.hjb`."""
    name = f"{batch.number:08}-{mark_of(data)}{SUFFIX}"
    return own_folder(folder, batch.journal, batch.device) / name


def own_folder(folder: Path, journal: UUID, device: UUID) -> Path:
    """Return where a computer's batches lie; nobody else writes there."""
    return folder / str(journal) / str(device)


def drop_batches(ours: Collection[str], memory: Memory, ids: Collection[bytes]) -> int:
    """Take our own batches away that hold the content of these; they are written again without it.

    `ours` are the hashes of what this computer wrote. Returns how many went. Raises DiskError.
    """
    gone = [
        path
        for path, (_, known) in memory.seen.items()
        if known and known.sha256 in ours and any(known.ids.get(id_) for id_ in ids)
    ]
    take_away(gone, memory)
    return len(gone)


def take_away(batches: Collection[Path], memory: Memory) -> None:
    """Take batches away, and what stands in for them. Raises DiskError."""
    for path in batches:
        for one in (path, *map(path.with_name, placeholder_names(path.name))):
            with telling_disk(one):
                one.unlink(missing_ok=True)
    _forget(memory, batches)


def bytes_in(path: Path, most: int) -> bytes | None:
    """Return a file's bytes; one more where there are more, None where it cannot be read now."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(most + 1)
    return None


def _known(batch: Batch, data: bytes) -> Known:
    return Known(
        sha256=hashlib.sha256(data).hexdigest(),
        device=batch.device,
        number=batch.number,
        public=batch.public,
        home=batch.home,
        through=batch.through,
        ids={one.id: one.fields is not None for one in batch.incoming.all},
        purged=batch.purged,
        gone=batch.gone,
    )


def _is_forged(path: Path, data: bytes, told: Batch | Trouble, memory: Memory) -> bool:
    """Return whether a file that is not read is to be put aside."""
    if told is Trouble.UNREADABLE:
        memory.unreadable.add(path)
        return False
    return told is not Trouble.FOREIGN and _claims_to_be_whole(path, data, memory)


def _claims_to_be_whole(path: Path, data: bytes, memory: Memory) -> bool:
    """Return whether a file's name fits its bytes, so that it is not still on its way.

    Each is told once, and no more than so many.
    """
    named, mark = _NAMED.search(path.name), mark_of(data)
    if named is None or named[1] != mark or mark in memory.put_aside:
        return False
    if len(memory.put_aside) >= MOST_ASIDE:
        return False
    memory.put_aside.add(mark)
    return True


def _all(folder: Path, shared: Shared) -> Iterator[tuple[Path, Stamp, bytes]]:
    for path, stamp in _files(folder / str(shared.journal), set()):
        if placeholder_target(path.name) is None:
            data = bytes_in(path, MOST_BYTES)
            if data is not None:
                yield path, stamp, data


def _files(base: Path, held: set[Path]) -> Iterator[tuple[Path, Stamp]]:
    """Yield the files that may be batches, none of them through a link.

    Folders that cannot be read just now are added to `held`; `base` where not all is looked at.
    """
    waiting, left = [(base, 0)], _MOST_FILES
    while waiting and left:
        folder, depth = waiting.pop()
        for entry in _entries(folder, held)[:left]:
            left -= 1
            if entry.is_dir(follow_symlinks=False) and depth < _DEEPEST and entry.name != MEDIA:
                waiting.append((Path(entry.path), depth + 1))
            elif stamp := _stamp(entry):
                yield Path(entry.path), stamp
    if not left:
        held.add(base)


def _entries(folder: Path, held: set[Path]) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda one: one.name)
    except FileNotFoundError:
        return []  # it went away while we looked; the next look tells
    except OSError:
        held.add(folder)
        return []


def _stamp(entry: "os.DirEntry[str]") -> Stamp | None:
    """Return the stamp of a file that may be a batch by its size."""
    with suppress(OSError):
        told = entry.stat(follow_symlinks=False)
        if entry.is_file(follow_symlinks=False) and told.st_size <= MOST_BYTES:
            return (told.st_size, told.st_mtime_ns)
    return None


def _is_id(name: str) -> bool:
    with suppress(ValueError):
        return str(UUID(name)) == name
    return False
