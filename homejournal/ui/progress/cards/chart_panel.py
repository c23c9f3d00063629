"""A picture with all that belongs to it: its sentence, its key, its tables, and how it leaves."""

import logging
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.chart_series import Cell, Table
from homejournal.exchange.tables import table_html, table_tsv
from homejournal.reports.chart_words.row_words import head_alt
from homejournal.reports.charts.screen_picture import ChartMark, ChartPicture
from homejournal.reports.charts.style import ChartLook
from homejournal.reports.strategy_rows.legend import LegendEntry
from homejournal.texts.day_page import capitalized
from homejournal.texts.progress_page import cell_text
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.error_log import trace_of
from homejournal.ui.base.worker import NewestOnly
from homejournal.ui.progress.counting_and_drawing import ToDraw, draw
from homejournal.ui.progress.export import (
    ChartDrag,
    ProgressOutput,
    ToWrite,
)
from homejournal.ui.progress.shown import Drawn, RowShown, Shown
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import ToggleButton, dress_chip, make_button
from homejournal.ui.widgets.charts.data_table import TableView
from homejournal.ui.widgets.charts.picture import DragHandle, pixmap_of
from homejournal.ui.widgets.charts.view import ChartView
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, in_row, let_go
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel, announce


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


_WIDE, _HIGH = 18, 12
"""The room of a swatch, in pixels at 100 %."""


class RowLegend(FlowRow):
    """The words stand there at once, their swatches when they are drawn."""

    def __init__(self) -> None:
        super().__init__(gap=12)
        self._told: tuple[LegendEntry, ...] = ()
        self._swatches: list[QLabel] = []
        self._entries: list[QWidget] = []
        self._end: QWidget | None = None

    def show_entries(self, told: tuple[LegendEntry, ...]) -> None:
        if told == self._told:
            return
        self._told, self._swatches = told, []
        for entry in self._entries:
            let_go(entry)
        self._entries = [self._entry(one) for one in told]
        for entry in self._entries:
            if self._end is None:
                self.add(entry)
            else:
                self.put_before(entry, self._end)

    def end_with(self, last: QWidget) -> None:
        """Let something stand at the end of the legend."""
        self._end = last
        self.add(last)

    def show_swatches(self, pictures: Iterable[ChartPicture]) -> None:
        """Show what was drawn for the words that have a swatch."""
        for swatch, picture in zip(self._swatches, pictures, strict=True):
            shown = pixmap_of(picture)
            shown.setDevicePixelRatio(self.devicePixelRatioF())
            swatch.setPixmap(shown)

    def _entry(self, told: LegendEntry) -> QWidget:
        if told.swatch is None:
            return RowLabel(told.words, "small")
        entry = _Entry(told.words)
        self._swatches.append(entry.swatch)
        return entry


