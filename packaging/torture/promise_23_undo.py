"""Does, takes back and deletes by chance, and asks for every state that there ever was."""

from contextlib import closing
from dataclasses import dataclass, field, replace
from random import Random
from uuid import UUID

from homejournal.domain.errors import StaleChangeError
from homejournal.domain.records.changes import Change
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.record import Kind, Record
from homejournal.services.days.days import MarkTold
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.records.records import Records
from homejournal.storage.journal.writer import Writer
from homejournal.storage.records.revisions import Planned
from torture.frame import Result, Scale
from torture.story import CHILD, FIRST_DAY, STRATEGY, begin, note, opened

PROMISE = "Whatever was done can be taken back, and what was deleted too"
TRIED = "rows of deeds, each taken back and done again"
_KINDS = (Kind.NOTE, Kind.PRIVATE_NOTE, Kind.PRACTICE, Kind.DAY_MARK)
_DEEDS = 40
_ENOUGH = 5
Stands = dict[UUID, Record]


@dataclass(slots=True)
class _Row:
    """A row of deeds in one journal: each with its change and what stood before it."""

    journal: FamilyJournal
    chance: Random
    done: list[tuple[Change, Stands]] = field(default_factory=list)
    said: dict[UUID, set[str]] = field(default_factory=dict)
    written: int = 0

    def stands(self) -> Stands:
        """Return all that stands."""
        records = self.journal.records
        return {record.id: record for kind in _KINDS for record in records.all_of(kind)}

    def do(self) -> None:
        """Do one thing by chance."""
        before = self.stands()
        deed = self.chance.choice((self._write, self._write, self._edit, self._did, self._hide))
        if before and self.chance.random() < 0.3:
            deed = self._delete
        elif self.chance.random() < 0.15:
            deed = self._not_today
        change = deed(before)
        if change is not None and (change.moves or change.drafts):
            self.done.append((change, before))

    def _write(self, _: Stands) -> Change:
        self.written += 1
        said = note(UUID(int=self.chance.getrandbits(128), version=4), self._words(), self.chance)
        self.said.setdefault(said.id, set()).add(said.text)
        return self.journal.notes.write(said)

    def _edit(self, before: Stands) -> Change | None:
        notes = [one for one in before.values() if isinstance(one, Note)]
        if not notes:
            return None
        chosen = self.chance.choice(notes)
        changed = replace(chosen, text=self._words())
        self.said.setdefault(chosen.id, set()).add(changed.text)
        return self.journal.notes.edit(chosen, changed)

    def _hide(self, before: Stands) -> Change | None:
        """Make a note private, or no longer private."""
        notes = [one for one in before.values() if isinstance(one, Note | PrivateNote)]
        if not notes:
            return None
        chosen = self.chance.choice(notes)
        kind = PrivateNote if isinstance(chosen, Note) else Note
        fresh = UUID(int=self.chance.getrandbits(128), version=4)
        turned = kind(id=fresh, child=CHILD, day=chosen.day, text=chosen.text)
        return self.journal.notes.edit(chosen, turned)

    def _did(self, _: Stands) -> Change:
        change = self.journal.days.did_it(STRATEGY, FIRST_DAY)
        practice = change.moves[0].record
        said = replace(note(UUID(int=self.chance.getrandbits(128), version=4), "x", self.chance))
        self.journal.records.save(replace(said, practice=practice))
        return change

    def _not_today(self, _: Stands) -> Change:
        return self.journal.days.not_today(CHILD, FIRST_DAY, MarkTold(strategy=STRATEGY))

    def _delete(self, before: Stands) -> Change:
        return self.journal.records.delete(self.chance.choice(sorted(before)))

    def _words(self) -> str:
        self.written += 1
        return f"words {self.written} " + "again " * self.chance.randrange(5)


def run(scale: Scale) -> Result:
    rows, wrong = scale.times(full=300, quick=12, usual=6), list[str]()
    for number in range(rows):
        folder = scale.folder / f"row-{number}"
        begin(folder)
        with closing(opened(folder)) as journal:
            row = _Row(journal, scale.random("row", number))
            found = _steps_back(row) or _by_chance(row) or _bin_and_history(row)
            if found or not journal.files.check().is_sound:
                wrong.append(f"row {number}: {found or 'the check finds damage'}")
        if len(wrong) == _ENOUGH or (wrong and scale.mutant):
            break
    return Result(number + 1, number + 1 - len(wrong), len(wrong), tuple(wrong))


def _steps_back(row: _Row) -> str:
    """Do many things, take all back one by one, and do all of them again."""
    while len(row.done) < _DEEDS // 2:
        row.do()
    # What was saved beside a deed is a deed of its own and must go first: only the last count.
    after, undone = row.stands(), list[tuple[Change, Stands]]()
    for change, before in reversed(row.done[-5:]):
        stood = row.stands()
        try:
            undone.append((row.journal.undo(change), stood))
        except StaleChangeError:
            break
        if wrong := _differs(row.stands(), before, change):
            return f"taking back: {wrong}"
    for change, stood in reversed(undone):
        row.journal.undo(change)
        if row.stands() != stood:
            return "doing again did not bring the same"
    return "" if row.stands() == after else "after going back and forth something else stands"


def _differs(there: Stands, before: Stands, change: Change) -> str:
    """Return which of the records of a change do not stand as they did before it."""
    for move in change.moves:
        if there.get(move.record) != before.get(move.record):
            return f"{move.kind} {move.record} is not as before"
    return ""


def _by_chance(row: _Row) -> str:
    """Take any earlier step back: wholly, or not at all where something was changed since."""
    for _ in range(_DEEDS):
        row.do()
        change, before = row.chance.choice(row.done)
        stood = row.stands()
        try:
            row.journal.undo(change)
        except StaleChangeError:
            if row.stands() != stood:
                return "a step that could not be taken back changed something"
            continue
        if wrong := _differs(row.stands(), before, change):
            return f"an earlier step: {wrong}"
    return ""


def _bin_and_history(row: _Row) -> str:
    """Bring everything back that was deleted; each sentence ever typed is in a version."""
    for record, said in row.said.items():
        history = row.journal.records.history(record)
        texts = {one.record.text for one in history if isinstance(one.record, Note)}
        if said - texts:
            return f"{said - texts} is in no version"
        last = next((one.record for one in reversed(history) if one.record), None)
        row.journal.bin.bring_back(record)
        there = row.journal.records.get(record)
        if there is None or (isinstance(there, Note) and there != last):
            return "what was deleted did not come back as it was last"
    return ""


def _forget_what_stood() -> None:
    """Take a step back by deleting, whatever stood before it."""

    def deleting(self: Writer, change: Change) -> Planned:
        known = self.standing(move.record for move in change.moves)
        return self._plan(self.deletions(known), known)

    Writer.putting_back = deleting  # type: ignore[method-assign]


def _bring_back_empty() -> None:
    """Bring back from the bin the first version instead of the last."""
    restore = Records.restore

    def first(self: Records, record: UUID) -> Change:
        if self.get(record) is not None:
            return restore(self, record)
        told = next(version.record for version in self.history(record) if version.record)
        return self.save(told)

    Records.restore = first  # type: ignore[method-assign]


MUTANTS = {"undo_deletes": _forget_what_stood, "the_bin_keeps_the_first": _bring_back_empty}
