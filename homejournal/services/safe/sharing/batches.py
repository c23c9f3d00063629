"""The batches in a shared folder: which are whole, which are put aside, and writing our own.

Each computer writes only in its own folder, and never changes a file, so that a sync program has
nothing to decide; what a computer wrote that is gone is taken away once a family says so. Nothing
that is missing here is ever taken for deleted.
"""

import hashlib
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.errors import SharingRefusal, SharingRefusedError
from homejournal.domain.sharing.cloud_folders import placeholder_names, placeholder_target
from homejournal.domain.sharing.outgoing import (
    Audience,
    BatchesArrived,
    OtherComputer,
    SharingEntry,
    batches_arrived,
    media_named,
    reached_day,
)
from homejournal.exchange.batch_file import MOST_BYTES, SUFFIX, Batch, BatchFault, read_batch
from homejournal.exchange.read_and_save import disk_errors, save_in_shared_folder
from homejournal.storage.file.disk import write_whole
from homejournal.storage.file.journal_folder import make_folder

MEDIA = "media"
"""The folder of photos and hand-outs in each computer's part; batches lie beside it."""
MOST_ASIDE = 20
"""So many strange files are put aside; what more there is stays in the shared folder alone."""
_ASIDE_BEGINS, _ASIDE_ENDS, _MARK_LETTERS = "not-ours-", ".hjb", 16
_MOST_FILES = 200_000
_DEEPEST = 3
_BEGUN = re.compile(rf"\.[0-9]{{8}}-[0-9a-f]{{16}}{re.escape(SUFFIX)}\..+")
"""Names under which our batches are written, until they are whole."""
_NAMED = re.compile(r"-([0-9a-f]{16})(?![0-9a-f])")

Stamp = tuple[int, int]
"""Size and time of a file: while they are the same it is not read again."""


class KnownBatch(NamedTuple):
    """A whole batch that lies in the folder; `ids` says of each revision whether it is whole.

    `gone` are computers that are no more, with the number through which batches were taken away.
    """

    sha256: str
    device: UUID
    number: int
    public: bytes
    home: UUID | None
    through: date
    ids: dict[bytes, bool]
    purged: frozenset[bytes]
    gone: Mapping[UUID, int]


class FolderListing(NamedTuple):
    """What a look into the folder brought: batches that were not read before, and files aside."""

    batches: tuple[Batch, ...]
    forged: tuple[bytes, ...]
    """The bytes of files that claim to be whole and are of nobody who may write here."""
    pinned: Mapping[UUID, bytes]
    """The keys of computers that were seen for the first time."""


class _Together:
    """What some batches tell together, each of them once; worked out when it is first asked."""

    def __init__(self, batches: Iterable[KnownBatch], audience: Audience) -> None:
        by_hash = {batch.sha256: batch for batch in batches}
        self.all = sorted(
            by_hash.values(), key=lambda batch: (batch.device.bytes, batch.number, batch.sha256)
        )
        self._audience = audience

    @cached_property
    def homes(self) -> dict[UUID, UUID | None]:
        """The homes by their computers."""
        return {batch.device: batch.home for batch in self.all}

    @cached_property
    def numbers(self) -> dict[UUID, list[tuple[int, date]]]:
        """The numbers of each computer's batches, and through which day each tells."""
        numbers: dict[UUID, list[tuple[int, date]]] = {}
        for batch in self.all:
            numbers.setdefault(batch.device, []).append((batch.number, batch.through))
        return numbers

    @cached_property
    def gone(self) -> dict[UUID, int]:
        """Computers by the number through which their batches were taken away.

        Another home does not say so of a computer that wrote for ours.
        """
        found = dict[UUID, int]()
        for batch in self.all:
            for device, number in batch.gone.items():
                is_theirs = batch.home == self.homes.get(device, batch.home)
                if self._audience is Audience.OWN or is_theirs:
                    found[device] = max(number, found.get(device, 0))
        return found


