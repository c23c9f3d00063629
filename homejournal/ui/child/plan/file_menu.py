"""The plan's way in and out as a file, as a short menu on Plan."""

from PySide6.QtCore import Signal

from homejournal.ui.base.actions import Action
from homejournal.ui.base.desk import Desk
from homejournal.ui.widgets.buttons.menu_button import MenuButton


class PlanFileMenu(MenuButton):
    """`wanted` names an Action of the window; what cannot be done now is not offered."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.wording.text("Plan files"), [])
        self._desk = desk
        self.picked.connect(self.wanted)

    def offer(self, *, strategies: bool) -> None:
        """Offer what is possible where there are strategies, or none."""
        text = self._desk.wording.text
        lines = []
        if self._desk.can_write:
            lines.append((Action.TAKE_PLAN.value, text("Add a plan file…")))
        if strategies:
            lines.append((Action.HAND_OVER_PLAN.value, text("Hand over as a plan file…")))
        self.set_lines(lines)
        self.setVisible(bool(lines))
