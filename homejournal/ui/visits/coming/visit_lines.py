"""Visits on one line each: those that come later, and the past ones, found by typing."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from homejournal.domain.names import visitor_names
from homejournal.domain.visits import VisitTold
from homejournal.texts import visits_and_team as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.visits.coming.visit_details import VisitDetails, VisitRow
from homejournal.ui.widgets.cards.card import Card, LineList
from homejournal.ui.widgets.wrapping_labels import WrapLabel


class VisitLines(Card):
    """Some lines, more of them when they are asked for, and a field to find one where many are."""

    made = Signal(object)
    """VisitDetails of a line that was opened first."""

    def __init__(self, desk: Desk, heading: str, more: Callable[[int], str], most: int) -> None:
        super().__init__(heading)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._desk, self._wording, self._most = desk, desk.wording, most
        self._told: Mapping[UUID, VisitTold] = {}
        self._find = QLineEdit()
        self._find.setClearButtonEnabled(True)
        self._find.setPlaceholderText(self._wording.text("Find a visit: a name, a month, a word"))
        self._find.setAccessibleName(self._find.placeholderText())
        self._find.textChanged.connect(self._show)
        self._none = WrapLabel(self._wording.text("No visit has these words."), "muted")
        self._none.hide()
        self.list = LineList("", self._new_row, self._fill, more, most=most)
        self.list.left.connect(self._on_left)
        for part in (self._find, self._none, self.list):
            self.body.addWidget(part)

    def show_visits(self, visits: tuple[VisitTold, ...]) -> None:
        """Show these visits in their order."""
        self._told = {told.visit.id: told for told in visits}
        self._find.setVisible(len(visits) > self._most)
        self._show()
        self.setVisible(bool(visits))

    def row_of(self, visit: UUID) -> VisitRow | None:
        """Return the line of a visit, which is opened."""
        if visit not in self._told:
            return None
        if self._find.text():
            self._find.clear()
        row = self.list.card_of(visit)
        if row is not None:
            row.unfold()
        return row

    def begin_anew(self) -> None:
        """Show the first few again: another child follows."""
        self._find.clear()
        self.list.begin_anew()

    def _show(self, _typed: str = "") -> None:
        typed, told = self._find.text().strip(), self._told
        if typed:
            found = (one for one in told.values() if said.finds_visit(self._wording, one, typed))
            told = {one.visit.id: one for one in found}
        self._none.setVisible(bool(typed) and not told)
        self.list.show_told(told)

    def _new_row(self) -> VisitRow:
        row = VisitRow(self._desk)
        row.opened.connect(self._on_made)
        return row

    def _fill(self, row: VisitRow, told: VisitTold) -> None:
        names = visitor_names(told.visit, self._desk.journal.family().team)
        row.show_visit(told, names)

    def _on_made(self, details: VisitDetails) -> None:
        self.made.emit(details)

    def _on_left(self) -> None:
        first = next(iter(self.list.cards), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
