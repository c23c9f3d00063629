"""Saying something through the screen reader without moving the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader speak the text (WCAG 2.2, success criterion 4.1.3).

    A window that is hidden says nothing.
    """
    if not widget.window().isVisible():
        return
    # Imported here: it has many names, and the first thing to say comes after the frame.

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
