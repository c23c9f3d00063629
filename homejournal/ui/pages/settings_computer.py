"""Reminders, hiding, where the journal lies, and what this computer remembers of the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.texts.settings import Section, section_title
from homejournal.ui.pages.settings_card import SettingsCard
from homejournal.ui.widgets.flow import FlowRow
from homejournal.ui.widgets.label import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Collection

    from homejournal.texts.settings import SettingText
    from homejournal.ui.desk import Desk
    from homejournal.ui.preferences import Preferences


class ComputerSettings(SettingsCard):
    """`wanted` carries what is asked of the window: reminders, hiding, or the journal's folder."""

    wanted = Signal(str)

    def __init__(self, desk: "Desk", texts: "Collection[SettingText]") -> None:
        super().__init__(desk, section_title(desk.wording, Section.COMPUTER), texts)
        text = self.wording.text
        self._path = WrapLabel("")
        self.reminders = QPushButton(text("Reminders…"))
        self.hide_all = QPushButton(text("Hide it now"))
        self.folder = QPushButton(text("Show the folder"))
        self.forget = QPushButton(text("Forget it"))
        self.add_setting("reminders", _field(self.reminders))
        self.add_setting("hide", _field(self.hide_all))
        self.add_setting("folder", _field(self.folder, self._path))
        self.add_setting("remembered", _field(self.forget))
        for button in (self.reminders, self.hide_all, self.folder, self.forget):
            button.setAccessibleName(button.text())
        self.reminders.clicked.connect(self._on_reminders)
        self.hide_all.clicked.connect(self._on_hide)
        self.folder.clicked.connect(self._on_folder)
        self.forget.clicked.connect(self._on_forget)
        self.show_values()

    @override
    def show_values(self) -> None:
        """Show where the journal lies."""
        self._path.setText(self.wording.own(str(self.desk.journal.folder)))

    def _on_reminders(self) -> None:
        self.wanted.emit("reminders")

    def _on_hide(self) -> None:
        self.wanted.emit("hide")

    def _on_folder(self) -> None:
        self.wanted.emit("folder")

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


def _field(button: QPushButton, *above: QWidget) -> QWidget:
    """Return a button under other parts, as the field of a setting."""
    field = QWidget()
    column = QVBoxLayout(field)
    column.setContentsMargins(0, 0, 0, 0)
    row = FlowRow()
    row.add(button)
    for part in (*above, row):
        column.addWidget(part)
    field.setFocusProxy(button)
    return field
