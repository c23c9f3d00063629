"""A part of the settings: rows of a name, a field and a sentence, which a filter can hide."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from homejournal.texts.settings import SettingText, changed_said
from homejournal.ui.setting_change import SettingChange
from homejournal.ui.widgets.card import Card
from homejournal.ui.widgets.focus import has_focus_inside
from homejournal.ui.widgets.form import add_row, inner_field, make_form, set_row_visible

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtWidgets import QWidget

    from homejournal.ui.desk import Desk


class SettingsCard(Card):
    """Holds the fields by the keys of their settings; each part of the settings fills its own."""

    def __init__(self, desk: "Desk", title: str, texts: "Collection[SettingText]") -> None:
        super().__init__(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.desk, self.wording = desk, desk.wording
        self._texts = {one.key: one for one in texts}
        self.fields: dict[str, QWidget] = {}
        self._form = make_form()
        self.body.addLayout(self._form)

    def show_values(self) -> None:
        """Show the settings as they are now; a shown value never counts as chosen."""
        raise NotImplementedError

    def add_setting(self, key: str, field: "QWidget") -> None:
        """Add the field of a setting under its name."""
        told = self._texts[key]
        add_row(self._form, told.name, field, told.sentence)
        self.fields[key] = field

    def show_only(self, keys: "Collection[str]") -> None:
        """Show these settings and hide the others; without any the whole part goes."""
        for key, field in self.fields.items():
            set_row_visible(self._form, field, visible=key in keys)
        self.setVisible(any(key in keys for key in self.fields))

    def focused(self) -> str | None:
        """Return the key of the setting that the keyboard is on."""
        return next((key for key, field in self.fields.items() if has_focus_inside(field)), None)

    def go_to(self, key: str) -> "QWidget | None":
        """Give the keyboard to a setting; return its field, or None where it is not in here."""
        field = self.fields.get(key)
        if field is not None:
            inner_field(field).setFocus(Qt.FocusReason.OtherFocusReason)
        return field

    def change(
        self,
        key: str,
        value: str,
        calls: "tuple[Callable[[], None], Callable[[], None]]",
        name: str = "",
    ) -> None:
        """Put a setting at once, with Undo; where that fails, show again what stands.

        `value` is the new value in words, `calls` put it and put the old one back; `name` says
        what follows it.
        """
        words = changed_said(self.wording, self._texts[key].name, value)
        if not self.desk.editing.do_setting(SettingChange(name or key, words, *calls)):
            self.show_values()
