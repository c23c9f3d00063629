"""Bringing a finished copy to another disk, and looking whether it arrived."""

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from homejournal.domain.errors import DiskError
from homejournal.durable_writes import sync_folder, sync_written
from homejournal.storage.file.disk_errors import naming
from homejournal.storage.file.journal_folder import new_private_file
from homejournal.storage.file.pauses import Rest, no_rest

_PART = 1 << 20
"""Bytes of a file that are copied in one go."""


def bring(copy: Path, target: Path, rest: Rest = no_rest) -> None:
    """Bring a finished copy to another disk; it gets its name once the same bytes are read there.

    Raises DiskError where they are others, and the disk's other errors.
    """
    with naming(target.parent):
        made = target.with_name(f".new-{target.name}")
        made.unlink(missing_ok=True)
        try:
            _bring(copy, made, rest)
            made.replace(target)
            sync_folder(target.parent)
        except BaseException:
            with suppress(OSError):
                made.unlink()
            raise


def _bring(copy: Path, made: Path, rest: Rest) -> None:
    with copy.open("rb") as source, new_private_file(made) as writing:
        sent = _passed_on(source, writing, rest)
        sync_written(writing)
    with made.open("rb") as arrived:
        if _passed_on(arrived, None, rest) != sent:
            raise DiskError(made.parent)


def _passed_on(source: BinaryIO, target: BinaryIO | None, rest: Rest) -> bytes:
    """Write what is read, and return its hash."""
    told = hashlib.sha256()
    while part := source.read(_PART):
        told.update(part)
        if target is not None:
            target.write(part)
        rest()
    return told.digest()
