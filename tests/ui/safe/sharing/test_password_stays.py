"""A password does not go along to another computer, and this is said before anything goes."""

from uuid import uuid4

import pytest

from homejournal.domain.records.children import Child
from homejournal.services.opening import create_journal
from homejournal.ui.safe.exchange.sealed_file_dialogs import NewComputerDialog
from homejournal.ui.safe.sharing.send_dialog import SendDialog, ShareWay
from tests.locked import KEY, lay_keys
from tests.ui.safe.safe_page import dialog, said_on

STAYS = "Your password does not go along."


@pytest.fixture
def locked(three, tmp_path, open_window):
    made = create_journal(tmp_path / "locked", clock=three.clock, device=uuid4(), key=KEY)
    made.records.save(Child(id=uuid4(), name="Lin"))
    lay_keys(made, KEY, "our long word")
    yield open_window(made)
    made.close()


def said_of(window, hands, card, button, kind):
    window.open_page("safe", card)
    button(window.page.cards[card]).click()
    asked = dialog(window, kind)
    if kind is SendDialog:
        asked.home.setText("With Mom")
        asked.show_folder(str(window.journal.folder.parent))
        asked.do.click()
    words = said_on(hands, asked)
    asked.reject()
    return words


def moving(card):
    return card.moving


def to_own(card):
    return card.ways[ShareWay.OWN]


def to_others(card):
    return card.ways[ShareWay.OTHER_HOME]


def test_it_is_said_where_a_journal_goes_to_an_own_computer(locked, hands):
    assert STAYS in said_of(locked, hands, "exchange", moving, NewComputerDialog)
    assert STAYS in said_of(locked, hands, "sharing", to_own, SendDialog)
    assert STAYS not in said_of(locked, hands, "sharing", to_others, SendDialog)


def test_nothing_is_said_of_it_where_there_is_none(three, open_window, hands):
    window = open_window(three.journal)
    assert STAYS not in said_of(window, hands, "exchange", moving, NewComputerDialog)
    assert STAYS not in said_of(window, hands, "sharing", to_own, SendDialog)
