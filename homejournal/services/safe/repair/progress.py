"""How far a repair is, and that it ends where somebody asks to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homejournal.storage.repair.outside_sources import Held


Source = Callable[[], "Held"]
"""Reads what lies elsewhere and is no journal's file; only what is genuine counts."""


Tell = Callable[[int, int], bool]
"""Hears how many parts are done and of how many; answers whether to go on."""


class RepairStoppedError(Exception):
    """Somebody asked to stop; nothing was changed."""


class Steps:
    """Tells how far the work is, and ends it where somebody asks to."""

    def __init__(self, tell: Tell, parts: int) -> None:
        self._tell, self._parts, self._at = tell, parts, 0

    def done(self) -> None:
        """Tell that one more part is done; raises RepairStoppedError."""
        self.to(self._at + 1)

    def now_photos(self) -> None:
        """Tell that all is read, and photos are looked for; raises RepairStoppedError."""
        self.to(self._parts - 2)

    def end(self) -> None:
        """Tell that all is done; raises RepairStoppedError."""
        self.to(self._parts)

    def to(self, at: int) -> None:
        """Tell that so many parts are done; raises RepairStoppedError."""
        self._at = at
        if not self._tell(at, self._parts):
            raise RepairStoppedError
