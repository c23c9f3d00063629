"""The chart of a strategy over time: by week, month or year, or each rating; closer and farther."""

from PySide6.QtCore import Signal

from homejournal.domain.bar_series import BarSeries
from homejournal.domain.look_back import LookBack
from homejournal.domain.numbers import Period
from homejournal.domain.ratings import RatingKind
from homejournal.domain.spans import Span
from homejournal.reports.chart_picture import ChartMark
from homejournal.reports.charts import has_something
from homejournal.texts.wording import Wording
from homejournal.ui.desk import Desk
from homejournal.ui.pages.progress_looking import chart_of
from homejournal.ui.pages.progress_output import ProgressOutput
from homejournal.ui.pages.progress_panel import ChartPanel
from homejournal.ui.pages.progress_told import told_of_day
from homejournal.ui.widgets.card import Card
from homejournal.ui.widgets.chart_files import DragHandle
from homejournal.ui.widgets.choice_row import ChoiceRow
from homejournal.ui.widgets.icon_button import icon_button
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.speak import announce

_EACH, _BARS = "each", "bars"


class ChartCard(Card):
    """Remembers for this computer which of the two charts is wanted."""

    print_wanted = Signal()

    def __init__(self, desk: Desk, output: ProgressOutput) -> None:
        text = desk.wording.text
        super().__init__(text("Over time"))
        self._desk, self._wording, self._preferences = desk, desk.wording, desk.preferences
        self._back: LookBack | None = None
        self._window: Period | None = None
        self.kind = ChoiceRow(
            [(_BARS, text("By week")), (_EACH, text("Each rating"))], text("What the chart shows")
        )
        kept = self._preferences.progress_chart
        self.kind.set_choice(kept if kept in {_BARS, _EACH} else _BARS)
        self.kind.chosen.connect(self._on_kind)
        self.panel = ChartPanel(desk, output, self.title(), height=300)
        self.panel.view.window_wanted.connect(self._on_window)
        self.panel.view.mark_told.connect(self._on_told)
        self._add_buttons()
        self.told = WrapLabel("", "small", most=600)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.panel)
        self.panel.put_under_chart(self.told)

    def _add_buttons(self) -> None:
        text, view = self._wording.text, self.panel.view
        printing = self.panel.add_button(text("Print…"), "printer", self.title())
        printing.clicked.connect(self.print_wanted)
        self.closer = icon_button("plus", text("Closer: fewer days"))
        self.farther = icon_button("minus", text("Farther: more days"))
        self.whole = icon_button("rotate", text("All days"))
        self.closer.clicked.connect(self._on_closer)
        self.farther.clicked.connect(self._on_farther)
        self.whole.clicked.connect(view.reset)
        drag = DragHandle(text("Drag the chart into a message"))
        drag.dragged.connect(view.drag_out)
        drag.clicked.connect(self.panel.copy.click)
        self.panel.does.add(self.closer, self.farther, self.whole, drag)

    def show_back(self, back: LookBack) -> None:
        """Show a strategy; days that were looked at closer stay so while it is the same one."""
        before = self._back
        if before is None or not _same(before, back):
            self._window = None
        self._back = back
        self.kind.setVisible(back.kind is not RatingKind.NONE)
        self._show()

    def _show(self) -> None:
        back = self._back
        if back is None:
            return
        each = self.kind.choice() == _EACH and back.kind is not RatingKind.NONE
        chart = chart_of(back, each=each, window=self._window)
        whole = Period(back.written.frame.period.start, back.written.frame.last)
        span = chart.span if isinstance(chart, BarSeries) else self._bars_span(back)
        self.kind.set_words([_by(self._wording, span), self._wording.text("Each rating")])
        self.panel.view.set_window(self._window or whole, whole)
        self.panel.show_chart(chart, back.written.strategy.name)
        self.told.setText(self._hint())
        self.told.setVisible(has_something(chart))
        zoomed = self._window is not None
        self.farther.setEnabled(zoomed)
        self.whole.setEnabled(zoomed)

    def _bars_span(self, back: LookBack) -> Span:
        chart = chart_of(back, each=False, window=self._window)
        return chart.span if isinstance(chart, BarSeries) else Span.WEEK

    def _hint(self) -> str:
        return self._wording.text("Point at the chart, or press the arrow keys in it, to read it.")

    def _on_told(self, mark: ChartMark) -> None:
        """Tell under the chart who wrote what on the day of a dot, and say it where it is heard."""
        words = ""
        if self._back is not None and mark.start is not None and mark.start == mark.end:
            words = told_of_day(self._desk, self._back, mark.start)
        self.told.setText(words or self._hint())
        if words and self.panel.view.hasFocus():
            announce(self.panel.view, words)

    def _on_kind(self, kind: object) -> None:
        self._preferences.progress_chart = str(kind)
        self._show()

    def _on_window(self, window: Period | None) -> None:
        self._window = window
        self._show()

    def _on_closer(self) -> None:
        self.panel.view.zoom(closer=True)

    def _on_farther(self) -> None:
        self.panel.view.zoom(closer=False)


def _same(one: LookBack, other: LookBack) -> bool:
    mine, theirs = one.written, other.written
    return mine.strategy.id == theirs.strategy.id and mine.frame.period == theirs.frame.period


def _by(wording: Wording, span: Span) -> str:
    match span:
        case Span.WEEK:
            return wording.text("By week")
        case Span.MONTH:
            return wording.text("By month")
        case Span.YEAR:
            return wording.text("By year")
