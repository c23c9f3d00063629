"""A family's ten years in fast motion: two computers, a shared folder, copies, a password, visits.

A model beside it knows what was said. The journals have to show that, and nothing else.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path
from random import Random
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.record import Kind
from homejournal.domain.records.visits import Visit
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal, open_journal
from torture.homes_computer import Computer
from torture.homes_story import hold
from torture.story import CHILD
from torture.walking import mebibytes_now
from torture.window_home import set_password

FIRST_DAY = date(2016, 3, 1)
_EVENING = time_of_day(20, 30, tzinfo=UTC)
_NAMES = ("Pause and wait", "Two choices", "Stairs, one hand held")
STRATEGIES = {name: UUID(int=20 + number, version=4) for number, name in enumerate(_NAMES)}
_HELPERS = tuple(UUID(int=40 + number, version=4) for number in range(3))
_WEEK, _VISITS, _MONTH, YEAR = 7, 14, 30, 365
_PASSWORD_AFTER = 200
"""So many days pass before the family sets a password."""
_OFTEN_A_DAY = (0, 1, 1, 2, 2, 3)
_NOTE, _PRIVATE, _EDIT, _TAKE_AWAY, _UNDO, _NOT_TODAY = 0.4, 0.15, 0.1, 0.08, 0.06, 0.1
_YESTERDAY, _LOOKS, _FOLDER_GOES = 0.1, 0.2, 0.01
_SETTLES = 5
"""So many rounds of looking are more than two computers need."""
Answer = tuple[UUID, date, int]
"""A strategy, a day and a level."""


@dataclass(slots=True)
class Model:
    """What was said and not taken back; of answers how often the same was."""

    answers: Counter[Answer] = field(default_factory=Counter)
    notes: dict[UUID, str] = field(default_factory=dict)
    visits: set[date] = field(default_factory=set)


class Life:
    """Lives one day after another; AssertionError where something is not as the model says."""

    def __init__(self, base: Path, chance: Random) -> None:
        self.today, self.lived = FIRST_DAY, 0
        self.model = Model()
        self.memory: list[int] = []
        """MiB of this process at the end of each year."""
        self._chance, self._words = chance, 0
        self._shared, self._stick = base / "shared", base / "stick"
        for folder in (self._shared, self._stick):
            folder.mkdir(parents=True)
        self.kitchen, self.bedroom = (
            Computer(base / name, self._clock) for name in ("kitchen", "bedroom")
        )
        self._begin()

    def _clock(self) -> datetime:
        return datetime.combine(self.today, _EVENING)

    def _begin(self) -> None:
        """Write a plan on one computer, and share it with the other."""
        first, other = self.kitchen, self.bedroom
        first.journal.records.save(
            Child(id=CHILD, name="Mateo", born=FIRST_DAY - timedelta(days=200)),
            *(Helper(id=one, name=name) for one, name in zip(_HELPERS, "ABC", strict=True)),
        )
        for name, one in STRATEGIES.items():
            rating = RatingPlan(kind=RatingKind.HELP)
            step = PlanStep(
                id=UUID(int=one.int + 90), strategy=one, from_day=FIRST_DAY, rating=rating
            )
            first.journal.records.save(Strategy(id=one, child=CHILD, name=name), step)
        sharing = first.journal.safe.sharing.begin(Audience.OWN, self._shared, first.settings)
        invitation = first.journal.safe.sharing.invitation(sharing, first.settings)
        other.journal.safe.pack_files.take_in(first.pack())
        other.journal.safe.sharing.join(invitation, self._shared, other.settings)

    def live(self) -> None:
        """Live one day, and go to bed."""
        folder_is_there = self._chance.random() > _FOLDER_GOES
        at = self._chance.choice((self.kitchen, self.kitchen, self.bedroom))
        if folder_is_there:
            at.look()
        self._answer(at)
        self._write(at)
        if folder_is_there:
            self._change(at)
            for computer in (at, self.kitchen, self.bedroom):
                if computer is at or self._chance.random() < _LOOKS:
                    computer.look()
        self._keep_house()
        self.lived += 1
        self.today += timedelta(1)

    def _answer(self, at: Computer) -> None:
        for _ in range(self._chance.choice(_OFTEN_A_DAY)):
            strategy = self._chance.choice([*STRATEGIES.values()])
            day = self.today - timedelta(self._chance.random() < _YESTERDAY)
            level = self._chance.randint(1, 4)
            told = PracticeTold(rating=level, helper=self._chance.choice(_HELPERS))
            change = at.journal.days.did_it(strategy, max(day, FIRST_DAY), told)
            if self._chance.random() < _UNDO:
                at.journal.undo(change)
            else:
                self.model.answers[strategy, max(day, FIRST_DAY), level] += 1
        if self._chance.random() < _NOT_TODAY:
            at.journal.days.not_today(CHILD, self.today, MarkTold())

    def _write(self, at: Computer) -> None:
        if self._chance.random() < _NOTE:
            kind = PrivateNote if self._chance.random() < _PRIVATE else Note
            number = UUID(int=self._chance.getrandbits(128), version=4)
            note = kind(id=number, child=CHILD, day=self.today, text=self._sentence())
            at.journal.notes.write(note)
            self.model.notes[note.id] = note.text
        if self.lived % _VISITS == 0:
            visit = UUID(int=self._chance.getrandbits(128), version=4)
            at.journal.records.save(Visit(id=visit, child=CHILD, day=self.today, held=True))
            self.model.visits.add(self.today)

    def _sentence(self) -> str:
        self._words += 1
        return f"sentence{self._words} about snack and song"

    def heard(self, words: str) -> None:
        """Take notice of a note that was written in the kitchen's window today."""
        notes = self.kitchen.journal.days.between(CHILD, self.today, self.today).notes
        (note,) = [one for one in notes if one.text == words]
        self.model.notes[note.id] = words

    def _change(self, at: Computer) -> None:
        """Change or take away what both computers know, so that nobody says something else."""
        if self._chance.random() < _EDIT and self.model.notes:
            chosen = self._chance.choice([*self.model.notes])
            before = at.journal.records.get(chosen)
            if isinstance(before, Note | PrivateNote):
                after = replace(before, text=self._sentence())
                at.journal.notes.edit(before, after)
                self.model.notes[chosen] = after.text
        if self._chance.random() < _TAKE_AWAY:
            days = at.journal.days.between(CHILD, self.today, self.today)
            for did in days.practices[:1]:
                at.journal.records.delete(did.id)
                self.model.answers[_answer_of(did)] -= 1

    def _keep_house(self) -> None:
        """Make copies, lock, set the password, and begin again, each in its time."""
        journal = self.kitchen.journal
        if self.lived == _PASSWORD_AFTER:
            self.kitchen.key = set_password(journal)
            journal.safe.backups.second_place(self._stick).begin()
        if self.lived % _WEEK == 0:
            made = journal.safe.backups.make()
            if self.kitchen.key and self.lived % _MONTH < _WEEK:
                journal.safe.backups.second_place(self._stick).take(made)
        if self.lived % _MONTH == 0:
            self.compare(self.today - timedelta(_MONTH))
            if self.kitchen.key:
                journal.safe.password.lock_up()
                journal.safe.password.unlock(self.kitchen.key)
            self.again()
        if self.lived % YEAR == YEAR - 1:
            self.memory.append(mebibytes_now())

    def again(self) -> None:
        """End the program on both computers, and start it again."""
        for computer in (self.kitchen, self.bedroom):
            computer.journal.close()
            computer.again()

    def compare(self, since: date = FIRST_DAY, computer: Computer | None = None) -> None:
        """Compare the numbers of a journal with the model's, from a day on."""
        journal = (computer or self.kitchen).journal
        if computer is None:
            self._settle()
        period = Period(max(since, FIRST_DAY), self.today)
        numbers = journal.numbers.of_child(CHILD, period, self.today)
        for one in numbers.strategies:
            wanted = [
                (day, level)
                for (which, day, level), often in self.model.answers.items()
                if which == one.strategy and day >= period.start
                for _ in range(often)
            ]
            total = one.total
            told = (total.times, total.did_it, dict(total.levels or {}))
            levels = dict(Counter(level for _, level in wanted))
            hold(
                told == (len(wanted), len({day for day, _ in wanted}), levels),
                f"{one.name} since {period.start}: {told} for {len(wanted)} times, {levels}",
            )

    def _settle(self) -> None:
        for _ in range(_SETTLES):
            if not self.kitchen.look() + self.bedroom.look():
                return
        raise AssertionError("the computers never come to rest")

    def end(self) -> Iterator[str]:
        """Look at everything once all is lived; yield what was opened, one after the other."""
        self._settle()
        for computer in (self.kitchen, self.bedroom):
            self.compare(FIRST_DAY, computer)
            self._stands_in(computer.journal)
            hold(computer.journal.files.check().is_sound, "a journal is not sound")
            yield f"the {computer.base.name}'s journal"
        yield from self._exported()
        for computer in (self.kitchen, self.bedroom):
            computer.journal.close()
        copies = self.kitchen.place / "backups"
        for place in (copies, self._stick):
            for file in sorted(place.rglob("*.hj")):
                self._open_copy(file)
                yield file.name

    def _stands_in(self, journal: FamilyJournal) -> None:
        """Hold that all notes and visits stand there, and no others."""
        found = {
            one.id: one.text
            for kind in (Kind.NOTE, Kind.PRIVATE_NOTE)
            for one in journal.records.all_of(kind)
            if isinstance(one, Note | PrivateNote)
        }
        lost = self.model.notes.keys() - found.keys()
        hold(found == self.model.notes, f"{len(lost)} notes are lost, or others stand there")
        visits = {one.day for one in journal.records.all_of(Kind.VISIT) if isinstance(one, Visit)}
        hold(visits == self.model.visits, "the visits are others")

    def _exported(self) -> Iterator[str]:
        """Bring the export into a fresh journal: it says the same."""
        whole = self.kitchen.journal.files.export_json()
        folder = self._stick / "from the export"
        with closing(create_journal(folder, clock=self._clock, device=UUID(int=7))) as fresh:
            fresh.files.import_json(whole)
            self._stands_in(fresh)
        yield "the export"

    def _open_copy(self, file: Path) -> None:
        """Open a copy in a folder of its own, with the key or as it was before there was one."""
        folder = file.with_name(f"{file.stem}-opened")
        folder.mkdir()
        file.rename(folder / "journal.hj")
        key = None if _is_plain(folder / "journal.hj") else self.kitchen.key
        with closing(
            open_journal(folder, clock=self._clock, device=UUID(int=8), write=False, key=key)
        ) as copy:
            hold(copy.files.check().is_sound, f"the copy {file.name} is not sound")
            hold(CHILD in copy.family().children, f"the copy {file.name} is empty")


def _answer_of(did: Practice) -> Answer:
    return did.strategy, did.day, int(str(did.rating))


def _is_plain(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(16) == b"SQLite format 3\x00"
