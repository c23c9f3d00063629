"""A keyring of this computer that lives in memory."""

import pytest


@pytest.fixture
def keyring_here(monkeypatch):
    """Return what the keyring of this computer holds; it begins empty."""
    kept = {}

    class InMemory:
        priority = 5

        def get_password(self, service, name):
            return kept.get((service, name))

        def set_password(self, service, name, told):
            kept[service, name] = told

        def delete_password(self, service, name):
            del kept[service, name]

    monkeypatch.setattr("keyring.get_keyring", InMemory)
    return kept


@pytest.fixture
def keyring_that_refuses(keyring_here, monkeypatch):
    """Let the keyring of this computer take nothing."""
    monkeypatch.setattr("keyring.get_keyring.set_password", None)
