"""The look in force: its colours and its scale, which everything that paints asks for."""

from functools import cache

from PySide6.QtCore import QObject, Signal

from homejournal.ui.theme.fonts import BODY_PX
from homejournal.ui.theme.tokens import LIGHT, Tokens


class Look(QObject):
    """The colours and body text size that hold now; ``changed`` after either has changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.body_px = BODY_PX

    def px(self, pixels: float) -> int:
        """Scale a length given in pixels at 100 % to the text size in force."""
        return round(pixels * self.body_px / BODY_PX)


@cache
def look() -> Look:
    """Return the look in force: light at 100 % until a theme was applied."""
    return Look()


def px(pixels: float) -> int:
    """Scale a length given in pixels at 100 % to the text size in force."""
    return look().px(pixels)


def tokens() -> Tokens:
    """Return the colours in force."""
    return look().tokens
