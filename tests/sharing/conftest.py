"""Journals on several computers, each with a settings folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sharing.computers import Computers


@pytest.fixture
def computers(tmp_path: Path) -> Iterator[Computers]:
    made = Computers(tmp_path)
    yield made
    made.close()
