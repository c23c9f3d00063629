"""What is asked of the records that were deleted: of all kinds, page by page, and their parts."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.journal.bin import Deleted, Stamp, is_part, kinds_on, stands_on
from homejournal.domain.records.codec import from_fields
from homejournal.domain.records.kinds import kind_of, references_of
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.revisions import Op, heads_of, last_content
from homejournal.storage.records import statements as sql
from homejournal.storage.records.kind_numbers import CODE_OF
from homejournal.storage.records.projection import Stored, fields_of
from homejournal.storage.records.revisions import Revisions

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from homejournal.storage.records.hash_check import Damage
    from homejournal.storage.records.record_numbers import Keys

_NEWEST = 1 << 62


class Bin:
    """The questions of one transaction."""

    def __init__(self, connection: "Connection", keys: "Keys", damage: "Damage") -> None:
        self._connection = connection
        self._keys = keys
        self._revisions = Revisions(connection, keys, damage)

    def page(
        self, child: UUID, kinds: Iterable[Kind], before: int | None, limit: int
    ) -> list[tuple[UUID, int]]:
        """Return deleted records with their places, last deleted first; the child's or nobody's."""
        asked = {
            "child": self._keys.find(self._connection, [child]).get(child, 0),
            "kinds": _codes(kinds),
            "before": _NEWEST if before is None else before,
            "limit": limit,
        }
        rows = self._connection.execute(sql.deleted_page, asked)
        return [(UUID(bytes=uuid), rev) for uuid, rev in rows]

    def told(self, found: Iterable[tuple[UUID, int]]) -> list[Deleted]:
        """Return what these were, of those of which content is here."""
        places = dict(found)
        stored = self._revisions.of(places)
        told = []
        for record, place in places.items():
            said = _said(stored.get(record, []))
            if said is not None:
                stamp = _stamp(stored[record])
                told.append(Deleted(record=said, stamp=stamp, place=place))
        return told

    def stamps(self, ids: Iterable[UUID]) -> dict[UUID, Stamp]:
        """Return when those of the records were deleted that are deleted."""
        return {
            record: _stamp(stored)
            for record, stored in self._revisions.of(ids).items()
            if _is_deleted(stored)
        }

    def begun(self, record: UUID) -> frozenset[Stamp]:
        """Return when a record was written, each time, whatever became of it."""
        told = (one.revision.told() for one in self._revisions.of([record]).get(record, []))
        return frozenset((one.device, one.at) for one in told if one.op is Op.PUT)

    def whole(self, record: UUID) -> list[Record]:
        """Return a deleted record with all that was deleted as a part of it, and what it stands on.

        Empty where nothing is known of it.
        """
        whole = self.with_parts(record)
        return [one.record for one in (*self._below(whole), *whole)]

    def with_parts(self, record: UUID) -> list[Deleted]:
        """Return a deleted record with all that was deleted as a part of it."""
        whole = self.told([(record, 0)])
        for one in whole:  # grows while its parts' parts are found
            known = {other.record.id for other in whole}
            whole += [part for part in self._parts(one) if part.record.id not in known]
        return whole

    def _parts(self, whole: Deleted) -> list[Deleted]:
        kinds = kinds_on(kind_of(whole.record))
        asked = {"kinds": _codes(kinds)}
        rows = self._connection.execute(sql.deleted_of_kinds, asked).scalars()
        stamps = {whole.record.id: whole.stamp}
        found = self.told((UUID(bytes=uuid), 0) for uuid in rows)
        return [part for part in found if is_part(part, stamps)]

    def _below(self, whole: list[Deleted]) -> list[Deleted]:
        """Return the deleted records without which these could not be seen."""
        known = {one.record.id for one in whole}
        named = {id_ for one in whole for id_ in stands_on(one.record)} - known
        below = self.told((id_, 0) for id_ in self.stamps(named))
        return [*self._below(below), *below] if below else []

    def record(self, id_: UUID) -> Record | None:
        """Return a record that stands, or as it was last where it is deleted."""
        return _said(self._revisions.of([id_]).get(id_, []))

    def owner(self, record: Record) -> UUID | None:
        """Return the child that a record belongs to, also through what it names; None: nobody's."""
        own = getattr(record, "child", None)
        if isinstance(own, UUID):
            return own
        for kind, named in references_of(record):
            # The photo of a person names the person again.
            owner = self.record(named) if kind is not Kind.MEDIA else None
            found = self.owner(owner) if owner is not None else None
            if found is not None:
                return found
        return None


def _codes(kinds: Iterable[Kind]) -> str:
    return json.dumps([CODE_OF[kind] for kind in kinds])


def _is_deleted(stored: list[Stored]) -> bool:
    return heads_of([one.revision for one in stored])[0].told().op is Op.DELETE


def _stamp(stored: list[Stored]) -> Stamp:
    told = heads_of([one.revision for one in stored])[0].told()
    return told.device, told.at


def _said(stored: list[Stored]) -> Record | None:
    revisions = [one.revision for one in stored]
    if not revisions:
        return None
    heads = heads_of(revisions)
    shown = heads[0] if heads[0].says_something else last_content(revisions)
    if shown is None:
        return None
    told = shown.told()
    return from_fields(told.kind, told.record, fields_of(shown))
