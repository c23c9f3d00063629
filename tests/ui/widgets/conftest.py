"""The look is one per application; every test here gives it back as it found it."""

import pytest
from PySide6.QtGui import QCursor

from homejournal.ui.theme import Scheme, apply_theme


@pytest.fixture
def dress(qapp):
    """Dress the application, and in plain light again afterwards."""

    def with_look(scheme=Scheme.LIGHT, percent=100):
        return apply_theme(qapp, scheme, percent)

    with_look()
    yield with_look
    with_look()


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
