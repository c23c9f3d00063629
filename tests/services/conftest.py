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
