"""The one legend under the rows: each sign, level and line that they have, once."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel, QWidget

from homejournal.domain.looking_back.strategy_rows import StrategyRows
from homejournal.reports.charts.row_legend import LegendEntry, row_legend
from homejournal.reports.charts.screen_picture import ChartPicture
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px
from homejournal.ui.widgets.charts.picture import pixmap_of
from homejournal.ui.widgets.layout.boxes import in_row
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import RowLabel

_WIDE, _HIGH = 18, 12
"""The room of a swatch, in pixels at 100 %."""


class RowLegend(FlowRow):
    """The words stand there at once, their swatches when they are drawn."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(gap=12)
        self._wording = wording
        self._told: tuple[LegendEntry, ...] = ()
        self._swatches: list[QLabel] = []

    def show_rows(self, rows: StrategyRows) -> None:
        """Explain what these rows have."""
        told = row_legend(rows, self._wording)
        if told == self._told:
            return
        self._told, self._swatches = told, []
        self.clear()
        self.add(*(self._entry(one) for one in told))

    def show_swatches(self, pictures: Iterable[ChartPicture]) -> None:
        """Show what was drawn for the words that have a swatch."""
        for swatch, picture in zip(self._swatches, pictures, strict=True):
            shown = pixmap_of(picture)
            shown.setDevicePixelRatio(self.devicePixelRatioF())
            swatch.setPixmap(shown)

    def _entry(self, told: LegendEntry) -> QWidget:
        words = RowLabel(told.words, "small")
        if told.swatch is None:
            return words
        entry, swatch = QWidget(), QLabel()
        swatch.setFixedSize(px(_WIDE), px(_HIGH))
        self._swatches.append(swatch)
        in_row(swatch, words, gap=5, inside=entry, grow=words)
        return entry
