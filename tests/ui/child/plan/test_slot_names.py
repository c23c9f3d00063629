"""The name of a time is corrected with all that is written under it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.records.plan import Often
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.ui.child.plan.strategy_dialog import StrategyDialog
from tests.ui.conftest import SUNDAY
from tests.ui.day_lines import choose_in_menu


@pytest.fixture
def wait(house):
    """Two named times a day; today the first was done, and the second not."""
    strategy = house.plan("Wait", Often(times=2, slots=("Breakfast", "Dinner")))
    days = house.journal.days
    days.did_it(strategy, SUNDAY, PracticeTold(slot="Breakfast"))
    days.not_today(house.child.id, SUNDAY, MarkTold(strategy=strategy, slot="Dinner"))
    return strategy


@pytest.fixture
def form(house, desk, wait):
    opened = []

    def ask(since):
        state = plan_state(house.journal.family(), house.child.id, SUNDAY)
        dialog = StrategyDialog(desk, state, state.strategies[0])
        opened.append(dialog)
        dialog.ask()
        next(pill for pill in dialog._since.pills if pill.words == since).click()
        return dialog

    yield ask
    for dialog in filter(isValid, opened):
        dialog.hide()
        dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def slots(house):
    day = house.day()
    return [one.slot for one in (*day.practices, *day.marks)]


def test_a_corrected_name_takes_what_is_written_along_in_one_step(house, desk, form):
    dialog = form("All along")
    dialog.form.fields["slots"].setText("Morning, Supper")
    dialog.save()
    assert dialog.result() == dialog.DialogCode.Accepted
    assert slots(house) == ["Morning", "Supper"]
    desk.editing.undo()
    assert slots(house) == ["Breakfast", "Dinner"]


@pytest.mark.parametrize("since", ["All along", "New from a day on"])
def test_what_would_lose_its_time_is_told_before_it_is_saved(house, form, hands, since):
    dialog = form(since)
    dialog.form.fields["slots"].setText("Breakfast")
    dialog.save()
    said = " ".join(hands.texts(dialog))
    assert dialog.isVisible()
    assert "Dinner, not today" in said
    assert "Breakfast, did it" not in said
    dialog.save()
    assert dialog.result() == dialog.DialogCode.Accepted
    assert slots(house) == ["Breakfast", "Dinner"]


def test_not_today_under_a_name_that_is_gone_is_seen_on_today_and_can_be_taken_back(
    house, wait, open_window, hands
):
    (step,) = house.journal.family().steps[wait]
    house.journal.records.save(replace(step, often=Often(times=1, slots=("Breakfast",))))
    row = open_window(house.journal).page.rows[0]
    seen = [time for time in row.card.times if time.extra]
    assert [(time.slot, time.mark is not None) for time in seen] == [("Dinner", True)]
    dinner = row.lines[1]
    assert "Dinner" in hands.texts(dinner)
    assert dinner.said() == "Not today"
    choose_in_menu(dinner, "Take back “not today”")
    assert house.day().marks == ()
