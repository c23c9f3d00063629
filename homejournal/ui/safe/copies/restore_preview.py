"""What is in a copy, as it is shown before anything is brought back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.safe.backups import is_keys_file
from homejournal.domain.safe.recovery_letters import place_of_group
from homejournal.texts.safe.backups import (
    brings_said,
    deleted_said,
    holds_said,
    no_copy_but_sealed,
    no_copy_but_written,
    not_whole_said,
    other_journal_said,
    repair_first_said,
)
from homejournal.texts.sharing.moved_journal import not_in_a_copy
from homejournal.ui.theme import px
from homejournal.ui.widgets.buttons.show_password import ShowTyped
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.fields.line_with_enter import EnterLine
from homejournal.ui.widgets.fields.tick_box_row import TickRow
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.text.labels import WrapLabel
from homejournal.ui.widgets.text.screen_reader import announce

if TYPE_CHECKING:
    from pathlib import Path

    from homejournal.domain.safe.copy_contents import CopyLook
    from homejournal.texts.wording import Wording


class LookPart(QWidget):
    """Sentences about the chosen copy, a tick for what was deleted, a field for its password."""

    changed = Signal()
    """Something was ticked."""
    opened = Signal(str)
    """What was typed to open a locked copy: its password, or the letters of the recovery sheet."""

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        self._wording = wording
        self.look: CopyLook | None = None
        self._tick: TickRow | None = None
        self._said: list[QWidget] = []
        self._password_words = WrapLabel(
            wording.text("This copy is locked. Type its password or its recovery sheet.")
        )
        self.password = EnterLine()
        self.password.setAccessibleName(wording.text("Password or recovery sheet"))
        self.unlock = WordButton(wording.text("Open the copy"))
        self.shown = ShowTyped(wording, self.password)
        self._buttons = FlowRow(gap=8)
        self._buttons.add(self.unlock, self.shown)
        self._lock = (self._password_words, self.password, self._buttons)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        for part in self._lock:
            part.hide()
            self._column.addWidget(part)
        self.password.returnPressed.connect(self._on_unlock)
        self.unlock.clicked.connect(self._on_unlock)

    @property
    def wants_deleted(self) -> bool:
        """Return whether what was deleted since comes back, too."""
        return self._tick is not None and self._tick.box.isChecked()

    def clear(self) -> None:
        """Show nothing; what was typed is kept until `forget`."""
        self.look, self._tick = None, None
        for part in self._lock:
            part.hide()
        for said in self._said:
            self._column.removeWidget(said)
            said.hide()
            said.deleteLater()
        self._said = []

    def forget(self) -> None:
        """Forget what was typed for one copy, and hide what is typed for the next."""
        self.password.clear()
        self.shown.setChecked(False)

    def show_look(
        self, look: "CopyLook", *, of_this_journal: bool, unlocked: bool, folders: int
    ) -> None:
        """Show what a copy holds and what of it would come back.

        `unlocked` is what had a password there and gets none here; `folders` were shared there.
        """
        self.clear()
        self.forget()
        self.look = look
        told = [holds_said(self._wording, look), brings_said(self._wording, look)]
        if not look.whole:
            told.append(not_whole_said(self._wording))
        if not of_this_journal:
            told.append(other_journal_said(self._wording, look))
        told += not_in_a_copy(self._wording, unlocked=unlocked, folders=folders)
        if look.here_damaged:
            told.append(repair_first_said(self._wording))
        for sentence in told:
            self._add(WrapLabel(sentence))
        if look.deleted:
            words = deleted_said(self._wording, look.deleted)
            self._tick = TickRow("deleted", words, "")
            self._tick.ticked.connect(self._on_ticked)
            self._add(self._tick)
        announce(self, " ".join(told))

    def say(self, sentence: str) -> None:
        """Say what stands in the way."""
        self.clear()
        self._add(WrapLabel(sentence, "problem"))
        announce(self, sentence)

    def ask_password(self) -> None:
        """Ask for what opens a locked copy; the keyboard stays where it is."""
        self.clear()
        announce(self, self._password_words.text())
        self._ask()

    def ask_again(self, sentence: str, group: int = 0) -> None:
        """Say why what was typed does not open it; it stays in its field, to be mended there.

        The group of letters that is not as it is printed, if one is known, is typed over.
        """
        self.say(sentence)
        self._ask()
        self.go_to_password()
        if group:
            begin, end = place_of_group(self.password.text(), group)
            self.password.setSelection(begin, end - begin)

    def go_to_password(self) -> None:
        """Go to the field."""
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        for part in self._lock:
            part.show()

    def _add(self, part: QWidget) -> None:
        self._said.append(part)
        self._column.addWidget(part)

    def _on_ticked(self) -> None:
        self.changed.emit()

    def _on_unlock(self) -> None:
        if self.password.text():
            self.opened.emit(self.password.text())


def no_copy_but(wording: "Wording", chosen: "Path | None") -> str:
    """Return where a chosen file goes that is of another kind than a copy, or nothing."""
    from homejournal.services.exchange.file_kinds import is_sealed, is_written_out

    if chosen is None or is_keys_file(chosen):
        return ""  # that is told with the name of its copy
    if is_sealed(chosen):
        return no_copy_but_sealed(wording)
    if is_written_out(chosen):
        return no_copy_but_written(wording)
    return ""
