"""What is felt in the open window of the large journal: searching, making a visit page, ticking."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

from bench.journals import copy_of
from bench.starts import HERE, environment
from bench.table import Figure

FRAME_SECONDS = 0.016
WORDS = ("spoon", "wait again", "choose", "x0a", "rain", "song clap", "tired")


def open_window(journal: Path, *, repeats: int) -> list[Figure]:
    """Measure in so many processes of their own, one after another."""
    copy = copy_of(journal, "window")
    with tempfile.TemporaryDirectory() as home:
        # The run that is dropped lets Matplotlib look for fonts, which it does once on a computer.
        runs = [_run(copy, Path(home)) for _ in range(repeats + 1)][1:]
    shutil.rmtree(copy)
    keys = [one for run in runs for one in run["search"]]
    warm = [one for run in runs for one in run["warm"]]
    ticks = [one for run in runs for one in run["tick"]]
    slow = quantiles(keys, n=20)[-1]
    return [
        Figure(
            "search, key to painted list, 95th percentile / 16 ms", slow / FRAME_SECONDS, 1, 0.5
        ),
        Figure("visit page of three months, first, in seconds", median(_firsts(runs)), 1.5, 1.0),
        Figure("visit page of three months, warm, in seconds", median(warm), 0.5, 0.3),
        Figure("tick to the new picture, in seconds", median(ticks), 0.2, 0.1),
    ]


def _firsts(runs: list[dict[str, list[float]]]) -> list[float]:
    return [one for run in runs for one in run["first"]]


def _run(journal: Path, home: Path) -> dict[str, list[float]]:
    done = subprocess.run(
        [sys.executable, str(HERE / "window_run.py"), str(journal), *WORDS],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment(home),
    )
    told: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return told
