"""Keep it safe on journals that a disk spoiled: every card shows itself, and the bar leads on."""

from random import Random
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.errors import JournalDamagedError, JournalError
from homejournal.services.opening import open_journal
from homejournal.ui.base.actions import Action
from homejournal.ui.safe.repair import RepairDialog
from tests.damages import KINDS, damaged
from tests.ui.beginnings import Clock


def flipped(raw, chance):
    data = bytearray(raw)
    for _ in range(40):
        data[chance.randrange(8192, len(data))] ^= 0xFF
    return bytes(data)


@pytest.fixture
def spoiled(example):
    """Return a function that spoils the example's file in a way, and its folder."""
    example.close()
    file = example.folder / "journal.hj"
    raw = file.read_bytes()

    def spoil(kind, seed):
        chance = Random(seed)
        file.write_bytes(flipped(raw, chance) if kind == "flips" else damaged(raw, kind, chance))
        return example.folder

    return spoil


def reach_the_repair(window):
    """Press the bar's button, and return the card that it leads to."""
    window.frame.read_only.button.click()
    QApplication.processEvents()
    card = window.page.cards["repair"]
    assert window.page_name == "safe"
    assert QApplication.focusWidget() is card.repair
    return card


@pytest.mark.measured
@pytest.mark.parametrize("kind", ["flips", *KINDS])
def test_every_card_shows_itself_and_the_bar_leads_to_the_repair(spoiled, open_window, kind):
    reached = 0
    for seed in range(6):
        try:
            journal = open_journal(spoiled(kind, seed), clock=Clock(), device=uuid4())
        except JournalError:
            continue  # then the dialog before the window offers the repair
        window = open_window(journal, page="safe")
        sharing = window.page.cards["sharing"]
        assert not (sharing.unread.isVisible() and sharing.look.isVisible())
        if not isinstance(journal.read_only_because, JournalDamagedError):
            journal.safe.checkup.note_damage()
            window.page.wants.emit(Action.SHOW_DAMAGE)
        reach_the_repair(window).repair.click()
        assert window.findChild(RepairDialog) is not None
        window.close()
        reached += 1
        journal.close()
    assert reached or kind in {"cut", "head", "first page"}


@pytest.mark.parametrize("kind", ["flips", *KINDS])
def test_a_file_that_is_spoiled_under_the_open_window(spoiled, open_window, kind):
    folder = spoiled("bit", 0)
    journal = open_journal(folder, clock=Clock(), device=uuid4())
    window = open_window(journal)
    spoiled(kind, 3)
    journal.safe.checkup.note_damage()
    window.open_page("safe")
    window.page.wants.emit(Action.SHOW_DAMAGE)
    reach_the_repair(window)
    window.close()
    journal.close()


def test_a_card_that_cannot_read_says_so_and_reads_again_later(three, open_window, monkeypatch):
    window = open_window(three.journal, page="safe")
    window.open_page("safe", "sharing")  # which waits in a calm first month
    card = window.page.cards["sharing"]
    settling = three.journal.safe.settling

    def refuse():
        raise JournalDamagedError(three.journal.folder)

    monkeypatch.setattr(settling, "how_many", refuse)
    card.show_values()
    assert card.unread.isVisible()
    assert not any(button.isEnabled() for button in card.findChildren(QPushButton))
    assert not card.both.isVisible()
    monkeypatch.undo()
    card.show_values()
    assert not card.unread.isVisible()
    assert card.names.isEnabled()


def test_a_damaged_journal_of_which_nothing_is_listed_is_not_called_empty(
    house, open_window, hands
):
    window = open_window(house.journal, page="journal")
    assert "Nothing written yet" in hands.texts(window.page)
    house.journal.safe.checkup.note_damage()
    window.page.refresh()
    said = hands.texts(window.page)
    assert "Nothing can be read here now" in said
    assert "Nothing written yet" not in said
