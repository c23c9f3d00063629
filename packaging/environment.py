"""The environment in .venv: made from the lock, renewed when the lock or Python changes."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from enum import Enum
from pathlib import Path

from console import StopError, tell
from install import install_locked, install_project

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / os.environ.get("HOMEJOURNAL_VENV", ".venv")
"""A second Python has its own beside it, so that neither makes the other's anew."""
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOG = FOLDER / "install.log"
MUTANTS = FOLDER / "mutants"
"""Packages that change the program a little, to see whether a test notices; on no other path."""
PACKAGE_LOCK = ROOT / "packaging" / "lock-package.txt"
MUTANTS_LOCK = ROOT / "packaging" / "lock-mutants.txt"


class Part(Enum):
    """How much of the lock is wanted; the second holds the first."""

    RUN = "run"
    TEST = "test"

    @property
    def lock(self) -> Path:
        """Return the file with the versions and hashes of this part's packages."""
        return ROOT / "packaging" / f"lock-{self.value}.txt"


def ensure_environment(part: Part) -> None:
    """Make or renew .venv so that it holds this part; cheap where nothing has changed."""
    if is_ready(part):
        return
    if not serves_this_python():
        _make()
    for old in (*map(_stamp, Part), LOG):
        old.unlink(missing_ok=True)
    tell(
        "Fetching the packages that homejournal is built on into .venv: up to 280 MB, so one to "
        "five\nminutes, depending on the connection. This is needed once, and after an update ..."
    )
    install_locked(PYTHON, part.lock, log=LOG)
    install_project(PYTHON, ROOT, log=LOG)
    _stamp(part).write_text(fingerprint(part), encoding="utf-8")
    tell("Everything is in place.")


def ensure_mutants() -> None:
    """Put what makes mutants beside the packages of .venv; cheap where its lock is the same."""
    stamp = MUTANTS / MUTANTS_LOCK.name
    if stamp.exists() and stamp.read_bytes() == MUTANTS_LOCK.read_bytes():
        return
    shutil.rmtree(MUTANTS, ignore_errors=True)
    tell("Fetching Cosmic Ray, which makes mutants ...")
    install_locked(PYTHON, MUTANTS_LOCK, "--target", str(MUTANTS), log=LOG)
    shutil.copy(MUTANTS_LOCK, stamp)


def is_ready(part: Part) -> bool:
    """Return whether .venv holds this part as the lock now has it."""
    stamps = {enough: _stamp(enough) for enough in (part, Part.TEST)}
    return any(
        stamp.exists() and stamp.read_text("utf-8") == fingerprint(enough)
        for enough, stamp in stamps.items()
    )


def fingerprint(part: Part) -> str:
    """Return a text that changes when the environment has to be renewed."""
    files = [part.lock, ROOT / "pyproject.toml"]
    parts = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    # The path too: an environment does not survive being moved.
    return json.dumps([*parts, sys.version, str(PYTHON)])


def _stamp(part: Part) -> Path:
    return FOLDER / f"homejournal-{part.value}.stamp"


def serves_this_python() -> bool:
    """Return whether .venv was made, here and whole, by the Python that runs this."""
    question = "import sys, pip; print(sys.version, sys.prefix, sep='|')"
    try:
        answer = subprocess.run(
            [PYTHON, "-I", "-c", question], check=True, capture_output=True, encoding="utf-8"
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return answer.stdout.strip() == f"{sys.version}|{FOLDER}"


def _make() -> None:
    if Path(sys.prefix) == FOLDER:
        raise StopError(
            "This Python lives in .venv, which has to be made again.\n"
            "Please start this command with the Python of your system."
        )
    tell("Making a folder .venv for homejournal's own packages, a few seconds ...")
    if FOLDER.exists():
        shutil.rmtree(FOLDER)
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(FOLDER)],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if made.returncode:
        shutil.rmtree(FOLDER, ignore_errors=True)
        raise StopError(f"{made.stdout}\nThe folder .venv could not be made, see above.")
