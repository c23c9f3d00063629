"""Settings on one page: found by typing, put at once, taken back by Undo."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from homejournal.domain.people import Helper
from homejournal.domain.settings import WeekStart
from homejournal.services.opening import open_journal
from homejournal.ui.dialogs.fridge_dialog import FridgeDialog
from homejournal.ui.hiding import Hiding
from homejournal.ui.pages import settings as settings_page
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.widgets.day_calendar import DayCalendar
from homejournal.ui.widgets.day_edit import DayEdit
from homejournal.ui.widgets.days import first_weekday
from homejournal.ui.widgets.pill import Pill
from tests.ui.test_whole_window import cut, nameless

Key = Qt.Key
MONDAY, SUNDAY = 0, 6
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settings(three, open_window, hands):
    """The window with its settings open."""
    window = open_window(three.journal)
    hands.press(Key.Key_Comma, modifier=CONTROL)
    assert window.page_name == "settings"
    return window


def card_of(window, key):
    return next(card for card in window.page.cards if key in card.fields)


def shown(window):
    return [
        key for card in window.page.cards for key, field in card.fields.items() if field.isVisible()
    ]


def choose(box, value):
    box.setCurrentIndex(box.values.index(value))


def test_the_keyboard_is_in_the_search_and_words_without_accents_find(settings, hands):
    assert QApplication.focusWidget() is settings.page.search
    hands.press("night")
    assert shown(settings) == ["colors", "day_end"]
    assert "A filter hides 11 settings." in hands.texts(settings.page)
    settings.page.search.setText("NÍGHT")
    assert shown(settings) == ["colors", "day_end"]


def test_a_search_that_finds_nothing_says_so_and_goes_with_one_press(settings, hands):
    hands.press("zebra")
    assert shown(settings) == []
    assert any("Try another word" in text for text in hands.texts(settings.page))
    hands.click(hands.named(settings.page, QPushButton, "Show all settings"))
    assert len(shown(settings)) == 13
    assert QApplication.focusWidget() is settings.page.search
    hands.press("zebra", Key.Key_Escape)
    assert len(shown(settings)) == 13


def test_text_size_and_colors_are_worn_at_once_and_taken_back(settings, hands):
    before = QApplication.font().pixelSize()
    hands.click(hands.named(settings.page, Pill, "1.5 times"))
    assert QApplication.font().pixelSize() > before
    assert settings.frame.toast.text() == "Text size: 1.5 times"
    hands.click(hands.named(settings.page, Pill, "Dark"))
    assert settings.desk.preferences.scheme is Scheme.DARK
    assert [one.text() for one in scheme_lines(settings) if one.isChecked()] == ["&Dark"]
    settings.desk.editing.undo()
    settings.desk.editing.undo()
    assert QApplication.font().pixelSize() == before
    assert settings.desk.preferences.scheme is Scheme.SYSTEM
    assert hands.named(settings.page, Pill, "Usual size").isChecked()
    settings.desk.editing.redo()
    assert hands.named(settings.page, Pill, "1.5 times").isChecked()


def scheme_lines(window):
    view = window.menuBar().actions()[2].menu()
    return next(one.menu() for one in view.actions() if one.text() == "&Colors").actions()


def test_keys_that_change_the_size_are_followed_here(settings, hands):
    hands.press(Key.Key_Plus, modifier=CONTROL)
    assert hands.named(settings.page, Pill, "1.1 times").isChecked()


def test_another_language_comes_back_to_the_same_setting(settings, hands):
    settings.page.search.setText("english")
    hands.named(settings.page, Pill, "English").setFocus()
    hands.press(Key.Key_Right)
    assert settings.desk.wording.language == "ar"
    assert (settings.page_name, settings.page.search.text()) == ("settings", "english")
    QApplication.processEvents()
    assert card_of(settings, "language").focused() == "language"
    settings.frame.toast.undo.emit()
    assert settings.desk.wording.language == "en"
    assert settings.page_name == "settings"


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
    assert settings.page.cards[0].note.field.text() == "Still writing"


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


def test_who_writes_is_chosen_and_followed(three, settings):
    dad = Helper(id=three.mom.id.__class__(int=7), name="Dad")
    settings.desk.editing.do("Dad", lambda: three.journal.records.save(dad))
    box = card_of(settings, "helper").helper
    choose(box, dad.id)
    assert settings.desk.helper == dad.id
    settings.desk.editing.undo()
    assert box.value() == settings.desk.helper != dad.id


def test_the_people_who_write_are_looked_after_from_here(settings, hands):
    hands.click(hands.named(settings.page, QPushButton, "Show the list…"))
    dialog = QApplication.activeModalWidget()
    assert dialog.windowTitle() == "People who write here"
    dialog.reject()


def test_what_is_remembered_is_forgotten_and_comes_back_with_undo(settings, hands):
    preferences = settings.desk.preferences
    preferences.progress_chart, preferences.text_size = "bars", 125
    hands.click(hands.named(settings.page, QPushButton, "Forget it"))
    assert (preferences.progress_chart, preferences.text_size) == (None, 125)
    settings.desk.editing.undo()
    assert preferences.progress_chart == "bars"


def test_a_journal_that_is_only_read_keeps_its_days(three, open_window, tmp_path):
    reading = open_journal(
        tmp_path / "journal", clock=three.clock, device=three.mom.id, write=False
    )
    window = open_window(reading)
    window.open_page("settings", "week_start")
    assert not card_of(window, "day_end").day_end.isEnabled()
    assert card_of(window, "language").language.isEnabled()


def test_a_setting_that_cannot_be_saved_is_said_and_shown_as_it_stands(
    three, settings, hands, monkeypatch
):
    from homejournal.domain.errors import DiskFullError

    def full(_settings):
        raise DiskFullError(three.journal.folder)

    monkeypatch.setattr(three.journal, "change_settings", full)
    hands.click(hands.named(settings.page, Pill, "Sunday"))
    assert settings.frame.failure.isVisible()
    assert hands.named(settings.page, Pill, "Monday").isChecked()
    assert not settings.desk.editing.stack.canUndo()


def test_every_calendar_follows_the_week_at_once(three, settings, hands, qtbot):
    three.journal.days.did_it(three.ids["Sign more"], three.clock().date())
    settings.open_page("progress", three.ids["Sign more"])
    qtbot.waitUntil(lambda: not settings.is_busy)
    calendar = settings.page.findChild(DayCalendar)
    qtbot.waitUntil(lambda: weekdays(calendar)[:1] == ["Mon"])
    settings.open_page("settings")
    hands.click(hands.named(settings.page, Pill, "Sunday"))
    settings.open_page("progress")
    qtbot.waitUntil(lambda: weekdays(calendar)[:1] == ["Sun"])
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


def weekdays(calendar):
    model = calendar.table.model()
    across = Qt.Orientation.Horizontal
    return [model.headerData(place, across) for place in range(model.columnCount())]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_and_all_is_named_in_a_small_window(
    three, open_window, qapp, percent, language
):
    window = open_window(three.journal, language)
    apply_theme(qapp, Scheme.LIGHT, percent)
    window.resize(1024, 640)
    window.open_page("settings")
    for _ in range(4):
        QApplication.processEvents()
    assert (cut(window), nameless(window)) == ([], [])


def test_tab_goes_from_the_search_to_every_setting(settings, hands):
    seen = set()
    for _ in range(30):
        hands.press(Key.Key_Tab)
        seen |= {card.focused() for card in settings.page.cards}
    assert seen >= set(shown(settings))


def test_reminders_and_hiding_are_found_and_lead_there(settings, hands):
    settings.page.search.setText("alarm")
    assert len(shown(settings)) == 1
    hands.named(settings.page, QPushButton, "Reminders…").click()
    assert [type(one).__name__ for one in settings.findChildren(QDialog)] == ["RemindersDialog"]
    settings.findChildren(QDialog)[0].reject()
    settings.page.search.setText("safe")
    hands.named(settings.page, QPushButton, "Hide it now").click()
    assert Hiding.here().is_on
    Hiding.here().show_again()
    assert settings.isVisible()


def test_what_a_search_hides_is_spoken(settings, hands, monkeypatch):
    spoken = []
    monkeypatch.setattr(settings_page, "announce", lambda _on, words: spoken.append(words))
    hands.press("zoom")
    assert spoken[-1].startswith("A filter hides")


def test_the_week_to_type_in_and_the_sheet_for_the_fridge_follow_the_week(settings, hands):
    settings.open_page("week_grid")
    grid = settings.page
    assert grid.model.grid.period.start.weekday() == MONDAY
    settings.open_page("settings")
    hands.click(hands.named(settings.page, Pill, "Sunday"))
    settings.open_page("week_grid")
    assert grid.model.grid.period.start.weekday() == SUNDAY
    settings.doings.print_week()
    (dialog,) = settings.findChildren(FridgeDialog)
    assert dialog.dates.text() == "March 22 to March 28, 2026"
    dialog.reject()


def ways_back(window, hands):
    return [
        one.accessibleName()
        for one in window.page.findChildren(QPushButton)
        if one.text() == "As at first" and one.isVisible()
    ]


def test_a_way_back_is_shown_only_where_something_was_chosen(settings, hands):
    assert ways_back(settings, hands) == []
    heights = [card.height() for card in settings.page.cards]
    for words in ("Dark", "Sunday", "No"):
        hands.click(hands.named(settings.page, Pill, words))
    choose(card_of(settings, "day_end").day_end, time(6))
    assert ways_back(settings, hands) == [
        "As at first: Colors",
        "As at first: The day ends at",
        "As at first: A week begins on",
        "As at first: A welcome after weeks away",
    ]
    assert [card.height() for card in settings.page.cards] == heights


@pytest.mark.parametrize(
    ("key", "words", "first"),
    [
        ("text_size", "2 times", "Usual size"),
        ("colors", "Dark", "As the system"),
        ("week_start", "Sunday", "Monday"),
        ("greeting", "No", "Yes, once"),
        ("language", "Español", "English"),
    ],
)
def test_a_setting_goes_back_to_the_first_choice_and_undo_takes_that_back(
    settings, hands, key, words, first
):
    hands.named(settings.page, Pill, words).setChecked(True)
    back = way_back(settings, key)
    assert back.isVisible()
    assert back.height() >= 40
    back.click()
    assert hands.named(settings.page, Pill, first).isChecked()
    assert not way_back(settings, key).isVisible()
    settings.desk.editing.undo()
    assert hands.named(settings.page, Pill, words).isChecked()
    assert way_back(settings, key).isVisible()


def way_back(window, key):
    card = card_of(window, key)
    name = card._texts[key].name  # in the language of the window
    return next(
        one for one in card.findChildren(QPushButton) if one.accessibleName().endswith(f": {name}")
    )


def test_the_keyboard_stays_at_the_setting_that_went_back(three, settings):
    choose(card_of(settings, "day_end").day_end, time(6))
    back = way_back(settings, "day_end")
    back.setFocus()
    back.click()
    assert three.journal.settings.day_end == time(4)
    assert card_of(settings, "day_end").day_end.value() == time(4)
    assert card_of(settings, "day_end").focused() == "day_end"


def test_reminders_are_off_again_with_one_press(three, settings):
    from homejournal.ui.ring_settings import RingSettings, put_ring_settings, ring_settings

    ringing = RingSettings(times={three.ids["Sign more"]: time(18)}, names=True)
    put_ring_settings(settings.desk, ringing)
    settings.page.refresh()
    way_back(settings, "reminders").click()
    assert ring_settings(settings.desk) == RingSettings(times={})
    assert settings.frame.toast.text() == "Reminders: off"
    assert not way_back(settings, "reminders").isVisible()
    settings.desk.editing.undo()
    assert ring_settings(settings.desk) == ringing


def test_home_and_computer_are_named_from_here(settings, hands):
    settings.page.search.setText("laptop")
    assert shown(settings) == ["names"]
    said = "This home: {}. This computer: {}."
    assert said.format("no name yet", "no name yet") in hands.texts(settings.page)
    hands.click(hands.named(settings.page, QPushButton, "Names…"))
    (dialog,) = settings.findChildren(QDialog)
    dialog.home.setText("At Mom’s")
    dialog.computer.setText("Kitchen laptop")
    dialog.save()
    assert said.format("At Mom’s", "Kitchen laptop") in hands.texts(settings.page)
    assert settings.journal.safe.homes.computer.home == settings.journal.safe.homes.ours.id
    settings.desk.editing.undo()
    assert said.format("no name yet", "no name yet") in hands.texts(settings.page)


def test_another_home_that_is_ours_is_chosen_from_here_and_taken_back(settings, hands):
    homes = settings.journal.safe.homes
    homes.name_ours("With Dad")
    homes.choose_ours(None)
    homes.name_ours("With Mom")
    settings.page.refresh()
    hands.click(hands.named(settings.page, QPushButton, "Names…"))
    (dialog,) = settings.findChildren(QDialog)
    dialog.which.setCurrentIndex(1)
    dialog.save()
    assert any("This home: With Dad." in text for text in hands.texts(settings.page))
    assert settings.frame.toast.text() == "Home chosen"
    settings.desk.editing.undo()
    assert any("This home: With Mom." in text for text in hands.texts(settings.page))


def test_a_computer_that_wants_no_welcome_still_remembers_that(settings, hands):
    hands.click(hands.named(settings.page, Pill, "No"))
    hands.click(hands.named(settings.page, QPushButton, "Forget it"))
    assert hands.named(settings.page, Pill, "No").isChecked()
