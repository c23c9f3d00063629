"""Before and since a visit, side by side, and more detail after a press."""

from datetime import date, timedelta
from uuid import uuid4

from PySide6.QtWidgets import QLabel

from homejournal.domain.records.visits import Visit
from homejournal.ui.widgets.button import Pill
from tests.ui.conftest import SUNDAY
from tests.ui.progress.cards.test_chart import Key, bed
from tests.ui.shown_pages import FIRST, VISIT

__all__ = ["bed"]


def test_before_and_since_a_visit_stand_side_by_side(bed, progress):
    around = bed.around
    assert around.isVisible()
    before, since = around.series().groups
    assert (before.bar.start, before.bar.end) == (FIRST, VISIT - timedelta(days=1))
    assert (since.bar.start, since.bar.end) == (VISIT, SUNDAY)
    assert not around.visit.isVisible()
    assert "n" in around.panel.view.accessibleDescription()


def test_one_of_several_visits_is_chosen(bed, progress, looked, choose, settled):
    day = date(2026, 3, 18)
    visit = Visit(id=uuid4(), child=looked.house.child.id, day=day, held=True)
    looked.journal.records.save(visit)
    progress.heard(None)
    settled(progress)
    assert bed.around.series().groups[1].bar.start == VISIT
    choose(progress, bed.around.visit, "March 18, 2026")
    assert bed.around.series().groups[1].bar.start == day
    progress.heard(None)
    settled(progress)
    assert bed.around.visit.currentText() == "March 18, 2026"
    choose(progress, progress.filter.strategy, "New bite")
    assert bed.around.visit.currentText() == "March 18, 2026"


def test_more_detail_is_told_of_the_visit_that_is_chosen(progress, looked, choose, hands, settled):
    day = date(2026, 3, 8)
    visit = Visit(id=uuid4(), child=looked.house.child.id, day=day, held=True)
    looked.journal.records.save(visit)
    hands.click(hands.named(progress, Pill, "Everything"))
    choose(progress, progress.filter.strategy, "Two choices")
    one = progress.body.one
    hands.click(one.more.open)
    assert any("before the visit on March 12" in words for words in hands.texts(one.more))
    choose(progress, one.around.visit, "March 8, 2026")
    assert any("before the visit on March 8" in words for words in hands.texts(one.more))
    progress.heard(None)
    settled(progress)
    assert any("before the visit on March 8" in words for words in hands.texts(one.more))


def test_a_strategy_that_is_not_rated_has_no_finer_detail(progress, choose):
    choose(progress, progress.filter.strategy, "Barefoot")
    assert not progress.body.one.more.isVisible()
    choose(progress, progress.filter.strategy, "To bed")
    assert progress.body.one.more.isVisible()


def test_where_nothing_is_compared_around_a_visit_it_says_why(progress, choose, hands, settled):
    choose(progress, progress.filter.strategy, "Two choices")
    one = progress.body.one
    assert one.around.isVisible()
    assert not one.around.panel.isVisible()
    no_visit = "These days have no visit with days before it. More days may show both sides."
    assert no_visit in hands.texts(one.around)
    hands.click(hands.named(progress, Pill, "Everything"))
    settled(progress)
    assert no_visit not in hands.texts(one.around)
    choose(progress, "Who did it", "Mom")
    narrowed = "With a filter on, nothing is compared around a visit."
    assert narrowed in hands.texts(one.around)
    assert one.around.panel.shown not in one.shown()


def test_without_a_visit_there_is_nothing_to_say_of_one(progress, looked, choose, settled):
    looked.journal.records.delete(looked.visit)
    progress.heard(None)
    choose(progress, progress.filter.strategy, "Two choices")
    assert not progress.body.one.around.isVisible()


def test_times_of_the_day_stand_side_by_side_where_there_are_enough(bed, progress, choose):
    assert not bed.slots.isVisible()
    assert not bed.routines.isVisible()
    choose(progress, progress.filter.strategy, "Two choices")
    assert bed.slots.isVisible()
    assert [group.name for group in bed.slots.panel.shown.series.groups] == ["breakfast", "dinner"]
    assert len(bed.shown()) == 3


def test_more_detail_is_told_after_a_press_each_with_its_source(bed, progress, hands):
    more = bed.more
    assert not any("in a row" in words for words in hands.texts(more))
    hands.click(more.open)
    for name in ("Ups and downs over time", "Before and since a visit"):
        assert name in hands.texts(more)
    # Minutes are no tries, so nothing is said of tries.
    assert "Tries of one session" not in hands.texts(more)
    told = next(label for label in more.findChildren(QLabel) if "doi.org" in label.text())
    assert not told.isVisible()
    buttons = [one for one in more.findChildren(type(more.open)) if one is not more.open]
    for button in (one for one in buttons if one.isVisible()):
        assert button.accessibleDescription()
        button.setFocus()
        hands.press(Key.Key_Space)
    assert sum("doi.org" in words for words in hands.texts(more)) == 2
