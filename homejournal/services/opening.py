"""Making and opening a family's journal, with one writer at a time; the example family."""

import json
import os
import re
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from homejournal.domain.days.periods import JournalSettings
from homejournal.domain.errors import (
    DiskFullError,
    JournalBusyError,
    JournalDamagedError,
    JournalError,
    JournalMissingError,
    JournalReadOnlyError,
    JournalTooNewError,
)
from homejournal.resources import resource
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.full_check import prove_if_small
from homejournal.services.settings_as_texts import settings_texts
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.file.journal_folder import JournalFolder, drop_begun, make_folder
from homejournal.storage.file.writer_lock import WriterLock
from homejournal.storage.journal.opening import create_store, open_store
from homejournal.storage.journal.store import Store

Clock = Callable[[], datetime]
"""Tells the local time, with its offset."""


def create_journal(
    folder: Path, *, clock: Clock, device: UUID, example: bool = False, key: Key | None = None
) -> FamilyJournal:
    """Make a new journal in a folder and open it for writing, encrypted where a key is given.

    Raises DiskError if a journal is there already, JournalBusyError if somebody is making
    one at this moment, and the disk's errors.
    """
    make_folder_for(folder)
    lock = WriterLock(JournalFolder(folder).lock, device)
    lock.take()
    try:
        settings = JournalSettings(id=uuid4(), example=example)
        store = create_store(folder, device=device, settings=settings_texts(settings), key=key)
        prove_if_small(store, clock().date())
    except BaseException:
        lock.release()
        raise
    return FamilyJournal(store, clock=clock, lock=lock)


def open_journal(
    folder: Path, *, clock: Clock, device: UUID, write: bool = True, key: Key | None = None
) -> FamilyJournal:
    """Open the journal in a folder; an encrypted one with its key.

    Where nothing vouches for a plain file, all of it is checked before anything is read; only a
    large one is left to the caller, who asks `safe.checkup`.

    A journal from a newer homejournal, a damaged one, one that is open on another computer, or one
    in a folder that cannot be written to opens for reading; `read_only_because` says why. Raises
    JournalBusyError if another window writes, JournalMissingError, NotAJournalError,
    JournalDamagedError if nothing can be read, PasswordNeededError if no key is given,
    OtherKeyError or OtherFileError, and the disk's errors.
    """
    if not write:
        store = open_store(folder, device=device, write=False, key=key)
        try:
            prove_if_small(store, clock().date())
            return FamilyJournal(store, clock=clock)
        except BaseException:
            store.close()
            raise
    lock = WriterLock(JournalFolder(folder).lock, device)
    try:
        store, why = _open_to_write(folder, device, lock, key)
    except BaseException:
        lock.release()
        raise
    if why is not None:
        lock.release()
    journal = FamilyJournal(store, clock=clock, lock=lock, read_only_because=why)
    try:
        prove_if_small(store, clock().date())
        journal.family()
    except BaseException:
        journal.close()
        raise
    return journal


def _open_to_write(
    folder: Path, device: UUID, lock: WriterLock, key: Key | None
) -> tuple[Store, JournalError | None]:
    """Open for writing, or for reading with the reason why."""
    if not JournalFolder(folder).journal.exists():
        raise JournalMissingError(folder)
    try:
        lock.take()
        _must_be_writable(folder)
        store = open_store(folder, device=device, write=True, key=key)
    except JournalBusyError as reason:
        if not reason.host:
            raise
        return open_store(folder, device=device, write=False, key=key), reason
    except (JournalReadOnlyError, JournalTooNewError, JournalDamagedError, DiskFullError) as reason:
        return open_store(folder, device=device, write=False, key=key), reason
    with suppress(OSError):  # then the next start tries again
        drop_begun(store.folder)
    with suppress(OSError):
        store.media.take_up()
    return store, None


def _must_be_writable(folder: Path) -> None:
    """Raise unless the folder (for SQLite's own journal) and the file may be written to."""
    if not all(os.access(path, os.W_OK) for path in (folder, JournalFolder(folder).journal)):
        raise JournalReadOnlyError(folder)


