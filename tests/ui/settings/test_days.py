"""The day's end and the week's begin as settings: the whole window follows them at once."""

from datetime import time, timedelta

from PySide6.QtCore import Qt

from homejournal.domain.days.periods import WeekStart
from homejournal.services.opening import open_journal
from homejournal.ui.base.language import first_weekday
from homejournal.ui.papers.fridge_week_dialog import FridgeDialog
from homejournal.ui.widgets.button import Pill
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from tests.ui.settings.test_page import CONTROL, Key, card_of, choose, settings

__all__ = ["settings"]

MONDAY, SUNDAY = 0, 6


def test_the_day_turns_back_and_on_with_the_day_end(three, settings, hands):
    three.clock.move(hours=6)  # Monday, two in the morning
    settings.follow_day()
    settings.open_page("today")
    assert settings.page.title == "Today"
    sunday = settings.page.day
    hands.press(Key.Key_Return, "Before it ends")
    hands.press(Key.Key_Comma, modifier=CONTROL)
    choose(card_of(settings, "day_end").day_end, time(1, 30))
    settings.open_page("today")
    assert settings.page.day == sunday + timedelta(days=1)
    assert [note.text for note in three.day(sunday).notes] == ["Before it ends"]
    settings.desk.editing.undo()
    assert three.journal.settings.day_end == time(4)
    assert settings.page.day == sunday


def test_a_half_written_note_stays_with_its_day_when_the_day_end_is_taken_back(
    three, settings, hands
):
    three.clock.move(hours=6)
    choose(card_of(settings, "day_end").day_end, time(1, 30))
    settings.open_page("today")
    monday = settings.page.day
    hands.press(Key.Key_Return, "Still writing")
    settings.desk.editing.undo()
    assert settings.page.day == monday
    assert settings.page.lines[0].note.field.text() == "Still writing"


def test_an_hour_that_is_not_offered_is_shown_as_it_is(three, settings):
    from dataclasses import replace

    three.journal.change_settings(replace(three.journal.settings, day_end=time(4, 20)))
    settings.page.refresh()
    assert card_of(settings, "day_end").day_end.value() == time(4, 20)


def test_a_week_begins_where_the_family_says(three, settings, hands):
    hands.click(hands.named(settings.page, Pill, "Sunday"))
    assert three.journal.settings.week_start is WeekStart.SUNDAY
    assert settings.frame.toast.text() == "A week begins on: Sunday"
    settings.desk.editing.undo()
    assert three.journal.settings.week_start is WeekStart.MONDAY
    assert hands.named(settings.page, Pill, "Monday").isChecked()


def test_a_journal_that_is_only_read_keeps_its_days(three, open_window, tmp_path):
    reading = open_journal(
        tmp_path / "journal", clock=three.clock, device=three.mom.id, write=False
    )
    window = open_window(reading, page="settings", place="week_start")
    assert not card_of(window, "day_end").day_end.isEnabled()
    assert card_of(window, "language").language.isEnabled()


def test_every_calendar_follows_the_week_at_once(three, settings, hands, qtbot):
    three.journal.days.did_it(three.ids["Sign more"], three.clock().date())
    settings.open_page("progress", three.ids["Sign more"])
    qtbot.waitUntil(lambda: not settings.is_busy)
    progress = settings.page
    qtbot.waitUntil(lambda: week_start(progress) is WeekStart.MONDAY)
    settings.open_page("settings")
    hands.click(hands.named(settings.page, Pill, "Sunday"))
    settings.open_page("progress")
    qtbot.waitUntil(lambda: week_start(progress) is WeekStart.SUNDAY)
    settings.open_page("today")
    assert first_weekday(settings.page) is Qt.DayOfWeek.Sunday
    edit = DayEdit(three.clock().date(), parent=settings.page)
    edit.show()
    assert opened_month(edit, hands) is Qt.DayOfWeek.Sunday
    settings.desk.editing.undo()
    assert first_weekday(settings.page) is Qt.DayOfWeek.Monday
    assert opened_month(edit, hands) is Qt.DayOfWeek.Monday


def opened_month(edit, hands):
    """Open the month of a field for a day; return the day on which its weeks begin."""
    hands.click(edit.field)
    month = edit.field.calendarWidget()
    first = month.firstDayOfWeek()
    month.window().close()
    return first


def week_start(progress):
    """Return on which day the weeks begin under which the strategies stand."""
    shown = progress.counted.rows if progress.counted else None
    return shown.axis.week_start if shown else None


def test_the_week_to_type_in_and_the_sheet_for_the_fridge_follow_the_week(settings, hands):
    settings.open_page("week_grid")
    grid = settings.page
    assert grid.model.grid.period.start.weekday() == MONDAY
    settings.open_page("settings")
    hands.click(hands.named(settings.page, Pill, "Sunday"))
    settings.open_page("week_grid")
    assert grid.model.grid.period.start.weekday() == SUNDAY
    settings.window_actions.child.print_week()
    (dialog,) = settings.findChildren(FridgeDialog)
    assert dialog.dates.text() == "March 22 to March 28, 2026"
    dialog.reject()


def test_who_wants_no_calm_first_month_sees_all_at_once(three, settings, hands):
    hands.click(card_of(settings, "calm").calm.pills[1])
    assert not three.journal.settings.calm
    settings.open_page("plan")
    assert settings.frame.tabs.bar.count() == 3
    settings.desk.editing.undo()
    assert three.journal.settings.calm
    assert settings.frame.tabs.bar.count() == 2
