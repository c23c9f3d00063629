"""What a person drops or pastes: whether files or a picture come with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def brings_files(data: QMimeData) -> bool:
    """Return whether files of this computer come, or a picture."""
    return any(url.isLocalFile() for url in data.urls()) or data.hasImage()


def brings_more_than_words(data: QMimeData) -> bool:
    """Return whether files come, or a picture without words; a table brings both, and is words."""
    if any(url.isLocalFile() for url in data.urls()):
        return True
    return data.hasImage() and not data.hasFormat("text/plain")
