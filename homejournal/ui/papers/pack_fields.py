"""The parts of a pack's form that hold the family's own words: six answers and a day."""

from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from homejournal.domain.packs.builder import PackTyped
from homejournal.domain.records.notes import PackKind, Preparation, PrepQuestion
from homejournal.texts.papers.packs import question
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.drafts import KeptWords
from homejournal.ui.widgets.fields.date_field import DayEdit
from homejournal.ui.widgets.fields.form_rows import add_row, set_row_visible
from homejournal.ui.widgets.fields.note_field import NoteEdit

_PAUSE_MS = 400


class PackFields(QWidget):
    """Rows for the answers and the day of the meeting; what is typed is kept as unfinished text.

    `changed` comes a moment after the last letter.
    """

    changed = Signal()

    def __init__(self, desk: Desk, form: QFormLayout, child: UUID) -> None:
        super().__init__()
        text = desk.wording.text
        self._desk, self._form, self._child = desk, form, child
        self.edits = {one: NoteEdit("", 1) for one in PrepQuestion}
        for one, edit in self.edits.items():
            add_row(form, question(desk.wording, one), edit)
            edit.textChanged.connect(self._on_typed)
        self.meeting = DayEdit(desk.today(), text("Not known yet"))
        self.meeting.changed.connect(self._on_typed)
        add_row(form, text("Day of the meeting"), self.meeting)
        self._kept = [
            KeptWords(desk, edit, f"pack:{child}:{one}") for one, edit in self.edits.items()
        ]
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.changed)
        self._saved = PackTyped(answers={})
        self._kind = PackKind.REVIEW

    @property
    def places(self) -> tuple[str, ...]:
        """Return where the unfinished texts are kept; a history has none."""
        if self._kind is PackKind.TRANSITION:
            return ()
        return tuple(one.place for one in self._kept)

    def show_prepared(self, kind: PackKind, prepared: Preparation | None) -> bool:
        """Show what was prepared, or typed last time; return whether any of it is not saved."""
        self._kind, review = kind, kind is PackKind.REVIEW
        answers = dict(prepared.answers) if prepared and review else {}
        self._saved = PackTyped(answers=answers, meeting=prepared.meeting if prepared else None)
        self.meeting.set_day(self._saved.meeting)
        taken = False
        for kept, (one, edit) in zip(self._kept, self.edits.items(), strict=True):
            set_row_visible(self._form, edit, review)
            if not review:
                continue
            edit.set_text(answers.get(one, ""))
            kept.saved_as(edit.text())
            taken = kept.take_up() or taken
        self._soon.stop()
        return taken

    def typed(self) -> PackTyped:
        """Return what is typed now."""
        if self._kind is PackKind.TRANSITION:
            return PackTyped(answers={}, meeting=self.meeting.day())
        answers = {str(one): edit.text().strip() for one, edit in self.edits.items()}
        written = {one: words for one, words in answers.items() if words}
        return PackTyped(answers=written, meeting=self.meeting.day())

    @property
    def unsaved(self) -> bool:
        """Return whether something was typed that is not what is saved."""
        return self.typed() != self._saved

    def saved(self) -> None:
        """Take notice that what is typed is saved."""
        self._saved = self.typed()
        for kept, edit in zip(self._kept, self.edits.values(), strict=True):
            kept.saved_as(edit.text())

    def leave(self) -> None:
        """Keep what is typed as unfinished text, and nothing after that."""
        for kept in self._kept if self._kind is PackKind.REVIEW else ():
            kept.keep()
        for kept in self._kept:
            kept.stop()

    def _on_typed(self, _day: object = None) -> None:
        self._soon.start()
