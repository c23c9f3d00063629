"""What stands at the end of the rows of a day: one more strategy, a moment, the week on paper."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from homejournal.ui.today.header import DayAction
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class EndOfDay(QWidget):
    """`wished` carries a DayAction; `plan_wanted` asks for a new strategy."""

    wished = Signal(object)
    plan_wanted = Signal()

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        text = wording.text
        self.moment = make_button(text("Write down a moment"), "plus", self._on_moment)
        self.strategy = make_button(text("Add a strategy"), "plus", self.plan_wanted, look="link")
        self.paper = make_button(
            text("On paper: a week for the fridge…"), "printer", self._on_paper, look="link"
        )
        self._lead = WrapLabel(
            text("Write down what fits your day. It’s fine to leave some out."), "small"
        )
        row = FlowRow(gap=8)
        row.add(self.moment, self.strategy, self.paper)
        in_column(row, self._lead, gap=8, inside=self)

    def show_day(self, *, rows: bool, writable: bool) -> None:
        """Show what makes sense on a day with or without rows."""
        self.moment.setEnabled(writable)
        self.strategy.setVisible(rows and writable)
        self.paper.setVisible(rows)
        self._lead.setVisible(rows)

    def _on_moment(self) -> None:
        self.wished.emit(DayAction.MOMENT)

    def _on_paper(self) -> None:
        self.wished.emit(DayAction.FRIDGE_WEEK)
