"""The copies in a journal's folder that still hold what was deleted for good."""

import json
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.records.record import RevisionId
from homejournal.domain.safe.deleting_for_good import OldCopy
from homejournal.storage.file.backup_folder import BackupFolder, keys_of
from homejournal.storage.file.connection import has_newer
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.file_encryption import PLAIN, Key, begins_with, is_encrypted, salt_of
from homejournal.storage.file.journal_folder import JournalFolder, remove
from homejournal.storage.journal.media_in_use import named_surely
from homejournal.storage.media.media_folder import MediaFolder
from homejournal.storage.media.sealing import ENDING
from homejournal.storage.records.readable_revisions import BROKEN, open_untouched

if TYPE_CHECKING:
    from homejournal.domain.safe.backups import Backup
    from homejournal.storage.journal.store import Store

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
        DiskError where the folder cannot be read.
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
        return tuple(sorted(found, key=lambda one: (one.made, one.path)))

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
    """Return whether a copy holds any of it; None where it cannot be looked into."""
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
