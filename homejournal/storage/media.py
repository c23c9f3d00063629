"""The media folder: pictures and hand-outs under the hash of their bytes, written once."""

import hashlib
import os
import re
import tempfile
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from homejournal.domain.errors import MediaMissingError
from homejournal.storage.failures import naming
from homejournal.storage.folder import JournalFolder, make_folder

_BEGUN = ".new-"
_OURS = re.compile(rf"[0-9a-f]{{64}}|{re.escape(_BEGUN)}.*")


class MediaFolder:
    """Bytes by their SHA-256; what lies there is never changed."""

    def __init__(self, folder: JournalFolder) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their hash; bytes that lie there already are left alone.

        Raises DiskFullError, DiskError or JournalReadOnlyError where they cannot be kept.
        """
        name = hashlib.sha256(data).hexdigest()
        with naming(self._folder.path):
            if not self._lies_whole(name):
                make_folder(self._folder.media)
                self._write(self.path(name), data)
        return name

    def get(self, sha256: str) -> bytes:
        """Return the bytes; raises MediaMissingError where they are not there, or not those."""
        path = self.path(sha256)
        if not path.is_file():  # to open a pipe would wait for ever
            raise MediaMissingError(sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise MediaMissingError(sha256) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise MediaMissingError(sha256)
        return data

    def path(self, sha256: str) -> Path:
        """Return where the bytes of a hash lie, or would lie."""
        return self._folder.media / sha256

    def lying(self) -> frozenset[str]:
        """Return the names of the files that were put here, begun ones among them.

        Whatever else somebody laid into the folder is none of ours. Raises DiskError.
        """
        with naming(self._folder.path):
            if not self._folder.media.is_dir():
                return frozenset()
            with os.scandir(self._folder.media) as found:
                ours = [one for one in found if _OURS.fullmatch(one.name)]
                return frozenset(one.name for one in ours if one.is_file(follow_symlinks=False))

    def drop(self, names: Collection[str]) -> None:
        """Delete these files; one that is gone already is well. Raises DiskError."""
        with naming(self._folder.path):
            for name in names:
                self.path(name).unlink(missing_ok=True)

    def _lies_whole(self, name: str) -> bool:
        try:
            self.get(name)
        except MediaMissingError:
            return False
        return True

    @staticmethod
    def _write(target: Path, data: bytes) -> None:
        descriptor, made = tempfile.mkstemp(prefix=_BEGUN, dir=target.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(made).replace(target)
        except BaseException:
            with suppress(OSError):
                Path(made).unlink()
            raise
        _sync(target.parent)


def _sync(folder: Path) -> None:
    with suppress(OSError):  # Windows opens no folders, and needs no such sync
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
