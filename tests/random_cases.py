"""Tests of random cases are judged by their cases alone, and never by the time these take.

A usual run tries a part of the cases, and `--all` all of them.
"""

from math import ceil

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import engine

from tests.measured import is_random

SHARE = 3
"""A usual run tries one in so many cases."""
SMALLER = 30
"""Seconds in which a case that fails is made smaller; the next run of the test goes on from there.

Hypothesis would take five minutes, and has no setting for it.
"""
LIMIT = 600
"""Seconds for a test of random cases.

An end while a case is made smaller would be taken for a second fault, of whatever case was tried
just then: one without any fault, which passes when it is tried again ("flaky").
"""
engine.MAX_SHRINKING_SECONDS = SMALLER
settings.register_profile(
    "by cases alone", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("by cases alone")
_fewer = set()


def pytest_itemcollected(item):
    """Let a test of random cases say what it found, where it has no limit of its own."""
    if not is_random(item):
        return
    if not item.get_closest_marker("timeout"):
        item.add_marker(pytest.mark.timeout(LIMIT))
    if not item.config.getoption("--all"):
        try_fewer(item)


def try_fewer(item):
    """Let a test try its share of the cases; many tests may stand on one function."""
    holder, name = _settings_of(item)
    if holder not in _fewer:
        _fewer.add(holder)
        usual = getattr(holder, name)
        setattr(holder, name, settings(usual, max_examples=ceil(usual.max_examples / SHARE)))


def _settings_of(item):
    """Return where the settings of a test are kept; rows of steps are a class that has them."""
    if hasattr(item.cls, "settings"):
        return item.cls, "settings"
    return getattr(item.obj, "__func__", item.obj), "_hypothesis_internal_use_settings"


def what_to_do(item):
    """Return how to go on with a random case that failed."""
    return (
        f"The case was made smaller for at most {SMALLER} seconds. To go on from there:\n"
        f"python3 packaging/dev.py test '{item.nodeid}'"
    )
