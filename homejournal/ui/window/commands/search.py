"""Find a command by a few letters of its name, and the list of all keys."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.texts.window.commands import found_said
from homejournal.ui.widgets.fields.name_search import NameSearch
from homejournal.ui.widgets.labels import WrapLabel, announce
from homejournal.ui.window.commands.all_commands import Command, found
from homejournal.ui.window.commands.line_painting import COMMAND_ROLE, CommandDelegate, CommandShown

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class CommandSearch(NameSearch):
    """Enter or a click does what a line says; a line that does nothing now says why.

    `words` are the title and what stands in the empty field; `picked` carries the command that was
    chosen, once this window is closed.
    """

    wide, high = 600, 560

    def __init__(
        self,
        wording: "Wording",
        words: tuple[str, str],
        commands: Sequence[Command],
        parent: QWidget,
    ) -> None:
        title, hint = words
        super().__init__(
            wording,
            title,
            parent,
            hint=hint,
            nothing=wording.text("Nothing found. Try another word."),
        )
        self._commands, self._wording, self._said = commands, wording, ""
        self.away.setText(wording.text("Close"))  # nothing was begun that could be cancelled
        self._why = WrapLabel("", "strong")
        self._why.hide()
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, self._why)
        self.names.setItemDelegate(CommandDelegate(self.names))
        self.names.currentItemChanged.connect(self._on_current)

    def begin(self) -> None:
        """Open with all commands."""
        self.ask([(one, one.words) for one in self._commands], None)

    @override
    def _narrow(self, typed: str) -> None:
        super()._narrow(typed)
        first, before = self.names.item(0), self._said
        self._said = ""
        if typed and first is not None:
            self._said = found_said(self._wording, self.names.count(), first.text())
        if self._said not in {"", before}:
            announce(self, self._said)

    @override
    def _found(self, typed: str) -> Sequence[int]:
        return found(self._commands, typed)

    @override
    def _item(self, place: int) -> QListWidgetItem:
        one = self._commands[place]
        shown = CommandShown(one.words, one.keys, one.note, bool(one.why_not) and not one.told)
        item = QListWidgetItem(one.words)
        item.setData(COMMAND_ROLE, shown)
        parts = (one.words, one.keys, one.where, "" if one.told else one.why_not)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in parts if part))
        return item

    @override
    def _take(self, item: QListWidgetItem) -> None:
        why = self._commands[item.data(Qt.ItemDataRole.UserRole)].why_not
        if not why:
            super()._take(item)
            return
        self._why.setText(why)
        self._why.show()
        announce(self, why)

    def _on_current(self) -> None:
        self._why.hide()
