"""Keeping the keyboard's place while a part of a page is built anew."""

from typing import cast

from PySide6.QtWidgets import QWidget


def has_focus_inside(part: QWidget) -> bool:
    """Return whether the focus of the part's window is in it, also while a dialog is in front."""
    focused = cast("QWidget | None", part.window().focusWidget())
    return focused is not None and (focused is part or part.isAncestorOf(focused))
