"""A file that holds room on the disk, so that a full one still takes what is being saved."""

import logging
import os
import shutil
from contextlib import suppress
from pathlib import Path

from homejournal.storage.file.atomic_file import write_whole
from homejournal.storage.file.disk_errors import naming

logger = logging.getLogger(__name__)

BYTES = 4 << 20
_LITTLE = 1 << 20
"""With less room than this a save might not fit."""
_ENOUGH = 16 << 20
"""With more room than this beside it, the file is made (again)."""


class Reserve:
    """The file of one journal; `given`: its room was needed; `told`: the family knows."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.given = False
        self.told = False

    def hold(self) -> None:
        """Make the file where it is not there and the disk has room for it.

        Any thread may do it. Raises the disk's errors.
        """
        with naming(self._path.parent):
            if self._path.exists() or shutil.disk_usage(self._path.parent).free < _ENOUGH:
                return
            write_whole(self._path, os.urandom(BYTES))  # zeros take no room on disks that compress
        self.given = self.told = False

    def give_if_needed(self) -> None:
        """Give the room back to the disk before a save that might not fit otherwise."""
        with suppress(OSError):  # then the save itself tells
            if shutil.disk_usage(self._path.parent).free < _LITTLE:
                self.give()

    def give_for(self, size: int) -> bool:
        """Give the room back for so many bytes, if they and a save fit then; return whether so."""
        with suppress(OSError):
            lies = self._path.stat().st_size
            if shutil.disk_usage(self._path.parent).free + lies >= size + _LITTLE:
                self.give()
                return True
        return False

    def give(self) -> None:
        """Give the room back to the disk, which refused a save."""
        try:
            self._path.unlink()
        except OSError:  # not there, or the folder cannot be written to
            return
        self.given = True
        logger.warning("the disk is full: the room that was held is given up")
