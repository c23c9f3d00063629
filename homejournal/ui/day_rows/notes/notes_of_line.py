"""The notes of one line of a row: the field belongs to one of them, the others stand above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from homejournal.domain.today.strategy_cards import draft_place, entries_of_card
from homejournal.ui.day_rows.notes.drawer import NoteDrawer
from homejournal.ui.day_rows.saving import NotePlace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from homejournal.domain.records.notes import AnyNote
    from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
    from homejournal.ui.attachments.owners import PhotoPlace
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.day_rows.notes.panel import NotePanel
    from homejournal.ui.day_rows.saving import TodayWriting
    from homejournal.ui.widgets.cards.typing_area import TypingArea


class LineNotes(QObject):
    """Knows the notes of a line, and saves what is typed in its drawer, which is made when used."""

    changed = Signal()
    """Something else is to be shown."""
    begins = Signal()
    """A note is about to be saved, which may hang on no practice."""

    def __init__(self, desk: Desk, writing: TodayWriting, about: str, line: TypingArea) -> None:
        super().__init__(line)
        self._desk, self._writing, self._about, self._line = desk, writing, about, line
        self._card: CardOfDay | None = None
        self._time: TimeOfCard | None = None
        self._number = 1
        self._notes: tuple[AnyNote, ...] = ()
        self._editing: UUID | None = None
        self._drawer: NoteDrawer | None = None

    @property
    def notes(self) -> tuple[AnyNote, ...]:
        """Return what is saved, in the order of writing."""
        return self._notes

    @property
    def panel(self) -> NotePanel | None:
        """Return the field with what the note is for, once somebody has written here."""
        return self._drawer.panel if self._drawer is not None else None

    @property
    def unsaved(self) -> bool:
        """Return whether words stand in the field that are not saved."""
        return self.panel is not None and self.panel.unsaved

    def drawer(self) -> NoteDrawer:
        """Return the drawer, which most lines never need."""
        if self._drawer is None:
            self._drawer = NoteDrawer(self._desk.wording, self._about, self._line)
            panel, others = self._drawer.panel, self._drawer.others
            panel.wanted.connect(self._on_wanted)
            panel.kept.connect(self._on_kept)
            panel.typed.connect(self._on_typed)
            panel.begun.connect(self._on_begun)
            others.edit_wanted.connect(self._on_edit)
            others.remove_wanted.connect(self._on_remove)
            self._show()
        return self._drawer

    def hand_on(self, elsewhere: Sequence[AnyNote]) -> UUID | None:
        """Let words go that change a note which stands on another line by now; return the note."""
        panel = self.panel
        note = panel.note if panel is not None and panel.unsaved else None
        if panel is None or note is None or all(one.id != note.id for one in elsewhere):
            return None
        said = panel.said()
        panel.let_go()
        self._writing.keep_note(f"note:{note.id}", said.text, private=said.private)
        return note.id

    def show_notes(
        self, card: CardOfDay, time: TimeOfCard | None, number: int, notes: Sequence[AnyNote]
    ) -> None:
        """Show the notes of a line; a new one would be about its time.

        While words stand in the field that are in no note yet, they stay.
        """
        self._card, self._time, self._number, self._notes = card, time, number, tuple(notes)
        if self._drawer is not None:
            self._show()

    def unfinished(self) -> str:
        """Return what was typed here and is in no note yet."""
        if self.panel is not None and self.panel.unsaved:
            return self.panel.said().text
        drafts = self._writing.drafts
        places = (self._new_place(), *(f"note:{note.id}" for note in self._notes))
        return next((drafts[place] for place in places if drafts.get(place)), "")

    def keep_typing(self) -> None:
        """Save what stands in the field, or keep it."""
        if self.panel is not None:
            self.panel.keep_typing()

    def forget_time(self) -> None:
        """Let what is typed be about the strategy alone: its time was taken back."""
        self._time = None

    def close(self) -> None:
        """Take the drawer away with its line."""
        if self._drawer is not None:
            self._drawer.setEnabled(False)
            self._drawer.hide()
            self._drawer.deleteLater()
            self._drawer = None

    def photo_place(self) -> PhotoPlace | None:
        """Return where a photo goes: to the note in the field, else to the practice, else anew.

        What is typed is saved first.
        """
        self.keep_typing()
        if self._card is None:
            return None
        practice = self._time.practice if self._time is not None else None
        in_field = self.panel.note if self.panel is not None else None
        entry = in_field or next(iter(self._notes), None) or practice
        shown, strategy = entries_of_card(self._card), self._card.strategy
        return self._writing.photo_place(strategy.name, shown, entry, strategy.id)

    def _show(self) -> None:
        drawer = self._drawer
        if drawer is None:
            return
        panel, new = drawer.panel, self._new_place()
        panel.follow(self._notes, waits=panel.place in self._writing.waits)
        if not panel.stays(self._notes, new):
            drafts, shown = self._writing.drafts, self._for_field(new)
            place = new if shown is None else f"note:{shown.id}"
            private = self._writing.is_private(place)
            panel.show_note(place, shown, drafts.get(place), private=private)
        panel.set_writable(self._desk.can_write)
        bound = panel.note
        drawer.others.show_notes(
            [one for one in self._notes if bound is None or one.id != bound.id]
        )

    def _for_field(self, new: str) -> AnyNote | None:
        """Return the note that the field holds: one that is being changed, else the first.

        It is none where a new one is unfinished.
        """
        drafts = self._writing.drafts
        for note in self._notes:
            if note.id == self._editing or f"note:{note.id}" in drafts:
                return note
        return None if new in drafts else next(iter(self._notes), None)

    def _new_place(self) -> str:
        strategy = self._card.strategy.id if self._card is not None else None
        return draft_place(strategy, self._writing.day, self._number)

    def _on_wanted(self) -> None:
        """Save what stands in the field; where that fails it stays there."""
        panel = self.panel
        if self._card is None or panel is None:
            return
        text, before = panel.said(), panel.note
        self.begins.emit()
        if before is not None and not text.text:
            saved = self._writing.remove_note(before)
        else:
            practice = self._time.practice if self._time is not None else None
            place = NotePlace(self._card.strategy.id, practice.id if practice else None)
            saved = self._writing.write_note(before, place, text, panel.place)
        if saved:
            self._editing = None
            if panel.unsaved:
                panel.clear()  # what is saved stands above the field, or goes with the line
        self.changed.emit()

    def _on_begun(self) -> None:
        if self._card is not None and self.panel is not None:
            self.panel.offer(self._writing.note_of_last_time(self._card.strategy.id))

    def _on_typed(self) -> None:
        if self.panel is not None:
            self._writing.replaces_waiting(self.panel.place)
        self.changed.emit()

    def _on_kept(self, text: str) -> None:
        if self.panel is not None:
            private = self.panel.said().private
            self._writing.keep_note(self.panel.place, text, private=private)

    def _on_edit(self, note: AnyNote) -> None:
        if self.panel is None:
            return
        self.panel.leave()
        self._editing = note.id
        self._show()
        self.panel.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self, note: AnyNote) -> None:
        self._writing.remove_note(note)
