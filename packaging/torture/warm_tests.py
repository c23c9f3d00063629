"""Keeps all tests loaded and found, and tries each mutant in a fork of that process.

Starting Python, loading and finding tests take many seconds, and a test that notices a mutant takes
a few hundredths of one. This file is a plug-in for pytest, too: with `--asked-through FD` the tests
are found, and each line of JSON from that socket is answered by a fork in which the functions that
differ are exchanged. What already ran while its file was loaded cannot be exchanged so.
"""

import contextlib
import gc
import inspect
import json
import os
import resource
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple

import pytest

from console import StopError
from torture.forking import end_with_parent

CAN_FORK = sys.platform == "linux"
PACKAGING = Path(__file__).resolve().parents[1]
LONGEST, MOST_OF_PROCESSOR = 300.0, 5.0
"""Seconds that a mutant may take, and of the processor; more than its tests took without it.

A loop without an end is ended by the processor's, whatever else runs on the computer.
"""
_LATER, _LATER_OF_PROCESSOR = 30, 2
"""So many times as long as without it may its tests take besides."""


class Answer(NamedTuple):
    """What came of some tests: the first that failed, or ""; or that they came to no end."""

    failed: str
    is_endless: bool = False


class Change(NamedTuple):
    """A file, and its text before and after."""

    file: str
    before: str
    after: str


class RunsOnLoadError(Exception):
    """What differs runs while its file is loaded, so that it cannot be exchanged later."""


class WarmTests:
    """A process that has loaded all tests of a tree and runs some of them when it is asked."""

    def __init__(self, tree: Path, rooms: Iterable[str], kept: Path) -> None:
        ours, theirs = socket.socketpair()
        options = ["-q", "-n0", "-p", "no:randomly", "-p", "no:cacheprovider"]
        options += ["-o", "timeout=0", f"--basetemp={kept / 'warm'}"]
        options += ["-p", "torture.warm_tests", f"--asked-through={theirs.fileno()}"]
        paths = os.pathsep.join([str(tree), str(PACKAGING)])
        own = {"PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen", "HOME": str(kept)}
        there = [room for room in rooms if (tree / room).exists()]
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "pytest", *options, *there],
                cwd=tree,
                env={**os.environ, **own, "PYTHONDONTWRITEBYTECODE": "1"},
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        self._socket, self._lines = ours, ours.makefile("r", encoding="utf-8")

    def run(self, tests: Sequence[str], seconds: float, change: Change | None) -> Answer:
        """Run tests up to the first that fails, with a changed file, or as all is.

        Raises RunsOnLoadError where that cannot be done.
        """
        asked = {"tests": tests, "seconds": seconds, "change": change}
        self._socket.sendall((json.dumps(asked) + "\n").encode())
        if not (line := self._lines.readline()):
            raise StopError("The process that keeps the tests loaded came to its end.")
        told = json.loads(line)
        if told.get("runs_on_load"):
            raise RunsOnLoadError
        return Answer(told["failed"], told.get("is_endless", False))

    def end(self) -> None:
        """End the process."""
        self._lines.close()
        self._socket.close()
        self._process.kill()
        self._process.wait()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--asked-through", type=int, metavar="FD", help="a socket that asks for tests")


def pytest_configure(config: pytest.Config) -> None:
    if (number := config.getoption("--asked-through")) is not None:
        config.pluginmanager.register(_Warm(socket.socket(fileno=number)))


