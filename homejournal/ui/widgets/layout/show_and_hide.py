"""Showing a part of something that may not be on the screen yet."""

from PySide6.QtWidgets import QWidget


def keep_room(part: QWidget) -> None:
    """Let a part keep its place while it is hidden, so that nothing moves when it comes."""
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    part.setSizePolicy(policy)


def show_part(part: QWidget, *, shown: bool = True) -> None:
    """Show a part at once, or hide it.

    A layout shows what was added only after the next round of events. As long as nothing around
    it is on the screen, the part comes with it by itself: Qt would lay it out now for nothing, and
    once more then.
    """
    if not shown or part.isHidden():
        part.setVisible(shown)
