"""What takes a second on purpose is taken as done, wherever a test module names it."""

import pytest

from homejournal.exchange import pack_file
from homejournal.services.password import Password
from homejournal.storage.key_slots import Costs


@pytest.fixture(autouse=True)
def quick_password(monkeypatch):
    """A key is made from a password at once."""
    monkeypatch.setattr(Password, "costs", Costs(memory=64, passes=1, lanes=1))


@pytest.fixture(autouse=True)
def quick_seal(monkeypatch):
    """A file is sealed and opened at once, and its words are not asked for."""
    monkeypatch.setattr(pack_file, "write_pack", lambda pack, _words: pack_file.plain_pack(pack))
    monkeypatch.setattr(
        pack_file, "read_pack", lambda data, _words: pack_file.read_plain_pack(data)
    )
