"""Walks through a door with one file, and says what came of it."""

import resource
import signal
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from homejournal.domain.errors import JournalError
from homejournal.services.family_journal import FamilyJournal
from torture.doors import RefusedError

TAKEN, REFUSED = "taken", "refused"
_LONGEST, _LONGEST_ASLEEP = 2.0, 20.0
"""Seconds: of work, however busy the computer is, and of the clock, for what waits for ever."""


class HangError(Exception):
    """A file took too long."""


def walked(walk: Callable[[bytes], object], data: bytes) -> str:
    """Return whether a file is taken or refused, or what went wrong."""
    for sign in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(sign, _hang)
    signal.setitimer(signal.ITIMER_PROF, _LONGEST)
    signal.setitimer(signal.ITIMER_REAL, _LONGEST_ASLEEP)
    try:
        walk(data)
    except (JournalError, RefusedError):
        return REFUSED
    except Exception as error:  # noqa: BLE001 (any other is a finding)
        last = error.__traceback__
        while last and last.tb_next:
            last = last.tb_next
        where = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else ""
        return f"{type(error).__name__}: {str(error)[:150]} ({where})"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
    return TAKEN


def there(journal: FamilyJournal) -> tuple[Any, ...]:
    """Return what tells whether anything was written."""
    file = journal._store.bare  # noqa: SLF001
    rows = file.execute("SELECT count(*), max(seq) FROM revision").fetchone()
    return (*rows, file.execute("SELECT count(*) FROM key").fetchone()[0])


def mebibytes() -> int:
    """Return the most memory that this process ever took."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def mebibytes_now() -> int:
    """Return the memory that this process takes now, where the system tells it."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() >> 20


def _hang(_: int, __: FrameType | None) -> None:
    raise HangError("more than two seconds of work")
