"""Runs the tests; with `--floors` or `--all` it fails where a layer's coverage is under its floor.

Measuring takes a twelfth of the time, and a change that was tested has hardly ever a gap: what
checks each change for all of us asks for the floors, and --all asks for them and for all tests.
"""

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import coverage
import pytest

WORKERS = 2  # a third took longer on two cores: it collects all tests once more, and little waits
MEASURED = {"--floors", "--all"}
MEMORY = Path("/dev/shm")
ROOM = 2 << 30
FLOORS = {
    "domain": 100,
    "storage": 100,
    "services": 100,
    "reports": 100,
    "exchange": 100,
    "texts": 100,
}
OF_ALL = {**FLOORS, "ui": 85}
"""In percent; measuring the tests of the window takes too long for each change."""


class Floors:
    """Compares each layer's coverage with its floor, before pytest's closing line."""

    def __init__(self, floors: dict[str, int]) -> None:
        self._floors = floors
        self._told: list[str] = []
        self._crashed = 0

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, error: object) -> None:
        """Count a worker that did not come to its end."""
        self._crashed += bool(error)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Generator[None, bool, bool]:
        """Wait for all tests, then count a layer under its floor as a failure."""
        finished = yield
        if self._crashed:
            self._told.append("not known: a worker that crashed took along what it had measured")
        else:
            self._compare()
        session.testsfailed += bool(self._told)
        return finished

    def _compare(self) -> None:
        measured = coverage.Coverage()
        measured.load()
        for layer, floor in self._floors.items():
            self._told += shortfall(measured, layer, floor)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say which layers have tests missing, and where."""
        if self._told:
            terminalreporter.section("coverage under its floor", red=True)
        for text in self._told:
            terminalreporter.write_line(text)


def shortfall(measured: coverage.Coverage, layer: str, floor: float) -> list[str]:
    """Return what to say about a layer whose coverage is under its floor, in percent."""
    table = io.StringIO()
    try:
        percent = measured.report(include=[f"homejournal/{layer}/*"], file=table)
    except coverage.exceptions.NoDataError:
        return [f"{layer}: no line was run at all"]
    if percent >= floor:
        return []
    return [
        f"{layer}: {percent:.2f} % of lines and branches, its floor is {floor} %",
        table.getvalue(),
    ]


@contextmanager
def folder_in_memory() -> Iterator[list[str]]:
    """Give the options that keep the tests' folders in memory, where there is room for them.

    The program waits for the disk after each save, and the tests save many thousand times.
    """
    if not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ROOM:
        yield []
        return
    with tempfile.TemporaryDirectory(prefix="homejournal-tests-", dir=MEMORY) as folder:
        yield [f"--basetemp={folder}/all", "--override-ini=tmp_path_retention_policy=failed"]


def main(asked: list[str]) -> int:
    """Run pytest with what was asked for; return its exit code."""
    options, plugins = ["-q", "-n", str(WORKERS)], list[object]()
    if MEASURED & set(asked):
        options += ["--cov", "--cov-report="]
        plugins.append(Floors(OF_ALL if "--all" in asked else FLOORS))
    rest = [one for one in asked if one != "--floors"]
    with folder_in_memory() as where:
        return pytest.main([*options, *where, *rest], plugins=plugins)


if __name__ == "__main__":
    os.dup2(1, 2)  # what a worker that crashes says last stands where it happened
    sys.exit(main(sys.argv[1:]))
