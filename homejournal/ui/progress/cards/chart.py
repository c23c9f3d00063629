"""The picture of one strategy over time, closer and farther, and what was told on each day."""

from PySide6.QtWidgets import QWidget

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.strategy_rows import StrategyRows, StripSpan, strategy_rows
from homejournal.reports.chart_words.row_words import NoteMark
from homejournal.reports.charts.screen_picture import ChartMark
from homejournal.ui.base.desk import Desk
from homejournal.ui.progress.cards.chart_panel import ChartPanel
from homejournal.ui.progress.cards.day_details import notes_in, told_of_day
from homejournal.ui.progress.counting_and_drawing import Counted
from homejournal.ui.progress.export.export_actions import ProgressOutput
from homejournal.ui.progress.shown import RowShown, lanes_of
from homejournal.ui.widgets.button import dress_chip, make_button
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

_LINES = 2
"""So many lines under the chart are kept free for what is told of a mark."""


class ChartCard(Card):
    """Days that are looked at closer stay so while it is the same strategy and period."""

    def __init__(self, desk: Desk, output: ProgressOutput) -> None:
        super().__init__(desk.wording.text("Over time"))
        self._desk, self._wording = desk, desk.wording
        self._counted: Counted | None = None
        self._window: Period | None = None
        self.panel = ChartPanel(desk, output, self.title())
        self.panel.view.window_wanted.connect(self._on_window)
        self.panel.view.mark_told.connect(self._on_told)
        self._add_buttons()
        self.told, self.days = WrapLabel("", "small", most=600), WrapLabel("")
        self._room = QWidget()
        in_column(self.told, inside=self._room).addStretch(1)
        self.body.addWidget(self.panel)
        self.panel.put_under_picture(self._room)
        self.panel.put_under_picture(self.days)

    def _add_buttons(self) -> None:
        text, view = self._wording.text, self.panel.view
        self.closer = make_button(text("Closer"), on=self._on_closer)
        dress_chip(self.closer, "plus", text("Closer: fewer days"))
        self.farther = make_button(text("Farther"), on=self._on_farther)
        dress_chip(self.farther, "minus", text("Farther: more days"))
        self.whole = make_button(text("All days"), "rotate", view.reset, look="chip")
        self.panel.does.add(FlowRow(self.closer, self.farther, self.whole))

    def show_counted(self, counted: Counted) -> None:
        """Show a strategy."""
        before, self._counted = self._counted, counted
        if before is None or not _same(before, counted):
            self._window = None
        self._show()

    def _show(self) -> None:
        counted = self._counted
        if counted is None or counted.rows is None:
            return
        (back,) = counted.backs
        rows = counted.rows
        if self._window is not None:
            rows = strategy_rows((back,), self._window, counted.people)
        lanes = lanes_of(counted.rows)
        notes = self._notes(counted, rows)
        wording = self._wording
        shown = RowShown(back=back, rows=rows, wording=wording, lanes=lanes, notes=notes)
        whole = Period(back.written.frame.period.start, back.written.frame.last)
        self.panel.view.set_window(self._window or whole, whole)
        self.panel.show_shown(shown)
        self.days.setText(self._days_said(whole) if self._window is not None else "")
        self.days.setVisible(self._window is not None)
        self.told.setText(self._hint())
        self._room.setMinimumHeight(_LINES * self.told.fontMetrics().lineSpacing())
        self._room.setVisible(shown.has_something)
        self._allow(zoomed=self._window is not None)

    def _notes(self, counted: Counted, rows: StrategyRows) -> tuple[NoteMark, ...]:
        """Return the notes at their days, where each day has a sign of its own."""
        if rows.axis.strip is not StripSpan.DAY:
            return ()
        return notes_in(self._desk, counted.asked, rows.axis.period)

    def _days_said(self, whole: Period) -> str:
        """Return plainly which of the days the chart shows now."""
        between, shown = self._wording.between, self._window or whole
        return self._wording.text(
            "The chart now shows {shown}, out of {all_days}.",
            shown=between(*shown),
            all_days=between(*whole),
        )

    def _allow(self, *, zoomed: bool) -> None:
        """Enable what is possible; a button that the keyboard is on hands it to the next one."""
        for button in (self.farther, self.whole):
            if button.hasFocus() and not zoomed:
                self.closer.setFocus()
            button.setEnabled(zoomed)

    def _hint(self) -> str:
        return self._wording.text("Point at the chart, or press the arrow keys in it, to read it.")

    def _on_told(self, mark: ChartMark) -> None:
        """Tell under the chart who wrote what on a day, and say it where it is heard."""
        words = ""
        if self._counted is not None and mark.start is not None and mark.start == mark.end:
            words = told_of_day(self._desk, self._counted.asked, mark.start)
        self.told.setText(words or self._hint())
        # Room that long words took once is kept: nothing may move under the pointer.
        needed = self.told.heightForWidth(self.told.width())
        self._room.setMinimumHeight(max(self._room.minimumHeight(), needed))
        if words and self.panel.view.hasFocus():
            announce(self.panel.view, words)

    def _on_window(self, window: Period | None) -> None:
        self._window = window
        self._show()
        announce(self, self.days.text() or self._wording.text("The chart now shows all days."))

    def _on_closer(self) -> None:
        self.panel.view.zoom(closer=True)

    def _on_farther(self) -> None:
        self.panel.view.zoom(closer=False)


def _same(one: Counted, other: Counted) -> bool:
    return (one.asked.strategy, one.asked.period) == (other.asked.strategy, other.asked.period)
