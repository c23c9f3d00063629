"""When a copy is made, and that making one rests, and ends where nobody waits for it."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homejournal.storage.file.disk import Rest


OLD = timedelta(hours=20)
"""At a start a copy is made where the newest is older than this.

It is less than a day: who begins a little earlier than yesterday has one on each day, too.
"""


GoesOn = Callable[[], bool]
"""Answers whether long work should go on."""


class StoppedError(Exception):
    """Somebody asked long work to end."""


def resting(goes_on: GoesOn) -> "Rest":
    """Return what long work calls between two steps, so that the window stays awake.

    It raises StoppedError once the work should end.
    """
    from homejournal.storage.file.disk import short_rest

    def rest() -> None:
        short_rest()
        if not goes_on():
            raise StoppedError

    return rest
