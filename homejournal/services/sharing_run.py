"""One run over a shared folder, away from the window's thread: what came is read, ours is written.

It writes nothing in the journal's file; what came is handed back, to be committed in small steps.
Photos and hand-outs lie beside that file, and are kept at once.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from homejournal.domain.revisions import Revision
from homejournal.domain.sharing import (
    Arrived,
    Audience,
    Pictures,
    Sender,
    Shared,
    is_of_private_note,
    photos_of,
)
from homejournal.exchange.batch_file import MOST_REVISIONS, Batch, write_batch
from homejournal.exchange.pack_file import media_named
from homejournal.exchange.revision_lines import Incoming, apart
from homejournal.services.sharing_before import take_words_away
from homejournal.services.sharing_folder import (
    drop_batches,
    look,
    may_write,
    own_folder,
    put_batch,
)
from homejournal.services.sharing_here import Here, keep_here
from homejournal.services.sharing_media import SharedMedia, newest_first
from homejournal.services.sharing_memory import Memory
from homejournal.storage.leaving import Contents, read_contents
from homejournal.storage.media import MediaFolder

_MOST_BYTES = 8 << 20
"""So much content goes into one batch, beside what a single entry may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunWish:
    """All that a run needs; `write` says whether it may write in the shared folder now.

    `media` is where the journal keeps photos and hand-outs; None where nothing may be kept there.
    """

    shared: Shared
    here: Here
    sender: Sender
    journal: Path
    journal_key: bytes | None = field(repr=False)
    settings_folder: Path
    media: MediaFolder | None
    write: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a run brought.

    `purged` is what was deleted for good, by the home that says so; `reaches` how far each home's
    batches reach; `private` are those of the photos that came which only private notes had, where
    nothing else says so. `cloned` says that another computer writes under this one's id.
    """

    shared: Shared
    incoming: Incoming
    pinned: Mapping[UUID, bytes]
    purged: Mapping[UUID | None, frozenset[bytes]]
    reaches: Mapping[UUID, date]
    private: frozenset[str]
    arrived: Mapping[UUID, Arrived]
    pictures: Pictures = field(default_factory=Pictures)
    forged: Sequence[bytes] = ()
    written: int = 0
    cloned: bool = False


def run(wish: RunWish, memory: Memory) -> Ran:
    """Read the folder and the journal, and write what the folder does not have yet.

    Raises SharingRefusedError where the folder is not there, what reading the journal's file
    raises, and the disk's errors.
    """
    found = look(wish.here.folder, wish.shared, memory)
    for batch in found.batches:
        memory.private |= batch.private
        for one in (*batch.incoming.revisions, *batch.incoming.newer):
            waits = memory.waiting.get(one.id)
            if waits is None or waits.fields is None:
                memory.waiting[one.id] = one
    contents = _read(wish, memory)
    gone = contents.purged
    if wish.shared.audience is Audience.OWN:
        gone = gone.union(*(one.purged for one in memory.batches))
    cloned = _is_cloned(wish, memory)
    if not cloned:
        wish, contents = _without_words(wish, memory, contents, gone)
    own = own_folder(wish.here.folder, wish.shared.journal, wish.here.device)
    is_writing = may_write(own, memory) and wish.write and not cloned
    written = _write(wish, memory, contents.purged) if is_writing else 0
    coming = [one for one in memory.waiting.values() if memory.is_new(one, contents.purged)]
    # What says that a photo is private comes first: the next part may only come another day.
    coming.sort(key=is_of_private_note, reverse=True)
    memory.waiting = {one.id: one for one in coming}
    memory.pictures = _carry_media(wish, memory, coming, writes=is_writing)
    return Ran(
        shared=wish.shared,
        incoming=apart(coming),
        pinned=found.pinned,
        purged=_purged(memory, contents.purged, wish.here.device),
        reaches=memory.reaches(),
        private=photos_of(coming) & memory.private,
        arrived=memory.arrived(),
        pictures=memory.pictures,
        forged=found.forged,
        written=written,
        cloned=cloned,
    )


def _without_words(
    wish: RunWish, memory: Memory, contents: Contents, gone: Collection[bytes]
) -> tuple[RunWish, Contents]:
    """Take what was deleted for good out of our batches; what else they held is read again."""
    here = take_words_away(wish.here, wish.shared, wish.settings_folder, memory, gone)
    ours = here.ours & {one.sha256 for one in memory.batches if one.device == here.device}
    is_changed = here is not wish.here
    wish = replace(wish, here=here)
    if drop_batches(ours, memory, gone) or is_changed:
        contents = _read(wish, memory)
    return wish, contents


def _read(wish: RunWish, memory: Memory) -> Contents:
    contents = read_contents(wish.journal, wish.journal_key, after=memory.last)
    every = (*contents.revisions, *contents.newer)
    memory.last = contents.last
    # What anybody deleted for good is not brought back by us, even while it stands here.
    memory.leaving.withheld = contents.purged.union(*(one.purged for one in memory.batches))
    memory.media.update((one.id, one) for one in every if next(media_named([one]), None))
    memory.leaving.private.update(contents.private)
    memory.leaving.learn(every)
    memory.took(every)
    memory.outgoing.update((one.id, one) for one in memory.leaving.of(every))
    return contents


def _carry_media(
    wish: RunWish, memory: Memory, coming: Sequence[Revision], *, writes: bool
) -> Pictures:
    """Bring the photos and hand-outs that are named here, and write ours that may leave."""
    if wish.media is None:
        return Pictures()
    base, device = wish.here.folder / str(wish.shared.journal), wish.here.device
    own = own_folder(wish.here.folder, wish.shared.journal, device)
    before = [base / str(one) for one in wish.here.before]
    shared = SharedMedia(wish.media, wish.shared.key, base, own, memory, before)
    leaves = newest_first(media_named(memory.leaving.of(memory.media.values())))
    found = shared.fetch(dict.fromkeys([*newest_first(media_named(coming)), *leaves]))
    if not writes:
        return found._replace(unsent=memory.pictures.unsent)
    offered = shared.offer(leaves)
    if not any(one.missing for one in memory.arrived().values()):
        gone = memory.leaving.withheld
        known = (one for one in memory.media.values() if one.id not in gone)
        shared.drop(media_named([*known, *coming]))
    return found._replace(unsent=offered.unsent, more=found.more or offered.more)


def _is_cloned(wish: RunWish, memory: Memory) -> bool:
    """Return whether a batch under our id lies there that this computer did not write.

    Somebody copied this computer's settings to another one.
    """
    ours = wish.here.ours
    return any(one.sha256 not in ours for one in memory.batches if one.device == wish.here.device)


def _purged(
    memory: Memory, known: Collection[bytes], device: UUID
) -> dict[UUID | None, frozenset[bytes]]:
    found: dict[UUID | None, frozenset[bytes]] = {}
    for one in memory.batches:
        new = one.purged - frozenset(known)
        if new and one.device != device:
            found[one.home] = found.get(one.home, frozenset()) | new
    return found


def _write(wish: RunWish, memory: Memory, purged: frozenset[bytes]) -> int:
    """Write what lies in no batch yet; return how many batches that took.

    What a run leaves unwritten stays among the outgoing, and a number that was lost is used again,
    so that nobody waits for it.
    """
    here, folder = wish.here, wish.here.folder
    present = {one.number for one in memory.batches if one.device == here.device}
    if here.written and not present:  # the folder was emptied: everything is written again
        here = here.beginning_anew()
        keep_here(wish.settings_folder, wish.shared.id, here)
    there = memory.there()
    outgoing = [one for one in memory.leaving.of(memory.outgoing.values()) if _lacks(there, one)]
    to_say = _to_say(memory, purged, here.device) & {*there, *memory.outgoing}
    numbers = _Numbers(here, sorted(here.written.keys() - present))
    parts = list(_parts(outgoing))
    while parts or to_say or numbers.has_lost:
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
        )
        to_say = frozenset()
        data = write_batch(batch, wish.shared.key, here.signer)
        here = here.with_written(number, hashlib.sha256(data).hexdigest())
        keep_here(wish.settings_folder, wish.shared.id, here)
        put_batch(folder, batch, data, memory)
        numbers.written += 1
    memory.outgoing.clear()
    return numbers.written


def _to_say(memory: Memory, purged: frozenset[bytes], device: UUID) -> frozenset[bytes]:
    """Return what was deleted for good and stands so in none of our batches."""
    ours = (one.purged for one in memory.batches if one.device == device)
    return purged.difference(*ours)


def _lacks(there: Mapping[bytes, bool], revision: Revision) -> bool:
    return revision.id not in there or (revision.fields is not None and not there[revision.id])


class _Numbers:
    """The numbers for new batches: those that were lost, then those that follow."""

    def __init__(self, here: Here, lost: list[int]) -> None:
        self._lost = lost
        self._next = here.next_number
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
