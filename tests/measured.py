"""Which tests count for the coverage that each layer must have.

Measuring takes up to as long again as a test itself, so only those are measured that are there to
try a layer and are sure to run its lines. They come first. The window's are measured with `--all`.
"""

import importlib
import pkgutil
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import coverage
import pytest

import homejournal

_PAGES = (
    "ui/child",
    "ui/day_rows",
    "ui/first_start",
    "ui/journal",
    "ui/progress",
    "ui/settings",
    "ui/today",
    "ui/together",
    "ui/visits",
    "ui/week_grid",
)
UNMEASURED = ("cli", "help", "outside", "packaging", "torture", *_PAGES)
"""Tests of whole programs, of whole pages, and of what lies beside the package."""
WITH_ALL = ("ui",)
"""Tests that are measured with `--all`, when the floor of the window is asked for.

`--floors` measures those of them that say words, or do things, which no other test does: they are
marked `measured`.
"""
LONG = ("outside", "packaging", "ui/whole_window")
_TESTS = Path(__file__).resolve().parent


def pytest_sessionstart():
    """Load every module while coverage is measured: some load at first use, in any test.

    Where workers run the tests, it is measured in what hands these to them: there it begins sooner.
    """
    if coverage.Coverage.current() is not None:
        for one in pkgutil.walk_packages(homejournal.__path__, "homejournal."):
            importlib.import_module(one.name)


def first_what_counts(items):
    """Bring first what is measured, and then what takes long; else in the order that was drawn.

    A test of the whole program that came last would run beside nothing.
    """
    items.sort(key=lambda item: (not is_measured(item), not _is_in(item.path.parent, LONG)))


@contextmanager
def measuring_paused():
    """Measure nothing in here."""
    paused = _stopped()
    try:
        yield
    finally:
        for one in reversed(paused):
            one.start()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item):
    """End measuring with the first test that does not count; those after it do not count either."""
    if not is_measured(item):
        _stopped()


def _stopped():
    """End all measuring, and return what measured: of a worker, its own and its process's."""
    stopped = []
    while one := coverage.Coverage.current():
        one.stop()
        stopped.append(one)
    return stopped


def is_measured(item):
    """Return whether a test counts: what random cases happen to run would hold a floor by luck."""
    counts = item.config.getoption("--all") or item.get_closest_marker("measured")
    rooms = UNMEASURED if counts else (*UNMEASURED, *WITH_ALL)
    again = item.get_closest_marker("unmeasured")
    return not (_is_in(item.path.parent, rooms) or again or is_random(item))


@cache
def _is_in(folder, rooms):
    """Return whether a folder is one of these rooms of the tests, or lies in one."""
    return any(folder.is_relative_to(_TESTS / one) for one in rooms)


def is_random(item):
    """Return whether a test is of random cases."""
    return getattr(item.obj, "is_hypothesis_test", False)