class _Warm:
    def __init__(self, asked_through: socket.socket) -> None:
        self._socket = asked_through
        self._failed, self._said = "", ""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Answer until nobody asks any more; no test runs in this process itself."""
        _make_no_case_smaller()
        items = {item.nodeid: item for item in session.items}
        functions = _living_functions()
        for line in self._socket.makefile("r", encoding="utf-8"):
            told = _of_a_fork(lambda asked: self._answer(asked, items, functions), json.loads(line))
            self._socket.sendall((json.dumps(told) + "\n").encode())
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self._failed:
            self._failed = report.nodeid

    def _answer(
        self,
        asked: Mapping[str, Any],
        items: Mapping[str, pytest.Item],
        functions: Mapping["_Place", list[FunctionType]],
    ) -> dict[str, object]:
        if asked["change"]:
            try:
                exchange(Change(*asked["change"]), functions)
            except RunsOnLoadError:
                return {"runs_on_load": True}
        chosen = [items[name] for name in asked["tests"] if name in items]
        for item, following in zip(chosen, [*chosen[1:], None], strict=False):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self._failed:
                break
        return {"failed": self._failed}


def _make_no_case_smaller() -> None:
    """Let a random case that fails be enough: to find the smallest one takes half a minute."""
    from hypothesis import Phase, core, settings

    engine: Any = core
    usual_runner: Any = engine.ConjectureRunner

    class AnyCase(usual_runner):  # type: ignore[misc]
        def __init__(self, *given: Any, **told: Any) -> None:  # noqa: ANN401
            usual = told.pop("settings")
            phases = [phase for phase in usual.phases if phase is not Phase.shrink]
            first = settings(usual, phases=phases, report_multiple_bugs=False)
            super().__init__(*given, settings=first, **told)

    engine.ConjectureRunner = AnyCase


def _of_a_fork(answer: Any, asked: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    """Return what a fork of this process answers, or which signal ended it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _be_a_fork(writing, answer, asked)
    os.close(writing)
    watched = os.pidfd_open(child)
    longest = LONGEST + _LATER * asked["seconds"]
    is_over = bool(select.select([watched], [], [], longest)[0])
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # and what it started
    ended_by = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with open(reading, encoding="utf-8") as told:  # noqa: PTH123 (no path but a number)
        os.set_blocking(reading, False)
        said = told.read()
    os.close(watched)
    if said:
        return dict(json.loads(said))
    return {"failed": f"signal {-ended_by}", "is_endless": not is_over or -ended_by == _XCPU}


_XCPU = int(getattr(signal, "SIGXCPU", 0))


def _be_a_fork(writing: int, answer: Any, asked: Mapping[str, Any]) -> None:  # noqa: ANN401
    os.setsid()
    end_with_parent()
    most = int(MOST_OF_PROCESSOR + _LATER_OF_PROCESSOR * asked["seconds"])
    resource.setrlimit(resource.RLIMIT_CPU, (most, most + 5))
    try:
        told = answer(asked)
    except BaseException as error:  # noqa: BLE001 (whatever ends the tests has noticed the mutant)
        told = {"failed": f"broken off: {error!r}"}
    os.write(writing, json.dumps(told).encode())
    os._exit(0)


_Place = tuple[str, str, int]
"""File, name and first line of a function."""


def _place(code: CodeType) -> _Place:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _living_functions() -> dict[_Place, list[FunctionType]]:
    """Return the functions that there are now, by where they are defined."""
    found: dict[_Place, list[FunctionType]] = {}
    gc.unfreeze()
    for one in gc.get_objects():
        if isinstance(one, FunctionType):
            found.setdefault(_place(one.__code__), []).append(one)
    gc.freeze()
    return found


def exchange(change: Change, functions: Mapping[_Place, Iterable[FunctionType]]) -> None:
    """Let the functions of a file be as they stand in its text after a change.

    A file that was not loaded yet is loaded from the disk, where it is changed, too. Raises
    RunsOnLoadError where what differs has run already.
    """
    if all(getattr(one, "__file__", "") != change.file for one in [*sys.modules.values()]):
        return
    was, now = (
        compile(text, change.file, "exec", dont_inherit=True)
        for text in (change.before, change.after)
    )
    for old, new in _differing(was, now):
        for function in functions.get(_place(old), ()):
            try:
                function.__code__ = new
            except ValueError:  # it takes other names from the function around it
                raise RunsOnLoadError from None


def _differing(old: CodeType, new: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """Yield the functions that differ, before and after, and those inside of them."""
    before, after = _inner(old), _inner(new)
    if old.co_flags & inspect.CO_OPTIMIZED:
        if old != new:
            yield old, new
    elif _own(old) != _own(new) or len(before) != len(after):
        raise RunsOnLoadError
    for one, other in zip(before, after, strict=False):
        yield from _differing(one, other)


def _inner(code: CodeType) -> list[CodeType]:
    return [one for one in code.co_consts if isinstance(one, CodeType)]


def _own(code: CodeType) -> tuple[object, ...]:
    """Return what tells a file or a class, without its functions, from another."""
    values = [repr(one) for one in code.co_consts if not isinstance(one, CodeType)]
    return code.co_code, code.co_names, values
