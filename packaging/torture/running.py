"""Tries each promise in a process of its own, so that a crash or a fault stays in its row."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from torture.frame import Promise, Result, Size

ROOT = Path(__file__).resolve().parents[2]
LONGEST_QUICK = 300
LONGEST_FULL = 6 * 3600
"""Seconds after which a promise counts as broken: something hangs."""
_LAST_WORDS = 12
"""Lines that are shown of what a broken-off process said."""


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one promise, or of one planted fault."""

    promise: Promise
    result: Result
    seconds: float
    mutant: str = ""

    @property
    def is_good(self) -> bool:
        """Return whether nothing was lost; a planted fault is to lose something."""
        return bool(self.result.lost) is bool(self.mutant) or bool(
            self.mutant and not self.result.tried and self.result.not_tried
        )


Task = tuple[Promise, str]
"""A promise and the name of the fault planted, or ""."""


class Wished(NamedTuple):
    """How all promises are tried in one run."""

    size: Size
    seed: int
    pictures: Path | None = None
    parts: int = 1


def run_all(
    tasks: Iterable[Task], wished: Wished, *, jobs: int, tell_row: Callable[[Row], None]
) -> list[Row]:
    """Try everything, some at the same time, and tell each row as soon as it is there."""

    def try_one(task: Task) -> Row:
        row = _row(*task, wished)
        tell_row(row)
        return row

    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(try_one, tasks))


def _row(promise: Promise, mutant: str, wished: Wished) -> Row:
    begin = time.monotonic()
    quick = wished.size is not Size.FULL
    memory = "/dev/shm" if quick and Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(
        prefix="torture-", dir=memory, ignore_cleanup_errors=True
    ) as made:
        folder, outcome = Path(made) / "work", Path(made) / "outcome.json"
        folder.mkdir()
        given = [promise.module, str(folder), wished.size.value, str(wished.seed), mutant]
        given += [str(outcome), str(wished.parts)]
        given += [str(wished.pictures)] if wished.pictures else []
        most = LONGEST_QUICK if quick else LONGEST_FULL
        _, said = run_to_end([str(Path(__file__).with_name("one.py")), *given], most)
        if outcome.exists():
            told = json.loads(outcome.read_text(encoding="utf-8"))
            result = Result(**{**told, "notes": tuple(told["notes"])})
        else:
            # a fault that only breaks the program off was not found by looking
            result = Result(
                1, int(bool(mutant)), int(not mutant), (f"broken off: {_last_words(said)}",)
            )
    return Row(promise, result, time.monotonic() - begin, mutant)


def run_to_end(
    command: list[str], seconds: float, *, tree: Path = ROOT, **variables: str
) -> tuple[int, str]:
    """Run a Python program of a checkout; return its exit code and all that it said.

    After so many seconds it is ended, with what it started, and the code is -9.
    """
    own = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(tree), **variables}
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=tree,
        env={**os.environ, **own},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            said = "it hangs"
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    return process.returncode, said


def _last_words(said: str) -> str:
    return "\n".join(said.splitlines()[-_LAST_WORDS:])
