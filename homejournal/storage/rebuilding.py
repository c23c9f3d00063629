"""A damaged journal built anew, in a file of its own, from everything genuine that was found."""

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.errors import JournalDamagedError
from homejournal.domain.records.record import RevisionId
from homejournal.domain.records.revisions import (
    Revision,
    is_genuine,
    with_more_content,
)
from homejournal.domain.safe.copy_comparison import Origin, records_of, undeleted_heads
from homejournal.storage.file import connection as driver
from homejournal.storage.file.backup_folder import bring
from homejournal.storage.file.disk import disk_errors_named, write_whole
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.file.journal_folder import (
    JournalFolder,
    make_folder,
    make_folder_inside,
    put_in_place,
    remove,
)
from homejournal.storage.journal.check import check
from homejournal.storage.journal.incoming import keep_newer
from homejournal.storage.journal.opening import lay_out
from homejournal.storage.journal.store import Store
from homejournal.storage.journal.writer import Writer
from homejournal.storage.media.media_folder import forget_lists
from homejournal.storage.media.referenced_media import records_in, settings_naming
from homejournal.storage.records import statements as sql
from homejournal.storage.records.readable_revisions import GenuineContents, PurgeAsked
from homejournal.storage.records.settings_and_drafts import (
    all_rows_written,
    drop_drafts_of,
    keep_draft,
)
from homejournal.storage.records.tables import purge_asked


class SourceContents(NamedTuple):
    """What a source holds, such as a folder that is shared, or a sealed file.

    `private` are photos that only private notes had, where the revisions do not say so. `purged` is
    what our own computers are known to have deleted for good, `said_purged` what a file says was,
    which anybody could have made. `journal` and `home` tell whose it is, `for_others` that it is
    for another home or from there; a folder that is shared is known by its key. The settings are
    for a journal that has none of its own, the drafts too. `media` are bytes by their hash.
    """

    revisions: Sequence[Revision] = ()
    private: frozenset[str] = frozenset()
    newer: Sequence[Revision] = ()
    purged: frozenset[RevisionId] = frozenset()
    said_purged: frozenset[RevisionId] = frozenset()
    for_others: bool = False
    origin: Origin = Origin.SHARED
    journal: UUID | None = None
    home: UUID | None = None
    settings: Mapping[str, str] = MappingProxyType({})
    drafts: Mapping[str, str] | None = None
    media: Mapping[str, bytes] = MappingProxyType({})


class CollectedContents:
    """What was brought together, source after source; whoever comes first is heard first."""

    def __init__(self) -> None:
        self.revisions: dict[RevisionId, Revision] = {}
        self.newer: dict[RevisionId, Revision] = {}
        self.purged: set[RevisionId] = set()
        self.asked: dict[tuple[RevisionId, bytes], PurgeAsked] = {}
        self.settings: Mapping[str, str] = {}
        self.private: set[str] = set()
        self.drafts: Mapping[str, str] | None = None
        self.unread: set[RevisionId] = set()
        self.media: dict[str, bytes] = {}

    def add_file(self, file: GenuineContents) -> int:
        """Add what a journal's file holds; return how many revisions no source before had."""
        self._add_newer(file.newer)
        self.purged |= file.purged
        self._ask(file.asked)
        if file.settings.get("id") == self.settings.get("id", file.settings.get("id")):
            self.settings = {**file.settings, **self.settings}  # what a disk changed is left out
        self.private |= records_in(file.settings)
        if self.drafts is None:  # what ended in a newer file does not come from an older one
            self.drafts = file.drafts
        self.unread |= file.unread
        return self.add(file.revisions)

    def _ask(self, asked: Iterable[PurgeAsked]) -> None:
        """Add what other homes ask to delete; what was answered to a home stays so."""
        for one in asked:
            known = self.asked.get((one.id, one.home))
            if known is None or one.declined > known.declined:
                self.asked[one.id, one.home] = one

    def add_held(self, held: SourceContents) -> int:
        """Add the genuine revisions of a source; return how many were new.

        Such a source comes after the journal's own files. Anybody can make such a file, so where it
        says that a current record was deleted for good, the family is asked. From another home only
        missing records come, not its later changes.
        """
        is_theirs = held.for_others and str(held.home) != self.settings.get("home")
        self.private |= held.private
        self._add_newer(filter(is_genuine, held.newer))
        self.media |= held.media
        self.settings = {**held.settings, **self.settings}
        if self.drafts is None:
            self.drafts = held.drafts
        self.purged |= held.purged
        fills_up = is_theirs and bool(self.revisions)
        came = (revision for revision in held.revisions if not fills_up or self._lacks(revision.id))
        added = self.add(filter(is_genuine, came))
        asked = held.said_purged if is_theirs else held.said_purged & self._shown()
        self.purged |= held.said_purged - asked
        if held.home is not None:
            self._ask(PurgeAsked(one, held.home.bytes, 0) for one in asked)
        return added

    def _shown(self) -> set["RevisionId"]:
        heads = undeleted_heads(records_of(self.allowed())).values()
        return {head.id for head in heads if head.fields is not None}

    def _lacks(self, one: "RevisionId") -> bool:
        known = self.revisions.get(one)
        return one in self.unread or (known is not None and known.fields is None)

    def add(self, revisions: Iterable[Revision]) -> int:
        """Add genuine revisions; return how many of them no source before had."""
        more = with_more_content(revisions, self.revisions)
        self.revisions |= {revision.id: revision for revision in more}
        return sum(revision.id not in self.purged for revision in more)

    def _add_newer(self, revisions: Iterable[Revision]) -> None:
        self.newer |= {
            revision.id: revision for revision in with_more_content(revisions, self.newer)
        }

    def allowed(self) -> list[Revision]:
        """Return the revisions; of those that were deleted for good only the envelopes."""
        return [
            replace(revision, salt=None, fields=None) if revision.id in self.purged else revision
            for revision in self.revisions.values()
        ]

    def gone(self) -> set[UUID]:
        """Return the records that were deleted for good."""
        records = records_of(self.allowed())
        gone = {one for one, told in records.items() if self.purged & {it.id for it in told}}
        return gone - undeleted_heads(records).keys()

    @property
    def lost(self) -> int:
        """Return how many revisions are known of and could be read nowhere."""
        return len(self.unread - self.revisions.keys() - self.newer.keys())


