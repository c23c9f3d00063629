"""A journal for each test that asks for one."""

import pytest

from tests.journal_fixtures import journal, journals
from tests.journals import child

__all__ = ["journal", "journals"]


@pytest.fixture
def mateo(journal):
    of = child()
    journal.records.save(of)
    return of


@pytest.fixture
def place(journal, stick):
    """A second place of the test's journal on the stick, with nothing in it yet."""
    place = journal.safe.backups.second_place(stick)
    place.begin()
    return place
