"""Who writes at this computer, and the people who write at all, as settings."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from homejournal.texts.people import people_to_choose
from homejournal.texts.settings import Section, section_title
from homejournal.ui.pages.settings_card import SettingsCard
from homejournal.ui.theme import set_icon
from homejournal.ui.widgets.flow import FlowRow
from homejournal.ui.widgets.person_box import PersonBox

if TYPE_CHECKING:
    from collections.abc import Collection

    from homejournal.texts.settings import SettingText
    from homejournal.ui.desk import Desk


class PeopleSettings(SettingsCard):
    """`people_wanted` asks for the list of the people who write."""

    people_wanted = Signal()

    def __init__(self, desk: "Desk", texts: "Collection[SettingText]") -> None:
        super().__init__(desk, section_title(desk.wording, Section.PEOPLE), texts)
        self.helper = PersonBox(self.wording, self.wording.text("Who is writing?"))
        self.add_setting("helper", self.helper)
        self.people = QPushButton(self.wording.text("Show the list…"))
        set_icon(self.people, "users", "text", 18)
        row = FlowRow()
        row.add(self.people)
        row.setFocusProxy(self.people)
        self.add_setting("people", row)
        self.people.setAccessibleName(self.people.text())
        self.helper.picked.connect(self._on_helper)
        self.people.clicked.connect(self.people_wanted)
        self.show_values()

    @override
    def show_values(self) -> None:
        """Show who writes, among those who are in the journal."""
        names = people_to_choose(self.wording, self.desk.journal.family())
        nobody: tuple[object, str] = (None, self.wording.text("Not said"))
        self.helper.set_choices([nobody, *names], self.desk.helper)

    def _on_helper(self, helper: UUID | None) -> None:
        put = partial(setattr, self.desk.preferences, "helper")
        calls = (partial(put, helper), partial(put, self.desk.preferences.helper))
        self.change("helper", self.helper.currentText(), calls, "people")
