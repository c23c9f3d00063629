"""The photos of the chosen entry in the Journal: of a practice, and of each of its notes."""

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from homejournal.domain.journal.row_details import JournalRow
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.practices import DayMark
from homejournal.texts.journal import timeline as said
from homejournal.ui.attachments.owners import PhotoPlace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homejournal.domain.records.attachments import Media
    from homejournal.ui.base.desk import Desk


def photos_of(desk: "Desk", row: JournalRow | None) -> "Mapping[UUID, tuple[Media, ...]]":
    """Return the photos of an entry and of its notes, by what each is kept with."""
    return desk.journal.media.of_entries(entries_of(row)) if row is not None else {}


def photo_place(desk: "Desk", row: JournalRow) -> PhotoPlace | None:
    """Return where a photo goes that is added to an entry; None where the entry takes none."""
    record = row.record
    if isinstance(record, DayMark | LifeEvent):
        return None
    if isinstance(record, Note | PrivateNote):
        child = record.child
    elif row.strategy is not None:
        child = row.strategy.child
    else:
        return None
    spare = Note(
        id=uuid4(),
        child=child,
        day=row.day,
        text=desk.wording.text("Photo"),
        strategy=record.strategy,
        helper=desk.helper,
    )
    heading = said.about(desk.wording, row)
    return PhotoPlace(heading=heading, entries=entries_of(row), entry=record, spare=spare)


def entries_of(row: JournalRow) -> tuple[UUID, ...]:
    """Return the record of an entry and the notes on it."""
    return tuple(dict.fromkeys((row.record.id, *(note.id for note in row.notes))))
