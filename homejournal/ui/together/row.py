"""One strategy of several children: their cells side by side, and what can be said for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.texts.today.day_page import time_name
from homejournal.ui.day_cards.buttons import link
from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.scroll_column import NARROW_BELOW
from homejournal.ui.widgets.layout.two_ends import TwoSides
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from homejournal.domain.today.children_together import TogetherRow
    from homejournal.texts.wording import Wording
    from homejournal.ui.together.cell import ChildCell

_LEAST_CELL = 280


class SideBySide(QWidget):
    """Parts of equal width beside each other, one under another in a narrow window."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(12))
        self._columns = 0
        self.setMinimumWidth(1)

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these parts in their order; whoever gave the former ones deletes them."""
        if list(parts) == self._parts:
            return
        for part in self._parts:
            self._grid.removeWidget(part)
        self._parts, self._columns = list(parts), 0
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self._columns = 0
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        fitting = max(1, self.width() // px(_LEAST_CELL))
        if self.window().width() < NARROW_BELOW:
            fitting = 1
        columns = max(1, min(fitting, len(self._parts)))
        if columns == self._columns:
            return
        self._columns = columns
        for place, part in enumerate(self._parts):
            self._grid.addWidget(part, *divmod(place, columns))
        for column in range(max(self._grid.columnCount(), columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class TogetherRowView(QWidget):
    """Its buttons speak for all children whose time is open; a rating is always one child's."""

    all_not_today = Signal(object)
    all_did_it = Signal(object)
    note_wanted = Signal(object)
    """Each of them with the `TogetherRow`."""

    def __init__(self, wording: Wording, row: TogetherRow) -> None:
        super().__init__()
        self._row, self._wording = row, wording
        self._title = WrapLabel("", "heading", most=200)
        self._did_it = link("", "")
        self._not_today = link("", "")
        self._note = link(wording.text("Note for several…"), "")
        self._did_it.clicked.connect(self._on_did_it)
        self._not_today.clicked.connect(self._on_not_today)
        self._note.clicked.connect(self._on_note)
        deeds = FlowRow(gap=4)
        deeds.add(self._did_it, self._not_today, self._note)
        self._cells = SideBySide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(TwoSides(self._title, deeds))
        column.addWidget(self._cells)
        self.setMinimumWidth(1)

    def show_row(self, row: TogetherRow, cells: Sequence[ChildCell], *, writable: bool) -> None:
        """Show a row with its cells, which show their cards already."""
        self._row = row
        self._title.setText(row.name)
        self._cells.show_parts(cells)
        text = self._wording.text
        times, both = row.open_times(), len(row.cards) == 2
        open_now = len(times)
        self._did_it.setText(text("Did it for both") if both else text("Did it for all"))
        self._not_today.setText(text("Not today for both") if both else text("Not today for all"))
        if any(len(card.times) > 1 for _, card, _ in times):
            name = time_name(self._wording, times[0][2])
            for button in (self._did_it, self._not_today):
                words = text("{time}: {said}", time=name, said=button.text())
                button.setText(words.replace("&", "&&"))
        for button in (self._did_it, self._not_today, self._note):
            button.setAccessibleDescription(row.name)
        for button in (self._did_it, self._not_today):
            button.setVisible(open_now > 1 and writable)
        self._note.setVisible(len(row.cards) > 1 and writable)

    def _on_did_it(self) -> None:
        self.all_did_it.emit(self._row)

    def _on_not_today(self) -> None:
        self.all_not_today.emit(self._row)

    def _on_note(self) -> None:
        self.note_wanted.emit(self._row)