def make_folder_for(folder: Path) -> None:
    """Make a journal's folder, readable for this person alone."""
    with disk_errors_named(folder):
        make_folder(folder)


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T.+")
_WEEK = 7
_FIRST_LANGUAGE = "en"
_TEXTS: Mapping[str, frozenset[str]] = {
    "homes": frozenset({"name"}),
    "devices": frozenset({"name"}),
    "children": frozenset({"words", "communicates"}),
    "helpers": frozenset({"name"}),
    "team": frozenset({"discipline", "role"}),
    "outcomes": frozenset({"text"}),
    "routines": frozenset({"name"}),
    "strategies": frozenset({"name"}),
    "plan_steps": frozenset(
        {"what", "how", "when_where_who", "why", "how_we_know", "slots", "unit"}
    ),
    "practices": frozenset({"slot"}),
    "day_marks": frozenset({"slot", "words"}),
    "notes": frozenset({"text"}),
    "private_notes": frozenset({"text"}),
    "visits": frozenset({"bring", "agreed_between", "agreed_next"}),
    "asked": frozenset({"text", "answer"}),
    "life_events": frozenset({"words"}),
    "ladders": frozenset({"levels"}),
    "about": frozenset({"strengths", "interests", "needs", "helps", "hard", "routines"}),
    "contacts": frozenset({"words"}),
    "preparations": frozenset({"answers"}),
}
"""In each list of the file the fields in which the family's words stand; all that is in them."""


def create_example(
    folder: Path, *, clock: Clock, device: UUID, language: str = _FIRST_LANGUAGE
) -> FamilyJournal:
    """Make a journal of the example family in an empty folder; it is marked as an example.

    It speaks a language, or English where it has no words in it. All its days move by whole weeks,
    so that its last week is this one and weekdays stay. It has printed that week, and
    `example_photo` shows what it ticked on the paper.
    """
    told = json.loads(resource("example", "family.json").read_text(encoding="utf-8"))
    words = words_of_example(language)
    through = date.fromisoformat(told["through"])
    journal = create_journal(folder, clock=clock, device=device, example=True)
    weeks = (journal.today() - through).days // _WEEK
    said = in_words(told, lambda text: words.get(text, text))
    said["sheets"] = json.loads(_printed_week(language, "json").read_text(encoding="utf-8"))
    moved = _moved(said, timedelta(weeks=weeks))
    journal.files.import_json(json.dumps(moved, ensure_ascii=False).encode())
    return journal


def example_photo(language: str = _FIRST_LANGUAGE) -> Path:
    """Return a photo of the week that the example family has filled in on paper, to try.

    It shows the sheet of the example that was made in the same language.
    """
    return _printed_week(language, "jpg")


def _printed_week(language: str, form: str) -> Path:
    file = resource("example", f"sheet-{language}.{form}")
    return file if file.is_file() else resource("example", f"sheet-{_FIRST_LANGUAGE}.{form}")


def words_of_example(language: str) -> Mapping[str, str]:
    """Return the words of each English text of the family, or none where a language has none."""
    file = resource("example", f"{language}.json")
    if language == _FIRST_LANGUAGE or not file.is_file():
        return {}
    words: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return words


def in_words(told: Mapping[str, object], words: Callable[[str], str]) -> dict[str, object]:
    """Return the file of a family with each of its texts in other words, and all else as it is."""
    return {name: _in_words(part, _TEXTS.get(name, ()), words) for name, part in told.items()}


def _in_words(
    value: object, fields: Collection[str], words: Callable[[str], str], *, is_text: bool = False
) -> object:
    if isinstance(value, dict):
        return {
            name: _in_words(part, fields, words, is_text=is_text or name in fields)
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [_in_words(part, fields, words, is_text=is_text) for part in value]
    return words(value) if is_text and isinstance(value, str) else value


def _moved(value: object, by: timedelta) -> object:
    if isinstance(value, dict):
        return {name: _moved(part, by) for name, part in value.items()}
    if isinstance(value, list):
        return [_moved(part, by) for part in value]
    if isinstance(value, str) and _DAY.fullmatch(value):
        return (date.fromisoformat(value) + by).isoformat()
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        return (datetime.fromisoformat(value) + by).isoformat()
    return value
