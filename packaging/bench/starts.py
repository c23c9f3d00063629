"""Starting the program, each time in a process of its own, beside the smallest Qt window."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from bench.table import Figure

HERE = Path(__file__).parent
LONGEST_SECONDS = 60

Marks = Mapping[str, float]


def starts(large: Path, small: Path, *, repeats: int) -> tuple[list[Figure], str]:
    """Measure bare window, large and small journal by turns; also return what stands beside."""
    commands = {
        "bare": [str(HERE / "bare_window.py")],
        "large": [str(HERE / "app_window.py"), str(large)],
        "small": [str(HERE / "app_window.py"), str(small)],
    }
    with tempfile.TemporaryDirectory() as home:
        # The turn that is dropped writes bytecode and warms the disk's cache.
        turns = [
            {name: start(command, Path(home)) for name, command in commands.items()}
            for _ in range(repeats + 1)
        ][1:]
    middle = {name: _middle([turn[name] for turn in turns]) for name in commands}
    return _figures(middle), _beside(middle)


def environment(home: Path) -> dict[str, str]:
    """Return the environment of what is measured: nobody's own settings, bytecode kept."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join([str(HERE.parent), str(HERE.parents[1])]),
    }


def start(command: list[str], home: Path) -> Marks:
    """Start a script in a process of its own, and return the marks that it tells."""
    script, *rest = command
    begin = time.monotonic()
    done = subprocess.run(
        [sys.executable, script, repr(begin), *rest],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment(home),
        timeout=LONGEST_SECONDS,
    )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def _middle(runs: list[Marks]) -> Marks:
    return {name: median(run[name] for run in runs) for name in runs[0]}


def _figures(middle: Mapping[str, Marks]) -> list[Figure]:
    bare, large, small = middle["bare"], middle["large"], middle["small"]
    begin = bare["painted"]
    return [
        Figure("frame and navigation painted / bare window", large["frame"] / begin, 1.5, 1.3),
        Figure("Today filled and usable / bare window", large["filled"] / begin, 3.3, 2.0),
        Figure("memory with Today open / bare window", large["memory"] / bare["memory"], 2.4, 2.0),
        Figure("memory, 100,000 practices / 1,000", large["memory"] / small["memory"], 1.1, 1.0),
        Figure("Today, 100,000 practices / 1,000", large["filled"] / small["filled"], 1.2, 1),
    ]


def _beside(middle: Mapping[str, Marks]) -> str:
    bare, large = middle["bare"], middle["large"]
    return (
        f"A bare window (one line of text) was painted after {bare['painted'] * 1000:.0f} ms and "
        f"took {bare['memory']:.0f} MB; the frame stood after {large['frame'] * 1000:.0f} ms, "
        f"Today's cards, which then take clicks and keys, after {large['filled'] * 1000:.0f} ms. "
        f"What saves and searches was loaded in a thread after {large['loaded'] * 1000:.0f} ms; "
        f"the memory, {large['memory']:.0f} MB, was read after that. Both journals have equally "
        f"full days: the small one is the last weeks of the large one."
    )
