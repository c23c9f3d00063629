"""What this computer remembers of copies: where else they go, and since when none could be made."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homejournal.domain.errors import (
    DiskFullError,
    JournalError,
    NoPasswordError,
    PlaceReadOnlyError,
)
from homejournal.domain.safe.backups import Backup, NoSecondCopyReason
from homejournal.this_computer import SECOND_PLACE

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.domain.safe.copy_comparison import RestoredMedia
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.safe.copies.second_place import SecondPlace
    from homejournal.storage.file.disk import GoesOn
    from homejournal.ui.base.desk import Desk

FAILING = "copies/failing_since"
"""Under this key this computer remembers since which day no copy could be made."""
_NOT_THERE = "copies/second_failing_since"
_WHY = "copies/second_failing_why"
_PLAIN_TOLD = "copies/second_plain_told"


class MissingSince(NamedTuple):
    """Since when no copy could go to the second place, and why."""

    since: date
    why: NoSecondCopyReason


class CopyResult(NamedTuple):
    """A copy that somebody asked for, and what came of photos that were not whole before it."""

    copy: "Backup"
    media: "RestoredMedia"


def copied_here(
    journal: "FamilyJournal", place: "SecondPlace | None", goes_on: "GoesOn"
) -> CopyResult | None:
    """Bring photos that are not whole from where they are, then copy; None if it was stopped.

    Raises what making a copy raises.
    """
    places = [place.folder.path] if place is not None and place.is_there else []
    media = journal.safe.backups.media.make_whole(places, goes_on)
    copy = journal.safe.backups.make_beside(goes_on)
    return None if copy is None else CopyResult(copy, media)


def copy_to_second_place(
    journal: "FamilyJournal", place: "SecondPlace", goes_on: "GoesOn"
) -> CopyResult | None:
    """Make a copy and bring it to the second place; None if it was stopped.

    Raises what making a copy and `SecondPlace.take` raise.
    """
    made = copied_here(journal, place, goes_on)
    there = None if made is None else place.take_beside(made.copy, goes_on)
    return None if made is None or there is None else made._replace(copy=there)


def chosen_place(desk: "Desk") -> "SecondPlace | None":
    """Return the copies at the second place, or None if none is chosen."""
    folder = desk.preferences.remembered(_key(desk.journal.settings.id))
    return desk.journal.safe.backups.second_place(Path(folder)) if folder else None


def places_of(desk: "Desk") -> "tuple[SecondPlace, ...]":
    """Return the second place for copies, where one is chosen."""
    place = chosen_place(desk)
    return () if place is None else (place,)


def all_places_of(desk: "Desk") -> "tuple[SecondPlace, ...]":
    """Return the second place that is chosen, and one that waits to be it."""
    waiting = desk.second.waiting
    if waiting is None:
        return places_of(desk)
    return (*places_of(desk), desk.journal.safe.backups.second_place(waiting.folder))


def lies_with_copies(desk: "Desk", file: Path) -> bool:
    """Return whether a file would lie where the journal lies or copies of it, or on their stick."""
    from homejournal.services.safe.copies.second_place import lie_on_one_stick

    places, own = [place.chosen for place in all_places_of(desk)], own_places(desk)
    if any(
        file.resolve().is_relative_to(place.resolve()) for place in (desk.journal.folder, *places)
    ):
        return True
    return any(lie_on_one_stick(file, place, own) for place in places)


def own_places(desk: "Desk") -> tuple[Path, ...]:
    """Return places on the disks of this computer, which are no sticks."""
    journal = desk.journal.folder
    return (journal, Path.home(), Path(journal.absolute().anchor))


def choose_place(desk: "Desk", folder: Path | None) -> None:
    """Remember a second place, or that there is none any more; what lies there stays."""
    key = _key(desk.journal.settings.id)
    desk.preferences.remember(key, None if folder is None else str(folder))
    remember_there(desk, None)


def adopt_places(desk: "Desk", before: "UUID") -> bool:
    """Go on with the place of a journal that had another id; return whether none was lost."""
    folder = desk.preferences.remembered(_key(before))
    if folder is None:
        return True
    try:
        desk.journal.safe.backups.second_place(Path(folder)).begin()
    except JournalError:  # a stick that is away just now
        return False
    choose_place(desk, Path(folder))
    return True


def remember_there(desk: "Desk", failure: Exception | None) -> None:
    """Remember why no copy could go to the second place, and since when; None: one can again."""
    since = desk.preferences.remembered(_NOT_THERE) or desk.today().isoformat()
    why = _why(failure)
    desk.preferences.remember(_NOT_THERE, None if failure is None else since)
    desk.preferences.remember(_WHY, None if failure is None else why)
    if why is not NoSecondCopyReason.PLAIN:
        desk.preferences.remember(_PLAIN_TOLD, None)


def not_there_since(desk: "Desk") -> MissingSince | None:
    """Return since when no copy could go to the second place and why, if none could."""
    since = desk.preferences.remembered(_NOT_THERE)
    why = desk.preferences.remembered(_WHY) or NoSecondCopyReason.OTHER
    return MissingSince(date.fromisoformat(since), NoSecondCopyReason(why)) if since else None


def may_be_told(desk: "Desk", missing: MissingSince) -> bool:
    """Return whether somebody is to hear of it: that the password was taken away, only once."""
    if missing.why is not NoSecondCopyReason.PLAIN:
        return True
    told = desk.preferences.remembered(_PLAIN_TOLD)
    desk.preferences.remember(_PLAIN_TOLD, "yes")
    return told is None


def _why(failure: Exception | None) -> NoSecondCopyReason:
    if isinstance(failure, NoPasswordError):
        return NoSecondCopyReason.PLAIN
    if isinstance(failure, PlaceReadOnlyError):
        return NoSecondCopyReason.READ_ONLY
    return (
        NoSecondCopyReason.FULL if isinstance(failure, DiskFullError) else NoSecondCopyReason.OTHER
    )


def _key(journal: "UUID") -> str:
    return f"{SECOND_PLACE}{journal}"
