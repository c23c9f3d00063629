"""What is not in a file that leaves, though it was to be in it."""

from typing import NamedTuple


class Lacking(NamedTuple):
    """How many entries and photos a file lacks; `photos` are hand-outs, too.

    What could not be read may be mended here and nowhere else; what had no room is whole here.
    """

    entries: int = 0
    photos: int = 0
    no_room: int = 0

    @property
    def is_unread(self) -> bool:
        """Return whether something could not be read."""
        return bool(self.entries or self.photos)
