"""The table beside a chart: shown when it is wanted, with the same numbers, and taken along."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.looking_back.chart_series import Cell, Table
from homejournal.exchange.files.tables import table_html, table_tsv
from homejournal.texts.progress_page import cell_text
from homejournal.texts.wording import Wording
from homejournal.ui.progress.export.export_actions import ProgressOutput
from homejournal.ui.theme import px
from homejournal.ui.widgets.buttons.button import ToggleButton, dress_chip, make_button
from homejournal.ui.widgets.charts.data_table import TableView
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import tab_as_read
from homejournal.ui.widgets.wrapping_labels import announce


class ShownTable(QWidget):
    """Makes its table only when somebody looks at it; `button` opens and closes it."""

    def __init__(self, wording: Wording, output: ProgressOutput, about: str = "") -> None:
        super().__init__()
        self._wording, self._output, self._about = wording, output, about
        self._make: Callable[[], Table] | None = None
        self._made: Table | None = None
        self._strategy = ""
        self.view: TableView | None = None
        self.button = ToggleButton(wording.text("Show table"))
        dress_chip(self.button, "list-check", about=about)
        self.button.toggled.connect(self._on_toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self.hide()

    def show_table(self, make: Callable[[], Table], strategy: str = "") -> None:
        """Show what `make` returns of a strategy, or of all, now or when the table is opened."""
        self._make, self._made, self._strategy = make, None, strategy
        if self.button.isChecked():
            self._fill()

    def opened(self) -> Table | None:
        """Return the table while it is open."""
        return self._table() if self.button.isChecked() else None

    def _table(self) -> Table | None:
        if self._made is None and self._make is not None:
            self._made = self._make()
        return self._made

    def _fill(self) -> None:
        table = self._table()
        if table is None:
            return
        if self.view is None:
            self.view = TableView(partial(_said, self._wording), table_tsv, table_html)
            self._column.addWidget(self.view)
            self._column.addWidget(self._ways_out())
            tab_as_read(self)
        self.view.show_table(table)

    def _ways_out(self) -> FlowRow:
        text = self._wording.text
        ways = (
            (text("Copy table"), "copy", self._on_copy),
            (text("Save table…"), "download", self._on_save),
        )
        row = FlowRow()
        for words, icon, does in ways:
            button = make_button(words, icon, look="chip", about=self._about)
            button.clicked.connect(does)
            row.add(button)
        return row

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - the signal's own
        if on:
            self._fill()
        self.setVisible(on)
        if on and (table := self._table()) is not None:
            rows = len(table.rows)
            said = self._wording.count("Table shown, {n} row", "Table shown, {n} rows", rows)
            announce(self.button, said)

    def _on_copy(self) -> None:
        """Put the whole table on the clipboard, as text with tabs and as HTML."""
        if self.view is not None:
            self.view.copy(all_rows=True)
            self._output.tell(self._wording.text("Copied as a table"))

    def _on_save(self) -> None:
        table = self._table()
        if table is not None:
            self._output.save_table(table, self._strategy)


def _said(wording: Wording, cell: Cell) -> str:
    return cell_text(cell, wording)
