"""The notes of a strategy's card: the field belongs to one of them, the others stand above it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.records.notes import AnyNote
from homejournal.domain.today.strategy_cards import (
    CardOfDay,
    TimeOfCard,
    draft_place,
    entries_of_card,
)
from homejournal.ui.attachments.owners import PhotoPlace
from homejournal.ui.base.desk import Desk
from homejournal.ui.day_cards.note_text import NotePlace
from homejournal.ui.day_cards.notes.panel import NotePanel
from homejournal.ui.day_cards.notes.rows import NoteRows
from homejournal.ui.day_cards.saving import TodayWriting
from homejournal.ui.theme import px

if TYPE_CHECKING:
    from uuid import UUID


class CardNotes(QWidget):
    """Shows a card's notes and saves what is typed.

    A new note is about the time that was written last here, else about the time that is asked.
    """

    shown_anew = Signal()
    """Another note should be in the field."""

    def __init__(self, desk: Desk, writing: TodayWriting, about: str) -> None:
        super().__init__()
        self._desk, self._writing = desk, writing
        self._card: CardOfDay | None = None
        self._time: TimeOfCard | None = None
        self._editing: UUID | None = None
        self.panel = NotePanel(desk.wording, about)
        self.panel.wanted.connect(self._on_wanted)
        self.panel.kept.connect(self._on_kept)
        self.panel.typed.connect(self._on_typed)
        self.panel.begun.connect(self._on_begun)
        self._rows = NoteRows(desk.wording)
        self._rows.edit_wanted.connect(self._on_edit)
        self._rows.remove_wanted.connect(self._on_remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._rows)
        column.addWidget(self.panel)

    def show_notes(self, card: CardOfDay, time: TimeOfCard | None) -> None:
        """Show the notes of a card; a new one would be about `time`.

        While words stand in the field that are in no note yet, they stay and are about their time.
        """
        notes = (*(note for time_of_card in card.times for note in time_of_card.notes), *card.notes)
        about = _as_it_is_now(self._time, card)
        self._card = card
        self.panel.follow(notes, waits=self.panel.place in self._writing.waits)
        if self.panel.stays(notes, self._place_of(card, about)):
            self._time = about
        else:
            self._time = time
            self._show_in_field(notes, self._place_of(card, time))
        self.panel.set_writable(self._desk.can_write)
        bound = self.panel.note
        self._rows.show_notes([note for note in notes if bound is None or note.id != bound.id])

    def _show_in_field(self, notes: Sequence[AnyNote], new: str) -> None:
        drafts = self._writing.drafts
        shown = self._for_field(notes, drafts, new)
        place = new if shown is None else f"note:{shown.id}"
        private = self._writing.is_private(place)
        self.panel.show_note(place, shown, drafts.get(place), private=private)

    def _for_field(
        self, notes: Sequence[AnyNote], drafts: Mapping[str, str], new: str
    ) -> AnyNote | None:
        """Return the note that the field holds: one that is being changed, else the time's own.

        It is none if a new one is unfinished.
        """
        for note in notes:
            if note.id == self._editing or f"note:{note.id}" in drafts:
                return note
        if new in drafts:
            return None
        own = self._time.notes if self._time is not None else ()
        if not own and self._card is not None and len(self._card.times) < 2:
            own = self._card.notes
        return own[0] if own else None

    def _place_of(self, card: CardOfDay, time: TimeOfCard | None) -> str:
        return draft_place(card.strategy.id, self._writing.day, time.number if time else 1)

    def photo_place(self, card: CardOfDay) -> PhotoPlace:
        """Return where a photo goes: to the note in the field, else to the practice, else anew.

        What is typed is saved first.
        """
        self.panel.keep_typing()
        practice = self._time.practice if self._time is not None else None
        entry = self.panel.note or practice
        shown, strategy = entries_of_card(card), card.strategy
        return self._writing.photo_place(strategy.name, shown, entry, strategy.id)

    def _on_wanted(self) -> None:
        """Save what stands in the field; where that fails it stays there."""
        text, before = self.panel.said(), self.panel.note
        if self._card is None:
            return
        if before is not None and not text.text:
            saved = self._writing.remove_note(before)
        else:
            practice = self._time.practice if self._time is not None else None
            place = NotePlace(self._card.strategy.id, practice.id if practice else None)
            saved = self._writing.write_note(before, place, text, self.panel.place)
        if saved:
            self._editing = None
            if self.panel.unsaved:
                self.panel.clear()  # what is saved stands above the field, or goes with the card
        self.shown_anew.emit()

    def _on_begun(self) -> None:
        if self._card is not None:
            self.panel.offer(self._writing.note_of_last_time(self._card.strategy.id))

    def _on_typed(self) -> None:
        self._writing.replaces_waiting(self.panel.place)

    def _on_kept(self, text: str) -> None:
        private = self.panel.said().private
        self._writing.keep_note(self.panel.place, text, private=private)

    def _on_edit(self, note: AnyNote) -> None:
        self.panel.leave()
        self._editing = note.id
        self.shown_anew.emit()
        self.panel.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self, note: AnyNote) -> None:
        self._writing.remove_note(note)


def _as_it_is_now(time: TimeOfCard | None, card: CardOfDay) -> TimeOfCard | None:
    """Return the time of the same number on a card as it stands now, if it still has one."""
    number = time.number if time is not None else 0
    return card.times[number - 1] if 0 < number <= len(card.times) else None
