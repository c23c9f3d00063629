"""Other days, days left out, and what the head of Today says."""

from dataclasses import replace
from datetime import date, time
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QPushButton

from homejournal.domain.days.periods import Period
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import Often, PlanStep, StepKind, Weekday
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.visits import Visit
from homejournal.services.days.days import MarkTold
from homejournal.ui.child.plan.strategy_dialog import StrategyDialog
from homejournal.ui.today.columns import SideColumn
from homejournal.ui.widgets.button import Pill
from homejournal.ui.widgets.day_navigation import LateLine
from homejournal.ui.widgets.fields.date_and_time import CalendarPopup
from tests.ui.conftest import SUNDAY
from tests.ui.day_lines import choose_of_day
from tests.ui.waiting import settle_window

Key = Qt.Key
SATURDAY = date(2026, 3, 21)


def dialog_of(window):
    return next(one for one in window.findChildren(QDialog) if one.isVisible())


def test_brackets_and_t_walk_between_the_days(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(hands.alt("Left"))
    assert (window.page.day, window.page.title) == (SATURDAY, "Yesterday")
    hands.press(hands.alt("Left"))
    assert window.page.title == "Friday"
    hands.press(hands.alt("Right"))
    assert window.page.day == SATURDAY
    hands.press(hands.alt("Home"))
    assert window.page.day == SUNDAY


def test_alt_and_arrows_walk_between_the_days(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert window.page.day == SATURDAY
    hands.press(Key.Key_Right, modifier=Qt.KeyboardModifier.AltModifier)
    assert window.page.day == SUNDAY


def test_the_days_stay_where_they_are_whoever_writes(three, open_window, qtbot):
    window = open_window(three.journal)
    header = window.page.header

    def place_with(writer):
        header.writer.picked(writer)
        settle_window(window, qtbot)
        return header.strip.mapTo(window, header.strip.rect().topLeft())

    for wide in range(760, 1400, 40):
        window.resize(wide, 700)
        places = {place_with(writer) for writer in (None, *three.journal.family().writers)}
        assert len(places) == 1, wide


def test_there_is_no_way_past_today(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(hands.alt("Right"))
    assert window.page.day == SUNDAY
    assert not hands.named(window.page, QPushButton, "The week after").isEnabled()


def test_a_past_day_is_written_from_the_week_strip(three, open_window, hands):
    window = open_window(three.journal)
    hands.click(hands.named(window.page, QAbstractButton, "Friday, March 20, 2026: not written"))
    hands.press("3")
    friday = date(2026, 3, 20)
    assert [(one.day, one.rating) for one in three.day(friday).practices] == [(friday, 3)]
    hands.named(window.page, QAbstractButton, "Friday, March 20, 2026: did it")
    assert window.page.lines[0].said() == "✓ A little help · written later"


def test_a_day_of_the_calendar_is_opened(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    hands.click(window.page.header.calendar)
    popup = window.page.findChild(CalendarPopup)
    popup.chosen.emit(date(2026, 3, 9))
    popup.close()
    assert window.page.day == date(2026, 3, 9)


def test_before_the_start_nothing_is_planned_but_a_strategy_can_be_used(house, open_window, hands):
    house.plan("Pause", start=SUNDAY)
    window = open_window(house.journal)
    hands.press(hands.alt("Left"))
    assert "Nothing is planned for this day" in hands.texts(window.page)


def test_a_paused_strategy_can_be_written_as_extra(three, open_window, hands):
    paused = three.ids["Two choices"]
    three.journal.records.save(
        PlanStep(id=uuid4(), strategy=paused, from_day=SUNDAY, step=StepKind.PAUSE)
    )
    window = open_window(three.journal)
    assert len(window.page.rows) == 2
    hands.click(hands.named(window.page, QPushButton, "Two choices: did it"))
    assert [one.strategy for one in three.day().practices] == [paused]
    assert len(window.page.rows) == 3


def test_named_weekdays_are_planned_on_those_days_only(house, open_window, hands):
    house.plan("Swim", Often(weekdays=(Weekday.SAT,)))
    window = open_window(house.journal)
    assert window.page.rows == ()
    hands.press(hands.alt("Left"))
    assert [row.card.strategy.name for row in window.page.rows] == ["Swim"]


def test_a_few_days_are_left_out_in_one_step(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    choose_of_day(window.page, "Left out for a few days…")
    dialog = dialog_of(window)
    dialog.start.set_day(date(2026, 3, 19))
    hands.click(hands.named(dialog, Pill, "Away"))
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    marks = three.journal.days.between(three.child.id, date(2026, 3, 18), SUNDAY).marks
    assert [mark.day.day for mark in marks] == [19, 20, 21, 22]
    assert {(mark.strategy, mark.reason) for mark in marks} == {(None, LeftOutReason.AWAY)}
    assert "Left out: away" in hands.texts(window.page)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    hands.press("z", modifier=Qt.KeyboardModifier.ControlModifier)
    assert three.journal.days.between(three.child.id, date(2026, 3, 18), SUNDAY).marks == ()


def test_days_that_are_reversed_get_a_sentence_and_the_dialog_stays(three, open_window, hands):
    window = open_window(three.journal)
    choose_of_day(window.page, "Left out for a few days…")
    dialog = dialog_of(window)
    dialog.end.set_day(date(2026, 3, 1))
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    assert dialog.isVisible()
    assert any("last day comes before the first" in text for text in hands.texts(dialog))
    assert three.day().marks == ()


def test_words_that_are_too_long_get_a_sentence_and_stay(three, open_window, hands):
    window = open_window(three.journal)
    choose_of_day(window.page, "Left out for a few days…")
    dialog = dialog_of(window)
    field = hands.named(dialog, QLineEdit, "In our own words (optional)")
    field.setMaxLength(20_000)
    field.setText("x" * 10_000)
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    assert any("at most 2,000 letters" in text for text in hands.texts(dialog))
    assert len(field.text()) == 10_000


def test_left_out_for_all_can_be_taken_back_from_the_page(three, open_window, hands):
    told = MarkTold(reason=LeftOutReason.SICK)
    three.journal.days.left_out(three.child.id, Period(SUNDAY, SUNDAY), told)
    window = open_window(three.journal)
    assert "Left out: sick" in hands.texts(window.page)
    hands.click(hands.named(window.page, QPushButton, "Not left out after all"))
    assert three.day().marks == ()


def test_the_next_visit_says_when_who_and_what_to_bring(three, open_window, hands):
    dana = TeamMember(id=uuid4(), name="Dana")
    visit = Visit(
        id=uuid4(),
        child=three.child.id,
        day=date(2026, 3, 23),
        time=time(9, 30),
        people=(dana.id,),
        bring="The cup",
    )
    three.journal.records.save(dana, visit)
    window = open_window(three.journal)
    said = next(text for text in hands.texts(window.page) if text.startswith("Next visit"))
    assert said.replace("\u202f", " ") == (
        "Next visit: Monday, March 23, 2026 at 9:30 AM · Dana · Bring: The cup"
    )


def test_in_a_narrow_window_the_next_visit_has_the_whole_line(three, open_window, qtbot):
    day = date(2026, 3, 23)
    visit = Visit(id=uuid4(), child=three.child.id, day=day, bring="The cup and the list of words")
    three.journal.records.save(visit)
    window = open_window(three.journal, "es")
    window.resize(320, 640)
    settle_window(window, qtbot)
    line = next(
        one for one in window.page.findChildren(QLabel) if one.text().startswith("Próxima visita")
    )
    assert line.width() > 200


def test_a_child_without_strategies_is_offered_the_first_step(house, open_window, hands):
    window = open_window(house.journal)
    hands.click(hands.named(window.page, QPushButton, "Add a strategy"))
    assert window.page_name == "plan"
    assert isinstance(dialog_of(window), StrategyDialog)


def test_at_the_end_of_the_day_a_strategy_is_added_in_its_form_at_once(three, open_window, hands):
    window = open_window(three.journal)
    hands.click(window.page.end.strategy)
    assert window.page_name == "plan"
    dialog = dialog_of(window)
    assert isinstance(dialog, StrategyDialog)
    dialog.name.setText("Songs")
    dialog.save()
    assert "Songs" in {one.name for one in three.journal.family().strategies.values()}


@pytest.mark.parametrize("name", ["x" * 200, "<b>&Sam</b>", "محمد", "👶🏽👶🏽"])
def test_names_of_any_kind_are_shown_as_they_are(house, open_window, hands, name):
    house.plan(name)
    window = open_window(house.journal)
    assert window.page.rows[0].accessibleName() == name
    hands.press("2")
    assert [one.rating for one in house.day().practices] == [2]


def late_line(window):
    return next((one for one in window.page.findChildren(LateLine) if one.isVisible()), None)


def test_after_midnight_today_says_which_day_it_still_is(three, clock, open_window):
    clock.now = clock.now.replace(day=23, hour=0, minute=30)
    window = open_window(three.journal)
    assert window.page.day == SUNDAY
    said = late_line(window).text().replace("\u202f", " ")
    assert said == "It is after midnight. Until 4:00 AM this still counts as Sunday."


def test_the_line_follows_the_clock_and_the_end_of_the_familys_day(three, clock, open_window):
    clock.now = clock.now.replace(hour=23, minute=59)
    window = open_window(three.journal)
    line = window.page.findChild(LateLine)
    assert late_line(window) is None
    clock.move(minutes=2)
    line.look()
    assert late_line(window) is line
    three.journal.change_settings(replace(three.journal.settings, day_end=time(0)))
    line.look()
    assert late_line(window) is None


def test_no_other_day_and_no_other_hour_says_it(three, clock, open_window, hands):
    clock.now = clock.now.replace(day=23, hour=3, minute=59)
    window = open_window(three.journal)
    hands.press(hands.alt("Left"))
    assert late_line(window) is None
    hands.press(hands.alt("Right"))
    assert late_line(window) is not None
    clock.move(minutes=1)
    window.follow_day()
    assert (window.page.day, late_line(window)) == (date(2026, 3, 23), None)


def test_in_a_very_wide_window_what_stands_beside_the_day_is_near_to_it(three, open_window, qtbot):
    a_visit_near = Visit(id=uuid4(), child=three.child.id, day=three.journal.today())
    three.journal.records.save(a_visit_near)
    window = open_window(three.journal)
    window.resize(2200, 900)
    (side,) = window.page.findChildren(SideColumn)
    qtbot.waitUntil(side.isVisible)
    QApplication.processEvents()
    row = window.page.rows[0]
    assert side.x() - row.mapTo(window.page, row.rect().topRight()).x() < 120
