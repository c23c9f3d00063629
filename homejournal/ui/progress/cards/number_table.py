"""The tables beside a picture: shown when they are wanted, with the same numbers, taken along."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from homejournal.domain.looking_back.chart_series import Cell, Table
from homejournal.exchange.tables import table_html, table_tsv
from homejournal.texts.day_page import capitalized
from homejournal.texts.progress_page import cell_text
from homejournal.texts.wording import Wording
from homejournal.ui.progress.export import ProgressOutput
from homejournal.ui.widgets.button import ToggleButton, dress_chip, make_button
from homejournal.ui.widgets.charts.data_table import TableView
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce


class _OneTable(QWidget):
    """A table with its title, and how it is taken along."""

    def __init__(self, wording: Wording, output: ProgressOutput, about: str) -> None:
        super().__init__()
        self._wording, self._output = wording, output
        self._table: Table | None = None
        self._strategy = ""
        self._title = WrapLabel("", "strong")
        self.view = TableView(partial(_said, wording), table_tsv, table_html)
        text = wording.text
        self._about = about
        self._ways = (
            make_button(text("Copy table"), "copy", self._on_copy, look="chip"),
            make_button(text("Save table…"), "download", self._on_save, look="chip"),
        )
        in_column(self._title, self.view, FlowRow(*self._ways), gap=8, inside=self)

    def show_table(self, table: Table, strategy: str, *, alone: bool) -> None:
        """Show a table of a strategy, or of all; one that stands `alone` needs no title."""
        self._table, self._strategy = table, strategy
        self._title.setText(capitalized(table.title))
        self._title.setVisible(not alone)
        for way in self._ways:
            way.setAccessibleDescription(self._about if alone else self._title.text())
        self.view.show_table(table)

    def _on_copy(self) -> None:
        """Put the whole table on the clipboard, as text with tabs and as HTML."""
        self.view.copy(all_rows=True)
        self._output.tell(self._wording.text("Copied as a table"))

    def _on_save(self) -> None:
        if self._table is not None:
            self._output.save_table(self._table, self._strategy)


class ShownTable(QWidget):
    """Makes its tables only when somebody looks at them; `button` opens and closes them."""

    def __init__(self, wording: Wording, output: ProgressOutput, about: str = "") -> None:
        super().__init__()
        self._wording, self._output, self._about = wording, output, about
        self._make: Callable[[], tuple[Table, ...]] | None = None
        self._made: tuple[Table, ...] = ()
        self._strategy = ""
        self._shown: list[_OneTable] = []
        self.button = ToggleButton(wording.text("Show table"))
        dress_chip(self.button, "list-check", about=about)
        self.button.toggled.connect(self._on_toggled)
        self._column = in_column(gap=12, inside=self)
        self.hide()

    @property
    def views(self) -> tuple[TableView, ...]:
        """Return the tables that are or were open, from top to bottom."""
        return tuple(shown.view for shown in self._shown)

    def show_tables(self, make: Callable[[], tuple[Table, ...]], strategy: str = "") -> None:
        """Show what `make` returns of a strategy, or of all, now or when they are opened."""
        self._make, self._made, self._strategy = make, (), strategy
        if self.button.isChecked():
            self._fill()

    def opened(self) -> tuple[Table, ...]:
        """Return the tables while they are open."""
        return self._tables() if self.button.isChecked() else ()

    def _tables(self) -> tuple[Table, ...]:
        if not self._made and self._make is not None:
            self._made = self._make()
        return self._made

    def _fill(self) -> None:
        tables = self._tables()
        while len(self._shown) < len(tables):
            shown = _OneTable(self._wording, self._output, self._about)
            self._shown.append(shown)
            self._column.addWidget(shown)
        for shown, table in zip(self._shown, tables, strict=False):
            shown.show_table(table, self._strategy, alone=len(tables) == 1)
        for place, shown in enumerate(self._shown):
            shown.setVisible(place < len(tables))

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - the signal's own
        if on:
            self._fill()
        self.setVisible(on)
        if on:
            rows = sum(len(table.rows) for table in self._tables())
            said = self._wording.count("Table shown, {n} row", "Table shown, {n} rows", rows)
            announce(self.button, said)


def _said(wording: Wording, cell: Cell) -> str:
    return cell_text(cell, wording)
