"""The small records of a family that a window has at hand, and what was written on some days.

Here alone it is said whose days go on, and whose journal is put away. The first page, reminders,
coming visits, birthdays, and whatever is offered for all children ask here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from homejournal.domain.records.children import Child, LifeEvent, Pronoun
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.people import Device, Helper, Home, TeamMember
from homejournal.domain.records.plan import Outcome, PlanStep, Routine, Strategy
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.record import HelperId
from homejournal.domain.records.visits import Visit

Written = TypeVar("Written", bound=Practice | DayMark | Note | PrivateNote)


def done_by(written: Written, helper: HelperId | None) -> Written:
    """Return an entry or note with another helper; who typed it first is kept."""
    typed = written.written_by or written.helper
    return replace(written, helper=helper, written_by=typed if typed != helper else None)


def writer_of(written: Practice | DayMark | Note | PrivateNote) -> HelperId | None:
    """Return who wrote an entry down, for themselves or for somebody else."""
    return written.written_by or written.helper


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The small records of a journal by their ids; plan steps by strategy, oldest first."""

    homes: Mapping[UUID, Home] = field(default_factory=dict)
    children: Mapping[UUID, Child] = field(default_factory=dict)
    helpers: Mapping[UUID, Helper] = field(default_factory=dict)
    team: Mapping[UUID, TeamMember] = field(default_factory=dict)
    outcomes: Mapping[UUID, Outcome] = field(default_factory=dict)
    routines: Mapping[UUID, Routine] = field(default_factory=dict)
    strategies: Mapping[UUID, Strategy] = field(default_factory=dict)
    steps: Mapping[UUID, tuple[PlanStep, ...]] = field(default_factory=dict)
    visits: Mapping[UUID, Visit] = field(default_factory=dict)
    life_events: Mapping[UUID, LifeEvent] = field(default_factory=dict)
    devices: Mapping[UUID, Device] = field(default_factory=dict)

    @property
    def writers(self) -> Mapping[UUID, Helper]:
        """Return the helpers who are on the list: those who can be chosen for new entries."""
        return {id_: helper for id_, helper in self.helpers.items() if helper.left is None}

    def other_homes(self, ours: UUID | None) -> Mapping[str, Home]:
        """Return the homes beside ours by the ids of their computers, as text."""
        known = (
            (device.id, self.homes.get(device.home))
            for device in self.devices.values()
            if device.home
        )
        return {str(one): home for one, home in known if home is not None and home.id != ours}

    def strategies_of(self, child: UUID) -> tuple[Strategy, ...]:
        """Return a child's strategies in the order in which they were first planned.

        Those planned from the same day on stand in the order in which they came.
        """
        mine = [strategy for strategy in self.strategies.values() if strategy.child == child]
        return tuple(sorted(mine, key=self._first_planned))

    def outcomes_of(self, child: UUID) -> tuple[Outcome, ...]:
        """Return a child's outcomes as a plan lists them: open ones by date, closed ones last."""
        mine = (outcome for outcome in self.outcomes.values() if outcome.child == child)
        return tuple(sorted(mine, key=_outcome_order))

    def _first_planned(self, strategy: Strategy) -> date:
        steps = self.steps.get(strategy.id, ())
        return steps[0].from_day if steps else date.max


def _outcome_order(outcome: Outcome) -> tuple[bool, date, str]:
    return outcome.closed is not None, outcome.since or date.max, outcome.id.hex


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRecords:
    """What was written for a child on some days, oldest first."""

    practices: tuple[Practice, ...] = ()
    marks: tuple[DayMark, ...] = ()
    notes: tuple[Note, ...] = ()
    private_notes: tuple[PrivateNote, ...] = ()
    two_versions: frozenset[UUID] = frozenset()
    """What stands in more than one version."""
    from_homes: Mapping[UUID, Home] = field(default_factory=dict)
    """The practices that another home wrote as they stand, and which home it is."""

    @property
    def last_written(self) -> date | None:
        """Return the last of the days with anything written that is not private."""
        entries: tuple[Practice | DayMark | Note, ...] = (
            *self.practices,
            *self.marks,
            *self.notes,
        )
        return max((one.day for one in entries), default=None)

    def wrote_entries(self) -> Mapping[UUID | None, frozenset[UUID]]:
        """Return by strategy which helpers wrote its practices and marks.

        Under None stand those of marks on whole days, which count for every strategy.
        """
        found: dict[UUID | None, set[UUID]] = {}
        entries: tuple[Practice | DayMark, ...] = (*self.practices, *self.marks)
        for entry in entries:
            if entry.helper:
                found.setdefault(entry.strategy, set()).add(entry.helper)
        return {strategy: frozenset(helpers) for strategy, helpers in found.items()}


def is_put_away(child: Child) -> bool:
    """Return whether a child's journal is put away, whatever the day on which that was done."""
    return child.put_away is not None


def last_day(child: Child, today: date) -> date:
    """Return the day up to which a child's age is told: today, or when the journal was put away."""
    return today if child.put_away is None else min(child.put_away, today)


def pronoun_of(family: Family, child: UUID | None) -> Pronoun:
    """Return which forms texts about a child take; NEITHER of one who is not here."""
    known = family.children.get(child) if child is not None else None
    return known.pronoun if known is not None else Pronoun.NEITHER


def active_children(family: Family) -> tuple[Child, ...]:
    """Return the children whose days go on, in the order in which they came."""
    return tuple(child for child in family.children.values() if not is_put_away(child))
