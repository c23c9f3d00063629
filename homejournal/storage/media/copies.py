"""Pictures and hand-outs beside copies: which are whole there, and which are not whole here."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from homejournal.domain.errors import MediaMissingError
from homejournal.domain.safe.copy_contents import RestoredMedia
from homejournal.storage.file.backup_folder import BackupFolder
from homejournal.storage.file.disk_errors import naming
from homejournal.storage.file.file_encryption import Key, begins_with, salt_of
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.file.pauses import Rest, no_rest
from homejournal.storage.media.media_folder import MediaFolder
from homejournal.storage.media.references import named_in
from homejournal.storage.media.sealing import ENDING
from homejournal.storage.records import statements as sql
from homejournal.storage.records.revisions import Revisions

if TYPE_CHECKING:
    from homejournal.storage.journal.store import Store


class MediaSource(Protocol):
    """Where pictures and hand-outs may be, by the hash of their bytes."""

    def get(self, sha256: str) -> bytes:
        """Return the bytes; raises MediaMissingError where they are not there, or not those."""


def media_beside(folders: Iterable[Path], key: Key | None) -> list[MediaFolder]:
    """Return what lies beside the copies in these folders, each folder once."""
    return [MediaFolder(JournalFolder(folder), key) for folder in dict.fromkeys(folders)]


def whole_in(folder: MediaSource, sha256: str) -> bytes | None:
    """Return the bytes of a hash; None where they are not there, or not those."""
    with suppress(MediaMissingError):
        return folder.get(sha256)
    return None


def first_whole(folders: Iterable[MediaSource], sha256: str) -> bytes | None:
    """Return the bytes of a hash from the first folder that has them whole."""
    found = (whole_in(folder, sha256) for folder in folders)
    return next((data for data in found if data is not None), None)


def look_for(
    named: Mapping[str, str],
    own: MediaFolder,
    copies: Sequence[MediaSource],
    rest: Rest = no_rest,
) -> RestoredMedia:
    """Return what of the named is not whole here: what lies whole in a copy, and what nowhere."""
    back: dict[str, str] = {}
    gone: dict[str, str] = {}
    for sha256, name in named.items():
        rest()
        if whole_in(own, sha256) is None:
            found = first_whole(copies, sha256)
            (gone if found is None else back)[sha256] = name
    return RestoredMedia(back, gone)


def bring(
    back: RestoredMedia, own: MediaFolder, copies: Sequence[MediaSource], rest: Rest = no_rest
) -> RestoredMedia:
    """Bring what was looked for; return what came, and what lies whole nowhere by now.

    What is whole here is left alone. Raises the disk's errors.
    """
    came: dict[str, str] = {}
    gone = dict(back.gone)
    for sha256, name in back.back.items():
        rest()
        data = first_whole(copies, sha256)
        if data is None:
            gone[sha256] = name
        else:
            own.put(data)
            came[sha256] = name
    return RestoredMedia(came, gone)


def drop_sealed_otherwise(place: BackupFolder, key: Key, named: Iterable[str]) -> None:
    """Delete what lies sealed under earlier keys, once no copy is left that has one of those.

    What is `named` is known to be of this key and not read. A copy that a cloud keeps elsewhere
    tells nothing of its key. Raises the disk's errors.
    """
    folder = MediaFolder(JournalFolder(place.path), key)
    with naming(place.path):
        copies = {one.path for one in place.copies()}
        unread = {one for one in place.path.iterdir() if ".hj" in one.name} - copies
        if unread or any(begins_with(copy) != salt_of(key) for copy in copies):
            return
        known = {name for sha256 in named for name in folder.names(sha256)}
        sealed = (name for name in folder.lying() - known if name.endswith(ENDING))
        folder.drop([name for name in sealed if not folder.is_ours(name)])


def named_beside(store: "Store") -> Mapping[str, str]:
    """Return the names of what the journal names, by hash; any thread may ask. Raises DiskError.

    What was deleted and can be brought back is among them.
    """
    with store.beside() as (reading, connection):
        ids = [UUID(bytes=uuid) for uuid in connection.execute(sql.media).scalars()]
        return named_in(Revisions(connection, reading.keys, reading.damage).of(ids))


def stamp_of(folder: MediaFolder, sha256: str) -> tuple[int, ...] | None:
    """Return what changes once other bytes lie under a hash; None where none lie there."""
    try:
        told = folder.path(sha256).stat()
    except OSError:
        return None
    return (told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns)
