"""The one legend under the rows: each sign, level and line that they have, once."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel, QWidget

from homejournal.reports.charts.screen_picture import ChartPicture
from homejournal.reports.strategy_rows.legend import LegendEntry
from homejournal.ui.theme import px
from homejournal.ui.widgets.charts.picture import pixmap_of
from homejournal.ui.widgets.layout.boxes import FlowRow, in_row, let_go
from homejournal.ui.widgets.wrapping_labels import RowLabel

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
