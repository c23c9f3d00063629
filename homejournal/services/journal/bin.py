"""What was deleted, in sections by kind, and bringing it back whole."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.journal.bin import (
    OF_ALL_CHILDREN,
    BinPage,
    BinSection,
    Deleted,
    is_part,
    stands_on,
)
from homejournal.domain.records.changes import Change
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.notes import AnyNote, Note, PrivateNote, id_with_other_privacy
from homejournal.domain.records.record import Record
from homejournal.services.days.days import Days
from homejournal.services.records.records import Records
from homejournal.services.session import Session

if TYPE_CHECKING:
    from homejournal.storage.journal.bin import Bin as Asked


class Bin:
    """Everything stays here until it is deleted for good."""

    def __init__(self, session: Session, records: Records, days: Days) -> None:
        self._session = session
        self._records = records
        self._days = days

    def page(
        self, child: UUID, section: BinSection, *, before: int | None = None, limit: int = 40
    ) -> BinPage:
        """Return what was deleted of a child and of the whole home, last deleted first.

        The next page begins before `more`. What was deleted as a part of something else stands
        with that, and what belongs to another child is never among it. A note that was made
        private, or no longer private, lives on and is not deleted.
        """
        with self._session.asking() as queries:
            asked = queries.bin()
            found = asked.page(child, section.value, before, limit)
            told = asked.told(found)
            named = {id_ for one in told for id_ in stands_on(one.record)}
            stamps = asked.stamps(named)
            own = [one for one in told if not is_part(one, stamps) and _is_of(asked, one, child)]
            left = [one for one in own if not _was_turned(asked, one)]
        shown = tuple(one for one in left if not self._lives_on(one.record))
        more = found[-1][1] if len(found) == limit else None
        return BinPage(section=section, deleted=shown, more=more)

    def bring_back(self, record: UUID) -> Change:
        """Bring a deleted record back whole, as `Records.restore` does."""
        return self._records.restore(record)

    def moment(self, deleted: Deleted) -> datetime | None:
        """Return when something was deleted, in the family's time zone."""
        at = deleted.at
        return at.astimezone(self._session.clock().tzinfo) if at else None

    def _lives_on(self, record: Record) -> bool:
        """Return whether a note stands under an id that was not made from its own.

        In journals of older versions it is known by its words and by when it was written.
        """
        if not isinstance(record, Note | PrivateNote) or record.written is None:
            return False
        day = self._days.between(record.child, record.day, record.day)
        there: tuple[AnyNote, ...] = (*day.notes, *day.private_notes)
        return any(_same_words(one, record) for one in there)


def _was_turned(asked: "Asked", deleted: Deleted) -> bool:
    """Return whether a note was deleted by making it private, or no longer private.

    Its words may be others since, and the note that it became may be deleted, too.
    """
    if not isinstance(deleted.record, Note | PrivateNote):
        return False
    return deleted.stamp in asked.begun(id_with_other_privacy(deleted.record.id))


def _same_words(note: AnyNote, other: AnyNote) -> bool:
    told = (other.text, other.written, other.practice)
    return (note.text, note.written, note.practice) == told


def _is_of(asked: "Asked", deleted: Deleted, child: UUID) -> bool:
    if kind_of(deleted.record) in OF_ALL_CHILDREN:
        return True
    return asked.owner(deleted.record) in {None, child}
