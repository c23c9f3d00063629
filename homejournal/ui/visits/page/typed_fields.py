"""The fields that are typed for one page alone, with sentences to choose from."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.visit_page.choices import PageTyped
from homejournal.ui.theme import set_look
from homejournal.ui.visits.page.drafts import PageDrafts
from homejournal.ui.widgets.button import MenuButton
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.flow_layout import FlowRow


class TypedFields(QWidget):
    """Some of the fields of a page; `changed` comes with every key.

    Under a field there may be sentences to choose from; they are the family's own afterwards. The
    fields are made once somebody sees them: most pages are made without a line of thanks.
    """

    changed = Signal()

    def __init__(
        self,
        drafts: PageDrafts,
        names: Mapping[str, tuple[str, str]],
        sentences: Mapping[str, str],
        parent: QWidget,
    ) -> None:
        """Make it; `names` are the labels and the hints, `sentences` the words of the menus."""
        super().__init__(parent)
        self._drafts, self._names, self._menus = drafts, names, sentences
        self._offered: dict[str, Sequence[str]] = {}
        self._edits: dict[str, NoteEdit] = {}
        self.sentences: dict[str, MenuButton] = {}
        drafts.shown.connect(self._show)

    def make(self) -> None:
        """Make the fields where there are none yet."""
        if self._edits:
            return
        form = Form(self)
        for field, (label, hint) in self._names.items():
            edit = NoteEdit(hint, 2, 6)
            edit.setReadOnly(False)
            form.add_row(label, edit)
            edit.setProperty("field", field)
            edit.textChanged.connect(self._on_text)
            self._edits[field] = edit
            if field in self._menus:
                self._add_menu(form, field, label)
        self._show()

    def _add_menu(self, form: Form, field: str, about: str) -> None:
        button = MenuButton(self._menus[field], ())
        set_look(button, "link")
        button.setAccessibleDescription(about)
        button.setProperty("field", field)
        button.picked.connect(self._on_picked)
        self.sentences[field] = button
        form.addRow(FlowRow(button))
        self.offer(field, self._offered.get(field, ()))

    def offer(self, field: str, sentences: Sequence[str]) -> None:
        """Offer sentences to choose from for a field."""
        self._offered[field] = sentences
        if field in self.sentences:
            self.sentences[field].set_lines([(sentence, sentence) for sentence in sentences])

    def edit(self, field: str) -> NoteEdit:
        """Return a field by its name."""
        self.make()
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
        typed = {field: edit.text() for field, edit in self._edits.items()}
        return {field: self._drafts.said(field) for field in self._names} | typed

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
