"""Forms that name two people of the team, or two routines, of one name: each says which."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from homejournal.domain.plan.plan_page import PlanCopy, copied, plan_state
from homejournal.domain.records.children import Child
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import Routine
from homejournal.texts.safe.deleting_for_good import Going
from homejournal.ui.day_rows.menus import WhereMenu
from homejournal.ui.delete_for_good.delete_dialog import choices_of
from homejournal.ui.safe.exchange.import_dialogs import TableImportDialog
from homejournal.ui.safe.password.recovery_sheet_dialog import RecoverySheetDialog
from homejournal.ui.visits.coming.visit_dialog import QuestionDialog
from homejournal.ui.widgets.fields.choices import MultipleChoice
from tests.journals import practice
from tests.ui.entries import rows
from tests.ui.filters import offered_by
from tests.ui.forms import dialog, field, press, type_in
from tests.ui.visits.coming.visiting import a_question, a_visit, choose, somebody

DANAS = ["Dana (1) · speech", "Dana (2) · speech"]
"""As they stand where what they do is said beside them."""


@pytest.fixture
def two(three):
    """Two of the team have one name and do the same; Ben does something else."""
    for name, does in (("Dana", "speech"), ("Ben", "movement")):
        somebody(three, name, discipline=does)
    return three


@pytest.fixture
def baths(three):
    """Two routines are called alike, and the first strategy lives in both of them."""
    ours = [Routine(id=uuid4(), name=name) for name in ("Bath", "bath")]
    (step,) = three.journal.family().steps[three.ids["Two choices"]]
    three.journal.records.save(*ours, replace(step, routines=tuple(one.id for one in ours)))
    return three


def offered(box: QComboBox):
    return [box.itemText(at) for at in range(box.count())]


def titles(page):
    return [card.title() for card in page.cards]


def chips(name):
    found = (chip for row in dialog().findChildren(MultipleChoice) for chip in row.chips)
    return [chip.text() for chip in found if chip.accessibleDescription() == name]


def test_who_comes_to_a_visit(two, open_visits):
    open_visits(two).new()
    assert set(DANAS) < set(chips("Who comes?"))
    dialog().reject()


def test_who_came_where_a_step_names_its_visit(two, open_plan, hands):
    first, second = (
        person for person in two.journal.family().team.values() if person.name == "Dana"
    )
    third = somebody(two, "Dana", discipline="music")
    a_visit(two, -3, people=(second.id,), held=True)
    a_visit(two, -2, people=(first.id, third.id), held=True)
    page = open_plan(two)
    press(hands, "Change…", page.cards[0])
    dialog()._since.pills[1].click()
    told = offered(field(QComboBox, "Starting when?"))
    assert told[1:-1] == [
        "Visit on March 20, 2026 (Dana (1) and Dana (music))",
        "Visit on March 19, 2026 (Dana (2))",
    ]
    dialog().reject()


def test_who_suggested_a_strategy(two, open_plan, hands):
    page = open_plan(two)
    press(hands, "Change…", page.cards[0])
    assert set(DANAS) < set(offered(field(QComboBox, "Who suggested it?")))
    dialog().reject()


def test_who_asks_a_question(two, open_visits):
    first, second = (
        person for person in two.journal.family().team.values() if person.name == "Dana"
    )
    visit = a_visit(two, -1, people=(first.id,), held=True)
    asked = a_question(two, visit, asked_by=second.id)
    page = open_visits(two)
    QuestionDialog(page.desk, page.past.list.cards[0].told, asked, page).ask()
    assert offered(field(QComboBox, "Who asks?"))[:2] == ["Dana (1)", "Dana (2)"]
    dialog().reject()


def test_who_asks_on_today(two, open_window, hands):
    second = [person for person in two.journal.family().team.values() if person.name == "Dana"][1]
    a_question(two, a_visit(two, -1, held=True), asked_by=second.id)
    window = open_window(two.journal)
    assert "Dana (2) asked on March 21, 2026" in hands.texts(window.page)


def test_for_whom_a_page_is_and_for_which_visit(two, open_at):
    first, second = (one for one in two.journal.family().team.values() if one.name == "Dana")
    for days, person in ((1, first), (2, second)):
        a_visit(two, days, people=(person.id,))
    wishes = open_at("visit_page", two).choices.wishes
    assert set(DANAS) < set(offered(wishes.people))
    visits = [one.split(" · ")[1] for one in offered(wishes.visit)]
    assert visits == ["Dana (1)", "Dana (2)"]


def test_the_team_and_what_is_done_with_each_of_it(two, open_team, hands):
    page = open_team(two)
    assert [row.told.name for row in page.rows] == ["Ben", "Dana (1)", "Dana (2)"]
    choose(page.rows[2].menu, "Write down a contact…")
    assert "Dana (2)" in hands.texts(dialog())
    type_in(hands, QPlainTextEdit, "What was it about?", "She called")
    press(hands, "Save")
    assert page.desk.editing.stack.undoText() == "Contact with Dana (2) saved"
    page.child = two.child.id
    page.ask_for_meeting()
    assert set(DANAS) < set(offered(field(QComboBox, "To whom?")))
    dialog().reject()


def test_which_strategy_a_kept_table_is_of(two, open_window, qtbot, tmp_path):
    sign = two.journal.family().strategies[two.ids["Sign more"]]
    two.journal.records.save(replace(sign, name="two choices"))
    window = open_window(two.journal)
    asked = TableImportDialog(window.desk, window)
    (tmp_path / "ours.csv").write_text("Day,How\n2026-03-02,x\n", encoding="utf-8")
    asked.ask()
    asked.show_file(str(tmp_path / "ours.csv"))
    asked.do.click()
    qtbot.waitUntil(lambda: asked.strategy.count() > 0)
    assert offered(asked.strategy)[:2] == ["Two choices (1)", "two choices (2)"]
    asked.reject()


def test_whom_to_delete_for_good(two, open_at):
    """Also where somebody who writes is called like one of the team."""
    two.journal.records.save(Helper(id=uuid4(), name="carmen"))
    for name, does in (("Carmen", None), ("Eli", None)):
        somebody(two, name, discipline=does)
    desk = open_at("safe", two).desk
    told = [choice.words for choice in choices_of(desk, Going.PERSON)]
    assert set(DANAS) | {"carmen", "Our team: Carmen", "Eli", "Ben · movement"} < {*told}
    assert len(told) == len({*told})


def test_in_which_routines_a_strategy_lives(baths, open_plan, hands):
    page = open_plan(baths)
    said = " ".join(hands.texts(page.cards[0]))
    assert "Bath (1)" in said
    assert "bath (2)" in said
    press(hands, "Change…", page.cards[0])
    dialog()._step.fold.setChecked(True)
    assert {"Bath (1)", "bath (2)"} < set(chips("In which routines?"))
    dialog().reject()


def test_a_copy_for_a_brother_keeps_the_names_of_routines_without_numbers(baths):
    brother = Child(id=uuid4(), name="Eli")
    own = [
        replace(routine, child=baths.child.id)
        for routine in baths.journal.family().routines.values()
    ]
    baths.journal.records.save(brother, *own)
    family, today = baths.journal.family(), baths.journal.today()
    shown = plan_state(family, baths.child.id, today).strategies[0]
    asked = PlanCopy(shown=shown, child=brother.id, day=today, new_id=uuid4())
    made = [one for one in copied(family, asked) if isinstance(one, Routine)]
    assert [one.name for one in made] == ["Bath", "bath"]


def test_in_which_routine_it_was_on_today(baths, open_window, hands):
    page = open_window(baths.journal).page
    assert {"Bath (1)", "bath (2)"} < set(page.lines[0].said().split(" · "))
    hands.press("2")
    page.lines[0].open_note()
    menu = page.findChild(WhereMenu)
    told = [name for _, name in menu._routines()]
    assert told[:2] == ["Bath (1)", "bath (2)"]
    assert len(told) == len({*told}) == len(baths.journal.family().routines)


def test_in_which_routine_it_was_in_the_journal_and_in_progress(baths, open_at, hands):
    one, other = (r for r in baths.journal.family().routines.values() if r.name.lower() == "bath")
    first, today = baths.ids["Two choices"], baths.journal.today()
    baths.journal.records.save(
        *(practice(first, day=today, routine=r.id, rating=2) for r in (one, other))
    )
    page = open_at("journal", baths)
    said = rows(page)
    assert [sum(name in row for row in said) for name in ("Bath (1)", "bath (2)")] == [1, 1]
    page = open_at("progress", baths)
    assert {"Bath (1)", "bath (2)"} < set(offered_by(page.filter.bar, "Routine"))


def test_twins_of_one_name_on_the_recovery_sheet(three, open_at, qtbot):
    three.journal.records.save(Child(id=uuid4(), name=three.child.name))
    shown = RecoverySheetDialog(open_at("safe", three).desk, bytes(32), None)
    qtbot.addWidget(shown)
    assert shown.sheet().children == ("Maya", "Maya (2)")
