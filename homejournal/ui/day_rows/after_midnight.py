"""One quiet line under the date of Today while it is after midnight and the day goes on."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from homejournal.texts import day_page as said
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk

_MINUTE_MS = 60_000


class LateLine(WrapLabel):
    """Says that the family's day goes on after midnight; at all other times it is not there."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__("", "muted")
        self._desk = desk
        self._day: date | None = None
        self.hide()
        # The window may stay open past midnight, where the family's day does not turn.
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def show_day(self, day: date) -> None:
        """Say it of the day that is shown, which is the family's today or another day."""
        self._day = day
        self.look()

    def look(self) -> None:
        """Look at the clock."""
        journal, day = self._desk.journal, self._day
        late = day is not None and day == self._desk.today() and journal.is_after_midnight()
        if late and day is not None:
            day_end = journal.settings.day_end
            self.setText(said.after_midnight(self._desk.wording, day, day_end))
        self.setVisible(late)
