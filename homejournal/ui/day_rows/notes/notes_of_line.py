"""The notes of one line of a row, and what is told with them: who did it, where, and photos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Signal

from homejournal.domain.names import MOST_READY
from homejournal.domain.records.family import done_by
from homejournal.domain.records.notes import AnyNote, PrivateNote
from homejournal.domain.today.strategy_cards import (
    CardOfDay,
    TimeOfCard,
    draft_place,
    entries_of_card,
)
from homejournal.texts.day_page import signed_note
from homejournal.texts.display_names import people_to_choose, who_wrote
from homejournal.ui.day_rows.menus import WhereMenu
from homejournal.ui.day_rows.notes.drawer import NoteDrawer, place_over
from homejournal.ui.day_rows.photos import CardPhotos
from homejournal.ui.day_rows.saving import NotePlace, NoteText, TodayWriting
from homejournal.ui.day_rows.who_did_it import WhoChips
from homejournal.ui.kit.written_notes import FLAG_ICONS, PRIVATE_ICON
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.layout.boxes import FlowRow, let_go
from homejournal.ui.widgets.layout.focus import is_typed_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from homejournal.domain.records.practices import Practice
    from homejournal.ui.attachments.owners import PhotoPlace
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.day_rows.notes.panel import NotePanel
    from homejournal.ui.widgets.cards.typing_area import TypingArea


class NoteExtras:
    """What is offered under a note: who did it, where, and photos."""

    def __init__(self, desk: Desk, about: str, *, offers: bool) -> None:
        self._desk = desk
        self.who = WhoChips(desk.wording, about)
        self.who.new_wanted.connect(self._on_new)
        self.where = WhereMenu(desk, about)
        self.photos = CardPhotos(desk, about)
        self.photos.offers = offers
        self._adds = offers
        self.row = FlowRow(gap=4)
        self.done = make_button(desk.wording.text("Done"), "check", look="link", about=about)
        new = desk.wording.text("Somebody new…")
        self.new = make_button(new, on=self._on_new, look="link", about=about)
        self.row.add(self.who, self.new, self.where, self.photos.button, self.done)

    def show(self, card: CardOfDay, time: TimeOfCard | None, *, stays: bool) -> None:
        """Show what can be said of a time beside its note."""
        practice = time.practice if time else None
        family, wording = self._desk.journal.family(), self._desk.wording
        names = people_to_choose(wording, family, practice.helper) if practice is not None else ()
        if practice is not None:
            self.who.show_names(names, practice.helper, self._desk.helper)
        self.who.setVisible(bool(names))
        self.who.takes_new = self._adds and self._desk.can_write and bool(names)
        self.new.setVisible(self.who.takes_new and len(names) <= MOST_READY)
        self.where.show_practice(card, practice)
        for part in (self.who, self.new, self.where):
            part.setEnabled(self._desk.can_write and not stays)

    def _on_new(self) -> None:
        from homejournal.ui.records.writers_dialog import ask_for_new  # Today is there at once

        ask_for_new(self._desk, self.row.window(), self._choose)

    def _choose(self, helper: UUID) -> None:
        self.who.chosen.emit(helper)
        self.who.focus_choice()


class LineNotes(QObject):
    """Knows the notes of a line, and saves what is typed in its drawer, which is made when used.

    The field of the drawer belongs to one of the notes, and the others stand below it.
    """

    changed = Signal()
    """Something else is to be shown."""
    begins = Signal()
    """A note is about to be saved, which may hang on no practice."""
    opened = Signal(object)
    """The drawer was just made."""

    def __init__(self, desk: Desk, writing: TodayWriting, about: str, line: TypingArea) -> None:
        super().__init__(line)
        self._desk, self._writing, self._about, self._line = desk, writing, about, line
        self._card: CardOfDay | None = None
        self._time: TimeOfCard | None = None
        self._number = 1
        self.notes: tuple[AnyNote, ...] = ()
        self._editing: UUID | None = None
        self._drawer: NoteDrawer | None = None
        self._extras: NoteExtras | None = None

    @property
    def panel(self) -> NotePanel | None:
        """Return the field with what the note is for, once somebody has written here."""
        return self._drawer.panel if self._drawer is not None else None

    @property
    def unsaved(self) -> bool:
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
            self._extras = self._made_extras(self._drawer)
            self.opened.emit(self._drawer)
            self._show()
        if self._extras is not None:
            self._extras.photos.show_photos(self._writing.photos.of(self.entries()))
        return self._drawer

    def _made_extras(self, drawer: NoteDrawer) -> NoteExtras:
        offers = not self._writing.FOR_HELPER
        extras = NoteExtras(self._desk, self._about, offers=offers)
        extras.who.chosen.connect(self._on_who)
        extras.where.changed.connect(self._on_where)
        extras.photos.button.clicked.connect(self.open_photos)
        extras.done.clicked.connect(self._on_done)
        if offers:
            drawer.panel.field.take_files()
            drawer.panel.field.given.connect(self.take_photos)
            drawer.given.connect(self.take_photos)
        drawer.add(extras.photos, extras.row)
        return extras

    @property
    def is_typed_in(self) -> bool:
        """Return whether somebody has the cursor in the drawer."""
        return self._drawer is not None and is_typed_in(self._drawer)

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
        self._card, self._time, self._number, self.notes = card, time, number, tuple(notes)
        if self._drawer is not None:
            self._show()

    def signed(self, doer: UUID | None) -> list[str]:
        """Return the notes in words, each with who wrote it, unless they did it, too (`doer`)."""
        wording, family = self._desk.wording, self._desk.journal.family()
        return [
            signed_note(
                wording,
                note,
                who_wrote(wording, family, note.helper) if note.helper != doer else "",
            )
            for note in self.notes
        ]

    def icons(self) -> tuple[str, ...]:
        """Return the icons of what is written here; a pencil where a note can be."""
        notes = self.notes
        flags = [FLAG_ICONS[flag] for note in notes for flag in getattr(note, "flags", ())]
        private = [PRIVATE_ICON] * any(isinstance(note, PrivateNote) for note in notes)
        photos = ["photo"] * bool(self._writing.photos.of(self.entries()))
        begins = [] if notes or not self._desk.can_write else ["pencil"]
        return tuple(dict.fromkeys((*private, *flags, *photos, *begins)))

    def unfinished(self) -> str:
        """Return what was typed here and is in no note yet."""
        if self.panel is not None and self.panel.unsaved:
            return self.panel.said().text
        drafts = self._writing.drafts
        places = (self._new_place(), *(f"note:{note.id}" for note in self.notes))
        return next((drafts[place] for place in places if drafts.get(place)), "")

    def keep_typing(self) -> None:
        if self.panel is not None:
            self.panel.keep_typing()

    def save_words(self, practice: UUID | None) -> None:
        """Save the words of a new note about a time that goes from this line, and begin anew."""
        panel, card = self.panel, self._card
        said = panel.said() if panel is not None else NoteText("")
        if panel is None or card is None or panel.note is not None or not said.text:
            return
        place = panel.place
        panel.let_go()
        self._writing.keep_note(place, said.text, private=said.private)  # the disk may be full
        self.begins.emit()
        self._writing.write_note(None, NotePlace(card.strategy.id, practice), said, place)

    def close(self) -> None:
        """Take the drawer away with its line."""
        if self._drawer is not None:
            self._drawer.setEnabled(False)
            let_go(self._drawer)
            self._drawer = self._extras = None

    def photo_place(self) -> PhotoPlace | None:
        """Return where a photo goes: to the note in the field, else to the practice, else anew.

        What is typed is saved first.
        """
        self.keep_typing()
        if self._card is None:
            return None
        practice = self._time.practice if self._time is not None else None
        in_field = self.panel.note if self.panel is not None else None
        entry = in_field or next(iter(self.notes), None) or practice
        shown, strategy = entries_of_card(self._card), self._card.strategy
        return self._writing.photo_place(strategy.name, shown, entry, strategy.id)

    def entries(self) -> tuple[UUID, ...]:
        """Return the ids of what is written on the line: what its photos are kept with."""
        if self._card is None:
            return ()
        if len(self._card.times) < 2:
            return entries_of_card(self._card)
        practice = self._time.practice if self._time else None
        return (*((practice.id,) if practice else ()), *(note.id for note in self.notes))

    def open_photos(self) -> None:
        place = self.photo_place()
        if place is not None:
            self._photos().open(place)

    def take_photos(self, data: QMimeData) -> None:
        """Keep what was dropped or pasted."""
        place = self.photo_place()
        if place is not None:
            self._photos().take(data, place)

    def follow(self, words: QWidget, answers: QWidget) -> None:
        """Take the drawer along with its line, whose parts these are."""
        if self._drawer is not None:
            self._drawer.follow(place_over(self._line, words, answers))

    def choose_who(self) -> None:
        """Go to the names of who may have done it."""
        if self._extras is not None:
            self._extras.who.focus_choice()

    def _photos(self) -> CardPhotos:
        self.drawer()
        if self._extras is None:
            raise RuntimeError("the drawer has no parts")
        return self._extras.photos

    def _show(self) -> None:
        drawer = self._drawer
        if drawer is None:
            return
        self._show_extras()
        panel, new = drawer.panel, self._new_place()
        panel.follow(self.notes, waits=panel.place in self._writing.waits)
        if not panel.stays(self.notes, new):
            drafts, shown = self._writing.drafts, self._for_field(new)
            place = new if shown is None else f"note:{shown.id}"
            private = self._writing.is_private(place)
            panel.show_note(place, shown, drafts.get(place), private=private)
        panel.set_writable(self._desk.can_write)
        bound = panel.note
        drawer.others.show_notes([one for one in self.notes if bound is None or one.id != bound.id])

    def _for_field(self, new: str) -> AnyNote | None:
        """Return the note that the field holds: one that is being changed, else the first.

        It is none where a new one is unfinished.
        """
        drafts = self._writing.drafts
        for note in self.notes:
            if note.id == self._editing or f"note:{note.id}" in drafts:
                return note
        return None if new in drafts else next(iter(self.notes), None)

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

    def _show_extras(self) -> None:
        if self._extras is not None and self._card is not None:
            stays = not self._writing.may_rate(self._time)
            self._extras.show(self._card, self._time, stays=stays)

    def _on_who(self, helper: UUID | None) -> None:
        if self._card is not None and self._time is not None and self._time.practice is not None:
            self._writing.edit(self._card, done_by(self._time.practice, helper))
        self._show_extras()
        self.changed.emit()

    def _on_where(self, practice: Practice) -> None:
        if self._card is not None:
            self._writing.edit(self._card, practice)

    def _on_done(self) -> None:
        """Leave the note, which saves it."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
