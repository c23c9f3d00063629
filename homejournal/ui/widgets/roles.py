"""What parts are to people who listen: headings, groups, menus, and what folds.

Qt tells of each widget by its class: a title is a text to it like any other, a button that opens a
menu is a button, and what shows or hides something is a check box. Here Qt asks what else a part
is. It asks only while a program listens, such as a screen reader.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget
from typing_extensions import override


class ToldAs(Enum):
    """What a part is told as."""

    GROUP = "group"
    MENU = "menu"
    FOLD = "fold"
    """A button that shows something, and hides it again."""
    TICK = ""
    """As Qt tells what can be pressed and stays so: a check box."""


_NAME = "toldAs"
_HEADINGS = frozenset({"title", "heading"})
_Role = QAccessible.Role
_Text = QAccessible.Text


def tell_as(part: QWidget, told: ToldAs, name: str = "") -> None:
    """Tell people who listen that a part is something else than its class says, and its name."""
    part.setProperty(_NAME, told.value)
    if name:
        part.setAccessibleName(name)


def folds(part: QWidget) -> bool:
    """Return whether a part only shows and hides something: pressing it says nothing."""
    return bool(part.property(_NAME) == ToldAs.FOLD.value)


def begin_telling() -> None:
    """Let Qt ask here from now on; more than once does no harm."""
    if _asked not in _begun:
        _begun.append(_asked)
        QAccessible.installFactory(_asked)


_begun: list[object] = []


def _asked(_class: str, part: QObject) -> QAccessibleInterface | None:
    """Return how a part is told, or nothing where Qt knows it as well."""
    if isinstance(part, QLabel):
        return _Heading(part) if part.property("look") in _HEADINGS else None
    told = part.property(_NAME) if isinstance(part, QWidget) else None
    if told == ToldAs.GROUP.value and isinstance(part, QWidget):
        return QAccessibleWidget(part, _Role.Grouping, part.accessibleName())
    return _Pressed(part, told) if told and isinstance(part, QAbstractButton) else None


def tell_folded(button: QAbstractButton) -> None:
    """Tell that a button has shown or hidden what it is for."""
    if QAccessible.isActive():
        changed = QAccessible.State()
        changed.expanded = changed.collapsed = True
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))


def _fold(state: QAccessible.State, button: QAbstractButton) -> None:
    state.expandable = True
    state.expanded, state.collapsed = button.isChecked(), not button.isChecked()


class _Heading(QAccessibleWidget):
    """A title, to which people jump with a key of their screen reader."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, _Role.Heading)

    @override
    def text(self, kind: QAccessible.Text, /) -> str:
        label = self.object()
        said = super().text(kind)
        if kind == _Text.Name and not said and isinstance(label, QLabel):
            return label.text()
        return said


class _Pressed(QAccessibleWidget):
    """A button that opens a menu, or shows something as long as it stays pressed."""

    def __init__(self, button: QAbstractButton, told: str) -> None:
        self._opens = told == ToldAs.MENU.value
        super().__init__(button, _Role.ButtonMenu if self._opens else _Role.Button)

    @override
    def text(self, kind: QAccessible.Text, /) -> str:
        button = self.object()
        said = super().text(kind)
        if kind == _Text.Name and not said and isinstance(button, QAbstractButton):
            return button.text().replace("&", "")
        return said

    @override
    def state(self) -> QAccessible.State:
        state, button = super().state(), self.object()
        if self._opens:
            state.hasPopup = True
        elif isinstance(button, QAbstractButton):
            _fold(state, button)
        return state

    @override
    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    @override
    def doAction(self, name: str, /) -> None:
        button = self.object()
        if name != QAccessibleActionInterface.pressAction():
            super().doAction(name)
        elif isinstance(button, QAbstractButton) and button.isEnabled():
            QTimer.singleShot(0, button.click)  # who asked gets an answer before a menu opens
