"""What other programs do with a journal while a test looks on; run as `python -m`."""

import sys
from pathlib import Path
from uuid import UUID

from homejournal.services.opening import open_journal
from homejournal.storage.file.connection import connect
from tests.journals import DEVICE, Clock, note

ROOT = Path(__file__).parents[2]


def tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def save_for_ever(folder: Path, child: str) -> None:
    """Save notes one after the other, and tell each one's id once it is saved."""
    journal = open_journal(folder, clock=Clock(), device=UUID(int=9))
    while True:
        said = note(UUID(child), "Saved before the power went")
        journal.notes.write(said)
        tell(str(said.id))


def hold_lock(folder: Path) -> None:
    """Open the journal as a window does, and wait."""
    journal = open_journal(folder, clock=Clock(), device=DEVICE)
    tell("open")
    sys.stdin.readline()
    journal.close()


def hold_file(folder: Path) -> None:
    """Be in the middle of a transaction, and wait."""
    file = connect(folder / "journal.hj", write=True)
    file.execute("BEGIN IMMEDIATE")
    tell("open")
    sys.stdin.readline()
    file.execute("ROLLBACK")


def read_slowly(folder: Path) -> None:
    """Be in the middle of reading, and wait."""
    file = connect(folder / "journal.hj", write=False)
    rows = file.execute("SELECT * FROM revision")
    rows.fetchone()
    tell("open")
    sys.stdin.readline()
    rows.close()


if __name__ == "__main__":
    program, folder, *more = sys.argv[1:]
    globals()[program](Path(folder), *more)
