"""A strategy that was used on a day for which it is not planned: before it began, or in between."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.days.periods import Period
from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.ui.today.end_of_day import OtherStrategies
from homejournal.ui.widgets.fields.answer_bar import Segment
from homejournal.ui.widgets.layout.focus import has_focus_inside
from tests.ui.conftest import SUNDAY

SATURDAY = SUNDAY - timedelta(days=1)
NAMES = ("Cup", "Words", "Books")


@pytest.fixture
def before(house, open_window, hands):
    """Open the day before three strategies began, one of them with names for its times."""
    house.plan("Words", kind=RatingKind.WENT, start=SUNDAY)
    house.plan("Cup", Often(times=2, slots=("Lunch", "Dinner")), RatingKind.WENT, start=SUNDAY)
    house.plan("Books", kind=RatingKind.NONE, start=SUNDAY)
    window = open_window(house.journal)
    hands.press(hands.alt("Left"))
    assert window.page.day == SATURDAY
    return window


def offered(page):
    """Return the strategies that are offered as used anyway."""
    QApplication.processEvents()
    (others,) = page.findChildren(OtherStrategies)
    if not others.isVisible():
        return set()
    return {one.text() for one in others.findChildren(QPushButton) if one.isVisible()}


def row_of(page, name):
    return next(row for row in page.rows if row.card.strategy.name == name)


def answers(line):
    return [one.text() for one in line.findChildren(Segment)]


def focused():
    part = QApplication.focusWidget()
    return part.text() if isinstance(part, Segment) else part


def test_the_others_stay_offered_after_one_was_used(before, house, hands):
    page = before.page
    assert offered(page) == {*NAMES}
    hands.click(hands.named(page, QPushButton, "Words: did it"))
    assert offered(page) == {"Cup", "Books"}
    assert "Not planned for this day. Used anyway?" in hands.texts(page)
    hands.click(hands.named(page, QPushButton, "Books: did it"))
    assert offered(page) == {"Cup"}
    assert [len(house.day(SATURDAY).practices), len(page.rows)] == [2, 2]
    before.desk.editing.stack.undo()
    assert offered(page) == {"Cup", "Books"}


def test_it_is_rated_as_its_first_plan_says_and_the_focus_is_there(before, house, hands):
    page = before.page
    hands.click(hands.named(page, QPushButton, "Words: did it"))
    (line,) = row_of(page, "Words").lines
    assert answers(line) == ["Hard", "Okay", "Well", "Not today"]
    assert focused() == "Hard"
    hands.press(hands.alt("3"))
    (practice,) = house.day(SATURDAY).practices
    assert (practice.rating, practice.rating_kind) == (3, RatingKind.WENT)
    assert line.said().startswith("✓ Well")


def test_named_times_are_asked_for_each_and_nothing_is_written_before(before, house, hands):
    page = before.page
    hands.click(hands.named(page, QPushButton, "Cup: used anyway"))
    first, second = row_of(page, "Cup").lines
    assert not house.day(SATURDAY).practices
    assert has_focus_inside(first)
    assert focused() == "Hard"
    assert offered(page) == {"Words", "Books"}
    second.setFocus()
    hands.press("2")
    (practice,) = house.day(SATURDAY).practices
    assert (practice.slot, practice.rating) == ("Dinner", 2)
    assert [line.time.slot for line in row_of(page, "Cup").lines] == ["Lunch", "Dinner"]
    first.setFocus()
    hands.press("1")
    told = {one.slot: one.rating for one in house.day(SATURDAY).practices}
    assert told == {"Lunch": 1, "Dinner": 2}
    not_today = [one for one in page.findChildren(Segment) if one.text() == "Not today"]
    assert [one.isEnabled() for one in not_today] == [False, False]


def test_the_day_stays_outside_of_the_plan(before, house, hands):
    hands.click(hands.named(before.page, QPushButton, "Words: did it"))
    hands.press(hands.alt("3"))
    period = Period(SATURDAY, SATURDAY)
    told = house.journal.numbers.of_child(house.child.id, period, SUNDAY, [house.ids["Words"]])
    (total,) = [one.total for one in told.strategies]
    assert (total.planned, total.not_written, total.outside_times, total.n) == (0, 0, 1, 1)


def test_a_day_without_a_plan_says_so_and_begins_at_what_was_used_anyway(before, announced, hands):
    hands.press(hands.alt("Left"))
    said = [words for words in announced if words.startswith("Nothing is planned for this day")]
    assert len(said) == 1
    assert QApplication.focusWidget().text() in NAMES
