"""The Progress page as a person opens it: words first, days to open, periods that stay chosen."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import DiskError
from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Flag, Note
from homejournal.services.days.days import PracticeTold
from homejournal.ui.progress import page as progress_page
from homejournal.ui.progress.cards.strategy_rows import StrategyRow
from homejournal.ui.widgets.button import Pill
from tests.ui.conftest import SUNDAY
from tests.ui.shown_pages import FIRST, LAST, VISIT

Key = Qt.Key


def pill(page, hands, words, settled):
    hands.click(hands.named(page, Pill, words))
    return settled(page)


def said(page, hands):
    return " | ".join(hands.texts(page.body))


def test_all_strategies_stand_there_in_words_since_the_last_visit(progress, hands):
    assert progress.counted.asked.period == Period(VISIT, LAST)
    assert "March 12 to March 21, 2026" in hands.texts(progress.filter)
    names = [row.title() for row in progress.body.all.rows.rows]
    assert sorted(names) == ["Barefoot", "New bite", "To bed", "Two choices"]
    assert "Did it on 10 of 10 planned days" in said(progress, hands)


def test_what_was_celebrated_stands_above_all_strategies(progress):
    moments, rows = progress.body.all.moments, progress.body.all.rows
    assert moments.isVisible()
    assert moments.geometry().bottom() < rows.geometry().top()


def test_a_strategy_that_is_only_done_says_its_days_once(progress):
    (row,) = [one for one in progress.body.all.rows.rows if one.title() == "Barefoot"]
    assert row.open.accessibleDescription().count("Did it on") == 1


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("4 weeks", Period(SUNDAY - timedelta(days=27), SUNDAY)),
        ("3 months", Period(date(2025, 12, 23), SUNDAY)),
        ("Everything", Period(FIRST, SUNDAY)),
        ("Own dates…", Period(VISIT, LAST)),
    ],
)
def test_each_period_is_one_click(progress, hands, settled, words, period):
    pill(progress, hands, words, settled)
    assert progress.counted.asked.period == period


def test_without_a_visit_nothing_is_called_since_one(progress, looked, hands, settled):
    pill(progress, hands, "Since the last visit", settled)
    progress.window().desk.editing.do("x", lambda: looked.journal.records.delete(looked.visit))
    settled(progress)
    assert "Since the last visit" not in hands.texts(progress)
    assert hands.named(progress, Pill, "Since we began").isChecked()
    assert progress.counted.asked.period == Period(FIRST, LAST)


def test_what_was_chosen_is_kept_for_the_next_window(progress, hands, settled):
    pill(progress, hands, "3 months", settled)
    assert progress.desk.preferences.progress_period == "three_months"


def test_the_next_page_begins_with_what_was_chosen(looked, preferences, open_progress):
    preferences.progress_period = "four_weeks"
    page = open_progress(looked)
    assert page.counted.asked.period.start == SUNDAY - timedelta(days=27)


@pytest.mark.parametrize("kept", ["own", "a year", ""])
def test_a_period_that_cannot_be_kept_is_the_usual_one(looked, preferences, open_progress, kept):
    preferences.progress_period = kept
    assert open_progress(looked).counted.asked.period == Period(VISIT, LAST)


def test_another_language_asks_for_the_same_again(progress, hands, settled, choose):
    choose(progress, progress.filter.strategy, "To bed")
    pill(progress, hands, "Own dates…", settled)
    progress.periods.first.set_day(date(2026, 3, 14))
    choose(progress, "Who did it", "Mom")
    before = progress.counted.asked
    progress.window().set_language("es")
    page = settled(progress.window().page)
    assert page is not progress
    assert page.counted.asked == before
    assert page.filter.strategy.currentText() == "To bed"


def test_a_look_closer_is_one_click_or_one_key(progress, hands, settled):
    rows = {row.title(): row for row in progress.body.all.rows.rows}
    hands.click(rows["To bed"].open)
    settled(progress)
    assert progress.counted.asked.strategy == progress.counted.backs[0].written.strategy.id
    assert progress.filter.strategy.currentText() == "To bed"
    assert progress.filter.strategy.hasFocus()
    assert progress.body.one.head.title() == "To bed"


def test_return_on_a_name_looks_closer(progress, hands, settled):
    row = progress.findChildren(StrategyRow)[0]
    row.open.setFocus()
    hands.press(Key.Key_Return)
    settled(progress)
    assert progress.body.one.isVisible()
    assert progress.body.one.head.title() == row.title()


def test_the_way_back_leads_to_the_row_that_was_opened(progress, hands, settled):
    for name in ("To bed", "New bite"):
        rows = {row.title(): row for row in progress.body.all.rows.rows}
        hands.click(rows[name].open)
        settled(progress)
        assert progress.filter.back.isVisible()
        hands.click(progress.filter.back)
        settled(progress)
        assert rows[name].open.hasFocus()
        assert not progress.filter.strategy.isVisible()


def test_escape_leads_back_to_all_strategies(progress, hands, settled, choose):
    choose(progress, progress.filter.strategy, "To bed")
    progress.filter.strategy.setFocus()
    hands.press(Key.Key_Escape)
    settled(progress)
    assert progress.body.all.isVisible()
    hands.press(Key.Key_Escape)
    settled(progress)
    assert progress.body.all.isVisible()


def test_what_is_shown_is_said_after_a_choice_and_not_after_a_save(
    progress, looked, settled, choose, monkeypatch
):
    spoken = []
    monkeypatch.setattr(progress_page, "announce", lambda _on, words: spoken.append(words))
    choose(progress, progress.filter.strategy, "To bed")
    (words,) = spoken
    assert words.startswith("To bed. Did it on 10 of 10 planned days. ")
    choose(progress, progress.filter.strategy, "All of Maya")
    assert spoken[1:] == ["4 strategies are shown."]
    bed, told = looked.ids["To bed"], PracticeTold(rating=Decimal(30))
    window = progress.window()
    window.desk.editing.do("Did it", lambda: looked.journal.days.did_it(bed, SUNDAY, told))
    settled(progress)
    assert len(spoken) == 2


def test_a_new_entry_is_counted_at_once(progress, looked, settled, choose, hands):
    choose(progress, progress.filter.strategy, "To bed")
    assert "on 10 days" in said(progress, hands)
    bed, told = looked.ids["To bed"], PracticeTold(rating=Decimal(30))
    editing = progress.window().desk.editing
    editing.do("Did it", lambda: looked.journal.days.did_it(bed, SUNDAY, told))
    settled(progress)
    assert "on 11 days" in said(progress, hands)
    assert progress.counted.asked.period.end == SUNDAY


def test_the_next_day_is_taken_in_at_midnight(progress, clock, settled, hands):
    pill(progress, hands, "4 weeks", settled)
    clock.move(days=1)
    progress.window().follow_day()
    settled(progress)
    assert progress.counted.asked.period.end == SUNDAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("service", "read"),
    [
        ("looking_back", "written"),
        ("looking_back", "celebrations"),
        ("looking_back", "periods"),
        ("numbers", "first_day"),
    ],
)
def test_a_journal_that_cannot_be_read_is_said_and_what_was_shown_stays(
    progress, hands, settled, monkeypatch, service, read
):
    looking = getattr(progress.desk.journal, service)

    def refuse(*_):
        raise DiskError(progress.desk.journal.folder)

    monkeypatch.setattr(looking, read, refuse)
    pill(progress, hands, "4 weeks", settled)
    assert "did not let homejournal" in progress.trouble.text()
    assert progress.trouble.isVisible()
    assert progress.body.all.isVisible()
    monkeypatch.undo()
    pill(progress, hands, "3 months", settled)
    assert not progress.trouble.isVisible()


def test_another_child_is_looked_back_at_alone(progress, looked, settled, hands, choose):
    choose(progress, progress.filter.strategy, "To bed")
    twin = Child(id=uuid4(), name="Ana", born=date(2024, 5, 4))
    looked.journal.records.save(twin)
    progress.window().show_child(twin.id)
    settled(progress)
    assert "Nothing to look back at yet" in said(progress, hands)
    assert progress.filter.strategy.currentText() == "All of Ana"


def test_a_page_is_opened_at_a_strategy(progress, looked, settled):
    progress.window().open_page("progress", looked.ids["New bite"])
    settled(progress)
    assert progress.body.one.head.title() == "New bite"


def test_an_entry_that_is_celebrated_leads_to_the_journal(progress, hands, settled):
    button = hands.named(progress, QPushButton, "Saturday, March 21, 2026")
    assert button.accessibleDescription() == "“She hummed the song”"
    hands.click(button)
    QApplication.processEvents()
    window = progress.window()
    assert window.page_name == "journal"
    asked = window.page.typed()
    assert (asked.start, asked.end) == (LAST, LAST)


def test_of_many_celebrations_the_rest_is_one_press_away(looked, open_progress, hands):
    for place in range(14):
        looked.journal.notes.write(
            Note(
                id=uuid4(),
                child=looked.house.child.id,
                day=LAST,
                text=f"A joy, {place}",
                flags=(Flag.CELEBRATION,),
            )
        )
    page = open_progress(looked)
    moments = page.body.all.moments
    assert sum("A joy" in words for words in hands.texts(moments)) == 1
    more = next(button for button in moments.findChildren(QPushButton) if "more" in button.text())
    more.setFocus()
    hands.press(Key.Key_Space)
    assert sum("A joy" in words for words in hands.texts(moments)) == 14
    assert moments.isAncestorOf(QApplication.focusWidget())


def test_that_nothing_is_written_is_said_once(looked, open_progress, hands):
    looked.house.plan("Still to try")
    rows = open_progress(looked).body.all.rows.rows
    (row,) = [one for one in rows if one.title() == "Still to try"]
    said = "Nothing is written down for these days."
    assert row.open.accessibleDescription() == said
    assert hands.texts(row).count(said) == 1
