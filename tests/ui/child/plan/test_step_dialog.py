"""How a plan goes on: what is new from a day on, what was wrong all along, pauses and ends."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from homejournal.domain.records.plan import Ending, PlanStatus, PlanStep, StepKind, plan_on
from homejournal.domain.records.visits import Visit
from homejournal.ui.widgets.button import Pill
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from tests.ui.child.plan.test_page import card, do, page
from tests.ui.forms import dialog, field, pick, press, type_in, undo_by_keys

__all__ = ["page"]

MARCH_13 = date(2026, 3, 13)
DAY = timedelta(days=1)


def standing(house, name, day):
    return plan_on(house.journal.family().steps[house.ids[name]], day).standing


def choose(hands, words):
    hands.click(hands.named(dialog(), Pill, words))


@pytest.fixture
def with_visit(three):
    dana = next(iter(three.journal.family().team.values()))
    visit = Visit(id=uuid4(), child=three.child.id, day=MARCH_13, people=(dana.id,), held=True)
    three.journal.records.save(visit)
    return visit


def test_what_is_new_from_a_visit_on_leaves_the_days_before(three, with_visit, open_plan, hands):
    page = open_plan(three)
    do(page, hands, "Two choices", "Change…")
    type_in(hands, QLineEdit, "How many times a day?", "3")
    type_in(hands, QPlainTextEdit, "How", "Hold up two cups")
    choose(hands, "New from a day on")
    pick(field(QComboBox, "Starting when?"), "Visit on March 13, 2026 (Dana)")
    press(hands, "Save")
    steps = three.journal.family().steps[three.ids["Two choices"]]
    assert [(step.step, step.from_day, step.visit) for step in steps[1:]] == [
        (StepKind.CHANGE, MARCH_13, with_visit.id)
    ]
    assert (plan_on(steps, MARCH_13).times, plan_on(steps, MARCH_13 - DAY).times) == (3, 1)
    assert plan_on(steps, MARCH_13 - DAY).words.how == "Hold the cup and look at her"
    press(hands, "Details", card(page, "Two choices"))
    told = hands.texts(page)
    at = told.index("Changed on March 13, 2026, at the visit with Dana")
    assert told[at + 1 : at + 5] == [
        "How: Hold up two cups",
        "Before: Hold the cup and look at her",
        "How often: 3 times a day",
        "Before: Once a day",
    ]


def test_what_is_asked_about_the_start_comes_into_sight_in_a_low_window(page, hands):
    page.window().resize(700, 480)
    do(page, hands, "Two choices", "Change…")
    dialog().resize(dialog().width(), 400)
    type_in(hands, QPlainTextEdit, "How", "Wait first")
    press(hands, "Save")
    assert "Choose one of the two." in hands.texts(dialog())
    choose(hands, "New from a day on")
    assert "Choose one of the two." not in hands.texts(dialog())
    start = field(QComboBox, "Starting when?")
    assert not start.visibleRegion().isEmpty()
    pick(start, "Another day…")
    start.picked.emit(None)
    assert not field(DayEdit, "Starting on which day?").visibleRegion().isEmpty()


def test_what_is_different_is_told_before_it_is_saved_and_since_when_is_asked(page, hands, three):
    do(page, hands, "Two choices", "Change…")
    assert "What is different" not in hands.texts(dialog())
    type_in(hands, QPlainTextEdit, "How", "Wait first")
    told = hands.texts(dialog())
    at = told.index("What is different")
    assert told[at + 1 : at + 3] == ["How: Wait first", "Before: Hold the cup and look at her"]
    press(hands, "Save")
    assert "Choose one of the two." in hands.texts(dialog())
    choose(hands, "All along")
    press(hands, "Save")
    (step,) = three.journal.family().steps[three.ids["Two choices"]]
    assert step.how == "Wait first"


def test_a_change_before_the_strategy_began_is_refused_under_the_day(page, hands):
    do(page, hands, "Two choices", "Change…")
    type_in(hands, QPlainTextEdit, "How", "Wait first")
    choose(hands, "New from a day on")
    pick(field(QComboBox, "Starting when?"), "Another day…")
    dialog().form.fields["from_day"].set_day(date(2026, 1, 1))
    press(hands, "Save")
    assert "This is before the strategy began. Choose a later day." in hands.texts(dialog())


def test_a_name_is_corrected_without_a_question_and_without_a_step(page, hands, three):
    before = three.journal.family().steps[three.ids["Sign more"]]
    do(page, hands, "Sign more", "Change…")
    type_in(hands, QLineEdit, "What will you do?", "Sign more together")
    assert "Strategy: Sign more together" in hands.texts(dialog())
    press(hands, "Save")
    assert three.journal.family().steps[three.ids["Sign more"]] == before
    assert any(one.title() == "Sign more together" for one in page.cards)


def test_a_wrong_first_day_is_corrected_with_nothing_else(page, hands, three):
    do(page, hands, "Sign more", "Change…")
    choose(hands, "All along")
    pick(field(QComboBox, "Starting when?"), "Another day…")
    dialog().form.fields["from_day"].set_day(date(2026, 3, 5))
    press(hands, "Save")
    (step,) = three.journal.family().steps[three.ids["Sign more"]]
    assert (step.step, step.from_day) == (StepKind.START, date(2026, 3, 5))


def test_a_correction_keeps_the_visit_of_long_ago_at_which_it_was_agreed(
    three, with_visit, open_plan, hands
):
    (step,) = three.journal.family().steps[three.ids["Sign more"]]
    three.journal.records.save(replace(step, visit=with_visit.id))
    for days in range(1, 40):
        later = replace(with_visit, id=uuid4(), day=MARCH_13 + days * DAY)
        three.journal.records.save(later)
    page = open_plan(three)
    do(page, hands, "Sign more", "Change…")
    type_in(hands, QPlainTextEdit, "How", "Wait first")
    choose(hands, "All along")
    press(hands, "Save")
    (step,) = three.journal.family().steps[three.ids["Sign more"]]
    assert (step.how, step.visit) == ("Wait first", with_visit.id)


def test_what_began_today_is_put_right_without_a_question(three, open_plan, hands):
    three.plan("Sing", start=three.journal.today())
    page = open_plan(three)
    do(page, hands, "Sing", "Change…")
    type_in(hands, QPlainTextEdit, "How", "Wait first")
    press(hands, "Save")
    (step,) = three.journal.family().steps[three.ids["Sing"]]
    assert (step.how, step.from_day) == ("Wait first", three.journal.today())


def test_after_a_change_a_correction_holds_since_that_change(page, hands, three):
    for words, since in (("Wait first", "New from a day on"), ("Wait", "Since March 22, 2026")):
        do(page, hands, "Two choices", "Change…")
        type_in(hands, QPlainTextEdit, "How", words)
        choose(hands, since)
        press(hands, "Save")
    first, second = three.journal.family().steps[three.ids["Two choices"]]
    assert (first.how, second.how) == ("Hold the cup and look at her", "Wait")


def test_a_correction_keeps_who_suggested_it_also_after_they_left(page, hands, three):
    family = three.journal.family()
    suggested = family.strategies[three.ids["Sign more"]].suggested_by
    three.journal.records.save(replace(family.team[suggested], left=date(2026, 3, 3)))
    do(page, hands, "Sign more", "Change…")
    type_in(hands, QLineEdit, "What will you do?", "Sign more together")
    press(hands, "Save")
    assert three.journal.family().strategies[three.ids["Sign more"]].suggested_by == suggested


def test_pausing_restarting_and_finishing_from_today_on(page, hands, three):
    today = three.journal.today()
    for does, button, stands in (
        ("Pause…", "Pause", PlanStatus.PAUSED),
        ("Restart…", "Restart", PlanStatus.ACTIVE),
        ("Finish…", "Finish", PlanStatus.FINISHED),
        ("Restart…", "Restart", PlanStatus.ACTIVE),
        ("Pause…", "Pause", PlanStatus.PAUSED),
    ):
        if does == "Restart…" and standing(three, "Sign more", today) is PlanStatus.FINISHED:
            press(hands, "Finished (1)", page)
        do(page, hands, "Sign more", does)
        if does == "Finish…":
            choose(hands, "We stop for now")
        press(hands, button)
        assert standing(three, "Sign more", today) is stands
        assert standing(three, "Sign more", today - DAY) is PlanStatus.ACTIVE
    assert "Paused since March 22, 2026" in hands.texts(page)
    undo_by_keys(page, hands)
    assert standing(three, "Sign more", today) is PlanStatus.ACTIVE


def test_a_good_end_is_asked_for_and_told(page, hands, three):
    do(page, hands, "Sign more", "Finish…")
    press(hands, "Finish")
    assert "Choose one of the two." in hands.texts(dialog())
    choose(hands, "We do this without thinking now")
    press(hands, "Finish")
    assert three.journal.family().steps[three.ids["Sign more"]][-1].ending is Ending.PART_OF_OUR_DAY
    press(hands, "Finished (1)", page)
    words = "Finished on March 22, 2026 · we do this without thinking now"
    assert words in hands.texts(card(page, "Sign more"))


def test_a_pause_until_the_next_visit_asks_once_it_has_been(page, hands, three, clock):
    do(page, hands, "Sign more", "Pause…")
    choose(hands, "Until the next visit")
    press(hands, "Pause")
    told = "Paused since March 22, 2026, until the next visit"
    assert told in hands.texts(card(page, "Sign more"))
    today = three.journal.today()
    three.journal.records.save(Visit(id=uuid4(), child=three.child.id, day=today, held=True))
    assert told in hands.texts(card(page, "Sign more"))
    three.journal.records.save(Visit(id=uuid4(), child=three.child.id, day=today + DAY, held=True))
    clock.move(days=1)
    page.heard(None)
    asked = "Paused until the next visit, which has been. Go on with it?"
    assert asked in hands.texts(card(page, "Sign more"))
    do(page, hands, "Sign more", "Pause longer…")
    press(hands, "Pause")
    assert asked not in hands.texts(card(page, "Sign more"))


def test_today_asks_quietly_whether_to_go_on_and_leads_to_the_card(three, open_window, hands):
    pause = PlanStep(
        id=uuid4(),
        strategy=three.ids["Sign more"],
        from_day=MARCH_13,
        step=StepKind.PAUSE,
        until=MARCH_13 + DAY,
    )
    three.journal.records.save(pause)
    window = open_window(three.journal, page="today")
    assert "The pause of “Sign more” is over. Go on?" in hands.texts(window.page)
    press(hands, "See it in the plan", window.page)
    page = window.page
    QApplication.processEvents()
    assert card(page, "Sign more").hasFocus()
    assert "Paused until March 14, 2026. Go on with it?" in hands.texts(card(page, "Sign more"))
    do(page, hands, "Sign more", "Restart…")
    press(hands, "Restart")
    window.open_page("today")
    assert not any("is over" in text for text in hands.texts(window.page))


def test_a_pause_until_a_day_ends_after_it_began(page, hands, three):
    do(page, hands, "Sign more", "Pause…")
    choose(hands, "Until a day")
    dialog().form.fields["until_day"].set_day(three.journal.today())
    press(hands, "Pause")
    assert "This is before the pause begins. Choose a later day." in hands.texts(dialog())
    dialog().form.fields["until_day"].set_day(date(2026, 4, 5))
    press(hands, "Pause")
    told = "Paused since March 22, 2026, until April 5, 2026"
    assert told in hands.texts(card(page, "Sign more"))


def test_a_step_written_by_mistake_is_removed(page, hands, three):
    do(page, hands, "Sign more", "Pause…")
    press(hands, "Pause")
    shown = card(page, "Sign more")
    hands.click(hands.named(shown, QPushButton, "Details"))
    hands.click(hands.named(shown, QPushButton, "Remove"))
    assert standing(three, "Sign more", three.journal.today()) is PlanStatus.ACTIVE
