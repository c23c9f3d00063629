"""What this computer remembers of copies: where else they go, and since when none could be made."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homejournal.services.second_place import SecondPlace
    from homejournal.ui.desk import Desk

FAILING = "copies/failing_since"
"""Under this key this computer remembers since which day no copy could be made."""
_KEY = "second_place/"


def chosen_place(desk: "Desk") -> "SecondPlace | None":
    """Return the copies at the second place, or None where none is chosen."""
    folder = desk.preferences.remembered(_key(desk))
    return desk.journal.safe.backups.second_place(Path(folder)) if folder else None


def places_of(desk: "Desk") -> "tuple[SecondPlace, ...]":
    """Return the second place for copies, where one is chosen."""
    place = chosen_place(desk)
    return () if place is None else (place,)


def choose_place(desk: "Desk", folder: Path | None) -> None:
    """Remember a second place, or that there is none any more; what lies there stays."""
    desk.preferences.remember(_key(desk), None if folder is None else str(folder))


def _key(desk: "Desk") -> str:
    return f"{_KEY}{desk.journal.settings.id}"
