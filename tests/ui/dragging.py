"""Dropping files and words on a part of the window, as a file manager does, and pasting them."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication


def of_urls(*urls):
    """Return what is dragged where these addresses are."""
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def of_files(*paths):
    return of_urls(*(QUrl.fromLocalFile(str(path)) for path in paths))


def dropped(widget, data):
    """Drop something on a widget, and return whether it was taken."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), copy, data, left, none))
    return enter.isAccepted()
