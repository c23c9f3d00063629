"""What dev.py says to the person at the keyboard, and what it asks."""

import os
import shutil
import sys
import time

QUIET_SECONDS = 10.0  # where nothing can be rewritten in place, such as in a log


class StopError(Exception):
    """The work cannot go on; the text says why and what the person can do."""


def tell(sentence: str) -> None:
    """Print a sentence at once, even into a pipe."""
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


def someone_is_there() -> bool:
    """Return whether a question would reach a person."""
    return "CI" not in os.environ and sys.stdin is not None and sys.stdin.isatty()


def agrees(question: str) -> bool:
    """Ask a yes-or-no question; Enter means yes, silence means no."""
    try:
        answer = input(f"{question} [Y/n] ")
    except EOFError:
        return False
    return answer.strip().lower() in {"", "y", "yes"}


class Progress:
    """One line that is rewritten in a terminal, and now and then a line in a log."""

    def __init__(self) -> None:
        self._rewrites = sys.stdout.isatty()
        self._said_at = time.monotonic()
        self._width = 0

    def show(self, text: str) -> None:
        """Show how far the work is."""
        if self._rewrites:
            line = f"  {text}"[: shutil.get_terminal_size().columns - 1]
            sys.stdout.write("\r" + line.ljust(self._width))
            sys.stdout.flush()
            self._width = len(line)
        elif time.monotonic() - self._said_at >= QUIET_SECONDS:
            self._said_at = time.monotonic()
            tell(f"  {text}")

    def clear(self) -> None:
        """Take the rewritten line away, so that the next sentence starts clean."""
        if self._rewrites and self._width:
            sys.stdout.write("\r" + " " * self._width + "\r")
            sys.stdout.flush()
