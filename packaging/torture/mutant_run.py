"""Tries mutants, each in a copy of the checkout: the nearest tests first, then what is promised.

What a test or a promise notices is killed, and so is what never comes to an end. What neither of
them notices has survived: a test is missing, or the line is not needed, or the change makes no
difference and stands with its reason in `equivalent_mutants.toml`.
"""

import hashlib
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Queue

from console import StopError, tell
from environment import FOLDER, ROOT
from torture.mutant_copy import Copy
from torture.mutant_results import Fate, Results, Tried
from torture.mutants import AREAS, Mutant, Touched, drawn, judged_equivalent, stale
from torture.nearest_tests import NearestTests, find_nearest_of_all

ALL, OF_A_CHANGE = 1000, 100
"""How many mutants try the whole, and how many a change, where it is not said."""
PROMISES = {
    "homejournal/storage/file": ("kill", "disk_errors", "processes"),
    "homejournal/storage/journal": ("kill", "single_bits", "repair", "undo"),
    "homejournal/storage/keys": ("password", "encrypted", "sealed"),
    "homejournal/storage/media": ("copies", "two_homes"),
    "homejournal/storage/records": ("single_bits", "undo"),
    "homejournal/storage": ("update",),
    "homejournal/services/safe/copies": ("copies", "repair", "encrypted"),
    "homejournal/services/safe/repair": ("repair", "changed_bits"),
    "homejournal/services/safe/sharing": ("two_computers", "two_homes", "sealed"),
    "homejournal/services/safe/transfer": ("coming_in", "odd_files", "synced_folder"),
    "homejournal/services/safe": ("password", "undo"),
    "homejournal/exchange": ("coming_in", "odd_files"),
}
"""What is promised of each folder; the first line that fits counts."""
RESULTS = FOLDER / "mutants-tried.json"
"""Where the fates of all runs are kept, if no other file is named."""
_LONGEST_PROMISE = 900


def try_mutant(
    mutant: Mutant, copy: Copy, nearest: NearestTests, likely: Iterable[str] = ()
) -> Tried:
    """Return what the nearest tests make of a mutant; `likely` are tried before others."""
    tests, seconds = nearest.of(mutant.path, mutant.lines, frozenset(likely))
    if not tests:
        return Tried(mutant, Fate.SURVIVED, "0 tests")
    on_load = nearest.run_on_load(mutant.path, mutant.lines)
    killed = copy.killed_by(mutant, tests, seconds, runs_on_load=on_load)
    if killed.is_endless:
        return Tried(mutant, Fate.ENDLESS, "a limit of time")
    if killed.failed:
        return Tried(mutant, Fate.KILLED, killed.failed)
    return Tried(mutant, Fate.SURVIVED, f"{len(tests)} tests")


def try_promises(tried: Tried, copy: Copy) -> Tried:
    """Return what the promises make of a mutant that survived the tests."""
    with copy.changed(tried.mutant):
        for promise in promised(tried.mutant.path):
            command = [str(copy.tree / "packaging" / "torture"), "--usual", "--jobs", "1"]
            code, _ = copy.run([*command, "--promise", promise], _LONGEST_PROMISE)
            if code:
                return replace(tried, fate=Fate.PROMISE, by=promise)
    return tried


def promised(path: str) -> tuple[str, ...]:
    """Return the short names of the promises that a file serves most."""
    return next((names for folder, names in PROMISES.items() if path.startswith(f"{folder}/")), ())


@dataclass(frozen=True, slots=True)
class Run:
    """How mutants are tried: which ones are drawn, where, and where their fates are kept."""

    count: int
    seed: int
    jobs: int
    touched: Touched
    kept: Path = RESULTS


