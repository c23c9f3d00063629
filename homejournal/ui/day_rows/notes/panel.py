"""The note of a card: typed text is kept while typing, and saved when the field is left."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QSizePolicy, QSpacerItem, QWidget
from typing_extensions import override

from homejournal.domain.records.notes import AnyNote, Flag
from homejournal.texts import labels as words
from homejournal.texts.wording import Wording
from homejournal.ui.base.drafts import TypingPause
from homejournal.ui.base.keys import written
from homejournal.ui.base.timers import one_shot
from homejournal.ui.day_rows.saving import NoteText, said_of
from homejournal.ui.kit.written_notes import FLAG_ICONS, PRIVATE_ICON
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, in_row, keep_room
from homejournal.ui.widgets.layout.focus import go_on_in, show_part
from homejournal.ui.widgets.wrapping_button import ENTER, FlagButton, OnceButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel


class NoteFlags(FlowRow):
    """The flags, Private, and the words of last time; a private note has no flag.

    `turned` comes when a person has turned one.
    """

    turned = Signal()

    def __init__(self, wording: "Wording", about: str) -> None:
        super().__init__(gap=6)
        self._filling = False
        self._last_turned: list[tuple[FlagButton, str]] = []
        """Each flag that was turned and is not saved, with the words that stood there then."""
        self._words = ""
        self._flags = {flag: self._flag(words.flag(wording, flag), about) for flag in Flag}
        for flag, button in self._flags.items():
            set_icon(button, FLAG_ICONS[flag], size=16)
        self._private = self._flag(wording.text("Private"), about)
        set_icon(self._private, PRIVATE_ICON, size=16)
        tip = wording.text("For us alone: never on a page or in a file we give")
        self._private.setToolTip(tip)
        self.last = OnceButton(wording.text("As last time"))
        self.last.setAccessibleDescription(about)
        set_look(self.last, "link")
        set_icon(self.last, "rotate", "muted", 16)
        keep_room(self.last)
        self.add(*self._flags.values(), self._private, self.last)

    def _flag(self, text: str, about: str) -> FlagButton:
        button = FlagButton(text)
        button.setAccessibleDescription(about)
        set_look(button, "chip")
        button.toggled.connect(self._on_toggled)
        return button

    def said(self, text: str) -> NoteText:
        """Return a text with what it is for."""
        private = self._private.isChecked()
        flags = (
            ()
            if private
            else tuple(f for f, flag_button in self._flags.items() if flag_button.isChecked())
        )
        return NoteText(text, flags, private)

    def fill(self, said: NoteText) -> None:
        self._filling = True
        for flag, button in self._flags.items():
            button.setChecked(flag in said.flags)
        self._private.setChecked(said.private)
        self._filling = False
        self._last_turned.clear()
        self.allow()

    def set_private(self, *, private: bool) -> None:
        self._private.setChecked(private)

    def allow(self) -> None:
        """Let a note that is not private have flags."""
        for button in self._flags.values():
            button.setEnabled(not self._private.isChecked())

    def stand_at(self, words: str) -> None:
        """Take notice of the words that the note has now."""
        self._words = words

    def is_last(self, *, words_left: bool) -> bool:
        """Return whether a flag was turned after the last words, where any are left to take back.

        Private is never one: nothing but a press of its own takes that back.
        """
        if not self._last_turned or self._private.isChecked():
            return False
        return self._last_turned[-1][1] == self._words or not words_left

    def take_back(self) -> None:
        """Turn the flag back that was turned last."""
        flag, _ = self._last_turned.pop()
        flag.toggle()
        self._last_turned.pop()  # the toggling itself

    def _on_toggled(self, _on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._filling:
            return
        self.allow()
        pressed = self.sender()
        if isinstance(pressed, FlagButton):
            self._last_turned.append((pressed, self._words))
        self.turned.emit()


class NoteUndo(QObject):
    """Hears Ctrl+Z before the window does, which knows nothing of what is not saved yet.

    A flag is taken back before the words that stood there already. Where neither is left to take
    back, what is not saved is saved, so that it is the window's last step.
    """

    def __init__(self, panel: "NotePanel") -> None:
        super().__init__(panel)
        self._panel = panel
        for part in (panel, panel.field):
            part.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        in_field = watched is self._panel.field
        if _is_redo(event) and event.type() == QEvent.Type.ShortcutOverride:
            if not (in_field and self._panel.field.document().isRedoAvailable()):
                self._panel.keep_typing()  # nothing is left to do again once something new is said
            return False
        if not event.matches(QKeySequence.StandardKey.Undo):
            return False
        if event.type() == QEvent.Type.KeyPress and self._may_take_back(in_field=in_field):
            self._take_back()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and not in_field:
            if self._may_take_back(in_field=self._panel.field.hasFocus()):
                event.accept()
                return True
            self._panel.keep_typing()
        return False

    def _may_take_back(self, *, in_field: bool) -> bool:
        """Return whether it is ours: words in the field that has the focus are the field's own."""
        words = self._words_left and not in_field and not self._panel.said().private
        return self._flag_is_last or words

    @property
    def _flag_is_last(self) -> bool:
        flags = self._panel.flags
        return flags is not None and flags.is_last(words_left=self._words_left)

    @property
    def _words_left(self) -> bool:
        return self._panel.field.document().isUndoAvailable()

    def _take_back(self) -> None:
        if self._panel.flags is not None and self._flag_is_last:
            self._panel.flags.take_back()
        else:
            self._panel.field.undo()


