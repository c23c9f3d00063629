"""Every test runs without a display, in US English, away from the person's own folders."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"

import pytest

from tests import quick_sealing


@pytest.fixture(autouse=True, scope="session")
def _tried_quickly():
    """Let words and passwords take a moment to try; where nothing is replaced a test says so."""
    from tests.locked import QUICK

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pyrage.passphrase.encrypt", quick_sealing.encrypt)
        patch.setattr("homejournal.services.password.Password.costs", QUICK)
        yield
