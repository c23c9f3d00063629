"""Tests of random cases are judged by their cases alone, and never by the time these take.

A usual run tries a part of the cases, and each time the same ones: what was green stays green until
something is changed. `--all` tries all of them, and new ones each time.
"""

from math import ceil

import pytest
from hypothesis import HealthCheck, core, settings
from hypothesis.internal.conjecture import engine

from tests.measured import is_random

SHARE = 4
"""A usual run tries one in so many cases."""
SEED = 1
"""A usual run draws its cases from this seed."""
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
# Where CI is set, Hypothesis would draw the same cases in each run, `--all` or not.
settings.register_profile(
    "by cases alone",
    deadline=None,
    derandomize=False,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("by cases alone")


class FewerCases(engine.ConjectureRunner):
    """Tries a share of the cases, wherever they are drawn: also inside of a test, or in steps."""

    def __init__(self, *given, **told):
        usual = told.pop("settings")
        cases = ceil(usual.max_examples / SHARE)
        super().__init__(*given, settings=settings(usual, max_examples=cases), **told)


def few_cases(config):
    """Let a usual run try fewer cases, the same ones each time.

    Hypothesis has no setting for a share of them. Its setting for the same ones, `derandomize`,
    would forget what a failing case was made smaller to.
    """
    if not config.getoption("--all"):
        core.ConjectureRunner = FewerCases
        if core.global_force_seed is None:
            core.global_force_seed = SEED


def pytest_itemcollected(item):
    """Let a test of random cases say what it found, where it has no limit of its own."""
    if is_random(item) and not item.get_closest_marker("timeout"):
        item.add_marker(pytest.mark.timeout(LIMIT))


def what_to_do(item):
    """Return how to go on with a random case that failed."""
    return (
        f"The case was made smaller for at most {SMALLER} seconds. To go on from there:\n"
        f"python3 packaging/dev.py test '{item.nodeid}'"
    )