class _Entry(QWidget):
    """A swatch, and what it means."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.swatch = QLabel()
        self.swatch.setFixedSize(px(_WIDE), px(_HIGH))
        label = RowLabel(words, "small")
        in_row(self.swatch, label, gap=5, inside=self, grow=label)


logger = logging.getLogger("homejournal")


class ChartPanel(QWidget):
    """The words stand at once, the picture when it is drawn; the old one stays until then."""

    days_wanted = Signal(object)
    """The Period of a mark that was clicked or entered."""
    drawn = Signal()

    def __init__(self, desk: Desk, output: ProgressOutput, about: str) -> None:
        super().__init__()
        self._wording, self._output = desk.wording, output
        self.shown: Shown | None = None
        """What is shown, or None."""
        self._look: ChartLook | None = None
        self._wanted: ToDraw | None = None
        self._drawing = NewestOnly(desk.worker, draw, self)
        self._drawing.done.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_failed)
        self.headline = WrapLabel("", "strong")
        self.head, self.view = ChartView(), ChartView(240)
        self.head.hide()
        self.view.wanted.connect(self._on_look)
        for view in (self.head, self.view):
            view.mark_chosen.connect(self._on_mark)
        self._key, self._legend = WrapLabel("", "small"), RowLegend()
        self.table = ShownTable(self._wording, output, about)
        self.does = FlowRow()
        self._add_buttons(desk, about)
        self._column = in_column(
            self.headline, in_column(self.head, self.view, gap=0), self._key, self._legend,
            self.does, self.table, gap=8, inside=self,
        )  # fmt: skip

    def _add_buttons(self, desk: Desk, about: str) -> None:
        text = self._wording.text
        self.copy = make_button(text("Copy chart"), "copy", self._on_copy, look="chip", about=about)
        self.save = make_button(text("Save…"), "download", self._on_save, look="chip", about=about)
        name = text("Drag out the chart into a message, or press to copy it")
        self.handle = DragHandle(text("Drag out"), name, about)
        # Whoever cannot drag has the chart on the clipboard instead.
        self.handle.clicked.connect(self._on_copy)
        self._drag = ChartDrag(desk.worker, self.handle, self._to_carry)
        self._drag.failed.connect(self._output.failed)
        self.does.add(self.table.button, self.copy, self.save, self.handle)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.view)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self._on_copy)

    def put_under_picture(self, widget: QWidget) -> None:
        """Put something between the picture and the key."""
        self._column.insertWidget(2, widget)

    def show_shown(self, shown: Shown) -> None:
        """Show something in words, and have it drawn; of nothing only the words.

        Where fewer days are looked at, the view stays with its ways back to all of them.
        """
        self.shown = shown
        self.headline.setText(shown.sentence)
        self._key.setText(shown.key)
        self._legend.show_entries(shown.legend())
        something = shown.has_something
        self.table.show_tables(shown.tables, shown.strategy)
        self.table.setVisible(something and self.table.button.isChecked())
        self._take_heights(shown)
        if not something:
            self._wanted = None
            self.view.show_words(self.headline.text() if self.view.is_zoomed else "")
        elif self.view.shown is None:
            self.view.show_words(self._wording.text("The chart is being drawn…"))
        for part in (self.table.button, self.copy, self.save, self.handle):
            part.setVisible(something)
        self._key.setVisible(something and bool(shown.key))
        self._legend.setVisible(something and not shown.key)
        self.head.setVisible(something and isinstance(shown, RowShown))
        self.view.setVisible(something or self.view.is_zoomed)
        self.does.setVisible(something or self.view.is_zoomed)
        self._draw()

    def _take_heights(self, shown: Shown) -> None:
        """Give a row its room; of fewer days it keeps that of all, so that nothing moves."""
        if isinstance(shown, RowShown):
            head, high = shown.heights()
            self.head.set_height(head)
            self.view.set_height(max(high, self.view.high) if self.view.is_zoomed else high)

    def _draw(self) -> None:
        if self.shown is None or self._look is None or not self.shown.has_something:
            return
        wish = ToDraw(shown=self.shown, look=self._look)
        if wish != self._wanted:
            self._wanted = wish
            self._drawing.want(wish)

    def _on_look(self, wanted: ChartLook) -> None:
        self._look = wanted
        self._draw()

    def _on_drawn(self, wish: ToDraw, drawn: Drawn) -> None:
        if wish is not self._wanted:
            return  # something else is shown by now
        shown, wording = wish.shown, self._wording
        if drawn.head is not None and isinstance(shown, RowShown):
            self.head.show_picture(
                drawn.head, wording.text("Dates"), head_alt(shown.rows.axis, wording)
            )
        self.view.show_picture(drawn.picture, shown.title, shown.alternative())
        self._legend.show_swatches(drawn.swatches)
        self.drawn.emit()

    def _on_failed(self, wish: ToDraw, failure: Exception) -> None:
        """Say so, and open the table: it holds the same numbers."""
        logger.error("chart:\n%s", trace_of(failure))
        if wish is not self._wanted:
            return
        self.view.show_words(
            self._wording.text("This chart could not be drawn. Its numbers are in the table.")
        )
        self.table.button.setChecked(True)
        self.drawn.emit()

    def _to_carry(self) -> ToWrite | None:
        return self._output.to_write(self.shown) if self.shown is not None else None

    def _on_copy(self) -> None:
        if self.shown is not None:
            self._output.copy_chart(self.shown)

    def _on_save(self) -> None:
        if self.shown is not None:
            self._output.save_chart(self.shown)

    def _on_mark(self, mark: ChartMark) -> None:
        if isinstance(mark.start, date) and isinstance(mark.end, date):
            self.days_wanted.emit(Period(mark.start, mark.end))
