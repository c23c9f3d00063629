"""A number that is typed goes along: with the plan, to a helper and to the page of all children."""

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.children import Child
from homejournal.domain.records.plan import PlanStep, StepKind
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.record import Kind
from homejournal.ui.hiding import Hiding
from homejournal.ui.widgets.fields.number_field import NumberField
from tests.ui.conftest import SUNDAY
from tests.ui.helper.test_session import GRANDMA, begun
from tests.ui.today.numbers_kept import (
    counted,
    fields,
    later,
    to_another_day_and_back,
    typed,
    types,
    window,
)

__all__ = ["counted", "later", "window"]
CHANGES = frozenset({Kind.STRATEGY, Kind.PLAN_STEP, Kind.PRACTICE})


def step_of(house):
    steps = house.journal.records.all_of(Kind.PLAN_STEP)
    return next(step for step in steps if step.strategy == house.ids["Asleep"])


@pytest.mark.parametrize("said", ["3x", "12"])
def test_it_stands_with_the_note_where_the_plan_asks_for_no_number_any_more(
    window, counted, hands, said
):
    types(hands, window, said)
    from dataclasses import replace

    counted.journal.records.save(replace(step_of(counted), rating=RatingPlan(kind=RatingKind.HELP)))
    window.desk.editing.changed.emit(CHANGES)
    assert [card.title() for card in window.page.cards] == ["Asleep", "Bites"]
    assert window.page.cards[0].note.field.text() == said
    assert list(counted.journal.drafts.kept().values()) == [said]


def test_it_is_there_when_a_strategy_comes_back(window, counted, hands):
    types(hands, window, "3x")
    pause = PlanStep(
        id=uuid4(), strategy=counted.ids["Asleep"], from_day=SUNDAY, step=StepKind.PAUSE
    )
    counted.journal.records.save(pause)
    window.desk.editing.changed.emit(CHANGES)
    assert [card.title() for card in window.page.cards] == ["Bites"]
    counted.journal.records.delete(pause.id)
    window.desk.editing.changed.emit(CHANGES)
    assert typed(window) == ["3x"]


@pytest.fixture
def shown_at_the_end(qapp):
    yield
    Hiding.here().unlock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.usefixtures("shown_at_the_end")
def test_a_helper_goes_on_with_it_past_midnight_and_the_family_after_that(
    counted, open_window, hands, qtbot, clock
):
    leo = Child(id=uuid4(), name="Leo")
    counted.journal.records.save(GRANDMA, leo)
    window = open_window(counted.journal)
    window.show_child(counted.child.id)
    cover = begun(window, hands, qtbot)
    cover.day.cards.cards[0].findChild(NumberField).setFocus()
    hands.press("3x")
    clock.move(days=1)
    cover.day.follow_day()
    assert cover.day.cards.cards[0].findChild(NumberField).text() == "3x"
    cover.day._show_child(leo.id)
    cover.day._show_child(counted.child.id)
    hands.click(cover.back)
    qtbot.waitUntil(window.isActiveWindow)
    window.open_page("today", SUNDAY)
    assert typed(window) == ["3x"]


@pytest.mark.usefixtures("shown_at_the_end")
def test_what_two_people_typed_in_one_field_stands_there_whole(counted, open_window, hands, qtbot):
    counted.journal.records.save(GRANDMA)
    window = open_window(counted.journal)
    types(hands, window, "three or so")
    cover = begun(window, hands, qtbot)
    cover.day.cards.cards[0].findChild(NumberField).setFocus()
    hands.press("four times")
    hands.click(cover.back)
    qtbot.waitUntil(window.isActiveWindow)
    assert typed(window) == ["three or so four times"]
    to_another_day_and_back(window, hands, counted)
    assert typed(window) == ["three or so four times"]


@pytest.fixture
def together(house, open_together):
    for child in (house.child, Child(id=uuid4(), name="Leo")):
        house.child = child
        house.journal.records.save(child)
        house.plan("Asleep", kind=RatingKind.NUMBER, unit="minutes")
    return open_together(house)


def cell_of(window):
    return window.page.rows.cells[0][0]


def test_so_it_is_on_the_page_of_all_children(together, house, hands):
    cell_of(together).findChild(NumberField).setFocus()
    hands.press("3x")
    house.clock.move(days=1)
    together.follow_day()
    assert together.page.day == SUNDAY
    together.page.set_day(SUNDAY - timedelta(days=1))
    assert cell_of(together).findChild(NumberField).text() == ""
    together.page.set_day(SUNDAY)
    assert cell_of(together).findChild(NumberField).text() == "3x"
    together.show_child(cell_of(together).child)
    together.open_page("today", SUNDAY)
    assert typed(together) == ["3x"]
    fields(together)[0].setText("3")
    fields(together)[0].returnPressed.emit()
    together.open_page("together", SUNDAY)
    assert cell_of(together).findChild(NumberField).text() == "3"
    assert house.journal.drafts.kept() == {}
    assert together.page.at_risk() == frozenset()
