"""Tests of random cases are judged by their cases alone, and never by the time these take."""

import pytest
from hypothesis import HealthCheck, settings

from tests.measured import is_random

LIMIT = 600
"""Seconds for a test of random cases; a case that fails is made smaller for up to half as long.

An end in the middle of that would be taken for a second fault, of whatever case was tried just
then: one without any fault, which passes when it is tried again ("flaky").
"""
settings.register_profile(
    "by cases alone", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("by cases alone")


def pytest_itemcollected(item):
    """Let a test of random cases say what it found, where it has no limit of its own."""
    if is_random(item) and not item.get_closest_marker("timeout"):
        item.add_marker(pytest.mark.timeout(LIMIT))
