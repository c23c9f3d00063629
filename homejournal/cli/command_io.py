"""What every command reads and writes: an open journal, files, and sentences for whoever asks."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path

from homejournal.cli.arguments import UsageError
from homejournal.domain.errors import (
    InvalidValueError,
    JournalBusyError,
    JournalDamagedError,
    JournalError,
)
from homejournal.exchange.json_text import MOST_BYTES
from homejournal.exchange.read_and_save import check_password, safe_save
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import open_journal
from homejournal.texts.wording import Wording, wording_of
from homejournal.this_computer import device_id

STANDARD_STREAM = Path("-")
"""Named in the place of a file: the input, or the output."""
_MOST_OF_A_PASSWORD = 4096
HOME_LANGUAGE = "en"
"""Nobody says here which language the family writes in: labels in any other say so."""


@contextmanager
def opened_journal(
    asked: Namespace, *, write: bool = False, or_read: bool = False, damaged: bool = False
) -> Iterator[FamilyJournal]:
    """Open the journal named on the command line, and close it afterwards.

    With `or_read` it is opened for reading where nothing can be written, as while its window is
    open.

    Raises JournalError if it cannot be opened. A damaged journal is opened only with `damaged`: for
    its check, and for exports that say what they lack. Any other figure of it would be wrong
    without a word.
    """
    key = _key_asked(asked, wording_of(getattr(asked, "lang", HOME_LANGUAGE)))
    how = partial(open_journal, asked.journal, clock=now, device=device_id(), key=key)
    try:
        journal = how(write=write)
    except JournalBusyError:
        if not or_read:
            raise
        journal = how(write=False)
    try:
        if not damaged:
            _must_be_sound(journal, write=write and not or_read)
        yield journal
    except (JournalError, UsageError, OSError):
        raise
    except Exception as failure:
        raise journal.safe.checkup.why(failure) from failure
    finally:
        journal.close()


def _key_asked(asked: Namespace, wording: Wording) -> bytes | None:
    """Return the key of the journal that is asked for, or None if it needs none.

    The letters of the recovery sheet are as good as the password. Raises UsageError if nobody
    can be asked, and what a wrong password or a slip in the letters raises.
    """
    from homejournal.services.safe.unlocking import Unlocking, needs_key, open_typed
    from homejournal.this_computer import settings_folder

    if not needs_key(asked.journal):
        return None
    typed = _journal_password(getattr(asked, "journal_password_file", None), wording)
    unlocking = Unlocking(asked.journal, settings_folder())
    return open_typed(typed, unlocking.by_sheet, unlocking.by_password)


def look_for_password_file(asked: Namespace, wording: Wording) -> None:
    """Raise UsageError if the named file with the password is not there, needed or not."""
    file = getattr(asked, "journal_password_file", None)
    if file is not None and file != STANDARD_STREAM:
        first_line(file, wording, _MOST_OF_A_PASSWORD)


def _journal_password(file: Path | None, wording: Wording) -> str:
    if file is not None:
        return first_line(file, wording, _MOST_OF_A_PASSWORD)
    if not sys.stdin.isatty():
        raise UsageError(
            wording.text(
                "The journal has a password. Write it into the first line of a file of yours, and"
                " name the file with --journal-password-file."
            )
        )
    from getpass import getpass

    asked = wording.text("Password of the journal")
    return getpass(f"{asked}: ")


def _must_be_sound(journal: FamilyJournal, *, write: bool) -> None:
    """Raise why nothing of a journal may be told, or nothing be written in it."""
    journal.safe.checkup.prove(journal.today())
    why = journal.read_only_because
    if isinstance(why, JournalDamagedError) or (write and why is not None):
        raise why


def today_of(asked: Namespace, journal: FamilyJournal) -> date:
    """Return the day as which it counts: the one that was said, or the family's own."""
    return asked.today or journal.today()


def now() -> datetime:
    """Return this moment in this computer's own time zone."""
    return datetime.now().astimezone()


def json_bytes(told: object) -> bytes:
    """Return JSON as it is written: UTF-8, one value a line."""
    text = json.dumps(told, ensure_ascii=False, allow_nan=False, indent=1)
    return f"{text}\n".encode()


# One more than is ever taken in, so that an endless input ends.
_MOST_BYTES = MOST_BYTES + 1


def read_file(file: Path, wording: Wording, most: int = _MOST_BYTES) -> bytes:
    """Return what a file, or the input, holds; raises UsageError if it cannot be read."""
    if file == STANDARD_STREAM:
        return sys.stdin.buffer.read(most)
    try:
        with file.open("rb") as opened:
            return opened.read(most)
    except OSError as error:
        words = wording.text(
            "The file {file} cannot be read. Look at its name and try again.", file=str(file)
        )
        raise UsageError(words) from error


def first_line(file: Path, wording: Wording, most: int = _MOST_BYTES) -> str:
    """Return the first line of a file, or nothing; raises UsageError if it cannot be read.

    What opens something is asked for that way: what stands on a command line can be read by
    everybody who uses the computer.
    """
    lines = read_file(file, wording, most).decode("utf-8-sig", "replace").splitlines()
    return lines[0] if lines else ""


def read_password(file: Path, wording: Wording) -> str:
    """Return the password for a PDF from a file; raises UsageError if it is none."""
    password = first_line(file, wording)
    try:
        check_password(password)
    except InvalidValueError as fault:
        raise UsageError(
            wording.text("The first line of the file must be a password of 1 to 127 letters.")
        ) from fault
    return password


def read_words(file: Path, wording: Wording) -> str:
    """Return the words in the first line of a file, which seal a file; raises UsageError."""
    words = " ".join(first_line(file, wording).split())
    if not words:
        raise UsageError(wording.text("The first line of the file must be the words that seal it."))
    return words


def write_file(file: Path, data: bytes) -> None:
    """Write a file, whole or not at all, or to the output."""
    if file == STANDARD_STREAM:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        safe_save(file, data)


def write_told(file: Path, data: bytes, wording: Wording) -> None:
    """Write a file as `write_file` does, and print that it is written."""
    write_file(file, data)
    tell_written(file, wording.text("The file {file} is written.", file=str(file)))


def tell_written(file: Path, words: str) -> None:
    """Print that a file is written, unless it went to the output itself."""
    if file != STANDARD_STREAM:
        tell(words)


def tell(words: str) -> None:
    """Print a sentence that answers."""
    print(words, flush=True)
