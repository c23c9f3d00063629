"""A button that shows what is typed in a field for a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from homejournal.ui.widgets.buttons.toggle_button import ToggleButton

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class ShowTyped(ToggleButton):
    """Belongs to one field, whose letters are hidden at first."""

    def __init__(self, wording: Wording, field: QLineEdit) -> None:
        super().__init__(wording.text("Show"))
        self.setAccessibleName(wording.text("Show what I type"))
        self._field = field
        self.toggled.connect(self._show)
        self._show(shown=False)

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._field.setEchoMode(mode)
