"""Reminders, the welcome, hiding, where the journal lies, and what this computer remembers."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from homejournal.texts.window.settings import Section, section_title
from homejournal.ui.base.actions import Action
from homejournal.ui.base.local_settings.reminder_times import (
    REMINDERS,
    RingSettings,
    put_ring_settings,
    ring_settings,
)
from homejournal.ui.base.local_settings.welcome_message import is_greeting_wanted, want_greeting
from homejournal.ui.settings.card import SettingsCard, button_field
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.fields.single_choice import ChoiceRow
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Collection

    from homejournal.texts.window.settings import SettingText
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.preferences import Preferences

_SILENT = RingSettings(times={})


class ComputerSettings(SettingsCard):
    """`wants` carries an Action of the window: reminders, hiding, or the journal's folder."""

    wants = Signal(object)

    def __init__(self, desk: "Desk", texts: "Collection[SettingText]") -> None:
        super().__init__(desk, section_title(desk.wording, Section.COMPUTER), texts)
        text = self.wording.text
        self._path = WrapLabel("")
        self.reminders = WordButton(text("Reminders…"))
        self.hide_all = WordButton(text("Hide it now"))
        self.folder = WordButton(text("Show the folder"))
        self.forget = WordButton(text("Forget it"))
        self.add_setting("reminders", button_field(self.reminders))
        self._answers = {True: text("Yes, once"), False: text("No")}
        self.greeting = ChoiceRow(list(self._answers.items()))
        self.add_setting("greeting", self.greeting)
        self.add_setting("hide", button_field(self.hide_all))
        self.add_setting("folder", button_field(self.folder, self._path))
        self.add_setting("remembered", button_field(self.forget))
        for button in (self.reminders, self.hide_all, self.folder, self.forget):
            button.setAccessibleName(button.text())
        for key in ("reminders", "greeting"):
            self.add_way_back(key)
        self.greeting.chosen.connect(self._on_greeting)
        self.reminders.clicked.connect(self._on_reminders)
        self.hide_all.clicked.connect(self._on_hide)
        self.folder.clicked.connect(self._on_folder)
        self.forget.clicked.connect(self._on_forget)
        self.show_values()

    @override
    def show_values(self) -> None:
        """Show where the journal lies, and what differs from a new computer."""
        self._path.setText(self.wording.own(str(self.desk.journal.folder)))
        self.greeting.set_choice(is_greeting_wanted(self.desk.preferences))
        self.show_ways_back()

    @override
    def is_at_first(self, key: str) -> bool:
        """Return whether there is a welcome, and nothing that rings."""
        if key == "greeting":
            return is_greeting_wanted(self.desk.preferences)
        return ring_settings(self.desk) == _SILENT

    @override
    def choose_first(self, key: str) -> None:
        """Choose the welcome, or that nothing rings."""
        if key == "greeting":
            self.greeting.pills[0].setChecked(True)
            return
        put = partial(put_ring_settings, self.desk)
        calls = (partial(put, _SILENT), partial(put, ring_settings(self.desk)))
        self.change("reminders", self.wording.text("off"), calls, REMINDERS)

    def _on_greeting(self, wanted: bool) -> None:  # noqa: FBT001
        put = partial(want_greeting, self.desk.preferences)
        self.change(
            "greeting", self._answers[wanted], (partial(put, wanted), partial(put, not wanted))
        )

    def _on_reminders(self) -> None:
        self.wants.emit(Action.REMINDERS)

    def _on_hide(self) -> None:
        self.wants.emit(Action.HIDE)

    def _on_folder(self) -> None:
        self.wants.emit(Action.FOLDER)

    def _on_forget(self) -> None:
        memory = _Memory(self.desk.preferences)
        calls = (memory.forget, memory.recall)
        self.change("remembered", self.wording.text("forgotten"), calls)


class _Memory:
    """What was forgotten, until Undo asks for it."""

    def __init__(self, preferences: "Preferences") -> None:
        self._preferences = preferences
        self._gone: dict[str, object] = {}

    def forget(self) -> None:
        """Forget what is remembered now."""
        self._gone = self._preferences.forget()

    def recall(self) -> None:
        """Remember it again."""
        self._preferences.put_back(self._gone)
