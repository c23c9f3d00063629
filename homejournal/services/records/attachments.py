"""Pictures and hand-outs that are kept with a strategy, and photos with an entry."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import cast
from uuid import UUID, uuid4

from homejournal.domain.errors import (
    JournalReadOnlyError,
    MediaMissingError,
    MediaRefusal,
    MediaRefusedError,
)
from homejournal.domain.records.changes import Change
from homejournal.domain.records.children import Child
from homejournal.domain.records.media_and_papers import Media as MediaRecord
from homejournal.domain.records.media_and_papers import kept_with
from homejournal.domain.records.notes import AnyNote
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.record import Kind
from homejournal.domain.text_rules import NAME_LETTERS
from homejournal.exchange.media_files import MOST_BYTES, KeptFile, kept_file, square_picture
from homejournal.exchange.read_and_save import read_chosen
from homejournal.services.records.records import Records
from homejournal.services.session import Session
from homejournal.storage.media.media_folder import MediaFolder

PORTRAIT_SIDE = 480
"""Pixels of a child's photo: more is nowhere shown."""


class Media:
    """What is kept beside the journal's file; a record names each."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    @property
    def _folder(self) -> MediaFolder:
        return self._session.store.own_media()

    def of_strategies(self, strategies: Iterable[UUID]) -> dict[UUID, tuple[MediaRecord, ...]]:
        """Return what is kept with each of these strategies, in the order of arrival."""
        found: dict[UUID, list[MediaRecord]] = {strategy: [] for strategy in strategies}
        for record in self._records.all_of(Kind.MEDIA):
            if isinstance(record, MediaRecord) and record.strategy in found:
                found[record.strategy].append(record)
        return {one: tuple(kept) for one, kept in found.items()}

    def of_entries(self, entries: Iterable[UUID]) -> dict[UUID, tuple[MediaRecord, ...]]:
        """Return what is kept with each of these practices and notes, in the order of arrival.

        An entry without photos is not among them.
        """
        found: dict[UUID, list[MediaRecord]] = {}
        with self._session.asking() as queries:
            for photo in queries.photos_on(entries):
                found.setdefault(cast("UUID", photo.entry), []).append(photo)
        return {entry: tuple(kept) for entry, kept in found.items()}

    def put(self, file: KeptFile, name: str, strategy: UUID) -> MediaRecord:
        """Keep the bytes of a file, and return the record that is to name them.

        Raises JournalReadOnlyError, DiskFullError or DiskError.
        """
        return replace(self._put(file, name), strategy=strategy)

    def put_photo(self, file: KeptFile, name: str, entry: Practice | AnyNote) -> MediaRecord:
        """Keep the bytes of a photo of an entry, and return the record that is to name them.

        Raises JournalReadOnlyError, DiskFullError or DiskError.
        """
        return kept_with(self._put(file, name), entry)

    def put_portrait(self, file: KeptFile, name: str, child: UUID) -> MediaRecord:
        """Keep the middle of a photo for a child, and return the record that is to name it.

        Raises MediaRefusedError of a hand-out, and what `put` raises.
        """
        square = replace(file, data=square_picture(file.data, PORTRAIT_SIDE))
        return replace(self._put(square, name), child=child)

    def show_portrait(self, child: Child, photo: MediaRecord | None) -> Change:
        """Let a photo stand for a child, or none; the one before goes. One step."""
        made = (photo,) if photo is not None else ()
        with self._session.step() as step:
            shown = replace(child, photo=photo.id if photo is not None else None)
            step.did(step.writer.put((*made, shown)))
            if child.photo is not None:
                step.did(step.writer.delete([child.photo]))
        return step.change

    def portrait(self, child: Child) -> bytes | None:
        """Return the photo that stands for a child, as a JPEG; None if it is not here."""
        record = self._records.get(child.photo) if child.photo is not None else None
        if not isinstance(record, MediaRecord):
            return None
        try:
            return self.read(record)
        except MediaMissingError:
            return None

    def _put(self, file: KeptFile, name: str) -> MediaRecord:
        if not self._session.store.write:
            raise JournalReadOnlyError(self._session.store.folder.path)
        sha256 = self._folder.put(file.data)
        self._session.store.media.waits(sha256)
        return MediaRecord(id=uuid4(), sha256=sha256, name=_file_name(name), type=file.type)

    def add_with_note(self, note: AnyNote, *records: MediaRecord) -> Change:
        """Keep photos with a note that is new with them; one step."""
        written = note.written or self._session.clock()
        return self._records.save(replace(note, written=written), *records)

    def add(self, *records: MediaRecord) -> Change:
        """Keep these where they say, or under other names than before; one step."""
        return self._records.save(*records)

    def remove(self, record: MediaRecord) -> Change:
        """Keep it no longer; its bytes stay while it can be brought back."""
        return self._records.delete(record.id)

    def removed(self, owners: Iterable[UUID]) -> list[MediaRecord]:
        """Return what was kept with these strategies or entries and removed, last removed first."""
        with self._session.asking() as queries:
            found = queries.removed_media(owners)
        return [media for media in found if isinstance(media, MediaRecord)]

    def bring_back(self, record: MediaRecord) -> Change:
        """Restore a removed file; raises RecordMissingError if it was deleted for good."""
        return self._records.restore(record.id)

    def delete_for_good(self, record: MediaRecord) -> None:
        """Delete a removed picture for good, with its name and its bytes.

        Bytes that something else names stay. Raises StaleChangeError if the picture was restored.
        """
        from homejournal.storage.journal.deleting import forget
        from homejournal.storage.journal.media_in_use import drop_deleted

        store = self._session.store
        with store.transaction() as connection:
            forget(store, connection, [record.id])
        drop_deleted(store)

    def read(self, record: MediaRecord) -> bytes:
        """Return the bytes; raises MediaMissingError if they are not there, or damaged."""
        return self._folder.get(record.sha256)

    def drop_unused(self) -> None:
        """Delete the bytes that were put since the journal was opened and that nothing names.

        What was deleted for good goes, too; nothing if a damage was found. Raises DiskError.
        """
        from homejournal.storage.journal.media_in_use import drop_unused

        drop_unused(self._session.store)


def read_media_file(path: Path) -> KeptFile:
    """Return what the journal would keep of a file on the disk; any thread may call this.

    Raises MediaRefusedError; of a file that is too large no more than the limit is read, and what
    is no ordinary file is never opened: a pipe would wait for ever, and a device has no end.
    """
    try:
        if path.exists() and not path.is_file():
            raise MediaRefusedError(MediaRefusal.NO_FILE)
        data = read_chosen(path, MOST_BYTES + 1)
    except OSError as error:
        raise MediaRefusedError(MediaRefusal.UNREADABLE) from error
    return kept_file(data)


def _file_name(name: str) -> str:
    """Return a name to show, without a folder and not too long."""
    plain = " ".join(Path(name.replace("\\", "/")).name.split())
    return plain[-NAME_LETTERS:] or "?"
