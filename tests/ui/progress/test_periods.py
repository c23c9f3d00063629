"""Dates of one's own on Progress: typed, taken once they are in order, and said where not."""

from datetime import date
from decimal import Decimal

import pytest

from homejournal.domain.days.periods import Period
from homejournal.services.days.days import PracticeTold
from homejournal.ui.base.actions import Action
from homejournal.ui.progress import filters
from tests.ui.progress.test_page import Key, pill
from tests.ui.shown_pages import FIRST, LAST

TURNED_ROUND = "The first day comes after the last one. Change one of the two."


def test_own_dates_are_taken_as_soon_as_they_are_in_order(progress, hands, settled):
    pill(progress, hands, "Own dates…", settled)
    progress.periods.first.set_day(date(2026, 3, 14))
    settled(progress)
    assert progress.counted.asked.period == Period(date(2026, 3, 14), LAST)


@pytest.fixture
def turned_round(progress, hands, settled, monkeypatch):
    """Own dates of which the first comes after the last."""
    spoken = []
    monkeypatch.setattr(filters, "announce", lambda _on, words: spoken.append(words))
    pill(progress, hands, "Own dates…", settled)
    progress.periods.last.set_day(FIRST)
    settled(progress)
    assert spoken == [TURNED_ROUND]
    return progress


def test_dates_that_are_turned_round_are_said_at_once_and_at_their_fields(turned_round, hands):
    periods = turned_round.periods
    assert TURNED_ROUND in hands.texts(periods)
    for day in (periods.first, periods.last):
        assert day.field.accessibleDescription() == TURNED_ROUND


def test_no_numbers_of_other_days_stand_under_dates_that_are_turned_round(
    turned_round, hands, settled, looked
):
    page = turned_round
    assert not hands.texts(page.body)
    told = PracticeTold(rating=Decimal(30))
    editing = page.window().desk.editing
    editing.do("Did it", lambda: looked.journal.days.did_it(looked.ids["To bed"], LAST, told))
    settled(page)
    assert not page.body.isVisible()
    page.periods.first.set_day(FIRST)
    settled(page)
    assert page.body.isVisible()
    assert page.filter.print.isVisible()
    assert page.counted.asked.period == Period(FIRST, FIRST)
    assert TURNED_ROUND not in hands.texts(page.periods)
    assert page.periods.first.field.accessibleDescription() == ""


def test_dates_that_are_turned_round_are_not_printed(turned_round, qtbot):
    assert not turned_round.filter.print.isVisible()
    for does in (Action.PRINT, Action.SAVE_PDF):
        with qtbot.waitSignal(turned_round.tells) as told:
            turned_round.window().menus.action(does).trigger()
        assert told.args == [TURNED_ROUND]


def test_own_dates_are_typed(progress, hands, settled):
    pill(progress, hands, "Own dates…", settled)
    first = progress.periods.first.field
    first.setFocus()
    first.selectAll()
    hands.press("3/1/2026", Key.Key_Tab)
    settled(progress)
    assert progress.counted.asked.period == Period(date(2026, 3, 1), LAST)
