"""Line icons from the resources folder, drawn in the colors in force."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGuiApplication,
    QIcon,
    QImage,
    QPainter,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from homejournal.resources import resource
from homejournal.ui.theme.current_look import px, tokens

# Only these point somewhere; a clock, a check mark or a question mark is never mirrored.
_DIRECTED = frozenset(
    {
        "arrow-back-up",
        "arrow-forward-up",
        "arrow-left",
        "arrow-right",
        "chevron-left",
        "chevron-right",
        "list-check",
    }
)
_STROKE, _FINE_STROKE = "1.75", "1.25"
_LARGE = 40


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _pixmap(
    name: str, colour: str, shape: tuple[int, int], ratio: float, *, mirrored: bool
) -> QPixmap:
    # Imported here: the first picture of a window needs it, a program without a window never.
    from PySide6.QtSvg import QSvgRenderer

    size, gap = shape
    svg = _drawing(name).replace("currentColor", colour)
    stroke = _FINE_STROKE if size >= px(_LARGE) else _STROKE
    svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    pixmap = QPixmap(QSize(round((size + gap) * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    if mirrored and name in _DIRECTED:
        painter.setTransform(QTransform(-1, 0, 0, 1, size + gap, 0))
        start = 0.0
    else:
        start = float(gap) if mirrored else 0.0
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(start, 0, size, size))
    painter.end()
    return pixmap


def pixmap(
    name: str, ink: str, size: float, *, ratio: float = 0, mirrored: bool = False
) -> QPixmap:
    """Draw an icon of ``size`` pixels at 100 % in a named color.

    ``ratio`` is the device pixel ratio, by default the largest of the screens. ``mirrored`` is for
    right-to-left text and turns only icons that point somewhere. Raises FileNotFoundError for an
    icon that does not exist and AttributeError for such a color.
    """
    return _pixmap(name, tokens().colour(ink), (px(size), 0), ratio or _ratio(), mirrored=mirrored)


def icon(name: str, ink: str = "text") -> QIcon:
    """Return an icon of 20 pixels at 100 % in a named color.

    See :func:`set_icon` for one that follows the theme.
    """
    return _icon(name, ink, (px(20), 0), mirrored=_right_to_left())


def set_icon(
    widget: QAbstractButton | QLabel, name: str, ink: str = "text", size: float = 20
) -> None:
    """Give a button or a label an icon that follows colors, text size and reading direction.

    A button's text has to be set before, for the gap between the two.
    """
    widget.setProperty("iconName", name)
    widget.setProperty("iconInk", ink)
    widget.setProperty("iconPixels", float(size))
    _draw(widget)


def redraw_icons() -> None:
    """Draw every icon given by :func:`set_icon` again, after colors or text size changed."""
    for widget in QApplication.allWidgets():
        if widget.property("iconName"):
            _draw(widget)


def _draw(widget: QWidget) -> None:
    name, ink = str(widget.property("iconName")), str(widget.property("iconInk"))
    size = px(float(widget.property("iconPixels")))
    mirrored = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if isinstance(widget, QLabel):
        widget.setPixmap(
            _pixmap(name, tokens().colour(ink), (size, 0), _ratio(), mirrored=mirrored)
        )
    elif isinstance(widget, QAbstractButton):
        gap = px(4) if widget.text() else 0
        widget.setIconSize(QSize(size + gap, size))
        widget.setIcon(_icon(name, ink, (size, gap), mirrored=mirrored))


def _icon(name: str, ink: str, shape: tuple[int, int], *, mirrored: bool) -> QIcon:
    made = QIcon(_pixmap(name, tokens().colour(ink), shape, _ratio(), mirrored=mirrored))
    faded = _pixmap(name, tokens().muted, shape, _ratio(), mirrored=mirrored)
    made.addPixmap(faded, QIcon.Mode.Disabled)
    return made


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def _right_to_left() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def child_pixmap(
    letter: str, size: float, *, ratio: float = 0, photo: QImage | None = None
) -> QPixmap:
    """Draw a round badge for a child: a letter, or a square photo; ``size`` at 100 %."""
    from homejournal.ui.theme.current_look import font_in

    side, ratio = px(size), ratio or _ratio()
    picture = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(tokens().accent))
    painter.setPen(Qt.PenStyle.NoPen)
    if photo is not None and not photo.isNull():
        _paint_round(painter, photo, picture.size())
        return picture
    painter.drawEllipse(0, 0, side, side)
    painter.setFont(font_in(round(side * 0.54), strong=True))
    painter.setPen(QColor(tokens().accent_text))
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return picture


def _paint_round(painter: QPainter, photo: QImage, pixels: QSize) -> None:
    """Paint a square photo as a circle, sharp in so many pixels, and end the painter."""
    keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    brush = QBrush(photo.scaled(pixels, keep, smooth))
    ratio = painter.device().devicePixelRatioF()
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    painter.setBrush(brush)
    painter.drawEllipse(QRectF(0, 0, pixels.width() / ratio, pixels.height() / ratio))
    painter.end()
