"""A part of the settings: rows of a name, a field and a sentence, which a filter can hide."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from homejournal.texts.window.settings import SettingText, changed_said
from homejournal.ui.base.editing import SettingChange
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.fields.form import Form, inner_field, row_of
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import has_focus_inside

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from homejournal.ui.base.desk import Desk
    from homejournal.ui.widgets.buttons.wrapping_button import WordButton


class SettingsCard(Card):
    """Holds the fields by the keys of their settings; each part of the settings fills its own."""

    def __init__(self, desk: "Desk", title: str, texts: "Collection[SettingText]") -> None:
        super().__init__(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.desk, self.wording = desk, desk.wording
        self._texts = {text.key: text for text in texts}
        self._ways_back: dict[str, WordButton] = {}
        self.form = Form()
        self.body.addLayout(self.form)

    def show_values(self) -> None:
        """Show the current values, without changing a setting."""
        raise NotImplementedError

    def add_setting(self, key: str, field: "QWidget") -> None:
        """Add the field of a setting under its name."""
        told = self._texts[key]
        self.form.add(key, told.name, field, told.sentence)

    def add_way_back(self, key: str) -> None:
        """Add a button that restores the default of a setting."""
        back = make_button(self.wording.text("Back to default"), look="link")
        back.giving(key, self._on_back)
        name = self._texts[key].name
        back.setAccessibleName(self.wording.text("Back to default: {setting}", setting=name))
        row_of(self.form.fields[key]).put_beside_help(back)
        self._ways_back[key] = back

    def is_at_first(self, key: str) -> bool:
        """Return whether a setting has its default."""
        raise NotImplementedError

    def choose_first(self, key: str) -> None:
        """Restore the default of a setting."""
        raise NotImplementedError

    def show_ways_back(self) -> None:
        """Show the restore buttons of settings that differ from their defaults."""
        for key, back in self._ways_back.items():
            back.setVisible(self.form.fields[key].isEnabled() and not self.is_at_first(key))

    def _on_back(self, key: str) -> None:
        self.go_to(key)  # before the way back goes, which would leave the keyboard anywhere
        self.choose_first(key)

    def show_only(self, keys: "Collection[str]") -> None:
        """Show these settings and hide the others; without any the whole part goes."""
        for key, field in self.form.fields.items():
            self.form.show_row(field, shown=key in keys)
        self.setVisible(any(key in keys for key in self.form.fields))

    def focused(self) -> str | None:
        """Return the key of the setting that the keyboard is on."""
        return next(
            (key for key, field in self.form.fields.items() if has_focus_inside(field)), None
        )

    def go_to(self, key: str) -> "QWidget | None":
        """Give the keyboard to a setting; return its field, or None where it is not in here."""
        field = self.form.fields.get(key)
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
        self.put(SettingChange(name or key, words, *calls))

    def put(self, change: SettingChange) -> None:
        """Put a setting at once, with Undo; where that fails, show again what stands."""
        if not self.desk.editing.do_setting(change):
            self.show_values()


def button_field(button: QPushButton, *above: QWidget) -> QWidget:
    """Return a button under other parts, as the field of a setting."""
    field = QWidget()
    column = in_column(inside=field)
    row = FlowRow()
    row.add(button)
    for part in (*above, row):
        column.addWidget(part)
    field.setFocusProxy(button)
    return field
