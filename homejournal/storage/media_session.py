"""Which pictures and hand-outs were put while a journal is open, and which wait for a record.

Any thread may put some; each call is a single step of a set.
"""

from collections.abc import Iterable


class MediaOfSession:
    """The hashes of what was put here, whoever did, and of what somebody is adding just now."""

    def __init__(self) -> None:
        self.put: set[str] = set()
        self.awaited: set[str] = set()

    def is_put(self, sha256: str) -> None:
        """Know of bytes that did not lie in the folder before, and are put there now."""
        self.put.add(sha256)

    def waits(self, sha256: str) -> None:
        """Know of bytes for which somebody is about to save a record."""
        self.awaited.add(sha256)

    def is_named(self, media: Iterable[str]) -> None:
        """Know of bytes for which the record is saved now."""
        self.awaited.difference_update(media)
