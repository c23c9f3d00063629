"""The second places for copies that this computer remembers, whichever journal is open."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSettings

SECOND_PLACE = "second_place/"
"""Before a journal's id, among all that this computer remembers of its own accord."""
_GROUP = "more"


def remembered_places(preferences: Path) -> dict[UUID, Path]:
    """Return the folders by the journals whose copies go there, as the file of the window has them.

    What does not read there is left out.
    """
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
