"""How routines are for the family and how sure it feels: written once a week at most."""

from collections.abc import Sequence
from uuid import UUID

from homejournal.domain.journal.feelings import Feeling, newest_first, of_same_week
from homejournal.domain.records.changes import Change
from homejournal.domain.records.ladders import ConfidenceRating, RoutineRating
from homejournal.domain.records.record import Kind
from homejournal.services.records.records import Records
from homejournal.services.session import Session


class Feelings:
    """What the family says of itself; nothing reminds of it, and nobody is compared."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    def of(self, child: UUID) -> tuple[Feeling, ...]:
        """Return all that was said around a child, the newest first."""
        kinds = (Kind.ROUTINE_RATING, Kind.CONFIDENCE_RATING)
        found = (one for kind in kinds for one in self._records.all_of(kind, child=child))
        return newest_first(
            one for one in found if isinstance(one, RoutineRating | ConfidenceRating)
        )

    def of_same_week(self, new: Sequence[Feeling]) -> tuple[Feeling, ...]:
        """Return what these would replace: what the same person said of the same in that week."""
        start = self._session.settings.week_start
        return tuple(old for one in new for old in of_same_week(self.of(one.child), one, start))

    def save(self, new: Sequence[Feeling]) -> Change:
        """Write what was said, in the place of what was said in the same week, as one step."""
        replaced = [one.id for one in self.of_same_week(new)]
        with self._session.step() as step:
            step.did(step.writer.put(new))
            step.did(step.writer.delete(replaced))
        return step.change
