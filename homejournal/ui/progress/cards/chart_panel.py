"""A picture with all that belongs to it: its sentence, its key, its tables, and how it leaves."""

import logging
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from homejournal.domain.days.periods import Period
from homejournal.reports.chart_words.row_words import head_alt
from homejournal.reports.charts.screen_picture import ChartMark
from homejournal.reports.charts.style import ChartLook
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.error_log import trace_of
from homejournal.ui.base.worker import NewestOnly
from homejournal.ui.progress.cards.number_table import ShownTable
from homejournal.ui.progress.cards.row_legend import RowLegend
from homejournal.ui.progress.counting_and_drawing import ToDraw, draw
from homejournal.ui.progress.export import (
    ChartDrag,
    ProgressOutput,
    ToWrite,
)
from homejournal.ui.progress.shown import Drawn, RowShown, Shown
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.charts.picture import DragHandle
from homejournal.ui.widgets.charts.view import ChartView
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel

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
