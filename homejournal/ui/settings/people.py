"""Who writes at this computer, and the people who write at all, as settings."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from typing_extensions import override

from homejournal.texts.display_names import people_to_choose
from homejournal.texts.safe.sharing import who_we_are
from homejournal.texts.window.settings import Section, section_title
from homejournal.ui.records.home_names_dialog import NamesDialog
from homejournal.ui.settings.card import SettingsCard, button_field
from homejournal.ui.theme import set_icon
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.fields.person_drop_down import PersonBox
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Collection

    from homejournal.texts.window.settings import SettingText
    from homejournal.ui.base.desk import Desk


class PeopleSettings(SettingsCard):
    """`people_wanted` asks for the list of the people who write."""

    people_wanted = Signal()

    def __init__(self, desk: "Desk", texts: "Collection[SettingText]") -> None:
        super().__init__(desk, section_title(desk.wording, Section.PEOPLE), texts)
        self.helper = PersonBox(self.wording, self.wording.text("Who is writing?"))
        self.add_setting("helper", self.helper)
        self.people = WordButton(self.wording.text("Show the list…"))
        set_icon(self.people, "users", "text", 18)
        row = FlowRow()
        row.add(self.people)
        row.setFocusProxy(self.people)
        self.add_setting("people", row)
        self.names = WordButton(self.wording.text("Names…"))
        self._names_said = WrapLabel("")
        self.add_setting("names", button_field(self.names, self._names_said))
        self.names.setEnabled(desk.can_write)
        for button in (self.people, self.names):
            button.setAccessibleName(button.text())
        self.helper.picked.connect(self._on_helper)
        self.people.clicked.connect(self.people_wanted)
        self.names.clicked.connect(self._on_names)
        self.show_values()

    @override
    def show_values(self) -> None:
        """Show who writes, among those who are in the journal, and the names of home and device."""
        self.helper.set_choices(self._people(), self.desk.helper)
        homes = self.desk.journal.safe.homes
        self._names_said.setText(who_we_are(self.wording, homes.ours, homes.computer))

    def _people(self) -> list[tuple[object, str]]:
        names = people_to_choose(self.wording, self.desk.journal.family())
        return [(None, self.wording.text("Not chosen")), *names]

    def _on_names(self) -> None:
        NamesDialog(self.desk, self.window()).ask()

    def _on_helper(self, helper: UUID | None) -> None:
        put = partial(setattr, self.desk.preferences, "helper")
        calls = (partial(put, helper), partial(put, self.desk.preferences.helper))
        self.change("helper", dict(self._people())[helper], calls, "people")
