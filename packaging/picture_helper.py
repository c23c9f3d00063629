"""Pictures of Today as a helper sees it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from homejournal.ui.helper.cover_window import HelperCover

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from homejournal.ui.window.main_window import MainWindow


def for_helper(window: "MainWindow") -> "QWidget":
    """Show the window that stands before the journal while a helper writes."""
    child = window.page.child if window.page else None
    assert child is not None, "there is a child on the page"  # noqa: S101
    made = HelperCover(window.desk, child)
    made.setParent(window, Qt.WindowType.Window)
    made.resize(window.size())
    made.show()
    made.take_focus()
    return made
