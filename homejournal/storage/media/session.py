"""Which pictures and hand-outs were put while a journal is open, and which wait for a record.

Any thread may put some; each call is a single step of a set.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from homejournal.storage.media.sealing import ENDING
from homejournal.storage.media.unreferenced import LooseMedia, NamesOf


class MediaOfSession:
    """The hashes of what was put here, whoever did, and of what somebody is adding just now.

    `left` are the names of what a session put that was killed, or locked at its end, and of what
    is to go with the password.
    """

    def __init__(self, list_of_loose: Path) -> None:
        self.put: set[str] = set()
        self.left: set[str] = set()
        self.awaited: set[str] = set()
        self._loose = LooseMedia(list_of_loose)
        self._saving: set[str] = set()
        self._letting_go: set[str] = set()

    def take_up(self) -> None:
        """Go on where an earlier session was killed. Raises OSError."""
        for name in self._loose.take_up():
            (self.left if name.endswith(ENDING) else self.put).add(name)

    def is_put(self, sha256: str, name: str) -> None:
        """Know of bytes that are about to be put under a name. Raises OSError."""
        self.put.add(sha256)
        self._loose.add({name: sha256})

    def waits(self, sha256: str) -> None:
        """Know of bytes for which somebody is about to save a record."""
        self.awaited.add(sha256)

    def is_named(self, media: Iterable[str]) -> None:
        """Know of bytes for which the record is saved now."""
        self.awaited.difference_update(media)

    def saves(self, media: Iterable[str]) -> None:
        """Know of bytes that are named by what a transaction writes."""
        self._saving.update(media)

    def lets_go(self, media: Iterable[str]) -> None:
        """Know of bytes that were named by what a transaction takes out again."""
        self._letting_go.update(self.put.intersection(media))

    def saved(self, names_of: NamesOf) -> None:
        """Know that the transaction was committed: what it names is loose no more."""
        names = {name for sha256 in self._saving for name in names_of(sha256)}
        with suppress(OSError):  # then what is named stands in the list till the journal is closed
            self._loose.strike(names)
            self._loose.add({names_of(sha256)[0]: sha256 for sha256 in self._letting_go})
        self.undone()

    def undone(self) -> None:
        """Know that the transaction is at its end, or came to nothing."""
        self._saving.clear()
        self._letting_go.clear()

    @property
    def has_saved(self) -> bool:
        """Return whether a transaction may have named something loose, or let it go."""
        return bool((self._saving and self._loose) or self._letting_go)

    def turned(self, names_of: NamesOf) -> None:
        """Know that all lies under other names from now on."""
        with suppress(OSError):
            if self._loose:
                self._loose.rename(names_of)

    def will_go(self, sealed: Iterable[str]) -> None:
        """Know of sealed files that are of no use to a journal which is about to be plain.

        Should the program end before they go, they go as the journal is closed the next time.
        """
        names = {name: name for name in sealed}
        self.left.update(names)
        with suppress(OSError):  # then only a kill leaves them there
            self._loose.add(names)

    def are_gone(self) -> None:
        """Know that nothing sealed lies there any more."""
        sealed = {name for name in self.left if name.endswith(ENDING)}
        self.left -= sealed
        with suppress(OSError):  # then they are looked for in vain as the journal is closed
            self._loose.strike(sealed)

    def end(self) -> None:
        """Know that what nothing named is gone, or stays for good. Raises OSError."""
        self._loose.end()
