"""Dialogs in which Tab brings into sight what it comes to, and goes as one reads."""

from PySide6.QtWidgets import QDialog
from typing_extensions import override

from homejournal.ui.widgets.layout.focus import show_focus
from homejournal.ui.widgets.layout.tab_order import tab_as_read


class SeenDialog(QDialog):
    """Scrolls to what has the focus (WCAG 2.2, criterion 2.4.11)."""

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        moved = super().focusNextPrevChild(next)
        show_focus(self)
        return moved


class ReadDialog(SeenDialog):
    """Lets Tab go on as one reads, also to what was made later than the rest."""

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        tab_as_read(self)
        return super().focusNextPrevChild(next)
