"""A chart with all that belongs to it: its sentence, its key, its table, and the ways it leaves."""

import logging
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.chart_series import Chart, has_something
from homejournal.domain.sentences.headlines import headline
from homejournal.reports.chart_words.tables import chart_table
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.chart_words.title_and_key import chart_caption, chart_key, chart_title
from homejournal.reports.charts.screen_picture import ChartMark, ChartPicture
from homejournal.reports.charts.style import ChartLook
from homejournal.texts.day_page import capitalized
from homejournal.texts.sentences import say
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.error_log import trace_of
from homejournal.ui.base.worker import NewestOnly
from homejournal.ui.progress.cards.number_table import ShownTable
from homejournal.ui.progress.counting_and_drawing import ToDraw, draw
from homejournal.ui.progress.export.drag_chart import ChartDrag, ToCarry
from homejournal.ui.progress.export.export_actions import ProgressOutput
from homejournal.ui.progress.export.file_writing import ChartShown
from homejournal.ui.theme import px
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.charts.picture import DragHandle
from homejournal.ui.widgets.charts.view import ChartView
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import tab_as_read
from homejournal.ui.widgets.wrapping_labels import WrapLabel

logger = logging.getLogger("homejournal")


class ChartPanel(QWidget):
    """The words stand at once, the picture when it is drawn; the old one stays until then."""

    days_wanted = Signal(object)
    """The Period of a mark that was clicked or entered."""
    drawn = Signal()

    def __init__(
        self, desk: Desk, output: ProgressOutput, about: str, *, height: float = 240
    ) -> None:
        super().__init__()
        self._wording, self._output = desk.wording, output
        self._shown: ChartShown | None = None
        self._look: ChartLook | None = None
        self._wanted: ToDraw | None = None
        self._drawing = NewestOnly(desk.worker, draw, self)
        self._drawing.done.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_failed)
        self.headline = WrapLabel("", "strong")
        self.view = ChartView(height)
        self.view.wanted.connect(self._on_look)
        self.view.mark_chosen.connect(self._on_mark)
        self._key = WrapLabel("", "small")
        self.table = ShownTable(self._wording, output, about)
        self.does = FlowRow()
        self._add_buttons(desk, about)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        for part in (self.headline, self.view, self._key, self.does, self.table):
            self._column.addWidget(part)

    def _add_buttons(self, desk: Desk, about: str) -> None:
        text = self._wording.text
        self.copy = make_button(text("Copy chart"), "copy", look="chip", about=about)
        self.copy.clicked.connect(self._on_copy)
        self.save = make_button(text("Save…"), "download", look="chip", about=about)
        self.save.clicked.connect(self._on_save)
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

    def put_under_chart(self, widget: QWidget) -> None:
        """Put something between the picture and the key."""
        self._column.insertWidget(2, widget)

    @property
    def chart(self) -> Chart | None:
        """Return the chart that is shown, or None."""
        return self._shown.chart if self._shown is not None else None

    def show_chart(self, chart: Chart, strategy: str) -> None:
        """Show a chart of a strategy in words, and have it drawn; of nothing only the words.

        Where fewer days are looked at, the view stays with its ways back to all of them.
        """
        self._shown = ChartShown(chart=chart, strategy=strategy, wording=self._wording)
        self.headline.setText(capitalized(say(self._wording, headline(chart, on_screen=True))))
        parts = (chart_caption(chart, self._wording), chart_key(chart, self._wording))
        self._key.setText(capitalized(self._wording.line_of(parts)))
        something = has_something(chart)
        self.table.show_table(partial(chart_table, chart, self._wording, strategy), strategy)
        self.table.setVisible(something and self.table.button.isChecked())
        if not something:
            self._wanted = None
            self.view.show_words(self.headline.text() if self.view.is_zoomed else "")
        elif self.view.shown is None:
            self.view.show_words(self._wording.text("The chart is being drawn…"))
        for part in (self._key, self.table.button, self.copy, self.save, self.handle):
            part.setVisible(something)
        self.view.setVisible(something or self.view.is_zoomed)
        self.does.setVisible(something or self.view.is_zoomed)
        self._draw()

    def _draw(self) -> None:
        if self._shown is None or self._look is None or not has_something(self._shown.chart):
            return
        wish = ToDraw(chart=self._shown.chart, wording=self._wording, look=self._look)
        if wish != self._wanted:
            self._wanted = wish
            self._drawing.want(wish)

    def _on_look(self, wanted: ChartLook) -> None:
        self._look = wanted
        self._draw()

    def _on_drawn(self, wish: ToDraw, picture: ChartPicture) -> None:
        if wish is not self._wanted or self._shown is None:
            return  # something else is shown by now
        title = chart_title(wish.chart, self._wording, self._shown.strategy)
        self.view.show_picture(picture, title, chart_alt(wish.chart, self._wording))
        tab_as_read(self)  # a picture takes the focus, the words before it did not
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

    def _to_carry(self) -> ToCarry | None:
        if self._shown is None:
            return None
        shown = replace(self._shown, sheet=self._output.sheet)
        return ToCarry(shown=shown, name=self._output.name(shown.strategy))

    def _on_copy(self) -> None:
        if self._shown is not None:
            self._output.copy_chart(self._shown)

    def _on_save(self) -> None:
        if self._shown is not None:
            self._output.save_chart(self._shown)

    def _on_mark(self, mark: ChartMark) -> None:
        if isinstance(mark.start, date) and isinstance(mark.end, date):
            self.days_wanted.emit(Period(mark.start, mark.end))
