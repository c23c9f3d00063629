"""Which pictures and hand-outs may go from their folder: none but those that nobody can want back.

They are those that were deleted for good, those that were put in this session, by whomever, and
that nothing names in the end, those that a session put which was killed and that no record named
since, and what lay sealed beside its plain bytes as the password was taken away. Whatever else
nothing names stays: a damaged record may have named it, or a newer file of the journal that a sync
program has yet to bring.
"""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from homejournal.storage.file.disk_errors import naming
from homejournal.storage.media.media_folder import own_media
from homejournal.storage.media.references import named_surely
from homejournal.storage.records.settings_rows import forget_meta, write_meta

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from homejournal.storage.journal.store import Store

_BEFORE = "media_to_go:"


def will_go(connection: "Connection", media: Iterable[str]) -> None:
    """Remember what was deleted for good, in the caller's transaction: its bytes go right after.

    Should the program end before, they go once the journal is closed the next time.
    """
    told = {f"{_BEFORE}{sha256}": "yes" for sha256 in media}
    if told:
        write_meta(connection, told)


def drop_deleted(store: "Store") -> None:
    """Delete the bytes of what was deleted for good, unless something else names them.

    What lies there just now for a record that is yet to be written stays. Nothing goes where a
    damage was found: what cannot be read might name it. Raises DiskError.
    """
    _drop(store, store.media.awaited, ())


def drop_unused(store: "Store") -> None:
    """Delete what was deleted for good, and what this session put and nothing names in the end.

    So goes what an earlier session left that was killed, or locked at its end. Only as the journal
    is closed: until then a step can be done again. Raises as `drop_deleted`.
    """
    _drop(store, (), store.media.put, store.media.left)
    with naming(store.folder.path):
        store.media.end()


def _drop(
    store: "Store",
    staying: Collection[str],
    unused: Collection[str],
    left: Collection[str] = (),
) -> None:
    names = {name for name in store.meta() if name.startswith(_BEFORE)} if store.write else set()
    deleted = {name.removeprefix(_BEFORE) for name in names}.difference(staying)
    going = deleted.union(unused)
    if not store.write or not (going or left):
        return
    named = named_surely(store)
    if store.damage.found:
        return
    folder = own_media(store)
    names = {name for sha256 in going - named for name in folder.names(sha256)}
    folder.drop(sorted(names.union(left).difference(*map(folder.names, named))))
    if deleted:
        with store.transaction() as connection:
            forget_meta(connection, [f"{_BEFORE}{sha256}" for sha256 in deleted])
