"""Pauses between two short pieces of work, so that nobody waits long for the thread."""

import time
from collections.abc import Callable

Rest = Callable[[], None]
"""Called between two short pieces of work; it may wait a moment, or raise to end the work."""


def no_rest() -> None:
    """Go on at once: nobody waits for the thread."""


def short_rest() -> None:
    """Leave the processor and Python to the window for a moment."""
    time.sleep(0.0002)
