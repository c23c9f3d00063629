"""The media folder: pictures and hand-outs under the hash of their bytes, written once.

Those of an encrypted journal are sealed. While a password is being set, some lie sealed and some
plain; both are read.
"""

import hashlib
import os
import tempfile
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.errors import DiskFullError, MediaMissingError
from homejournal.durable_writes import sync_folder, sync_written
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.file.journal_folder import JournalFolder, make_folder_inside
from homejournal.storage.media.sealing import ENDING, FILE_NAME, MORE_BYTES, MediaSeal

if TYPE_CHECKING:
    from homejournal.storage.file.disk import Reserve
    from homejournal.storage.media.unreferenced_media import MediaOfSession

_BEGUN = ".new-"


class MediaFolder:
    """Bytes by their SHA-256; what lies there is never changed. With a key it lies sealed.

    What is put is told to the `session` of an open journal before: if nothing names it in the end,
    it goes as the journal is closed. On a full disk it may have the room of the `reserve`.
    """

    def __init__(
        self,
        folder: JournalFolder,
        key: Key | None = None,
        session: "MediaOfSession | None" = None,
        reserve: "Reserve | None" = None,
    ) -> None:
        self._folder = folder
        self._session = session
        self._reserve = reserve
        self._seal = None if key is None else MediaSeal(key)

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their hash; bytes that lie there already are left alone.

        Raises DiskFullError, DiskError or JournalReadOnlyError where they cannot be kept.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        try:
            self._put(sha256, data)
        except DiskFullError:
            if self._reserve is None or not self._reserve.give_for(len(data)):
                raise
            self._put(sha256, data)
        return sha256

    def _put(self, sha256: str, data: bytes) -> None:
        with disk_errors_named(self._folder.path):
            if not self._lies_whole(sha256):
                make_folder_inside(self._folder.media)
                if self._session is not None:
                    self._session.is_put(sha256, self.names(sha256)[0])
                self._lay(sha256, data)

    def seal_plain(self, name: str) -> None:
        """Seal a file that lies plain, just as it is: one that is damaged is no different after.

        What lies sealed and whole already stays. Raises the disk's errors.
        """
        with disk_errors_named(self._folder.path):
            path = self._folder.media / name
            if not self._lies_whole(name):
                self._lay(name, path.read_bytes())
            path.unlink()

    def get(self, sha256: str) -> bytes:
        """Return the bytes; raises MediaMissingError where they are not there, or not those."""
        return self._read(self.path(sha256), sha256)

    def _read(self, path: Path, sha256: str) -> bytes:
        if not path.is_file():  # to open a pipe would wait for ever
            raise MediaMissingError(sha256, lies_there=os.path.lexists(path))
        try:
            data = path.read_bytes()
        except OSError as error:
            raise MediaMissingError(sha256, lies_there=True) from error
        if self._seal is not None and path.suffix == ENDING:
            data = self._seal.open(data, sha256)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise MediaMissingError(sha256, lies_there=True)
        return data

    def names(self, sha256: str) -> tuple[str, ...]:
        """Return the names under which the bytes of a hash may lie, the usual one first."""
        return (sha256,) if self._seal is None else (self._seal.name(sha256), sha256)

    def size(self, sha256: str) -> int | None:
        """Return how many bytes lie here under a hash, sealed or not; None where none do."""
        path = self.path(sha256)
        try:
            lies = path.stat().st_size
        except OSError:
            return None
        return lies - MORE_BYTES if path.suffix == ENDING else lies

    def path(self, sha256: str) -> Path:
        """Return where the bytes of a hash lie, or would lie."""
        places = [self._folder.media / name for name in self.names(sha256)]
        return next((place for place in places if os.path.lexists(place)), places[0])

    def lying(self) -> frozenset[str]:
        """Return the names of the files that were put here, and none that are only begun.

        Whatever else somebody laid into the folder is none of ours. Raises DiskError.
        """
        with disk_errors_named(self._folder.path):
            if not self._folder.media.is_dir():
                return frozenset()
            with os.scandir(self._folder.media) as found:
                ours = [one for one in found if FILE_NAME.fullmatch(one.name)]
                return frozenset(one.name for one in ours if one.is_file(follow_symlinks=False))

    def drop(self, names: Collection[str]) -> None:
        """Delete these files; one that is gone already is well. Raises DiskError."""
        with disk_errors_named(self._folder.path):
            for name in names:
                (self._folder.media / name).unlink(missing_ok=True)

    def is_ours(self, name: str) -> bool:
        """Return whether the file of a name was sealed with this key, whatever it holds.

        A plain one, and one that is damaged, is not. Raises DiskError.
        """
        with disk_errors_named(self._folder.path):
            path = self._folder.media / name
            return self._seal is not None and self._seal.has_named(name, path.read_bytes())

    def _lies_whole(self, sha256: str) -> bool:
        try:
            self._read(self._usual(sha256), sha256)
        except MediaMissingError:
            return False
        return True

    def _lay(self, sha256: str, data: bytes) -> None:
        lies = data if self._seal is None else self._seal.seal(data, sha256)
        self._write(self._usual(sha256), lies)

    def _usual(self, sha256: str) -> Path:
        return self._folder.media / self.names(sha256)[0]

    @staticmethod
    def _write(target: Path, data: bytes) -> None:
        descriptor, made = tempfile.mkstemp(prefix=_BEGUN, dir=target.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                sync_written(file)
            Path(made).replace(target)
        except BaseException:
            with suppress(OSError):
                Path(made).unlink()
            raise
        sync_folder(target.parent)
