"""A field with its name beside it, which stay together where a row goes on in the next line."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from homejournal.ui.theme import px
from homejournal.ui.widgets.label import line_label


def labelled(name: str, field: QWidget, look: str = "") -> QWidget:
    """Return both in one widget; the name's shortcut and a screen reader lead to the field."""
    label = line_label(name, look)
    label.setBuddy(field)
    pair = QWidget()
    across = QHBoxLayout(pair)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(px(8))
    across.addWidget(label)
    across.addWidget(field)
    return pair
