"""What to copy when asking for help: the program and its look, and nothing about the family."""

from typing import TYPE_CHECKING

from homejournal.ui.base.error_log import versions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from homejournal.ui.base.desk import Desk


def report_details(desk: "Desk", page_name: str, window: "QWidget") -> str:
    """Return versions, language, look, page and screen of a window in a few lines."""
    preferences, screen = desk.preferences, window.screen()
    look = (
        f"language {desk.wording.language}",
        f"text {preferences.text_size} %",
        f"colors {preferences.scheme.value}",
        f"page {page_name}",
    )
    sizes = (
        f"window {window.width()}×{window.height()}",
        f"screen {screen.size().width()}×{screen.size().height()}",
        f"scale {screen.devicePixelRatio():g}",
    )
    return "\n".join((versions(), " · ".join(look), " · ".join(sizes)))
