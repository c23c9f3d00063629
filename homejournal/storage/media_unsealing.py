"""Pictures and hand-outs of a journal that loses its password: they lie plain, then none sealed.

Whatever ends the program on the way, each that the journal names lies there in one of both ways,
and what is of no use goes at the latest as the journal is closed the next time.
"""

from homejournal.storage.media import own_media
from homejournal.storage.media_sealing import ENDING
from homejournal.storage.store import Store
from homejournal.storage.turning import drop_sealed_media, media_lies_plain, open_media


def lay_plain(store: Store) -> None:
    """Lay a plain copy beside every sealed picture, and remember that the sealed ones are to go.

    For an encrypted journal that is about to be plain. Raises the disk's errors.
    """
    open_media(store)
    folder = own_media(store)
    plain = (name for name in folder.lying() if not name.endswith(ENDING))
    store.media.will_go(folder.names(sha256)[0] for sha256 in plain)


def drop_sealed(store: Store) -> None:
    """Delete all that lies sealed of a journal that is plain now. Raises the disk's errors."""
    drop_sealed_media(store.folder)
    store.media.are_gone()


def needs_no_keys(store: Store) -> bool:
    """Return whether a plain journal lacks nothing that may lie sealed. Raises DiskError."""
    lies_sealed = any(name.endswith(ENDING) for name in own_media(store).lying())
    return not lies_sealed or media_lies_plain(store)
