"""A journal for each test that asks for one, as the tests of services and of storage do."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from homejournal.services.family_journal import FamilyJournal
from tests.journals import Opened


@pytest.fixture
def journals(tmp_path: Path) -> Iterator[Opened]:
    opened = Opened(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def journal(journals: Opened) -> FamilyJournal:
    return journals.new()
