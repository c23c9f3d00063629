"""The commands of dev.py, each in the few steps that it takes."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable

import checks
from console import StopError, tell
from environment import (
    PYTHON,
    ROOT,
    Part,
    ensure_environment,
    ensure_mutants,
    is_ready,
    serves_this_python,
)
from locking import make_locks
from no_network import without_network
from system_packages import ensure_from_outside, ensure_system, ensure_torture

# Where Qt draws to no X11 screen, the libraries for one are not needed.
WITHOUT_X11 = ("offscreen", "minimal", "wayland", "vnc", "linuxfb", "eglfs")
DIFFERING = (
    *(f"tests/packaging/test_{one}.py" for one in ("translations", "wheel", "dev", "environment")),
    *("tests/test_architecture.py", "tests/test_records_stay_whole.py", "tests/golden"),
    *("tests/domain/records/test_codec.py", "tests/domain/records/test_revisions.py"),
    *("tests/exchange/test_journal_schema.py", "tests/texts/test_wording.py"),
)
"""What another Python can change: what reads the code, what is built, what is written for ever."""
SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def carry_out(arguments: list[str], *, usage: str) -> int:
    """Carry out the command that the arguments name and return its exit code."""
    name, rest = (arguments or ["help"])[0], arguments[1:]
    if name in {"help", "-h", "--help"}:
        tell(usage)
        return 0
    if name not in COMMANDS:
        raise StopError(f"dev.py knows no command {name!r}.\n\n{usage}")
    return COMMANDS[name](rest)


def _run(rest: list[str]) -> int:
    _set_up(Part.RUN, with_window=_draws_on_x11())
    if sys.platform.startswith("linux") and not SCREENS & os.environ.keys():
        tell("This session seems to have no screen, so a window may not open.")
    return _hand_over(["-m", "homejournal", *rest])


def _cli(rest: list[str]) -> int:
    _set_up(Part.RUN, with_window=False)
    return _hand_over(["-m", "homejournal.cli.main", *rest])


def _test(rest: list[str]) -> int:
    _set_up(Part.TEST, with_window=False)
    ensure_from_outside()
    os.chdir(ROOT)
    everything = rest == ["--all"]
    if rest and not everything and rest != ["--floors"]:
        return _hand_over(["-m", "pytest", *rest])
    tell("Checking the code, about a minute the first time ...")
    checks.check_all(checks.commands() | checks.loading())
    ensure_torture()
    tell("Running the tests without a network, some minutes; what is promised is tried beside ...")
    apart: list[str] = [*without_network(), str(PYTHON)]
    size = ["--quick" if everything else "--usual", "--jobs", "1"]
    with tempfile.TemporaryFile() as told:
        promises = subprocess.Popen(
            [*apart, str(ROOT / "packaging" / "torture"), *size], stdout=told, stderr=told
        )
        whole = [*apart, str(ROOT / "packaging" / "whole_test.py"), *rest]
        tests = subprocess.run(whole, check=False)
        promises.wait()
        told.seek(0)
        tell(told.read().decode("utf-8", "replace"))
    return tests.returncode or promises.returncode


def _other(rest: list[str]) -> int:
    _refuse_more(rest)
    _set_up(Part.TEST, with_window=False)
    os.chdir(ROOT)
    return _hand_over(["-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider", *DIFFERING])


def _check(rest: list[str]) -> int:
    _refuse_more(rest)
    _set_up(Part.TEST, with_window=False)
    checks.check_all(checks.commands())
    return 0


def _bench(rest: list[str]) -> int:
    _set_up(Part.TEST, with_window=False)
    return _hand_over([str(ROOT / "packaging" / "bench"), *rest])


def _torture(rest: list[str]) -> int:
    _set_up(Part.TEST, with_window=False)
    ensure_torture()
    if any(one.startswith(("--mutants", "--changed")) for one in rest):
        ensure_mutants()
    return _hand_over([str(ROOT / "packaging" / "torture"), *rest])


def _steps(rest: list[str]) -> int:
    _refuse_more(rest)
    _set_up(Part.TEST, with_window=False)
    ensure_from_outside()
    return _hand_over([str(ROOT / "packaging" / "bench"), "--steps"])


def _measure(rest: list[str]) -> int:
    _set_up(Part.RUN, with_window=False)
    return _hand_over([str(ROOT / "packaging" / "measure.py"), *rest])


def _sheet_photos(rest: list[str]) -> int:
    _set_up(Part.TEST, with_window=False)
    return _hand_over([str(ROOT / "packaging" / "sheet_photos"), *rest])


def _pictures(rest: list[str]) -> int:
    _set_up(Part.RUN, with_window=False)
    return _hand_over([str(ROOT / "packaging" / "pictures.py"), *rest])


def _references(rest: list[str]) -> int:
    _set_up(Part.TEST, with_window=False)
    os.chdir(ROOT)
    return _hand_over(["-m", "tests.reports.reference", *rest])


def _package(rest: list[str]) -> int:
    _set_up(Part.TEST, with_window=False)
    if "--check" in rest:
        ensure_from_outside()
    return _hand_over([str(ROOT / "packaging" / "package"), *rest])


def _translations(rest: list[str]) -> int:
    _refuse_more(rest)
    _set_up(Part.RUN, with_window=False)
    return _hand_over([str(ROOT / "packaging" / "translations.py"), "update"])


def _manuals(rest: list[str]) -> int:
    _refuse_more(rest)
    _set_up(Part.RUN, with_window=False)
    os.environ["PYTHONPATH"] = str(ROOT)
    return _hand_over([str(ROOT / "packaging" / "manuals.py")])


def _lock(rest: list[str]) -> int:
    _refuse_more(rest)
    make_locks()
    return 0


def _set_up(part: Part, *, with_window: bool) -> None:
    if part is Part.TEST:
        # Tests start some hundred Pythons; each would compile the program anew.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with_venv = not is_ready(part) and not serves_this_python()
    ensure_system(with_window=with_window, with_venv=with_venv)
    ensure_environment(part)
    subprocess.run([PYTHON, ROOT / "packaging" / "translations.py", "compile"], check=True)


def _draws_on_x11() -> bool:
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    return not chosen.startswith(WITHOUT_X11) and not (
        os.environ.get("WAYLAND_DISPLAY") and not chosen
    )


def _hand_over(command: list[str]) -> int:
    """Let the environment's Python take this process's place, so that Ctrl+C and kill reach it."""
    whole = [str(PYTHON), *command]
    if os.name != "nt":  # there, a replaced process looks ended to whoever waits for it
        sys.stdout.flush()
        os.execv(whole[0], whole)  # noqa: S606 (no shell is wanted)
    return subprocess.run(whole, check=False).returncode


def _refuse_more(rest: list[str]) -> None:
    if rest:
        raise StopError(f"This command takes nothing more, but was given: {' '.join(rest)}")


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": _run,
    "cli": _cli,
    "test": _test,
    "other": _other,
    "check": _check,
    "bench": _bench,
    "torture": _torture,
    "steps": _steps,
    "measure": _measure,
    "sheet-photos": _sheet_photos,
    "pictures": _pictures,
    "references": _references,
    "package": _package,
    "translations": _translations,
    "manuals": _manuals,
    "lock": _lock,
}
