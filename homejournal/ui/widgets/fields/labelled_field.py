"""A field with its name beside it, which stay together where a row goes on in the next line."""

from PySide6.QtWidgets import QWidget

from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.text.labels import line_label


def labelled(name: str, field: QWidget, look: str = "") -> QWidget:
    """Return both in one widget; the name stands over the field where there is no room beside it.

    The name's shortcut and a screen reader lead to the field.
    """
    label = line_label(name, look)
    label.setBuddy(field)
    pair = FlowRow()
    pair.add(label, field)
    return pair
