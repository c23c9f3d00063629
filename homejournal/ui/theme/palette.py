"""The palette that plain Fusion parts take their colours from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from homejournal.ui.theme.tokens import Tokens

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
