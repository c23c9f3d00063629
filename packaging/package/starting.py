"""How long the frozen program takes to start, beside the installed wheel, by turns."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from outside.desktop import Desktop
from package.family import Family
from package.roots import BUILDS_IN, CACHE, Root, copy_of, remove
from package.telling import Report

TURNS = 9
LIMIT = 1.15
_WINDOW, _TODAY = "window there", "Today in use"


@contextmanager
def wheel_and_frozen(screen: Desktop, deb: Path) -> Iterator[tuple[Family, Family]]:
    """Give a system that has both: the wheel in an environment of Debian's Python, and the .deb."""
    root = copy_of(Root(CACHE / f"{BUILDS_IN}-build"), f"{BUILDS_IN}-start")
    try:
        shutil.copy(deb, root.folder / "tmp")
        root.install(f"/tmp/{deb.name}")
        yield Family(root, screen, "/build/venv/bin"), Family(root, screen, "/usr/bin")
    finally:
        remove(root.folder)


def start_times(wheel: Family, frozen: Family, report: Report) -> None:
    """Measure both by turns; the frozen program fails where it is over its limit."""
    # The turn that is dropped warms the disk's cache.
    turns = [(_start(wheel), _start(frozen)) for _ in range(TURNS + 1)][1:]
    for what in (_WINDOW, _TODAY):
        by_wheel, by_frozen = (median(turn[place][what] for turn in turns) for place in (0, 1))
        ratio = by_frozen / by_wheel
        told = f"{by_frozen:.2f} s / {by_wheel:.2f} s = {ratio:.2f}"
        report.figure(f"{what}, frozen / wheel", told, f"≤ {LIMIT}", holds=ratio <= LIMIT)


def _start(family: Family) -> dict[str, float]:
    """Start the window once; return the seconds until it is there and until Today can be used."""
    with family.window() as reader:
        reader.appears("homejournal")
        shown = time.monotonic() - reader.began
        reader.moves_to("")
        return {_WINDOW: shown, _TODAY: time.monotonic() - reader.began}
