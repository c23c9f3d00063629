"""Reading a file that somebody chose, without harm to a journal that is open."""

from pathlib import Path

from homejournal.exchange.files.safe_save import JOURNAL

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
