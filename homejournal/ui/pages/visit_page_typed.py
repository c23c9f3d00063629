"""What is typed for one page alone; it is kept while typing, as all unfinished text."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.errors import JournalError
from homejournal.domain.page_wishes import PageTyped
from homejournal.ui.desk import Desk
from homejournal.ui.widgets.form import add_row, make_form
from homejournal.ui.widgets.note_edit import NoteEdit

_PAUSE_MS = 1000


class TypedFields(QWidget):
    """Some of the fields of a page; `changed` comes with every key."""

    changed = Signal()

    def __init__(self, desk: Desk, names: dict[str, tuple[str, str]]) -> None:
        super().__init__()
        self._desk = desk
        self._child: UUID | None = None
        self._edits: dict[str, NoteEdit] = {}
        form = make_form()
        for field, (label, hint) in names.items():
            edit = NoteEdit("", 2, 6)
            edit.setReadOnly(False)
            add_row(form, label, edit, hint)
            edit.textChanged.connect(self._on_text)
            self._edits[field] = edit
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.keep)

    def edit(self, field: str) -> NoteEdit:
        """Return a field by its name."""
        return self._edits[field]

    def show_child(self, child: UUID) -> None:
        """Show what was typed for a child's next page."""
        if child == self._child:
            return
        self.keep()
        self._child = child
        kept = self._desk.journal.drafts.kept()
        for field, edit in self._edits.items():
            edit.blockSignals(True)
            edit.set_text(kept.get(self._place(field), ""))
            edit.blockSignals(False)
        self._timer.stop()

    def texts(self) -> dict[str, str]:
        """Return what is typed, without characters that no page can hold."""
        return {field: edit.text() for field, edit in self._edits.items()}

    def keep(self) -> None:
        """Keep what is typed so far as unfinished text."""
        if self._child is None or not self._desk.can_write or not self._timer.isActive():
            return
        self._timer.stop()
        try:
            for field, edit in self._edits.items():
                self._desk.journal.drafts.keep(self._place(field), edit.text())
        except JournalError as failure:
            self._desk.editing.failed.emit(failure)

    def _place(self, field: str) -> str:
        return f"visit-page:{self._child}:{field}"

    def _on_text(self) -> None:
        self._timer.start()
        self.changed.emit()


def typed_of(helped: Mapping[UUID, str], *fields: TypedFields) -> PageTyped:
    """Return all that is typed for a page."""
    texts = {name: text for one in fields for name, text in one.texts().items()}
    return PageTyped(**texts, helped=helped)
