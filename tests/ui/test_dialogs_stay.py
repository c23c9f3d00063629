"""A dialog that somebody types in is never freed as garbage, whatever the keyboard did in it."""

import gc

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.ui.dialogs.strategy_dialog import StrategyDialog


def test_a_dialog_stays_while_garbage_is_searched(three, open_window, hands):
    window = open_window(three.journal)
    window.open_page("plan")
    hands.click(hands.named(window.page, QPushButton, "Add a strategy"))
    for _ in range(40):
        hands.press(Qt.Key.Key_Tab)
    for _ in range(3):
        gc.collect()
        QApplication.processEvents()
    # Asked of Qt, so that the test itself holds nothing.
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, StrategyDialog)]
    assert [one.isVisible() for one in shown] == [True]


def test_the_code_asks_for_no_neighbor_in_the_ring_of_tab():
    """Qt for Python takes the answer for a part of what was asked, up to a dialog of its button."""
    from tests.test_architecture import PACKAGE

    asks = [
        file.name for file in PACKAGE.rglob("*.py") if "InFocusChain()" in file.read_text("utf-8")
    ]
    assert asks == []
