"""One run over a shared folder, away from the window's thread: what came is read, ours is written.

It writes nothing in the journal's file; what came is handed back, to be committed in small steps.
Photos and hand-outs lie beside that file, and are kept at once.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from homejournal.domain.errors import DiskError, DiskFullError
from homejournal.domain.records.revisions import Revision
from homejournal.domain.sharing.outgoing import (
    Audience,
    OtherComputer,
    Pictures,
    is_of_private_note,
    media_named,
    photos_of,
)
from homejournal.exchange.packs.revision_lines import Incoming, apart
from homejournal.services.safe.deleting.deleted_filter import without_deleted
from homejournal.services.safe.sharing.earlier_device_id import take_words_away
from homejournal.services.safe.sharing.folder_cache import Memory
from homejournal.services.safe.sharing.folder_files import (
    Found,
    drop_batches,
    drop_begun,
    look,
    may_write,
    own_folder,
)
from homejournal.services.safe.sharing.gone_computers import (
    PhotosHere,
    deleted_photos,
    drop_computer,
    drop_photos,
    is_all_here,
    is_there,
    others_of_home,
)
from homejournal.services.safe.sharing.outgoing_batches import write_batches
from homejournal.services.safe.sharing.photos import SharedMedia, newest_first
from homejournal.services.safe.sharing.sync_request import Ran, RunWish
from homejournal.services.safe.sharing.undo_in_batches import (
    gone_from_ours,
    let_none_wait,
    still_lying,
    take_from_batches,
)
from homejournal.storage.sharing.outgoing import Contents, read_contents


def run(wish: RunWish, memory: Memory) -> Ran:
    """Read the folder and the journal, and write what the folder does not have yet.

    Where the disk refuses to write, what came is handed back all the same, with the refusal. Raises
    SharingRefusedError where the folder is not there, what reading the journal's file raises, and
    the disk's errors.
    """
    found = look(wish.here.folder, wish.shared, memory)
    memory.let_wait(found.batches)
    cloned = _is_cloned(wish, memory)
    try:
        ran = _in_step(wish, memory, found, writes=not cloned)
    except (DiskFullError, DiskError) as refusal:
        ran = replace(_in_step(wish, memory, found, writes=False), refusal=refusal)
    return replace(ran, cloned=cloned)


def _in_step(wish: RunWish, memory: Memory, found: Found, *, writes: bool) -> Ran:
    """Do all that a run does once the folder was looked into; only read unless it `writes`."""
    contents = _read(wish, memory)
    gone = contents.purged
    if wish.shared.audience is Audience.OWN:
        gone = gone.union(*(one.purged for one in memory.batches))
    if writes:
        wish, contents = _without_words(wish, memory, contents, gone)
    own = _place(wish, wish.here.device)
    back = still_lying(wish, memory)
    is_writing = may_write(own, memory) and (wish.write or bool(back)) and writes
    if back:
        contents = _without_taken_back(wish, memory, contents, back, writes=is_writing)
    going = frozenset[UUID]()
    written = 0
    if is_writing:
        drop_begun(own, memory)
        going = _going(wish, memory, contents.purged, gone)
        written = write_batches(wish, memory, contents.purged, going)
    coming = _coming(wish, memory, contents.purged)
    left = going | _left_behind(wish, memory) if is_writing else frozenset()
    memory.pictures = _carry_media(wish, memory, coming.all, left, writes=is_writing)
    _drop(wish, memory, going, left)
    memory.others = _others(wish, memory)
    told = _told(wish, memory, found, coming, contents.purged)
    return replace(told, written=written)


def _told(
    wish: RunWish,
    memory: Memory,
    found: Found,
    coming: Incoming,
    purged: Collection[bytes],
) -> Ran:
    """Return what the folder has brought, as it lies there after all that was done to it."""
    own = _place(wish, wish.here.device)
    return Ran(
        shared=wish.shared,
        computer=wish.settings_folder,
        incoming=coming,
        pinned=found.pinned,
        purged=_purged(memory, purged, wish.here.device),
        reaches=memory.reaches(wish.sender.through + timedelta(days=1)),
        private=photos_of(coming.all) & memory.private,
        arrived=memory.arrived(),
        pictures=memory.pictures,
        forged=found.forged,
        gone=frozenset(one for one in wish.gone if not is_there(one, _place(wish, one), memory)),
        taken_back=gone_from_ours(wish, memory, own),
    )


def _coming(wish: RunWish, memory: Memory, purged: Collection[bytes]) -> Incoming:
    """Return what of all that waits is new; what says that a photo is private comes first.

    The rest may only be taken in another day. What another home writes about things that were
    deleted for good here goes on waiting, and comes as envelopes.
    """
    coming = [one for one in memory.waiting.values() if memory.is_new(one, purged)]
    coming.sort(key=is_of_private_note, reverse=True)
    memory.waiting = {one.id: one for one in coming}
    incoming = apart(coming)
    if wish.shared.audience is Audience.OWN or not (purged and incoming.revisions):
        return incoming
    own = {*_ours(wish), *(one.device for one in _others(wish, memory))}
    let_in = without_deleted(wish.journal, wish.journal_key, incoming.revisions, own)
    return replace(incoming, revisions=tuple(one for one in let_in if memory.is_new(one, purged)))


def _others(wish: RunWish, memory: Memory) -> tuple[OtherComputer, ...]:
    return others_of_home(memory, _ours(wish), wish.sender.home)


def _ours(wish: RunWish) -> frozenset[UUID]:
    return frozenset({wish.here.device, *wish.here.before})


def _place(wish: RunWish, device: UUID) -> Path:
    return own_folder(wish.here.folder, wish.shared.journal, device)


def _going(
    wish: RunWish, memory: Memory, purged: Collection[bytes], withheld: Collection[bytes]
) -> frozenset[UUID]:
    """Return which of the computers can go now; all that they wrote is then told by us anew."""
    known = {one.device for one in _others(wish, memory)}
    going = frozenset(
        one
        for one in wish.gone & known
        if is_all_here(one, _place(wish, one), memory, purged, withheld)
    )
    if going:
        memory.read_again()
        _read(wish, memory)
    return going


def _left_behind(wish: RunWish, memory: Memory) -> frozenset[UUID]:
    """Return the computers that were let go before: photos that were on their way may lie there."""
    wrote = {one.device for one in memory.batches}
    gone = (one for one in wish.here.gone if one not in wrote)
    return frozenset(one for one in gone if _place(wish, one).is_dir())


def _drop(wish: RunWish, memory: Memory, going: frozenset[UUID], left: frozenset[UUID]) -> None:
    """Take the files of computers away, and what came after those of others that went before.

    Photos have to lie in the folder as ours first.
    """
    if wish.media is None or memory.pictures.unsent or not left:
        return
    withheld = memory.leaving.withheld
    deleted = [deleted_photos(wish.shared, one, memory, withheld) for one in going]
    named = media_named(_not_withheld(memory))
    photos = PhotosHere(wish.media, wish.shared.key, named, frozenset[str]().union(*deleted))
    for one in going:
        drop_computer(one, _place(wish, one), memory, photos)
    for one in left - going:
        drop_photos(_place(wish, one), photos)


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


def _without_taken_back(
    wish: RunWish, memory: Memory, contents: Contents, ids: Collection[bytes], *, writes: bool
) -> Contents:
    """Take what was taken back out of our batches at once, and let none of it come from them."""
    if writes:
        take_from_batches(ids, wish, memory)
        contents = _read(wish, memory)
    let_none_wait(ids, wish, memory)
    return contents


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
    wish: RunWish,
    memory: Memory,
    coming: Sequence[Revision],
    going: Collection[UUID],
    *,
    writes: bool,
) -> Pictures:
    """Bring the photos and hand-outs that are named here, and write ours that may leave."""
    if wish.media is None:
        return Pictures()
    own, before = _place(wish, wish.here.device), [_place(wish, one) for one in wish.here.before]
    shared = SharedMedia(wish.media, wish.shared.key, own, memory, before)
    leaves = newest_first(media_named(memory.leaving.of(memory.media.values())))
    found = shared.fetch(dict.fromkeys([*newest_first(media_named(coming)), *leaves]))
    if not writes:
        return found._replace(unsent=memory.pictures.unsent)
    offered = shared.offer(leaves, [_place(wish, one) for one in going])
    if not any(one.missing for one in memory.arrived().values()):
        shared.drop(media_named([*_not_withheld(memory), *coming]))
    return found._replace(unsent=offered.unsent, more=found.more or offered.more)


def _not_withheld(memory: Memory) -> list[Revision]:
    return [one for one in memory.media.values() if one.id not in memory.leaving.withheld]


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