def try_all(wished: Run) -> int:
    """Draw and try mutants, but for what is known of earlier runs, and return the exit code."""
    listed = judged_equivalent()
    if gone := stale(ROOT, listed):
        raise StopError("\n  ".join(["These changes are judged, and their lines are gone:", *gone]))
    mutants = drawn(ROOT, AREAS, wished.count, wished.seed, wished.touched)
    results = Results(wished.kept, _fingerprint())
    for one in mutants:
        if one.key in listed:
            results.take(Tried(one, Fate.EQUIVALENT, listed[one.key]), wished.seed)
    new = [one for one in mutants if not results.is_known(one)]
    tell(f"{len(mutants)} mutants of seed {wished.seed}, {len(new)} of them not tried yet.")
    nearest = _nearest()
    with _copies(wished.jobs) as each:
        each(new, lambda one, copy: _take_tests(one, copy, nearest, results, wished.seed))
        left = [one for one in mutants if _is_left(one, results)]
        tell(f"{len(left)} of them no test noticed; now the promises.")
        each(left, lambda one, copy: _take_promises(one, copy, results, wished.seed))
    fates = map(results.fate_of, mutants)
    tell("\n" + "\n".join(one.told() for one in fates if one.fate is Fate.SURVIVED))
    return results.verdict()


def _take_tests(
    mutant: Mutant, copy: Copy, nearest: NearestTests, results: Results, seed: int
) -> None:
    begin = time.monotonic()
    done = try_mutant(mutant, copy, nearest, results.killers(mutant.path))
    done = replace(done, seconds=time.monotonic() - begin)
    results.take(done, seed)
    tell(f"{done.seconds:5.1f} s  {done.told()}")


def _take_promises(mutant: Mutant, copy: Copy, results: Results, seed: int) -> None:
    done = try_promises(results.fate_of(mutant), copy)
    results.take(done, seed, met_promises=True)
    tell(done.told())


def _is_left(mutant: Mutant, results: Results) -> bool:
    survived = results.fate_of(mutant).fate is Fate.SURVIVED
    return survived and not results.has_met_promises(mutant)


@contextmanager
def _copies(
    jobs: int,
) -> Iterator[Callable[[Iterable[Mutant], Callable[[Mutant, Copy], None]], None]]:
    """Give what does something with each mutant, some at a time, each in a copy of its own."""
    copies: Queue[Copy] = Queue()
    with _folder() as folder, ThreadPoolExecutor(jobs) as pool:
        made = [Copy(folder / str(number)) for number in range(jobs)]
        for one in made:
            copies.put(one)

        def each(mutants: Iterable[Mutant], does: Callable[[Mutant, Copy], None]) -> None:
            def with_a_copy(mutant: Mutant) -> None:
                copy = copies.get()
                try:
                    does(mutant, copy)
                finally:
                    copies.put(copy)

            list(pool.map(with_a_copy, mutants))

        try:
            yield each
        finally:
            for one in made:
                one.end()


def _nearest() -> NearestTests:
    """Return which tests run which line; those that are not known are run."""
    kept = FOLDER / "nearest-tests"
    kept.mkdir(exist_ok=True)
    with _folder() as folder:
        tree = Copy(folder / "measured", is_warm=False).tree
        return NearestTests(find_nearest_of_all(tree, kept), ROOT)


def _fingerprint() -> str:
    files = sorted(file for one in ("homejournal", "tests") for file in (ROOT / one).rglob("*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


@contextmanager
def _folder() -> Iterator[Path]:
    """Give a folder for the copies, in memory where there is one: tests save often."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(
        prefix="mutants-", dir=memory if memory.is_dir() else None, ignore_cleanup_errors=True
    ) as made:
        yield Path(made)


def lines_since(base: str) -> dict[str, set[int]]:
    """Return the lines of each file that changed since a commit, as git tells it."""
    command = ["git", "diff", "--unified=0", "--no-color", "--merge-base", base, "--", "*.py"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise StopError(f"git cannot tell what changed since {base}: {done.stderr}")
    found: dict[str, set[int]] = {}
    path = ""
    for line in done.stdout.splitlines():
        if line.startswith("+++ b/"):
            path = line.removeprefix("+++ b/")
        elif line.startswith("@@"):
            begin, _, many = line.split("+")[1].split(" ")[0].partition(",")
            found.setdefault(path, set()).update(range(int(begin), int(begin) + int(many or 1)))
    return found
