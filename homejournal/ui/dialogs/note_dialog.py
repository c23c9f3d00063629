"""Writing or changing one note: its words, what it is for, whether it is private, who and when."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, JournalError, Reason
from homejournal.domain.notes import AnyNote, Flag, Note, PrivateNote, turned
from homejournal.domain.typing_for import done_by
from homejournal.texts import words
from homejournal.ui.desk import Desk
from homejournal.ui.dialogs.entry_fields import WhoField
from homejournal.ui.dialogs.form_dialog import FormDialog, Step
from homejournal.ui.dialogs.history_dialog import HistoryDialog
from homejournal.ui.flag_icons import FLAG_ICONS
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.chip_choice import ChipChoice
from homejournal.ui.widgets.day_edit import DayEdit
from homejournal.ui.widgets.form import add_row, set_row_visible
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.note_edit import NoteEdit
from homejournal.ui.widgets.word_button import WordButton

_PAUSE_MS = 1000


class NoteDialog(FormDialog):
    """Keeps what is typed as unfinished text after each pause, until it is saved.

    Making a note private deletes it and writes a private note in one step: a private note is a
    kind of its own, which no page can hold.
    """

    def __init__(self, desk: Desk, note: AnyNote, parent: QWidget | None, *, new: bool) -> None:
        text = desk.wording.text
        title = text("Add a note") if new else text("Change the note")
        super().__init__(desk, title, text("Save"), parent)
        self._note, self._new = note, new
        self._place = f"journal-note:{(note.practice or note.child) if new else note.id}"
        self._text = NoteEdit("", 4, 12)
        self._flags = ChipChoice(
            [(flag, words.flag(desk.wording, flag)) for flag in Flag],
            text("What is it for?"),
            tuple(FLAG_ICONS[flag] for flag in Flag),
        )
        self._private = QCheckBox(text("Private"))
        self._day = DayEdit(note.day)
        add_row(self.form, text("Note"), self._text)
        add_row(self.form, text("What is it for? (optional)"), self._flags)
        add_row(
            self.form,
            text("Only for us"),
            self._private,
            text("For us alone: never on a page or in a file we give"),
        )
        self._who = WhoField(desk.wording, self.form, desk.journal.family(), note.helper)
        add_row(self.form, text("Day"), self._day)
        set_row_visible(self.form, self._day, note.practice is None)
        self.fields = {"text": self._text, "day": self._day}
        if not new and desk.journal.history.changed([note.id]):
            self._add_versions()
        self._private.toggled.connect(self._show_rows)
        self._fill()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.keep)
        self._text.textChanged.connect(self._timer.start)

    def _fill(self) -> None:
        note = self._note
        kept = self.desk.journal.drafts.kept().get(self._place)
        self._text.set_text(kept if kept is not None else ("" if self._new else note.text))
        if kept is not None:
            said = self.wording.text("Not saved yet: this is what you typed last time.")
            self.form.addRow(WrapLabel(said, "small"))
        self._flags.set_chosen(note.flags if isinstance(note, Note) else ())
        self._private.setChecked(isinstance(note, PrivateNote))
        self._show_rows()

    def _add_versions(self) -> None:
        versions = WordButton(self.wording.text("Earlier versions…"))
        versions.setAutoDefault(False)
        set_look(versions, "link")
        set_icon(versions, "clock", "muted", 16)
        versions.clicked.connect(self._on_versions)
        self.form.addRow(versions)

    def _on_versions(self) -> None:
        self.keep()  # a version that is taken again closes the form
        history = HistoryDialog(self.desk, self._note, self._note.child, self)
        history.taken.connect(self.accept)
        history.ask()

    def keep(self) -> None:
        """Keep what is typed so far as unfinished text."""
        typed = self._text.text()
        unfinished = "" if typed == self._note.text and not self._new else typed
        try:
            self.desk.journal.drafts.keep(self._place, unfinished)
        except JournalError as failure:
            self._on_failed(failure)

    @override
    def step(self) -> Step:
        typed = self._text.text().strip()
        day = self._day.day() or self._note.day
        if day > self.desk.today():
            raise InvalidValueError("day", Reason.IN_THE_FUTURE)
        same: AnyNote = replace(done_by(self._note, self._who.chosen()), text=typed, day=day)
        stays = self._private.isChecked() is isinstance(same, PrivateNote)
        after = same if stays else turned(same)
        if isinstance(after, Note):
            flags = tuple(one for one in self._flags.chosen() if isinstance(one, Flag))
            after = replace(after, flags=flags)
        notes = self.desk.journal.notes
        if self._new:
            return self.wording.text("Note saved"), partial(notes.write, after, draft=self._place)
        call = partial(notes.edit, self._note, after, draft=self._place)
        return self.wording.text("Note changed"), call

    @override
    def done(self, result: int, /) -> None:
        self._timer.stop()
        if result == self.DialogCode.Rejected and self._snapshot() != self._typed:
            self._forget()
        super().done(result)

    def _forget(self) -> None:
        """Drop the unfinished text: the person closed the form on purpose."""
        if not self.desk.can_write:
            return
        try:
            self.desk.journal.drafts.drop(self._place)
        except JournalError as failure:
            self.desk.editing.failed.emit(failure)

    def _show_rows(self, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        set_row_visible(self.form, self._flags, not self._private.isChecked())
