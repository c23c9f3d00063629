"""Dressing the application: scheme, contrast and text size, and following the system live."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette

from homejournal.ui.theme.current_look import look
from homejournal.ui.theme.fonts import load_fonts, sized_font, system_body_px
from homejournal.ui.theme.icons import redraw_icons
from homejournal.ui.theme.style_sheet import style_sheet
from homejournal.ui.theme.tokens import Tokens, tokens_for

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibilityHints, QStyleHints
    from PySide6.QtWidgets import QApplication


_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "bg",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "surface2",
    _Role.Text: "text",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "text",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "accent_text",
    _Role.PlaceholderText: "muted",
    _Role.ToolTipBase: "surface",
    _Role.ToolTipText: "text",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Accent: "accent",
    _Role.Light: "surface",
    _Role.Midlight: "surface2",
    _Role.Mid: "control",
    _Role.Dark: "control",
}


def palette_of(tokens: Tokens) -> QPalette:
    """Build the palette; disabled text is muted but still readable."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(tokens.colour(name)))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette


LEAST_PERCENT = 100
MOST_PERCENT = 200


class Scheme(Enum):
    """The choices of the settings: as the system, or one of our own."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"


_QT_SCHEME = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
    Scheme.CONTRAST_LIGHT: Qt.ColorScheme.Light,
    Scheme.CONTRAST_DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Keeps the application dressed as the settings and the system ask."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("theme")
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._percent = LEAST_PERCENT
        self._worn: tuple[Tokens, int] | None = None
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self.refresh)

    def wear(self, scheme: Scheme, percent: int) -> None:
        """Use a scheme and a text size between 100 and 200 per cent from now on."""
        self._scheme = scheme
        self._percent = min(MOST_PERCENT, max(LEAST_PERCENT, percent))
        # Asking Qt as well makes the system's own title bars and dialogs match.
        self._app.styleHints().setColorScheme(_QT_SCHEME[scheme])
        self.refresh()

    def refresh(self) -> None:
        """Dress the application again if what the system asks for has changed."""
        wanted = (tokens_of(self._scheme, self._app.styleHints()), self._body_px())
        if wanted == self._worn:
            return
        self._worn = wanted
        now = look()
        now.tokens, now.body_px = wanted
        self._app.setPalette(palette_of(now.tokens))
        self._app.setFont(sized_font(now.body_px))
        self._app.setStyleSheet(style_sheet(now.tokens, now.px))
        redraw_icons()
        now.changed.emit()

    def _body_px(self) -> int:
        return round(system_body_px() * self._percent / 100)


def tokens_of(scheme: Scheme, hints: QStyleHints) -> Tokens:
    """Choose the colours for a scheme, where ``SYSTEM`` asks the system's hints."""
    if scheme is not Scheme.SYSTEM:
        contrast = scheme in {Scheme.CONTRAST_LIGHT, Scheme.CONTRAST_DARK}
        dark = scheme in {Scheme.DARK, Scheme.CONTRAST_DARK}
        return tokens_for(dark=dark, contrast=contrast or _high(hints.accessibility()))
    return tokens_for(
        dark=hints.colorScheme() == Qt.ColorScheme.Dark, contrast=_high(hints.accessibility())
    )


def _high(hints: QAccessibilityHints) -> bool:
    return hints.contrastPreference() == Qt.ContrastPreference.HighContrast


def apply_theme(app: QApplication, scheme: Scheme = Scheme.SYSTEM, percent: int = 100) -> Theme:
    """Dress the application; call again to change scheme or text size.

    ``percent`` is the text size between 100 and 200; everything grows with it.
    """
    theme = app.findChild(Theme, "theme")
    if theme is None:
        load_fonts()
        theme = Theme(app)
    theme.wear(scheme, percent)
    return theme
