"""What is felt on every page of the large journal, and whether each of them rests."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from bench.journals import copy_of
from bench.starts import HERE, environment
from bench.table import Figure

FIRST_SECONDS, LATER_SECONDS, ANSWER_SECONDS = 0.150, 0.050, 0.050
REST_SHARE = 0.01

Run = Mapping[str, Mapping[str, float]]


def pages(journal: Path, *, repeats: int) -> tuple[list[Figure], str]:
    """Measure in so many processes of their own; also return what each page takes."""
    with tempfile.TemporaryDirectory() as home:
        # The run that is dropped lets Matplotlib look for fonts, which it does once on a computer.
        runs = [_run(journal, Path(home)) for _ in range(repeats + 1)][1:]
    middle = {
        what: {name: median(run[what][name] for run in runs) for name in runs[0][what]}
        for what in runs[0]
    }
    return _figures(middle), _beside(middle)


def _figures(middle: Run) -> list[Figure]:
    first, later, rest = (max(middle[what].values()) for what in ("first", "later", "rest"))
    answer = max(middle["answer"].values())
    return [
        Figure("slowest page, opened first, own work / 150 ms", first / FIRST_SECONDS, 1, 0.7),
        Figure("slowest page, opened later, own work / 50 ms", later / LATER_SECONDS, 1, 0.7),
        Figure("an answer, click to painted row / 50 ms", answer / ANSWER_SECONDS, 1, 0.7),
        Figure("busiest page at rest / a hundredth of a core", rest / REST_SHARE, 1, 0.3),
    ]


def _beside(middle: Run) -> str:
    told = (
        f"{name} {middle['first'].get(name, 0) * 1000:.0f}, {seconds * 1000:.0f}"
        for name, seconds in middle["later"].items()
    )
    return f"Milliseconds of own work of each page, opened first and later: {'; '.join(told)}."


def _run(journal: Path, home: Path) -> Run:
    copy = copy_of(journal, "pages")  # each run answers for the same day
    done = subprocess.run(
        [sys.executable, str(HERE / "pages_run.py"), str(copy)],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment(home),
    )
    shutil.rmtree(copy)
    told: Run = json.loads(done.stdout.splitlines()[-1])
    return told
