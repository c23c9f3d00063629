"""Moments: notes of a day that belong to no strategy, such as a first word."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from typing_extensions import override

from homejournal.domain.records.notes import AnyNote
from homejournal.domain.today.day_page import TodayState
from homejournal.domain.today.strategy_cards import draft_place
from homejournal.texts.day_page import not_saved
from homejournal.ui.attachments.owners import PhotoPlace
from homejournal.ui.day_rows.notes.panel import NotePanel
from homejournal.ui.day_rows.photos import CardPhotos
from homejournal.ui.day_rows.saving import NotePlace, TodayWriting
from homejournal.ui.kit.written_notes import NoteRows
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.cards.notice import NotSaved

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from homejournal.ui.base.desk import Desk


class MomentsCard(Card):
    """The moments of a day and a field for another one; hidden until there is one or it is asked.

    A moment that was saved goes up into the list, and the field is free for the next.
    """

    TAKES_WORDS = True

    def __init__(self, desk: "Desk", writing: TodayWriting) -> None:
        name = desk.wording.text("Moments of the day")
        super().__init__(name)
        self._desk, self._writing = desk, writing
        self._rows = NoteRows(desk.wording)
        self._rows.edit_wanted.connect(self._on_edit)
        self._rows.remove_wanted.connect(self._on_remove)
        self.note = NotePanel(desk.wording, name)
        self.note.field.setPlaceholderText(
            desk.wording.text("What happened? A first word, a smile…")
        )
        self.note.field.setAccessibleName(desk.wording.text("A moment of the day"))
        self.note.wanted.connect(self._on_wanted)
        self.note.kept.connect(self._on_kept)
        self.note.typed.connect(self._on_typed)
        self._photos = CardPhotos(desk, name)
        self._photos.button.clicked.connect(self._on_photos)
        self._photos.offers = not writing.FOR_HELPER
        self.take_files(take=desk.can_write and self._photos.offers)
        if self._photos.offers:
            self.note.field.take_files()
        for part in (self, self.note.field):
            part.given.connect(self._on_given)
        self._editing: UUID | None = None
        self._state: TodayState | None = None
        self._asked = False
        self.body.addWidget(self._rows)
        self.body.addWidget(self._photos)
        self.body.addWidget(self.note)
        self.body.addWidget(self._photos.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    @override
    def type_here(self, text: str) -> bool:
        return self.note.type_here(text)

    def open(self) -> None:
        self._asked = True
        self.show()
        self.note.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: TodayState) -> None:
        """Show the moments of the day; what is being typed stays."""
        if self._state is None or self._state.day != state.day:
            self._asked, self._editing = False, None
        self._state = state
        drafts = self._writing.drafts
        shown = next(
            (
                moment
                for moment in state.moments
                if moment.id == self._editing or _place(moment) in drafts
            ),
            None,
        )
        new = draft_place(None, state.day)
        self.note.follow(state.moments, waits=self.note.place in self._writing.waits)
        if not self.note.stays(state.moments, new):
            place = _place(shown) if shown else new
            private = self._writing.is_private(place)
            self.note.show_note(place, shown, drafts.get(place), private=private)
        self.note.set_writable(self._desk.can_write)
        bound = self.note.note
        self._rows.show_notes(
            [moment for moment in state.moments if bound is None or moment.id != bound.id]
        )
        self._photos.show_photos(self._writing.photos.of(moment.id for moment in state.moments))
        self._show_unsaved((new, *(_place(moment) for moment in state.moments)))
        self.setVisible(bool(state.moments) or self._asked or self.note.unsaved)

    def _show_unsaved(self, places: "Iterable[str]") -> None:
        self.clear_corner()
        unsaved = self._writing.unsaved(places)
        if unsaved is not None:
            self.add_corner(NotSaved(not_saved(self._desk.wording, unsaved)))

    def _on_wanted(self) -> None:
        before, text = self.note.note, self.note.said()
        editing, self._editing = self._editing, None
        if before is not None and not text.text:
            saved = self._writing.remove_note(before)
        else:
            saved = self._writing.write_note(before, NotePlace(), text, self.note.place)
        if not saved:
            self._editing = editing
        else:
            self.note.clear()
        if self._state is not None:
            self.show_state(self._state)

    def _photo_place(self) -> PhotoPlace:
        """Return where a photo goes: to the moment that is typed or changed now, else anew."""
        before, entry = self._moments(), self.note.note
        self.note.keep_typing()
        saved = self._moments()
        new = [note for note in saved if note not in before]
        shown = tuple(note.id for note in saved)
        entry = new[0] if new else entry
        return self._writing.photo_place(self.title(), shown, entry)

    def _moments(self) -> "tuple[AnyNote, ...]":
        return self._state.moments if self._state is not None else ()

    def _on_photos(self) -> None:
        self._photos.open(self._photo_place())

    def _on_given(self, data: "QMimeData") -> None:
        self._photos.take(data, self._photo_place())

    def _on_typed(self) -> None:
        self._writing.replaces_waiting(self.note.place)

    def _on_kept(self, text: str) -> None:
        self._writing.keep_note(self.note.place, text, private=self.note.said().private)

    def _on_edit(self, note: AnyNote) -> None:
        self.note.leave()
        self._editing = note.id
        if self._state is not None:
            self.show_state(self._state)
        self.note.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self, note: AnyNote) -> None:
        self._writing.remove_note(note)


def _place(note: AnyNote) -> str:
    return f"note:{note.id}"
