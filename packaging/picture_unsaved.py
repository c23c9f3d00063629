"""A picture of Today on a full disk: what was pressed and typed waits to be saved."""

from typing import TYPE_CHECKING, NoReturn
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from homejournal.domain.errors import DiskFullError
from homejournal.storage.journal.store import Store
from homejournal.ui.day_rows.strategy_row import StrategyRow
from picture_password import FOLDER
from picture_scene import wait_until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from homejournal.ui.window.main_window import MainWindow


def on_full_disk(window: "MainWindow") -> "QWidget":
    """Press a rating and type a note while the disk takes nothing."""
    first, second = (row.lines[0] for row in window.findChildren(StrategyRow)[:2])
    with patch.object(Store, "transaction", _refuse):
        QTest.keyClick(first.answer_bar.segments[0], Qt.Key.Key_2)
        first.open_note()
        QTest.keyClicks(first.note.field, "She walked to the red cup")
        second.setFocus()
        wait_until(lambda: not window.desk.worker.busy)
    return window


def _refuse(_store: Store, *_told: object, **_more: object) -> NoReturn:
    raise DiskFullError(FOLDER)
