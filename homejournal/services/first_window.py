"""What a second start asks before it shows anything: whether the journal is open already."""

from pathlib import Path

from homejournal.storage.folder import JournalFolder
from homejournal.storage.lock import WriterLock


def is_open_elsewhere(folder: Path) -> bool:
    """Return whether another program writes in the journal of a folder right now."""
    return WriterLock(JournalFolder(folder).lock).is_held_elsewhere()
