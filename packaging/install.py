"""Putting packages into .venv with pip, with a line that tells how far it is."""

import os
import re
import subprocess
from pathlib import Path

from console import Progress, StopError

# What pip says for each package of the lock, wanted on this system or not.
SEEN = re.compile(r"^(?:Collecting|Requirement already satisfied:|Ignoring) ")
FETCHED = re.compile(r"^\s*(?:Downloading|Using cached) ([\w.]+?)-\d\S*\.whl \((.+)\)")


def install_locked(python: Path, lock: Path, *more: str, log: Path) -> None:
    """Install exactly what the lock names; a file whose hash differs is refused.

    The lock names all that is needed, so pip chooses nothing: where one package asks for another
    with an extra, it would look at the newest version first, and refuse that for want of a hash.
    """
    total = sum(1 for line in lock.read_text("utf-8").splitlines() if "==" in line.split("#")[0])
    options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(lock)]
    options += more
    _pip(python, options, log=log, total=total)


def install_project(python: Path, root: Path, *, log: Path) -> None:
    """Make the checkout itself importable, with nothing fetched for it."""
    options = ["--no-deps", "--no-build-isolation", "--no-index", "-e", str(root)]
    _pip(python, options, log=log, total=1)


def _pip(python: Path, options: list[str], *, log: Path, total: int) -> None:
    command = [str(python), "-I", "-m", "pip", "install", "--progress-bar", "off", *options]
    # A person's own pip settings may point elsewhere; the index they name is theirs to choose.
    environment = {**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    progress = Progress()
    lines: list[str] = []
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout or ():
            lines.append(line)
            seen = sum(1 for one in lines if SEEN.match(one))
            if stage := told(line, seen, total):
                progress.show(stage)
    progress.clear()
    with log.open("a", encoding="utf-8") as file:
        file.writelines(lines)
    if pip.returncode:
        raise StopError(failure("".join(lines), log))


def told(line: str, seen: int, total: int) -> str | None:
    """Return what to show a person for one line of pip's, or None for nothing."""
    if fetched := FETCHED.match(line):
        return f"{seen} of {max(seen, total)}: {fetched[1].replace('_', '-')} ({fetched[2]})"
    if line.startswith("Installing collected packages"):
        return "unpacking, half a minute or so"
    return None


def failure(output: str, log: Path) -> str:
    """Return what to tell a person when pip gave up: the reason as far as it can be known."""
    tail = "\n".join(output.splitlines()[-8:])
    if "DO NOT MATCH THE HASHES" in output:
        reason = "A fetched file is not the one that was expected, so it was refused."
    elif "No matching distribution" in output and "Connection" not in output:
        reason = (
            "A package is not made for this computer or this Python. homejournal needs Windows, "
            "macOS 13 or newer,\nor Linux with glibc 2.34 or newer (Debian 12, Ubuntu 22.04), "
            "and Python 3.11 to 3.14."
        )
    else:
        reason = "The packages could not be fetched. Is this computer on the internet?"
    return f"{tail}\n\n{reason}\nStarting again goes on from here. All of pip's words: {log}"
