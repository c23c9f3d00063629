"""Lets a copy of this program work until it is stopped, and hears what it acknowledged."""

import ctypes
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress

_DIES_WITH_ITS_PARENT = 1
"""PR_SET_PDEATHSIG of Linux."""


def end_with_parent() -> None:
    """Let this process be killed when the one that started it ends, however that comes."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIES_WITH_ITS_PARENT, int(signal.SIGKILL), 0, 0, 0)


class Forked:
    """A copy of this program that works for ever; `work` acknowledges with `children.tell`."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._reading, writing = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            end_with_parent()
            os.dup2(writing, 1)
            with suppress(BaseException):
                os.write(1, b"begin\n")
                work()
            os._exit(3)
        os.close(writing)
        self._told = os.read(self._reading, 1)

    def hear(self, seconds: float, *, lines: int | None = None) -> list[str]:
        """Listen so long, or until so many lines; return all that was acknowledged so far."""
        end = time.monotonic() + seconds
        while select.select([self._reading], [], [], max(0.0, end - time.monotonic()))[0]:
            more = os.read(self._reading, 65536)
            self._told += more
            if not more or (lines is not None and len(self._lines()) >= lines):
                break  # it came to its end by itself, or said enough
        return self._lines()

    def kill(self) -> list[str]:
        """Kill it with signal 9, and return all lines that it acknowledged."""
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        while more := os.read(self._reading, 65536):
            self._told += more
        os.close(self._reading)
        return self._lines()

    @property
    def number(self) -> int:
        """Return the number of its process."""
        return self._child

    def wait(self) -> list[str]:
        """Let it come to its end, and return all lines that it acknowledged."""
        while more := os.read(self._reading, 65536):
            self._told += more
        os.waitpid(self._child, 0)
        os.close(self._reading)
        return self._lines()

    def _lines(self) -> list[str]:
        return self._told.decode().split("\n")[1:-1]
