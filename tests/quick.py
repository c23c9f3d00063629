"""What takes a second on purpose is taken as done, wherever a test module names it."""

import pytest

from homejournal.services.password import Password
from homejournal.storage.key_slots import Costs


@pytest.fixture(autouse=True)
def quick_password(monkeypatch):
    """A key is made from a password at once."""
    monkeypatch.setattr(Password, "costs", Costs(memory=64, passes=1, lanes=1))
