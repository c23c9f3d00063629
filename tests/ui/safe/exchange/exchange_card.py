"""What the tests of the card on all that is written share: its window, and an empty journal."""

from uuid import uuid4

import pytest

from homejournal.services.opening import create_journal


@pytest.fixture
def window(three, empty, open_window):  # the empty journal closes after its window
    return open_window(three.journal, page="safe", place="exchange")


@pytest.fixture
def empty(three, tmp_path):
    made = create_journal(tmp_path / "other", clock=three.clock, device=uuid4())
    yield made
    made.close()


def card(window):
    return window.page.cards["exchange"]
