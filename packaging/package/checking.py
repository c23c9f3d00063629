"""Installs what was made on bare systems, lets a family use it, and removes it again."""

import shutil
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from console import StopError, tell
from outside.client import OutsideError
from outside.desktop import Desktop
from package.family import Family, desktop
from package.freezing import DIST
from package.roots import CACHE, HOME, TRIED_IN, USER, Root, bare, copy_of, remove, why_not
from package.smoke import STEPS, WHEEL_STEPS, Step, kept
from package.starting import start_times, wheel_and_frozen
from system_packages import DRAWING, missing_from_outside

_OF_A_DESKTOP = (*DRAWING.values(), "libx11-xcb1", "libxcb-randr0", "libxcb-shape0", "libxcb-sync1")
_MORE_OF_A_DESKTOP = ("libxcb-xfixes0", "libxcb-shm0", "libxcb-render0", "libssl3")
"""What every desktop has; the folder that runs without rights brings the rest."""
_LOGS = ("/var/log/", "/var/cache/apt/", "/var/lib/apt/", "/proc/", "/sys/", f"{HOME}/")


def check() -> int:
    """Try everything on each system and return 0 where all of it holds."""
    lacking = why_not() or ", ".join(missing_from_outside())
    if lacking:
        raise StopError(f"This cannot be tried here: {lacking}")
    failed = 0
    with desktop() as screen:
        for release, name in TRIED_IN.items():
            for kind, way in (("deb", _deb), ("tar", _tar)):
                tell(f"{name}, the .{kind}:")
                failed += way(copy_of(bare(release), f"{release}-check"), screen)
                remove(CACHE / f"{release}-check")
        with wheel_and_frozen(screen, newest("*.deb")) as (wheel, frozen):
            tell("The wheel, in an environment of its own:")
            failed += _steps(wheel, WHEEL_STEPS)
            failed += start_times(wheel, frozen)
    return 1 if failed else 0


def newest(pattern: str) -> Path:
    """Return the file that was made last."""
    found = sorted(DIST.glob(pattern), key=lambda file: file.stat().st_mtime)
    if not found:
        raise StopError(f"There is no {pattern} in dist/: make it first.")
    return found[-1]


def _deb(root: Root, screen: Desktop) -> int:
    """Install the .deb as apt does, use it, and purge it; return how much failed."""
    file = newest("*.deb")
    shutil.copy(file, root.folder / "tmp")
    root.install(f"/tmp/{file.name}")
    (root.folder / "tmp" / file.name).unlink()
    failed = _no_python(root)
    family = Family(root, screen, "/usr/bin")
    failed += _steps(family)
    before = kept(family)
    root.run(["apt-get", "purge", "-y", "-qq", "homejournal"])
    gone = _told("removed without a trace but the family's own", lambda: _no_trace(root))
    return failed + gone + _told("the family's own stays", lambda: _same(before, kept(family)))


def _tar(root: Root, screen: Desktop) -> int:
    """Unpack the folder in the person's home, use it, and delete it; return how much failed."""
    root.install(*_OF_A_DESKTOP, *_MORE_OF_A_DESKTOP, "zstd")
    file = newest("*.tar.zst")
    name = file.name.removesuffix(".tar.zst")
    shutil.copy(file, root.folder / "tmp")
    root.run(["tar", "--zstd", "-xf", f"/tmp/{file.name}"], user=True)
    failed = _no_python(root)
    failed += _steps(Family(root, screen, f"{HOME}/{name}"))
    root.run(["rm", "-r", f"{HOME}/{name}"], user=True)
    (root.folder / "tmp" / file.name).unlink()
    return failed + _told("removed without a trace", lambda: _no_trace(root))


def _steps(family: Family, steps: Mapping[str, Step] = STEPS) -> int:
    return sum(_told(what, partial(step, family)) for what, step in steps.items())


def _told(what: str, step: Callable[[], None]) -> int:
    """Carry a step out, print how it ended, and return 1 where it failed."""
    begin = time.monotonic()
    try:
        step()
    except (AssertionError, LookupError, OSError, OutsideError, StopError, ValueError) as failure:
        tell(f"  NOT: {what}\n{failure}")
        return 1
    tell(f"  {what.rstrip('.')}: in order ({time.monotonic() - begin:.0f} s)")
    return 0


def _no_python(root: Root) -> int:
    def look() -> None:
        if root.tried(["sh", "-c", "command -v python3"]).returncode == 0:
            raise StopError("a Python is installed")

    return _told("no Python on this system", look)


def _no_trace(root: Root) -> None:
    words = f"find / -xdev '(' -name '*homejournal*' -o -uid {USER} ')' -print"
    found = root.run(["sh", "-c", f"{words} 2>/dev/null || true"]).splitlines()
    left = [path for path in found if path != HOME and not path.startswith(_LOGS)]
    left = [path for path in left if not path.startswith("/tmp/")]
    if left:
        raise StopError("\n".join(left))


def _same(before: set[str], after: set[str]) -> None:
    if before != after:
        raise StopError(f"{before ^ after}")
