"""Cuts the power at every moment of real saves, on a disk that forgets what was not synced.

The system calls of a program that makes a journal, saves in it and exports are written down; the
disk in memory then tells what a power cut after each of them could leave, and the program opens it.
"""

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from homejournal.domain.errors import JournalError, JournalMissingError
from homejournal.exchange import read_and_save as saving
from homejournal.exchange.read_and_save import safe_save
from homejournal.storage.file import connection as driver
from homejournal.storage.file import journal_folder as places
from homejournal.storage.file.journal_folder import make_folder
from torture import children
from torture.disk import Disk
from torture.frame import Result, Scale, nothing_tried
from torture.story import KEY, Standing, Story, begin, opened, standing_in
from torture.system_calls import Call, calls_in, is_here, recording

PROMISE = "What said “Saved” is there after a power cut"
TRIED = "states of the disk after a power cut, simulated"
_SAVES = 60
_EXPORT_EVERY = 8
_COPY_EVERY = 25
_EXPORT = "out/journal.json"
_COPIES = "journal/backups/"
_ENOUGH = 5


@dataclass(slots=True)
class Acknowledged:
    """What a program said that it had done, up to one moment."""

    saves: int = -1
    exports: list[str] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)

    def hear(self, words: str) -> None:
        """Take in what the program said."""
        for line in words.splitlines():
            what, told, *more = line.split()
            if what == "saved":
                self.saves = int(told)
            elif what == "copy":
                self.copies[told] = more[0]
            else:
                self.exports.append(told)


def run(scale: Scale) -> Result:
    if not is_here():
        return nothing_tried("strace is not installed")
    plain = _cut(scale, scale.times(full=40_000, quick=800, usual=80), None)
    if plain.lost:
        return plain
    return plain + _cut(scale, scale.times(full=10_000, quick=200, usual=20), KEY)


def save_and_export(folder: str, sealed: str) -> None:
    """Save one thing after the other, export now and then, and say so each time."""
    key = KEY if sealed == "sealed" else None
    place = Path(folder) / "journal"
    begin(place, key)
    children.tell("saved 0")
    journal, story = opened(place, key), Story(1)
    export = Path(folder) / _EXPORT
    make_folder(export.parent)
    while story.done < _SAVES:
        story.tell(journal)
        children.tell(f"saved {story.done}")
        if story.done % _EXPORT_EVERY == 0:
            data = journal.files.export_json()
            safe_save(export, data)
            children.tell(f"export {hashlib.sha256(data).hexdigest()}")
        if story.done % _COPY_EVERY == 0:
            copy = journal.safe.backups.make().path
            children.tell(f"copy {copy.name} {hashlib.sha256(copy.read_bytes()).hexdigest()}")
    journal.close()


