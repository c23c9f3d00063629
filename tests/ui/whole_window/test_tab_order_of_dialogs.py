"""Tab goes through a page as one reads it, and a screen reader hears each part by its own name."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTabBar

from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.fields.number_field import TriesEdit

Key = Qt.Key


def name_of(widget):
    return widget.accessibleName() or widget.text()


def tabbed(hands, most=12):
    names = []
    for _ in range(most):
        hands.press(Key.Key_Tab)
        names.append(name_of(QApplication.focusWidget()))
    return names


def test_a_row_is_gone_through_line_by_line_and_then_what_stands_below(house, open_window, hands):
    house.plan("Sign more", Often(times=2, slots=("nap", "night")))
    open_window(house.journal)
    assert tabbed(hands, 5) == [
        "More",
        "Add a note",
        "A lot of help",
        "More",
        "Write down a moment",
    ]


def test_an_answer_does_not_change_the_order(house, open_window, hands):
    house.plan("Sign more", Often(times=2, slots=("nap", "night")))
    window = open_window(house.journal)
    hands.press("2")
    window.page.lines[0].setFocus()
    assert tabbed(hands, 3) == ["More", "Add a note", "A lot of help"]


def test_a_strategy_whose_plan_asks_for_another_rating_gets_it(house, open_window):
    strategy = house.plan("Sign more", kind=RatingKind.HELP)
    window = open_window(house.journal)
    (step,) = house.journal.family().steps[strategy]
    changed = replace(step, rating=RatingPlan(kind=RatingKind.TRIES))
    window.desk.editing.do("Changed", lambda: house.journal.records.save(changed))
    assert window.page.rows[0].findChildren(TriesEdit)


def open_one():
    """Return what has the focus as the place or the tab that is open."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QTabBar):
        return focus.tabText(focus.currentIndex())
    assert focus.is_current()
    return focus.accessibleName()


@pytest.mark.parametrize(
    ("key", "page", "name"),
    [
        ("2", "plan", "Plan"),
        ("3", "journal", "Journal"),
        ("4", "progress", "Progress"),
        ("5", "visit_page", "Visit page"),
        ("7", "team", "Our team"),
    ],
)
def test_the_focus_stays_at_the_page_that_was_opened_by_key(
    house, open_window, hands, key, page, name
):
    house.plan("Sign more")
    window = open_window(house.journal)
    hands.press(key, modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.page_name == page
    assert open_one() == name


def test_the_focus_follows_from_page_to_page_that_are_opened_by_keys(house, open_window, hands):
    house.plan("Sign more")
    open_window(house.journal)
    for key, name in (("2", "Plan"), ("3", "Journal"), ("4", "Progress")):
        hands.press(key, modifier=Qt.KeyboardModifier.ControlModifier)
        assert open_one() == name


def test_the_focus_goes_from_a_part_of_a_page_to_the_page_that_is_opened(house, open_window, hands):
    house.plan("Sign more")
    window = open_window(house.journal, page="plan")
    window.page.cards[0].setFocus()
    hands.press("3", modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.page.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("choice", ["once a day", "How much help?"])
def test_each_choice_of_a_form_keeps_its_own_name(empty_journal, open_window, choice):
    window = open_window(empty_journal)
    form = window.page.strategy_form
    names = {
        pill.accessibleName(): pill.accessibleDescription()
        for row in form.findChildren(SingleChoice)
        for pill in row.pills
    }
    assert names[choice] in {"How often?", "What do you want to note each time?"}
    assert all(names.values())
    labels = [
        label for label in form.findChildren(QLabel) if isinstance(label.buddy(), SingleChoice)
    ]
    assert len(labels) == 3
