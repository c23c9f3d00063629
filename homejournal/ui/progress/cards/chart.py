"""The chart of a strategy over time: by week, month or year, or each rating; closer and farther."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.days.periods import Period, Span, span_for
from homejournal.domain.looking_back.chart_series import BarSeries, has_something
from homejournal.reports.charts.screen_picture import ChartMark
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.progress.cards.chart_panel import ChartPanel
from homejournal.ui.progress.cards.day_details import told_of_day
from homejournal.ui.progress.counting_and_drawing import Counted, chart_of, rates
from homejournal.ui.progress.export.export_actions import ProgressOutput
from homejournal.ui.widgets.buttons.button import dress_chip, make_button
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

_EACH, _BARS = "each", "bars"
_LINES = 2
"""So many lines under the chart are kept free for what is told of a mark."""


class ChartCard(Card):
    """Remembers for this computer which of the two charts is wanted."""

    def __init__(self, desk: Desk, output: ProgressOutput) -> None:
        text = desk.wording.text
        super().__init__(text("Over time"))
        self._desk, self._wording, self._preferences = desk, desk.wording, desk.preferences
        self._counted: Counted | None = None
        self._window: Period | None = None
        self._span = Span.WEEK
        names = [(_BARS, _by(self._wording, self._span)), (_EACH, text("Each rating"))]
        self.kind = SingleChoice(names, text("What the chart shows"))
        kept = self._preferences.progress_chart
        self.kind.set_choice(kept if kept in {_BARS, _EACH} else _BARS)
        self.kind.chosen.connect(self._on_kind)
        self.panel = ChartPanel(desk, output, self.title(), height=300)
        self.panel.view.window_wanted.connect(self._on_window)
        self.panel.view.mark_told.connect(self._on_told)
        self._add_buttons()
        self.told, self.days = WrapLabel("", "small", most=600), WrapLabel("")
        self._room = QWidget()
        column = QVBoxLayout(self._room)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        column.addStretch(1)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.panel)
        self.panel.put_under_chart(self._room)
        self.panel.put_under_chart(self.days)

    def _add_buttons(self) -> None:
        text, view = self._wording.text, self.panel.view
        self.closer = make_button(text("Closer"))
        dress_chip(self.closer, "plus", text("Closer: fewer days"))
        self.farther = make_button(text("Farther"))
        dress_chip(self.farther, "minus", text("Farther: more days"))
        self.whole = make_button(text("All days"), "rotate", look="chip")
        self.closer.clicked.connect(self._on_closer)
        self.farther.clicked.connect(self._on_farther)
        self.whole.clicked.connect(view.reset)
        together = FlowRow()
        together.add(self.closer, self.farther, self.whole)
        self.panel.does.add(together)

    def show_counted(self, counted: Counted) -> None:
        """Show a strategy; days that were looked at closer stay so while it is the same one."""
        before, self._counted = self._counted, counted
        if before is None or not _same(before, counted):
            self._window = None
        self.kind.setVisible(rates(counted.backs[0]))
        self._show()

    def _show(self) -> None:
        counted = self._counted
        if counted is None:
            return
        (back,) = counted.backs
        each = self.kind.choice() == _EACH
        chart = chart_of(counted, each=each, window=self._window)
        whole = Period(back.written.frame.period.start, back.written.frame.last)
        self._name_bars(chart.span if isinstance(chart, BarSeries) else self._span_of_bars(counted))
        self.panel.view.set_window(self._window or whole, whole)
        self.panel.show_chart(chart, back.written.strategy.name)
        self.days.setText(self._days_said(whole) if self._window is not None else "")
        self.days.setVisible(self._window is not None)
        self.told.setText(self._hint())
        self._room.setMinimumHeight(_LINES * self.told.fontMetrics().lineSpacing())
        self._room.setVisible(has_something(chart))
        self._allow(zoomed=self._window is not None)

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

    def _span_of_bars(self, counted: Counted) -> Span:
        """Return how long the bars would be, if bars were shown."""
        if self._window is None:
            return counted.bars[0].span
        return span_for(self._window, counted.backs[0].written.frame.week_start)

    def _name_bars(self, span: Span) -> None:
        if span is not self._span:
            self._span = span
            self.kind.set_words([_by(self._wording, span), self._wording.text("Each rating")])

    def _hint(self) -> str:
        return self._wording.text("Point at the chart, or press the arrow keys in it, to read it.")

    def _on_told(self, mark: ChartMark) -> None:
        """Tell under the chart who wrote what on the day of a dot, and say it where it is heard."""
        words = ""
        if self._counted is not None and mark.start is not None and mark.start == mark.end:
            words = told_of_day(self._desk, self._counted.asked, mark.start)
        self.told.setText(words or self._hint())
        # Room that long words took once is kept: nothing may move under the pointer.
        needed = self.told.heightForWidth(self.told.width())
        self._room.setMinimumHeight(max(self._room.minimumHeight(), needed))
        if words and self.panel.view.hasFocus():
            announce(self.panel.view, words)

    def _on_kind(self, kind: object) -> None:
        self._preferences.progress_chart = str(kind)
        self._show()
        announce(self, self.panel.headline.text())

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


def _by(wording: Wording, span: Span) -> str:
    match span:
        case Span.WEEK:
            return wording.text("By week")
        case Span.MONTH:
            return wording.text("By month")
        case Span.YEAR:
            return wording.text("By year")
