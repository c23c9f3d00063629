"""The side bar names its places, says which is open, and fits every window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from homejournal.ui.theme import LEAST_TARGET, Scheme, px, sized_font
from homejournal.ui.window.child_switch import ChildButton
from homejournal.ui.window.side_bar import SideNav

PLACES = {
    "today": "Today",
    "journal": "Journal",
    "progress": "Progress",
    "visits": "Visits",
    "child": "Our child",
    "settings": "Settings",
}


@pytest.fixture
def nav(dress, on_screen):
    window = QWidget()
    made = SideNav("Pages", "open now")
    made.child = ChildButton("Maya", "Maya, choose a child")
    made.top.addWidget(made.child)
    for key, words in PLACES.items():
        made.add_place(key, words, "sun", foot=key == "settings")
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(made)
    row.addStretch(1)
    window.resize(1120, 780)
    made.fit(1120)
    on_screen(window)
    made.window_of_it = window
    return made


def test_a_press_asks_for_the_place(nav, qtbot):
    with qtbot.waitSignal(nav.chosen) as heard:
        nav.button("visits").click()
    assert heard.args == ["visits"]


def test_the_open_place_is_said_and_not_a_check_box(nav):
    nav.set_current("journal")
    faces = {key: QAccessible.queryAccessibleInterface(nav.button(key)) for key in PLACES}
    assert {face.role() for face in faces.values()} == {QAccessible.Role.Button}
    described = {key: face.text(QAccessible.Text.Description) for key, face in faces.items()}
    assert {key: words for key, words in described.items() if words} == {"journal": "open now"}
    assert faces["visits"].text(QAccessible.Text.Name) == "Visits"
    assert nav.button("journal").is_current()


def test_the_open_place_is_scrolled_into_sight(nav, qapp):
    nav.window_of_it.resize(1120, 200)
    qapp.processEvents()
    for key in ("child", "today"):
        nav.set_current(key)
        button = nav.button(key)
        assert button.visibleRegion().boundingRect() == button.rect()


def test_places_are_reached_by_tab_and_opened_by_space(nav, qtbot):
    nav.child.setFocus()
    qtbot.keyClick(nav.child, Qt.Key.Key_Tab)
    assert nav.button("today").hasFocus()
    with qtbot.waitSignal(nav.chosen):
        qtbot.keyClick(nav.button("today"), Qt.Key.Key_Space)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize(("width", "height"), [(1024, 640), (1120, 780), (900, 1400)])
def test_no_word_is_cut_at_any_size(dress, nav, percent, width, height):
    dress(Scheme.LIGHT, percent)
    nav.window_of_it.resize(width, height)
    nav.fit(width)
    nav.window_of_it.layout().activate()
    for key in PLACES:
        button = nav.button(key)
        assert button.width() >= button.sizeHint().width()
        assert button.height() >= button.minimumSizeHint().height()
        left = button.mapTo(nav, button.rect().topLeft()).x()
        assert left >= 0
        assert left + button.width() <= nav.width()
    assert nav.width() < width * 0.3


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
@pytest.mark.parametrize("height", [575, 640, 935])
def test_every_place_is_in_sight_without_scrolling(dress, nav, percent, height):
    dress(Scheme.LIGHT, percent)
    nav.window_of_it.resize(1024, height)
    nav.fit(1024)
    QApplication.processEvents()
    for key in PLACES:
        button = nav.button(key)
        assert button.visibleRegion().boundingRect() == button.rect(), key
        assert button.height() >= button.minimumSizeHint().height() >= LEAST_TARGET


def test_words_go_under_the_icons_where_the_window_is_narrow(nav):
    wide = nav.width()
    nav.fit(900)
    assert nav.is_narrow()
    assert nav.width() < wide
    assert nav.button("visits").accessibleName() == "Visits"


@pytest.mark.parametrize("height", [1800, 900])
def test_long_words_take_two_lines_where_they_would_make_every_page_narrow(dress, nav, height):
    dress(Scheme.LIGHT, 200)
    long = nav.add_place("long", "Our son or our daughter", "sun")
    nav.window_of_it.resize(1600, height)
    nav.fit(1600)
    in_a_line = QFontMetrics(sized_font(px(13))).horizontalAdvance(long.words)
    assert long.sizeHint().width() < in_a_line
    assert long.minimumSizeHint().height() > nav.button("today").minimumSizeHint().height()


def test_the_name_of_a_child_is_shortened_and_said_in_full(nav):
    nav.child.set_child("x" * 10_000, "x" * 10_000)
    assert nav.child.sizeHint().width() < 200
    assert nav.child.accessibleName() == "x" * 10_000


def test_the_open_place_is_marked_on_the_side_where_reading_begins(dress, nav):
    nav.set_current("today")
    button = nav.button("today")

    def inked(x):
        return button.grab().toImage().pixelColor(x, button.height() // 2)

    left, right = inked(2), inked(button.width() - 3)
    nav.window_of_it.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert inked(button.width() - 3) == left
    assert inked(2) == right
    assert left != right


def test_what_is_only_for_wide_windows_takes_no_room_in_narrow_ones(nav):
    brand = QLabel("A very long name of a program " * 3)
    nav.top.addWidget(brand)
    nav.only_wide = brand
    brand.show()
    nav.fit(900)
    assert brand.isHidden()
    assert nav.width() < 200


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_icons_stand_alone_with_their_names_where_words_take_too_much_room(dress, nav, percent):
    dress(Scheme.LIGHT, percent)
    nav.window_of_it.resize(340, 300)
    nav.fit(340)
    QApplication.processEvents()
    for key, words in PLACES.items():
        button = nav.button(key)
        assert button.accessibleName() == button.toolTip() == words
        assert min(button.width(), button.height()) >= LEAST_TARGET
    assert nav.width() < 340 * 0.5
    nav.fit(1120 * 2)
    assert {nav.button(key).toolTip() for key in PLACES} == {""}


@pytest.mark.parametrize("percent", [100, 200])
def test_icons_stand_alone_where_words_would_leave_a_page_too_little(dress, nav, percent):
    dress(Scheme.LIGHT, percent)
    scale = percent // 100
    for width, alone in ((320, True), (480, False)):
        nav.window_of_it.resize(width * scale, 640 * scale)
        nav.fit(width * scale)
        assert all(nav.button(key).bare == alone for key in PLACES), width
    assert nav.width() <= 200 * scale


def test_enter_opens_a_place_as_the_blank_does(nav, qtbot):
    asked = []
    nav.chosen.connect(asked.append)
    for key, button in (("settings", nav.button("settings")), ("visits", nav.button("visits"))):
        qtbot.keyClick(button, Qt.Key.Key_Return)
        assert asked.pop() == key
