"""Whether a journal is whole, or at least all that is written in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from homejournal.domain.errors import JournalError
from homejournal.services.full_check import prove_if_small
from homejournal.services.safe.copies.media_copies import MediaCopies
from homejournal.services.session import Session, garbage_collection_paused
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.journal.opening import open_store
from homejournal.storage.keys.keys_file import read_keys


def is_whole(
    folder: JournalFolder, *, device: UUID, clock: Callable[[], datetime], key: bytes | None
) -> bool:
    """Return whether a journal reads from its first entry to its last, as `check` would say.

    A locked one is whole where its key is given and its locked keys read. It is not where pictures
    or hand-outs are missing or damaged that lie whole beside its copies.
    """
    try:
        if key is not None:
            read_keys(folder.keys)
        with _opened(folder, device, clock, key) as session:
            return _reads(session) and not MediaCopies(session).look().back
    except (JournalError, KeyError, ValueError):  # also settings that do not read
        return False


def words_are_whole(
    folder: JournalFolder, *, device: UUID, clock: Callable[[], datetime], key: bytes | None
) -> bool:
    """Return whether all that is written reads, whatever is missing beside the journal's file."""
    try:
        with _opened(folder, device, clock, key) as session:
            return _reads(session)
    except (JournalError, KeyError, ValueError):  # as above
        return False


@contextmanager
def _opened(
    folder: JournalFolder, device: UUID, clock: Callable[[], datetime], key: bytes | None
) -> Iterator[Session]:
    store = open_store(folder.path, device=device, write=False, key=key)
    try:
        prove_if_small(store, clock().date())
        yield Session(store, clock)
    finally:
        store.close()


@garbage_collection_paused()
def _reads(session: Session) -> bool:
    """Return whether all that is written reads, or raise as reading does."""
    from homejournal.storage.journal.check_on_copy import check_file

    session.store.drafts()  # no check asks for these
    return check_file(session.store).is_sound and bool(session.settings.id)
