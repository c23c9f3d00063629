"""Every test of a widget can dress the application, and show the widget."""

import pytest
from PySide6.QtGui import QCursor

from tests.ui.dressing import dress

__all__ = ["dress"]


@pytest.fixture
def on_screen(qtbot):
    """Show a widget as the active window, with the pointer elsewhere."""

    def shown(widget):
        qtbot.addWidget(widget)
        QCursor.setPos(0, 0)
        widget.move(100, 100)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return shown
