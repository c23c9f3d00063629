"""Two homes ask to delete the same entry: each is told by its name, and answered by itself."""

from uuid import uuid4

import pytest

from homejournal.domain.records.people import Home
from homejournal.domain.records.record import Kind
from homejournal.ui.delete_for_good.delete_dialog import DeleteForGoodDialog
from tests.traces import traces
from tests.ui.safe.deleting_card import WORDS, a_note, dialog
from tests.ui.waiting import settle

NAMES = ("Grandma’s", "Rosa’s")


@pytest.fixture
def rows(three, open_window, qtbot):
    """The window, and the card with both requests."""
    said = a_note(three)
    (version,) = (one.revision for one in three.journal.records.history(said.id))
    for home in (Home(id=uuid4(), name=name) for name in NAMES):
        three.journal.records.save(home)
        three.journal.safe.purging.request([version], home.id)
    window = open_window(three.journal, page="safe", place="deleting")
    settle(window, qtbot)
    return window, window.page.cards["deleting"]


def agree(row, hands):
    """Press the button, and that of the dialog which asks once more."""
    hands.click(row.yes)
    hands.click(dialog(DeleteForGoodDialog).yes)


def heard(row):
    """Return what a screen reader hears with both answers."""
    (words,) = {button.accessibleDescription() for button in (row.yes, row.no)}
    return words


def test_the_card_is_scrolled_to_by_all_that_it_holds(rows):
    window, card = rows
    last = list(card.buttons.values())[-1]
    assert window.page._scroll.verticalScrollBar().value() > 0
    assert last.visibleRegion().boundingRect() == last.rect()


def test_both_are_told_with_what_both_ask_for_and_answered_apart(rows, hands, three, qtbot):
    window, card = rows
    found = {name: row for row in card.requests for name in NAMES if name in heard(row)}
    for name in NAMES:
        assert heard(found[name]) == (
            f"“{name}” asks to delete here, too: 1 note. More than one home asks for this: 1"
            " note. You answer each home by itself."
        )
        assert heard(found[name]) in hands.texts(found[name])
    hands.click(found["Rosa’s"].no)
    settle(window, qtbot)
    (left,) = card.requests
    assert heard(left) == "“Grandma’s” asks to delete here, too: 1 note."
    assert len(three.journal.records.all_of(Kind.NOTE)) == 1
    agree(left, hands)
    settle(window, qtbot)
    assert card.requests == []
    assert traces(three.journal.folder, WORDS) == []


def test_what_is_deleted_for_one_the_other_asks_for_no_more(rows, hands, three, qtbot):
    window, card = rows
    assert len(card.requests) == len(NAMES)
    agree(card.requests[0], hands)
    settle(window, qtbot)
    assert card.requests == []
    assert traces(three.journal.folder, WORDS) == []