class Batches:
    """The batches that lie in one shared folder, as the last look found them, each read once.

    `put_aside` are the marks of strange files that were put aside, now or at an earlier start, and
    `on_loss` is called where a batch went or changed: what it held may lie nowhere any more.
    """

    def __init__(
        self,
        audience: Audience,
        put_aside: Iterable[str] = (),
        on_loss: Callable[[], None] = lambda: None,
    ) -> None:
        self.audience = audience
        self.seen: dict[Path, tuple[Stamp, KnownBatch | None]] = {}
        self.held: set[Path] = set()
        """Files and folders that are there and could not be read in the last look."""
        self.unreadable: set[Path] = set()
        """Batches that are whole and signed, and tell what nothing here can read."""
        self._put_aside = set(put_aside)
        self._on_loss = on_loss
        self._worked_out: _Together | None = None
        """Until a batch comes or goes; each look asks for it again and again."""

    @property
    def all(self) -> list[KnownBatch]:
        """Return the batches that lie in the folder, each once."""
        return self._together.all

    @property
    def _together(self) -> _Together:
        if self._worked_out is None:
            self._worked_out = _Together((known for _, known in self.files()), self.audience)
        return self._worked_out

    def files(self) -> list[tuple[Path, KnownBatch]]:
        """Return the files of batches, of which several may hold the same one."""
        return [(path, known) for path, (_, known) in self.seen.items() if known]

    def of(self, device: UUID) -> list[tuple[Path, KnownBatch]]:
        """Return the files of one computer's batches."""
        return [(path, known) for path, known in self.files() if known.device == device]

    @property
    def unread(self) -> int:
        """Return how many files lie there that are called a batch and do not read as one yet."""
        strange = [path for path in self._strange() if path not in self.unreadable]
        return len(self.held) + sum(path.suffix == SUFFIX for path in strange)

    @property
    def unreadable_names(self) -> tuple[str, ...]:
        """Return the names of batches that came whole and cannot be read, in their order."""
        return tuple(sorted(path.name for path in self.unreadable))

    def ids(self, without: Collection[UUID] = ()) -> dict[bytes, bool]:
        """Return what lies in batches, each with whether it lies there whole.

        What computers wrote that are gone does not count.
        """
        found: dict[bytes, bool] = {}
        for batch in self.all:
            if batch.device in without:
                continue
            for id_, whole in batch.ids.items():
                found[id_] = whole or found.get(id_, False)
        return found

    def arrived(self) -> dict[UUID, BatchesArrived]:
        """Return how many batches of each computer are here, and how many it has written."""
        gone = self.gone()
        return {
            device: batches_arrived((number for number, _ in told), gone.get(device, 0))
            for device, told in self._together.numbers.items()
        }

    def reaches(self, until: date) -> dict[UUID, date]:
        """Return through which day each home's batches reach without one that is missing.

        None reaches further than `until`; a clock that is wrong may say so.
        """
        homes, gone = self._together.homes, self.gone()
        found: dict[UUID, date] = {}
        for device, told in self._together.numbers.items():
            home, through = homes[device], reached_day(told, gone.get(device, 0), until)
            if home is not None and through is not None:
                found[home] = max(through, found.get(home, through))
        return found

    def gone(self) -> dict[UUID, int]:
        """Return of computers through which number their batches were taken away."""
        return self._together.gone

    def own_other_computers(
        self, own: Collection[UUID], home: UUID | None
    ) -> tuple[OtherComputer, ...]:
        """Return the computers of our own home that wrote in the folder and are not this one."""
        newest = {batch.device: batch for batch in self.all}
        ours = self.audience is Audience.OWN
        return tuple(
            OtherComputer(device, batch.through)
            for device, batch in newest.items()
            if device not in own and (ours or batch.home == home)
        )

    def deleted_media(
        self, device: UUID, withheld: Collection[bytes], shared: SharingEntry
    ) -> frozenset[str]:
        """Return the hashes of a computer's photos and hand-outs that were deleted for good since.

        Nobody else knows them any more: its own batches still tell.
        """
        found: set[str] = set()
        for path, known in self.of(device):
            if any(known.ids.get(id_) for id_ in withheld):
                batch = read_batch(bytes_in(path, MOST_BYTES) or b"", shared.key, shared.journal)
                told = batch.incoming.revisions if isinstance(batch, Batch) else ()
                found.update(media_named(revision for revision in told if revision.id in withheld))
        return frozenset(found)

    def look(self, folder: Path, shared: SharingEntry) -> FolderListing:
        """Read what is new in the folder; all that lies there now is then known.

        Raises SharingRefusedError if the folder is not there, and the disk's errors.
        """
        if not folder.is_dir():
            raise SharingRefusedError(SharingRefusal.NO_FOLDER)
        batches: list[Batch] = []
        forged: list[bytes] = []
        known = {batch.device: batch.public for batch in self.all} | dict(shared.known)
        still: set[Path] = set()
        self.held.clear()
        for path, stamp in self._files_in(folder / str(shared.journal)):
            still.add(path)
            if path in self.seen and self.seen[path][0] == stamp:
                continue
            if stands_for := placeholder_target(path.name):
                still |= self._waited_for(path, stands_for)
                continue
            data = bytes_in(path, MOST_BYTES)
            if data is None:  # a sync program holds it, or has yet to bring it; the next look tells
                self.held.add(path)
                continue
            self._forget([path])
            told = _read(data, shared)
            if (
                isinstance(told, Batch)
                and known.setdefault(told.device, told.public) == told.public
            ):
                batches.append(told)
                self._keep(path, stamp, _known(told, data))
                continue
            self.seen[path] = (stamp, None)
            if self._is_forged(path, data, told):
                forged.append(data)
        self._forget(self.seen.keys() - still)
        new = {device: public for device, public in known.items() if device not in shared.known}
        return FolderListing(tuple(batches), tuple(forged), new)

    def _files_in(self, base: Path) -> Iterator[tuple[Path, Stamp]]:
        """Yield the files that may be batches; to take paths apart again took longest of a look."""
        paths = {str(path): path for path in self.seen}
        for found, stamp in _files(base, self.held):
            yield paths.get(found) or Path(found), stamp

    def may_write(self, own: Path) -> bool:
        """Return whether all that lies in our own folder was read, so that nothing is doubled.

        Raises SharingRefusedError for a link in its place: what lies behind it is never read.
        """
        if own.is_symlink() or own.parent.is_symlink():
            raise SharingRefusedError(SharingRefusal.NO_FOLDER)
        return not self._is_held(own)

    def has_any_of(self, device: UUID, place: Path) -> bool:
        """Return whether any batch of a computer lies there, or what may become one."""
        return bool(self.of(device)) or self.is_unread(place)

    def is_unread(self, place: Path) -> bool:
        """Return whether a batch may lie in a folder that does not read yet."""
        return self._is_held(place) or any(
            path.suffix == SUFFIX and path.is_relative_to(place) for path in self._strange()
        )

    def put(self, folder: Path, batch: Batch, data: bytes) -> None:
        """Write one of our own batches. Raises the disk's errors."""
        path = batch_path(folder, batch, data)
        make_place(path.parent, folder)
        save_in_shared_folder(path, data)
        with disk_errors(path):
            told = path.stat()
        self._keep(path, (told.st_size, told.st_mtime_ns), _known(batch, data))

    def drop_begun(self, own: Path) -> None:
        """Take away what a program that was killed had begun to write in our own part.

        Raises DiskError.
        """
        for path in self._strange():
            if path.parent == own and _BEGUN.fullmatch(path.name):
                with disk_errors(path):
                    path.unlink(missing_ok=True)
                del self.seen[path]

    def drop_holding(self, ours: Collection[str], ids: Collection[bytes]) -> int:
        """Take our own batches away that hold the content of these, to be written without it.

        `ours` are the hashes of what this computer wrote. Returns how many went. Raises DiskError.
        """
        gone = [
            path
            for path, known in self.files()
            if known.sha256 in ours and any(known.ids.get(id_) for id_ in ids)
        ]
        self.take_away(gone)
        return len(gone)

    def take_away(self, batches: Collection[Path]) -> None:
        """Take batches away, and what stands in for them. Raises DiskError."""
        for batch in batches:
            for path in (batch, *map(batch.with_name, placeholder_names(batch.name))):
                with disk_errors(path):
                    path.unlink(missing_ok=True)
        self._forget(batches)

    def _waited_for(self, stand_in: Path, name: str) -> set[Path]:
        """Return the batch behind a placeholder file if it was read before.

        Otherwise note that it is still to come.
        """
        if not name.endswith(SUFFIX):
            return set()
        real = stand_in.with_name(name)
        if real in self.seen:
            return {real}
        self.held.add(stand_in)
        return set()

    def _keep(self, path: Path, stamp: Stamp, known: KnownBatch) -> None:
        """Know what a file holds."""
        self.seen[path] = (stamp, known)
        self._worked_out = None

    def _forget(self, paths: Collection[Path]) -> None:
        """Forget files that went or changed."""
        self.unreadable.difference_update(paths)
        known = [self.seen.pop(path)[1] for path in paths if path in self.seen]
        if any(known):
            self._worked_out = None
            self._on_loss()

    def _strange(self) -> list[Path]:
        """Return the files that do not read as a batch."""
        return [path for path, (_, known) in self.seen.items() if known is None]

    def _is_held(self, place: Path) -> bool:
        """Return whether something in a folder is there and could not be read in the last look."""
        return any(place.is_relative_to(held) or held.is_relative_to(place) for held in self.held)

    def _is_forged(self, path: Path, data: bytes, told: Batch | BatchFault) -> bool:
        """Return whether a file that is not read is to be put aside."""
        if told is BatchFault.UNREADABLE:
            self.unreadable.add(path)
            return False
        return told is not BatchFault.FOREIGN and self._claims_to_be_whole(path, data)

    def _claims_to_be_whole(self, path: Path, data: bytes) -> bool:
        """Return whether a file's name fits its bytes, so that it has arrived completely.

        Each is reported once, and no more than so many.
        """
        named, mark = _NAMED.search(path.name), mark_of(data)
        if named is None or named[1] != mark or mark in self._put_aside:
            return False
        if len(self._put_aside) >= MOST_ASIDE:
            return False
        self._put_aside.add(mark)
        return True


