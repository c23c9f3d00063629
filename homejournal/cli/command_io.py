"""What every command reads and writes: an open journal, files, and sentences for whoever asks."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from homejournal.cli.arguments import STANDARD_STREAM, UsageError
from homejournal.cli.journal_key import key_asked
from homejournal.device_id import device_id
from homejournal.domain.errors import InvalidValueError, JournalDamagedError, JournalError
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import open_journal
from homejournal.texts.wording import Wording, wording_of

HOME_LANGUAGE = "en"
"""Nobody says here which language the family writes in: labels in any other say so."""


@contextmanager
def opened_journal(
    asked: Namespace, *, write: bool = False, damaged: bool = False
) -> Iterator[FamilyJournal]:
    """Open the journal that is asked for, and close it; raises JournalError where it cannot be.

    A damaged one only where it may be `damaged`: for its check, and for files that leave, which say
    themselves what they lack. Whatever else is told, such as a figure, would be wrong in silence.
    """
    key = key_asked(asked, wording_of(getattr(asked, "lang", HOME_LANGUAGE)))
    journal = open_journal(asked.journal, clock=now, device=device_id(), write=write, key=key)
    try:
        if not damaged:
            _must_be_sound(journal, write=write)
        yield journal
    except (JournalError, UsageError, OSError):
        raise
    except Exception as failure:
        raise journal.safe.checkup.why(failure) from failure
    finally:
        journal.close()


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


def read_file(file: Path, wording: Wording) -> bytes:
    """Return what a file, or the input, holds; raises UsageError where it cannot be read."""
    from homejournal.exchange.json.json_text import MOST_BYTES

    # One more than is ever taken in, so that an endless input ends.
    most = MOST_BYTES + 1
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


def read_password(file: Path, wording: Wording) -> str:
    """Return the first line of a password's file; it never stands on the command line itself.

    There other people who use the computer could read it. Raises UsageError where it is none.
    """
    from homejournal.exchange.files.locked_pdf import check_password

    lines = read_file(file, wording).decode("utf-8-sig", "replace").splitlines()
    password = lines[0] if lines else ""
    try:
        check_password(password)
    except InvalidValueError as fault:
        raise UsageError(
            wording.text("The first line of the file must be a password of 1 to 127 letters.")
        ) from fault
    return password


def read_words(file: Path, wording: Wording) -> str:
    """Return the words in the first line of a file, which seal a file; raises UsageError."""
    lines = read_file(file, wording).decode("utf-8-sig", "replace").splitlines()
    words = " ".join(lines[0].split()) if lines else ""
    if not words:
        raise UsageError(wording.text("The first line of the file must be the words that seal it."))
    return words


def write_file(file: Path, data: bytes) -> None:
    """Write a file, whole or not at all, or to the output."""
    from homejournal.exchange.files.safe_save import safe_save

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


def complain(words: str) -> None:
    """Print a sentence of what stood in the way, apart from any answer."""
    print(words, file=sys.stderr, flush=True)
