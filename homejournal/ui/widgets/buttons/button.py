"""Buttons by one call, with words or an icon alone; a menu, a toggle, showing a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget

from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.wrapping_labels import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from homejournal.texts.wording import Wording


class ToggleButton(WordButton):
    """Stays pressed until it is pressed again."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setCheckable(True)
        self.setAutoDefault(False)  # Enter in a dialog would turn it, and not save
        self.setAccessibleName(words)


Line = tuple[str, str]
"""The name of a line, which `picked` carries, and its words."""

_ICONS = {"": ("text", 18), "primary": ("accent_text", 18), "link": ("muted", 16)}
_ICONS["chip"] = _ICONS["text"] = _ICONS["link"]
"""The ink and the size of the icon, by the look of the button."""


class MenuButton(WordButton):
    """`picked` carries the name of the line that was chosen."""

    picked = Signal(str)

    def __init__(self, text: str, lines: Sequence[Line], parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setAccessibleName(text)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_triggered)
        self.set_lines(lines)
        set_icon(self, "chevron-down", "muted", 16)
        self.clicked.connect(self.open_menu)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Offer other lines."""
        self._menu.clear()
        for name, words in lines:
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setData(name)

    @property
    def lines(self) -> tuple[QAction, ...]:
        """Return what can be chosen."""
        return tuple(self._menu.actions())

    def open_menu(self) -> None:
        """Open the menu at its first line."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        if self.lines:
            self._menu.setActiveAction(self.lines[0])

    def _on_triggered(self, action: QAction) -> None:
        self.picked.emit(str(action.data()))


def make_button(
    words: str,
    icon: str = "",
    on: Callable[..., object] | SignalInstance | None = None,
    *,
    look: str = "",
    about: str = "",
) -> WordButton:
    """Return a button with its words, an icon, and what its press does.

    The icon is as large as the look asks for; `about` says to a screen reader what it belongs to.
    """
    made = WordButton(words)
    if look:
        set_look(made, look)
    if icon:
        set_icon(made, icon, *_ICONS[look])
    if about:
        made.setAccessibleDescription(about)
    if on is not None:
        made.clicked.connect(on)
    return made


def icon_button(icon: str, name: str, parent: QWidget | None = None) -> QPushButton:
    """Return a small button with an icon; its words are for tool tip and screen reader."""
    button = QPushButton(parent)
    set_look(button, "icon")
    set_icon(button, icon)
    button.setAccessibleName(name)
    button.setToolTip(plain(name))
    return button


def dress_chip(button: QPushButton, icon: str, name: str = "", about: str = "") -> None:
    """Let a button look like a chip, with an icon.

    `name` says more than the words, in the tool tip and to a screen reader, and begins with them
    (WCAG 2.2, success criterion 2.5.3); `about` says what the button belongs to.
    """
    set_look(button, "chip")
    set_icon(button, icon, "muted", 16)
    button.setAccessibleName(name)
    button.setToolTip(plain(name))
    button.setAccessibleDescription(about)


class ShowPasswordButton(ToggleButton):
    """Shows and hides the letters of one field, which are hidden at first."""

    def __init__(self, wording: Wording, field: QLineEdit) -> None:
        super().__init__(wording.text("Show"))
        self.setAccessibleName(wording.text("Show what I type"))
        self._field = field
        self.toggled.connect(self._show)
        self._show(shown=False)

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._field.setEchoMode(mode)
