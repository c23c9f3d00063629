"""The full check of an open journal, while the family goes on writing in it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from homejournal.domain.errors import JournalDamagedError
from homejournal.services.session import Session
from homejournal.storage.file.disk import StoppedError, Tell

if TYPE_CHECKING:
    from homejournal.storage.journal.check import CheckReport
    from homejournal.storage.journal.file_digest import Proof
    from homejournal.storage.journal.store import Store


def _go_on(_done: int, _of: int) -> bool:
    return True


class Checkup:
    """Reads everything in a copy of the journal, since a reader would keep saves waiting."""

    def __init__(self, session: Session) -> None:
        self._store = session.store

    def read_beside(self, tell: Tell) -> "CheckReport | None":
        """Check everything beside a window's work; None if it should not go on.

        Raises what `read_all` raises otherwise.
        """
        try:
            return self.read_all(tell)
        except StoppedError:
            return None

    @property
    def is_proved(self) -> bool:
        """Return whether the file is proved to be unchanged since it was closed.

        Until then a search, for example, could miss entries.
        """
        proof = self._store.proof
        return proof is None or proof.holds

    def why(self, failure: Exception) -> Exception:
        """Return why something broke off: the journal's damage where it is damaged."""
        store = self._store
        return failure if store.is_as_written() else JournalDamagedError(store.folder.path)

    def prove(self, today: date) -> None:
        """Check everything now where nothing vouches for it; damage is noted."""
        proof = self._store.proof
        if proof is not None and not proof.holds and not proof.look():
            _prove(self._store, proof, today)

    def is_proved_sound(self, today: date, goes_on: Callable[[], bool]) -> bool:
        """Return whether a large file that nothing has read whole yet is well; any thread may ask.

        All of it is checked where nothing vouches for it. Raises the disk's errors.
        """
        proof = self._store.proof
        if proof is None or proof.holds or proof.look():
            return True
        return self.is_sound_at_first(today, goes_on)

    def is_sound_at_first(self, today: date, goes_on: Callable[[], bool]) -> bool:
        """Return whether the file is well; any thread may ask.

        A plain one is read whole once a day, and at once where nothing vouches for it. Where it
        should not go on before the end, nothing was found. Raises the disk's errors.
        """
        proof = self._store.proof
        if proof is None or proof.is_checked(today):
            return self.is_sound_at_a_glance()
        try:
            if not self._are_words_sound(lambda _done, _of: goes_on()):
                return False
        except StoppedError:
            return True
        proof.was_checked(today)
        return True

    def keep_proof(self) -> None:
        """Keep what vouches for a plain file as it is now; any thread may do it."""
        proof = self._store.proof
        if proof is not None and self._store.write and not self._store.damage.found:
            proof.keep()

    def is_sound_at_a_glance(self) -> bool:
        """Return whether the file's structure and the newest entries are well; any thread may ask.

        Raises the disk's errors.
        """
        from homejournal.storage.journal.verified_copies import quick_check

        return quick_check(self._store)

    def is_sound(self) -> bool:
        """Return whether all that is written is as it was written; any thread may ask.

        Raises the disk's errors.
        """
        return self._are_words_sound(_go_on)

    def _are_words_sound(self, tell: Tell) -> bool:
        try:
            return self._read(tell, with_media=False).is_sound
        except JournalDamagedError:
            return False

    def note_damage(self) -> None:
        """Only read the journal from now on."""
        self._store.damage.note("a check found damage")

    def read_what_is_genuine(self) -> None:
        """Read a damaged journal so that all that is shown is made from what is genuine."""
        from homejournal.storage.journal.file_upgrade import read_what_is_genuine

        if not self._store.shows_genuine:
            read_what_is_genuine(self._store)

    def read_all(self, tell: Tell) -> "CheckReport":
        """Check everything; any thread may do it.

        Raises JournalDamagedError if the file cannot even be read through, StoppedError, or
        the disk's errors.
        """
        return self._read(tell, with_media=True)

    def _read(self, tell: Tell, *, with_media: bool) -> "CheckReport":
        from homejournal.storage.journal.check import PARTS
        from homejournal.storage.journal.verified_copies import check_copy

        done = 0

        def part_done() -> None:
            nonlocal done
            done += 1
            if not tell(done, PARTS + 2):
                raise StoppedError

        return check_copy(self._store, part_done, with_media=with_media)


def prove_if_small(store: "Store", today: date) -> None:
    """Check everything in a plain journal that nothing vouches for, unless it is a large one.

    A large one is not even read whole: `is_proved_sound` does that beside the window. Where a
    small one is damaged, what is read from then on is made from what is genuine alone.
    """
    proof = store.proof
    if proof is not None and not proof.is_large and not proof.look():
        _prove(store, proof, today)


def _prove(store: "Store", proof: "Proof", today: date) -> None:
    if not store.is_as_written():
        from homejournal.storage.journal.file_upgrade import read_what_is_genuine

        read_what_is_genuine(store)
    else:
        proof.was_checked(today)
        if store.write:
            proof.keep()
