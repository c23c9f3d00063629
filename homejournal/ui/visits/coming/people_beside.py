"""The people of the team beside the next visit: what each does, and how to reach them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.visits import PersonTold, TeamList
from homejournal.texts import visits_and_team as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.visits.team.message_dialog import MessageButton
from homejournal.ui.visits.way_button import WayRow
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.card import Card, Part
from homejournal.ui.widgets.layout.boxes import TwoEnds, in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 6


class PeopleBeside(Card):
    """Everybody, where they are few; of many the first, and the way to all of them."""

    team_wanted = Signal()
    tells = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.wording.text("Our team"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._wording = desk.wording
        self._shown: Sequence[PersonTold] | None = None
        self._rows = Part(gap=8)
        self.message = MessageButton(self._wording)
        self._whole = make_button("", "users", self.team_wanted, look="link")
        self.body.addWidget(self._rows)
        self.body.addWidget(FlowRow(self.message, self._whole, gap=6))

    def show_team(self, team: TeamList, *, writable: bool) -> None:
        """Show who is on the team now."""
        if team.here != self._shown:
            self._shown = team.here
            self._rows.show_widgets([self._row(told) for told in team.here[:_MOST]])
        text = self._wording.text
        words = text("Add somebody") if writable else ""
        if team.here:
            more = len(team.here) > _MOST
            words = self._wording.count("All {n} person", "All {n} people", len(team.here))
            words = words if more else ""
        self._whole.setText(words)
        self._whole.setVisible(bool(words))
        self.message.setVisible(bool(team.here))
        self.setVisible(bool(team.here) or writable)

    def _row(self, told: PersonTold) -> QWidget:
        ways = WayRow(self._wording)
        ways.show_person(told.person, told.name)
        ways.copied.connect(self.tells)
        words = ((told.name, "strong"), (said.role_said(self._wording, told.person), "small"))
        labels = [WrapLabel(text, look, most=100) for text, look in words if text]
        return TwoEnds(in_column(*labels, gap=0), ways, gap=6, wraps=True)
