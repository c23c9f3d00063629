"""A plain journal made an encrypted one, or the other way round, without a moment between.

A copy is written beside the journal, compared and read whole, and renamed over it. Whatever ends
the program on the way, the file that stands there is the old one or the new one, and it opens.
Each picture or hand-out that the journal names lies there in one of both ways, and what is of no
use goes at the latest as the journal is closed the next time.
"""

from contextlib import closing
from pathlib import Path
from uuid import UUID

from homejournal.domain.errors import JournalDamagedError
from homejournal.durable_writes import sync_file
from homejournal.storage.file import connection as driver
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.file.journal_folder import JournalFolder, put_in_place, remove
from homejournal.storage.journal.check import check
from homejournal.storage.journal.media_in_use import named_surely
from homejournal.storage.journal.store import Store
from homejournal.storage.media.copies import first_whole, media_beside
from homejournal.storage.media.media_folder import ENDING, MediaFolder


def write_plain_media(store: Store) -> None:
    """Lay a plain copy beside every sealed picture, and remember that the sealed ones are to go.

    For an encrypted journal that is about to be plain. Raises the disk's errors.
    """
    open_media(store)
    folder = store.own_media()
    plain = (name for name in folder.lying() if not name.endswith(ENDING))
    store.media.will_go(folder.names(sha256)[0] for sha256 in plain)


def open_media(store: Store) -> None:
    """Lay a plain copy beside every sealed picture that the journal names, or is about to name.

    What is damaged here and whole beside the copies comes from there, while there is a key for it.
    Raises the disk's errors.
    """
    if not store.folder.media.is_dir():
        return
    plain = MediaFolder(store.folder)
    sealed = media_beside((store.folder.path, store.folder.backups), store.key)
    for sha256 in named_surely(store).union(store.media.put.copy()):
        data = first_whole(sealed, sha256)
        if data is not None:  # else it was nowhere before either
            plain.put(data)


def drop_sealed(store: Store) -> None:
    """Delete all that lies sealed of a journal that is plain now. Raises the disk's errors."""
    media = MediaFolder(store.folder)
    media.drop([name for name in media.lying() if name.endswith(ENDING)])
    store.media.are_gone()


def needs_no_keys(store: Store) -> bool:
    """Return whether a plain journal lacks nothing that may lie sealed. Raises DiskError."""
    lies_sealed = any(name.endswith(ENDING) for name in store.own_media().lying())
    return not lies_sealed or _lies_plain(store)


def _lies_plain(store: Store) -> bool:
    """Return whether every picture that the journal names surely lies there in plain bytes."""
    plain = MediaFolder(store.folder)
    named = named_surely(store)
    return not store.damage.found and all(plain.path(sha256).is_file() for sha256 in named)


_HEADS = ("application_id", "user_version")
_TABLES = (
    "SELECT name FROM old.sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %'"
)


def rekeyed_copy(source: Path, target: Path, old: Key | None, new: Key | None) -> None:
    """Write a journal's file again under another key, or under none; any thread may do it.

    The target is replaced once the copy is whole. Raises JournalDamagedError if the copy does
    not hold all that the source does, and the disk's errors.
    """
    made = _made_of(target)
    with disk_errors_named(target.parent):
        remove(made)
        try:
            with closing(driver.create(made, new)) as copy:
                _copy(copy, source, old)
            sync_file(made)
            put_in_place(made, target)
        except BaseException:
            remove(made)
            raise


def prepare_rekeyed(folder: JournalFolder, old: Key | None, new: Key | None) -> Path:
    """Make a copy under the new key beside the journal and read it whole.

    `put_rekeyed_in_place` puts it in place.

    Nobody may write in the journal meanwhile. Raises JournalDamagedError if the copy or the
    journal itself is not sound, and the disk's errors.
    """
    made = folder.journal.with_suffix(".turned")
    rekeyed_copy(folder.journal, made, old, new)
    try:
        _must_be_sound(folder, made, new)
    except BaseException:
        remove(made)
        raise
    return made


def put_rekeyed_in_place(folder: JournalFolder, made: Path) -> None:
    """Put a prepared copy in the place of the journal, which is closed.

    Raises the disk's errors.
    """
    with disk_errors_named(folder.path):
        folder.journal.with_name(f"{folder.journal.name}-journal").unlink(missing_ok=True)
        put_in_place(made, folder.journal)


def drop_leftovers(folder: JournalFolder) -> None:
    """Remove what a program that was killed on the way left behind. Raises the disk's errors."""
    with disk_errors_named(folder.path):
        turned = folder.journal.with_suffix(".turned")
        for made in (turned, _made_of(turned)):
            remove(made)


def seal_media(folder: JournalFolder, key: Key) -> int:
    """Seal every picture and hand-out that still lies plain; return how many they were.

    It can be ended at any moment, and goes on with the rest the next time. Raises the disk's
    errors.
    """
    sealed = MediaFolder(folder, key)
    waiting = [name for name in sealed.lying() if not name.endswith(ENDING)]
    for name in waiting:
        sealed.seal_plain(name)
    return len(waiting)


def _must_be_sound(folder: JournalFolder, made: Path, key: Key | None) -> None:
    with closing(driver.connect(made, write=False, key=key)) as opened:
        store = Store(folder, opened, device=UUID(int=0), write=False, key=key)
        if not check(store).is_sound:
            raise JournalDamagedError(folder.path)


def _made_of(target: Path) -> Path:
    return target.with_name(f"{target.name}.new")


def _copy(copy: driver.Connection, source: Path, old: Key | None) -> None:
    locked = "" if old is None else f"x'{old.hex()}'"
    copy.execute("PRAGMA synchronous = OFF")  # the whole file is synced at the end
    uri = driver.uri_of(source.resolve(), "mode=rw")
    copy.execute("ATTACH DATABASE ? AS old KEY ?", (uri, locked))
    copy.execute("SELECT sqlcipher_export('main', 'old')").fetchall()
    for name in _HEADS:
        copy.execute(f"PRAGMA main.{name} = {_one(copy, f'PRAGMA old.{name}')}")
    tables = [name for (name,) in copy.execute(_TABLES).fetchall()]
    if any(_count(copy, "main", table) != _count(copy, "old", table) for table in tables) or _one(
        copy, "SELECT count(*) FROM (SELECT id FROM old.revision EXCEPT SELECT id FROM revision)"
    ):
        raise JournalDamagedError(source.parent)


def _count(copy: driver.Connection, where: str, table: str) -> int:
    # The names are those of the journal's own tables, which this program made.
    name = table.replace('"', '""')
    return _one(copy, f'SELECT count(*) FROM {where}."{name}"')  # noqa: S608


def _one(copy: driver.Connection, question: str) -> int:
    return int(copy.execute(question).fetchone()[0])
