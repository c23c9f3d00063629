"""What did we agree?, some days later: the plan of the chosen day, and nothing typed is lost."""

from functools import partial
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from homejournal.domain.records.plan import PlanStep, StepKind
from homejournal.ui.widgets.button import Pill
from tests.ui.forms import dialog, field, no_dialog, press, type_in
from tests.ui.visits.coming.visiting import (
    DAY,
    TODAY,
    a_visit,
    again,
    somebody,
    unfolded,
    what_we_agreed,
)

VISIT = TODAY - 6 * DAY
AT_VISIT, TODAY_ON = "From the visit on", "From today on"


@pytest.fixture
def agree(open_visits, hands):
    """Open the form for the visit of six days ago."""
    return partial(what_we_agreed, open_visits, hands, days=6)


def step_of(house, name, days_ago, kind=StepKind.CHANGE, **said):
    step = PlanStep(
        id=uuid4(),
        strategy=house.ids[name],
        from_day=TODAY - days_ago * DAY,
        step=kind,
        **said,
    )
    house.journal.records.save(step)
    return step


def pills(strategy):
    return {
        pill.words: pill
        for pill in dialog().findChildren(Pill)
        if pill.accessibleDescription() == strategy and pill.isVisible()
    }


def chosen(strategy):
    return [words for words, one in pills(strategy).items() if one.isChecked()]


def from_day(hands, words):
    (pill,) = [one for one in dialog().findChildren(Pill) if one.words.startswith(words)]
    hands.click(pill)
    QApplication.processEvents()


def shown(hands):
    return hands.texts(dialog())


def as_if_the_program_had_ended(form):
    """Close the form so that nobody closed it on purpose; what is kept stays."""
    for kept_word in form.field_drafts:
        kept_word.keep()
    form._typed = form._snapshot()
    form.reject()
    QApplication.processEvents()


def test_a_change_since_the_visit_is_shown_where_changes_hold_from_today(three, agree, hands):
    step_of(three, "Two choices", 3, how="Hold up three")
    _, visit = agree(three)
    assert any("Changed from March 19, 2026 on. That stays." in text for text in shown(hands))
    hands.click(pills("Two choices")["Change"])
    assert field(QPlainTextEdit, "How").toPlainText() == "Hold the cup and look at her"
    from_day(hands, TODAY_ON)
    assert chosen("Two choices") == ["Change"]
    assert field(QPlainTextEdit, "How").toPlainText() == "Hold up three"
    assert not any("That stays" in text for text in shown(hands))
    type_in(hands, QPlainTextEdit, "Why", "She asks for more")
    press(hands, "Save what we agreed")
    assert no_dialog()
    new = three.journal.family().steps[three.ids["Two choices"]][-1]
    assert (new.from_day, new.visit) == (TODAY, visit.id)
    assert (new.how, new.why) == ("Hold up three", "She asks for more")


def test_a_change_at_the_visit_leaves_the_later_one(three, agree, hands):
    later = step_of(three, "Two choices", 3, how="Hold up three")
    agree(three)
    hands.click(pills("Two choices")["Change"])
    type_in(hands, QPlainTextEdit, "How", "Wait first")
    press(hands, "Save what we agreed")
    steps = three.journal.family().steps[three.ids["Two choices"]]
    assert [(step.from_day, step.how) for step in steps[1:]] == [
        (VISIT, "Wait first"),
        (later.from_day, "Hold up three"),
    ]


def test_what_began_or_was_finished_since_is_shown_on_its_own_day_only(three, agree, hands):
    three.plan("Begun since", start=TODAY - 2 * DAY)
    step_of(three, "Sign more", 2, StepKind.FINISH)
    agree(three)
    assert not pills("Begun since")
    assert any("Finished from March 20, 2026 on. That stays." in text for text in shown(hands))
    from_day(hands, TODAY_ON)
    assert chosen("Begun since") == ["Keep as it is"]
    assert not pills("Sign more")
    hands.click(pills("Begun since")["Pause"])
    press(hands, "Save what we agreed")
    family = three.journal.family()
    assert family.steps[three.ids["Begun since"]][-1].step is StepKind.PAUSE
    assert len(family.steps[three.ids["Sign more"]]) == 2


