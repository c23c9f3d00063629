"""Deleting for good: what goes with it, copies that hold it, and what other homes ask for."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from homejournal.domain.errors import StaleChangeError
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.record import Kind, RevisionId
from homejournal.domain.records.revisions import Revision
from homejournal.domain.safe.deleting_for_good import (
    DeletionPreview,
    OldCopy,
    PurgeRequest,
)
from homejournal.domain.sharing.incoming import kept_out, referenced_records
from homejournal.services.records.records import Records
from homejournal.services.safe.unlocking import key_copies
from homejournal.services.session import Session
from homejournal.storage.file.file_encryption import begins_with, looks_encrypted
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.file.known_journals import forget_folders
from homejournal.storage.file.writer_lock import WriterLock
from homejournal.storage.journal.deleting import (
    erase,
    holding_newer,
    holding_records,
    leave_no_trace,
    purged_ids,
    record_request,
    remove_empty,
    shown_among,
    take_away,
)
from homejournal.storage.journal.deletion_scope import Copies, RelatedRecords, first_things
from homejournal.storage.journal.media_in_use import drop_deleted
from homejournal.storage.records.revisions import ids_of
from homejournal.storage.records.settings_and_drafts import drop_drafts_of

if TYPE_CHECKING:
    from homejournal.services.safe.copies.backups import Backups
    from homejournal.services.safe.copies.second_place import SecondPlace
    from homejournal.storage.journal.deleting import Deletion
    from homejournal.storage.journal.prepared_writes import PreparedDeletion
    from homejournal.storage.journal.store import Store
    from homejournal.storage.journal.transaction import Step
    from homejournal.storage.journal.writer import Writer


def forget_journal(computer: Path | None, journal: UUID, begins: bytes | None = None) -> None:
    """Remember no more, in the folder of this computer's settings, where a deleted journal lay.

    The locked keys of a file that begins so go, too: no copy is left that they would open.
    """
    if computer is None:
        return
    forget_folders(computer, journal)
    if begins is not None:
        key_copies(computer).drop(begins)


def encrypted_head(folder: Path) -> bytes | None:
    """Return how the encrypted journal in a folder begins, before it goes; None if none is."""
    journal = JournalFolder(folder).journal
    with suppress(OSError):
        if looks_encrypted(journal):
            return begins_with(journal)
    return None


def erase_journal(folder: Path, copies: Iterable[Path] = ()) -> bool:
    """Delete the closed journal in a folder, with its copies there and in folders elsewhere.

    Returns whether the folder is gone, too: what somebody else laid into it stays. Raises
    JournalBusyError if a window still has the journal open, JournalReadOnlyError or DiskError.
    """
    found = JournalFolder(folder)
    lock = WriterLock(found.lock)
    lock.take()
    try:
        erase(found, copies)
    finally:
        lock.release()
    return remove_empty(found)


def without_deleted(
    journal: Path, key: bytes | None, revisions: Sequence[Revision], own: Collection[UUID] = ()
) -> list[Revision]:
    """Return another home's revisions, with the envelopes alone of what was deleted for good here.

    What a computer among our `own` wrote comes whole. Raises what reading the journal's file
    raises.
    """
    from homejournal.storage.journal.outgoing import left_of_records

    ours = {str(device) for device in own}
    theirs = [revision for revision in revisions if revision.told().device not in ours]
    away = kept_out(theirs, left_of_records(journal, key, referenced_records(theirs)))
    return [
        revision.without_content() if revision.id in away else revision for revision in revisions
    ]


MOST_TOLD = 10
"""So many things are told one by one before somebody agrees; of others how many there are."""


def open_requests(store: "Store") -> tuple[PurgeRequest, ...]:
    """Return what other homes ask to delete and nobody answered, one for each home."""
    from homejournal.storage.journal.deleting import asked, records_with

    with store.reading() as connection:
        found = asked(connection)
        records = {home: records_with(connection, ids) for home, ids in found.items()}
        homes = Counter(record for asked_for in records.values() for record in asked_for)
        asked_twice = {record for record, times in homes.items() if times > 1}
        asking = RelatedRecords(connection, store.keys, store.damage)
        return tuple(
            PurgeRequest(
                home=home,
                ids=tuple(ids),
                counts=asking.counts(records[home]),
                shared=asking.counts(asked_twice.intersection(records[home])),
            )
            for home, ids in found.items()
        )


def requested_deletion(store: "Store", home: UUID) -> DeletionPreview:
    """Return what goes if the family agrees to a home's present request.

    Later requests are asked about separately. Kept pages with the same words stay.
    """
    from homejournal.storage.journal.deleting import asked, asked_ids, records_with

    with store.reading() as connection:
        ids = frozenset(asked(connection).get(home, ()))
        records = tuple(sorted(records_with(connection, ids)))
        asking = RelatedRecords(connection, store.keys, store.damage)
        return DeletionPreview(
            records=records,
            counts=asking.counts(records),
            kept=asking.kept_with_words(records),
            asked=frozenset(asked_ids(connection, home)),
            first=first_things(store, connection, ids, MOST_TOLD),
        )


_SMALL = 8 << 20
"""A file of so many bytes is written anew in the twinkling of an eye."""


class Purging:
    """What is deleted here cannot be brought back; so everything is asked and told before."""

    def __init__(self, session: Session, records: Records, backups: "Backups") -> None:
        self._session = session
        self._records = records
        self._backups = backups

    def of_child(self, child: UUID) -> DeletionPreview:
        """Return what goes with a child: its record and all about it, but no others’ pages."""
        with self._asking() as asked:
            found = tuple(sorted(asked.of_child(child)))
            return DeletionPreview(records=found, counts=asked.counts(found))

    def of_person(self, person: UUID) -> DeletionPreview:
        """Return what goes with a person who writes or visits: the name, and contacts with them.

        What they wrote stays, and nothing says any more whose it was.
        """
        known = self._records.get(person)
        with self._asking() as asked:
            named = known.name if isinstance(known, Helper | TeamMember) else None
            mentions = asked.mentions(named) if named else 0
            return _leaving(asked, asked.of_person(person), mentions)

    def of_deleted(self, *records: UUID) -> DeletionPreview:
        """Return everything that goes with deleted records: parts, and the same notes by other ids.

        Raises StaleChangeError if one of them is not deleted.
        """
        with self._session.asking() as queries:
            if any(queries.one(record) for record in records):
                raise StaleChangeError
            bin_ = queries.bin()
            parts = {part.record.id for record in records for part in bin_.with_parts(record)}
        with self._asking() as asked:
            return _leaving(asked, asked.same_notes({*records, *parts}))

    def of_bin(self) -> DeletionPreview:
        """Return what goes with everything that was deleted."""
        with self._asking() as asked:
            return _leaving(asked, asked.deleted())

    def count_all(self) -> Mapping[Kind, int]:
        """Return how many records of each kind the journal holds, deleted ones among them."""
        with self._asking() as asked:
            return asked.counts(asked.everything())

    @property
    def takes_a_moment(self) -> bool:
        """Return whether the journal is so large that to delete one entry for good takes a while.

        Its file is then written anew, whatever goes.
        """
        journal = self._session.store.folder.journal
        return journal.is_file() and journal.stat().st_size > _SMALL

    def preparing(
        self, leaving: DeletionPreview, kept: Collection[UUID] = ()
    ) -> "Callable[[], PreparedDeletion]":
        """Return the call that works out all that `carry_out` writes, which any thread may do.

        It raises JournalDamagedError or the disk's errors.
        """
        source = _source(leaving, kept)
        return partial(self._session.preparing().step, source, partial(_going, source))

    def carry_out(
        self,
        leaving: DeletionPreview,
        kept: Collection[UUID] = (),
        ahead: "PreparedDeletion | None" = None,
    ) -> frozenset[RevisionId]:
        """Delete this for good, with those of the kept pages and packs, in one step.

        Of what another home asks for, words that it did not know stay.
        What was worked out `ahead` is only written, if nothing else was written since. Returns the
        revisions whose content is refused from now on; another computer of the home takes them by
        `follow`. Raises JournalReadOnlyError, JournalDamagedError or the disk's errors; nothing is
        deleted then.
        """
        from homejournal.storage.journal.prepared_writes import prepared_or_now

        source = _source(leaving, kept)
        with self._session.step() as step:
            going = prepared_or_now(step, source, partial(_going, source), ahead)
            step.did(take_away(self._session.store, step.connection, going))
            asked = [move.record for move in step.change.moves]
            _end_drafts(step, asked if leaving.asked else source.records)
        self._leave_no_trace()
        return going.ids

    def forget_earlier(self, record: UUID) -> frozenset[RevisionId]:
        """Delete for good what a record said before; what it says now stays.

        The same note under another id, from before it was made private or no longer private, goes
        as well. Raises as `carry_out` does.
        """
        from homejournal.storage.journal.deleting import purge, puts_of

        with self._asking() as asked:
            notes = asked.same_notes({record})
        with self._session.step() as step:
            known = step.writer.standing(notes)
            said = {id_ for stored in known.values() for id_ in puts_of(stored)}
            ids = said - set(ids_of(known.get(record, ())))
            step.did(purge(self._session.store, step.connection, ids))
        self._leave_no_trace()
        return frozenset(ids)

    def follow(self, ids: Collection[RevisionId]) -> None:
        """Delete for good what another computer of the same home deleted for good.

        An edit of which that computer did not know stays. Raises as `carry_out` does.
        """
        from homejournal.storage.journal.deleting import purge

        if frozenset(ids) <= self.ids():
            return
        with self._session.step() as step:
            step.did(purge(self._session.store, step.connection, ids))
            _end_drafts(step, [move.record for move in step.change.moves])
        self._leave_no_trace()

    def follow_file(self, ids: frozenset[RevisionId], home: UUID | None) -> None:
        """Follow a file that says it is of our home, as anybody's can: what stands goes once asked.

        Raises as `carry_out` does.
        """
        store = self._session.store
        with store.reading() as connection:
            shown = shown_among(store, connection, ids)
        self.follow(ids - shown)
        if home is not None and shown:
            self.request(shown, home)

    def ids(self) -> frozenset[RevisionId]:
        """Return all revisions whose content is refused for ever."""
        with self._session.store.reading() as connection:
            return purged_ids(connection)

    def request(self, ids: Collection[RevisionId], home: UUID) -> None:
        """Remember that another home asks to delete these for good here, too."""
        with self._session.store.transaction() as connection:
            record_request(connection, frozenset(ids) - purged_ids(connection), home)

    def requests(self) -> tuple[PurgeRequest, ...]:
        """Return what other homes ask to delete and nobody answered, one for each home."""
        return open_requests(self._session.store)

    def of_request(self, home: UUID) -> DeletionPreview:
        """Return what goes if the family agrees to a home's present request.

        Later requests are asked about separately. Kept pages with the same words stay.
        """
        return requested_deletion(self._session.store, home)

    def decline(self, home: UUID) -> None:
        """Keep what a home asks to delete; it is not asked again for the same."""
        from homejournal.storage.journal.deleting import decline

        with self._session.store.transaction() as connection:
            decline(connection, home)

    def copies(self, elsewhere: Iterable["SecondPlace"] = ()) -> tuple[OldCopy, ...]:
        """Return the copies that still hold what was deleted for good, the oldest first.

        Those in the journal's folder, and in the second places that can be reached. Raises
        DiskError if the folder cannot be read.
        """
        return self.copy_search(elsewhere)()

    def copy_search(
        self, elsewhere: Iterable["SecondPlace"] = ()
    ) -> Callable[[], tuple[OldCopy, ...]]:
        """Return the call that looks for them, which any thread may do."""
        return partial(_holding, self._session.store, self._copies(elsewhere))

    def drop_copies(
        self, copies: Collection[OldCopy], elsewhere: Iterable["SecondPlace"] = ()
    ) -> None:
        """Delete these copies, after a fresh one was made and read whole.

        Their pictures and hand-outs go where no copy that is left can name them. Raises
        JournalDamagedError or the disk's errors; where no fresh copy can be made, none is deleted.
        """
        places = tuple(elsewhere)
        if copies:
            self._backups.before("purge")
            self._copies(places).drop(copies)
            self._copies(places).drop_loose_media(self.copies(places))

    def _copies(self, elsewhere: Iterable["SecondPlace"]) -> "Copies":
        return Copies(self._session.store, [place.folder for place in elsewhere])

    def _leave_no_trace(self) -> None:
        drop_deleted(self._session.store)
        leave_no_trace(self._session.store)

    @contextmanager
    def _asking(self) -> "Iterator[RelatedRecords]":
        store = self._session.store
        with store.reading() as connection:
            yield RelatedRecords(connection, store.keys, store.damage)


def _holding(store: "Store", copies: "Copies") -> tuple[OldCopy, ...]:
    with store.beside() as (_, connection):
        gone, newer = holding_records(connection), holding_newer(connection)
    return copies.holding(gone, newer)


def _leaving(
    asked: "RelatedRecords", records: Collection[UUID], mentions: int = 0
) -> DeletionPreview:
    found = tuple(sorted(records))
    return DeletionPreview(
        records=found,
        counts=asked.counts(found),
        kept=asked.kept_with_words(found),
        mentions=mentions,
    )


class _Source(NamedTuple):
    """What is to go: all of these records, or what another home asks for."""

    records: frozenset[UUID]
    asked: frozenset[RevisionId]


def _source(leaving: DeletionPreview, kept: Collection[UUID]) -> _Source:
    return _Source(frozenset((*leaving.records, *kept)), leaving.asked)


def _going(source: _Source, writer: "Writer") -> "Deletion":
    return (
        writer.plan_requested_deletion(source.asked)
        if source.asked
        else writer.going(source.records)
    )


def _end_drafts(step: "Step", records: Iterable[UUID]) -> None:
    """Forget what was typed and not saved at places of these records."""
    drop_drafts_of(step.connection, records)
