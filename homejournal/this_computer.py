"""What this computer keeps beside any journal: folders, its id, and places for copies.

The id never lies in a journal: that can be copied, and two computers with one id would look
like one.
"""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # it takes 2 ms, and the frame needs none
    from uuid import UUID

_FILE = "device"


def settings_folder() -> Path:
    """Return the folder of what this computer remembers; it is not checked whether it exists."""
    from platformdirs import user_config_path

    return user_config_path("homejournal", appauthor=False, roaming=False)


def device_id(folder: Path | None = None) -> "UUID":
    """Return the id of this computer; the first time it is made and kept."""
    from uuid import UUID

    file = (folder or settings_folder()) / _FILE
    with contextlib.suppress(OSError, ValueError):
        return UUID(file.read_text(encoding="ascii").strip())
    return new_device_id(folder)


def new_device_id(folder: Path | None = None) -> "UUID":
    """Make a new id for this computer and keep it: the first one, or where another one has it too.

    Where the settings folder cannot be written to, the id holds for this start of the program only.
    """
    from uuid import uuid4

    file = (folder or settings_folder()) / _FILE
    made = uuid4()
    with contextlib.suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as kept:
            kept.write(f"{made}\n")
    return made


SECOND_PLACE = "second_place/"
"""Before a journal's id, among all that this computer remembers of its own accord."""
_GROUP = "more"


def remembered_places(preferences: Path) -> "dict[UUID, Path]":
    """Return the folders by the journals whose copies go there, as the file of the window has them.

    What does not read there is left out.
    """
    from uuid import UUID

    from PySide6.QtCore import QSettings  # whatever else is asked here needs no Qt

    settings = QSettings(str(preferences), QSettings.Format.IniFormat)
    settings.beginGroup(f"{_GROUP}/{SECOND_PLACE.rstrip('/')}")
    found: dict[UUID, Path] = {}
    for journal in settings.childKeys():
        folder = settings.value(journal)
        try:
            if isinstance(folder, str) and folder:
                found[UUID(journal)] = Path(folder)
        except ValueError:  # no id
            continue
    return found


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one start; none of them needs to exist."""

    data: Path
    settings: Path
    log: Path

    @property
    def journal(self) -> Path:
        """Return the folder of the family's journal where no other is named."""
        return self.data / "journal"

    @property
    def preferences(self) -> Path:
        """Return the file of the window's own settings."""
        return self.settings / "window.ini"


def folders(data: Path | None) -> Folders:
    """Return the platform's folders, or all of them below one folder of choice."""
    if data is not None:
        data = data.absolute()
        return Folders(data, data / "settings", data / "log")
    from platformdirs import PlatformDirs

    places = PlatformDirs("homejournal", appauthor=False)
    return Folders(places.user_data_path, places.user_config_path, places.user_log_path)
