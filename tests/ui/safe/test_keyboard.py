"""Keep it safe takes the keyboard where reading begins, and Enter presses its buttons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from homejournal.ui.safe.copies.restore_dialog import RestoreDialog
from tests.ui.safe.safe_page import card, dialog, safe

__all__ = ["safe"]

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_from_its_tab_the_next_key_comes_to_its_first_button(three, open_window, hands):
    window = open_window(three.journal, page="team")
    hands.press(Qt.Key.Key_K, modifier=CTRL_SHIFT)
    assert window.page_name == "safe"
    assert window.frame.tabs.bar.hasFocus()
    hands.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is card(window).now


@pytest.mark.parametrize("before", ["today", "plan", "visits"])
def test_its_name_is_said_whichever_page_was_before(safe, hands, before, announced):
    safe.open_page(before)
    announced.clear()
    hands.press(Qt.Key.Key_K, modifier=CTRL_SHIFT)
    assert announced[0] == "Keep it safe"


def test_what_is_rare_is_folded_until_somebody_asks_for_more(safe, hands):
    mine = card(safe)
    assert not mine.back.isVisible()
    mine.more.setFocus()
    hands.press(Qt.Key.Key_Return)
    assert mine.back.isVisible()
    assert mine.more.text() == "Less"
    hands.press(Qt.Key.Key_Return)
    assert not mine.back.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_the_blank_does(safe, hands, key):
    card(safe).unfold()
    card(safe).back.setFocus()
    hands.press(key)
    dialog(safe, RestoreDialog).reject()
