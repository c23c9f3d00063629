"""Six places hold every page; a place with several pages shows a tab for each."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from homejournal.domain.records.children import Pronoun
from homejournal.domain.records.plan import Outcome
from homejournal.ui.base.actions import Action
from homejournal.ui.window.places import PAGES, PLACES, place_of, tabs_shown

Key = Qt.Key
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
FIRST_PAGES = {
    "today": "today",
    "journal": "journal",
    "progress": "progress",
    "visits": "visits",
    "our_child": "about_child",
    "settings": "settings",
}


@pytest.fixture
def window(three, open_window):
    return open_window(three.journal)


def tabs(window):
    """Return the words of the tabs, and those of the open one."""
    bar = window.frame.tabs.bar
    said = [bar.accessibleTabName(at) for at in range(bar.count()) if bar.isVisible()]
    return said, said[bar.currentIndex()] if said else ""


def go_to(window, hands, place):
    hands.click(window.frame.nav.button(place))


@pytest.mark.parametrize(("place", "page"), FIRST_PAGES.items())
def test_each_place_opens_at_its_first_page(window, hands, place, page):
    go_to(window, hands, place)
    assert window.page_name == page
    current = [one.name for one in PLACES if window.frame.nav.button(one.name).is_current()]
    assert current == [place]


def test_every_page_says_in_which_place_it_is(window):
    for page in (*PAGES, "week_grid", "together"):
        window.open_page(page)
        assert window.frame.nav.button(place_of(page).name).is_current()
        assert bool(tabs(window)[0]) is bool(tabs_shown(place_of(page), page))


def test_tabs_are_chosen_by_arrow_keys_and_keep_the_focus(window, hands):
    go_to(window, hands, "visits")
    assert tabs(window) == (["Next visit", "Visit page", "Our team"], "Next visit")
    window.frame.tabs.setFocus()
    opened = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Left):
        hands.press(key)
        opened.append(window.page_name)
        assert window.frame.tabs.bar.hasFocus()
    assert opened == ["visit_page", "team", "visit_page"]
    assert tabs(window)[1] == "Visit page"


def test_a_page_that_takes_the_keyboard_leaves_it_in_the_tabs(window, hands):
    window.open_page("safe")
    window.frame.tabs.setFocus()
    hands.press(Key.Key_Left)
    assert window.page_name == "settings"
    assert window.frame.tabs.bar.hasFocus()


def test_in_arabic_the_tabs_go_on_to_the_left(three, open_window, hands):
    window = open_window(three.journal, "ar", page="visits")
    bar = window.frame.tabs.bar
    assert bar.tabRect(0).left() > bar.tabRect(1).left()
    window.frame.tabs.setFocus()
    hands.press(Key.Key_Left)
    assert window.page_name == "visit_page"


def test_tab_goes_from_the_places_to_the_tabs_and_into_the_page(window, hands):
    go_to(window, hands, "our_child")
    window.frame.nav.button("settings").setFocus()
    hands.press(Key.Key_Tab)
    assert window.frame.tabs.bar.hasFocus()
    hands.press(Key.Key_Tab)
    assert window.page.isAncestorOf(QApplication.focusWidget())


def test_a_screen_reader_hears_the_open_tab_and_finds_the_others(window):
    window.open_page("team")
    bar = window.frame.tabs.bar
    face = QAccessible.queryAccessibleInterface(bar)
    assert face.text(QAccessible.Text.Name) == "Our team"
    said = [face.child(at).text(QAccessible.Text.Name) for at in range(bar.count())]
    assert said == ["Next visit", "Visit page", "Our team"]
    assert bar.hasFocus()


def test_a_place_opens_where_it_was_last_on_the_same_day(window, three, hands):
    window.open_page("team")
    go_to(window, hands, "today")
    go_to(window, hands, "visits")
    assert window.page_name == "team"
    window.set_language("es")
    go_to(window, hands, "today")
    go_to(window, hands, "visits")
    assert window.page_name == "team"
    three.clock.move(days=1)
    go_to(window, hands, "today")
    go_to(window, hands, "visits")
    assert window.page_name == "visits"


def test_a_page_under_its_tab_does_not_say_its_title_again(window):
    for page, shown in (("team", 0), ("settings", 0), ("week_grid", 1)):
        window.open_page(page)
        titles = [
            one for one in window.page.findChildren(QLabel) if one.property("look") == "title"
        ]
        assert len([one for one in titles if one.isVisible()]) == shown


def test_the_wheel_over_the_tabs_opens_no_page(window):
    window.open_page("visits")
    bar = window.frame.tabs.bar
    QApplication.sendEvent(bar, wheel_down(bar))
    assert window.page_name == "visits"


def wheel_down(widget):
    at = QPointF(widget.rect().center())
    return QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_words_of_the_tabs_are_whole_in_a_narrow_window(three, open_window, qapp, language):
    window = open_window(three.journal, language, page="visits")
    window.resize(320, 640)
    for place in PLACES:
        window.open_page(next(iter(place.tabs)))
        qapp.processEvents()
        bar = window.frame.tabs.bar
        for at in range(bar.count() if bar.isVisible() else 0):
            words = bar.tabText(at)
            lines = [bar.fontMetrics().horizontalAdvance(line) for line in words.split("\n")]
            assert max(lines) <= bar.tabRect(at).width(), words
            assert bar.tabRect(at).right() <= window.frame.tabs.width(), words
    assert window.width() == 320


def test_the_first_start_has_neither_places_nor_tabs(empty_journal, open_window):
    window = open_window(empty_journal)
    assert window.page_name == "first_start"
    assert window.frame.nav.isHidden()
    assert window.frame.tabs.isHidden()


def test_outcomes_have_a_tab_once_one_is_written_or_while_they_are_open(window, three, hands):
    go_to(window, hands, "our_child")
    assert tabs(window)[0] == ["About", "Plan"]
    window.open_page("outcomes")
    assert tabs(window) == (["About", "Plan", "Outcomes"], "Outcomes")
    window.open_page("plan")
    assert tabs(window)[0] == ["About", "Plan"]
    hope = Outcome(id=uuid4(), child=three.child.id, text="She walks to the park")
    window.desk.editing.do("Added", lambda: three.journal.records.save(hope))
    assert tabs(window) == (["About", "Plan", "Outcomes"], "Plan")
    window.desk.editing.undo()
    assert tabs(window) == (["About", "Plan"], "Plan")


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_no_menu_is_long_and_each_line_has_a_letter_of_its_own(three, open_window, language):
    window = open_window(three.journal, language)
    for title in window.menuBar().actions():
        lines = [one for one in title.menu().actions() if not one.isSeparator()]
        assert 1 < len(lines) <= 12, title.text()
        letters = [one.text()[one.text().index("&") + 1].lower() for one in lines]
        assert len(letters) == len(set(letters)), letters
        below = [one.menu() for one in lines if one.menu() and one.isVisible()]
        assert all(len(one.actions()) > 1 for one in below)


def test_what_is_in_no_menu_has_its_key(window, hands):
    hands.press("t", modifier=CONTROL_SHIFT)
    assert window.page_name == "together"
    window.set_language("es")
    window.open_page("today")
    hands.press("t", modifier=CONTROL_SHIFT)
    assert window.page_name == "together"


def test_the_place_of_a_child_is_called_as_the_family_speaks_of_the_child(three, open_window):
    window = open_window(three.journal, "es", page="journal")

    def called(pronoun):
        child = three.journal.family().children[three.child.id]
        saving = window.desk.journal.records.save
        window.desk.editing.do("Guardado", lambda: saving(replace(child, pronoun=pronoun)))
        place = window.frame.nav.button("our_child")
        line = window.menus.action(Action.ABOUT_CHILD)
        assert window.menus.lines[line].text == line.text()
        return place.words, place.accessibleName(), line.text()

    assert called(Pronoun.SHE) == (*("Nuestra hija",) * 2, "Sobre &nuestra hija")
    assert called(Pronoun.HE) == (*("Nuestro hijo",) * 2, "Sobre &nuestro hijo")
    assert called(Pronoun.NEITHER) == (*("Nuestro hijo o hija",) * 2, "Sobre &nuestro hijo o hija")


def test_enter_on_a_place_goes_on_to_its_tabs(window, hands):
    window.frame.nav.button("visits").setFocus()
    hands.press(Key.Key_Return)
    assert window.frame.tabs.bar.hasFocus()
    assert window.page_name == "visits"
