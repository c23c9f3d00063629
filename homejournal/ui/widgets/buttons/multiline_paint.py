"""Painting a button whose words stand in several lines."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter


def paint_in_lines(button: QPushButton, lines: Sequence[str]) -> None:
    """Paint a button as its style does, with these lines in the place of its words."""
    option = QStyleOptionButton()
    button.initStyleOption(option)
    option.text = "\n".join(lines)
    painter = QStylePainter(button)
    painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
    painter.end()
