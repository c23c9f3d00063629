"""Small buttons: a picture alone, or a picture with words beside it."""

from PySide6.QtWidgets import QPushButton, QWidget

from homejournal.ui.base.plain_tool_tips import plain
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton


def icon_button(icon: str, name: str, parent: QWidget | None = None) -> QPushButton:
    """Return a small button with an icon; its words are for tool tip and screen reader."""
    button = QPushButton(parent)
    set_look(button, "icon")
    set_icon(button, icon)
    button.setAccessibleName(name)
    button.setToolTip(plain(name))
    return button


def chip_button(words: str, icon: str, name: str = "", about: str = "") -> QPushButton:
    """Return a small button with an icon and its words.

    `name` says more than the words, in the tool tip and to a screen reader, and begins with them
    (WCAG 2.2, success criterion 2.5.3); `about` says what the button belongs to.
    """
    button = WordButton(words)
    dress_chip(button, icon, name, about)
    return button


def dress_chip(button: QPushButton, icon: str, name: str = "", about: str = "") -> None:
    """Let a button look like a chip."""
    set_look(button, "chip")
    set_icon(button, icon, "muted", 16)
    button.setAccessibleName(name)
    button.setToolTip(plain(name))
    button.setAccessibleDescription(about)
