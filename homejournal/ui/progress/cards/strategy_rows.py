"""All strategies of a child as rows: words beside a picture, all under the same dates."""

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.reports.chart_words.row_words import head_alt, row_alt, row_sentences
from homejournal.reports.chart_words.tables import days_table
from homejournal.reports.charts.screen_picture import ChartMark
from homejournal.reports.strategy_rows.legend import row_legend
from homejournal.reports.strategy_rows.pictures import row_height
from homejournal.reports.strategy_rows.row_sheet import RowLook
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.error_log import trace_of
from homejournal.ui.base.worker import NewestOnly
from homejournal.ui.progress.cards.chart_panel import RowLegend, ShownTable
from homejournal.ui.progress.counting_and_drawing import (
    Counted,
    RowsDrawn,
    RowsToDraw,
    draw_rows,
)
from homejournal.ui.progress.export import ProgressOutput
from homejournal.ui.progress.shown import PIXELS, head_high, lanes_of, row_look
from homejournal.ui.theme import paint_ground, px, set_look, tokens
from homejournal.ui.widgets.charts.view import ChartView
from homejournal.ui.widgets.layout.boxes import Beside, FlowRow, in_column, inset
from homejournal.ui.widgets.roles import ToldAs, tell_as
from homejournal.ui.widgets.wrapping_button import WordButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from homejournal.domain.looking_back.chart_series import Table
    from homejournal.domain.looking_back.strategy_rows import StrategyRow as Row
    from homejournal.domain.looking_back.strategy_rows import StrategyRows as RowsShown
    from homejournal.reports.charts.style import ChartLook

logger = logging.getLogger("homejournal")

_SHARES, _LEAST = (6, 5), 300
"""How words and picture share the width, and the least pixels at 100 % of either."""
_WORDS_WIDE = 560
"""So many pixels at 100 % of a wide page are for the words; its picture has the rest."""
_WORDS_HIGH = 60
_RING = 2
"""Pixels that the ring of the keys takes around a name: words below begin where its letters do."""


class StrategyRow(QWidget):
    """`wanted` carries the strategy that a person wants to look at closer."""

    wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.strategy: UUID | None = None
        self.open = WordButton()
        set_look(self.open, "name")
        self.open.setToolTip(wording.text("Look closer"))
        self.open.clicked.connect(self._on_open)
        self._sentence, self._days = WrapLabel(""), WrapLabel("", "small")
        for label in (self._sentence, self._days):
            label.setContentsMargins(inset(_RING))
        self.view = ChartView()
        words = QWidget()
        words.setMaximumWidth(px(_WORDS_WIDE))
        in_column(FlowRow(self.open), self._sentence, self._days, gap=0, inside=words)
        beside = Beside((words, self.view), _LEAST, _SHARES)
        in_column(beside, edges=(0, px(2), 0, 0), inside=self)
        self.setMinimumWidth(1)

    def title(self) -> str:
        return self.open.accessibleName()

    def show_back(self, back: LookBack, row: "Row") -> None:
        """Show a strategy as it was counted: what can be said plainly, and the numbers below."""
        self.strategy = row.strategy
        self.open.setText(row.name.replace("&", "&&"))
        self.open.setAccessibleName(row.name)
        # Of days on which nothing is written there is one thing to say.
        told = tuple(dict.fromkeys(row_sentences(back, row, self._wording, on_screen=True)))
        self._sentence.setText(told[0])
        self._days.setText("\n".join(told[1:]))
        self._days.setVisible(len(told) > 1)
        self.open.setAccessibleDescription(" ".join(told))

    def _on_open(self) -> None:
        self.wanted.emit(self.strategy)

    @override
    def paintEvent(self, event: "QPaintEvent", /) -> None:
        """Draw a line above, which keeps it apart from the row before."""
        painter = QPainter(self)
        paint_ground(painter, QRectF(0, 0, self.width(), tokens().border), "line")
        painter.end()


