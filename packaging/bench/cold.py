"""The first start of a day, when nothing of the program is in memory yet, beside a bare window."""

import sysconfig
import tempfile
from pathlib import Path
from statistics import median

from bench.starts import HERE, start
from bench.table import Figure
from cold import can_forget, forget
from environment import ROOT

_LOADED = (Path(sysconfig.get_path("platlib")), ROOT / "homejournal", ROOT / "resources")
"""What both windows load, but for Python itself and what the system has in memory anyway."""


def cold_starts(journal: Path, *, repeats: int) -> tuple[list[Figure], str]:
    """Measure both by turns, each from a cold disk; also return what stands beside."""
    if not can_forget():
        return [], "A cold disk was not measured: this system does not forget a file when asked."
    commands = {
        "bare": ("painted", [str(HERE / "bare_window.py")]),
        "ours": ("filled", [str(HERE / "app_window.py"), str(journal)]),
    }
    with tempfile.TemporaryDirectory() as home:
        turns = [
            {name: _cold(mark, words, Path(home)) for name, (mark, words) in commands.items()}
            for _ in range(repeats)
        ]
    bare, ours = (median(turn[name] for turn in turns) for name in commands)
    name = "first start from a cold disk: Today usable / bare window"
    return [Figure(name, ours / bare, 4, 3.3)], (
        f"From a cold disk a bare window was painted after {bare:.1f} s, and Today could be used "
        f"after {ours:.1f} s; what other programs had loaded meanwhile stayed in memory."
    )


def _cold(mark: str, command: list[str], home: Path) -> float:
    forget(_LOADED)
    return start(command, home)[mark]
