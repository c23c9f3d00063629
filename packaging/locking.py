"""Makes packaging/lock-*.txt: every package at one version, with the hashes of its files.

The files name no address, so that each person's own package index is asked.
"""

import shutil
import subprocess
import tomllib
from pathlib import Path

from console import StopError, tell
from environment import FOLDER, MUTANTS_LOCK, PACKAGE_LOCK, PYTHON, ROOT, Part

# To build the checkout without fetching (hatchling asks for editables), and to compile catalogues.
TO_BUILD = ["editables", "babel"]
# Of Cosmic Ray only what changes a file is used; its servers and reports need twenty packages more.
TO_MUTATE = ["cosmic-ray>=8.7,<9", "attrs>=25", "parso>=0.8.7"]
TO_PACKAGE = ["pyinstaller>=6.22,<7"]


def make_locks() -> None:
    """Choose versions anew for all packages; the part to run is held to the part to test."""
    uv = _uv()
    for part in (Part.TEST, Part.RUN):
        tell(f"Choosing versions for {part.lock.name}, some seconds ...")
        held = [] if part is Part.TEST else ["--constraints", str(Part.TEST.lock)]
        _compile(uv, requirements(part), part.lock, held)
    _compile(uv, TO_PACKAGE, PACKAGE_LOCK, ["--constraints", str(Part.TEST.lock)])
    _compile(uv, TO_MUTATE, MUTANTS_LOCK, ["--no-deps"])
    tell("Done. Please run the tests, then commit the files.")


def requirements(part: Part) -> list[str]:
    """Return what pyproject.toml asks for, with what building it needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"], *TO_BUILD]
    if part is Part.TEST:
        wanted += project["project"]["optional-dependencies"]["test"]
    return wanted


def _compile(uv: str, wanted: list[str], lock: Path, more: list[str]) -> None:
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--only-binary"]
    options += [":all:", "--no-emit-index-url", "--no-annotate", "--upgrade", "--quiet"]
    options += ["--custom-compile-command", "python3 packaging/dev.py lock", "--no-config"]
    done = subprocess.run(
        [uv, "pip", "compile", "-", *options, *more, "--output-file", str(lock)],
        input="\n".join(wanted),
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    if done.returncode:
        raise StopError(f"{done.stderr}\nNo set of versions could be chosen, see above.")


def _uv() -> str:
    """Return the path of uv, the program that chooses; fetched into .venv where it is missing."""
    beside = PYTHON.with_name("uv.exe" if PYTHON.suffix else "uv")
    found = str(beside) if beside.exists() else shutil.which("uv")
    if found:
        return found
    if not PYTHON.exists():
        raise StopError(f"There is no {Path(FOLDER).name} yet; please run the tests once first.")
    tell("Fetching uv, the program that chooses versions, into .venv ...")
    subprocess.run([PYTHON, "-I", "-m", "pip", "install", "-q", "uv>=0.9,<1"], check=True)
    return str(beside)
