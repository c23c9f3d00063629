"""The page of outcomes: what each card tells, closed ones folded, and what the page leads to."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from homejournal.domain.records.children import Child
from homejournal.domain.records.plan import Area, Outcome
from homejournal.ui.base.actions import Action
from homejournal.ui.widgets.button import MoreButton, ToggleButton
from homejournal.ui.widgets.cards.notice import EmptyState
from tests.ui.forms import press
from tests.ui.whole_window.test_every_page import nameless

CLOSED = date(2026, 2, 1)


@pytest.fixture
def hopes(house):
    """Two outcomes, one of them closed; a strategy for the open one, and one for none."""
    asks = Outcome(
        id=uuid4(), child=house.child.id, text="Maya asks for more", areas=(Area.COMMUNICATION,)
    )
    sits = Outcome(id=uuid4(), child=house.child.id, text="Maya sits with us", closed=CLOSED)
    house.journal.records.save(asks, sits)
    house.plan("Sing")
    wait = house.plan("Wait", outcome=asks.id)
    house.asks, house.sits, house.wait = asks, sits, wait
    return house


def shown(page):
    """Return the words of the cards in sight, each card as one text."""
    return [words(card) for card in page.cards if card.isVisible()]


def words(part):
    seen = [label.text() for label in part.findChildren(QLabel) if label.isVisible()]
    return " | ".join(seen).replace("\u200b", "")


def test_a_card_tells_the_areas_and_the_strategies_that_are_for_it(hopes, open_outcomes):
    page = open_outcomes(hopes)
    (card,) = shown(page)
    assert card.startswith("Maya asks for more | Communication")
    assert "Strategies: Wait" in card
    assert "Sing" not in card
    assert nameless(page) == []


def test_a_strategy_that_goes_is_named_no_longer(hopes, open_outcomes):
    page = open_outcomes(hopes)
    hopes.journal.records.delete(hopes.wait)
    page.refresh()
    QApplication.processEvents()
    assert "Strategies" not in shown(page)[0]


def test_closed_outcomes_stay_folded_until_they_are_asked_for(hopes, open_outcomes, hands):
    page = open_outcomes(hopes)
    press(hands, "Closed outcomes (1)", page)
    assert [card.split(" | ")[0] for card in shown(page)] == [
        "Maya asks for more",
        "Maya sits with us",
    ]
    page.refresh()
    QApplication.processEvents()
    assert len(shown(page)) == 2
    press(hands, "Closed outcomes (1)", page)
    assert len(shown(page)) == 1


def test_a_closed_outcome_that_is_looked_for_comes_out_of_the_fold(hopes, open_window, qtbot):
    window = open_window(hopes.journal, page="today")
    window.open_page("outcomes", hopes.sits.id)
    card = window.page.card_of(hopes.sits.id)
    qtbot.waitUntil(lambda: card.isVisible() and card.hasFocus())
    (fold,) = [
        one for one in window.page.findChildren(ToggleButton) if one.text() == "Closed outcomes (1)"
    ]
    assert fold.isChecked()


def test_the_three_dots_lead_to_a_pack_for_a_meeting(hopes, open_outcomes, qtbot):
    page = open_outcomes(hopes)
    head = next(
        one
        for one in page.findChildren(MoreButton)
        if "A pack for a meeting…" in [line.text() for line in one.lines]
    )
    with qtbot.waitSignal(page.wants) as asked:
        head.lines[0].trigger()
    assert asked.args == [Action.PACK]
    QApplication.activeModalWidget().reject()


def test_a_page_without_outcomes_says_what_one_is_and_nothing_else(three, open_outcomes, hands):
    page = open_outcomes(three)
    empty = page.findChild(EmptyState)
    assert empty.isVisible()
    assert "what you hope for" in words(empty)
    assert "Closed outcomes (0)" not in hands.texts(page)
    three.journal._store.write = False
    page.refresh()
    QApplication.processEvents()
    assert "Add an outcome" not in hands.texts(page)
    page.new()
    assert QApplication.activeModalWidget() is None
    three.journal._store.write = True


def test_each_child_has_outcomes_of_its_own(hopes, open_outcomes):
    page = open_outcomes(hopes)
    other = Child(id=uuid4(), name="Ada")
    hopes.journal.records.save(other)
    page.window().show_child(other.id)
    QApplication.processEvents()
    assert shown(page) == []
