"""The part of a repair's window where somebody shows what lies elsewhere: a copy, a sealed file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.texts.safe.repair import nobody_has_it
from homejournal.ui.base.file_dialogs import drives, which_file
from homejournal.ui.theme import px
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.fields.line_with_enter import EnterLine
from homejournal.ui.widgets.layout.flow_layout import FlowRow

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class RepairChoice(QWidget):
    """One button; the words are asked only for a sealed file.

    Another one gives up the password, where that leaves something to read.
    """

    chosen = Signal(object)
    """The path of a copy, or of a sealed file whose words are still to be typed."""

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        self._wording = wording
        self._pack: Path | None = None
        self.choose = WordButton(wording.text("I have a copy or a file elsewhere…"))
        self.nobody = WordButton(nobody_has_it(wording))
        self.nobody.hide()
        for one in (self.choose, self.nobody):
            one.setAutoDefault(False)  # Enter in a field means the button that looks
        self.words = EnterLine()
        self.words.setAccessibleName(wording.text("The words that open the file"))
        self.words.setPlaceholderText(wording.text("The words that open the file"))
        self.words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.words)
        row = FlowRow(gap=8)
        row.add(self.choose, self.nobody)
        column.addWidget(row)
        self.choose.clicked.connect(self._on_choose)

    @property
    def pack(self) -> tuple[Path, str] | None:
        """Return the sealed file that is still to be opened, and the words as they are typed."""
        return None if self._pack is None else (self._pack, self.words.text())

    def show_file(self, name: str) -> None:
        """Take a file that somebody chose."""
        from homejournal.services.exchange.file_kinds import is_sealed

        path = Path(name)
        self._pack = path if is_sealed(path) else None
        self.words.clear()
        self.words.setVisible(self._pack is not None)
        self.chosen.emit(path)

    def opened(self) -> None:
        """Ask for no words any more: the sealed file was opened."""
        self._pack = None
        self.words.clear()
        self.words.hide()

    def _on_choose(self) -> None:
        text = self._wording.text
        kinds = [text("Files of homejournal (*.hjpack *.hj)"), text("All files (*)")]
        dialog = which_file(self, text("Choose a copy or a file"), kinds, drives())
        dialog.fileSelected.connect(self.show_file)
        dialog.open()
