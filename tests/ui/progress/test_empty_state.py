"""Where there is nothing to look back at, the page says why and offers a way out."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.days.periods import Period
from homejournal.domain.records.plan import Strategy
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.ui.base.actions import Action
from homejournal.ui.progress import page as progress_page
from homejournal.ui.progress.counting_and_drawing import Way
from homejournal.ui.widgets.button import Pill
from tests.ui.conftest import START, SUNDAY


def body_texts(page, hands):
    return hands.texts(page.body)


def test_without_a_plan_it_leads_to_the_plan(house, open_progress, hands):
    page = open_progress(house)
    assert page.body.way is Way.PLAN
    # No day stands there on which nothing began.
    assert not any("2026" in words for words in hands.texts(page))
    assert "Nothing to look back at yet" in body_texts(page, hands)
    hands.click(hands.named(page, QPushButton, "Go to the plan"))
    assert page.window().page_name == "plan"


@pytest.mark.parametrize("days", ["Since we began", "3 months", "Everything"])
def test_with_a_plan_and_nothing_written_it_leads_to_today(
    three, open_progress, hands, settled, days
):
    page = open_progress(three)
    hands.click(hands.named(page, Pill, days))
    settled(page)
    assert page.body.way is Way.TODAY
    hands.click(hands.named(page, QPushButton, "Go to Today"))
    assert page.window().page_name == "today"


def test_days_without_anything_lead_to_all_days(three, open_progress, hands, settled):
    long_ago = SUNDAY - timedelta(days=80)
    three.journal.days.did_it(three.ids["Sign more"], long_ago, PracticeTold())
    page = open_progress(three)
    hands.click(hands.named(page, Pill, "4 weeks"))
    settled(page)
    assert page.body.way is Way.ALL_DAYS
    assert "Nothing is written in these days" in body_texts(page, hands)
    hands.click(hands.named(page, QPushButton, "Show all days"))
    settled(page)
    assert page.body.way is None
    assert page.counted.asked.period.start == long_ago
    assert page.desk.preferences.progress_period == "all"


def test_a_filter_that_leaves_nothing_over_can_be_taken_away(progress, hands, choose, settled):
    choose(progress, "Routine", "Play")
    assert progress.body.way is Way.NO_FILTER
    assert "Nothing fits the filter" in body_texts(progress, hands)
    hands.click(hands.named(progress, QPushButton, "Show all"))
    settled(progress)
    assert progress.body.way is None
    assert len(progress.body.all.rows.rows) == 4


def test_why_there_is_nothing_is_said(progress, choose, monkeypatch):
    spoken = []
    monkeypatch.setattr(progress_page, "announce", lambda _on, words: spoken.append(words))
    choose(progress, "Routine", "Play")
    assert spoken == ["Nothing fits the filter. What you wrote is hidden by the filter, not lost."]


def test_nothing_is_printed_or_saved_where_there_is_nothing(three, open_progress, qtbot):
    page = open_progress(three)
    assert not page.filter.print.isVisible()
    for does in (Action.PRINT, Action.SAVE_PDF):
        with qtbot.waitSignal(page.tells) as told:
            page.window().menus.action(does).trigger()
        assert told.args == ["There is nothing here to print or save yet."]


def test_days_that_are_all_left_out_are_told_in_a_sentence_and_drawn(three, open_progress, choose):
    sick = MarkTold(reason=LeftOutReason.SICK)
    three.journal.days.left_out(three.child.id, Period(START, SUNDAY), sick)
    page = open_progress(three)
    choose(page, page.filter.strategy, "Sign more")
    panel = page.body.one.chart.panel
    assert panel.headline.text() == "All planned days were left out"
    words = {mark.words for mark in panel.view.shown.marks if mark.start == mark.end}
    assert all("left out (sick)" in said for said in words)


def test_dates_of_a_single_day_and_back_have_their_pictures(progress, hands, settled, choose):
    choose(progress, progress.filter.strategy, "To bed")
    hands.click(hands.named(progress, Pill, "Own dates…"))
    day, view = date(2026, 3, 11), progress.body.one.chart.panel.view
    progress.periods.first.set_day(day)
    progress.periods.last.set_day(day)
    settled(progress)
    assert view.shown.stretches[0][:2] == (day, day)
    progress.periods.last.set_day(date(2026, 3, 15))
    settled(progress)
    assert view.shown.stretches[0][:2] == (day, date(2026, 3, 15))


def test_a_strategy_that_was_never_planned_is_shown_as_it_is(house, open_progress, settled):
    strategy = Strategy(id=uuid4(), child=house.child.id, name="Some day")
    house.plan("Sign more", kind=RatingKind.HELP)
    house.journal.records.save(strategy)
    house.journal.days.did_it(house.ids["Sign more"], SUNDAY, PracticeTold(rating=2))
    page = open_progress(house)
    page.window().open_page("progress", strategy.id)
    settled(page)
    assert page.body.way is Way.TODAY
    QApplication.processEvents()
