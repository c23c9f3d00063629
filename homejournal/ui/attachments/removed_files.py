"""What was removed from a list of pictures: brought back, or deleted for good when sure."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from homejournal.texts.wording import Wording
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.toggle_button import ToggleButton
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.tab_order import tab_as_read
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.records.attachments import Media


class RemovedRow(QWidget):
    """One removed picture by its name."""

    back_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, wording: Wording, record: "Media") -> None:
        super().__init__()
        self.record = record
        text = wording.text
        self._sure = WrapLabel(text("Delete it for good? Nothing brings it back then."), "small")
        self._sure.hide()
        self.back = self._button(text("Bring it back"), "arrow-back-up")
        self.back.clicked.connect(self._on_back)
        self.delete = self._button(text("Delete for good…"), "trash")
        self.delete.clicked.connect(self._on_delete)
        self._yes = text("Yes, delete for good")
        buttons = FlowRow(gap=4)
        buttons.add(self.back, self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(6))
        column.setSpacing(px(2))
        for part in (WrapLabel(wording.own(record.name), "muted"), self._sure, buttons):
            column.addWidget(part)

    def _button(self, words: str, icon: str) -> QPushButton:
        button = WordButton(words)
        set_look(button, "link")
        set_icon(button, icon, "muted", 16)
        button.setAccessibleDescription(self.record.name)
        return button

    def _on_back(self) -> None:
        self.back_wanted.emit(self.record)

    def _on_delete(self) -> None:
        """Ask with the first press, and delete with the second."""
        if self._sure.isHidden():
            self._sure.show()
            self.delete.setText(self._yes)
        else:
            self.delete_wanted.emit(self.record)


class RemovedFiles(QWidget):
    """Nothing while nothing was removed; the list opens with a press."""

    back_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._records: tuple[Media, ...] = ()
        self.rows: list[RemovedRow] = []
        self.button = ToggleButton("")
        set_look(self.button, "link")
        self.button.toggled.connect(self._show_rows)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, px(8), 0, 0)
        self._column.setSpacing(px(2))
        top = FlowRow()
        top.add(self.button)
        self._column.addWidget(top)
        self.hide()

    def show_removed(self, records: Sequence["Media"]) -> None:
        """Show what was removed, last removed first."""
        if tuple(records) == self._records:
            return
        self._records = tuple(records)
        number = self._wording.number(len(records))
        self.button.setText(self._wording.text("Removed ({n})", n=number))
        self._show_rows(self.button.isChecked())
        self.setVisible(bool(records))

    def _show_rows(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = [RemovedRow(self._wording, one) for one in self._records] if shown else []
        for row in self.rows:
            row.back_wanted.connect(self.back_wanted)
            row.delete_wanted.connect(self.delete_wanted)
            self._column.addWidget(row)
            row.show()
        tab_as_read(self)
