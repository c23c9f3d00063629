"""Makes packaging/lock-*.txt: every package at one version, with the hashes of its files.

The files name no address, so that each person's own package index is asked.
"""

import shutil
import subprocess
import tomllib
from pathlib import Path

from console import StopError, tell
from environment import FOLDER, PYTHON, ROOT, Part

# To build the checkout without fetching (hatchling asks for editables), and to compile catalogues.
TO_BUILD = ["editables", "babel"]


def make_locks() -> None:
    """Choose versions anew for all packages; the part to run is held to the part to test."""
    uv = _uv()
    for part in (Part.TEST, Part.RUN):
        tell(f"Choosing versions for {part.lock.name}, some seconds ...")
        _compile(uv, part)
    tell("Done. Please run the tests, then commit both files.")


def requirements(part: Part) -> list[str]:
    """Return what pyproject.toml asks for, with what building it needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"], *TO_BUILD]
    if part is Part.TEST:
        wanted += project["project"]["optional-dependencies"]["test"]
    return wanted


def _compile(uv: str, part: Part) -> None:
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--only-binary"]
    options += [":all:", "--no-emit-index-url", "--no-annotate", "--upgrade", "--quiet"]
    options += ["--custom-compile-command", "python3 packaging/dev.py lock", "--no-config"]
    if part is Part.RUN:
        options += ["--constraints", str(Part.TEST.lock)]
    done = subprocess.run(
        [uv, "pip", "compile", "-", *options, "--output-file", str(part.lock)],
        input="\n".join(requirements(part)),
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
