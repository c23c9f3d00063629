"""Forty strategies on one day and five hundred helpers: Today stays a page that one can use."""

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from tests.ui.conftest import START, SUNDAY

Key = Qt.Key
MANY = 40


@pytest.fixture
def crowded(house):
    """Forty strategies, one begun each day, and five hundred people who help."""
    records = [Helper(id=uuid4(), name=f"Helper {number}") for number in range(498)]
    for number in range(MANY):
        strategy = Strategy(id=uuid4(), child=house.child.id, name=f"Strategy {number}")
        step = PlanStep(
            id=uuid4(),
            strategy=strategy.id,
            from_day=START - timedelta(days=MANY - number),
            rating=RatingPlan(kind=RatingKind.HELP),
        )
        records += [strategy, step]
    house.journal.records.save(*records)
    return house


def test_each_of_forty_strategies_is_written_with_two_keys(crowded, open_window, hands):
    window = open_window(crowded.journal)
    assert [card.title() for card in window.page.cards] == [f"Strategy {n}" for n in range(MANY)]
    for _ in range(MANY):
        hands.press("3", Key.Key_Down)
    assert [practice.rating for practice in crowded.day().practices] == [3] * MANY
    last = window.page.cards[-1]
    QApplication.processEvents()
    top = last.mapTo(window, last.rect().topLeft()).y()
    assert 0 <= top < window.height()
    hands.click(hands.named(last, QPushButton, "Mom did it"))
    by_mom = [practice for practice in crowded.day().practices if practice.helper == crowded.mom.id]
    assert [one.strategy for one in by_mom] == [last.card.strategy.id]


def test_what_is_typed_on_one_of_forty_cards_stays_with_its_day(crowded, open_window, hands):
    window = open_window(crowded.journal)
    window.page.cards[30].note.field.setFocus()
    hands.press("She waved")
    window.page.set_day(SUNDAY - timedelta(days=1))
    assert len(window.page.cards) == MANY
    assert [(note.day, note.text) for note in crowded.day().notes] == [(SUNDAY, "She waved")]
    assert {card.note.field.text() for card in window.page.cards} == {""}


def test_undo_on_one_of_forty_cards_leaves_the_others(crowded, open_window, hands):
    window = open_window(crowded.journal)
    hands.press("3", Key.Key_Down, "2")
    hands.press("z", modifier=Qt.KeyboardModifier.ControlModifier)
    assert [practice.rating for practice in crowded.day().practices] == [3]
    assert "✓ Saved" in hands.texts(window.page.cards[0])
    assert "✓ Saved" not in hands.texts(window.page.cards[1])
