"""One run over a shared folder, away from the window's thread: what came is read, ours is written.

It writes nothing in the journal's file; what came is handed back, to be committed in small steps.
Photos and hand-outs lie beside that file, and are kept at once. What the folder does not have yet
is written in batches that are not large; so also those that are written again without what was
deleted for good. A computer takes a new id where another one, set up from a copy of it, writes
under the same: what it wrote under the old one is still its own, and nobody else takes deleted
words away there.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from homejournal.domain.errors import DiskError, DiskFullError
from homejournal.domain.records.revisions import Revision
from homejournal.domain.sharing.outgoing import (
    Audience,
    MediaTransfer,
    OtherComputer,
    is_of_private_note,
    media_named,
    photos_of,
)
from homejournal.exchange.batch_file import (
    MOST_BYTES,
    MOST_REVISIONS,
    Batch,
    Signer,
    read_batch,
    write_batch,
)
from homejournal.exchange.revision_lines import Incoming, split_readable
from homejournal.services.safe.deleting import without_deleted
from homejournal.services.safe.sharing.batches import (
    FolderListing,
    KnownBatch,
    bytes_in,
    own_folder,
)
from homejournal.services.safe.sharing.shared_folder import (
    OwnPart,
    SharedFolder,
    SyncRequest,
    SyncResult,
    keep_own_part,
)
from homejournal.services.safe.sharing.shared_media import DepartedMedia, SharedMedia, newest_first

_MOST_BYTES = 8 << 20
"""So much content goes into one batch, beside what a single entry may hold."""


class OutgoingBatches:
    """Writes what no batch holds yet, or only batches of leaving computers (`without`).

    `purged` is what the journal knows to be deleted for good.
    """

    def __init__(
        self,
        request: SyncRequest,
        folder: SharedFolder,
        purged: frozenset[bytes],
        without: Collection[UUID] = (),
    ) -> None:
        self._request, self._folder, self._batches = request, folder, folder.batches
        self._purged, self._without = purged, without
        self._here = request.here

    def write(self) -> int:
        """Write them, and return how many.

        What a run leaves unwritten stays among the outgoing, and a number that was lost is used
        again, so that nobody waits for it. Raises the disk's errors.
        """
        numbers = self._our_numbers()
        there = self._batches.ids(self._without)
        leaving = self._folder.leaving.of(self._folder.outgoing.values())
        outgoing = [revision for revision in leaving if _lacks(there, revision)]
        purged = self._purged_to_say() & {*there, *self._folder.outgoing}
        gone = self._gone_to_say()
        parts = list(_parts(outgoing))
        written = 0
        while parts or purged or gone or numbers.has_lost:
            number, part = numbers.take(), parts.pop(0) if parts else ()
            self._write(self._batch(number, part, purged, gone))
            purged, gone = frozenset(), {}
            written += 1
        self._folder.outgoing.clear()
        return written

    def _batch(
        self,
        number: int,
        part: tuple[Revision, ...],
        purged: frozenset[bytes],
        gone: Mapping[UUID, int],
    ) -> Batch:
        return Batch(
            journal=self._request.shared.journal,
            device=self._here.device,
            number=number,
            public=self._here.signer.public,
            home=self._request.sender.home,
            through=self._request.sender.through,
            incoming=Incoming(revisions=part),
            purged=purged,
            private=self._folder.leaving.private_photos_to_tell(part),
            gone=gone,
        )

    def _write(self, batch: Batch) -> None:
        data = write_batch(batch, self._request.shared.key, self._here.signer)
        self._here = self._here.with_written(batch.number, hashlib.sha256(data).hexdigest())
        keep_own_part(self._request.settings_folder, self._request.shared.id, self._here)
        self._batches.put(self._here.folder, batch, data)

    def _our_numbers(self) -> "_Numbers":
        """Return the numbers for new batches, as our part goes on from what lies there."""
        gone = self._batches.gone()
        present = {known.number for _, known in self._batches.of(self._here.device)}
        through = gone.get(self._here.device, 0)  # so many went while we were taken for lost
        if not present and not through and self._here.written:
            # Nothing of ours lies there any more: all is written again.
            self._here = self._here.restarted()
            keep_own_part(self._request.settings_folder, self._request.shared.id, self._here)
        if self._without:
            self._here = self._here.without(self._let_go(gone))
        lost = sorted(number for number in self._here.written.keys() - present if number > through)
        return _Numbers(max(self._here.next_number, max(present, default=0) + 1), lost)

    def _let_go(self, gone: Mapping[UUID, int]) -> dict[UUID, int]:
        """Return how far computers that go have written, and what they alone may say of others.

        All that they wrote is here; whom they let go is told by us from now on.
        """
        theirs = [batch for batch in self._batches.all if batch.device in self._without]
        found = {
            device: gone[device] for batch in theirs for device in batch.gone if device in gone
        }
        for batch in theirs:
            found[batch.device] = max(batch.number, found.get(batch.device, 0))
        return found

    def _purged_to_say(self) -> frozenset[bytes]:
        """Return the ids deleted for good that none of our batches reports yet."""
        ours = (known.purged for _, known in self._batches.of(self._here.device))
        return self._purged.difference(*ours)

    def _gone_to_say(self) -> dict[UUID, int]:
        """Return the computers that we let go and of which none of our batches says so."""
        ours = [known.gone for _, known in self._batches.of(self._here.device)]
        return {
            device: number
            for device, number in self._here.gone.items()
            if all(gone.get(device, 0) < number for gone in ours)
        }


def rewrite_under_earlier_ids(
    request: SyncRequest, folder: SharedFolder, ids: Collection[bytes]
) -> OwnPart:
    """Write our batches under ids of before again, without the content of these revisions.

    Ours are those of our keys: one that was put back with its settings knows not all that it wrote.
    They keep their numbers, so that nobody waits for one. Returns this computer's part with what
    was written. Raises the disk's errors.
    """
    here, shared = request.here, request.shared
    before = {Signer(private).public: private for private in here.before.values()}
    for path, known in folder.batches.files():
        private = before.get(known.public)
        if private is None or not any(known.ids.get(id_) for id_ in ids):
            continue
        batch = read_batch(bytes_in(path, MOST_BYTES) or b"", shared.key, shared.journal)
        if not isinstance(batch, Batch):  # it went just now, or cannot be read; the next run tells
            continue
        told = Incoming(
            revisions=_without(batch.incoming.revisions, ids),
            newer=_without(batch.incoming.newer, ids),
        )
        untold = folder.leaving.private_photos_to_tell(told.all)
        again = replace(batch, incoming=told, private=batch.private | untold)
        data = write_batch(again, shared.key, Signer(private))
        for sha256 in (known.sha256, hashlib.sha256(data).hexdigest()):
            here = here.with_one_more(sha256)
        keep_own_part(request.settings_folder, shared.id, here)
        folder.batches.put(here.folder, again, data)
        folder.batches.drop_holding({known.sha256}, ids)
    return here


def _without(revisions: Iterable[Revision], ids: Collection[bytes]) -> tuple[Revision, ...]:
    return tuple(
        replace(revision, salt=None, fields=None) if revision.id in ids else revision
        for revision in revisions
    )


def _lacks(there: Mapping[bytes, bool], revision: Revision) -> bool:
    return revision.id not in there or (revision.fields is not None and not there[revision.id])


class _Numbers:
    """The numbers for new batches: those that were lost, then those that follow."""

    def __init__(self, following: int, lost: list[int]) -> None:
        self._lost = lost
        self._next = following

    @property
    def has_lost(self) -> bool:
        """Return whether a number is still to be filled."""
        return bool(self._lost)

    def take(self) -> int:
        """Return the number of the next batch."""
        if self._lost:
            return self._lost.pop(0)
        self._next += 1
        return self._next - 1


def _parts(revisions: Sequence[Revision]) -> Iterator[tuple[Revision, ...]]:
    """Yield parts that are neither too many nor too large for one batch."""
    part: list[Revision] = []
    size = 0
    for revision in revisions:
        size += len(revision.envelope) + len(revision.fields or b"")
        if part and (size > _MOST_BYTES or len(part) == MOST_REVISIONS):
            yield tuple(part)
            part, size = [], len(revision.envelope) + len(revision.fields or b"")
        part.append(revision)
    if part:
        yield tuple(part)


def run(request: SyncRequest, folder: SharedFolder) -> SyncResult:
    """Read the folder and the journal, and write what the folder does not have yet.

    Where the disk refuses to write, what came is handed back all the same, with the refusal. Raises
    SharingRefusedError if the folder is not there, what reading the journal's file raises, and
    the disk's errors.
    """
    found = folder.batches.look(request.here.folder, request.shared)
    folder.postpone(found.batches)
    cloned = is_cloned(request, folder)
    try:
        result = SyncRun(request, folder, writes=not cloned).run(found)
    except (DiskFullError, DiskError) as refusal:
        result = replace(SyncRun(request, folder, writes=False).run(found), refusal=refusal)
    return replace(result, cloned=cloned)


def is_cloned(request: SyncRequest, folder: SharedFolder) -> bool:
    """Return whether a batch under our id lies there that this computer did not write.

    Somebody copied this computer's settings to another one.
    """
    ours = request.here.ours
    return any(known.sha256 not in ours for _, known in folder.batches.of(request.here.device))


class SyncRun:
    """All that a run does once the folder was looked into; it only reads unless it `writes`.

    What came with a file and was taken back goes from the batches that we wrote with it. Only those
    that were written since the start of the program with which it came lose it. Batches from before
    stay as they are: from them a journal that was put back from an old copy gets back what it lost.
    What another computer took in meanwhile stands in its batches, and comes again from them.
    """

    def __init__(self, request: SyncRequest, folder: SharedFolder, *, writes: bool) -> None:
        self._request, self._folder, self._batches = request, folder, folder.batches
        self._writes = writes
        self._place = self._place_of(request.here.device)
        self._purged: frozenset[bytes] = frozenset()
        """What the journal knows to be deleted for good."""

    def run(self, found: FolderListing) -> SyncResult:
        """Do it, and return what it brought. Raises as `run` beside it."""
        folder, request = self._folder, self._request
        self._read_journal()
        withheld = self._purged
        if request.shared.audience is Audience.OWN:
            withheld = withheld.union(*(batch.purged for batch in self._batches.all))
        if self._writes:
            self._take_out_deleted(withheld)
        back = self.undone_in_batches()
        may_write = self._batches.may_write(self._place)
        is_writing = may_write and (request.write or bool(back)) and self._writes
        if back:
            self._take_out_undone(back, writes=is_writing)
        going = frozenset[UUID]()
        written = 0
        if is_writing:
            self._batches.drop_begun(self._place)
            going = self._going(withheld)
            written = OutgoingBatches(self._request, folder, self._purged, going).write()
        coming = self._coming()
        left = going | self._left_behind() if is_writing else frozenset()
        folder.pictures = self._carry_media(coming.all, left, writes=is_writing)
        self._drop_departed(going, left)
        folder.others = self._others()
        return replace(self._result(found, coming), written=written)

    def undone_in_batches(self) -> frozenset[bytes]:
        """Return what was taken back, lies in batches of ours, and is not in the journal again.

        Where the journal has its envelope alone, it lies there with its content.
        """
        return frozenset(
            id_
            for batch, ids in self._losing()
            for id_ in ids
            if self._folder.lacks(id_, whole=batch.ids[id_])
        )

    def _result(self, found: FolderListing, coming: Incoming) -> SyncResult:
        """Return what the folder has brought, as it lies there after all that was done to it."""
        folder, request, batches = self._folder, self._request, self._batches
        return SyncResult(
            shared=request.shared,
            computer=request.settings_folder,
            incoming=coming,
            pinned=found.pinned,
            purged=self._purged_by_others(),
            reaches=batches.reaches(request.sender.through + timedelta(days=1)),
            private=photos_of(coming.all) & folder.private,
            arrived=batches.arrived(),
            pictures=folder.pictures,
            forged=found.forged,
            gone=frozenset(
                device
                for device in request.gone
                if not batches.has_any_of(device, self._place_of(device))
            ),
            taken_back=self._gone_from_ours(),
        )

    def _read_journal(self) -> None:
        self._purged = self._folder.read_journal(self._request)

    def _place_of(self, device: UUID) -> Path:
        return own_folder(self._request.here.folder, self._request.shared.journal, device)

    def _ours(self) -> frozenset[UUID]:
        return frozenset({self._request.here.device, *self._request.here.before})

    def _others(self) -> tuple[OtherComputer, ...]:
        return self._batches.own_other_computers(self._ours(), self._request.sender.home)

    def _take_out_deleted(self, ids: Collection[bytes]) -> None:
        """Remove what was deleted for good from our batches; the rest of them is read again."""
        before = self._request.here
        here = rewrite_under_earlier_ids(self._request, self._folder, ids)
        written = {known.sha256 for _, known in self._batches.of(here.device)}
        self._request = replace(self._request, here=here)
        if self._batches.drop_holding(here.ours & written, ids) or here is not before:
            self._read_journal()

    def _take_out_undone(self, ids: Collection[bytes], *, writes: bool) -> None:
        """Take what was taken back out of our batches at once, and let none come from them."""
        if writes:
            losing = {batch.sha256 for batch, lost in self._losing() if not lost.isdisjoint(ids)}
            files = self._batches.files()
            self._batches.take_away([path for path, known in files if known.sha256 in losing])
            self._read_journal()
        self._let_none_wait(ids)

    def _let_none_wait(self, ids: Collection[bytes]) -> None:
        """Let none of these come again but as others wrote it, or as it stood in ours before."""
        losing = {batch.sha256: lost for batch, lost in self._losing()}
        batches, waiting = self._batches.all, self._folder.waiting
        for id_ in waiting.keys() & ids:
            holding = (batch for batch in batches if id_ in batch.ids)
            told = [batch.ids[id_] for batch in holding if id_ not in losing.get(batch.sha256, ())]
            if not told:
                del waiting[id_]
            elif not any(told):
                waiting[id_] = replace(waiting[id_], salt=None, fields=None)

    def _losing(self) -> Iterator[tuple[KnownBatch, frozenset[bytes]]]:
        """Yield the batches of ours that lose something taken back, each with what it loses."""
        back, ours = self._request.taken_back, self._request.here.ours
        for batch in self._batches.all if back else ():
            if batch.sha256 in ours:
                lost = [
                    id_ for id_ in batch.ids.keys() & back.keys() if batch.sha256 not in back[id_]
                ]
                if lost:
                    yield batch, frozenset(lost)

    def _gone_from_ours(self) -> frozenset[bytes]:
        """Return what of it our batches do not hold, where all reads that lies in our folder."""
        if self._batches.is_unread(self._place):
            return frozenset()
        return frozenset(self._request.taken_back) - self.undone_in_batches()

    def _going(self, withheld: Collection[bytes]) -> frozenset[UUID]:
        """Return which computers can go now; all that they wrote is then told by us anew."""
        known = {other.device for other in self._others()}
        going = frozenset(
            device
            for device in self._request.gone & known
            if self._folder.has_all_of(device, self._place_of(device), self._purged, withheld)
        )
        if going:
            self._folder.read_again()
            self._folder.read_journal(self._request)
        return going

    def _left_behind(self) -> frozenset[UUID]:
        """Return the computers that were let go before: photos on their way may lie there."""
        wrote = {batch.device for batch in self._batches.all}
        gone = (device for device in self._request.here.gone if device not in wrote)
        return frozenset(device for device in gone if self._place_of(device).is_dir())

    def _drop_departed(self, going: frozenset[UUID], left: frozenset[UUID]) -> None:
        """Remove the files of leaving computers, and late files of those that left before.

        Files of others beside them stay. Photos have to be in the folder as ours first. Raises
        DiskError.
        """
        folder, request = self._folder, self._request
        if request.media is None or folder.pictures.unsent or not left:
            return
        withheld = folder.leaving.withheld
        deleted = [self._batches.deleted_media(batch, withheld, request.shared) for batch in going]
        named = media_named(folder.media_not_withheld())
        departed = DepartedMedia(
            request.media, request.shared.key, named, frozenset[str]().union(*deleted)
        )
        for device in going:
            self._batches.take_away([path for path, _ in self._batches.of(device)])
            departed.drop(self._place_of(device))
        for device in left - going:
            departed.drop(self._place_of(device))

    def _carry_media(
        self, coming: Sequence[Revision], going: Collection[UUID], *, writes: bool
    ) -> MediaTransfer:
        """Bring the photos and hand-outs that are named here, and write ours that may leave."""
        folder, request = self._folder, self._request
        if request.media is None:
            return MediaTransfer()
        before = [self._place_of(device) for device in request.here.before]
        shared = SharedMedia(
            request.media, request.shared.key, self._place, folder.media_seen, before
        )
        leaves = newest_first(media_named(folder.leaving.of(folder.media.values())))
        found = shared.fetch(dict.fromkeys([*newest_first(media_named(coming)), *leaves]))
        if not writes:
            return found._replace(unsent=folder.pictures.unsent)
        offered = shared.offer(leaves, [self._place_of(device) for device in going])
        if not any(arrived.missing for arrived in self._batches.arrived().values()):
            shared.drop(media_named([*folder.media_not_withheld(), *coming]))
        return found._replace(unsent=offered.unsent, more=found.more or offered.more)

    def _coming(self) -> Incoming:
        """Return what of all that waits is new; what says that a photo is private comes first.

        The rest may only be taken in another day. What another home writes about things that were
        deleted for good here goes on waiting, and comes as envelopes.
        """
        folder, request, purged = self._folder, self._request, self._purged
        coming = [
            revision for revision in folder.waiting.values() if folder.is_new(revision, purged)
        ]
        coming.sort(key=is_of_private_note, reverse=True)
        folder.waiting = {revision.id: revision for revision in coming}
        incoming = split_readable(coming)
        if request.shared.audience is Audience.OWN or not (purged and incoming.revisions):
            return incoming
        own = {*self._ours(), *(other.device for other in self._others())}
        let_in = without_deleted(request.journal, request.journal_key, incoming.revisions, own)
        return replace(
            incoming,
            revisions=tuple(revision for revision in let_in if folder.is_new(revision, purged)),
        )

    def _purged_by_others(self) -> dict[UUID | None, frozenset[bytes]]:
        found: dict[UUID | None, frozenset[bytes]] = {}
        for batch in self._batches.all:
            new = batch.purged - self._purged
            if new and batch.device != self._request.here.device:
                found[batch.home] = found.get(batch.home, frozenset()) | new
        return found
