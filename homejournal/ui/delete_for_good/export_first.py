"""Saving all of a journal as a file before something goes for good."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.errors import JournalError
from homejournal.domain.records.record import Kind
from homejournal.texts.errors.error_texts import explain
from homejournal.texts.sharing.import_export import last_copy_lacks, last_copy_said
from homejournal.ui.base.file_dialogs import where_to_save
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.text.labels import WrapLabel
from homejournal.ui.widgets.text.screen_reader import announce

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk


class LastExport(QWidget):
    """A button that saves what is written; what the file lacks is said before and after."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._wording = desk, desk.wording
        words = self._wording.text("Save a last copy as a file first…")
        self.button = WordButton(words)
        set_look(self.button, "link")
        set_icon(self.button, "device-floppy", "muted", 16)
        self._photos = len(desk.journal.records.all_of(Kind.MEDIA))
        self._said = WrapLabel(last_copy_said(self._wording, self._photos), "small")
        row = FlowRow()
        row.add(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(row)
        column.addWidget(self._said)
        self.button.clicked.connect(self._on_button)

    def save(self, path: Path) -> None:
        """Save everything as JSON, and say whether it is there."""
        from homejournal.exchange.files.safe_save import safe_save

        try:
            safe_save(path, self._desk.journal.files.export_json())
        except JournalError as failure:
            self._say(explain(self._wording, failure, in_window=False))
        else:
            name = self._wording.own(path.name)
            said = self._wording.text("Saved: {name}. Private notes are in it.", name=name)
            self._say(" ".join(filter(None, (said, last_copy_lacks(self._wording, self._photos)))))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        announce(self, words)

    def _on_button(self) -> None:
        text = self._wording.text
        title, kind = text("Save everything as a file"), text("Files of a journal (*.json)")
        name = f"homejournal-{self._desk.today().isoformat()}.json"
        dialog = where_to_save(self, title, [kind], name)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.save(Path(name))
