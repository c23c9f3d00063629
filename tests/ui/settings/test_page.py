"""Settings on one page: found by typing, put at once, taken back by Undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton

from homejournal.domain.records.people import Helper
from homejournal.ui.hiding import Hiding
from homejournal.ui.settings import page as settings_page
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.widgets.button import Pill
from homejournal.ui.widgets.cards import notice
from tests.ui.whole_window.test_every_page import cut, nameless

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settings(three, open_window, hands):
    """The window with its settings open."""
    window = open_window(three.journal, page="team")
    hands.press(Key.Key_Comma, modifier=CONTROL)
    assert window.page_name == "settings"
    return window


def card_of(window, key):
    return next(card for card in window.page.cards if key in card.form.fields)


def shown(window):
    return [
        key
        for card in window.page.cards
        for key, field in card.form.fields.items()
        if field.isVisible()
    ]


def no_of(window, key):
    return card_of(window, key).switches[key].pills[1]


def choose(box, value):
    box.setCurrentIndex(box.values.index(value))


def test_the_keyboard_is_in_the_search_and_words_without_accents_find(settings, hands):
    assert QApplication.focusWidget() is settings.page.search
    hands.press("night")
    assert shown(settings) == ["colors", "day_end"]
    assert "A filter hides 14 settings." in hands.texts(settings.page)
    settings.page.search.setText("NÍGHT")
    assert shown(settings) == ["colors", "day_end"]


def test_a_search_that_finds_nothing_says_so_and_goes_with_one_press(settings, hands):
    hands.press("zebra")
    assert shown(settings) == []
    assert any("Try another word" in text for text in hands.texts(settings.page))
    hands.click(hands.named(settings.page, QPushButton, "Show all settings"))
    assert len(shown(settings)) == 16
    assert QApplication.focusWidget() is settings.page.search
    hands.press("zebra", Key.Key_Escape)
    assert len(shown(settings)) == 16


def test_text_size_and_colors_are_worn_at_once_and_taken_back(settings, hands):
    before = QApplication.font().pixelSize()
    look = card_of(settings, "colors")
    choose(look.text_size, 150)
    assert QApplication.font().pixelSize() > before
    assert settings.frame.toast.text() == "Text size: 1.5 times"
    choose(look.colors, Scheme.DARK)
    assert settings.desk.preferences.scheme is Scheme.DARK
    assert [
        scheme_line.text() for scheme_line in scheme_lines(settings) if scheme_line.isChecked()
    ] == ["&Dark"]
    settings.desk.editing.undo()
    settings.desk.editing.undo()
    assert QApplication.font().pixelSize() == before
    assert settings.desk.preferences.scheme is Scheme.SYSTEM
    assert look.text_size.value() == 100
    settings.desk.editing.redo()
    assert look.text_size.value() == 150


def scheme_lines(window):
    menus = window.menuBar().findChildren(QMenu)
    return next(menu for menu in menus if menu.title() == "&Colors").actions()


def test_keys_that_change_the_size_are_followed_here(settings, hands):
    hands.press(Key.Key_Plus, modifier=CONTROL)
    assert card_of(settings, "text_size").text_size.value() == 110


def test_another_language_comes_back_to_the_same_setting(settings, hands):
    hands.named(settings.page, Pill, "English").setFocus()
    hands.press(Key.Key_Right)
    assert settings.desk.wording.language == "ar"
    assert settings.page_name == "settings"
    QApplication.processEvents()
    assert card_of(settings, "language").focused() == "language"
    settings.frame.toast.undo.emit()
    assert settings.desk.wording.language == "en"
    assert settings.page_name == "settings"


def test_another_language_is_told_once(settings, hands, monkeypatch):
    spoken = []
    monkeypatch.setattr(notice, "announce", lambda _on, words: spoken.append(words))
    hands.click(hands.named(settings.page, Pill, "Español"))
    assert spoken == ["Idioma: Español"]
    settings.desk.editing.undo()
    settings.desk.editing.redo()
    assert spoken[1:] == ["Undone: Language: Español", "Hecho de nuevo: Idioma: Español"]


def test_a_search_that_finds_the_setting_in_the_new_language_stays(settings, hands):
    settings.page.search.setText("a")
    hands.click(hands.named(settings.page, Pill, "Español"))
    assert settings.desk.wording.language == "es"
    assert settings.page.search.text() == "a"
    assert "language" in shown(settings)


def test_a_search_that_means_nothing_in_the_new_language_hides_nothing(settings, hands):
    hands.press("language")
    hands.click(hands.named(settings.page, Pill, "Español"))
    assert settings.page.search.text() == ""
    assert len(shown(settings)) == 16


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
    preferences.progress_period, preferences.text_size = "all", 125
    hands.click(hands.named(settings.page, QPushButton, "Forget it"))
    assert (preferences.progress_period, preferences.text_size) == (None, 125)
    settings.desk.editing.undo()
    assert preferences.progress_period == "all"


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
    hands.named(settings.page, QPushButton, "Set times…").click()
    assert [type(dialog).__name__ for dialog in settings.findChildren(QDialog)] == [
        "RemindersDialog"
    ]
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


def test_what_a_search_hides_is_spoken_once_as_long_as_it_stays(settings, hands, monkeypatch):
    spoken = []
    monkeypatch.setattr(settings_page, "announce", lambda _on, words: spoken.append(words))
    hands.press("language")
    assert len(spoken) == len(set(spoken)) > 0
    settings.page.search.clear()
    hands.press("l")
    assert spoken[0] == spoken[-1]


def test_home_and_computer_are_named_from_here(settings, hands):
    settings.page.search.setText("laptop")
    assert shown(settings) == ["names"]
    said = "{} · {}"
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
    assert any("With Dad · " in text for text in hands.texts(settings.page))
    assert settings.frame.toast.text() == "Home chosen"
    settings.desk.editing.undo()
    assert any("With Mom · " in text for text in hands.texts(settings.page))


def test_a_computer_that_wants_no_welcome_still_remembers_that(settings, hands):
    hands.click(no_of(settings, "greeting"))
    hands.click(hands.named(settings.page, QPushButton, "Forget it"))
    assert no_of(settings, "greeting").isChecked()
