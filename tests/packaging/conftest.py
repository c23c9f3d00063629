"""Tells these tests where the checkout is, and which files are the project's."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def root():
    return ROOT


@pytest.fixture
def files_of_the_project():
    """The files that are or could be committed, without those that git ignores."""
    if not (shutil.which("git") and (ROOT / ".git").exists()):
        pytest.skip("needs git and a clone")
    listing = subprocess.run(
        [shutil.which("git"), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    names = [name for name in listing.stdout.split("\0") if name]
    return [Path(name) for name in names if (ROOT / name).is_file()]
