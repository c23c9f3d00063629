"""How long the frozen program takes to start, beside the installed wheel, by turns."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from cold import forget
from outside.desktop import Desktop
from package.family import Family
from package.roots import BUILDS_IN, CACHE, Root, copy_of, remove
from package.telling import Report

TURNS, COLD_TURNS = 9, 3
LIMIT = 1.15
_WINDOW, _TODAY, _WORK = "window there", "Today in use", "Today in use, processor's time"
"""The last one hardly changes with what else the computer has to do meanwhile."""


@contextmanager
def wheel_and_frozen(screen: Desktop, deb: Path) -> Iterator[tuple[Family, Family]]:
    """Give a system that has both: the wheel in an environment of Debian's Python, and the .deb."""
    root = copy_of(Root(CACHE / f"{BUILDS_IN}-build"), f"{BUILDS_IN}-start")
    try:
        shutil.copy(deb, root.folder / "tmp")
        root.install(f"/tmp/{deb.name}")
        wheel = Family(root, screen, "/build/venv/bin", root.folder / "build/venv")
        yield wheel, Family(root, screen, "/usr/bin", root.folder / "usr/lib/homejournal")
    finally:
        remove(root.folder)


def start_times(wheel: Family, frozen: Family, report: Report) -> None:
    """Measure both by turns; the frozen program fails where it is over its limit."""
    # The turn that is dropped warms the disk's cache.
    turns = [(_start(wheel), _start(frozen)) for _ in range(TURNS + 1)][1:]
    for what in (_WINDOW, _TODAY, _WORK):
        by_wheel, by_frozen = (median(turn[place][what] for turn in turns) for place in (0, 1))
        ratio = by_frozen / by_wheel
        told = f"{by_frozen:.2f} s / {by_wheel:.2f} s = {ratio:.2f}"
        report.figure(f"{what}, frozen / wheel", told, f"≤ {LIMIT}", holds=ratio <= LIMIT)
    colds = [(_start_cold(wheel), _start_cold(frozen)) for _ in range(COLD_TURNS)]
    for what in (_WINDOW, _TODAY):
        by_wheel, by_frozen = (median(turn[place][what] for turn in colds) for place in (0, 1))
        told = f"{by_frozen:.1f} s / {by_wheel:.1f} s = {by_frozen / by_wheel:.2f}"
        report.figure(f"{what}, first start from a cold disk, frozen / wheel", told, "")


def _start_cold(family: Family) -> dict[str, float]:
    forget([family.installed])
    return _start(family)


def _start(family: Family) -> dict[str, float]:
    """Start the window once; return its seconds by what they are called."""
    with family.window() as reader:
        reader.appears("homejournal")
        shown = time.monotonic() - reader.began
        reader.moves_to("")
        used = time.monotonic() - reader.began
        return {_WINDOW: shown, _TODAY: used, _WORK: reader.worked()}
