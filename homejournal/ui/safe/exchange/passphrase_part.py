"""The words that seal a file: suggested ones, and one's own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from homejournal.services.safe.transfer.seal_words import suggested_words
from homejournal.ui.theme import px, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.fields.form_rows import add_row, make_form

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class SealWordsPart(QWidget):
    """A field with four words in it, and a button for others."""

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        self._language = wording.language
        self.field = QLineEdit(suggested_words(self._language))
        self.other = WordButton(wording.text("Other words"))
        set_look(self.other, "link")
        self.other.setAutoDefault(False)
        self.other.clicked.connect(self._on_other)
        form = make_form()
        add_row(
            form,
            wording.text("The words that open the file"),
            self.field,
            wording.text(
                "Write them down. Tell them by phone or in person, never in the same message as"
                " the file. Without them nobody can open it, not even us."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(form)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def words(self) -> str:
        """Return the words."""
        return self.field.text()

    def _on_other(self) -> None:
        with QSignalBlocker(self.field):
            self.field.setText(suggested_words(self._language))
