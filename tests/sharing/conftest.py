"""Journals on several computers, each with a settings folder of its own."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sharing.computers import Computers

# The histories of three computers are told by the programs that try what is promised.
sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))


@pytest.fixture
def computers(tmp_path: Path) -> Iterator[Computers]:
    made = Computers(tmp_path)
    yield made
    made.close()
