"""One child's strategy on the page of all children: rate it, did it, not today, left out, who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from homejournal.domain.today.strategy_cards import written_later
from homejournal.texts import day_page as said
from homejournal.ui.day_cards.base_card import RatedCard, places_of
from homejournal.ui.day_cards.drafts import NUMBER
from homejournal.ui.day_cards.header import saved_label
from homejournal.ui.day_cards.notes.notes_of_card import CardNotes
from homejournal.ui.day_cards.shortcuts import CardAction, card_action_of
from homejournal.ui.theme import px
from homejournal.ui.widgets.cards.notice import NotSaved

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.domain.today.strategy_cards import CardOfDay
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.day_cards.saving import TodayWriting

_STEPS = {
    int(Qt.Key.Key_Up): (-1, 0),
    int(Qt.Key.Key_Down): (1, 0),
    int(Qt.Key.Key_Left): (0, -1),
    int(Qt.Key.Key_Right): (0, 1),
}


class ChildCell(RatedCard):
    """Writes for its own child only, through that child's `TodayWriting`.

    `name` is how the child is called here; `neighbour` asks for the cell so many rows and columns
    away.
    """

    neighbour = Signal(int, int)

    def __init__(self, desk: Desk, writing: TodayWriting, name: str, card: CardOfDay) -> None:
        about = about_cell(desk.wording, name, card)
        super().__init__(desk, writing, card, name, about)
        self._notes: CardNotes | None = None
        self.setAccessibleName(about)
        self.body.addWidget(self._times)
        self.body.addWidget(self._rating)
        self.body.addWidget(self._deeds)
        self.body.addStretch(1)

    @property
    def child(self) -> UUID:
        """Return whose cell it is."""
        return self._card.strategy.child

    @override
    def show_card(self, card: CardOfDay) -> None:
        """Show the card as it stands now; a number that is being typed stays."""
        self._take(card)
        self._show_time()
        if self._notes is not None:
            self._notes.show_notes(card, self.time())
        elif self._has_draft():
            self._note_part()
        self._show_head()

    @override
    def _show_head(self) -> None:
        self.clear_corner()
        unsaved, typing, card = self.unsaved(), self.is_typing, self._card
        saved = said.saved(self._wording, card, later=written_later(card), typing=typing)
        if unsaved is not None:
            self.add_corner(NotSaved(said.not_saved(self._wording, unsaved)))
        elif saved:
            self.add_corner(saved_label(saved, typing=typing))

    @property
    @override
    def is_typing(self) -> bool:
        return super().is_typing or (self._notes is not None and self._notes.panel.unsaved)

    @override
    def keep_typing(self) -> None:
        super().keep_typing()
        if self._notes is not None:
            self._notes.panel.keep_typing()

    @override
    def begin_note(self, text: str) -> bool:
        return self._note_part().panel.type_here(text)

    def _note_part(self) -> CardNotes:
        """Return the note of the cell, which most cells never need."""
        if self._notes is None:
            self._notes = CardNotes(self._desk, self._writing, self.about)
            self._notes.shown_anew.connect(self._show_again)
            self._notes.panel.typed.connect(self._show_head)
            self.body.insertWidget(self.body.count() - 1, self._notes)
            self._notes.show_notes(self._card, self.time())
            self._notes.show()  # a layout shows it only after the next round of events
        return self._notes

    def _has_draft(self) -> bool:
        places = places_of(self._card, self._writing.day)
        return any(place in self._writing.drafts for place in places if not place.endswith(NUMBER))

    @override
    def _on_time(self, number: int) -> None:
        if self._notes is not None:
            self._notes.panel.leave()
        super()._on_time(number)

    @override
    def _rescale(self) -> None:
        super()._rescale()
        # A little less than other cards, so that two ratings stand beside each other.
        self._all.setContentsMargins(px(14), px(12), px(14), px(8))

    @override
    def _on_key(self, key: int) -> None:
        if key in _STEPS:
            down, on = _STEPS[key]
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.neighbour.emit(down, -on if mirrored else on)
        elif card_action_of(key) is CardAction.NOTE:
            self._note_part().panel.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super()._on_key(key)


def about_cell(wording: Wording, name: str, card: CardOfDay) -> str:
    """Return what a cell is about: a child, as it is called here, and the strategy."""
    return wording.text("{child}: {said}", child=name, said=wording.own(card.strategy.name))
