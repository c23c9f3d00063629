"""The look in force: fonts, colors and scale, which everything that paints asks for."""

from functools import cache

from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPainter, QPen, Qt
from PySide6.QtWidgets import QWidget

from homejournal.resources import resource
from homejournal.ui.theme.tokens import LIGHT, Tokens

FINE, SMALL, BODY, HEADING, TITLE = 12, 13, 15, 18, 26
"""The five sizes of letters, in pixels at 100 %: signs of days, what stands beside, and so on."""
RADIUS, INNER_RADIUS = 8, 4
"""The roundness of whatever has corners, and of what is in something round, both in pixels."""
_MOST_BODY_PX = 24
# Only families that are bundled: naming one that is missing makes Qt search every font at start.
# Scripts that none of them has still come from the system's fonts. The names are our own: the Noto
# fonts of a desktop would take the place of ours, and their rows are higher.
_FAMILIES = ["homejournal Sans", "homejournal Sans Arabic", "homejournal Emoji"]


def load_fonts() -> None:
    """Make the fonts of the resources folder known to Qt, once for the whole application."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def system_body_px() -> int:
    """Return the pixel size of body text at 100 %: ours, or the system's where that is larger."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return min(_MOST_BODY_PX, max(BODY, QFontInfo(system).pixelSize()))


def font_in(pixels: int, *, strong: bool = False) -> QFont:
    """Return the window's font in that many pixels."""
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def sized_font(size: int, *, strong: bool = False) -> QFont:
    """Return the window's font in one of its five sizes, at the text size in force."""
    return font_in(px(size), strong=strong)


class Look(QObject):
    """The colors and body text size that hold now; ``changed`` after either has changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.body_px = BODY

    def px(self, pixels: float) -> int:
        """Scale a length given in pixels at 100 % to the text size in force."""
        return round(pixels * self.body_px / BODY)


@cache
def look() -> Look:
    """Return the look in force: light at 100 % until a theme was applied."""
    return Look()


def px(pixels: float) -> int:
    """Scale a length given in pixels at 100 % to the text size in force."""
    return look().px(pixels)


def tokens() -> Tokens:
    """Return the colors in force."""
    return look().tokens


LEAST_TARGET = 40
"""So many pixels wide and high is whatever a finger or a pointer has to meet, at any text size."""


def set_look(widget: QWidget, name: str) -> None:
    """Give a widget one of the style sheet's looks.

    For labels: title, heading, strong, muted, small, ok, problem, brand, chip. For buttons:
    primary (filled), careful and chip (outlined, as without a look), link, text and icon (plain).
    For frames: panel, popup.
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
    """Fill a rectangle with a named color."""
    # Not by `fillRect`: for that Qt for Python makes the class of gradients with 182 names, 1 ms.
    painter.setBackground(QColor(tokens().colour(ink)))
    painter.eraseRect(rect)


def paint_box(
    painter: QPainter, rect: QRectF, fill: str, line: str, shape: tuple[float, float] = (1, RADIUS)
) -> None:
    """Paint a rounded box in named colors; an empty name leaves fill or line out.

    ``shape`` is the width of the line and the radius of the corners, in pixels.
    """
    width, radius = shape
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    now = tokens()
    painter.setBrush(QColor(now.colour(fill)) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(now.colour(line)), width) if line else Qt.PenStyle.NoPen)
    half = width / 2 if line else 0
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
