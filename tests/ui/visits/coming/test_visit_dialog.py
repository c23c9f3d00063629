"""A visit on a new day: the plan that began there moves along only when the family says so.

And a visit that is removed, with what was asked there.
"""

from uuid import uuid4

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from homejournal.domain.records.plan import PlanStep, StepKind
from homejournal.ui.widgets.button import Pill
from tests.ui.forms import dialog, no_dialog, press, type_in
from tests.ui.visits.coming.visiting import (
    DAY,
    a_question,
    a_visit,
    again,
    choose,
    rows,
    undo,
    unfolded,
)


def said(page, hands):
    return " | ".join(hands.texts(page))


def with_step(house, name="Sign more"):
    visit = a_visit(house, -3, held=True)
    step = PlanStep(
        id=uuid4(),
        strategy=house.ids[name],
        from_day=visit.day,
        step=StepKind.CHANGE,
        visit=visit.id,
        what="Wait longer",
    )
    house.journal.records.save(step)
    return visit, step


@pytest.mark.parametrize(
    ("answer", "moves"),
    [("Yes, from the new day on", True), ("No, leave the plan as it is", False)],
)
def test_a_new_day_asks_whether_the_plan_moves_along(three, open_visits, hands, answer, moves):
    visit, step = with_step(three)
    page = open_visits(three)
    assert "Changed: Sign more" in said(unfolded(page), hands)
    choose(unfolded(page).does.menu, "Change…")
    assert answer not in hands.texts(dialog())
    dialog().day.set_day(visit.day + DAY)
    press(hands, "Save")
    assert "Please choose one of the two." in hands.texts(dialog())
    hands.click(hands.named(dialog(), Pill, answer))
    press(hands, "Save")
    assert again(three, visit).day == visit.day + DAY
    assert again(three, step).from_day == step.from_day + (DAY if moves else 0 * DAY)
    undo(page)
    assert (again(three, visit), again(three, step)) == (visit, step)


@pytest.mark.parametrize(("days", "kind"), [(2, StepKind.PAUSE), (1, StepKind.CHANGE)])
def test_a_plan_never_passes_a_later_change_with_its_visit(three, open_visits, hands, days, kind):
    visit, step = with_step(three)
    later = PlanStep(
        id=uuid4(), strategy=step.strategy, from_day=visit.day + DAY, step=kind, what="Wait"
    )
    three.journal.records.save(later)
    page = open_visits(three)
    choose(unfolded(page).does.menu, "Change…")
    dialog().day.set_day(visit.day + days * DAY)
    hands.click(hands.named(dialog(), Pill, "Yes, from the new day on"))
    press(hands, "Save")
    fault = "The plan changed again in between: Sign more. Choose another day, or let it stay."
    assert fault in hands.texts(dialog())
    assert again(three, visit) == visit
    hands.click(hands.named(dialog(), Pill, "No, leave the plan as it is"))
    press(hands, "Save")
    assert no_dialog()
    assert (again(three, visit).day, again(three, step)) == (visit.day + days * DAY, step)


def test_other_changes_ask_nothing_of_the_plan(three, open_visits, hands):
    visit, step = with_step(three)
    page = open_visits(three)
    choose(unfolded(page).does.menu, "Change…")
    type_in(hands, QPlainTextEdit, "What to bring (optional)", "The cup")
    press(hands, "Save")
    assert (again(three, visit).bring, again(three, step)) == ("The cup", step)


def test_a_removed_visit_comes_back_with_its_questions(three, open_visits, hands):
    visit, step = with_step(three)
    asked = a_question(three, visit)
    page = open_visits(three)
    choose(unfolded(page).does.menu, "Remove the visit")
    assert rows(page) == ()
    assert again(three, step).visit is None
    undo(page)
    assert (again(three, asked), again(three, step)) == (asked, step)
    assert len(rows(page)) == 1
