"""Which tests count for the coverage that each layer must have.

Measuring takes up to as long again as a test itself, so only those are measured that are there to
try a layer and are sure to run its lines. They come first.
"""

import importlib
import pkgutil
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
LONG = ("outside", "packaging")
_TESTS = Path(__file__).resolve().parent


def pytest_sessionstart():
    """Load every module while coverage is measured: some load at first use, in any test."""
    if coverage.Coverage.current() is not None:
        for one in pkgutil.walk_packages(homejournal.__path__, "homejournal."):
            importlib.import_module(one.name)


def first_what_counts(items):
    """Bring first what is measured, and then what takes long; else in the order that was drawn.

    A test of the whole program that came last would run beside nothing.
    """
    items.sort(key=lambda item: (not is_measured(item), _folder(item) not in LONG))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item):
    """End measuring with the first test that does not count; those after it do not count either.

    A worker has two measurements, its own and its process's.
    """
    while not is_measured(item) and (one := coverage.Coverage.current()):
        one.stop()


def is_measured(item):
    """Return whether a test counts: what random cases happen to run would hold a floor by luck."""
    whole = any(f"{_folder(item)}/".startswith(f"{one}/") for one in UNMEASURED)
    again = item.get_closest_marker("unmeasured")
    return not (whole or again or is_random(item))


def _folder(item):
    return item.path.parent.relative_to(_TESTS).as_posix()


def is_random(item):
    """Return whether a test is of random cases."""
    return getattr(item.obj, "is_hypothesis_test", False)
