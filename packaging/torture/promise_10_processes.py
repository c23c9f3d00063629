"""Three programs take turns with one journal and save as fast as they can."""

import json
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from random import Random
from uuid import UUID

from homejournal.domain.errors import JournalBusyError, StaleChangeError
from homejournal.domain.records.changes import Change, Move
from homejournal.domain.records.notes import Note
from homejournal.domain.records.record import Record
from homejournal.domain.records.revisions import Revision
from homejournal.services.family_journal import FamilyJournal
from homejournal.storage.file import writer_lock
from homejournal.storage.journal.writer import Writer
from homejournal.storage.records.projection import Stored
from homejournal.storage.records.revisions import heads_now
from torture.children import tell
from torture.forking import Forked
from torture.frame import Result, Scale
from torture.story import begin, note, opened

PROMISE = "Several programs with one journal overwrite nothing"
TRIED = "saves and undos by three programs that take turns"
_PROGRAMS, _SHARED, _AT_ONCE = 3, 5, 6


@dataclass(slots=True)
class _Told:
    """What a program did: the how-many-th of all, which note, and which words stand now.

    `instead_of` are the words that a step taken back had written, and "" where words are new.
    """

    number: int
    note: UUID
    words: str
    instead_of: str


@dataclass(slots=True)
class _Program:
    """One of the programs: what it did before, and may want to take back."""

    name: int
    folder: Path
    saves: int
    chance: Random
    done: list[tuple[Change, UUID, str, str]] = field(default_factory=list)
    told: int = 0

    def work(self) -> None:
        """Open, save and close, until it has saved often enough."""
        while self.told < self.saves:
            with suppress(JournalBusyError):
                self._take_a_turn()
            time.sleep(self.chance.uniform(0, 0.002))

    def _take_a_turn(self) -> None:
        with closing(opened(self.folder)) as journal, self._alone():
            self._save_some(journal)

    def _save_some(self, journal: FamilyJournal) -> None:
        for _ in range(self.chance.randint(1, _AT_ONCE)):
            if self.done and self.chance.random() < 0.1:
                self._undo(journal)
            else:
                self._save(journal)

    def _save(self, journal: FamilyJournal) -> None:
        words = f"program {self.name} save {self.told}"
        shared = UUID(int=self.chance.randrange(1, _SHARED + 1))
        before = journal.records.get(shared)
        if isinstance(before, Note) and self.chance.random() < 0.7:
            change = journal.notes.edit(before, replace(before, text=words))
            self.done.append((change, shared, before.text, words))
        else:
            shared = UUID(int=self.chance.getrandbits(128), version=4)
            journal.notes.write(note(shared, words, self.chance))
        self._tell(shared, words)

    def _undo(self, journal: FamilyJournal) -> None:
        """Take an earlier step back; it is refused where another program wrote since."""
        change, shared, before, words = self.done.pop(self.chance.randrange(len(self.done)))
        with suppress(StaleChangeError):
            journal.undo(change)
            self._tell(shared, before, instead_of=words)

    def _tell(self, shared: UUID, words: str, *, instead_of: str = "") -> None:
        self.told += 1
        counter = self.folder.with_name("counter")
        number = int(counter.read_text()) + 1
        counter.write_text(str(number))
        tell(json.dumps([number, str(shared), words, instead_of]))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Say so where another program writes at the same time."""
        mark = self.folder.with_name("writing")
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            tell(json.dumps("two programs write at the same time"))
        try:
            yield
        finally:
            mark.unlink(missing_ok=True)


def run(scale: Scale) -> Result:
    saves = scale.times(full=10_000, quick=300)
    folder = scale.folder / "journal"
    _begin(folder)
    programs = [
        _Program(name, folder, saves // _PROGRAMS + 1, scale.random("program", name))
        for name in range(_PROGRAMS)
    ]
    running = [Forked(partial(_Program.work, program)) for program in programs]
    with ThreadPoolExecutor(_PROGRAMS) as listening:  # whoever is not heard would wait
        heard = list(listening.map(Forked.wait, running))
    lines = [json.loads(line) for said in heard for line in said]
    wrong = sorted({line for line in lines if isinstance(line, str)})
    told = [
        _Told(line[0], UUID(line[1]), line[2], line[3]) for line in lines if isinstance(line, list)
    ]
    wrong += _missing(folder, sorted(told, key=lambda one: one.number))
    if len(told) < saves:
        wrong.append(f"the programs saved only {len(told)} times")
    return Result(len(told), len(told) - len(wrong), len(wrong), tuple(wrong[:5]))


def _begin(folder: Path) -> None:
    begin(folder)
    folder.with_name("counter").write_text("0")
    journal = opened(folder)
    chance = Random(1)  # noqa: S311
    for number in range(1, _SHARED + 1):
        journal.notes.write(note(UUID(int=number), "from the beginning", chance))
    journal.close()


def _missing(folder: Path, told: list[_Told]) -> list[str]:
    """Return what is not in the journal: the last words of each note, and all words before."""
    stand, wrong = dict[UUID, str](), list[str]()
    for one in told:
        if one.instead_of and stand[one.note] != one.instead_of:
            wrong.append(f"a step was taken back over {stand[one.note]!r}")
        stand[one.note] = one.words
    journal = opened(folder)
    try:
        wrong += [] if journal.files.check().is_sound else ["the check finds damage"]
        for number, words in stand.items():
            says = _words(journal.records.get(number))
            if says != words:
                wrong.append(f"{number} says {says!r}, not {words!r}")
            said = {_words(version.record) for version in journal.records.history(number)}
            ever = {one.words for one in told if one.note == number and not one.instead_of}
            wrong += [f"{words!r} is in no version of {number}" for words in ever - said]
    finally:
        journal.close()
    return wrong


def _words(record: Record | None) -> str:
    return record.text if isinstance(record, Note) else ""


def _hold_nothing() -> None:
    """Take the lock even where another program has it."""
    writer_lock._try_lock = lambda _: True  # type: ignore[assignment] # noqa: SLF001


def _undo_blindly() -> None:
    """Take a step back whatever was written since."""
    whole = Writer._opposite  # noqa: SLF001

    def blindly(self: Writer, move: Move, stored: Sequence[Stored]) -> list[Revision]:
        try:
            return whole(self, move, stored)
        except StaleChangeError:
            old = next(one.revision for one in stored if one.revision.id in move.before)
            return [self._seal(move.record, move.kind, heads_now(stored), old.fields)]

    Writer._opposite = blindly  # type: ignore[method-assign] # noqa: SLF001


MUTANTS = {"a_lock_that_holds_nobody": _hold_nothing, "undo_without_looking": _undo_blindly}
