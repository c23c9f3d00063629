"""A dialog that somebody types in is never freed as garbage, whatever the keyboard did in it."""

import gc

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from homejournal.ui.child.plan.strategy_dialog import StrategyDialog


def test_a_dialog_belongs_to_its_page_after_tab_went_through_it(three, open_window, hands):
    window = open_window(three.journal, page="plan")
    hands.click(hands.named(window.page, QPushButton, "Add a strategy"))
    for _ in range(40):
        hands.press(Qt.Key.Key_Tab)
    (shown,) = (
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, StrategyDialog)
    )
    held_by = [referrer for referrer in gc.get_referrers(shown) if isinstance(referrer, QWidget)]
    assert held_by == [window.page]


def test_the_code_asks_for_no_neighbor_in_the_ring_of_tab():
    """Qt for Python takes the answer for a part of what was asked, up to a dialog of its button."""
    from tests.test_architecture import PACKAGE

    asks = [
        file.name for file in PACKAGE.rglob("*.py") if "InFocusChain()" in file.read_text("utf-8")
    ]
    assert asks == []