def _cut(scale: Scale, states: int, key: bytes | None) -> Result:
    calls = _recorded(scale, key)
    moments = len(calls)
    looks = _Looks(scale.folder / "state", key)
    wrong: list[str] = []
    tried = 0
    for moment, disk, acknowledged in _moments(scale, calls):
        chance = scale.random("power", moment, key)
        for _ in range(states * (moment + 1) // moments - states * moment // moments):
            tried += 1
            if what := looks.wrong_with(disk.after_power_cut(chance), acknowledged):
                wrong.append(f"after call {moment} ({calls[moment].name}): {what}")
        if len(wrong) >= _ENOUGH or (wrong and scale.mutant):
            break
    kind = "an encrypted" if key else "a plain"
    notes = f"{moments:,} calls of the system by {kind} journal, its copies and exports"
    return Result(tried, tried - len(wrong), len(wrong), (notes, *wrong))


def _recorded(scale: Scale, key: bytes | None) -> list[Call]:
    folder, record = scale.folder / "live", scale.folder / "calls.txt"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    given = (folder, "sealed" if key else "plain")
    with children.start(scale, "save_and_export", *given, before=recording(record)) as program:
        program.communicate()
    assert program.returncode == 0, "the program that saves broke off"  # noqa: S101
    disk = Disk(folder)
    return [call for call in calls_in(record) if _is_said(call) or disk.follow(call)]


def _is_said(call: Call) -> bool:
    return call.name == "write" and call.file(0) == 1


def _moments(scale: Scale, calls: list[Call]) -> Iterator[tuple[int, Disk, Acknowledged]]:
    """Give the disk and what was said, after each call; the disk changes with the next one."""
    disk, acknowledged = Disk(scale.folder / "live"), Acknowledged()
    for moment, call in enumerate(calls):
        if _is_said(call):
            acknowledged.hear(call.data(1).decode())
        else:
            disk.follow(call)
        yield moment, disk, acknowledged


class _Looks:
    """Lays the files of a state into a folder and opens the journal there; equal states once."""

    def __init__(self, folder: Path, key: bytes | None) -> None:
        self._folder, self._key = folder, key
        self._seen: dict[bytes, str] = {}
        story = Story(1)
        self._stands = [Standing()]
        while story.done <= _SAVES:
            story.advance()
            self._stands.append(story.stands.copied())

    def wrong_with(self, files: dict[str, bytes], said: Acknowledged) -> str:
        """Return what is missing of what was said, or ""."""
        export = files.pop(_EXPORT, None)
        elsewhere = ("out/", _COPIES)
        kept = {name: data for name, data in files.items() if not name.startswith(elsewhere)}
        told = hashlib.sha256(repr((said.saves, sorted(kept.items()))).encode()).digest()
        if told not in self._seen:
            self._lay(kept)
            self._seen[told] = self._wrong_with_journal(said.saves)
        copies = {name: data for name, data in files.items() if name.startswith(_COPIES)}
        return self._seen[told] or _wrong_with_export(export, said) or _wrong_with(copies, said)

    def _lay(self, files: dict[str, bytes]) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        for name, data in files.items():
            path = self._folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def _wrong_with_journal(self, saves: int) -> str:
        try:
            journal = opened(self._folder / "journal", self._key)
        except JournalMissingError:
            return "the journal is gone" if saves >= 0 else ""
        except JournalError as error:
            return f"it does not open: {type(error).__name__}"
        try:
            if journal.read_only_because or not journal.files.check().is_sound:
                return f"it is damaged: {journal.read_only_because}"
            there = standing_in(journal)
        except JournalError as error:
            return f"it does not read: {type(error).__name__}"
        finally:
            journal.close()
        least = max(saves, 0)
        return "" if there in self._stands[least : least + 2] else self._other(there, least)

    def _other(self, there: Standing, least: int) -> str:
        if there in self._stands:
            return f"{least - self._stands.index(there)} acknowledged saves are gone"
        return f"half of a save, or other words, after {least} saves"


def _wrong_with(copies: dict[str, bytes], said: Acknowledged) -> str:
    """Return which copy of the journal is not there as it was when it was acknowledged."""
    for name, told in said.copies.items():
        there = copies.get(f"{_COPIES}{name}")
        if there is None:
            return "an acknowledged copy is gone"
        if hashlib.sha256(there).hexdigest() != told:
            return "an acknowledged copy changed"
    return ""


def _wrong_with_export(there: bytes | None, said: Acknowledged) -> str:
    if not said.exports:
        return ""
    if there is None:
        return "the export is gone"
    found = hashlib.sha256(there).hexdigest()
    if found == said.exports[-1]:
        return ""
    if found in said.exports:
        return "the export is older than acknowledged"
    return "" if there.endswith((b"}\n", b"}")) else "half an export"


def _sync_less() -> None:
    """Sync as SQLite does by itself: a journal's end is not synced."""
    pragmas = [one.replace("= EXTRA", "= NORMAL") for one in driver._PRAGMAS]  # noqa: SLF001
    setattr(driver, "_PRAGMAS", tuple(pragmas))  # noqa: B010 (the type tells its length)


def _sync_no_folder() -> None:
    """Forget to sync the folder after an export took its place."""
    _forget_folders(saving)


def _sync_no_new_folder() -> None:
    """Forget to sync the names of journals, copies and folders that are made."""
    _forget_folders(places)


def _forget_folders(module: ModuleType) -> None:
    setattr(module, "sync_folder", lambda _path: None)  # noqa: B010 (imported there, not made there)


MUTANTS = {
    "new_names_are_not_synced": _sync_no_new_folder,
    "less_is_synced": _sync_less,
    "an_exports_name_is_not_synced": _sync_no_folder,
}
