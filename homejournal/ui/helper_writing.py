"""What a helper writes on Today: as anybody there, but with nothing of what the family wrote."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from homejournal.domain.today_cards import OF_HELPER
from homejournal.ui.pages.today_writing import TodayWriting

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.domain.family import DayRecords
    from homejournal.ui.desk import Desk


class HelperWriting(TodayWriting):
    """Offers no words of earlier notes and no photos, and shows only notes written meanwhile."""

    TAKES_PHOTOS: ClassVar[bool] = False
    DRAFTS: ClassVar[str] = OF_HELPER

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._earlier: dict[UUID, frozenset[UUID]] = {}

    def shown(self, child: "UUID", records: "DayRecords") -> "DayRecords":
        """Return what a helper sees of a child's days: all but the notes that stood there first."""
        notes, private = records.notes, records.private_notes
        here = frozenset(one.id for one in (*notes, *private))
        earlier = self._earlier.setdefault(child, here)
        return replace(
            records,
            notes=tuple(one for one in notes if one.id not in earlier),
            private_notes=tuple(one for one in private if one.id not in earlier),
        )