def check_folder(folder: Path, shared: SharingEntry) -> None:
    """Raise SharingRefusedError unless this sharing can go on, or begin, in a folder."""
    if not folder.is_dir():
        raise SharingRefusedError(SharingRefusal.NO_FOLDER)
    with disk_errors(folder):
        names = {path.name for path in folder.iterdir() if path.is_dir() and _is_id(path.name)}
    if str(shared.journal) not in names:
        if names:
            raise SharingRefusedError(SharingRefusal.OTHER_JOURNAL)
        return
    found = [_read(data, shared) for data in _bytes_of_all(folder, shared)]
    if found and not any(
        isinstance(read, Batch) or read is BatchFault.UNREADABLE for read in found
    ):
        raise SharingRefusedError(SharingRefusal.OTHER_KEY)


def own_folder(folder: Path, journal: UUID, device: UUID) -> Path:
    """Return the folder of a computer's batches; nobody else writes there."""
    return folder / str(journal) / str(device)


def batch_path(folder: Path, batch: Batch, data: bytes) -> Path:
    """Return where a batch lies: `<journal>/<computer>/<number>-<hash>.hjb`."""
    name = f"{batch.number:08}-{mark_of(data)}{SUFFIX}"
    return own_folder(folder, batch.journal, batch.device) / name


