"""The plan's way in and out as a file, as a short menu on Plan."""

from PySide6.QtCore import Signal

from homejournal.ui.base.desk import Desk
from homejournal.ui.widgets.buttons.menu_button import MenuButton


class PlanFileMenu(MenuButton):
    """`wanted` names what the window is asked for; what cannot be done now is not offered."""

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
            lines.append(("take_plan", text("Add a plan file…")))
        if strategies:
            lines.append(("hand_over_plan", text("Hand over as a plan file…")))
        self.set_lines(lines)
        self.setVisible(bool(lines))
