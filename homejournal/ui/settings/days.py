"""When a family's day ends and its week begins, as settings of the journal."""

from dataclasses import replace
from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from typing_extensions import override

from homejournal.domain.days.family_days import DAY_ENDS, JournalSettings, WeekStart
from homejournal.texts.window.settings import Section, section_title
from homejournal.ui.settings.card import SettingsCard
from homejournal.ui.widgets.fields.drop_down import ChooseBox
from homejournal.ui.widgets.fields.single_choice import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from homejournal.texts.window.settings import SettingText
    from homejournal.ui.base.desk import Desk

_FIRST_DAYS = {WeekStart.MONDAY: date(2024, 1, 1), WeekStart.SUNDAY: date(2024, 1, 7)}
"""A day of that name, for its word in the language of the window."""
_FIRST = JournalSettings(id=UUID(int=0))
"""What a new journal has."""


class DaySettings(SettingsCard):
    """They stand in the journal itself, so every computer that opens it counts alike."""

    def __init__(self, desk: "Desk", texts: "Collection[SettingText]") -> None:
        super().__init__(desk, section_title(desk.wording, Section.DAYS), texts)
        self.day_end = ChooseBox()
        self._starts = {start: self.wording.weekday(day) for start, day in _FIRST_DAYS.items()}
        self.week_start = ChoiceRow(list(self._starts.items()))
        self.add_setting("day_end", self.day_end)
        self.add_setting("week_start", self.week_start)
        for key, field in self.fields.items():
            field.setEnabled(desk.can_write)
            self.add_way_back(key)
        self.day_end.picked.connect(self._on_day_end)
        self.week_start.chosen.connect(self._on_week_start)
        self.show_values()

    @override
    def show_values(self) -> None:
        """Show how the journal counts now, also an hour that somebody wrote into its file."""
        settings = self.desk.journal.settings
        hours = sorted({*DAY_ENDS, settings.day_end})
        self.day_end.set_choices([(hour, self._hour(hour)) for hour in hours], settings.day_end)
        self.week_start.set_choice(settings.week_start)
        self.show_ways_back()

    @override
    def is_at_first(self, key: str) -> bool:
        """Return whether a new journal counts in this way, too."""
        return bool(getattr(self.desk.journal.settings, key) == getattr(_FIRST, key))

    @override
    def choose_first(self, key: str) -> None:
        """Count as a new journal does."""
        if key == "day_end":
            self._on_day_end(_FIRST.day_end)
        else:
            self._on_week_start(_FIRST.week_start)
        self.show_values()

    def _hour(self, hour: time) -> str:
        said = self.wording.time(hour)
        if hour == _FIRST.day_end:
            return self.wording.text("{time} (usual)", time=said)
        return said

    def _on_day_end(self, hour: time) -> None:
        before = self.desk.journal.settings.day_end
        put = partial(_put_day_end, self.desk)
        calls = (partial(put, hour), partial(put, before))
        self.change("day_end", self.wording.time(hour), calls, "days")

    def _on_week_start(self, start: WeekStart) -> None:
        before = self.desk.journal.settings.week_start
        put = partial(_put_week_start, self.desk)
        calls = (partial(put, start), partial(put, before))
        self.change("week_start", self._starts[start], calls, "days")


def _put_day_end(desk: "Desk", hour: time) -> None:
    desk.journal.change_settings(replace(desk.journal.settings, day_end=hour))


def _put_week_start(desk: "Desk", start: WeekStart) -> None:
    desk.journal.change_settings(replace(desk.journal.settings, week_start=start))
