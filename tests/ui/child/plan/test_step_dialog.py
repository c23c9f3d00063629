"""How a plan goes on: changes from a day on, corrections and pauses."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from homejournal.domain.records.plan import PlanStatus, StepKind, plan_on
from homejournal.domain.records.visits import Visit
from tests.ui.child.plan.test_page import card, do, page
from tests.ui.forms import dialog, field, pick, press, type_in, undo_by_keys

__all__ = ["page"]

MARCH_13 = date(2026, 3, 13)


def standing(house, name, day):
    return plan_on(house.journal.family().steps[house.ids[name]], day).standing


def test_a_change_from_a_visit_on_leaves_the_days_before(three, open_plan, hands):
    dana = next(iter(three.journal.family().team.values()))
    visit = Visit(id=uuid4(), child=three.child.id, day=MARCH_13, people=(dana.id,), held=True)
    three.journal.records.save(visit)
    page = open_plan(three)
    do(page, hands, "Two choices", "Change from a day on…")
    pick(field(QComboBox, "Starting with which visit?"), "Visit on March 13, 2026 (Dana)")
    type_in(hands, QLineEdit, "How many times a day?", "3")
    press(hands, "Save")
    steps = three.journal.family().steps[three.ids["Two choices"]]
    assert [(step.step, step.from_day, step.visit) for step in steps[1:]] == [
        (StepKind.CHANGE, MARCH_13, visit.id)
    ]
    assert plan_on(steps, MARCH_13).times == 3
    assert plan_on(steps, MARCH_13 - timedelta(days=1)).times == 1
    assert plan_on(steps, MARCH_13).words.how == "Hold the cup and look at her"
    hands.click(hands.named(card(page, "Two choices"), QPushButton, "What changed when"))
    assert "Changed on March 13, 2026, at the visit" in hands.texts(page)


def test_a_change_before_the_strategy_began_is_refused_under_the_day(page, hands):
    do(page, hands, "Sign more", "Change from a day on…")
    dialog()._from.day.set_day(date(2026, 1, 1))
    press(hands, "Save")
    assert "This is before the strategy began. Choose a later day." in hands.texts(dialog())


def test_correcting_the_words_adds_no_step(page, hands, three):
    do(page, hands, "Sign more", "Correct the words…")
    type_in(hands, QLineEdit, "What will you do?", "Sign more together")
    type_in(hands, QPlainTextEdit, "Why", "So that she can ask")
    press(hands, "Save")
    steps = three.journal.family().steps[three.ids["Sign more"]]
    assert [(step.step, step.why) for step in steps] == [(StepKind.START, "So that she can ask")]
    assert any(one.title() == "Sign more together" for one in page.cards)


def test_a_correction_keeps_who_suggested_it_also_after_they_left(page, hands, three):
    family = three.journal.family()
    suggested = family.strategies[three.ids["Sign more"]].suggested_by
    three.journal.records.save(replace(family.team[suggested], left=date(2026, 3, 3)))
    do(page, hands, "Sign more", "Correct the words…")
    type_in(hands, QPlainTextEdit, "Why", "So that she can ask")
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
        do(page, hands, "Sign more", does)
        press(hands, button)
        assert standing(three, "Sign more", today) is stands
        assert standing(three, "Sign more", today - timedelta(days=1)) is PlanStatus.ACTIVE
    assert "Paused" in hands.texts(page)
    undo_by_keys(page, hands)
    assert standing(three, "Sign more", today) is PlanStatus.ACTIVE


def test_a_step_written_by_mistake_is_removed(page, hands, three):
    do(page, hands, "Sign more", "Pause…")
    press(hands, "Pause")
    shown = card(page, "Sign more")
    hands.click(hands.named(shown, QPushButton, "What changed when"))
    hands.click(hands.named(shown, QPushButton, "Remove"))
    assert standing(three, "Sign more", three.journal.today()) is PlanStatus.ACTIVE
