"""The look of the window: named colors, text size, style sheet, fonts and icons.

Uses no other room of ui. Tests: tests/ui/theme.
"""

from homejournal.ui.theme.apply import Scheme, Theme, apply_theme
from homejournal.ui.theme.current_look import (
    BODY,
    FINE,
    HEADING,
    INNER_RADIUS,
    LEAST_TARGET,
    RADIUS,
    SMALL,
    TITLE,
    Look,
    font_in,
    look,
    paint_box,
    paint_ground,
    px,
    repolish,
    set_look,
    sized_font,
    tokens,
)
from homejournal.ui.theme.icons import child_pixmap, icon, pixmap, redraw_icons, set_icon
from homejournal.ui.theme.tokens import Tokens

__all__ = [
    "BODY",
    "FINE",
    "HEADING",
    "INNER_RADIUS",
    "LEAST_TARGET",
    "RADIUS",
    "SMALL",
    "TITLE",
    "Look",
    "Scheme",
    "Theme",
    "Tokens",
    "apply_theme",
    "child_pixmap",
    "font_in",
    "icon",
    "look",
    "paint_box",
    "paint_ground",
    "pixmap",
    "px",
    "redraw_icons",
    "repolish",
    "set_icon",
    "set_look",
    "sized_font",
    "tokens",
]
