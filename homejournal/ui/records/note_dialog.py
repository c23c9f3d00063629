"""Writing or changing one note: its words, what it is for, whether it is private, who and when."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.family import done_by
from homejournal.domain.records.notes import AnyNote, Flag, Note, PrivateNote, with_other_privacy
from homejournal.texts import labels
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.kit.written_notes import FLAG_ICONS
from homejournal.ui.records.history_dialog import HistoryDialog
from homejournal.ui.records.shared_fields import WhoField
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import MultipleChoice, PrivateTickBox
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.note_field import NoteEdit


class NoteDialog(FormDialog):
    """What is typed is kept as unfinished text until it is saved.

    Making a note private deletes it and writes a private note in one step: a private note is a
    kind of its own, which no page can hold.
    """

    def __init__(self, desk: Desk, note: AnyNote, parent: QWidget | None, *, new: bool) -> None:
        text = desk.wording.text
        title = text("Add a note") if new else text("Change the note")
        super().__init__(desk, title, text("Save"), parent)
        self._note, self._new = note, new
        self._place = f"journal-note:{(note.practice or note.child) if new else note.id}"
        self._text = self.form.add("text", text("Note"), NoteEdit("", 4, 12), kept=False)
        flags = [(flag, labels.flag(desk.wording, flag)) for flag in Flag]
        icons = tuple(FLAG_ICONS[flag] for flag in Flag)
        chips = MultipleChoice(flags, text("What is it for?"), icons)
        self._flags = self.form.add("flags", text("What is it for? (optional)"), chips)
        hint = text("For us alone: never on a page or in a file we give")
        private = PrivateTickBox(text("Private"))
        self._private = self.form.add("private", text("Only for us"), private, hint)
        self._who = WhoField(desk.wording, self.form, desk.journal.family(), note.helper)
        self._day = self.form.add("day", text("Day"), DayEdit(note.day), kept=False)
        self.form.show_row(self._day, shown=note.practice is None)
        if not new and desk.journal.history.changed([note.id]):
            self._add_versions()
        self._private.toggled.connect(self._show_rows)
        self._fill()

    def _fill(self) -> None:
        note = self._note
        text = "" if self._new else note.text
        self._text.set_text(text)
        if self.keep_draft_of(self._text, self._place, text):
            self.show_draft_notice(self.form.rowCount())
        self._flags.set_chosen(note.flags if isinstance(note, Note) else ())
        self._private.setChecked(isinstance(note, PrivateNote))
        self.keep_form(self._place)
        self._show_rows()

    def _add_versions(self) -> None:
        versions = make_button(
            self.wording.text("Earlier versions…"), "clock", self._on_versions, look="link"
        )
        versions.setAutoDefault(False)
        self.form.addRow(versions)

    def _on_versions(self) -> None:
        for draft in self.field_drafts:
            draft.keep()  # a version that is taken again closes the form
        history = HistoryDialog(self.desk, self._note, self._note.child, self)
        history.taken.connect(self.accept)
        history.ask()

    @override
    def step(self) -> Step:
        typed = self._text.text().strip()
        day = self._day.day() or self._note.day
        if day > self.desk.today():
            raise InvalidValueError("day", Reason.IN_THE_FUTURE)
        same: AnyNote = replace(done_by(self._note, self._who.chosen()), text=typed, day=day)
        stays = self._private.isChecked() is isinstance(same, PrivateNote)
        after = same if stays else with_other_privacy(same)
        if isinstance(after, Note):
            flags = self._flags.chosen()
            after = replace(after, flags=flags)
        notes = self.desk.journal.notes
        if self._new:
            return self.wording.text("Note saved"), partial(notes.write, after, draft=self._place)
        call = partial(notes.edit, self._note, after, draft=self._place)
        return self.wording.text("Note changed"), call

    @override
    def done(self, result: int, /) -> None:
        """Let what the note is for, and that it is private, go with the words that are saved."""
        if result == self.DialogCode.Accepted and self.field_drafts[-1].unsaved:
            self.field_drafts[-1].drop()
        super().done(result)

    def _show_rows(self, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.form.show_row(self._flags, shown=not self._private.isChecked())
