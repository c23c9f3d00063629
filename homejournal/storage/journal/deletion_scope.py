"""What goes with a deletion for good: the records that belong to it, and copies that hold it."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from homejournal.domain.journal.bin import STANDS_ON
from homejournal.domain.records.codec import from_fields
from homejournal.domain.records.kinds import is_of_one_child
from homejournal.domain.records.notes import id_with_other_privacy
from homejournal.domain.records.record import Kind, RevisionId
from homejournal.domain.records.revisions import heads_of
from homejournal.domain.safe.deleting_for_good import (
    KEPT_KINDS,
    HandedOverWords,
    OldCopy,
    Thing,
    deletion_order,
    holds,
    words_in,
)
from homejournal.storage.file.backup_folder import BackupFolder, keys_of
from homejournal.storage.file.connection import has_newer
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.file_encryption import PLAIN, Key, begins_with, is_encrypted, salt_of
from homejournal.storage.file.journal_folder import JournalFolder, remove
from homejournal.storage.journal.deleting import records_with
from homejournal.storage.journal.media_in_use import named_surely
from homejournal.storage.journal.writer import is_whole_record
from homejournal.storage.media.media_folder import ENDING, MediaFolder
from homejournal.storage.records import statements as sql
from homejournal.storage.records.kind_numbers import CODE_OF, KIND_OF
from homejournal.storage.records.projection import Stored
from homejournal.storage.records.readable_revisions import BROKEN, open_untouched
from homejournal.storage.records.revisions import Revisions

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from homejournal.domain.safe.backups import Backup
    from homejournal.storage.journal.store import Store
    from homejournal.storage.records.checked_reads import Damage
    from homejournal.storage.records.revisions import Keys


def first_things(
    store: "Store", connection: "Connection", ids: Collection[RevisionId], most: int
) -> tuple[Thing, ...]:
    """Return the first of the things that these revisions are about, in the order of telling."""
    known = Revisions(connection, store.keys, store.damage).of(records_with(connection, ids))
    found = [(_goes(ids, stored), is_whole_record(ids, stored)) for stored in known.values()]
    found.sort(key=_newness, reverse=True)
    found.sort(key=_place)
    return tuple(_thing(said, whole=whole) for said, whole in found[:most])


def _goes(ids: Collection[RevisionId], stored: Sequence[Stored]) -> Stored:
    """Return the newest of the requested revisions of a record."""
    said = {one.revision.id: one for one in stored if one.revision.id in ids}
    return said[heads_of([one.revision for one in said.values()])[0].id]


def _newness(found: tuple[Stored, bool]) -> tuple[str, int]:
    return found[0].revision.told().at or "", found[0].seq


def _place(found: tuple[Stored, bool]) -> int:
    return deletion_order(found[0].revision.told().kind)


def _thing(said: Stored, *, whole: bool) -> Thing:
    told = said.revision.told()
    return Thing(record=from_fields(told.kind, told.record, said.fields), whole=whole)


_NOTES = (Kind.NOTE, Kind.PRIVATE_NOTE)
_THROUGH = tuple(
    kind
    for kind, fields in STANDS_ON.items()
    if fields != ("strategy",) and not is_of_one_child(kind)
)
"""Kinds whose records are a child's through a chain of others; they are few."""


