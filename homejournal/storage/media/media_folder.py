"""The media folder: pictures and hand-outs under the hash of their bytes, written once.

Those of an encrypted journal are sealed. While a password is being set, some lie sealed and some
plain; both are read.

A sealed file is `HJM1`, a nonce and ChaCha20-Poly1305 of the bytes. Its name is an HMAC of their
hash: whoever has the same picture cannot see from the name that it lies here.

Any thread may put some; each call is a single step of a set. What no record named yet stands in a
list, by the name of its file, before its bytes lie there, and is struck out once a record that
names it is saved. So nothing ever named what a program that was killed left in it.
"""

import hashlib
import hmac
import os
import re
import tempfile
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from homejournal.domain.errors import DiskFullError, MediaMissingError
from homejournal.durable_writes import sync_folder, sync_written
from homejournal.storage.file.disk import disk_errors_named, write_whole
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.file.journal_folder import JournalFolder, make_folder_inside

if TYPE_CHECKING:
    from homejournal.storage.file.disk import Reserve


NamesOf = Callable[[str], tuple[str, ...]]
"""The names under which the bytes of a hash may lie, the usual one first."""
_PUT, _NAMED = "+", "-"


class UnreferencedMedia:
    """The list in its file, which is there only while something stands in it.

    Any thread may put something. Without `take_up` the list of an earlier session is forgotten.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = Lock()
        self._hashes: dict[str, str] = {}
        self._is_begun = False

    def __bool__(self) -> bool:
        return bool(self._hashes)

    def take_up(self) -> frozenset[str]:
        """Go on with the list of a session that was killed; return its names. Raises OSError."""
        told = self._file.read_text(errors="replace") if self._file.exists() else ""
        self._is_begun = True
        for line in told.split("\n"):
            mark, name = line[:1], line[1:]
            if mark == _PUT and FILE_NAME.fullmatch(name):
                self._hashes[name] = name  # of a sealed one nobody knows the hash
            elif mark == _NAMED:
                self._hashes.pop(name, None)
        return frozenset(self._hashes)

    def add(self, hashes: Mapping[str, str]) -> None:
        """Write the names of files that are about to be added or removed. Raises OSError.

        Each has its hash with it, or its name again if the hash is unknown.
        """
        with self._lock:
            new = {name: one for name, one in hashes.items() if name not in self._hashes}
            if new:
                self._write(f"{_PUT}{name}" for name in new)
                self._hashes |= new

    def cross_off(self, names: Collection[str]) -> None:
        """Strike out what a record names. Raises OSError."""
        with self._lock:
            known = [name for name in names if self._hashes.pop(name, None)]
            if known and self._hashes:
                self._write(f"{_NAMED}{name}" for name in known)
            elif known:
                self._drop()

    def rename(self, names_of: NamesOf) -> None:
        """Write it anew with the names under which all lies from now on. Raises OSError."""
        with self._lock:
            self._hashes = {
                hash_ if hash_.endswith(ENDING) else names_of(hash_)[0]: hash_
                for hash_ in self._hashes.values()
            }
            # As one file in the place of the other: it never is away, nor tells both kinds of name.
            write_whole(self._file, _told(f"{_PUT}{name}" for name in self._hashes))

    def end(self) -> None:
        """End the list; the files still in it stay for good. Raises OSError."""
        with self._lock:
            self._hashes.clear()
            if self._is_begun:
                self._drop()

    def _write(self, lines: Iterable[str]) -> None:
        if not self._is_begun:
            self._drop()
        is_new = not self._file.exists()
        descriptor = os.open(self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(_told(lines))
            sync_written(file)
        if is_new:
            sync_folder(self._file.parent)

    def _drop(self) -> None:
        self._is_begun = True
        if self._file.exists():
            self._file.unlink()
            sync_folder(self._file.parent)


def _told(lines: Iterable[str]) -> bytes:
    """Return lines as they stand in the list: a break before each, in case one is cut off."""
    return "".join(f"\n{line}" for line in lines).encode()


def forget_lists(folder: JournalFolder) -> None:
    """Forget the lists in a folder: a repair may leave records out that named something in them.

    Raises OSError.
    """
    for file in folder.path.glob(folder.loose_media("*").name):
        file.unlink()


class MediaOfSession:
    """The hashes of the media that this session added, or is adding just now.

    `left` are files of a session that was killed or locked at its end, and files that go together
    with the password.
    """

    def __init__(self, list_of_loose: Path) -> None:
        self.put: set[str] = set()
        self.left: set[str] = set()
        self.awaited: set[str] = set()
        self._loose = UnreferencedMedia(list_of_loose)
        self._saving: set[str] = set()
        self._letting_go: set[str] = set()

    def take_up(self) -> None:
        """Go on where an earlier session was killed. Raises OSError."""
        for name in self._loose.take_up():
            (self.left if name.endswith(ENDING) else self.put).add(name)

    def is_put(self, sha256: str, name: str) -> None:
        """Know of bytes that are about to be put under a name. Raises OSError."""
        self.put.add(sha256)
        self._loose.add({name: sha256})

    def waits(self, sha256: str) -> None:
        """Know of bytes for which somebody is about to save a record."""
        self.awaited.add(sha256)

    def is_named(self, media: Iterable[str]) -> None:
        """Know of bytes for which the record is saved now."""
        self.awaited.difference_update(media)

    def saves(self, media: Iterable[str]) -> None:
        """Know of bytes that are named by what a transaction writes."""
        self._saving.update(media)

    def lets_go(self, media: Iterable[str]) -> None:
        """Know of bytes that were named by what a transaction takes out again."""
        self._letting_go.update(self.put.intersection(media))

    def saved(self, names_of: NamesOf) -> None:
        """Know that the transaction was committed: what it names is loose no more."""
        names = {name for sha256 in self._saving for name in names_of(sha256)}
        with suppress(OSError):  # then what is named stands in the list till the journal is closed
            self._loose.cross_off(names)
            self._loose.add({names_of(sha256)[0]: sha256 for sha256 in self._letting_go})
        self.undone()

    def undone(self) -> None:
        """Know that the transaction is at its end, or came to nothing."""
        self._saving.clear()
        self._letting_go.clear()

    @property
    def has_saved(self) -> bool:
        """Return whether a transaction may have named something loose, or let it go."""
        return bool((self._saving and self._loose) or self._letting_go)

    def turned(self, names_of: NamesOf) -> None:
        """Know that all lies under other names from now on."""
        with suppress(OSError):
            if self._loose:
                self._loose.rename(names_of)

    def will_go(self, sealed: Iterable[str]) -> None:
        """Know of sealed files that are of no use to a journal which is about to be plain.

        Should the program end before they go, they go as the journal is closed the next time.
        """
        names = {name: name for name in sealed}
        self.left.update(names)
        with suppress(OSError):  # then only a kill leaves them there
            self._loose.add(names)

    def are_gone(self) -> None:
        """Know that nothing sealed lies there any more."""
        sealed = {name for name in self.left if name.endswith(ENDING)}
        self.left -= sealed
        with suppress(OSError):  # then they are looked for in vain as the journal is closed
            self._loose.cross_off(sealed)

    def end(self) -> None:
        """Know that what nothing named is gone, or stays for good. Raises OSError."""
        self._loose.end()


ENDING = ".sealed"
FILE_NAME = re.compile(rf"[0-9a-f]{{64}}({re.escape(ENDING)})?")
"""How the file of a picture or hand-out is called, sealed or not."""

_HEAD = b"HJM1"
_NONCE_BYTES = 12
_SECRET_BYTES = 32
_TAG_BYTES = 16
_FIRST_BLOCK = (1).to_bytes(4, "little")
"""Where the bytes begin in the stream of ChaCha20 (RFC 8439, 2.8)."""
MORE_BYTES = len(_HEAD) + _NONCE_BYTES + _TAG_BYTES
"""So much longer are sealed bytes."""


class MediaSeal:
    """Seals and opens with keys that follow from the journal's."""

    def __init__(self, key: Key) -> None:
        secret = key[:_SECRET_BYTES]
        self._seal = hmac.digest(secret, b"homejournal: bytes of media 1", "sha256")
        self._naming = hmac.digest(secret, b"homejournal: names of media 1", "sha256")

    def name(self, sha256: str) -> str:
        """Return the name of the file that holds the bytes of a hash."""
        return hmac.digest(self._naming, sha256.encode(), "sha256").hex() + ENDING

    def seal(self, data: bytes, sha256: str) -> bytes:
        """Return the bytes as they lie on the disk."""
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        nonce = os.urandom(_NONCE_BYTES)
        sealed = ChaCha20Poly1305(self._seal).encrypt(nonce, data, self._bound(sha256))
        return _HEAD + nonce + sealed

    def open(self, sealed: bytes, sha256: str) -> bytes:
        """Return the bytes; raises MediaMissingError if they are not as they were sealed."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        begins = len(_HEAD) + _NONCE_BYTES
        if not sealed.startswith(_HEAD):
            raise MediaMissingError(sha256, lies_there=True)
        try:
            told = ChaCha20Poly1305(self._seal).decrypt(
                sealed[len(_HEAD) : begins], sealed[begins:], self._bound(sha256)
            )
        except (InvalidTag, ValueError):  # ValueError: too short to be one
            raise MediaMissingError(sha256, lies_there=True) from None
        return told

    def has_named(self, name: str, sealed: bytes) -> bool:
        """Return whether this key sealed a file, and named it so.

        The hash, without which no seal can be checked, is found by opening the file unchecked.
        """
        from cryptography.hazmat.primitives.ciphers import Cipher
        from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20

        begins = len(_HEAD) + _NONCE_BYTES
        if not sealed.startswith(_HEAD) or len(sealed) < begins + _TAG_BYTES:
            return False
        at_once = _FIRST_BLOCK + sealed[len(_HEAD) : begins]
        opening = Cipher(ChaCha20(self._seal, at_once), mode=None).decryptor()
        told = opening.update(sealed[begins:-_TAG_BYTES])
        return self.name(hashlib.sha256(told).hexdigest()) == name

    @staticmethod
    def _bound(sha256: str) -> bytes:
        return _HEAD + sha256.encode()


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

        Raises DiskFullError, DiskError or JournalReadOnlyError if they cannot be kept.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        try:
            self._put(sha256, data)
        except DiskFullError:
            if self._reserve is None or not self._reserve.release_for(len(data)):
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
        """Return the bytes; raises MediaMissingError if they are not there, or not those."""
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
        """Return how many bytes lie here under a hash, sealed or not; None if none do."""
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
        """Return the names of our complete files in the folder.

        Files that somebody else put there are ignored. Raises DiskError.
        """
        with disk_errors_named(self._folder.path):
            if not self._folder.media.is_dir():
                return frozenset()
            with os.scandir(self._folder.media) as found:
                ours = [entry for entry in found if FILE_NAME.fullmatch(entry.name)]
                return frozenset(
                    entry.name for entry in ours if entry.is_file(follow_symlinks=False)
                )

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
