"""Going from day to day: the keys, and the arrows with words between them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from homejournal.ui.widgets.layout.boxes import in_row
from homejournal.ui.widgets.wrapping_labels import RowLabel


class DayStepper(QWidget):
    """The arrows stay beside the words, which take two lines where there is little room."""

    def __init__(self, before: QPushButton, words: RowLabel, after: QPushButton) -> None:
        super().__init__()
        in_row(before, words, after, gap=6, inside=self)


TODAY_KEY = "Alt+Home"


def take_day_keys(
    page: QWidget, back: Callable[[], None], on: Callable[[], None], direction: str
) -> None:
    """Let the keys call `back` and `on`; read from the right ("rtl"), the left arrow goes on."""
    # Shortcuts, because a scroll area or table would take the arrow keys for itself.
    keys = ("Alt+Left", "Alt+Right")
    if direction == "rtl":
        keys = keys[::-1]
    for key, step in zip(keys, (back, on), strict=True):
        _take(page, key, step)


def take_today_key(page: QWidget, today: Callable[[], None]) -> None:
    """Let Alt and Home call `today` wherever on the page the focus is."""
    _take(page, TODAY_KEY, today)


def _take(page: QWidget, key: str, does: Callable[[], None]) -> None:
    shortcut = QShortcut(QKeySequence(key), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(does)
