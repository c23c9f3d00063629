"""What a file is that somebody opens, told by looking into it; no file can make this fail."""

import re
from codecs import BOM_UTF8
from enum import Enum
from pathlib import Path

from homejournal.domain.safe.backups import is_keys_file
from homejournal.storage.file.journal_folder import JournalFolder


class FileKind(Enum):
    """What comes in, each in a way of its own, and what does not."""

    JOURNAL = "journal"
    """The folder of a journal, or the journal's file in it."""
    COPY = "copy"
    KEYS = "keys"
    """Locked keys, which open nothing without the copy or journal beside them."""
    PACK = "pack"
    """Sealed, from another computer or home."""
    PLAN = "plan"
    EXPORT = "export"
    """All that is written: JSON, or tables in a zip file."""
    TABLE = "table"
    PICTURE = "picture"
    """A photo of a sheet, most likely."""
    OTHER = "other"
    UNREADABLE = "unreadable"
    """Gone, or nothing that this person may read."""


PLAN_ENDING = ".hjplan"
OUR_ENDINGS = frozenset({PLAN_ENDING, ".hjpack", ".hj", ".json", ".zip", ".csv", ".tsv"})
"""How the names end of what can come in; a file with another ending may be one of ours, too."""
PICTURE_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".tif", ".tiff"})
"""How the names of photos end, where files of homejournal are chosen."""
_TABLES = {".csv", ".tsv"}
_OFFICE = {".xlsx", ".docx", ".pptx", ".ods", ".odt", ".odp"}
"""Zip files inside, and none of ours: no workbook comes back into a journal."""
_LOOKED_AT = 1 << 20
"""As large as a plan file may be: what somebody wrote by hand may name its format last."""
_PLAN = re.compile(rb'"format"\s*:\s*"homejournal-plan"')
_EXPORT = re.compile(rb'"format"\s*:\s*"homejournal"')


def kind_of_file(path: Path) -> FileKind:
    """Return what a file or folder is. A journal's file or copy is never opened for that."""
    from homejournal.exchange.read_and_save import read_chosen

    try:
        if path.is_dir():
            here = JournalFolder(path).journal.is_file()
            return FileKind.JOURNAL if here else FileKind.OTHER
        if path.exists() and not path.is_file():
            return FileKind.OTHER
        if path.resolve() == JournalFolder(path.resolve().parent).journal:
            return FileKind.JOURNAL if path.is_file() else FileKind.UNREADABLE
        return _kind(path, read_chosen(path, _LOOKED_AT + 1))
    except (OSError, ValueError, RuntimeError):  # gone, no path at all, or links in a circle
        return FileKind.UNREADABLE


def may_be_ours(path: Path) -> bool:
    """Return whether its ending says that it can come in, or a journal lies in it; never raises."""
    if path.suffix.lower() in OUR_ENDINGS:
        return True
    try:
        return path.is_dir() and JournalFolder(path).journal.is_file()
    except (OSError, ValueError):
        return False


def may_hold_journal(folder: Path) -> bool:
    """Return whether a new journal may be made there, or one is there already; never raises."""
    try:
        if not folder.exists() or kind_of_file(folder) is FileKind.JOURNAL:
            return True
        return folder.is_dir() and not any(folder.iterdir())
    except (OSError, ValueError):
        return False


def folder_of_journal(path: Path) -> Path:
    """Return the folder of a journal that was opened by its folder or by the file in it."""
    return path if path.is_dir() else path.resolve().parent


def _kind(path: Path, begin: bytes) -> FileKind:
    from homejournal.exchange.journal_csv import is_zip
    from homejournal.exchange.media_files import is_picture
    from homejournal.exchange.pack_file import SUFFIX, is_pack
    from homejournal.exchange.read_and_save import is_journal

    ending, told = path.suffix.lower(), begin.removeprefix(BOM_UTF8).lstrip()
    kinds = (
        (is_keys_file(path), FileKind.KEYS),
        (is_journal(begin), FileKind.COPY),
        (is_pack(begin) or ending == SUFFIX, FileKind.PACK),
        (ending == PLAN_ENDING, FileKind.PLAN),
        (told.startswith(b"{"), _kind_of_json(told)),
        (is_zip(begin) and ending not in _OFFICE, FileKind.EXPORT),
        (ending in _TABLES and bool(told), FileKind.TABLE),
        (is_picture(begin), FileKind.PICTURE),
    )
    return next((kind for fits, kind in kinds if fits), FileKind.OTHER)


def _kind_of_json(told: bytes) -> FileKind:
    """Return what JSON is; in a large file the format may be named behind what was read."""
    if _PLAN.search(told):
        return FileKind.PLAN
    if _EXPORT.search(told) or len(told) > _LOOKED_AT:
        return FileKind.EXPORT
    return FileKind.OTHER
