"""The photos of the day that is shown; they are read once the rest of the page stands."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.today.day_page import TodayState
from homejournal.domain.today.strategy_cards import entries_of_card

if TYPE_CHECKING:
    from homejournal.domain.records.media_and_papers import Media
    from homejournal.ui.base.desk import Desk


class TodayPhotos:
    """Knows the photos by their entries; none before `begin`."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._begun = False
        self._kept: Mapping[UUID, tuple[Media, ...]] = {}

    def begin(self, state: TodayState | None) -> bool:
        """Read photos from now on; return whether this day has any."""
        self._begun = True
        if state is not None:
            self.read(state)
        return bool(self._kept)

    def read(self, state: TodayState) -> None:
        """Read the photos of what is written on a day."""
        if self._begun:
            entries = [note.id for note in state.moments]
            for card in state.cards:
                entries += entries_of_card(card)
            self._kept = self._desk.journal.media.of_entries(entries) if entries else {}

    def of(self, entries: Iterable[UUID]) -> list["Media"]:
        """Return the photos of these entries, in their order."""
        return [photo for entry in entries for photo in self._kept.get(entry, ())]
