"""Tries mutants, each in a copy of the checkout: the nearest tests first, then what is promised.

What a test or a promise notices is killed, and so is what never comes to an end. What neither of
them notices has survived: a test is missing, or the line is not needed, or the change makes no
difference and stands with its reason in `equivalent_mutants.toml`.
"""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from queue import Queue

from console import StopError, tell
from environment import FOLDER, ROOT
from torture.mutants import AREAS, Mutant, Touched, drawn, judged_equivalent, stale
from torture.nearest_tests import MEASURED, ROOMS, NearestTests, find_nearest
from torture.running import run_to_end

ALL, OF_A_CHANGE = 1000, 100
"""How many mutants try the whole, and how many a change, where it is not said."""
MOST_SURVIVING = 0.02
"""The share of all that were tried that may survive; more make the run fail."""
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
SHORTEST = 30.0
"""Seconds that any test may take, and five times what all tests of a mutant took without it."""
_LONGEST_PROMISE = 900
_NOT_COPIED = (".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__", "dist", "build")


class Fate(Enum):
    """What became of a mutant."""

    KILLED = "killed by a test"
    PROMISE = "killed by a promise alone"
    ENDLESS = "killed: it came to no end"
    EQUIVALENT = "judged to change nothing"
    SURVIVED = "SURVIVED"


@dataclass(frozen=True, slots=True)
class Tried:
    """A mutant, what became of it, and by what."""

    mutant: Mutant
    fate: Fate
    by: str

    def told(self) -> str:
        """Return what became of it, by what, and what it was."""
        return f"{self.fate.value} ({self.by}): {self.mutant.told()}"


class Copy:
    """A copy of the checkout in which one mutant at a time is tried, with a home of its own."""

    def __init__(self, folder: Path, root: Path = ROOT) -> None:
        self.tree, self._rest = folder / "tree", folder / "rest"
        self._rest.mkdir(parents=True)
        shutil.copytree(root, self.tree, ignore=shutil.ignore_patterns(*_NOT_COPIED))

    @contextmanager
    def changed(self, mutant: Mutant) -> Iterator[None]:
        """Let the copy hold the mutant in here."""
        file = self.tree / mutant.path
        before, stat = file.read_bytes(), file.stat()
        file.write_text(mutant.text, encoding="utf-8")
        try:
            yield
        finally:
            file.write_bytes(before)
            os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # what was compiled fits again

    def fails(self, tests: Sequence[str], seconds: float) -> tuple[int, str]:
        """Run these tests up to the first that fails; return the exit code and what was said."""
        named = self._rest / "tests.txt"
        named.write_text("\n".join(tests), encoding="utf-8")
        options = ["-x", "-q", "-n0", "-p", "no:randomly", "-p", "no:cacheprovider"]
        options += [
            "-o",
            f"timeout={SHORTEST + 5 * seconds:.0f}",
            f"--basetemp={self._rest / 'all'}",
        ]
        return self.run(["-m", "pytest", *options, f"@{named}"], 120 + 20 * seconds)

    def run(self, command: list[str], seconds: float) -> tuple[int, str]:
        """Run a Python program of the copy; it is ended after so many seconds with -9."""
        return run_to_end(command, seconds, tree=self.tree, HOME=str(self._rest))


def try_mutant(mutant: Mutant, copy: Copy, nearest: NearestTests) -> Tried:
    """Return what becomes of a mutant."""
    tests, seconds = nearest.of(mutant.path, mutant.lines)
    with copy.changed(mutant):
        if tests:
            code, said = copy.fails(tests, seconds)
            if code == -signal.SIGKILL or "Failed: Timeout" in said:
                return Tried(mutant, Fate.ENDLESS, "a limit of time")
            if code:
                failed = [
                    line
                    for line in said.splitlines()
                    if line.startswith(("FAILED tests", "ERROR tests"))
                ]
                return Tried(
                    mutant, Fate.KILLED, failed[0].split(" - ")[0] if failed else str(code)
                )
        for promise in promised(mutant.path):
            command = [str(copy.tree / "packaging" / "torture"), "--usual", "--jobs", "1"]
            code, _ = copy.run([*command, "--promise", promise], _LONGEST_PROMISE)
            if code:
                return Tried(mutant, Fate.PROMISE, promise)
    return Tried(mutant, Fate.SURVIVED, f"{len(tests)} tests")


def promised(path: str) -> tuple[str, ...]:
    """Return the short names of the promises that a file serves most."""
    return next((names for folder, names in PROMISES.items() if path.startswith(f"{folder}/")), ())


def try_all(count: int, *, seed: int, jobs: int, touched: Touched, json_to: Path | None) -> int:
    """Draw and try mutants, tell each survivor, and return the exit code."""
    listed = judged_equivalent()
    if gone := stale(ROOT, listed):
        raise StopError("\n  ".join(["These changes are judged, and their lines are gone:", *gone]))
    mutants = drawn(ROOT, AREAS, count, seed, touched)
    tell(f"{len(mutants)} mutants are tried, seed {seed}.")
    tried = [Tried(one, Fate.EQUIVALENT, listed[one.key]) for one in mutants if one.key in listed]
    with _folder() as folder:
        copies: Queue[Copy] = Queue()
        for number in range(jobs):
            copies.put(Copy(folder / str(number)))
        nearest = _nearest(copies)

        def try_one(mutant: Mutant) -> Tried:
            copy = copies.get()
            try:
                done = try_mutant(mutant, copy, nearest)
            finally:
                copies.put(copy)
            tell(done.told())
            return done

        with ThreadPoolExecutor(jobs) as pool:
            tried += pool.map(try_one, (one for one in mutants if one.key not in listed))
    return verdict(tried, json_to)


def verdict(tried: Sequence[Tried], json_to: Path | None) -> int:
    """Tell how many met which fate, write each down where asked, and return the exit code."""
    counted = Counter(one.fate for one in tried)
    survivors = [one for one in tried if one.fate is Fate.SURVIVED]
    judged = len(tried) - counted[Fate.EQUIVALENT]
    tell("\n" + "\n".join(one.told() for one in survivors))
    tell("\n".join(f"{counted[fate]:>6} {fate.value}" for fate in Fate))
    tell(f"{len(survivors) / max(1, judged):.1%} of {judged} survived.")
    if json_to:
        rows = [asdict(one.mutant) | {"fate": one.fate.name, "by": one.by} for one in tried]
        for row in rows:
            row["line"] = row.pop("lines").start
            del row["text"]
        json_to.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return int(len(survivors) > MOST_SURVIVING * judged)


def _nearest(copies: "Queue[Copy]") -> NearestTests:
    """Return which tests run which line, found anew where the code or a test has changed."""
    written = FOLDER / "nearest-tests" / f"{_fingerprint()}.coverage"
    if not written.exists():
        shutil.rmtree(written.parent, ignore_errors=True)
        written.parent.mkdir(parents=True)
        tell("Finding out which tests run which line, some minutes; this is kept ...")
        copy = copies.get()
        find_nearest(copy.tree, written, ROOMS, MEASURED)
        copies.put(copy)
    return NearestTests(written, ROOT)


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
