"""What helped and what got in the way, typed for a strategy where the family wants to say it."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from homejournal.texts.error_texts import explain_value
from homejournal.texts.wording import Wording
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.visits.page.texts_by_item import PageTexts
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.fields.form import Form, clear_problem, show_problem
from homejournal.ui.widgets.fields.note_field import NoteEdit


class HelpedField(QWidget):
    """A quiet way to say it; the field comes when it is asked for, or when something is typed."""

    def __init__(self, wording: Wording, words: PageTexts, strategy: UUID, name: str) -> None:
        super().__init__()
        self._wording, self._words, self._strategy = wording, words, strategy
        self._add = WordButton(wording.text("Add what helped"))
        self._add.setAccessibleDescription(name)
        set_look(self._add, "link")
        set_icon(self._add, "plus", "muted", 16)
        self._add.clicked.connect(self._on_add)
        self._edit = NoteEdit("", 1, 4)
        self._box = QWidget()
        form = Form(self._box)
        label = wording.text("What helped, what got in the way (optional)")
        form.add_row(label, self._edit)
        self._edit.setAccessibleName(wording.line_of((label, name)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._box)
        self._follow()
        self._edit.textChanged.connect(self._on_text)
        words.shown.connect(self._follow)

    @property
    def edit(self) -> NoteEdit:
        """Return the field itself."""
        return self._edit

    @property
    def add(self) -> QPushButton:
        """Return the button that opens the field."""
        return self._add

    def _follow(self) -> None:
        """Show what is typed for the page that is prepared now."""
        said = self._words.said(self._strategy)
        if said.strip() != self._edit.text().strip():
            self._edit.blockSignals(True)
            self._edit.set_text(said)
            self._edit.blockSignals(False)
        self._open(asked=bool(self._edit.text()) or self._edit.hasFocus())
        self._say_fault()

    def _open(self, *, asked: bool) -> None:
        self._add.setVisible(not asked)
        self._box.setVisible(asked)

    def _on_add(self) -> None:
        self._open(asked=True)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text(self) -> None:
        self._say_fault()
        self._words.write(self._strategy, self._edit.text())

    def _say_fault(self) -> None:
        fault = self._words.fault_of(self._edit.text())
        if fault is None:
            clear_problem(self._edit)
            return
        until = self._wording.text("Until then it is not on the page.")
        show_problem(self._edit, f"{explain_value(self._wording, fault)} {until}")
