"""A look at the journal's file beside the window's work, and the copies that are due."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.safe.copies.copying_rules import GoesOn
    from homejournal.services.safe.copies.second_place import SecondPlace
    from homejournal.ui.base.background.worker import Task


class Looked(NamedTuple):
    """What came of a look: whether the file is well, and what could not be copied, and why.

    `failure` is why no copy could be made here, `second` why none could go to the second place,
    where that was `reached`.
    """

    is_sound: bool
    failure: Exception | None = None
    reached: bool = False
    second: Exception | None = None


def look_at(
    journal: "FamilyJournal", place: "SecondPlace | None", task: "Task", *, glance: bool
) -> Looked:
    """Do what is due; a copy that cannot be made is told and stops nothing."""
    from homejournal.domain.errors import JournalDamagedError

    safe = journal.safe
    if glance and not safe.checkup.is_sound_at_first(journal.today(), task.goes_on):
        return Looked(is_sound=False)
    failure = _failure_of(partial(_copy_here, journal, task.goes_on))
    if isinstance(failure, JournalDamagedError):
        return Looked(is_sound=False)
    if place is None or not place.is_there:
        safe.backups.media.keep_whole((), task.goes_on)
        return Looked(is_sound=True, failure=failure)
    second = _failure_of(partial(place.take_if_due, safe.backups.here(), task.goes_on))
    safe.backups.media.keep_whole([place.folder.path], task.goes_on)
    return Looked(is_sound=True, failure=failure, reached=True, second=second)


def look_first(journal: "FamilyJournal", task: "Task") -> bool:
    """Return whether a large file is as it was written, and hold room for a full disk.

    Where there is no room, the next look tells.
    """
    if not journal.safe.checkup.is_proved_sound(journal.today(), task.goes_on):
        return False
    if journal.read_only_because is None:
        _failure_of(journal.safe.reserve.hold)
    return True


def keep_proof(journal: "FamilyJournal", _task: "Task") -> None:
    """Keep what vouches for the file, now that nothing was written for a moment."""
    journal.safe.checkup.keep_proof()


def _copy_here(journal: "FamilyJournal", goes_on: "GoesOn") -> None:
    journal.safe.reserve.hold()
    journal.safe.backups.make_if_due(goes_on)


def _failure_of(work: "Callable[[], None]") -> Exception | None:
    """Do it, and return what stood in the way."""
    from homejournal.domain.errors import JournalError

    try:
        work()
    except JournalError as failure:
        return failure
    return None
