"""The tables of a journal in one zip file: only its own names, and never more than it may hold."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import IO

from homejournal.domain.errors import FaultKind, ImportFaultsError
from homejournal.exchange.journal.journal_csv import FILES
from homejournal.exchange.json.fault_places import fault
from homejournal.exchange.json.json_text import MOST_BYTES

_FIXED = (1980, 1, 1, 0, 0, 0)
"""The same journal makes the same file; when it was made says the file itself."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How a zip file begins, also one with nothing in it."""
_OF_WORKBOOK = "xl/workbook.xml"
"""The name that every workbook for Excel holds (Office Open XML, ECMA-376)."""
_AT_ONCE = 1 << 20
_USUAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, IndexError)
"""What zipfile raises where bytes are wrong; a RuntimeError where it wants a password."""


def is_zip(data: bytes) -> bool:
    """Return whether the bytes begin as a zip file does."""
    return data.startswith(_ZIP)


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return the files as a zip file."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED
            opened.writestr(info, data)
    return archive.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the tables in a zip file by name, read into memory alone.

    What a file manager adds (folders, `__MACOSX`) is left out; a folder around the tables is not
    minded. Raises ImportFaultsError for a workbook, any other name, a name that stands twice, more
    than 200 MB when unpacked, and a file that is damaged or asks for a password.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            return _read(opened)
    except _BROKEN as error:
        raise ImportFaultsError([fault("", FaultKind.CUT_SHORT)]) from error


def _read(opened: zipfile.ZipFile) -> dict[str, bytes]:
    if _OF_WORKBOOK in opened.namelist():
        raise ImportFaultsError([fault("", FaultKind.A_WORKBOOK)])
    files: dict[str, bytes] = {}
    left = MOST_BYTES
    for info in opened.infolist():
        name = info.filename.rsplit("/", 1)[-1]
        if info.is_dir() or info.filename.startswith("__MACOSX/"):
            continue
        if name not in FILES or info.compress_type not in _USUAL:
            raise ImportFaultsError([fault(info.filename, FaultKind.NOT_HOMEJOURNAL)])
        if name in files:
            raise ImportFaultsError([fault(name, FaultKind.DUPLICATE_KEY)])
        with opened.open(info) as file:  # never by what the file says of its own size
            files[name] = _whole(file, left)
        left -= len(files[name])
    return files


def _whole(file: IO[bytes], most: int) -> bytes:
    """Return all that is in a file; a bomb takes no more memory than the limit."""
    parts, left = list[bytes](), most
    while part := file.read(_AT_ONCE):
        left -= len(part)
        if left < 0:
            raise ImportFaultsError([fault("", FaultKind.TOO_LARGE, MOST_BYTES)])
        parts.append(part)
    return b"".join(parts)
