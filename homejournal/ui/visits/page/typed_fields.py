"""The fields that are typed for one page alone, with sentences to choose from."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.visit_page.choices import PageTyped
from homejournal.ui.theme import set_look
from homejournal.ui.visits.page.drafts import PageDrafts
from homejournal.ui.widgets.button import MenuButton
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.flow_layout import FlowRow


class TypedFields(QWidget):
    """Some of the fields of a page; `changed` comes with every key.

    Under a field there may be sentences to choose from; they are the family's own afterwards.
    """

    changed = Signal()

    def __init__(
        self,
        drafts: PageDrafts,
        names: Mapping[str, tuple[str, str]],
        sentences: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._drafts = drafts
        self._edits: dict[str, NoteEdit] = {}
        self.sentences: dict[str, MenuButton] = {}
        form = Form()
        for field, (label, hint) in names.items():
            edit = NoteEdit("", 2, 6)
            edit.setReadOnly(False)
            form.add_row(label, edit, hint)
            edit.setProperty("field", field)
            edit.textChanged.connect(self._on_text)
            self._edits[field] = edit
            if field in sentences:
                self._offer(form, field, label, sentences[field])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        drafts.shown.connect(self._show)

    def _offer(self, form: Form, field: str, about: str, words: str) -> None:
        button = MenuButton(words, ())
        set_look(button, "link")
        button.setAccessibleDescription(about)
        button.setProperty("field", field)
        button.picked.connect(self._on_picked)
        self.sentences[field] = button
        row = FlowRow()
        row.add(button)
        form.addRow(row)

    def offer(self, field: str, sentences: Sequence[str]) -> None:
        """Offer sentences to choose from for a field."""
        self.sentences[field].set_lines([(sentence, sentence) for sentence in sentences])

    def edit(self, field: str) -> NoteEdit:
        """Return a field by its name."""
        return self._edits[field]

    def _show(self) -> None:
        """Show what was typed for the page that is prepared now."""
        for field, edit in self._edits.items():
            said = self._drafts.said(field)
            if said.strip() != edit.text().strip():
                edit.blockSignals(True)
                edit.set_text(said)
                edit.blockSignals(False)

    def texts(self) -> dict[str, str]:
        """Return what is typed, without characters that no page can hold."""
        return {field: edit.text() for field, edit in self._edits.items()}

    def _on_picked(self, sentence: str) -> None:
        """Put the sentence where the cursor is; Undo in the field takes it out again."""
        button = self.sender()
        edit = self._edits[str(button.property("field"))]
        cursor = edit.textCursor()
        before = edit.toPlainText()[: cursor.position()]
        gap = " " if before and not before[-1].isspace() else ""
        cursor.beginEditBlock()  # a step of its own for Undo
        cursor.insertText(gap + sentence)
        cursor.endEditBlock()
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text(self) -> None:
        edit = self.sender()
        if isinstance(edit, NoteEdit):
            self._drafts.write(str(edit.property("field")), edit.text())
        self.changed.emit()


def typed_of(
    helped: Mapping[UUID, str], shortened: Mapping[UUID, str], *fields: TypedFields
) -> PageTyped:
    texts = {name: text for field in fields for name, text in field.texts().items()}
    return PageTyped(**texts, helped=helped, shortened=shortened)