class RelatedRecords:
    """The questions of one transaction; each answers with ids of records."""

    def __init__(self, connection: "Connection", keys: "Keys", damage: "Damage") -> None:
        self._connection = connection
        self._keys = keys
        self._revisions = Revisions(connection, keys, damage)

    def of_child(self, child: UUID) -> set[UUID]:
        """Return the child's own record and everything that is about it."""
        asked = {"child": self._keys.find(self._connection, [child]).get(child, 0)}
        found = {child, *self._uuids(sql.all_of_child, asked), *self._only_shown_by(child)}
        return self._with_what_stands_on(found, _THROUGH)

    def of_person(self, person: UUID) -> set[UUID]:
        """Return a person's own record, the contacts with them, and the photos of them."""
        found = {person, *self._only_shown_by(person)}
        return self._with_what_stands_on(found, (Kind.CONTACT, Kind.MEDIA))

    def same_notes(self, notes: Collection[UUID]) -> set[UUID]:
        """Return the notes with those deleted ones that are the same under another id.

        A note that was made private, or no longer private, left such a one behind.
        """
        deleted = self._revisions.of(self._uuids(sql.deleted_of_kinds, _kinds(_NOTES)))
        known = self._revisions.of(notes)
        told = [(id_, _texts(stored)) for id_, stored in deleted.items()]
        found = set(notes)
        said = set().union(*(_texts(stored) for stored in known.values()))
        while fresh := {
            id_
            for id_, texts in told
            if id_ not in found and (texts & said or id_with_other_privacy(id_) in found)
        }:
            found |= fresh
            said = said.union(*(texts for id_, texts in told if id_ in fresh))
        return found

    def deleted(self) -> set[UUID]:
        """Return everything that was deleted."""
        return self._uuids(sql.deleted_of_kinds, _kinds(Kind))

    def everything(self) -> set[UUID]:
        """Return all records, standing and deleted."""
        return self._uuids(sql.all_of_kinds, _kinds(Kind))

    def counts(self, records: Iterable[UUID]) -> dict[Kind, int]:
        """Return how many of the records that still say something there are of each kind."""
        asked = {"uuids": json.dumps([record.hex for record in records])}
        rows = self._connection.execute(sql.saying_by_kind, asked)
        return {KIND_OF[code]: number for code, number in rows}

    def kept_with_words(self, records: Collection[UUID]) -> tuple[HandedOverWords, ...]:
        """Return the kept pages and packs, none of the records, on which their words stand."""
        words = {
            word
            for stored in self._revisions.of(records).values()
            for one in stored
            for word in words_in(one.revision.told().kind, one.fields)
        }
        kept = self._uuids(sql.all_of_kinds, _kinds(KEPT_KINDS)) - set(records)
        found = [
            _kept(id_, said[-1])
            for id_, stored in self._revisions.of(kept).items()
            if words and (said := list(_said(stored))) and _any_holds(said, words)
        ]
        return tuple(sorted(found, key=lambda one: (one.made, one.id)))

    def mentions(self, name: str) -> int:
        """Return how many notes that stand have a name in them, however it is accented."""
        phrase = '"{}"'.format(name.replace('"', '""'))
        return int(self._connection.execute(sql.notes_with, {"phrase": phrase}).scalar_one())

    def _only_shown_by(self, person: UUID) -> set[UUID]:
        """Return the photos that a child or helper was ever shown by and that nothing keeps."""
        said = self._revisions.of([person]).get(person, [])
        shown = {UUID(one.fields["photo"]) for one in _said(said) if one.fields.get("photo")}
        found = self._revisions.of(shown)
        return {
            id_ for id_, stored in found.items() if _is_photo(stored) and not _stands_on(stored)
        }

    def _with_what_stands_on(self, found: set[UUID], kinds: Iterable[Kind]) -> set[UUID]:
        stored = self._revisions.of(self._uuids(sql.all_of_kinds, _kinds(kinds)))
        named = {id_: _stands_on(known) for id_, known in stored.items()}
        while fresh := {id_ for id_, on in named.items() if id_ not in found and on & found}:
            found |= fresh
        return found

    def _uuids(self, statement: "Select[Any]", asked: Mapping[str, object]) -> set[UUID]:
        return {
            UUID(bytes=scalar) for scalar in self._connection.execute(statement, asked).scalars()
        }


def _kinds(kinds: Iterable[Kind]) -> dict[str, object]:
    return {"kinds": json.dumps([CODE_OF[kind] for kind in kinds])}


def _said(stored: Iterable[Stored]) -> Iterator[Stored]:
    return (one for one in stored if one.revision.says_something)


def _stands_on(stored: Iterable[Stored]) -> set[UUID]:
    """Return what any version of a record cannot be seen without."""
    return {
        UUID(one.fields[field])
        for one in _said(stored)
        for field in STANDS_ON[one.revision.told().kind]
        if one.fields.get(field)
    }


def _is_photo(stored: Sequence[Stored]) -> bool:
    return stored[0].revision.told().kind is Kind.MEDIA


def _texts(stored: Iterable[Stored]) -> set[tuple[str, str, str]]:
    """Return the versions of a note that was written at a known moment, each by what it says."""
    return {
        (one.fields["child"], one.fields["written"], one.fields["text"])
        for one in _said(stored)
        if one.fields.get("written") and "text" in one.fields
    }


def _any_holds(said: Iterable[Stored], words: Collection[str]) -> bool:
    return any(holds(stored.fields, words) for stored in said)


def _kept(id_: UUID, said: Stored) -> HandedOverWords:
    return HandedOverWords(
        id=id_,
        kind=said.revision.told().kind,
        child=UUID(said.fields["child"]),
        made=datetime.fromisoformat(said.fields["made"]),
    )


# By the record first: a copy has no index of the revisions' ids alone. The plus keeps SQLite from
# trying each id with each record.
_HOLDS = """
SELECT EXISTS (
  SELECT 1 FROM key JOIN revision ON revision.record = key.id
  WHERE key.uuid IN (SELECT unhex(value) FROM json_each(:records))
    AND +revision.id IN (SELECT unhex(value) FROM json_each(:ids))
    AND revision.fields IS NOT NULL)
"""


