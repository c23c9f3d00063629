"""Whose journal is open, always visible, and the way to the other children of the home."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from homejournal.texts.wording import Wording
from homejournal.ui.widgets.nav_button import ChildButton

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from homejournal.domain.children import Child

_SHOWN_NAME = 60


class ChildSwitch(ChildButton):
    """The button with the child's name; its menu has the children, and one line to add another."""

    chosen = Signal(object)
    add_wanted = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__("", "")
        self._wording = wording
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_triggered)
        self._children: Mapping[UUID, Child] = {}
        self._child: UUID | None = None
        self.clicked.connect(self._on_clicked)
        self.setEnabled(False)  # the focus of a new window would go to a button without a name

    def show_child(self, children: "Mapping[UUID, Child]", child: "UUID | None") -> None:
        """Show the child whose journal is open."""
        self._children, self._child = children, child
        shown = children.get(child) if child is not None else None
        self.setVisible(shown is not None)
        self.setEnabled(shown is not None)
        if shown is not None:
            name = self._wording.own(shown.name)
            self.set_child(shown.name, self._wording.text("Child: {name}", name=name))

    def _on_clicked(self) -> None:
        self._menu.clear()
        for child in self._children.values():
            action = self._menu.addAction(child.name[:_SHOWN_NAME].replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(child.id == self._child)
            action.setData(child.id)
        self._menu.addSeparator()
        self._menu.addAction(self._wording.text("Add a child…"))
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _on_triggered(self, action: QAction) -> None:
        for child in self._children:
            if child == action.data():
                self.chosen.emit(child)
                return
        self.add_wanted.emit()
