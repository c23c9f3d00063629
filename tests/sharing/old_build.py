"""The homejournal of before the second schema, as a program that a test tells what to do.

It comes out of this repository's own history. Its process runs in a folder of its own, so that not
one of its modules is one of ours.
"""

import io
import json
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

COMMIT = "35084bd518a5adc2119d4c2e16e784876ca3dd40"
_ROOT = Path(__file__).resolve().parents[2]
_LISTENS = """
import json, sys, traceback
space = {}
for line in sys.stdin:
    try:
        exec(json.loads(line), space)
        told = {"told": space.pop("told", None)}
    except Exception:
        told = {"raised": traceback.format_exc()}
    sys.stdout.write(json.dumps(told) + "\\n")
    sys.stdout.flush()
"""


def laid_out(folder: Path) -> Path:
    """Lay the program of that commit out in a folder; a test is left out where nobody has it."""
    packed = subprocess.run(
        [shutil.which("git") or "git", "archive", COMMIT, "homejournal", "resources", "tests"],
        cwd=_ROOT,
        check=False,
        capture_output=True,
    )
    if packed.returncode:
        pytest.skip(f"The history of this folder has no commit {COMMIT[:8]}, so no older build.")
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as files:
        files.extractall(folder, filter="data")
    return folder


class OldBuild:
    """The older program; each `do` runs some lines in it and answers with what they call `told`."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _LISTENS],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        where = self.do("import homejournal\ntold = homejournal.__file__")
        assert Path(where).is_relative_to(folder), "this is no older build"

    def do(self, lines: str, **given: object) -> object:
        """Run lines of Python there; nothing that they do may raise."""
        named = "".join(f"{name} = {value!r}\n" for name, value in given.items())
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(named + lines) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert "raised" not in answer, answer["raised"]
        return answer["told"]

    def close(self) -> None:
        self._process.communicate()
