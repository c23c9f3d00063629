"""Deleting for good: of a revision its envelope stays, and nothing of what it said.

So every journal still knows that the record was deleted, and by which revision. The ids of such
revisions stand in `purged`: their content is refused for ever, whoever brings it. A whole journal
is overwritten with all that the program put in its folder, and nothing of it stays.
"""

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import DiskFullError, JournalBusyError, StaleChangeError
from homejournal.domain.records.changes import Move
from homejournal.domain.records.record import RevisionId
from homejournal.domain.records.revisions import FROM_FILE, Op, Revision
from homejournal.domain.sharing.outgoing import is_about_photo, media_named
from homejournal.durable_writes import sync_folder, sync_written
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.media.referenced_media import (
    private_among,
    remember,
    settings_for,
    settings_naming,
    will_go,
)
from homejournal.storage.records import statements as sql
from homejournal.storage.records.projection import Stored
from homejournal.storage.records.revisions import Known, Planned, Revisions, heads_now, plan, write
from homejournal.storage.records.settings_and_drafts import rows_written

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from homejournal.storage.journal.open_journal import OpenJournal


_STEP = 1 << 20
_ALSO = (
    "*.hj",
    "*.hj-journal",
    "journal.*",
    ".new-*",
    "*.new",
    "keys.json",
    "proof.json",
    "reserve.bin",
    "show",
)
"""Everything that this program, or a cloud beside it, makes of a journal in its folder."""


def erase(folder: JournalFolder, copies: Iterable[Path] = ()) -> None:
    """Delete the journal in a folder with all that belongs to it, and folders of copies elsewhere.

    Files are overwritten before they go, where the disk allows it. The journal itself goes last:
    where this is cut off, the journal opens again and shows that it is not done. What somebody
    else laid into the folder stays. Raises DiskError or JournalReadOnlyError.
    """
    with disk_errors_named(folder.path):
        ours = (folder.quarantine, folder.backups, folder.repaired_media, folder.media)
        for part in (*copies, *ours):
            _erase_folder(part)
        for file in sorted(_files(folder), key=lambda path: path == folder.journal):
            _erase_file(file)
        sync_folder(folder.path)


def remove_empty(folder: JournalFolder) -> bool:
    """Delete the lock's file and the folder, if nothing else is in it; return whether it went."""
    with suppress(OSError):
        folder.lock.unlink(missing_ok=True)
        folder.path.rmdir()
        return True
    return False


def _files(folder: JournalFolder) -> Iterator[Path]:
    found = {path for pattern in _ALSO for path in folder.path.glob(pattern)}
    yield from (path for path in found - {folder.lock} if path.is_file() or path.is_symlink())


