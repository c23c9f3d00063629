"""What this computer remembers of copies: where else they go, and since when none could be made."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homejournal.domain.errors import DiskFullError

if TYPE_CHECKING:
    from homejournal.domain.backups import Backup
    from homejournal.domain.copy_look import MediaBack
    from homejournal.services.backups import GoesOn
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.second_place import SecondPlace
    from homejournal.ui.desk import Desk

FAILING = "copies/failing_since"
"""Under this key this computer remembers since which day no copy could be made."""
_NOT_THERE = "copies/second_failing_since"
_FULL = "copies/second_is_full"
_KEY = "second_place/"


class Copied(NamedTuple):
    """A copy that somebody asked for, and what came of photos that were not whole before it."""

    copy: "Backup"
    media: "MediaBack"


def copied_here(
    journal: "FamilyJournal", place: "SecondPlace | None", goes_on: "GoesOn"
) -> Copied | None:
    """Bring photos that are not whole from where they are, then copy; None where it was stopped.

    Raises what making a copy raises.
    """
    places = [place.folder.path] if place is not None and place.is_there else []
    media = journal.safe.backups.media.make_whole(places, goes_on)
    copy = journal.safe.backups.make_beside(goes_on)
    return None if copy is None else Copied(copy, media)


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
    remember_there(desk, None)


def remember_there(desk: "Desk", failure: Exception | None) -> None:
    """Remember why no copy could go to the second place, and since when; None: one can again."""
    since = desk.preferences.remembered(_NOT_THERE) or desk.today().isoformat()
    is_full = isinstance(failure, DiskFullError)
    desk.preferences.remember(_NOT_THERE, None if failure is None else since)
    desk.preferences.remember(_FULL, "yes" if is_full else None)


def not_there_since(desk: "Desk") -> "tuple[date, bool] | None":
    """Return since when no copy could go to the second place and whether it is full, if so."""
    since = desk.preferences.remembered(_NOT_THERE)
    is_full = desk.preferences.remembered(_FULL) is not None
    return (date.fromisoformat(since), is_full) if since else None


def _key(desk: "Desk") -> str:
    return f"{_KEY}{desk.journal.settings.id}"
