"""What a pack can be made from: everything of one child and period, but nothing private."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.looking_back.look_back_values import LookBack, StrategyWritten
from homejournal.domain.looking_back.make_look_back import look_back
from homejournal.domain.names import Names, names_of_others
from homejournal.domain.packs.pack import is_reached
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.plan.outcomes import Feeling, OutcomeRecords
from homejournal.domain.records.children import About, Child, LifeEvent
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Flag, Note, PackKind
from homejournal.domain.records.plan import (
    STANDING_STILL,
    Outcome,
    PlanStep,
    StepInForce,
    StepKind,
    step_of_day,
    steps_in_force,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackAsked:
    """Which pack of which child and days; InvalidValueError for dates that are reversed.

    `home_language` is the one the family writes in, where it is known.
    """

    child: UUID
    kind: PackKind
    period: Period
    paper: Paper = Paper.LETTER
    language: str = "en"
    second_language: str | None = None
    home_language: str | None = None

    def __post_init__(self) -> None:
        if self.period.end < self.period.start:
            raise InvalidValueError("period", Reason.DATES_REVERSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRead:
    """All that was read for a pack, before anything is counted.

    `notes` are of the period and name their strategy; `about` is the newest of its kind; `wrote`
    are those who wrote entries, by strategy, under None those of marks on whole days.
    """

    asked: PackAsked
    family: Family
    printed: date
    outcomes: Sequence[OutcomeRecords] = ()
    written: Sequence[StrategyWritten] = ()
    notes: Sequence[Note] = ()
    feelings: Sequence[Feeling] = ()
    about: About | None = None
    wrote: Mapping[UUID | None, frozenset[UUID]] = field(default_factory=dict)
    counted: Period | None = None
    """The days of which numbers are told; None means all of the pack's."""
    example: bool = False

    @property
    def in_other_language(self) -> bool:
        """Whether a pack has labels in a language that is not the family's own."""
        asked = self.asked
        wanted = {asked.language, asked.second_language or asked.language}
        return wanted != {asked.home_language or asked.language}

    @property
    def child(self) -> Child:
        return self.family.children[self.asked.child]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyTold:
    """A strategy that was counted."""

    back: LookBack

    @property
    def id(self) -> UUID:
        """Return which strategy it is."""
        return self.back.written.strategy.id

    @property
    def name(self) -> str:
        return self.back.written.strategy.name

    @property
    def speaks(self) -> bool:
        """Whether anything of it was written in these days."""
        total = self.back.total
        return bool(total.times or total.left_out or total.not_today)

    def planned_on(self, day: date) -> StepInForce | None:
        """Return the step of its plan that holds on a day; None where it rests or has ended."""
        step = step_of_day(steps_in_force(self.back.written.steps), day)
        return None if step is None or step.step.step in STANDING_STILL else step

    def changes(self, period: Period) -> tuple[PlanStep, ...]:
        """Return what happened to its plan in the days of a pack, after its beginning."""
        return tuple(
            step
            for step in self.back.written.steps
            if step.step is not StepKind.START and _inside(step.from_day, period)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeTold:
    """An outcome with what belongs to it, and its strategies; None for those without an outcome."""

    records: OutcomeRecords | None
    strategies: tuple[StrategyTold, ...] = ()

    @property
    def outcome(self) -> Outcome | None:
        return self.records.outcome if self.records else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackMaterial:
    """All that may be offered for a pack, counted."""

    read: PackRead
    outcomes: tuple[OutcomeTold, ...] = ()

    @property
    def others(self) -> Names:
        """Return the names of the family's other children, of whom a pack tells nothing unasked."""
        return names_of_others(self.read.family.children.values(), self.read.child)

    @property
    def period(self) -> Period:
        """Return the days that the pack tells of."""
        return self.read.asked.period

    @property
    def counted(self) -> Period:
        """Return the days of which numbers and pictures are told."""
        return self.read.counted or self.period

    def asked_as(self, asked: PackAsked) -> "PackMaterial":
        """Return the same material for another paper or language; nothing is counted anew."""
        return replace(self, read=replace(self.read, asked=asked))

    def strategies(self) -> Iterator[StrategyTold]:
        """Yield every strategy in the order of the pack."""
        for outcome in self.outcomes:
            yield from outcome.strategies

    def wrote(self, one: StrategyTold) -> frozenset[UUID]:
        """Return who wrote the entries that a strategy's numbers count."""
        wrote = self.read.wrote
        return wrote.get(one.id, frozenset()) | wrote.get(None, frozenset())

    def celebrations(self) -> tuple[Note, ...]:
        """Return the celebrations of these days, newest first."""
        return self.flagged(Flag.CELEBRATION)

    def flagged(self, flag: Flag) -> tuple[Note, ...]:
        """Return the notes of these days with a flag, newest first; no question with an answer."""
        mine = [note for note in self.read.notes if flag in note.flags]
        if flag is Flag.QUESTION:
            mine = [note for note in mine if note.answered is None]
        return tuple(sorted(mine, key=lambda note: (note.day, str(note.id)), reverse=True))

    def life(self) -> tuple[LifeEvent, ...]:
        """Return what happened in the family's life in these days, oldest first."""
        events = self.read.family.life_events.values()
        mine = (event for event in events if event.child == self.read.asked.child)
        inside = (event for event in mine if _inside(event.day, self.period))
        return tuple(sorted(inside, key=lambda event: (event.day, str(event.id))))


def pack_material(read: PackRead) -> PackMaterial:
    """Count what was read; a pure function that may take a moment for years."""
    told = [StrategyTold(back=look_back(written)) for written in read.written]
    known = {outcome.outcome.id for outcome in read.outcomes}
    groups = [
        OutcomeTold(
            records=records,
            strategies=tuple(
                strategy
                for strategy in told
                if strategy.back.written.strategy.outcome == records.outcome.id
            ),
        )
        for records in read.outcomes
    ]
    groups.sort(key=lambda told: not _is_reached(told, read.asked.period.end))
    free = tuple(
        strategy for strategy in told if strategy.back.written.strategy.outcome not in known
    )
    if free:
        groups.append(OutcomeTold(records=None, strategies=free))
    return PackMaterial(read=read, outcomes=tuple(groups))


def _is_reached(told: OutcomeTold, end: date) -> bool:
    """Whether an outcome was reached by the end of the days; such news comes first."""
    reviews = told.records.reviews if told.records else ()
    return is_reached([review.words for review in reviews if review.day <= end])


def _inside(day: date, period: Period) -> bool:
    return period.start <= day <= period.end