def _erase_folder(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        for file in path.rglob("*"):
            if file.is_file() and not file.is_symlink():
                _overwrite(file)
        shutil.rmtree(path)


def _erase_file(path: Path) -> None:
    if path.is_file() and not path.is_symlink():
        _overwrite(path)
    path.unlink(missing_ok=True)


def _overwrite(path: Path) -> None:
    """Write zeros over a file's bytes; a disk that keeps old blocks elsewhere keeps them still."""
    if path.stat().st_nlink > 1:  # the same bytes under another name, which goes by itself
        return
    with path.open("r+b", buffering=0) as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(bytes(min(_STEP, left)))
        sync_written(file)


_ID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Deletion:
    """What goes, and all that is written with it."""

    ids: frozenset[RevisionId]
    planned: Planned
    private: Mapping[str, str]
    """The settings that tell of photos which only private notes had."""
    media: frozenset[str]
    """The hashes of the photos and hand-outs that they named."""


def deletion_of(known: Known, ids: Collection[RevisionId], planned: Planned) -> Deletion:
    """Return the deletion of these revisions of known records, with the planned writes."""
    gone = frozenset(ids)
    named = media_named(
        one.revision for stored in known.values() for one in stored if one.revision.id in gone
    )
    return Deletion(gone, planned, settings_for(known), frozenset(named))


def purge(
    store: "OpenJournal", connection: "Connection", ids: Collection[RevisionId]
) -> tuple[Move, ...]:
    """Take out what these revisions said, in the caller's transaction; return what was touched.

    An id that is not here yet is remembered, too. Raises JournalDamagedError if a revision of
    one of the records is not genuine; nothing is written then.
    """
    known = Revisions(connection, store.keys, store.damage).of(records_with(connection, ids))
    store.damage.refuse()
    gone = frozenset(ids)
    planned = plan(connection, store.keys, (), known, gone)
    return take_away(store, connection, deletion_of(known, gone, planned))


def take_away(store: "OpenJournal", connection: "Connection", goes: Deletion) -> tuple[Move, ...]:
    """Carry out a deletion in the caller's transaction; return the touched records."""
    asked = {"ids": _listed(goes.ids)}
    connection.execute(sql.refuse, asked)
    connection.execute(sql.drop_asked, asked)
    rows_written(connection, "purged", "purge_asked")
    remember(connection, goes.private)
    will_go(connection, goes.media)
    moves = write(connection, store.keys, goes.planned)
    purge_newer(connection)
    return moves


def refused_will_go(
    store: "OpenJournal", connection: "Connection", revisions: Iterable[Revision]
) -> None:
    """Let the bytes go that came with content that is refused, in the caller's transaction."""
    about = [revision for revision in revisions if is_about_photo(revision)]
    if about:
        asked = {"ids": _listed(one.id for one in about)}
        refused = frozenset(connection.execute(sql.purged_among, asked).scalars())
        named = media_named(one for one in about if one.id in refused)
        folder = store.own_media()
        will_go(connection, [one for one in named if folder.size(one) is not None])


def purge_newer(connection: "Connection") -> None:
    """Take out what was deleted for good of all that waits here for a newer homejournal."""
    waiting = [
        Revision(id=row.id, envelope=row.envelope, salt=row.salt, fields=row.fields)
        for row in connection.execute(sql.loud_newer)
    ]
    remember(connection, settings_naming(private_among(waiting)))
    will_go(connection, media_named(waiting))
    connection.execute(sql.silence_newer)
    rows_written(connection, "newer")


def refuse_contents(connection: "Connection", ids: Collection[RevisionId]) -> None:
    """Refuse the content of these revisions from now on; what is here of them stays."""
    connection.execute(sql.refuse, {"ids": _listed(ids)})
    rows_written(connection, "purged")


def forget(store: "OpenJournal", connection: "Connection", records: Iterable[UUID]) -> None:
    """Remove all content of these deleted records, in the caller's transaction.

    Raises StaleChangeError if one of them is not deleted, and JournalDamagedError if a revision is
    not genuine; nothing is written then.
    """
    known = Revisions(connection, store.keys, store.damage).of(records)
    store.damage.refuse()
    if any(heads_now(stored)[0].says_something for stored in known.values()):
        raise StaleChangeError
    purge(store, connection, [one for stored in known.values() for one in puts_of(stored)])


def records_with(connection: "Connection", ids: Iterable[RevisionId]) -> list[UUID]:
    """Return the records of those of the revisions that are here."""
    found = connection.execute(sql.records_of, {"ids": _listed(ids)}).scalars()
    return [UUID(bytes=uuid) for uuid in found]


def leave_no_trace(store: "OpenJournal") -> None:
    """Write the file anew, so that no page keeps what stood in it once.

    What was deleted is overwritten with zeros as it goes; this also covers what SQLite moved about
    inside the file before. Where another program reads, or the disk is full, that must suffice.
    """
    with suppress(JournalBusyError, DiskFullError), disk_errors_named(store.folder.path):
        store.bare.execute("VACUUM")
        store.wrote()


def newer_about(connection: "Connection", records: Iterable[UUID]) -> list[RevisionId]:
    """Return what waits for a newer homejournal and names one of these records."""
    asked = {"names": json.dumps([str(record) for record in records])}
    return list(connection.execute(sql.newer_about, asked).scalars())


def shown_among(
    store: "OpenJournal", connection: "Connection", ids: Collection[RevisionId]
) -> frozenset[RevisionId]:
    """Return those of the revisions that say what a record says now."""
    known = Revisions(connection, store.keys, store.damage).of(records_with(connection, ids))
    heads = (head for stored in known.values() for head in heads_now(stored))
    return frozenset(head.id for head in heads if head.says_something) & frozenset(ids)


def puts_of(stored: Iterable[Stored]) -> list[RevisionId]:
    """Return the revisions that say or said something; a deletion says nothing."""
    return [one.revision.id for one in stored if one.revision.told().op is Op.PUT]


def acceptable(
    connection: "Connection",
    revisions: Sequence[Revision],
    known: Known,
    refused: Collection[RevisionId] = (),
) -> tuple[list[Revision], dict[str, str]]:
    """Return incoming revisions, reduced to envelopes if they were deleted for good.

    Those about to be `refused` count as deleted for good, too. What they tell about private photos
    is returned as settings to store.

    A revision without its history is left out entirely if any revision of its record was deleted
    for good, because it might hold the same words.
    """
    standing = {one.revision.id: record for record, stored in known.items() for one in stored}
    ids = {*standing, *(revision.id for revision in revisions)}
    purged = ids.intersection(refused)
    purged.update(connection.execute(sql.purged_among, {"ids": _listed(ids)}).scalars())
    if not purged:
        return list(revisions), {}
    private = private_among(one for one in revisions if one.id in purged)
    touched = {standing[one] for one in purged & standing.keys()}
    accepted = [
        one.without_content() if one.id in purged else one
        for one in revisions
        if one.id in standing or not _is_bare(one, touched)
    ]
    return accepted, settings_naming(private)


def purged_ids(connection: "Connection") -> frozenset[RevisionId]:
    """Return all revisions whose content is refused."""
    return frozenset(connection.execute(sql.every_purged).scalars())


def record_request(connection: "Connection", ids: Collection[RevisionId], home: UUID) -> None:
    """Remember that another home asks to delete these for good.

    What was answered to it stays so, and to each of several homes the family answers apart.
    """
    asked = {"ids": _listed(ids), "home": home.bytes}
    connection.execute(sql.ask_purge, asked)
    rows_written(connection, "purge_asked")


def decline(connection: "Connection", home: UUID) -> None:
    """Keep what a home asks to delete; it is not asked again for the same."""
    connection.execute(sql.decline_purge, {"of_home": home.bytes})
    rows_written(connection, "purge_asked")


def asked(connection: "Connection") -> dict[UUID, list[RevisionId]]:
    """Return the open requests by home, limited to revisions whose content is here."""
    found: dict[UUID, list[RevisionId]] = {}
    if connection.execute(sql.any_asked).first() is None:
        return found  # nearly always; what is asked for is looked for among all revisions
    for home, id_ in connection.execute(sql.open_asked):
        if len(home) == _ID_BYTES:  # what a disk changed is nobody's request
            found.setdefault(UUID(bytes=home), []).append(id_)
    return found


def asked_ids(connection: "Connection", home: UUID) -> list[RevisionId]:
    """Return all that a home asks for and that was not answered, also what is not here yet."""
    return list(connection.execute(sql.asked_of, {"of_home": home.bytes}).scalars())


def _is_bare(revision: Revision, touched: set[UUID]) -> bool:
    told = revision.told()
    return told.device == FROM_FILE and not told.parents and told.record in touched


def _listed(ids: Iterable[RevisionId]) -> str:
    return json.dumps([id_.hex() for id_ in ids])


def holding_records(connection: "Connection") -> dict[UUID, list[RevisionId]]:
    """Return the revisions that were deleted for good and whose envelopes are here, by record."""
    found: dict[UUID, list[RevisionId]] = {}
    for uuid, id_ in connection.execute(sql.purged_here):
        found.setdefault(UUID(bytes=uuid), []).append(id_)
    return found


def holding_newer(connection: "Connection") -> list[RevisionId]:
    """Return what was deleted for good of all that waits here for a newer homejournal."""
    return list(connection.execute(sql.purged_newer).scalars())
