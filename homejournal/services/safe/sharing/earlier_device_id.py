"""What a computer wrote in a shared folder under an id that it had before: it is still its own.

A computer takes a new id where another one, set up from a copy of it, writes under the same. Nobody
else takes away what was deleted for good of the batches that lie under the old id.
"""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from homejournal.domain.records.revisions import Revision
from homejournal.domain.sharing.outgoing import Shared
from homejournal.exchange.packs.batch_file import MOST_BYTES, Batch, Signer, read_batch, write_batch
from homejournal.exchange.packs.revision_lines import Incoming
from homejournal.services.safe.sharing.folder_cache import Memory
from homejournal.services.safe.sharing.folder_files import bytes_in, drop_batches, put_batch
from homejournal.services.safe.sharing.local_state import Here, keep_here


def take_words_away(
    here: Here, shared: Shared, settings_folder: Path, memory: Memory, ids: Collection[bytes]
) -> Here:
    """Write our batches under ids of before again, without the content of these revisions.

    Ours are those of our keys: one that was put back with its settings knows not all that it wrote.
    They keep their numbers, so that nobody waits for one. Returns this computer's part with what
    was written. Raises the disk's errors.
    """
    before = {Signer(private).public: private for private in here.before.values()}
    for path, known in [(path, known) for path, (_, known) in memory.seen.items() if known]:
        private = before.get(known.public)
        if private is None or not any(known.ids.get(one) for one in ids):
            continue
        batch = read_batch(bytes_in(path, MOST_BYTES) or b"", shared.key, shared.journal)
        if not isinstance(batch, Batch):  # it went just now, or cannot be read; the next run tells
            continue
        coming = batch.incoming
        told = Incoming(
            revisions=_without(coming.revisions, ids), newer=_without(coming.newer, ids)
        )
        untold = memory.leaving.untold(told.all)
        again = replace(batch, incoming=told, private=batch.private | untold)
        data = write_batch(again, shared.key, Signer(private))
        for sha256 in (known.sha256, hashlib.sha256(data).hexdigest()):
            here = here.with_one_more(sha256)
        keep_here(settings_folder, shared.id, here)
        put_batch(here.folder, again, data, memory)
        drop_batches({known.sha256}, memory, ids)
    return here


def _without(revisions: Iterable[Revision], ids: Collection[bytes]) -> tuple[Revision, ...]:
    return tuple(
        replace(one, salt=None, fields=None) if one.id in ids else one for one in revisions
    )
