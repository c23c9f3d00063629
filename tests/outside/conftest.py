"""A desktop that nobody sees, and homejournal on it, used from outside as other programs use it."""

import os

import pytest

from outside.client import opened
from outside.desktop import Desktop
from system_packages import missing_from_outside

NEEDED = "HOMEJOURNAL_OUTSIDE"
"""Set where these tests must run: there, what is missing is a fault and no reason to leave out."""
DAY = "2026-03-22"


@pytest.fixture(scope="session")
def desktop(tmp_path_factory):
    lacking = missing_from_outside()
    if lacking:
        words = f"using the window from outside needs these packages: {', '.join(lacking)}"
        if NEEDED in os.environ:
            pytest.fail(words)
        pytest.skip(words)
    made = Desktop(tmp_path_factory.mktemp("home"))
    yield made
    made.end()


@pytest.fixture
def started(desktop, tmp_path):
    """Start homejournal, by itself for each test; further words go to its command line."""
    running = []

    def start(*words, language="en"):
        folder = tmp_path / f"data-{len(running)}"
        opening = opened(desktop, folder, ["--today", DAY, "--lang", language, *words])
        running.append(opening)
        return opening.__enter__()

    yield start
    for opening in reversed(running):
        opening.__exit__(None, None, None)
