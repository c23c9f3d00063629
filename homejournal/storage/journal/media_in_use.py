"""Which pictures and hand-outs the journal needs, and letting go of those nobody can want back.

They are those that were deleted for good, those that were put in this session, by whomever, and
that nothing names in the end, those that a session put which was killed and that no record named
since, and what lay sealed beside its plain bytes as the password was taken away. Whatever else
nothing names stays: a damaged record may have named it, or a newer file of the journal that a sync
program has yet to bring.
"""

from collections.abc import Collection, Mapping
from uuid import UUID

from homejournal.domain.sharing.outgoing import is_about_photo
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.journal.store import Store
from homejournal.storage.media.referenced_media import TO_GO, hashes_in, named_by, named_in
from homejournal.storage.records import statements as sql
from homejournal.storage.records.revisions import Revisions
from homejournal.storage.records.settings_and_drafts import forget_meta


def named_beside(store: Store) -> Mapping[str, str]:
    """Return the names of what the journal names, by hash; any thread may ask. Raises DiskError.

    What was deleted and can be brought back is among them.
    """
    with store.beside() as (reading, connection):
        ids = [UUID(bytes=uuid) for uuid in connection.execute(sql.media).scalars()]
        return named_in(Revisions(connection, reading.keys, reading.damage).of(ids))


def named_surely(store: Store) -> frozenset[str]:
    """Return the hashes that any revision names, whatever the projection says.

    All are compared with their hashes; only those about pictures and hand-outs are read. What waits
    for a newer homejournal may name some in a way of its own: all counts there that looks like one.
    """
    with store.reading() as connection:
        genuine = store.damage.genuine(connection.execute(sql.all_revisions))
        named = named_by(revision for _, _, revision in genuine if is_about_photo(revision))
        waiting = store.damage.waiting(connection.execute(sql.all_newer))
        return frozenset({*named, *(hash_ for it in waiting for hash_ in hashes_in(it))})


def drop_deleted(store: Store) -> None:
    """Delete the bytes of media deleted for good, unless something else names them.

    Media that wait for a record stay. After damage nothing is deleted, because an unreadable record
    might name it. Raises DiskError.
    """
    _drop(store, store.media.awaited, ())


def drop_unused(store: Store) -> None:
    """Delete what was deleted for good, and what this session put and nothing names in the end.

    So goes what an earlier session left that was killed, or locked at its end. Only as the journal
    is closed: until then a step can be done again. Raises as `drop_deleted`.
    """
    _drop(store, (), store.media.put, store.media.left)
    with disk_errors_named(store.folder.path):
        store.media.end()


def _drop(
    store: Store, staying: Collection[str], unused: Collection[str], left: Collection[str] = ()
) -> None:
    names = {name for name in store.meta() if name.startswith(TO_GO)} if store.write else set()
    deleted = {name.removeprefix(TO_GO) for name in names}.difference(staying)
    going = deleted.union(unused)
    if not store.write or not (going or left):
        return
    named = named_surely(store)
    if store.damage.found:
        return
    folder = store.own_media()
    names = {name for sha256 in going - named for name in folder.names(sha256)}
    folder.drop(sorted(names.union(left).difference(*map(folder.names, named))))
    if deleted:
        with store.transaction() as connection:
            forget_meta(connection, [f"{TO_GO}{sha256}" for sha256 in deleted])
