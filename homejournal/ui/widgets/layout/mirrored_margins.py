"""Margins that follow the direction in which the window is read."""

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QGuiApplication


def inset(start: int, top: int = 0, end: int = 0, bottom: int = 0) -> QMargins:
    """Return margins in pixels, the first at the side where reading begins.

    Qt lets what lies in a layout change sides in Arabic, but not the margins of the layout.
    """
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return QMargins(end, top, start, bottom)
    return QMargins(start, top, end, bottom)
