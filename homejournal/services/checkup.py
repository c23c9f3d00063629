"""The full check of an open journal, while the family goes on writing in it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from homejournal.domain.errors import JournalDamagedError
from homejournal.services.session import Session

if TYPE_CHECKING:
    from homejournal.storage.checking import CheckReport

Tell = Callable[[int, int], bool]
"""Hears how many parts are done and of how many; answers whether to go on."""


def _go_on(_done: int, _of: int) -> bool:
    return True


class CheckStoppedError(Exception):
    """Somebody asked to stop."""


class Checkup:
    """Reads everything in a copy of the journal, since a reader would keep saves waiting."""

    def __init__(self, session: Session) -> None:
        self._store = session.store

    def read_beside(self, tell: Tell) -> "CheckReport | None":
        """Check everything beside a window's work; None where it should not go on.

        Raises what `read_all` raises otherwise.
        """
        try:
            return self.read_all(tell)
        except CheckStoppedError:
            return None

    def is_sound_at_a_glance(self) -> bool:
        """Return whether the file's structure and the newest entries are well; any thread may ask.

        Raises the disk's errors.
        """
        from homejournal.storage.checking_copy import glance

        return glance(self._store)

    def is_sound(self) -> bool:
        """Return whether all that is written is as it was written; any thread may ask.

        Raises the disk's errors.
        """
        try:
            return self.read_all(_go_on).is_sound
        except JournalDamagedError:
            return False

    def note_damage(self) -> None:
        """Only read the journal from now on."""
        self._store.damage.note("a check found damage")

    def read_all(self, tell: Tell) -> "CheckReport":
        """Check everything; any thread may do it.

        Raises JournalDamagedError where the file cannot even be read through, CheckStoppedError, or
        the disk's errors.
        """
        from homejournal.storage.checking import PARTS
        from homejournal.storage.checking_copy import check_copy

        done = 0

        def part_done() -> None:
            nonlocal done
            done += 1
            if not tell(done, PARTS + 2):
                raise CheckStoppedError

        return check_copy(self._store, part_done)
