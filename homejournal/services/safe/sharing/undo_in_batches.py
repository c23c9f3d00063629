"""What came with a file and was taken back: it goes from the batches that we wrote with it.

Only those that were written since the start of the program with which it came lose it. Batches from
before stay as they are: from them a journal that was put back from an old copy gets back what it
lost. What another computer took in meanwhile stands in its batches, and comes again from them.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from homejournal.services.safe.sharing.folder_cache import Known, Memory
from homejournal.services.safe.sharing.folder_files import take_away
from homejournal.services.safe.sharing.gone_computers import is_unread
from homejournal.services.safe.sharing.sync_request import RunWish


def still_lying(wish: RunWish, memory: Memory) -> frozenset[bytes]:
    """Return what of it lies in such batches of ours, and is not in the journal again.

    Where the journal has its envelope alone, it lies there with its content.
    """
    return frozenset(
        id_
        for batch, ids in _losing(wish, memory)
        for id_ in ids
        if memory.lacks(id_, whole=batch.ids[id_])
    )


def gone_from_ours(wish: RunWish, memory: Memory, own: Path) -> frozenset[bytes]:
    """Return what of it our batches do not hold, where all reads that lies in our own folder."""
    if is_unread(own, memory):
        return frozenset()
    return frozenset(wish.taken_back) - still_lying(wish, memory)


def take_from_batches(ids: Collection[bytes], wish: RunWish, memory: Memory) -> None:
    """Take such batches of ours away; they are written again without these. Raises DiskError."""
    losing = {batch.sha256 for batch, lost in _losing(wish, memory) if not lost.isdisjoint(ids)}
    of_now = [(path, known) for path, (_, known) in memory.seen.items() if known]
    take_away([path for path, known in of_now if known.sha256 in losing], memory)


def let_none_wait(ids: Collection[bytes], wish: RunWish, memory: Memory) -> None:
    """Let none of these come again but as others wrote it, or as it stood in ours before."""
    losing = {batch.sha256: lost for batch, lost in _losing(wish, memory)}
    batches = memory.batches
    for id_ in memory.waiting.keys() & ids:
        having = (one for one in batches if id_ in one.ids)
        told = [one.ids[id_] for one in having if id_ not in losing.get(one.sha256, ())]
        if not told:
            del memory.waiting[id_]
        elif not any(told):
            memory.waiting[id_] = replace(memory.waiting[id_], salt=None, fields=None)


def _losing(wish: RunWish, memory: Memory) -> Iterator[tuple[Known, frozenset[bytes]]]:
    """Yield the batches of ours that lose something, each with what it loses."""
    back, ours = wish.taken_back, wish.here.ours
    for one in memory.batches if back else ():
        if one.sha256 in ours:
            lost = [id_ for id_ in one.ids.keys() & back.keys() if one.sha256 not in back[id_]]
            if lost:
                yield one, frozenset(lost)
