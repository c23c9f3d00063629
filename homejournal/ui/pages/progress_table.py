"""The table beside a chart: shown when it is wanted, with the same numbers, and copied."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.charts import Cell, Table
from homejournal.exchange.table_csv import table_html, table_tsv
from homejournal.texts.tables import cell_text
from homejournal.texts.wording import Wording
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.table_view import TableView
from homejournal.ui.widgets.toggle import ToggleButton


class ShownTable(QWidget):
    """Makes its table only when somebody looks at it; `button` opens and closes it."""

    opened = Signal(bool)

    def __init__(self, wording: Wording, about: str = "") -> None:
        super().__init__()
        self._wording = wording
        self._make: Callable[[], Table] | None = None
        self._made: Table | None = None
        self.view: TableView | None = None
        self.button = ToggleButton(wording.text("Show table"))
        self.button.setAccessibleDescription(about)
        set_look(self.button, "chip")
        set_icon(self.button, "list-check", "muted", 16)
        self.button.toggled.connect(self._on_toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_table(self, make: Callable[[], Table]) -> None:
        """Show what `make` returns, now or when the table is opened."""
        self._make, self._made = make, None
        if self.button.isChecked():
            self._fill()

    def table(self) -> Table | None:
        """Return the table, whether it is open or not; None while there is nothing to show."""
        if self._made is None and self._make is not None:
            self._made = self._make()
        return self._made

    def copy(self) -> bool:
        """Put the whole table on the clipboard, as text with tabs and as HTML."""
        if self.table() is None:
            return False
        self._fill()
        if self.view is not None:
            self.view.copy(all_rows=True)
        return True

    def _fill(self) -> None:
        table = self.table()
        if table is None:
            return
        if self.view is None:
            self.view = TableView(partial(_said, self._wording), table_tsv, table_html)
            self._column.addWidget(self.view)
        self.view.show_table(table)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - the signal's own
        if on:
            self._fill()
        self.setVisible(on)
        self.opened.emit(on)


def _said(wording: Wording, cell: Cell) -> str:
    return cell_text(cell, wording)
