"""A button with a picture alone, whose name is heard and stands in its tool tip."""

from PySide6.QtWidgets import QPushButton, QWidget

from homejournal.ui.theme import set_icon, set_look


def icon_button(icon: str, name: str, parent: QWidget | None = None) -> QPushButton:
    """Return a small button with an icon; its words are for tool tip and screen reader."""
    button = QPushButton(parent)
    set_look(button, "icon")
    set_icon(button, icon)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
