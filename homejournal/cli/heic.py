"""The process that reads one HEIC photo: from its input to its output, within limits."""

import sys

from homejournal.domain.errors import MediaRefusedError
from homejournal.exchange.heic import TOO_MANY_PIXELS, read_here

_MOST_MEMORY = 2 << 30
_MOST_SECONDS = 30
_UNREADABLE = 1


def read_photo(side: str) -> int:
    """Read a photo from the input, and write its PNG to the output; return the exit code."""
    _set_limits()
    try:
        read = read_here(sys.stdin.buffer.read(), int(side))
    except MediaRefusedError:
        return TOO_MANY_PIXELS
    except Exception:  # noqa: BLE001 (a spoiled photo can break its reader in any way)
        return _UNREADABLE
    sys.stdout.buffer.write(read)
    sys.stdout.buffer.flush()
    return 0


def _set_limits() -> None:
    """Take no more memory and time than any good photo, and leave no picture of the memory."""
    if sys.platform == "win32":
        return
    import resource

    for which, most in (
        (resource.RLIMIT_AS, _MOST_MEMORY),
        (resource.RLIMIT_CPU, _MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(which, (most, most))
