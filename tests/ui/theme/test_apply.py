"""Scheme and text size reach every widget, at once and again when the system changes."""

import re
from typing import NamedTuple

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QPalette, QRawFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QTabBar

from homejournal.resources import resource
from homejournal.ui.theme import (
    BODY,
    FINE,
    HEADING,
    INNER_RADIUS,
    RADIUS,
    SMALL,
    TITLE,
    Scheme,
    look,
    px,
    set_icon,
    set_look,
    tokens,
)
from homejournal.ui.theme.apply import style_sheet, tokens_of
from homejournal.ui.theme.tokens import CONTRAST_DARK, DARK, LIGHT


def test_the_bundled_fonts_are_the_ones_that_are_used(dress, qapp):
    assert QFontInfo(qapp.font()).family() == "homejournal Sans"
    assert {"homejournal Sans", "homejournal Sans Arabic", "homejournal Emoji"} <= set(
        QFontDatabase.families()
    )


@pytest.mark.parametrize(
    ("percent", "pixels"), [(50, 15), (100, 15), (150, 22), (200, 30), (900, 30)]
)
def test_text_size_scales_font_and_lengths_between_100_and_200_percent(
    dress, qapp, percent, pixels
):
    dress(Scheme.LIGHT, percent)
    assert qapp.font().pixelSize() == pixels
    assert px(100) == round(100 * pixels / 15)


def test_a_widget_on_screen_grows_with_the_text(dress, qtbot):
    field, label = QLineEdit(), QLabel("Today")
    set_look(label, "title")
    for widget in (field, label):
        qtbot.addWidget(widget)
        widget.show()
    before = field.sizeHint().height(), label.sizeHint().height()
    dress(Scheme.LIGHT, 200)
    assert field.sizeHint().height() > before[0] * 1.7
    assert label.sizeHint().height() > before[1] * 1.7


def test_dark_changes_palette_and_named_colours(dress, qapp):
    dress(Scheme.DARK)
    assert tokens() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.bg


def test_a_change_is_told_once_and_only_if_something_changed(dress, qtbot):
    with qtbot.waitSignal(look().changed):
        dress(Scheme.DARK)
    with qtbot.assertNotEmitted(look().changed):
        dress(Scheme.DARK)


class Access(NamedTuple):
    wish: Qt.ContrastPreference

    def contrastPreference(self):
        return self.wish


class Hints(NamedTuple):
    scheme: Qt.ColorScheme
    wish: Qt.ContrastPreference = Qt.ContrastPreference.NoPreference

    def colorScheme(self):
        return self.scheme

    def accessibility(self):
        return Access(self.wish)


def test_the_system_decides_unless_the_family_chose():
    dark, light = Hints(Qt.ColorScheme.Dark), Hints(Qt.ColorScheme.Light)
    assert tokens_of(Scheme.SYSTEM, dark) is DARK
    assert tokens_of(Scheme.SYSTEM, Hints(Qt.ColorScheme.Unknown)) is LIGHT
    assert tokens_of(Scheme.LIGHT, dark) is LIGHT
    assert tokens_of(Scheme.DARK, light) is DARK


def test_the_systems_wish_for_contrast_holds_in_a_chosen_scheme_too():
    high = Hints(Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast)
    assert tokens_of(Scheme.DARK, high) is CONTRAST_DARK


def test_the_theme_follows_when_the_system_turns_dark(dress, qapp, monkeypatch):
    dress(Scheme.SYSTEM)
    monkeypatch.setattr("homejournal.ui.theme.apply.tokens_of", lambda scheme, hints: DARK)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert tokens() is DARK


def test_icons_follow_colour_and_text_size(dress, qtbot):
    button = QPushButton("Print")
    qtbot.addWidget(button)
    set_icon(button, "printer", size=18)
    before = button.icon().pixmap(QSize(18, 18)).toImage()
    small = button.iconSize()
    dress(Scheme.DARK, 200)
    assert button.iconSize().height() == 2 * small.height()
    assert button.icon().pixmap(QSize(18, 18)).toImage() != before


@pytest.mark.parametrize("percent", [100, 130, 175, 200])
@pytest.mark.parametrize("scheme", [LIGHT, CONTRAST_DARK])
def test_the_style_sheet_has_no_place_left_open(scheme, percent):
    sheet = style_sheet(scheme, lambda length: round(length * percent / 100))
    assert "$" not in sheet
    assert "sp;" not in sheet
    assert " -" not in sheet.replace(" - ", "")


def test_letters_have_five_sizes_and_corners_one_roundness():
    """A menu has the corners of a card; what is in it is half as round."""
    sheet = style_sheet(LIGHT, round)
    sizes = {int(size) for size in re.findall(r"font-size: (\d+)px", sheet)}
    assert sizes <= {FINE, SMALL, BODY, HEADING, TITLE}
    corners = {int(radius) for radius in re.findall(r"border-radius: (\d+)px", sheet)}
    assert corners == {RADIUS, INNER_RADIUS, 18 // 2 + LIGHT.border}, "only a radio is a circle"


def test_the_tab_that_keys_have_reached_has_a_ring(dress, qtbot):
    tabs = QTabBar()
    qtbot.addWidget(tabs)
    for name in ("Next visit", "Our team"):
        tabs.addTab(name)
    tabs.show()
    tabs.activateWindow()
    before = tabs.grab().toImage()
    tabs.setFocus()
    qtbot.waitUntil(tabs.hasFocus)
    image, first = tabs.grab().toImage(), tabs.tabRect(0)
    middle = first.center().y()
    assert image.pixelColor(first.left(), middle).name().upper() == tokens().focus
    assert before.pixelColor(first.left(), middle).name().upper() != tokens().focus
    assert image.pixelColor(tabs.tabRect(1).right(), middle).name().upper() != tokens().focus


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_main_button_shows_by_a_ring_apart_from_it_that_keys_reach_it(dress, qtbot, scheme):
    dress(scheme)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    button = QPushButton("Save", dialog)
    set_look(button, "primary")
    QHBoxLayout(dialog).addWidget(button)
    dialog.show()
    dialog.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    image = dialog.grab(button.geometry()).toImage()
    across = [image.pixelColor(x, image.height() // 2).name().upper() for x in range(8)]
    assert [tokens().focus, tokens().accent] == [across[0], across[-1]]
    assert tokens().bg in across


def test_no_font_of_a_desktop_can_take_the_place_of_ours():
    """Qt asks for a font by its family alone, and takes the system's one of that name first."""
    for file in resource("fonts").glob("*.ttf"):
        font = QRawFont(str(file), 12)
        assert font.familyName().startswith("homejournal "), file.name


def test_a_menu_without_room_for_all_lines_scrolls_and_has_no_second_column(dress, qtbot):
    dress(percent=175)
    few, many = QMenu(), QMenu()
    for menu, lines in ((few, 2), (many, 60)):
        qtbot.addWidget(menu)
        for _ in range(lines):
            menu.addAction("A line of the menu")
    assert many.sizeHint().width() == few.sizeHint().width()
