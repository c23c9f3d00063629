"""The id of this computer, kept in its own settings folder and never in a journal.

A journal can be copied, and two computers with one id would look like one.
"""

import contextlib
import os
from pathlib import Path
from uuid import UUID, uuid4

_FILE = "device"


def settings_folder() -> Path:
    """Return the folder of what this computer remembers; it is not checked whether it exists."""
    from platformdirs import user_config_path

    return user_config_path("homejournal", appauthor=False, roaming=False)


def device_id(folder: Path | None = None) -> UUID:
    """Return the id of this computer; the first time it is made and kept."""
    file = (folder or settings_folder()) / _FILE
    with contextlib.suppress(OSError, ValueError):
        return UUID(file.read_text(encoding="ascii").strip())
    return new_device_id(folder)


def new_device_id(folder: Path | None = None) -> UUID:
    """Make a new id for this computer and keep it: the first one, or where another one has it too.

    Where the settings folder cannot be written to, the id holds for this start of the program only.
    """
    file = (folder or settings_folder()) / _FILE
    made = uuid4()
    with contextlib.suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as kept:
            kept.write(f"{made}\n")
    return made
