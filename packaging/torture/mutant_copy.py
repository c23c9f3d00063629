"""A copy of the checkout in which one mutant at a time is tried by tests."""

import os
import shutil
import signal
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from environment import ROOT
from torture.mutants import Mutant
from torture.nearest_tests import ROOMS
from torture.running import run_to_end
from torture.warm_tests import CAN_FORK, Answer, Change, RunsOnLoadError, WarmTests

SHORTEST = 30.0
"""Seconds that any test may take, and five times what all tests of a mutant took without it."""
_NOT_COPIED = (".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__", "dist", "build")


class Copy:
    """A copy of a checkout, with a home of its own and, where it can be, all tests loaded."""

    def __init__(
        self,
        folder: Path,
        root: Path = ROOT,
        rooms: Iterable[str] = ROOMS,
        *,
        is_warm: bool = CAN_FORK,
    ) -> None:
        self.tree, self._rest = folder / "tree", folder / "rest"
        self._rest.mkdir(parents=True)
        shutil.copytree(root, self.tree, ignore=shutil.ignore_patterns(*_NOT_COPIED))
        self._warm = WarmTests(self.tree, rooms, self._rest) if is_warm else None
        self._passing: set[str] = set()
        self._failing: set[str] = set()

    def end(self) -> None:
        """End what was started for the copy."""
        if self._warm is not None:
            self._warm.end()

    def killed_by(
        self, mutant: Mutant, tests: Sequence[str], seconds: float, *, runs_on_load: bool = False
    ) -> Answer:
        """Return which test notices a mutant; never one that fails without it, too."""
        left = [*tests]
        while True:
            left = [test for test in left if test not in self._failing]
            with self.changed(mutant) as change:
                answer = self._tried(left, seconds, None if runs_on_load else change)
            if answer.is_endless or answer.failed not in left or self._passes(answer.failed):
                return answer
            left = left[left.index(answer.failed) :]  # those before it passed

    def _tried(self, tests: Sequence[str], seconds: float, change: Change | None) -> Answer:
        if self._warm is None or change is None:
            return self._newly_started(tests, seconds)
        try:
            return self._warm.run(tests, seconds, change)
        except RunsOnLoadError:
            return self._newly_started(tests, seconds)

    def _passes(self, test: str) -> bool:
        """Return whether a test passes without any mutant; each is tried once."""
        if self._warm is None or test in self._passing:
            return True
        fails = bool(self._warm.run([test], SHORTEST, None).failed)
        (self._failing if fails else self._passing).add(test)
        return not fails

    @contextmanager
    def changed(self, mutant: Mutant) -> Iterator[Change]:
        """Let the copy hold the mutant in here."""
        file = self.tree / mutant.path
        before, stat = file.read_bytes(), file.stat()
        file.write_text(mutant.text, encoding="utf-8")
        try:
            yield Change(str(file), before.decode("utf-8"), mutant.text)
        finally:
            file.write_bytes(before)
            os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # what was compiled fits again

    def _newly_started(self, tests: Sequence[str], seconds: float) -> Answer:
        """Run tests in a new process, up to the first that fails."""
        named = self._rest / "tests.txt"
        named.write_text("\n".join(tests), encoding="utf-8")
        options = ["-x", "-q", "-n0", "-p", "no:randomly", "-p", "no:cacheprovider"]
        options += ["-o", f"timeout={SHORTEST + 5 * seconds:.0f}"]
        options += [f"--basetemp={self._rest / 'all'}"]
        code, said = self.run(["-m", "pytest", *options, f"@{named}"], 120 + 20 * seconds)
        if code == -signal.SIGKILL or "Failed: Timeout" in said:
            return Answer("", is_endless=True)
        lines = [line for line in said.splitlines() if line.startswith(("FAILED ", "ERROR tests"))]
        failed = lines[0].partition(" ")[2].split(" - ")[0] if lines else f"exit code {code}"
        return Answer(failed if code else "")

    def run(self, command: list[str], seconds: float) -> tuple[int, str]:
        """Run a Python program of the copy; it is ended after so many seconds with -9."""
        return run_to_end(command, seconds, tree=self.tree, HOME=str(self._rest))