def set_aside(folder: JournalFolder, name: str) -> Path | None:
    """Copy the damaged file, and what SQLite and its keys need, untouched into the quarantine.

    Returns the folder of the copies, or None if there is no file. Raises the disk's errors;
    no half of a copy is left then.
    """
    parts = [folder.journal, folder.journal.with_name("journal.hj-journal"), folder.keys]
    there = [part for part in parts if part.is_file()]
    if folder.journal not in there:
        return None
    with disk_errors_named(folder.path):
        try:
            aside = _place_aside(folder, name)
            for path in there:
                bring(path, aside / path.name)
        except BaseException:
            drop_aside(folder, folder.quarantine / name)
            raise
    return aside


def drop_aside(folder: JournalFolder, aside: Path) -> None:
    """Delete the files set aside in one folder, and the quarantine if it is then empty."""
    shutil.rmtree(aside, ignore_errors=True)
    with suppress(OSError):  # it holds what was set aside before
        folder.quarantine.rmdir()


def build_repaired(
    folder: JournalFolder, found: CollectedContents, *, device: UUID, key: Key | None, at: str
) -> Path:
    """Build the journal in a file beside the damaged one, and read it whole.

    Raises JournalDamagedError if it is not sound, and the disk's errors; no file is left then.
    """
    made = folder.journal.with_suffix(".repaired")
    with disk_errors_named(folder.path):
        remove(made)
    store = Store(folder, driver.create(made, key), device=device, write=True, key=key)
    try:
        _fill(store, found, at)
        _must_be_sound(store)
    except BaseException:
        store.close()
        with suppress(OSError):
            remove(made)
        raise
    store.close()
    return made


def _must_be_sound(store: Store) -> None:
    if not check(store).is_sound:
        raise JournalDamagedError(store.folder.path)


def keep_keys_aside(folder: JournalFolder, name: str) -> None:
    """Copy the locked keys into the quarantine, where the journal will have no password any more.

    Raises the disk's errors.
    """
    if folder.keys.is_file():
        with disk_errors_named(folder.path):
            write_whole(_place_aside(folder, name) / folder.keys.name, folder.keys.read_bytes())


def _place_aside(folder: JournalFolder, name: str) -> Path:
    make_folder(folder.quarantine)
    made = folder.quarantine / name
    make_folder_inside(made)
    return made


def put_repaired(folder: JournalFolder, built: Path) -> None:
    """Put a repaired journal in the place of the damaged one, which lies in the quarantine.

    Raises the disk's errors.
    """
    with disk_errors_named(folder.path):
        forget_lists(folder)
        # What SQLite kept beside the damaged file would be written into the new one.
        folder.journal.with_name(f"{folder.journal.name}-journal").unlink(missing_ok=True)
        put_in_place(built, folder.journal)


def _fill(store: Store, found: CollectedContents, at: str) -> None:
    settings = {name: said for name, said in found.settings.items() if name != "projection"}
    asked = {"ids": json.dumps([one.hex() for one in found.purged])}
    with store.transaction() as connection:
        lay_out(connection, settings | settings_naming(found.private))
        connection.execute(sql.refuse, asked)
        requests = [one._asdict() for one in found.asked.values() if one.id not in found.purged]
        if requests:
            connection.execute(purge_asked.insert(), requests)
        keep_newer(connection, found.newer.values())
        for place, text in (found.drafts or {}).items():
            keep_draft(connection, place, text)
        drop_drafts_of(connection, found.gone())
        all_rows_written(connection)
        Writer(store, connection, at).union(list(found.revisions.values()))
