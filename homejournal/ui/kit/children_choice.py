"""A choice of children: a button for each, and one for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from homejournal.texts.wording import short_name
from homejournal.ui.widgets.buttons.button import ToggleButton, make_button
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.roles import ToldAs, tell_as
from homejournal.ui.widgets.wrapping_labels import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from uuid import UUID

    from homejournal.texts.wording import Wording


class ChildrenRow(FlowRow):
    """Children to be chosen, one or several; `names` says how each is called.

    `changed` says that a person chose or unchose somebody.
    """

    changed = Signal()

    def __init__(
        self,
        wording: Wording,
        names: Mapping[UUID, str],
        chosen: Collection[UUID],
        about: str,
        *,
        everybody: bool = True,
    ) -> None:
        super().__init__()
        self.buttons: dict[UUID, ToggleButton] = {}
        for child, name in names.items():
            button = ToggleButton(short_name(name))
            tell_as(button, ToldAs.TICK, name)
            button.setToolTip(plain(name))
            button.setAccessibleDescription(about)
            button.setChecked(child in chosen)
            button.toggled.connect(self.changed)
            self.buttons[child] = button
        self.everybody = make_button(
            wording.text("Everybody"), on=self._on_everybody, look="link", about=about
        )
        self.everybody.setAutoDefault(False)
        self.everybody.setVisible(everybody)
        self.add(*self.buttons.values(), self.everybody)
        self.setFocusProxy(next(iter(self.buttons.values()), self.everybody))

    def choose(self, children: Collection[UUID]) -> None:
        """Choose these children and no others, without saying that a person did it."""
        for child, button in self.buttons.items():
            button.blockSignals(True)
            button.setChecked(child in children)
            button.blockSignals(False)

    def chosen(self) -> list[UUID]:
        """Return who is chosen, in the order of the children."""
        return [child for child, button in self.buttons.items() if button.isChecked()]

    def _on_everybody(self) -> None:
        for button in self.buttons.values():
            button.setChecked(True)
