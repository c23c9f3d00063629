"""Something done by a process that is killed at a step it takes with files."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

DONE, KILLED, BROKE = 0, 9, 3
_STEPS = frozenset(
    {
        "open",
        "os.rename",
        "os.remove",
        "os.mkdir",
        "os.truncate",
        "sqlite3.connect",
        "shutil.copyfile",
    }
)


def killed_at(step: int, act: Callable[[], None]) -> bool:
    """Act in a process of its own that ends without a word before its step number `step`.

    Returns whether it was killed; False where it was done before.
    """
    child = os.fork()
    if child == 0:
        try:
            _count(step)
            act()
        except BaseException as error:  # noqa: BLE001 - nothing of the test may go on in here
            os.write(2, f"{error!r}\n".encode())
            os._exit(BROKE)
        os._exit(DONE)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {DONE, KILLED}, code
    return code == KILLED


def _count(step: int) -> None:
    taken = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal taken
        if taken >= step or event not in _STEPS or (event == "open" and not _writes(arguments)):
            return
        taken += 1
        if taken == step:
            _cut_short(event, arguments)
            os._exit(KILLED)

    sys.addaudithook(hook)


def _cut_short(event: str, arguments: tuple[object, ...]) -> None:
    """Leave a file that is written over in place as it is in the middle of that: empty."""
    if event == "open" and isinstance(arguments[0], str) and int(arguments[2]) & os.O_TRUNC:
        with suppress(FileNotFoundError):
            os.truncate(arguments[0], 0)


def _writes(arguments: tuple[object, ...]) -> bool:
    _path, _mode, flags = arguments
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