def _is_redo(event: QKeyEvent) -> bool:
    """Return whether these are the keys of the window's own step forward."""
    pressed = QKeySequence(event.keyCombination())
    return pressed in {QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")}


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
        self.around: QWidget = self
        """While the focus is in this, what the note is for stays in sight."""
        self.place = ""
        """The name under which the unfinished text is kept."""
        self.note: AnyNote | None = None
        """The saved note that is shown, or None for a new one."""
        self._filling = self._saving = self._waits = False
        self.field = NoteEdit(wording.text("Add a note (optional)"), parent=self)
        self.field.setAccessibleDescription(about)
        self._hint = WrapLabel("", "small")
        self._hint.hide()
        self._about, self._invites = about, self.field.placeholderText()
        self._offered: NoteText | None = None
        self._row: NoteFlags | None = None
        self._undo: NoteUndo | None = None
        self._build()
        self._timer = TypingPause(self._keep, self)
        # What the note is for has no place before that.
        self._soon = one_shot(self, self._come_in_sight)
        self.field.textChanged.connect(self._on_text)
        self.field.done.connect(self._save)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _build(self) -> None:
        self._inset = QSpacerItem(0, 0)
        row = in_row(self.field, grow=self.field)
        row.addItem(self._inset)
        self._column = in_column(row, self._hint, gap=6, inside=self)

    def inset(self, wide: int) -> None:
        """Leave so many pixels free beside the field, where reading ends."""
        if wide != self._inset.sizeHint().width():  # each change asks for a layout
            self._inset.changeSize(wide, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
            self._column.invalidate()

    def _flag_row(self) -> NoteFlags:
        """Return the row of what a note is for; it is made when somebody writes."""
        if self._row is None:
            self._row = NoteFlags(self._wording, self._about)
            self._row.stand_at(self.field.text())
            self._row.turned.connect(self._on_flag)
            self._row.last.clicked.connect(self._on_last)
            self._column.addWidget(self._row)
        return self._row

    @property
    def flags(self) -> NoteFlags | None:
        """Return what the note is for, once somebody has written."""
        return self._row

    @property
    def unsaved(self) -> bool:
        return self.said() != said_of(self.note)

    def said(self) -> NoteText:
        text = self.field.text().strip()
        return NoteText(text) if self._row is None else self._row.said(text)

    def show_note(
        self, place: str, note: AnyNote | None, draft: str | None, *, private: bool = False
    ) -> None:
        """Show a note, or an empty field for a new one, with its unfinished text if there is any.

        With `private` that text is for a private note. While the same place holds unsaved text,
        that stays.
        """
        if place == self.place and self.unsaved and self._same(note):
            return
        if place != self.place:
            self._offered = None
        self.place, self.note = place, note
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
        """Return whether words stand here that no note says just so: they stay, whatever comes.

        Where the note that they change is gone or says something else by now, they are those of a
        new one, whose place is `new`.
        """
        text, shown = self.field.text().strip(), self.note
        said = any(said_of(note) == self.said() for note in notes)
        if said or not (self.place and text and self.unsaved):
            return False
        if shown is not None:
            same = (one for one in notes if one.text == shown.text)  # Undo took Private back
            now = next((one for one in notes if one.id == shown.id), next(same, None))
            goes_on = now is not None and (now.text == shown.text or now.text.strip() in text)
            self.note = now if goes_on else None  # else both sentences stay
            if self.note is None:
                self.kept.emit("")
                self.place = new
                self._timer.typed()
        return True

    def follow(self, notes: Sequence[AnyNote], *, waits: bool) -> None:
        """Take notice whether the words here wait to be saved; begin anew once a note says them."""
        text, was = self.field.text().strip(), self._waits
        self._waits = waits
        if was and not waits and any(note.text.strip() == text for note in notes):
            self.clear()

    def leave(self) -> None:
        """Save or keep what stands in the field, and begin anew: another note follows."""
        self.keep_typing()
        self.let_go()

    def let_go(self) -> None:
        """Begin anew, without saving what stands in the field."""
        self.place = ""
        self.clear()

    def offer(self, said: NoteText | None) -> None:
        """Offer the words of an earlier note while the field is empty; never its flags."""
        self._offered = said
        self._show_flags()

    def clear(self) -> None:
        """Empty the field after what stood in it was saved elsewhere."""
        self.note = None
        self._fill(NoteText(""))
        self._show_flags()

    def type_here(self, text: str) -> bool:
        """Go on writing with a text that was typed beside the field; return whether that may be."""
        if self.field.isReadOnly():
            return False
        before, goes_on = self.field.text(), self.field.hasFocus()
        gap = " " if before and not (goes_on or before[-1].isspace()) else ""
        go_on_in(self.field)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.insertPlainText(gap + text)
        return True

    def keep_typing(self) -> None:
        """Save what stands in the field; where that is not possible, keep it as unfinished."""
        self._save()
        waits = self._timer.isActive()  # what was kept is out of date, though all is as saved again
        if (self.unsaved or waits) and not self._saving:
            self._keep()
        self._timer.stop()  # the journal may be closed before it would ring

    def set_writable(self, writable: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Let people write, or only read, and say there why."""
        if writable == self.field.isReadOnly():
            from homejournal.texts.window.commands import only_read

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
        return (note and note.id) == (self.note and self.note.id) and note == self.note

    def _fill(self, said: NoteText) -> None:
        self._filling = True
        if self.field.text().strip() != said.text:
            self.field.set_text(said.text)
        if said.flags or said.private:
            self._flag_row()
        if self._row is not None:
            self._row.fill(said)
        self._filling = False
        self.field.document().clearUndoRedoStacks()  # what is saved is a step of the window by now
        self._timer.stop()

    def _on_text(self) -> None:
        if self._row is not None:
            self._row.stand_at(self.field.text())
        if not self._filling:
            self._hint.hide()
            self._timer.typed()
            self.typed.emit()
            self._show_flags()

    def _keep(self) -> None:
        self._timer.stop()
        if self.place:
            self.kept.emit(self.field.text() if self.unsaved else "")

    def _on_flag(self) -> None:
        self._timer.typed()  # what it is for is kept with the text
        self.typed.emit()

    def _on_last(self) -> None:
        """Take the words of last time; they are saved like any others once the field is left."""
        said = self._offered
        if said is not None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._flag_row().set_private(private=said.private)
            self.field.set_text(said.text)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Save by Enter on a flag, which turns nothing; letters go on in the field."""
        if event.key() in ENTER:
            self._save()
        elif event.matches(QKeySequence.StandardKey.Paste):
            go_on_in(self.field)
            self.field.paste()
        elif not (written(event) and self.type_here(written(event))):
            super().keyPressEvent(event)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._undo = self._undo or NoteUndo(self)  # most notes are only looked at
            if self.note is None and not self.unsaved and now is self.field:
                self.begun.emit()
            self._show_flags()
            self._soon.start()
            return
        if old is not None and self.isAncestorOf(old):
            self.keep_typing()
        if any(one is not None and self.around.isAncestorOf(one) for one in (old, now)):
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
        return bool(self.field.text().strip()) or self.note is not None

    def _show_flags(self) -> None:
        """Show what the note is for while one writes, and afterwards if it was said."""
        focused = QApplication.focusWidget()
        inside = focused is not None and (
            focused is self.field or self.around.isAncestorOf(focused)
        )
        said = self.said()
        shown = inside or bool(said.flags) or said.private or self.unsaved
        if shown or self._row is not None:
            self._flag_row().setVisible(shown)
            self._flag_row().setEnabled(not self.field.isReadOnly())
        if self._row is not None:
            empty = not self.field.text().strip() and self.note is None
            self._row.allow()
            self._row.last.setVisible(empty and self._offered is not None)
