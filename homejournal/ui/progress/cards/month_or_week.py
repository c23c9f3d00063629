"""The choice between months and weeks of days, which this computer remembers."""

from PySide6.QtCore import Signal

from homejournal.texts.wording import Wording
from homejournal.ui.base.preferences import Preferences
from homejournal.ui.widgets.fields.choices import SingleChoice

_MONTH, _WEEK = "month", "week"


class MonthOrWeek(SingleChoice[str]):
    """`turned` comes when a person has chosen; every calendar of the page follows the choice."""

    turned = Signal()

    def __init__(self, wording: Wording, preferences: Preferences) -> None:
        names = [(_MONTH, wording.text("Month")), (_WEEK, wording.text("Week"))]
        super().__init__(names, wording.text("Days shown at once"))
        self._preferences = preferences
        self.chosen.connect(self._on_chosen)
        self.follow()

    def follow(self) -> None:
        """Show what was chosen last, here or above another calendar."""
        kept = self._preferences.progress_days
        self.set_choice(_WEEK if kept == _WEEK else _MONTH)

    @property
    def weekly(self) -> bool:
        """Whether weeks are shown."""
        return self.choice() == _WEEK

    def _on_chosen(self, shown: object) -> None:
        self._preferences.progress_days = str(shown)
        self.turned.emit()
