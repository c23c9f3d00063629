"""Naming the look of a plain Qt widget, and the few shapes that painted widgets share."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, Qt
from PySide6.QtWidgets import QWidget

from homejournal.ui.theme.current_look import tokens

LEAST_TARGET = 40
"""So many pixels wide and high is whatever a finger or a pointer has to meet, at any text size."""


def set_look(widget: QWidget, name: str) -> None:
    """Give a widget one of the style sheet's looks.

    For labels: title, heading, strong, muted, small, ok, problem, brand, chip. For buttons:
    primary, careful, link, chip, icon. For frames: panel, popup.
    """
    if widget.property("look") != name:
        widget.setProperty("look", name)
        # Before it is first shown a widget is not polished yet and finds its look by itself.
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a widget again after one of its properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.updateGeometry()


def paint_ground(painter: QPainter, rect: QRect | QRectF, ink: str) -> None:
    """Fill a rectangle with a named colour."""
    # Not by `fillRect`: for that Qt for Python makes the class of gradients with 182 names, 1 ms.
    painter.setBackground(QColor(tokens().colour(ink)))
    painter.eraseRect(rect)


def paint_box(
    painter: QPainter, rect: QRectF, fill: str, line: str, shape: tuple[float, float] = (1, 8)
) -> None:
    """Paint a rounded box in named colours; an empty name leaves fill or line out.

    ``shape`` is the width of the line and the radius of the corners, in pixels.
    """
    width, radius = shape
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    now = tokens()
    painter.setBrush(QColor(now.colour(fill)) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(now.colour(line)), width) if line else Qt.PenStyle.NoPen)
    half = width / 2 if line else 0
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
