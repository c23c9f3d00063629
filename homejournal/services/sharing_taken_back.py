"""What came with a file and was taken back: it goes from the batches that we wrote with it.

Only those that the same start of the program wrote lose it. Batches from before stay as they are:
from them a journal that was put back from an old copy gets back what it lost. What another computer
took in meanwhile stands in its batches, and comes again from them.
"""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from homejournal.services.sharing_folder import take_away
from homejournal.services.sharing_gone import is_unread
from homejournal.services.sharing_memory import Memory


def still_lying(taken_back: Collection[bytes], memory: Memory) -> frozenset[bytes]:
    """Return what of it lies in such batches of ours, and is not in the journal again."""
    ours = (one for one in memory.batches if one.sha256 in memory.wrote)
    lying = frozenset[bytes]().union(*(one.ids for one in ours))
    return (lying & frozenset(taken_back)) - memory.own.keys()


def gone_from_ours(taken_back: frozenset[bytes], memory: Memory, own: Path) -> frozenset[bytes]:
    """Return what of it our batches do not hold, where all reads that lies in our own folder."""
    if is_unread(own, memory):
        return frozenset()
    return taken_back - still_lying(taken_back, memory)


def take_from_batches(ids: Collection[bytes], memory: Memory) -> None:
    """Take such batches of ours away; they are written again without these. Raises DiskError."""
    of_now = [(path, known) for path, (_, known) in memory.seen.items() if known]
    take_away(
        [
            path
            for path, known in of_now
            if known.sha256 in memory.wrote and not known.ids.keys().isdisjoint(ids)
        ],
        memory,
    )


def let_none_wait(ids: Collection[bytes], memory: Memory) -> None:
    """Let none of these come again but as others wrote it."""
    others = [one for one in memory.batches if one.sha256 not in memory.wrote]
    for id_ in memory.waiting.keys() & ids:
        told = [one.ids[id_] for one in others if id_ in one.ids]
        if not told:
            del memory.waiting[id_]
        elif not any(told):
            memory.waiting[id_] = replace(memory.waiting[id_], salt=None, fields=None)
