"""Which kind of file somebody chose, so that one which belongs to another place is sent there."""

from codecs import BOM_UTF8
from contextlib import suppress
from pathlib import Path

from homejournal.exchange.files.chosen_file import is_journal, read_chosen
from homejournal.exchange.journal.csv_archive import is_zip
from homejournal.exchange.packs.pack_file import is_pack

_LOOKED_AT = 64


def is_copy(path: Path) -> bool:
    """Return whether it is a journal's file or a copy of one, by its ending or how it begins."""
    return is_journal(_begin(path))


def is_sealed(path: Path) -> bool:
    """Return whether it is a sealed file from another computer or home."""
    return is_pack(_begin(path))


def is_written_out(path: Path) -> bool:
    """Return whether it may be a file with all that is written: JSON, or tables in a zip file."""
    begin = _begin(path)
    return is_zip(begin) or begin.removeprefix(BOM_UTF8).lstrip().startswith(b"{")


def _begin(path: Path) -> bytes:
    with suppress(OSError):  # it is told where the file is read
        return read_chosen(path, _LOOKED_AT)
    return b""
