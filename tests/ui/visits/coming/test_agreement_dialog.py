"""What did we agree? Through each strategy by keyboard, and back with one Undo."""

from dataclasses import replace
from functools import partial
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from homejournal.domain.records.plan import Outcome, PlanStatus, PlanStep, StepKind, plan_on
from homejournal.ui.widgets.button import Pill
from tests.ui.forms import dialog, field, no_dialog, press, type_in
from tests.ui.visits.coming.visiting import (
    DAY,
    TODAY,
    again,
    somebody,
    undo,
    unfolded,
    what_we_agreed,
)

Key = Qt.Key
BETWEEN, NEXT = "Agreed", "For the next visit"


@pytest.fixture
def agreeing(open_visits, hands):
    return partial(what_we_agreed, open_visits, hands)


def pill(strategy, words):
    """Return the choice of a strategy in the open form."""
    (found,) = [
        one
        for one in dialog().findChildren(Pill)
        if one.words == words and one.accessibleDescription() == strategy and one.isVisible()
    ]
    return found


def steps(house, name):
    return [
        (step.step, step.from_day) for step in house.journal.family().steps[house.ids[name]][1:]
    ]


def standing(house, name, day=TODAY):
    return plan_on(house.journal.family().steps[house.ids[name]], day).standing


def test_two_sentences_and_save_are_enough(three, agreeing, hands):
    page, visit = agreeing(three)
    type_in(hands, QPlainTextEdit, BETWEEN, "Wait at dinner")
    type_in(hands, QPlainTextEdit, NEXT, "Look at the cup")
    hands.press(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    kept = again(three, visit)
    assert (kept.agreed_between, kept.agreed_next, kept.held) == (
        "Wait at dinner",
        "Look at the cup",
        True,
    )
    assert all(steps(three, name) == [] for name in three.ids)
    assert "Wait at dinner" in hands.texts(page)
    undo(page)
    assert again(three, visit) == visit


def test_every_strategy_that_is_used_is_asked_about_and_kept_unless_said(three, agreeing, hands):
    three.plan("Still to come", start=TODAY + 9 * DAY)
    three.plan("Done", start=TODAY - 20 * DAY)
    finish = PlanStep(
        id=uuid4(),
        strategy=three.ids["Done"],
        from_day=TODAY - 5 * DAY,
        step=StepKind.FINISH,
    )
    three.journal.records.save(finish)
    agreeing(three)
    words = hands.texts(dialog())
    assert [f"Strategy {n} of 3" in words for n in (1, 2, 3)] == [True] * 3
    assert not {"Still to come", "Done"} & set(words)
    chosen = [one.words for one in dialog().findChildren(Pill) if one.isChecked()]
    assert chosen.count("Keep as it is") == 3


def test_all_of_it_by_keyboard_alone_is_one_step(three, agreeing, hands):
    page, visit = agreeing(three)
    hands.press("Wait")
    for name, keys in (("Two choices", 1), ("Sign more", 2), ("Pause in songs", 3)):
        pill(name, "Keep as it is").setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(keys):
            hands.press(Key.Key_Right)
    type_in(hands, QPlainTextEdit, "How", "Wait ten seconds")
    hands.press(Key.Key_Return, modifier=Qt.KeyboardModifier.NoModifier)
    assert dialog()  # Enter in a text is a new line
    press(hands, "Save what we agreed")
    assert no_dialog()
    assert again(three, visit).agreed_between == "Wait"
    assert steps(three, "Two choices") == [(StepKind.CHANGE, TODAY)]
    assert steps(three, "Sign more") == [(StepKind.PAUSE, TODAY)]
    assert steps(three, "Pause in songs") == [(StepKind.FINISH, TODAY)]
    change = three.journal.family().steps[three.ids["Two choices"]][-1]
    assert (change.how, change.visit) == ("Wait ten seconds", visit.id)
    assert change.why == "So that meals are calmer"
    undo(page)
    assert again(three, visit) == visit
    assert all(steps(three, name) == [] for name in three.ids)


def test_the_tab_key_goes_from_the_words_through_the_strategies_to_save(three, agreeing, hands):
    agreeing(three)
    seen = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        seen.append(focused.accessibleName() or focused.text())
        hands.press(Key.Key_Tab)
    assert seen[:2] == [BETWEEN, NEXT]
    assert seen[2:5] == ["Keep as it is"] * 3
    assert seen[5:8] == ["Add a strategy we agreed on", "Save what we agreed", "Cancel"]


def test_the_tab_key_goes_down_the_form_also_where_fields_opened_later(three, agreeing, hands):
    agreeing(three)
    press(hands, "Add a strategy we agreed on")
    for name in ("Two choices", "Pause in songs"):
        hands.click(pill(name, "Change"))
    form, body = dialog(), dialog()._scroll.widget()
    form.between.setFocus()
    tops = []
    while True:
        hands.press(Key.Key_Tab)
        focused = QApplication.focusWidget()
        if not body.isAncestorOf(focused):
            break
        tops.append(focused.mapTo(body, QPoint(0, 0)).y())
    assert len(tops) > 40
    assert tops == sorted(tops)


def test_a_paused_strategy_is_restarted(three, agreeing, hands):
    pause = PlanStep(
        id=uuid4(),
        strategy=three.ids["Sign more"],
        from_day=TODAY - 5 * DAY,
        step=StepKind.PAUSE,
    )
    three.journal.records.save(pause)
    page, _ = agreeing(three)
    hands.click(pill("Sign more", "Restart"))
    press(hands, "Save what we agreed")
    assert standing(three, "Sign more") is PlanStatus.ACTIVE
    assert any("Restarted: Sign more" in text for text in hands.texts(unfolded(page)))


def test_a_visit_of_some_days_ago_asks_from_when_on(three, agreeing, hands):
    _, visit = agreeing(three, 4)
    hands.click(pill("Sign more", "Pause"))
    hands.click(hands.named(dialog(), Pill, "From today on"))
    press(hands, "Save what we agreed")
    assert steps(three, "Sign more") == [(StepKind.PAUSE, TODAY)]
    assert standing(three, "Sign more", visit.day) is PlanStatus.ACTIVE


def test_entries_after_a_past_visit_stay_and_follow_the_new_plan(three, agreeing, hands):
    three.journal.days.did_it(three.ids["Sign more"], TODAY - DAY)
    _, visit = agreeing(three, 4)
    hands.click(pill("Sign more", "Pause"))
    press(hands, "Save what we agreed")
    assert steps(three, "Sign more") == [(StepKind.PAUSE, visit.day)]
    assert len(three.day(TODAY - DAY).practices) == 1


def test_what_was_agreed_is_shown_again_and_changed_without_a_second_step(three, agreeing, hands):
    page, visit = agreeing(three)
    type_in(hands, QPlainTextEdit, BETWEEN, "Wait at dinner")
    hands.click(pill("Sign more", "Pause"))
    press(hands, "Save what we agreed")
    press(hands, "Change what we agreed…", unfolded(page))
    assert field(QPlainTextEdit, BETWEEN).toPlainText() == "Wait at dinner"
    hands.click(pill("Sign more", "Restart"))
    press(hands, "Save what we agreed")
    assert standing(three, "Sign more") is PlanStatus.ACTIVE
    assert again(three, visit).agreed_between == "Wait at dinner"


def test_a_new_strategy_comes_from_the_one_who_was_there(three, agreeing, hands):
    ana = somebody(three, "Ana")
    outcome = Outcome(id=uuid4(), child=three.child.id, text="She asks for more")
    closed = replace(outcome, id=uuid4(), text="She stands", closed=TODAY)
    three.journal.records.save(outcome, closed)
    page, visit = agreeing(three, people=(ana.id,))
    press(hands, "Add a strategy we agreed on")
    assert QApplication.focusWidget().accessibleName() == "What will you do?"
    hands.press("Offer two")
    box = field(QComboBox, "Which outcome is it for?")
    assert box.findText("She stands") < 0
    box.setCurrentIndex(box.findText("She asks for more"))
    press(hands, "How we do it, and more")
    type_in(hands, QLineEdit, "Another routine", "Bath")
    type_in(hands, QPlainTextEdit, "How", "Hold up two")
    press(hands, "Save what we agreed")
    family = three.journal.family()
    new = next(strategy for strategy in family.strategies.values() if strategy.name == "Offer two")
    (step,) = family.steps[new.id]
    assert (new.suggested_by, new.outcome) == (ana.id, outcome.id)
    assert (step.step, step.from_day, step.visit) == (StepKind.START, visit.day, visit.id)
    assert [family.routines[routine].name for routine in step.routines] == ["Bath"]
    assert "Started: Offer two" in " ".join(hands.texts(unfolded(page)))
    undo(page)
    family = three.journal.family()
    assert "Bath" not in {routine.name for routine in family.routines.values()}
    assert len(family.strategies) == 3


def test_a_new_strategy_without_a_name_is_said_and_can_be_left_out(three, agreeing, hands):
    agreeing(three)
    press(hands, "Add a strategy we agreed on")
    press(hands, "Save what we agreed")
    assert "Please write something here." in hands.texts(dialog())
    assert QApplication.focusWidget().accessibleName() == "What will you do?"
    press(hands, "Leave this one out")
    assert QApplication.focusWidget().text() == "Add a strategy we agreed on"
    press(hands, "Save what we agreed")
    assert no_dialog()
    assert len(three.journal.family().strategies) == 3


def test_a_fault_is_said_at_its_own_strategy(three, agreeing, hands):
    agreeing(three)
    for name in ("Two choices", "Pause in songs"):
        hands.click(pill(name, "Change"))
    slots = [
        line_edit
        for line_edit in dialog().findChildren(QLineEdit)
        if line_edit.accessibleName() == "Names for the times" and line_edit.isVisible()
    ]
    slots[1].setText("lunch, lunch")
    press(hands, "Save what we agreed")
    assert any("Write one name for each time a day" in text for text in hands.texts(dialog()))
    assert slots[1].hasFocus()
