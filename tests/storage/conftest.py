"""A journal for each test that asks for one."""

from tests.journal_fixtures import journal, journals

__all__ = ["journal", "journals"]
