"""What a helper writes on Today: as anybody there, but with nothing of what the family wrote."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from homejournal.domain.today.strategy_cards import OF_HELPER
from homejournal.ui.base.desk import Desk
from homejournal.ui.day_cards.saving import TodayWriting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from homejournal.domain.records.changes import Change
    from homejournal.domain.records.family import DayRecords
    from homejournal.domain.records.practices import DayMark, Practice
    from homejournal.domain.today.reminders_and_timer import Reminder


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperDesk(Desk):
    """The desk while somebody else writes; who usually does is not forgotten over it."""

    who: "UUID | None"

    @property
    @override
    def helper(self) -> "UUID | None":
        return self.who if self.who in self.journal.family().writers else None


class HelperWriting(TodayWriting):
    """Offers nothing of before, and shows only the notes that were written here."""

    FOR_HELPER: ClassVar[bool] = True
    DRAFTS: ClassVar[str] = OF_HELPER

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._own: set[UUID] = set()
        self._done: list[Change] = []

    def shown(self, records: "DayRecords") -> "DayRecords":
        """Return what a helper sees of some days: their own notes, and no words on days left out.

        Nor do they see which home wrote what, and what waits to be settled. Whatever else comes
        meanwhile, as from another computer, is none of it.
        """
        return replace(
            records,
            marks=tuple(
                mark if mark.id in self._own else replace(mark, words=None)
                for mark in records.marks
            ),
            notes=tuple(note for note in records.notes if note.id in self._own),
            private_notes=tuple(one for one in records.private_notes if one.id in self._own),
            two_versions=frozenset(),
            from_homes={},
        )

    @property
    def did_last(self) -> bool:
        """Return whether the step that Undo would take back was done here."""
        last = self._desk.editing.last_change
        return any(one is last for one in self._done)

    @override
    def may_change(self, _practice: "Practice") -> bool:
        """Return whether it is the helper's: what another did would be told as it never was."""
        helper = self._desk.helper
        return _practice.id in self._own or (helper is not None and _practice.helper == helper)

    @override
    def may_remove(self, _entry: "Practice | DayMark") -> bool:
        """Return whether it was written here: with another words would go that are not seen."""
        return _entry.id in self._own

    def not_today_of(self, step: str, reminders: "Sequence[Reminder]") -> bool:
        """Say "not today" to all that is reminded of, in one step."""
        call = self._desk.journal.reminders.not_today
        return self._do(step, partial(call, reminders, self._desk.helper))

    @override
    def _do(
        self, step: str, call: "Callable[[], Change]", place: str = "", *, pressed: str = ""
    ) -> bool:
        def noting() -> "Change":
            change = call()
            self._own.update(move.record for move in change.moves)
            self._done.append(change)
            return change

        return super()._do(step, noting, place, pressed=pressed)
