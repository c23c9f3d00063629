"""Which pictures and hand-outs were put while a journal is open, and which no record names."""

from collections.abc import Iterable


class MediaOfSession:
    """The hashes of what was put, and of that what no record names yet."""

    def __init__(self) -> None:
        self.put: set[str] = set()
        self.awaited: set[str] = set()

    def is_put(self, sha256: str) -> None:
        """Know of bytes that lie in the folder before a record names them."""
        self.put.add(sha256)
        self.awaited.add(sha256)

    def is_named(self, media: Iterable[str]) -> None:
        """Know of bytes that a record names now."""
        named = set(media)
        self.put |= named
        self.awaited -= named
