"""The batches that a run writes: what the folder does not have yet, in parts that are not large.

So also those that it writes again without what was deleted for good. A computer takes a new id
where another one, set up from a copy of it, writes under the same: what it wrote under the old one
is still its own, and nobody else takes deleted words away there.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from homejournal.domain.records.revisions import Revision
from homejournal.exchange.packs.batch_file import (
    MOST_BYTES,
    MOST_REVISIONS,
    Batch,
    Signer,
    read_batch,
    write_batch,
)
from homejournal.exchange.packs.revision_lines import Incoming
from homejournal.services.safe.sharing.batches import bytes_in
from homejournal.services.safe.sharing.local_state import OwnPart, keep_own_part
from homejournal.services.safe.sharing.shared_folder import SharedFolder, SyncRequest

_MOST_BYTES = 8 << 20
"""So much content goes into one batch, beside what a single entry may hold."""


class OutgoingBatches:
    """Writes what lies in no batch yet, or only in those of computers that go, `without`.

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
            private=self._folder.leaving.untold(part),
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
            self._here = self._here.beginning_anew()
            keep_own_part(self._request.settings_folder, self._request.shared.id, self._here)
        if self._without:
            self._here = self._here.without(self._let_go(gone))
        lost = sorted(it for it in self._here.written.keys() - present if it > through)
        return _Numbers(max(self._here.next_number, max(present, default=0) + 1), lost)

    def _let_go(self, gone: Mapping[UUID, int]) -> dict[UUID, int]:
        """Return how far computers that go have written, and what they alone may say of others.

        All that they wrote is here; whom they let go is told by us from now on.
        """
        theirs = [batch for batch in self._batches.all if batch.device in self._without]
        found = {device: gone[device] for it in theirs for device in it.gone if device in gone}
        for batch in theirs:
            found[batch.device] = max(batch.number, found.get(batch.device, 0))
        return found

    def _purged_to_say(self) -> frozenset[bytes]:
        """Return what was deleted for good and stands so in none of our batches."""
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
        untold = folder.leaving.untold(told.all)
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
