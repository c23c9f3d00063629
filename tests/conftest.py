"""Every test runs without a display, in US English, away from the person's own folders.

It can import the programs in packaging/, too.
"""

import gc
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
# Not the computer's own fonts, of which each has others; HOMEJOURNAL_FONTS names a file of its own.
os.environ["FONTCONFIG_FILE"] = os.environ.get("HOMEJOURNAL_FONTS") or str(
    Path(__file__).resolve().parent / "fonts" / "ours.conf"
)
sys.path.append(str(Path(__file__).resolve().parents[1] / "packaging"))

import pytest

from offscreen import without_noise
from tests import quick_sealing
from tests.extent import (
    every,
    leave_out,
    pytest_addoption,
    pytest_sessionfinish,
    pytest_terminal_summary,
    pytest_testnodedown,
)
from tests.measured import (
    first_what_counts,
    is_random,
    measuring_paused,
    pytest_runtest_protocol,
    pytest_sessionstart,
)
from tests.random_cases import few_cases, pytest_itemcollected, what_to_do
from tests.told_by_workers import tell_less

__all__ = [
    "every",
    "pytest_addoption",
    "pytest_itemcollected",
    "pytest_runtest_protocol",
    "pytest_sessionfinish",
    "pytest_sessionstart",
    "pytest_terminal_summary",
    "pytest_testnodedown",
]


def pytest_configure(config):
    few_cases(config)
    tell_less(config)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection():
    """Find the tests without measuring, and let no search for garbage go through them again.

    Python's own figures have it search some thousand times in a run, a tenth of all the time.
    """
    gc.disable()
    with measuring_paused():
        found = yield
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()
    return found


def pytest_collection_modifyitems(config, items):
    leave_out(config, items)
    first_what_counts(items)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_makereport(item):
    """Show of a failed test what Qt said, without what is said of every window."""
    report = yield
    if report.passed:
        # Nobody reads them, and a worker would send some kilobytes of each test.
        report.sections, report.keywords = [], {}
    told = ((name, without_noise(words)) for name, words in report.sections)
    report.sections = [(name, words) for name, words in told if words.strip()]
    if report.failed and is_random(item):
        report.sections.append(("Random cases", what_to_do(item)))
    return report


@pytest.fixture(autouse=True, scope="session")
def _tried_quickly():
    """Let what takes long take a moment; where nothing is replaced a test says so."""
    from homejournal.storage.file import sqlalchemy_engine
    from homejournal.storage.records.tables import metadata
    from tests import quick_statements
    from tests.locked import QUICK

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pyrage.passphrase.encrypt", quick_sealing.encrypt)
        patch.setattr("homejournal.services.safe.password.Password.costs", QUICK)
        patch.setattr(sqlalchemy_engine, "create_engine", quick_statements.create_engine)
        patch.setattr(metadata, "create_all", quick_statements.create_all)
        yield


@pytest.fixture
def stick(tmp_path):
    """An empty stick: a folder."""
    path = tmp_path / "stick"
    path.mkdir()
    return path
