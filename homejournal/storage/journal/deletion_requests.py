"""The things that another home asks to delete for good, as they are told before they go."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from homejournal.domain.records.codec import from_fields
from homejournal.domain.records.record import RevisionId
from homejournal.domain.records.revisions import heads_of
from homejournal.domain.safe.deleting_for_good import Thing, deletion_order
from homejournal.storage.deleting.deleting_for_good import records_with
from homejournal.storage.journal.writer import goes_whole
from homejournal.storage.records.projection import Stored
from homejournal.storage.records.revisions import Revisions

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from homejournal.storage.journal.store import Store


def first_things(
    store: "Store", connection: "Connection", ids: Collection[RevisionId], most: int
) -> tuple[Thing, ...]:
    """Return the first of the things that these revisions are about, in the order of telling."""
    known = Revisions(connection, store.keys, store.damage).of(records_with(connection, ids))
    found = [(_goes(ids, stored), goes_whole(ids, stored)) for stored in known.values()]
    found.sort(key=_newness, reverse=True)
    found.sort(key=_place)
    return tuple(_thing(said, whole=whole) for said, whole in found[:most])


def _goes(ids: Collection[RevisionId], stored: Sequence[Stored]) -> Stored:
    """Return what goes of a record: what it says now where that is asked for."""
    said = {one.revision.id: one for one in stored if one.revision.id in ids}
    return said[heads_of([one.revision for one in said.values()])[0].id]


def _newness(found: tuple[Stored, bool]) -> tuple[str, int]:
    return found[0].revision.told().at or "", found[0].seq


def _place(found: tuple[Stored, bool]) -> int:
    return deletion_order(found[0].revision.told().kind)


def _thing(said: Stored, *, whole: bool) -> Thing:
    told = said.revision.told()
    return Thing(record=from_fields(told.kind, told.record, said.fields), whole=whole)