def test_what_was_chosen_and_typed_stays_where_another_day_is_chosen(three, agree, hands):
    step_of(three, "Sign more", 3, StepKind.PAUSE)
    step_of(three, "Two choices", 3, how="Hold up three", why="She likes it")
    agree(three)
    hands.click(pills("Two choices")["Change"])
    type_in(hands, QPlainTextEdit, "How", "Wait first")
    hands.click(pills("Sign more")["Pause"])
    hands.click(pills("Pause in songs")["Finish"])
    from_day(hands, TODAY_ON)
    assert field(QPlainTextEdit, "How").toPlainText() == "Wait first"
    assert field(QPlainTextEdit, "Why").toPlainText() == "She likes it"
    assert chosen("Sign more") == ["Keep as it is"]  # it is paused already
    assert chosen("Pause in songs") == ["Finish"]
    from_day(hands, AT_VISIT)
    assert field(QPlainTextEdit, "How").toPlainText() == "Wait first"
    assert field(QPlainTextEdit, "Why").toPlainText() == "So that meals are calmer"
    assert chosen("Sign more") == ["Pause"]


def test_a_choice_that_was_taken_back_does_not_come_again(three, agree, hands):
    agree(three)
    hands.click(pills("Sign more")["Pause"])
    from_day(hands, TODAY_ON)
    hands.click(pills("Sign more")["Keep as it is"])
    from_day(hands, AT_VISIT)
    assert chosen("Sign more") == ["Keep as it is"]


def test_the_visit_tells_what_was_agreed_from_another_day_on(three, agree, hands):
    page, visit = agree(three)
    hands.click(pills("Sign more")["Pause"])
    from_day(hands, TODAY_ON)
    press(hands, "Save what we agreed")
    assert "Paused: Sign more, from March 22, 2026 on" in hands.texts(unfolded(page))
    assert three.journal.visits.begun_at(again(three, visit)) == ()


def test_tab_goes_down_the_form_after_another_day_was_chosen(three, agree, hands):
    agree(three)
    press(hands, "Add a strategy we agreed on")
    hands.click(pills("Two choices")["Change"])
    from_day(hands, TODAY_ON)
    form, body = dialog(), dialog()._scroll.widget()
    form.between.setFocus()
    tops = []
    while True:
        hands.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if not body.isAncestorOf(focused):
            break
        tops.append(focused.mapTo(body, QPoint(0, 0)).y())
    assert len(tops) > 20
    assert tops == sorted(tops)


@pytest.mark.usefixtures("drafts_at_once")
def test_all_that_was_typed_comes_back_after_the_program_ended(three, agree, hands, qtbot):
    dana = somebody(three, "Dana 2")
    page, visit = agree(three, people=(dana.id,))
    from_day(hands, TODAY_ON)
    hands.click(pills("Two choices")["Change"])
    type_in(hands, QPlainTextEdit, "How", "Wait first")
    hands.click(hands.named(dialog(), Pill, "A number of days a week"))
    hands.click(pills("Sign more")["Finish"])
    press(hands, "Add a strategy we agreed on")
    hands.press("Offer two")
    box = field(QComboBox, "Who suggested it?")
    box.setCurrentIndex(box.findText("Somebody new…"))
    field(QLineEdit, "Their name").setText("Kim")
    qtbot.waitUntil(lambda: f"agreed:{visit.id}:plan" in three.journal.drafts.kept())
    as_if_the_program_had_ended(dialog())
    press(hands, "What did we agree?", page)
    assert "Not saved yet: this is what you typed last time." in shown(hands)
    assert (chosen("Two choices"), chosen("Sign more")) == (["Change"], ["Finish"])
    press(hands, "Save what we agreed")
    assert no_dialog()
    family = three.journal.family()
    change = family.steps[three.ids["Two choices"]][-1]
    assert (change.from_day, change.how, change.often.days) == (TODAY, "Wait first", 3)
    assert family.steps[three.ids["Sign more"]][-1].step is StepKind.FINISH
    new = next(strategy for strategy in family.strategies.values() if strategy.name == "Offer two")
    assert family.team[new.suggested_by].name == "Kim"
    assert three.journal.drafts.kept() == {}


def test_what_is_kept_is_of_this_visit_alone(three, agree, hands):
    page, visit = agree(three)
    hands.click(pills("Sign more")["Finish"])
    as_if_the_program_had_ended(dialog())
    other = a_visit(three, -1)
    page.refresh()
    QApplication.processEvents()
    press(hands, "What did we agree?", page)  # it asks for the last visit
    assert dialog().plan._visit == again(three, other)
    assert chosen("Sign more") == ["Keep as it is"]
    assert set(three.journal.drafts.kept()) == {f"agreed:{visit.id}:plan"}


@pytest.mark.usefixtures("drafts_at_once")
def test_a_strategy_that_was_left_out_again_is_not_kept(three, agree, hands, qtbot):
    agree(three)
    press(hands, "Add a strategy we agreed on")
    qtbot.waitUntil(lambda: three.journal.drafts.kept() != {})
    press(hands, "Leave this one out")
    qtbot.waitUntil(lambda: three.journal.drafts.kept() == {})
