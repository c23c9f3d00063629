"""What a note is for: flags that only a click or the blank turns, and that Ctrl+Z takes back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from homejournal.domain.records.notes import Flag
from homejournal.texts import labels as words
from homejournal.ui.day_rows.note_text import NoteText
from homejournal.ui.kit.note_icons import FLAG_ICONS, PRIVATE_ICON
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.layout.boxes import keep_room
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_button import FlagButton, OnceButton

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class NoteFlags(FlowRow):
    """The flags, Private, and the words of last time; a private note has no flag.

    `turned` comes when a person has turned one.
    """

    turned = Signal()

    def __init__(self, wording: "Wording", about: str) -> None:
        super().__init__(gap=6)
        self._filling = False
        self._last_turned: list[tuple[FlagButton, str]] = []
        """Each flag that was turned and is not saved, with the words that stood there then."""
        self._words = ""
        self._flags = {flag: self._flag(words.flag(wording, flag), about) for flag in Flag}
        for flag, button in self._flags.items():
            set_icon(button, FLAG_ICONS[flag], size=16)
        self._private = self._flag(wording.text("Private"), about)
        set_icon(self._private, PRIVATE_ICON, size=16)
        tip = wording.text("For us alone: never on a page or in a file we give")
        self._private.setToolTip(tip)
        self.last = OnceButton(wording.text("As last time"))
        self.last.setAccessibleDescription(about)
        set_look(self.last, "link")
        set_icon(self.last, "rotate", "muted", 16)
        keep_room(self.last)
        self.add(*self._flags.values(), self._private, self.last)

    def _flag(self, text: str, about: str) -> FlagButton:
        button = FlagButton(text)
        button.setAccessibleDescription(about)
        set_look(button, "chip")
        button.toggled.connect(self._on_toggled)
        return button

    def said(self, text: str) -> NoteText:
        """Return a text with what it is for."""
        private = self._private.isChecked()
        flags = (
            ()
            if private
            else tuple(f for f, flag_button in self._flags.items() if flag_button.isChecked())
        )
        return NoteText(text, flags, private)

    def fill(self, said: NoteText) -> None:
        """Show what is saved, or kept."""
        self._filling = True
        for flag, button in self._flags.items():
            button.setChecked(flag in said.flags)
        self._private.setChecked(said.private)
        self._filling = False
        self._last_turned.clear()
        self.allow()

    def set_private(self, *, private: bool) -> None:
        """Say that the words are private, or not."""
        self._private.setChecked(private)

    def allow(self) -> None:
        """Let a note that is not private have flags."""
        for button in self._flags.values():
            button.setEnabled(not self._private.isChecked())

    def stand_at(self, words: str) -> None:
        """Take notice of the words that the note has now."""
        self._words = words

    def is_last(self, *, words_left: bool) -> bool:
        """Return whether a flag was turned after the last words, where any are left to take back.

        Private is never one: nothing but a press of its own takes that back.
        """
        if not self._last_turned or self._private.isChecked():
            return False
        return self._last_turned[-1][1] == self._words or not words_left

    def take_back(self) -> None:
        """Turn the flag back that was turned last."""
        flag, _ = self._last_turned.pop()
        flag.toggle()
        self._last_turned.pop()  # the toggling itself

    def _on_toggled(self, _on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._filling:
            return
        self.allow()
        pressed = self.sender()
        if isinstance(pressed, FlagButton):
            self._last_turned.append((pressed, self._words))
        self.turned.emit()
