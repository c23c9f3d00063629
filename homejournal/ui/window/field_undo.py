"""Ctrl+Z in a text field that has nothing to undo belongs to the window."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

_Fields = QLineEdit | QPlainTextEdit | QTextEdit


class EmptyFieldUndo(QObject):
    """Watches the field that has the focus; Qt's fields keep Ctrl+Z for themselves otherwise."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(old, _Fields):
            old.removeEventFilter(self)
        if isinstance(now, _Fields):
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo = event.matches(QKeySequence.StandardKey.Undo)
        redo = event.matches(QKeySequence.StandardKey.Redo)
        if not (undo or redo) or not isinstance(watched, _Fields):
            return False
        if _has_step(watched, undo=undo):
            return False
        event.ignore()  # so that the window's own action gets the keys
        return True


def _has_step(field: QLineEdit | QPlainTextEdit | QTextEdit, *, undo: bool) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if undo else field.isRedoAvailable()
    document = field.document()
    return document.isUndoAvailable() if undo else document.isRedoAvailable()
