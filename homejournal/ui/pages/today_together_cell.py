"""One child's strategy on the page of all children: rate it, did it, not today, left out, who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from homejournal.domain.today_cards import written_later
from homejournal.texts import today as said
from homejournal.ui.pages.today_rated_card import RatedCard
from homejournal.ui.theme import px
from homejournal.ui.widgets.label import line_label
from homejournal.ui.widgets.not_saved import NotSaved

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.domain.today_cards import CardOfDay
    from homejournal.texts.wording import Wording
    from homejournal.ui.desk import Desk
    from homejournal.ui.pages.today_writing import TodayWriting

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
        self.clear_corner()
        unsaved = self.unsaved()
        saved = said.saved(self._wording, card, later=written_later(card))
        if unsaved is not None:
            self.add_corner(NotSaved(said.not_saved(self._wording, unsaved)))
        elif saved:
            self.add_corner(line_label(saved, "ok"))
        self._show_time()

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
        else:
            super()._on_key(key)


def about_cell(wording: Wording, name: str, card: CardOfDay) -> str:
    """Return what a cell is about: a child, as it is called here, and the strategy."""
    return wording.text("{child}: {said}", child=name, said=wording.own(card.strategy.name))