class StrategyRows(QFrame):
    """Keeps as many rows as there are strategies and fills them anew, so that nothing flickers.

    The words stand there at once, and each picture has its room; all are drawn together.
    """

    wanted = Signal(object)
    day_wanted = Signal(object)
    """The day whose mark was pressed."""
    entries_wanted = Signal(object)
    """The Period of the bar that was pressed."""

    def __init__(self, desk: Desk, output: ProgressOutput) -> None:
        super().__init__()
        wording, name = desk.wording, desk.wording.text("All strategies")
        set_look(self, "panel")
        tell_as(self, ToldAs.GROUP, name)
        self._wording = wording
        self._shown: RowsShown | None = None
        self._look: ChartLook | None = None
        self._wanted: RowsToDraw | None = None
        self._drawing = NewestOnly(desk.worker, draw_rows, self)
        self._drawing.done.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_failed)
        self._rows: list[StrategyRow] = []
        self.head = ChartView()
        self.head.wanted.connect(self._on_look)
        self._column = in_column(gap=4)
        self._legend = RowLegend()
        self.table = ShownTable(wording, output, name)
        self._legend.end_with(self.table.button)
        side, no_words = px(20), QWidget()
        no_words.setMaximumWidth(px(_WORDS_WIDE))
        in_column(
            Beside((no_words, self.head), _LEAST, _SHARES), self._column, self._legend, self.table,
            edges=(side, px(6), side, px(8)), gap=4, inside=self,
        )  # fmt: skip

    @property
    def rows(self) -> tuple[StrategyRow, ...]:
        return tuple(self._rows)

    def row_of(self, strategy: "UUID") -> StrategyRow | None:
        return next((row for row in self._rows if row.strategy == strategy), None)

    def show_counted(self, counted: Counted) -> None:
        self._keep(len(counted.backs))
        self._shown = rows = counted.rows
        self.setVisible(rows is not None)
        if rows is None:
            return
        for row, back, shown in zip(self._rows, counted.backs, rows.rows, strict=True):
            row.show_back(back, shown)
            row.view.set_height(row_height(shown, RowLook()) * PIXELS)
        self.head.set_height(head_high(rows, lanes_of(rows)))
        self._legend.show_entries(row_legend(rows, self._wording))
        self.table.show_tables(partial(self._tables, counted.backs, rows.axis.period))
        self._draw()

    def _tables(self, backs: "Sequence[LookBack]", days: Period) -> "tuple[Table, ...]":
        return (days_table(backs, days, self._wording),)

    def _keep(self, wanted: int) -> None:
        while len(self._rows) > wanted:
            old = self._rows.pop()
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        while len(self._rows) < wanted:
            row = StrategyRow(self._wording)
            row.wanted.connect(self.wanted)
            row.view.mark_chosen.connect(self._on_mark)
            self._column.addWidget(row)
            self._rows.append(row)

    def _on_look(self, look: "ChartLook") -> None:
        self._look = look
        self._draw()

    def _draw(self) -> None:
        if self._shown is None or self._look is None:
            return
        look = row_look(self._look, lanes_of(self._shown))
        wish = RowsToDraw(rows=self._shown, wording=self._wording, look=look)
        if wish != self._wanted:
            self._wanted = wish
            self._drawing.want(wish)

    def _on_drawn(self, wish: RowsToDraw, drawn: RowsDrawn) -> None:
        if wish is not self._wanted:
            return  # something else is shown by now
        wording, rows = self._wording, wish.rows
        self.head.show_picture(drawn.head, wording.text("Dates"), head_alt(rows.axis, wording))
        for at, (row, picture) in enumerate(zip(self._rows, drawn.rows, strict=True)):
            row.view.show_picture(picture, row.title(), row_alt(rows, at, wording))
        self._legend.show_swatches(drawn.swatches)

    def _on_failed(self, wish: RowsToDraw, failure: Exception) -> None:
        """Say so, and open the table: it holds the same days."""
        logger.error("rows:\n%s", trace_of(failure))
        if wish is self._wanted:
            self.head.set_height(_WORDS_HIGH)
            self.head.show_words(
                self._wording.text("This chart could not be drawn. Its numbers are in the table.")
            )
            self.table.button.setChecked(True)

    def _on_mark(self, mark: ChartMark) -> None:
        if mark.start is None or mark.end is None:
            return
        if mark.start == mark.end:
            self.day_wanted.emit(mark.start)
        else:
            self.entries_wanted.emit(Period(mark.start, mark.end))
