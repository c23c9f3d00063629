"""The note of a card: typed text is kept while typing, and saved when the field is left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from homejournal.domain.notes import AnyNote, Flag
from homejournal.texts import words
from homejournal.texts.wording import Wording
from homejournal.ui.flag_icons import FLAG_ICONS, PRIVATE_ICON
from homejournal.ui.pages.today_told import NoteText, said_of
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.flow import FlowRow
from homejournal.ui.widgets.focus import show_part
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.note_edit import NoteEdit
from homejournal.ui.widgets.once_button import OnceButton

PAUSE_MS = 1000


class NotePanel(QWidget):
    """A note field with what the note is for.

    `wanted` asks to save what stands in it; `kept` carries the unfinished text after a pause.
    What was typed stays until `show_note` shows another place or a saved note.
    """

    wanted = Signal()
    kept = Signal(str)
    typed = Signal()
    """Something else stands here than a moment ago, typed by a person."""
    begun = Signal()
    """Somebody has come to an empty field for a new note; `offer` may help to begin."""

    def __init__(self, wording: Wording, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._place = ""
        self._shown: AnyNote | None = None
        self._filling = self._saving = self._waits = False
        self.field = NoteEdit(wording.text("Add a note (optional)"), parent=self)
        self.field.setAccessibleDescription(about)
        self._hint = WrapLabel("", "small")
        self._hint.hide()
        self._about, self._invites = about, self.field.placeholderText()
        self._flags: dict[Flag, QPushButton] = {}
        self._private: QPushButton | None = None
        self._last: QPushButton | None = None
        self._offered: NoteText | None = None
        self._row: FlowRow | None = None
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._keep)
        self._soon = QTimer(self)  # what the note is for has no place before that
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._come_in_sight)
        self.field.textChanged.connect(self._on_text)
        self.field.done.connect(self._on_done)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (self.field, self._hint):
            column.addWidget(part)
        self._column = column

    def _flag_row(self) -> FlowRow:
        """Return the row of what a note is for; it is made when somebody writes."""
        if self._row is None:
            wording = self._wording
            self._flags = {flag: self._toggle(words.flag(wording, flag)) for flag in Flag}
            for flag, button in self._flags.items():
                set_icon(button, FLAG_ICONS[flag], size=16)
            self._private = self._toggle(wording.text("Private"))
            set_icon(self._private, PRIVATE_ICON, size=16)
            tip = wording.text("For us alone: never on a page or in a file we give")
            self._private.setToolTip(tip)
            self._last = OnceButton(wording.text("As last time"))
            self._last.setAccessibleDescription(self._about)
            set_look(self._last, "link")
            set_icon(self._last, "rotate", "muted", 16)
            self._last.clicked.connect(self._on_last)
            self._row = FlowRow(gap=6)
            self._row.add(*self._flags.values(), self._private, self._last)
            self._column.addWidget(self._row)
        return self._row

    def _toggle(self, text: str) -> QPushButton:
        button = OnceButton(text)
        button.setCheckable(True)
        button.setAccessibleDescription(self._about)
        set_look(button, "chip")
        button.toggled.connect(self._on_flag)
        return button

    @property
    def place(self) -> str:
        """Return the name under which the unfinished text is kept."""
        return self._place

    @property
    def note(self) -> AnyNote | None:
        """Return the saved note that is shown, or None for a new one."""
        return self._shown

    @property
    def unsaved(self) -> bool:
        """Return whether what stands in the field differs from what is saved."""
        return self.said() != said_of(self._shown)

    def said(self) -> NoteText:
        """Return what stands in the field."""
        private = self._private is not None and self._private.isChecked()
        flags = () if private else tuple(f for f, one in self._flags.items() if one.isChecked())
        return NoteText(self.field.text().strip(), flags, private)

    def show_note(
        self, place: str, note: AnyNote | None, draft: str | None, *, private: bool = False
    ) -> None:
        """Show a note, or an empty field for a new one, with its unfinished text if there is any.

        With `private` that text is for a private note. While the same place holds unsaved text,
        that stays.
        """
        if place == self._place and self.unsaved and self._same(note):
            return
        if place != self._place:
            self._offered = None
        self._place, self._shown = place, note
        said = said_of(note)
        if draft is not None:
            said = NoteText(draft, said.flags, said.private or private)
        self._fill(said)
        self._hint.setText(
            self._wording.text("Not saved yet: this is what you typed last time.")
            if draft is not None and self.unsaved
            else ""
        )
        self._hint.setVisible(bool(self._hint.text()))
        self._show_flags()

    def stays(self, notes: Sequence[AnyNote], new: str) -> bool:
        """Return whether words stand here that no note says: they stay, whatever comes meanwhile.

        Where the note that they change is gone or says something else by now, they are those of a
        new one, whose place is `new`.
        """
        text, shown = self.field.text().strip(), self._shown
        said = any(note.text.strip() == text for note in notes)
        if said or not (self._place and text and self.unsaved):
            return False
        if shown is not None:
            now = next((one for one in notes if one.id == shown.id), None)
            self._shown = now if now is not None and now.text == shown.text else None
            if self._shown is None:
                self.kept.emit("")
                self._place = new
                self._timer.start()
        return True

    def follow(self, notes: Sequence[AnyNote], *, waits: bool) -> None:
        """Take notice whether the words here wait to be saved; begin anew once a note says them."""
        text, was = self.field.text().strip(), self._waits
        self._waits = waits
        if was and not waits and any(note.text.strip() == text for note in notes):
            self.clear()

    def leave(self) -> None:
        """Save or keep what stands in the field, and begin anew: another note follows."""
        self.put_down()
        self._place = ""
        self.clear()

    def offer(self, said: NoteText | None) -> None:
        """Offer the words of an earlier note while the field is empty; never its flags."""
        self._offered = said
        self._show_flags()

    def clear(self) -> None:
        """Empty the field after what stood in it was saved elsewhere."""
        self._shown = None
        self._fill(NoteText(""))
        self._show_flags()

    def put_down(self) -> None:
        """Save what stands in the field; where that is not possible, keep it as unfinished."""
        self._save()
        if self.unsaved and not self._saving:
            self._keep()
        self._timer.stop()  # the journal may be closed before it would ring

    def set_writable(self, writable: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Let people write, or only read, and say there why."""
        if writable == self.field.isReadOnly():
            from homejournal.texts.commands import only_read

            why = only_read(self._wording)
            invites = self.field.placeholderText()
            self._invites = invites if not writable else self._invites
            self.field.setReadOnly(not writable)
            self.field.setPlaceholderText(self._invites if writable else why)
            about = self._about if writable else self._wording.line_of((self._about, why))
            self.field.setAccessibleDescription(about)
        if self._row is not None:
            self._row.setEnabled(writable)

    def _same(self, note: AnyNote | None) -> bool:
        return (note and note.id) == (self._shown and self._shown.id) and note == self._shown

    def _fill(self, said: NoteText) -> None:
        self._filling = True
        if self.field.text().strip() != said.text:
            self.field.set_text(said.text)
        if said.flags or said.private:
            self._flag_row()
        for flag, button in self._flags.items():
            button.setChecked(flag in said.flags)
        if self._private is not None:
            self._private.setChecked(said.private)
        self._filling = False
        self._timer.stop()

    def _on_text(self) -> None:
        if not self._filling:
            self._hint.hide()
            self._timer.start()
            self.typed.emit()
            self._show_flags()

    def _keep(self) -> None:
        self._timer.stop()
        if self._place:
            self.kept.emit(self.field.text() if self.unsaved else "")

    def _on_flag(self, _on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if not self._filling:
            for button in self._flags.values():
                button.setEnabled(not self.said().private)
            self._timer.start()  # what it is for is kept with the text
            self.typed.emit()

    def _on_last(self) -> None:
        """Take the words of last time; they are saved like any others once the field is left."""
        said = self._offered
        if said is not None and self._private is not None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._private.setChecked(said.private)
            self.field.set_text(said.text)

    def _on_done(self) -> None:
        self._save()

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            if self._shown is None and not self.unsaved and now is self.field:
                self.begun.emit()
            self._show_flags()
            self._soon.start()
        elif old is not None and self.isAncestorOf(old):
            self._save()
            self._show_flags()

    def _come_in_sight(self) -> None:
        show_part(self)

    def _save(self) -> None:
        writable = not self.field.isReadOnly() and not self._saving
        if self.unsaved and writable and self._worth_saving():
            self._timer.stop()
            self._saving = True  # what is saved shows itself, which may take the focus from here
            self.wanted.emit()
            self._saving = False

    def _worth_saving(self) -> bool:
        return bool(self.field.text().strip()) or self._shown is not None

    def _show_flags(self) -> None:
        """Show what the note is for while one writes, and afterwards if it was said."""
        focused = QApplication.focusWidget()
        inside = focused is not None and (focused is self.field or self.isAncestorOf(focused))
        said = self.said()
        shown = inside or bool(said.flags) or said.private or self.unsaved
        if shown or self._row is not None:
            self._flag_row().setVisible(shown)
            self._flag_row().setEnabled(not self.field.isReadOnly())
        for button in self._flags.values():
            button.setEnabled(not said.private)
        if self._last is not None:
            empty = not self.field.text().strip() and self._shown is None
            self._last.setVisible(empty and self._offered is not None)
