"""Files of a family's choice: read without harm to an open journal, saved whole, a PDF locked."""

import contextlib
import errno
import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from homejournal.domain.errors import DiskError, DiskFullError, InvalidValueError, Reason
from homejournal.durable_writes import sync_folder, sync_written

_MOST_LETTERS = 127
"""The specification cuts a password after 127 bytes (ISO 32000-2, 7.6.4.3.3)."""


def check_password(password: str) -> None:
    """Raise InvalidValueError for a password that is empty or longer than 127 bytes."""
    if not password.strip():
        raise InvalidValueError("password", Reason.EMPTY)
    if len(password.encode("utf-8", "replace")) > _MOST_LETTERS:
        raise InvalidValueError("password", Reason.TOO_LONG, _MOST_LETTERS)


def locked_pdf(pdf: bytes, password: str) -> bytes:
    """Return the PDF with a password, its title and other information locked as well.

    Whoever has the password may print, copy and have it read aloud. Such a file is no PDF/A any
    more. Raises InvalidValueError for a password that `check_password` does not take.
    """
    check_password(password)
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        lock = pikepdf.Encryption(user=password, owner=password, R=6, aes=True, metadata=True)
        opened.save(out, encryption=lock)
    return out.getvalue()


_BEGINS = b"SQLite format 3\0"
"""How the file of a journal begins: https://www.sqlite.org/fileformat.html"""


def is_journal(begin: bytes) -> bool:
    """Return whether a file that begins so is that of a journal, as `read_chosen` tells it."""
    return begin.startswith(_BEGINS)


def read_chosen(path: Path, most: int) -> bytes:
    """Return what a file holds, and of a long one this many bytes. Raises OSError.

    The file of a journal or of a copy is never opened, and only its beginning is told, which no
    reader takes: to close it would end SQLite's locks on the journal that is written to just now
    (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    if not path.is_file():  # a pipe would wait for ever
        raise IsADirectoryError(path)
    if path.resolve().suffix.lower() == JOURNAL:
        return _BEGINS[:most]
    with path.open("rb") as opened:
        return opened.read(most)


_FULL = {errno.ENOSPC, errno.EDQUOT}
JOURNAL = ".hj"
"""How the files of journals and their copies end; nothing that is saved takes the place of one."""


def safe_save(path: Path, data: bytes) -> None:
    """Write the bytes beside the file, readable for this person alone, and put them in its place.

    A link is followed; what is no file (a printer, a pipe) is written to directly. Raises
    DiskFullError or DiskError, this also for a journal or a copy of one; the file that stood there
    before is then as it was.
    """
    with disk_errors(path):
        target = path.resolve()
        if target.suffix == JOURNAL and target.exists():
            raise FileExistsError(target)
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data)


def save_in_shared_folder(path: Path, data: bytes) -> None:
    """Save in a folder that others write in, too: a link is replaced, never followed.

    Raises as `safe_save` does.
    """
    with disk_errors(path):
        _replace(path, data)


@contextlib.contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn what the disk refuses into DiskFullError or DiskError."""
    try:
        yield
    except OSError as error:
        kind = DiskFullError if error.errno in _FULL else DiskError
        raise kind(path) from error


def _replace(target: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            sync_written(file)
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    # Some network and phone file systems cannot; the file itself is already safe.
    with contextlib.suppress(OSError):
        sync_folder(target.parent)
