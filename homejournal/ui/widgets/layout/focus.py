"""Where the keyboard is: keeping its place while a part is built anew, and leaving a field."""

from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QWidget


def has_focus_inside(part: QWidget) -> bool:
    """Return whether the focus of the part's window is in it, also while a dialog is in front."""
    focused = cast("QWidget | None", part.window().focusWidget())
    return focused is not None and (focused is part or part.isAncestorOf(focused))


def is_typed_in(part: QWidget) -> bool:
    """Return whether the keyboard is in a field of a part: what is typed there must not go."""
    focused = cast("QWidget | None", part.window().focusWidget())
    return isinstance(focused, QLineEdit | QPlainTextEdit) and has_focus_inside(part)


def leave_field(part: QWidget) -> None:
    """Take the focus from a field inside a part, so that it writes down what was typed in it."""
    if has_focus_inside(part):
        part.window().focusWidget().clearFocus()


def go_on_in(field: QWidget) -> None:
    """Give a field the focus; a line is not selected whole, as the next letter would replace it."""
    cursor = field.cursorPosition() if isinstance(field, QLineEdit) else 0
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, QLineEdit):
        field.setCursorPosition(cursor)


def show_focus(part: QWidget) -> None:
    """Scroll so that what has the focus in the part's window is in sight.

    Qt does so only while Tab stays in one area that scrolls (WCAG 2.2, criterion 2.4.11).
    """
    focused = cast("QWidget | None", part.window().focusWidget())
    if focused is not None:
        _scroll_to(focused)


def show_part(part: QWidget) -> None:
    """Scroll so that a part that has the focus is in sight, and before all else what has it."""
    if has_focus_inside(part):
        _scroll_to(part)
        show_focus(part)


def _scroll_to(part: QWidget) -> None:
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part, 0, 0)
            _show_all(part, around)
        around = around.parentWidget()


def _show_all(part: QWidget, area: QScrollArea) -> None:
    """Scroll to all of a part that has room: of a field Qt shows only where the next letter goes.

    (QScrollArea::ensureWidgetVisible in Qt's sources.)
    """
    bar, room = area.verticalScrollBar(), area.viewport().height()
    if part.height() <= room:
        top = part.mapTo(area.viewport(), QPoint(0, 0)).y() + bar.value()
        bar.setValue(max(min(bar.value(), top), top + part.height() - room))
