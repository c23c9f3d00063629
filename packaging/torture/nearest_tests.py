"""Finds out which tests run which line, and answers which of them stand nearest to a line.

This file is a plug-in for pytest, too: with `--lines-to FILE` the tests run one after the other,
and afterwards the file tells which test ran which line, and one beside it how many seconds of the
processor each took.
"""

import ast
import hashlib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import coverage
import pytest

from console import StopError, tell
from no_network import without_network

MEASURED = (
    *("homejournal/storage", "homejournal/services/safe", "homejournal/exchange"),
    *("homejournal/domain/days", "homejournal/domain/looking_back"),
)
ROOMS = (
    *("tests/domain", "tests/storage", "tests/exchange", "tests/services", "tests/sharing"),
    *("tests/reports", "tests/golden", "tests/test_records_stay_whole.py"),
)
MOST_CHANGED = 0.3
"""The share of the files of tests that may have changed before all are run again."""
_QUICK = 1.0
"""Seconds after which even a likely test waits for its turn."""
LONGEST = 30.0
"""Seconds of the processor that the tests of one line may take together; the nearest come first."""


def find_nearest(tree: Path, written: Path, rooms: Iterable[str], measured: Iterable[str]) -> None:
    """Run the tests of these rooms of a checkout and write down which measured lines each runs."""
    options = ["-q", "-n0", "-p", "no:randomly", "-p", "no:cacheprovider"]
    options += ["-p", "torture.nearest_tests", "--lines-to", str(written), "-o", "timeout=900"]
    options += [f"--lines-of={folder}" for folder in measured]
    paths = os.pathsep.join([str(tree), str(Path(__file__).resolve().parents[1])])
    done = subprocess.run(
        [*without_network(), sys.executable, "-m", "pytest", *options, *rooms],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    if not _beside(written).exists():
        raise StopError(f"{done.stdout}{done.stderr}\nThe tests could not be run, see above.")


class _Layer:
    """What one run wrote down: of all tests, or of those that changed since."""

    def __init__(self, written: Path) -> None:
        self._data = coverage.CoverageData(str(written))
        self._data.read()
        told = json.loads(_beside(written).read_text("utf-8"))
        self._root = Path(told["root"])
        self.seconds: dict[str, float] = told["seconds"]
        self.files: dict[str, str] = told["files"]
        """The hash of each file of tests that was run."""
        self.texts: dict[str, str] = told["texts"]
        """The measured files as they were then."""

    def by_line(self, path: str) -> Mapping[int, Collection[str]]:
        """Return which tests ran which line of a file, as it was then."""
        return self._data.contexts_by_lineno(str(self._root / path))

    def ran(self, path: str, lines: range, text: str) -> set[str]:
        """Return the tests that ran one of these lines of a file as it is now."""
        if path not in self.texts:
            return set()
        by_line, then = self.by_line(path), _lines_before(self.texts[path], text, lines)
        return {test for line in then for test in by_line.get(line, ())}


def _lines_before(before: str, now: str, lines: range) -> Iterable[int]:
    """Return where lines stood in an earlier text; of new ones, those around their place."""
    if before == now:
        return lines
    found: set[int] = set()
    compared = SequenceMatcher(None, before.splitlines(), now.splitlines(), autojunk=False)
    for tag, first, last, begin, end in compared.get_opcodes():
        here = range(max(lines.start - 1, begin), min(lines.stop - 1, end))
        if tag == "equal":
            found.update(line - begin + first + 1 for line in here)
        elif here:
            found.update(range(first, last + 2))
    return found


class NearestTests:
    """Reads what was written down, the newest first; a test that failed there is not counted on."""

    def __init__(self, written: Sequence[Path], root: Path) -> None:
        self._layers = [_Layer(one) for one in written]
        self._here = root
        self._seconds: dict[str, float] = {}
        for layer in reversed(self._layers):
            known = {test for test in self._seconds if _file_of(test) in layer.files}
            self._seconds = {
                test: often for test, often in self._seconds.items() if test not in known
            } | layer.seconds

    def of(self, path: str, lines: range, likely: Collection[str] = ()) -> tuple[list[str], float]:
        """Return the nearest tests that run one of these lines, and their seconds all together.

        The quickest come first, and before them those that are `likely`. Lines that only run while
        their file is loaded have those that run what names the same, or, where nothing does,
        anything else in their file.
        """
        text = (self._here / path).read_text("utf-8")
        found = self._ran(path, lines, text) or self._of_name(name_of(text, lines))
        found = found or self._ran(path, range(1, text.count("\n") + 2), text)
        chosen: list[str] = []
        seconds = 0.0
        ordered = self._in_order(found, path)
        for test in sorted(ordered, key=lambda one: one not in likely):
            if chosen and seconds + self._seconds[test] > LONGEST:
                break
            seconds += self._seconds[test]
            chosen.append(test)
        return sorted(chosen, key=lambda one: self._turn(one, likely)), seconds

    def _turn(self, test: str, likely: Collection[str]) -> tuple[bool, float]:
        """Return when a test has its turn: the quickest come first, and those that are likely."""
        seconds = self._seconds[test]
        return test not in likely or seconds > _QUICK, seconds

    def run_on_load(self, path: str, lines: range) -> bool:
        """Return whether one of these lines ran before any test, while files were loaded."""
        text = (self._here / path).read_text("utf-8")
        return any("" in layer.ran(path, lines, text) for layer in self._layers)

    def _ran(self, path: str, lines: range, text: str) -> set[str]:
        ran = (layer.ran(path, lines, text) for layer in self._layers)
        return set[str]().union(*ran) & self._seconds.keys()

    def _of_name(self, name: str) -> set[str]:
        """Return the tests that run lines in which a name stands."""
        word, found = re.compile(rf"\b{re.escape(name)}\b"), set[str]()
        for layer in self._layers if name else ():
            for path, text in layer.texts.items():
                at = [line for line, words in enumerate(text.splitlines(), 1) if word.search(words)]
                by_line = layer.by_line(path) if at else {}
                found |= {test for line in at for test in by_line.get(line, ()) if test}
        return found & self._seconds.keys()

    def _in_order(self, tests: Iterable[str], path: str) -> list[str]:
        """Put first what lies in a folder, or has the name, of what it tries; then any other.

        The quickest of each file come first, so that each file of tests has its turn.
        """
        rank: dict[str, tuple[bool, int, float, str]] = {}
        seen = Counter[str]()
        for test in sorted(tests, key=self._seconds.__getitem__):
            file, _, _ = test.partition("::")
            mirrors = Path(path).parent.name in Path(file).parts or Path(path).stem in file
            rank[test] = (not mirrors, seen[file], self._seconds[test], test)
            seen[file] += 1
        return sorted(rank, key=rank.__getitem__)


def name_of(text: str, lines: range) -> str:
    """Return what is set, or defined, by the innermost statement of these lines; or ""."""
    name, narrowest = "", len(text)
    for node in ast.walk(ast.parse(text)):
        first = min([getattr(node, "lineno", 0), *(at.lineno for at in _decorators(node))])
        last = getattr(node, "end_lineno", None) or 0
        if first <= lines.start <= last and last - first < narrowest and (told := _name(node)):
            name, narrowest = told, last - first
    return name


def _decorators(node: ast.AST) -> list[ast.expr]:
    """Return the decorators of a function or class."""
    return getattr(node, "decorator_list", [])


def _name(node: ast.AST) -> str:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return name
        case ast.Assign(targets=[ast.Name(id=name), *_]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name
    return ""


def find_nearest_of_all(tree: Path, folder: Path) -> list[Path]:
    """Return what was written down of all tests of a checkout, the newest first.

    Tests that changed since all were run are run alone. Where too many did, all are run again.
    """
    whole, newer = folder / "all.coverage", folder / "changed.coverage"
    there = [file for room in ROOMS for file in _tests_in(tree, tree / room)]
    now = _hashes(tree, there)
    then = _Layer(whole).files if whole.exists() else {}
    changed = {file for file, told in now.items() if then.get(file) != told}
    if len(changed) > MOST_CHANGED * len(now):
        tell("Finding out which tests run which line, some minutes; this is kept ...")
        newer.unlink(missing_ok=True)
        find_nearest(tree, whole, ROOMS, MEASURED)
        return [whole]
    if not changed:
        return [whole]
    known = _Layer(newer).files if newer.exists() else {}
    if any(known.get(file) != now[file] for file in changed):
        tell(f"Finding out which lines the tests in {len(changed)} changed files run ...")
        newer.unlink(missing_ok=True)
        find_nearest(tree, newer, sorted(changed), MEASURED)
    return [newer, whole]


def _tests_in(tree: Path, room: Path) -> Iterable[str]:
    files = [room] if room.is_file() else sorted(room.rglob("test_*.py"))
    return [file.relative_to(tree).as_posix() for file in files]


def _hashes(root: Path, files: Iterable[str]) -> dict[str, str]:
    return {file: hashlib.sha256((root / file).read_bytes()).hexdigest() for file in sorted(files)}


def _file_of(test: str) -> str:
    return test.partition("::")[0]


def _beside(written: Path) -> Path:
    return written.with_suffix(".json")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--lines-to", type=Path, metavar="FILE", help="write which test runs which")
    parser.addoption("--lines-of", action="append", default=[], help="a folder with such lines")


def pytest_configure(config: pytest.Config) -> None:
    if written := config.getoption("--lines-to"):
        config.pluginmanager.register(_Watching(written, config))


class _Watching:
    def __init__(self, written: Path, config: pytest.Config) -> None:
        self._written, self._root = written, config.rootpath
        self._seconds: dict[str, float] = {}
        self._ran: set[str] = set()
        self._failed = 0
        folders = [str(self._root / one) for one in config.getoption("--lines-of")]
        self._coverage = coverage.Coverage(
            data_file=str(written), config_file=False, source=folders
        )
        self._coverage.start()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self) -> None:
        """Measure random cases, too, with which the tests themselves end all measuring."""
        if coverage.Coverage.current() is None:
            self._coverage.start()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        before = _spent()
        self._ran.add(_file_of(item.nodeid))
        self._coverage.switch_context(item.nodeid)
        answer = yield
        self._coverage.switch_context("")
        if item.session.testsfailed == self._failed:
            self._seconds[item.nodeid] = _spent() - before
        self._failed = item.session.testsfailed
        return answer

    def pytest_sessionfinish(self) -> None:
        self._coverage.stop()
        self._coverage.save()
        measured = [
            Path(path).relative_to(self._root).as_posix()
            for path in self._coverage.get_data().measured_files()
        ]
        told = {
            "root": str(self._root),
            "seconds": self._seconds,
            "files": _hashes(self._root, self._ran),
            "texts": {path: (self._root / path).read_text("utf-8") for path in measured},
        }
        _beside(self._written).write_text(json.dumps(told), encoding="utf-8")


def _spent() -> float:
    """Return the seconds of the processor that this process and those it started took so far."""
    return sum(os.times()[:4])
