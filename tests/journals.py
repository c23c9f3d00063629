"""Journals in a folder of the test, and small records with defaults."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import sqlcipher3

from homejournal.domain.records.changes import Change
from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.plan import Often, PlanStep, Strategy
from homejournal.domain.records.practices import DayMark, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal, open_journal
from homejournal.storage.journal.file_upgrade import rebuilt_in_memory

NOW = datetime(2026, 3, 10, 20, 30, tzinfo=UTC)
TODAY = NOW.date()
DEVICE = UUID("dddddddd-0000-4000-8000-000000000001")
ELSEWHERE = UUID("eeeeeeee-0000-4000-8000-000000000002")


@dataclass
class Clock:
    """A clock that stands still until a test moves it."""

    moment: datetime = NOW

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **by: float) -> None:
        self.moment += timedelta(**by)


@dataclass
class Opened:
    """The journals of a test, all closed at its end."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    opened: list[FamilyJournal] = field(default_factory=list)

    def new(self, name: str = "journal", device: UUID = DEVICE) -> FamilyJournal:
        made = create_journal(self.folder / name, clock=self.clock, device=device)
        self.opened.append(made)
        return made

    def again(self, name: str = "journal", *, write: bool = True) -> FamilyJournal:
        found = open_journal(self.folder / name, clock=self.clock, device=DEVICE, write=write)
        self.opened.append(found)
        return found

    def close(self) -> None:
        for journal in self.opened:
            journal.close()


def a_journal(folder: Path) -> FamilyJournal:
    """Make a new, empty journal in a folder; the clock stands still."""
    return create_journal(folder / "journal", clock=Clock(), device=DEVICE)


def child(**said: object) -> Child:
    return Child(**{"id": uuid4(), "name": "Mateo"} | said)


def strategy(of: Child | UUID, **said: object) -> Strategy:
    return Strategy(**{"id": uuid4(), "child": id_of(of), "name": "Pause and wait"} | said)


def step(of: Strategy | UUID, **said: object) -> PlanStep:
    told = {
        "id": uuid4(),
        "strategy": id_of(of),
        "from_day": date(2026, 3, 2),
        "often": Often(times=2, slots=("breakfast", "dinner")),
        "rating": RatingPlan(kind=RatingKind.HELP),
    }
    return PlanStep(**told | said)


def practice(of: Strategy | UUID, **said: object) -> Practice:
    told = {"id": uuid4(), "strategy": id_of(of), "day": TODAY, "rating_kind": RatingKind.HELP}
    return Practice(**told | {"rating": 2, "written": NOW} | said)


def mark(of: Child | UUID, **said: object) -> DayMark:
    told = {"id": uuid4(), "child": id_of(of), "day": TODAY, "mark": MarkKind.NOT_TODAY}
    return DayMark(**told | {"written": NOW} | said)


def note(of: Child | UUID, text: str = "He pointed at the banana", **said: object) -> Note:
    told = {"id": uuid4(), "child": id_of(of), "day": TODAY, "text": text, "written": NOW}
    return Note(**told | said)


def private_note(of: Child | UUID, text: str = "I was so tired", **said: object) -> PrivateNote:
    told = {"id": uuid4(), "child": id_of(of), "day": TODAY, "text": text, "written": NOW}
    return PrivateNote(**told | said)


def id_of(record: object) -> UUID:
    return record if isinstance(record, UUID) else record.id


def planned(journal: FamilyJournal, **said: object) -> tuple[Child, Strategy]:
    """Write down a child with one strategy, twice a day with help rated."""
    of = child(**said)
    what = strategy(of)
    journal.records.save(of, what, step(what))
    return of, what


def practices_on(journal: FamilyJournal, of: Child, day: date = TODAY) -> tuple[Practice, ...]:
    return journal.days.between(of.id, day, day).practices


def revisions(journal: FamilyJournal) -> list:
    """Return every revision as another journal would get it, in the order of arrival."""
    from homejournal.storage.records.revisions import Revisions

    store = journal._store
    with store.reading() as connection:
        every = Revisions(connection, store.keys, store.damage).every()
    stored = [one for found in every.values() for one in found]
    return [one.revision for one in sorted(stored, key=lambda one: one.seq)]


def take_in(journal: FamilyJournal, made: list) -> Change:
    """Join revisions made elsewhere to a journal."""
    with journal._session.step() as step:
        step.did(step.writer.union(made))
    return step.change


def projection(folder: Path) -> dict[str, set[tuple[object, ...]]]:
    """Return the projection's rows with ids in place of the numbers of this file."""
    file = sqlcipher3.connect(folder / "journal.hj")
    try:
        return _projection(file)
    finally:
        file.close()


def _projection(file: object) -> dict[str, set[tuple[object, ...]]]:
    """Read the tables; only this file's own numbers are left out or told by the ids they mean."""
    uuid = "(SELECT uuid FROM key WHERE id = {})".format
    head = [uuid(name) for name in ("h.record", "h.child", "h.strategy", "h.person", "h.about")]
    practice = [uuid(f"p.{name}") for name in ("record", "strategy", "routine")]
    mark = [uuid(f"m.{name}") for name in ("record", "child", "strategy")]
    columns = {
        "head h JOIN revision r ON r.seq = h.rev": (
            [*head, "r.id", "h.kind", "h.day", "h.place IS NULL", "h.flags", "h.versions"]
        ),
        "practice p": (
            [
                *practice,
                "day",
                "slot",
                "kind",
                "level",
                "number",
                "took",
                "of",
                "written",
                "versions",
            ]
        ),
        "day_mark m": [*mark, "day", "slot", "mark", "reason"],
        "note_fts_docsize d": [uuid("d.id & 4294967295")],
    }
    return {
        table: set(file.execute(f"SELECT {', '.join(names)} FROM {table}"))  # noqa: S608
        for table, names in columns.items()
    }


def rebuilt(journal: FamilyJournal) -> dict[str, set[tuple[object, ...]]]:
    """Return the projection as it is made again from the revisions alone."""
    store = rebuilt_in_memory(journal._store.folder, device=DEVICE)
    try:
        return _projection(store.bare)
    finally:
        store.close()


def assert_holds(journal: FamilyJournal) -> None:
    """Assert that a journal is sound, and that its projection is what rebuilding makes."""
    report = journal.files.check()
    assert report.is_sound, report
    assert rebuilt(journal) == projection(journal.folder)
