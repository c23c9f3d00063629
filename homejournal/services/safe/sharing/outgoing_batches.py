"""The batches that a run writes: what the folder does not have yet, in parts that are not large."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from uuid import UUID

from homejournal.domain.records.revisions import Revision
from homejournal.exchange.packs.batch_file import MOST_REVISIONS, Batch, write_batch
from homejournal.exchange.packs.revision_lines import Incoming
from homejournal.services.safe.sharing.folder_cache import Memory
from homejournal.services.safe.sharing.folder_files import put_batch
from homejournal.services.safe.sharing.local_state import Here, keep_here
from homejournal.services.safe.sharing.sync_request import RunWish

_MOST_BYTES = 8 << 20
"""So much content goes into one batch, beside what a single entry may hold."""


def write_batches(
    wish: RunWish, memory: Memory, purged: frozenset[bytes], without: Collection[UUID] = ()
) -> int:
    """Write what lies in no batch yet, or in those of computers that go; return in how many ours.

    What a run leaves unwritten stays among the outgoing, and a number that was lost is used again,
    so that nobody waits for it.
    """
    here, numbers = _our_part(wish, memory, without)
    there = memory.there(without)
    outgoing = [one for one in memory.leaving.of(memory.outgoing.values()) if _lacks(there, one)]
    to_say = _to_say(memory, purged, here.device) & {*there, *memory.outgoing}
    to_say_gone = _to_say_gone(here, memory)
    parts = list(_parts(outgoing))
    while parts or to_say or to_say_gone or numbers.has_lost:
        number, part = numbers.take(), parts.pop(0) if parts else ()
        batch = Batch(
            journal=wish.shared.journal,
            device=here.device,
            number=number,
            public=here.signer.public,
            home=wish.sender.home,
            through=wish.sender.through,
            incoming=Incoming(revisions=part),
            purged=to_say,
            private=memory.leaving.untold(part),
            gone=to_say_gone,
        )
        to_say, to_say_gone = frozenset(), {}
        data = write_batch(batch, wish.shared.key, here.signer)
        here = here.with_written(number, hashlib.sha256(data).hexdigest())
        keep_here(wish.settings_folder, wish.shared.id, here)
        put_batch(here.folder, batch, data, memory)
        numbers.written += 1
    memory.outgoing.clear()
    return numbers.written


def _our_part(wish: RunWish, memory: Memory, without: Collection[UUID]) -> tuple[Here, "_Numbers"]:
    """Return our part as it goes on from what lies there, and the numbers for new batches."""
    gone = memory.gone()
    present = {one.number for one in memory.batches if one.device == wish.here.device}
    through = gone.get(wish.here.device, 0)  # so many of ours went while we were taken for lost
    here = wish.here if present or through else _from_the_beginning(wish)
    if without:
        here = here.without(_let_go(memory, gone, without))
    lost = sorted(one for one in here.written.keys() - present if one > through)
    return here, _Numbers(max(here.next_number, max(present, default=0) + 1), lost)


def _from_the_beginning(wish: RunWish) -> Here:
    """Return our part where nothing of ours lies there: all is written again if there was any."""
    if not wish.here.written:
        return wish.here
    here = wish.here.beginning_anew()
    keep_here(wish.settings_folder, wish.shared.id, here)
    return here


def _to_say(memory: Memory, purged: frozenset[bytes], device: UUID) -> frozenset[bytes]:
    """Return what was deleted for good and stands so in none of our batches."""
    ours = (one.purged for one in memory.batches if one.device == device)
    return purged.difference(*ours)


def _let_go(memory: Memory, gone: Mapping[UUID, int], without: Collection[UUID]) -> dict[UUID, int]:
    """Return how far computers that go have written, and what they alone may have said of others.

    All that they wrote is here; whom they let go is told by us from now on.
    """
    theirs = [one for one in memory.batches if one.device in without]
    found = {device: gone[device] for one in theirs for device in one.gone if device in gone}
    for one in theirs:
        found[one.device] = max(one.number, found.get(one.device, 0))
    return found


def _to_say_gone(here: Here, memory: Memory) -> dict[UUID, int]:
    """Return the computers that we let go and of which none of our batches says so."""
    ours = [one.gone for one in memory.batches if one.device == here.device]
    return {
        device: number
        for device, number in here.gone.items()
        if all(one.get(device, 0) < number for one in ours)
    }


def _lacks(there: Mapping[bytes, bool], revision: Revision) -> bool:
    return revision.id not in there or (revision.fields is not None and not there[revision.id])


class _Numbers:
    """The numbers for new batches: those that were lost, then those that follow."""

    def __init__(self, following: int, lost: list[int]) -> None:
        self._lost = lost
        self._next = following
        self.written = 0

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
    for one in revisions:
        size += len(one.envelope) + len(one.fields or b"")
        if part and (size > _MOST_BYTES or len(part) == MOST_REVISIONS):
            yield tuple(part)
            part, size = [], len(one.envelope) + len(one.fields or b"")
        part.append(one)
    if part:
        yield tuple(part)
