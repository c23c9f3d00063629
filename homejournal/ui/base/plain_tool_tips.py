"""Words where Qt would guess whether they are markup: in tool tips."""

from PySide6.QtGui import Qt


def plain(words: str) -> str:
    """Return words that a tool tip shows as they were typed; it never loads anything."""
    return Qt.convertFromPlainText(words) if Qt.mightBeRichText(words) else words