_HOLDS_NEWER = """
SELECT EXISTS (
  SELECT 1 FROM newer
  WHERE id IN (SELECT unhex(value) FROM json_each(:ids)) AND fields IS NOT NULL)
"""


class Copies:
    """All copies that this computer reaches: beside the journal, set aside, and at other places."""

    def __init__(self, store: "Store", elsewhere: Iterable[BackupFolder] = ()) -> None:
        self._store = store
        self._places = (BackupFolder(store.folder.backups), *elsewhere)

    def holding(
        self, gone: Mapping[UUID, Collection[RevisionId]], newer: Collection[RevisionId] = ()
    ) -> tuple[OldCopy, ...]:
        """Return the copies that hold the content of these revisions, or may; the oldest first.

        Those of no known record waited for a newer homejournal, and wait in a copy, too. Raises
        DiskError if the folder cannot be read.
        """
        asked = {
            "records": json.dumps([record.hex for record in gone]),
            "ids": json.dumps([id_.hex() for ids in (*gone.values(), newer) for id_ in ids]),
        }
        with disk_errors_named(self._store.folder.path):
            known = {copy.path: copy for place in self._places for copy in place.copies()}
            found = [
                _old_copy(path, known.get(path), sure=holds is not None)
                for path in (_beside(self._store.folder) | known.keys() if gone or newer else ())
                if (holds := _holds(path, asked, self._store.key)) is not False
            ]
        return tuple(sorted(found, key=lambda old_copy: (old_copy.made, old_copy.path)))

    def drop(self, copies: Iterable[OldCopy]) -> None:
        """Delete copies with their keys; one that is gone already is well. Raises DiskError."""
        with disk_errors_named(self._store.folder.path):
            for copy in copies:
                remove(copy.path)
                keys_of(copy.path).unlink(missing_ok=True)

    def drop_loose_media(self, left: Collection[OldCopy]) -> None:
        """Delete the pictures and hand-outs beside the copies that the journal does not name.

        Copies name no more than the journal does, once none of them holds what was deleted for
        good. What is `left` of those that cannot be looked into names what has a form like theirs:
        sealed under their key, or plain. Nothing is deleted where a damage was found, nor where a
        copy is left that surely holds some. Raises DiskError.
        """
        if any(copy.sure for copy in left):
            return
        media = MediaFolder(self._store.folder, self._store.key)
        named = {name for sha256 in named_surely(self._store) for name in media.names(sha256)}
        with disk_errors_named(self._store.folder.path):
            forms = {begins_with(copy.path) for copy in left}
            for place in () if self._store.damage.found else self._places:
                loose = MediaFolder(JournalFolder(place.path), self._store.key)
                names = sorted(loose.lying() - named)
                place.forget_media(one for one in names if self._may_go(loose, one, forms))

    def _may_go(self, loose: MediaFolder, name: str, forms: Collection[bytes]) -> bool:
        """Return whether no copy that begins in one of these ways can name a file."""
        if not forms:
            return True
        if not name.endswith(ENDING):
            return PLAIN not in forms
        key = self._store.key
        return key is not None and salt_of(key) not in forms and loose.is_ours(name)


def _beside(folder: JournalFolder) -> set[Path]:
    """Return what may be a copy: beside the journal, set aside, or begun and never finished."""
    own = {folder.journal, folder.lock, folder.path / f"{folder.journal.name}-journal"}
    return {
        path
        for place, pattern in (
            (folder.path, "*.hj"),
            (folder.path, "journal.*"),  # also what was begun: .new, .rebuilt, .turned, .repaired
            (folder.backups, "*.hj"),
            (folder.backups, ".new-*"),
            (folder.quarantine, "**/*"),
        )
        for path in place.glob(pattern)
        if path not in own and path.is_file() and not path.is_symlink()
    }


def _holds(path: Path, asked: dict[str, str], key: Key | None) -> bool | None:
    """Return whether a copy holds any of it; None if it cannot be looked into."""
    try:
        opened = open_untouched(path, key if is_encrypted(path) else None)
        with closing(opened) as connection:
            questions = [_HOLDS_NEWER, _HOLDS] if has_newer(connection) else [_HOLDS]
            return any(connection.execute(question, asked).fetchone()[0] for question in questions)
    except (OSError, *BROKEN):
        return None


def _old_copy(path: Path, known: "Backup | None", *, sure: bool) -> OldCopy:
    if known is None:
        return OldCopy(path=path, made=_changed(path), sure=sure)
    return OldCopy(path=path, made=known.made, place=known.place, sure=sure)


def _changed(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
