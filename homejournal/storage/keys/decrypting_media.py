"""Pictures and hand-outs of a journal that loses its password: they lie plain, then none sealed.

Whatever ends the program on the way, each that the journal names lies there in one of both ways,
and what is of no use goes at the latest as the journal is closed the next time.
"""

from homejournal.storage.journal.store import Store
from homejournal.storage.media.copies import first_whole, media_beside
from homejournal.storage.media.media_folder import MediaFolder, own_media
from homejournal.storage.media.references import named_surely
from homejournal.storage.media.sealing import ENDING


def lay_plain(store: Store) -> None:
    """Lay a plain copy beside every sealed picture, and remember that the sealed ones are to go.

    For an encrypted journal that is about to be plain. Raises the disk's errors.
    """
    open_media(store)
    folder = own_media(store)
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
    lies_sealed = any(name.endswith(ENDING) for name in own_media(store).lying())
    return not lies_sealed or _lies_plain(store)


def _lies_plain(store: Store) -> bool:
    """Return whether every picture that the journal names surely lies there in plain bytes."""
    plain = MediaFolder(store.folder)
    named = named_surely(store)
    return not store.damage.found and all(plain.path(sha256).is_file() for sha256 in named)
