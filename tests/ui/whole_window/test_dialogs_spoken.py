"""Every form can be heard and gone through: names, one way in and out for Tab, and its buttons."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QPushButton

from homejournal.domain.days.periods import Period
from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.records.notes import Note
from homejournal.domain.records.plan import Often, StepKind
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import RatingKind, Tries
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.ui.base.actions import Action
from homejournal.ui.child.outcomes.outcome_dialogs import OutcomeDialog
from homejournal.ui.child.plan.step_dialog import StepDialog
from homejournal.ui.child.plan.strategy_dialog import StrategyDialog
from tests.ui.conftest import SUNDAY
from tests.ui.entries import open_entry
from tests.ui.whole_window.test_every_page import fields as reached
from tests.ui.whole_window.test_every_page import nameless, spoken

Key = Qt.Key
RATED = {
    "help": (RatingKind.HELP, 2),
    "number": (RatingKind.NUMBER, Decimal(5)),
    "tries": (RatingKind.TRIES, Tries(took=2, of=5)),
    "none": (RatingKind.NONE, None),
}


def in_plan(window, make):
    desk = window.desk
    state = plan_state(desk.journal.family(), window.page.child, SUNDAY)
    make(desk, state, state.strategies[0], window).ask()


def asks(*, new):
    return lambda window: in_plan(
        window,
        lambda desk, state, one, above: StrategyDialog(desk, state, None if new else one, above),
    )


def steps(kind):
    return lambda window: in_plan(
        window, lambda desk, state, one, above: StepDialog(desk, state, kind, one, above)
    )


def outcome(window):
    OutcomeDialog(window.desk, window.page.child, None, window).ask()


def left_out(window):
    window.page.days_out()


def of_team(does):
    def asked(window):
        window.open_page("team")
        window.page.rows[0].wanted.emit(does, window.page.rows[0].told)

    return asked


def of_visit_page(way):
    def asked(window):
        window.open_page("visit_page")
        window.page.go(way)

    return asked


def of_list(does, words):
    def asked(window):
        window.window_actions.do(does)
        QApplication.processEvents()
        found = QApplication.activeModalWidget().does.findChildren(QPushButton)
        next(one for one in found if one.text() == words).click()

    return asked


DIALOGS = {
    "add a child": lambda window: window.window_actions.child.add_child(),
    "add a helper": of_list(Action.PEOPLE, "Add somebody…"),
    "a life event": of_list(Action.LIFE_EVENTS, "Add an event…"),
    "outcome": outcome,
    "left out": left_out,
    **{f"page {way}": of_visit_page(way) for way in ("locked", "short")},
    **{f"team {does}": of_team(does) for does in ("meeting", "thanks", "own", "contact", "change")},
    "strategy new": asks(new=True),
    "strategy changed": asks(new=False),
    **{f"step {kind.value}": steps(kind) for kind in (StepKind.PAUSE, StepKind.FINISH)},
}


def opened(window, opener):
    opener(window)
    QApplication.processEvents()
    return QApplication.activeModalWidget()


@pytest.fixture
def planned(house):
    house.plan("Sign more", Often(times=2, slots=("nap", "night")))
    return house


@pytest.mark.parametrize("name", DIALOGS)
def test_every_part_of_a_form_has_a_name_and_a_role_and_tab_goes_through_it_and_back(
    planned, open_window, hands, name
):
    dialog = opened(open_window(planned.journal), DIALOGS[name])
    assert nameless(dialog) == []
    roles = {QAccessible.queryAccessibleInterface(one).role() for one in reached(dialog)}
    assert QAccessible.Role.Client not in roles
    start, seen = QApplication.focusWidget(), []
    for _ in range(80):
        hands.press(Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        # A field for a day first lets Tab go through its month, day and year.
        if seen[-1] is start and len(set(seen)) > 1:
            break
    assert seen[-1] is start
    buttons = [one.text() for one in seen if isinstance(one, QPushButton) and not one.isCheckable()]
    assert buttons[-1] == "Cancel"
    assert isinstance(start, QLineEdit) or spoken(start)
    dialog.done(QDialog.DialogCode.Rejected)


@pytest.mark.parametrize("name", RATED)
def test_a_practice_can_be_heard_while_it_is_changed(house, open_window, name):
    kind, rating = RATED[name]
    strategy = house.plan("Sign more", kind=kind, unit="words" if name == "number" else None)
    house.journal.days.did_it(strategy, SUNDAY, PracticeTold(rating=rating))
    dialog = opened(open_window(house.journal), change_first)
    assert nameless(dialog) == []
    choices = [button for button in dialog.findChildren(QAbstractButton) if button.isCheckable()]
    assert all(choice.accessibleDescription() or choice.text() for choice in choices)
    dialog.done(QDialog.DialogCode.Rejected)


def test_a_mark_and_a_note_can_be_heard_while_they_are_changed(planned, open_window):
    journal, child = planned.journal, planned.child.id
    told = MarkTold(strategy=planned.ids["Sign more"], reason=LeftOutReason.SICK)
    journal.days.left_out(child, Period(SUNDAY, SUNDAY), told)
    window = open_window(journal)
    dialog = opened(window, change_first)
    assert nameless(dialog) == []
    dialog.done(QDialog.DialogCode.Rejected)
    journal.notes.write(Note(id=uuid4(), child=child, day=date(2026, 3, 21), text="A word"))
    window.page.heard(None)
    open_entry(window.page, 1)
    window.page.entry.edit()
    assert nameless(QApplication.activeModalWidget()) == []


def change_first(window):
    window.open_page("journal")
    open_entry(window.page)
    window.page.entry.edit()
