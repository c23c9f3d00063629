"""Every test runs without a display, in US English, away from the person's own folders."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"

import pytest

from tests import quick_sealing


@pytest.fixture(autouse=True, scope="session")
def _sealed_quickly():
    """Let a passphrase take a moment; where nothing is replaced a test says so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pyrage.passphrase.encrypt", quick_sealing.encrypt)
        yield