def make_place(place: Path, folder: Path) -> None:
    """Make a folder inside the shared folder, but never the shared folder itself.

    If the shared folder is missing, its stick was pulled out or it was renamed, and no sync program
    would carry what is written under the old name. Raises the disk's errors.
    """
    with disk_errors(place):
        for part in reversed(place.relative_to(folder).parents[:-1]):
            (folder / part).mkdir(exist_ok=True)
        place.mkdir(exist_ok=True)


def bytes_in(path: Path, most: int) -> bytes | None:
    """Return a file's bytes, one more than `most` if it is longer; None if it is unreadable now."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(most + 1)
    return None


def mark_of(data: bytes) -> str:
    """Return the beginning of the hash of the bytes, by which a file's name tells them."""
    return hashlib.sha256(data).hexdigest()[:_MARK_LETTERS]


def marks_in(quarantine: Path) -> set[str]:
    """Return the marks of the strange files that were put aside before."""
    names = (path.name for path in quarantine.glob(f"{_ASIDE_BEGINS}*{_ASIDE_ENDS}"))
    return {name.removeprefix(_ASIDE_BEGINS).removesuffix(_ASIDE_ENDS) for name in names}


def put_aside(quarantine: Path, data: bytes) -> None:
    """Put the bytes of a strange file aside, for whoever wants to see them. Raises OSError."""
    make_folder(quarantine)
    write_whole(quarantine / f"{_ASIDE_BEGINS}{mark_of(data)}{_ASIDE_ENDS}", data)


def _read(data: bytes, shared: SharingEntry) -> Batch | BatchFault:
    """Return what a file holds; no batch of ours tells another home of private photos."""
    told = read_batch(data, shared.key, shared.journal)
    if isinstance(told, Batch) and told.private and shared.audience is not Audience.OWN:
        return BatchFault.UNREADABLE
    return told


def _known(batch: Batch, data: bytes) -> KnownBatch:
    return KnownBatch(
        sha256=hashlib.sha256(data).hexdigest(),
        device=batch.device,
        number=batch.number,
        public=batch.public,
        home=batch.home,
        through=batch.through,
        ids={revision.id: revision.fields is not None for revision in batch.incoming.all},
        purged=batch.purged,
        gone=batch.gone,
    )


def _bytes_of_all(folder: Path, shared: SharingEntry) -> Iterator[bytes]:
    for path, _ in _files(folder / str(shared.journal), set()):
        if placeholder_target(Path(path).name) is None:
            data = bytes_in(Path(path), MOST_BYTES)
            if data is not None:
                yield data


def _files(base: Path, held: set[Path]) -> Iterator[tuple[str, Stamp]]:
    """Yield the paths of the files that may be batches, none of them through a link.

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
                yield entry.path, stamp
    if not left:
        held.add(base)


def _entries(folder: Path, held: set[Path]) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
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
