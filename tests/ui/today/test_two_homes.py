"""Today, where another home wrote on the same day, or one thing stands in two versions."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.people import Helper
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.days.days import PracticeTold
from homejournal.ui.day_cards.saving import TodayWriting
from homejournal.ui.records.conflict_dialog import ConflictDialog
from homejournal.ui.together.child_card import ChildCell
from tests.ui.conftest import SUNDAY
from tests.ui.safe.sharing.sharing_homes import other, told

__all__ = ["other"]
DAD = Helper(id=uuid4(), name="Dad")


@pytest.fixture
def window(three, open_window, other):
    """Mom's window; the other home did the first strategy today."""
    three.journal.safe.homes.name_ours("With Mom")
    told(three.journal, other, Audience.OTHER_HOME)
    other.records.save(DAD)
    strategy = next(iter(three.journal.family().strategies.values()))
    other.days.did_it(strategy.id, SUNDAY, PracticeTold(rating=2, helper=DAD.id))
    told(other, three.journal, Audience.OTHER_HOME)
    return open_window(three.journal)


def said(hands, part):
    QApplication.processEvents()
    return " ".join(hands.texts(part))


def practices(window):
    return window.journal.records.all_of(Kind.PRACTICE)


def two_versions(window, other):
    (written,) = practices(window)
    for journal, rating in ((window.journal, 3), (other, 1)):
        journal.days.edit(replace(written, rating=rating))
    told(other, window.journal, Audience.OTHER_HOME)
    window.page.refresh()
    return window.page.cards[0]


def test_a_card_says_that_another_home_wrote_it_and_who_did_it(window, hands):
    text = said(hands, window.page.cards[0])
    assert "✓ With Dad" in text
    assert "With Dad · Dad did it. If you did it, too, press “Once more”." in text
    assert "Saved" not in text


def test_it_says_the_home_alone_where_nobody_is_named(window, other, hands):
    (written,) = practices(window)
    other.days.edit(replace(written, helper=None))
    told(other, window.journal, Audience.OTHER_HOME)
    window.page.refresh()
    assert "With Dad. If you did it, too" in said(hands, window.page.cards[0])


@pytest.mark.parametrize("key", ["1", "3", "D", "W"])
def test_no_key_changes_what_another_home_wrote(window, hands, announced, key):
    before = practices(window)
    card = window.page.cards[0]
    card.setFocus()
    hands.press(hands.alt(key))
    assert practices(window) == before
    assert not any(pill.isEnabled() for pill in card._rating.row.pills)
    assert not card._deeds.who.isEnabled()
    if key in "13":
        assert any("press “Once more”" in one for one in announced)


def test_once_more_is_our_own_and_is_rated(window, three, hands):
    window.desk.preferences.helper = three.mom.id
    (theirs,) = practices(window)
    card = window.page.cards[0]
    card.setFocus()
    hands.press(hands.alt("O"))
    hands.press(hands.alt("3"))
    mine = [practice for practice in practices(window) if practice.id != theirs.id]
    assert [(one.helper, one.rating) for one in mine] == [(three.mom.id, 3)]
    assert theirs in practices(window)
    assert "2 of 2 written" in said(hands, card)
    assert not window.journal.safe.settling.how_many()


def test_so_it_is_where_all_children_stand(window, hands):
    desk, (card, *_) = window.desk, window.page.cards
    cell = ChildCell(desk, TodayWriting(desk), "Maya", card.card)
    cell.show_card(card.card)
    assert not cell._rating.isEnabled()
    cell.deleteLater()


def test_a_childs_cell_says_so_of_two_versions(window, other, hands):
    desk, card = window.desk, two_versions(window, other)
    cell = ChildCell(desk, TodayWriting(desk), "Maya", card.card)
    cell.show_card(card.card)
    cell.show()
    assert "Two versions" in said(hands, cell)
    cell.deleteLater()


def test_a_card_in_two_versions_leads_to_them(window, other, hands, qtbot):
    card = two_versions(window, other)
    assert "Saved" not in said(hands, card)
    hands.click(hands.named(card, QPushButton, "Two versions · look at them"))
    (dialog,) = window.findChildren(ConflictDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    takes = [
        button for button in dialog.findChildren(QPushButton) if button.text() == "Take this one"
    ]
    takes[0].click()
    dialog.reject()
    assert "Two versions" not in said(hands, window.page.cards[0])
    assert "✓ Saved" in said(hands, window.page.cards[0])
