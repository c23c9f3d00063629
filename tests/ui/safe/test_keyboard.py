"""Keep it safe takes the keyboard where reading begins, and Enter presses its buttons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from homejournal.ui.base.actions import Action
from homejournal.ui.safe.card import SafeCard
from homejournal.ui.safe.copies.restore_dialog import RestoreDialog
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.wrapping_labels import WrapLabel
from tests.ui.safe.safe_page import card, dialog, safe

__all__ = ["safe"]

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_it_takes_the_keyboard_at_its_first_button(safe):
    assert QApplication.focusWidget() is card(safe).now


@pytest.mark.parametrize("before", ["today", "plan", "visits"])
def test_so_it_does_from_the_side_bar_and_the_next_time(safe, hands, before, announced):
    safe.open_page(before)
    announced.clear()
    hands.press(Qt.Key.Key_K, modifier=CTRL_SHIFT)
    assert has_focus_inside(safe.page)
    assert announced[0] == "Keep it safe"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_the_blank_does(safe, hands, key):
    card(safe).back.setFocus()
    hands.press(key)
    dialog(safe, RestoreDialog).reject()


def test_in_large_letters_it_begins_with_its_title_and_tab_leads_to_that_button(
    three, open_window, preferences, hands, qapp
):
    preferences.language, preferences.text_size = "es", 200
    apply_theme(qapp, Scheme.LIGHT, 200)
    window = open_window(three.journal, page="today")
    window.set_language("es")
    window.resize(1024, 640)
    window.window_actions.do(Action.SAFE)
    QApplication.processEvents()
    title = window.page.findChildren(WrapLabel)[0]
    assert title.text() == "Proteger el diario"
    assert title.visibleRegion().boundingRect() == title.rect()
    hands.press(Qt.Key.Key_Tab)
    first = next(one for one in map(SafeCard.first_button, window.page.cards.values()) if one)
    assert first.hasFocus()
    assert first.visibleRegion().boundingRect() == first.rect()
