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
    assert [row.card.strategy.name for row in window.page.rows] == [
        f"Strategy {n}" for n in range(MANY)
    ]
    for _ in range(MANY):
        hands.press("3", Key.Key_Down)
    assert [one.rating for one in crowded.day().practices] == [3] * MANY
    last = window.page.lines[-1]
    QApplication.processEvents()
    top = last.mapTo(window, last.rect().topLeft()).y()
    assert 0 <= top < window.height()
    last.open_note()
    hands.click(hands.named(window.page, QPushButton, "Mom did it"))
    by_mom = [one for one in crowded.day().practices if one.helper == crowded.mom.id]
    assert [one.strategy for one in by_mom] == [last.card.strategy.id]


def test_what_is_typed_on_one_of_forty_cards_stays_with_its_day(crowded, open_window, hands):
    window = open_window(crowded.journal)
    window.page.lines[30].open_note()
    hands.press("She waved")
    window.page.set_day(SUNDAY - timedelta(days=1))
    assert len(window.page.lines) == MANY
    assert [(one.day, one.text) for one in crowded.day().notes] == [(SUNDAY, "She waved")]
    assert all("She waved" not in line.said() for line in window.page.lines)
    assert not window.page.list.unsaved


def test_undo_on_one_of_forty_cards_leaves_the_others(crowded, open_window, hands):
    window = open_window(crowded.journal)
    hands.press("3", Key.Key_Down, "2")
    hands.press("z", modifier=Qt.KeyboardModifier.ControlModifier)
    assert [one.rating for one in crowded.day().practices] == [3]
    assert window.page.lines[0].said() == "✓ A little help"
    assert "✓" not in window.page.lines[1].said()


@pytest.mark.painted
def test_rows_out_of_sight_come_once_the_others_are_painted(crowded, open_window, qtbot):
    window = open_window(crowded.journal)
    page = window.page
    page.set_day(SUNDAY - timedelta(days=1))
    first = page.list.rows
    assert 0 < len(first) < MANY
    page.list.layout().activate()
    assert first[-1].mapTo(window, first[-1].rect().bottomLeft()).y() >= window.height()
    qtbot.waitUntil(lambda: len(page.list.rows) == MANY)
    assert page.list.rows[: len(first)] == first


def test_a_row_out_of_sight_is_there_at_once_where_the_first_open_answer_is(crowded, open_window):
    window = open_window(crowded.journal)
    yesterday = SUNDAY - timedelta(days=1)
    for line in window.page.lines[:30]:
        crowded.journal.days.did_it(line.card.strategy.id, yesterday)
    window.page.set_day(yesterday)
    assert window.page.list.rows[-1].card.strategy.name == "Strategy 30"
    assert window.page.list.lines[-1].isAncestorOf(window.focusWidget())
