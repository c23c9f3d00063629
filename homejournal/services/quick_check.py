"""Whether a journal is whole, or at least all that is written in it."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import JournalError
from homejournal.services.opening import open_journal
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.keys.keys_file import read_keys

if TYPE_CHECKING:
    from homejournal.services.family_journal import FamilyJournal


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
        with closing(
            open_journal(folder.path, clock=clock, device=device, write=False, key=key)
        ) as journal:
            return _reads(journal) and not journal.safe.backups.media.look().back
    except (JournalError, KeyError, ValueError):  # also settings that do not read
        return False


def words_are_whole(
    folder: JournalFolder, *, device: UUID, clock: Callable[[], datetime], key: bytes | None
) -> bool:
    """Return whether all that is written reads, whatever is missing beside the journal's file."""
    try:
        with closing(
            open_journal(folder.path, clock=clock, device=device, write=False, key=key)
        ) as journal:
            return _reads(journal)
    except (JournalError, KeyError, ValueError):  # as above
        return False


def _reads(journal: "FamilyJournal") -> bool:
    """Return whether all that is written reads, or raise as reading does."""
    journal.drafts.kept()  # no check asks for these
    return journal.files.check().is_sound and bool(journal.settings.id)
