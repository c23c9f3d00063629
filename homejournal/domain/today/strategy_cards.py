"""One strategy on one day: its planned times in order, what was written on each, what is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from homejournal.domain.days.day_states import DayState, MarkRow, day_answer, marks_of_day
from homejournal.domain.names import says_the_name
from homejournal.domain.records.family import DayRecords, Family
from homejournal.domain.records.notes import AnyNote
from homejournal.domain.records.people import Home, TeamMember
from homejournal.domain.records.plan import PlanOfDay, Routine, Strategy
from homejournal.domain.records.practices import (
    DayMark,
    LeftOutReason,
    MarkKind,
    Practice,
)
from homejournal.domain.records.record import RoutineId, StrategyId


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOfCard:
    """One time of a strategy on the day: planned or extra, written or still open.

    `number` counts from 1; `slot` is the plan's name for it, if it has one.
    """

    number: int
    slot: str | None = None
    extra: bool = False
    practice: Practice | None = None
    mark: DayMark | None = None
    notes: tuple[AnyNote, ...] = ()
    home: Home | None = None
    """The other home that wrote it, as it stands."""

    @property
    def open(self) -> bool:
        """Return whether nothing is said of this time yet."""
        return self.practice is None and self.mark is None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfWeek:
    """One day of a week: the state of a strategy, or the strongest one of all of a child's."""

    day: date
    state: DayState
    later: bool
    """The day has not come yet."""
    used_anyway: bool = False
    """All that was done on it was not planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOfDay:
    """One strategy on one day."""

    strategy: Strategy
    plan: PlanOfDay
    suggested_by: TeamMember | None
    routines: tuple[Routine, ...]
    times: tuple[TimeOfCard, ...]
    state: DayState
    reason: LeftOutReason | None
    marks: tuple[DayMark, ...]
    """The marks on the whole day, of this strategy or of all."""
    notes: tuple[AnyNote, ...]
    """Notes on the strategy that day which hang on no practice."""
    week: tuple[DayOfWeek, ...] = ()
    """The seven days of the week that holds the day; none where only one day is looked at."""
    two_versions: bool = False
    """Whether something on it stands in two versions, which wait to be settled."""

    @property
    def first_open(self) -> TimeOfCard | None:
        """Return the time that a rating given now is for, or None when all are written."""
        return next((time for time in self.times if time.open and not time.extra), None)


def card_of_day(
    family: Family,
    records: DayRecords,
    strategy: Strategy,
    plan: PlanOfDay,
    day: date,
) -> CardOfDay:
    """Return a strategy's card for a day with its plan; `records` holds those of the day."""
    practices = practices_on(records, strategy.id, day)
    marks = marks_on(records, strategy.id, day)
    answer = answer_on(plan, practices, marks)
    notes = tuple(
        note
        for note in all_notes(records)
        if note.day == day and note.strategy == strategy.id and note.practice is None
    )
    card = CardOfDay(
        strategy=strategy,
        plan=plan,
        suggested_by=family.team.get(strategy.suggested_by) if strategy.suggested_by else None,
        routines=tuple(
            family.routines[routine]
            for routine in plan.words.routines
            if routine in family.routines
        ),
        times=_times(plan, practices, marks, records),
        state=answer[0],
        reason=answer[1],
        marks=tuple(mark for mark in marks if mark.slot is None),
        notes=notes,
    )
    told = {*entries_of_card(card), *(mark.id for mark in marks)}
    return replace(card, two_versions=not told.isdisjoint(records.two_versions))


def _times(
    plan: PlanOfDay,
    practices: Sequence[Practice],
    marks: Sequence[DayMark],
    records: DayRecords,
) -> tuple[TimeOfCard, ...]:
    """Return the planned times in their order, then the extra ones in the order of writing.

    A practice fills the slot it names; one that names none fills the first slot left; whatever is
    left after that is extra. So is "not today" under a name that the plan does not have: it answers
    nothing, and is there to be seen and taken back.
    """
    planned, notes = _planned_slots(plan), all_notes(records)
    left = list(practices)
    filled = _fill(planned, left)
    slots: list[tuple[str | None, Practice | None]] = [
        *zip(planned, filled, strict=True),
        *((practice.slot, practice) for practice in left),
        *((name, None) for name in _unplanned_names(plan, marks)),
    ]
    return tuple(
        TimeOfCard(
            number=place + 1,
            slot=slot,
            extra=place >= len(planned),
            practice=practice,
            mark=None if practice else _mark_of(marks, slot, partly_written=bool(practices)),
            notes=tuple(
                note for note in notes if practice is not None and note.practice == practice.id
            ),
            home=records.from_homes.get(practice.id) if practice else None,
        )
        for place, (slot, practice) in enumerate(slots)
    )


def with_named_times(card: CardOfDay) -> CardOfDay:
    """Return a card that asks for each named time also on a day for which none is planned.

    What was written under no name, or once more, stands after them.
    """
    if card.plan.planned or not card.plan.slots:
        return card
    left, times = list(card.times), list[TimeOfCard]()
    for slot in card.plan.slots:
        own = next((time for time in left if time.slot == slot), None)
        if own is not None:
            left.remove(own)
        times.append(own or TimeOfCard(number=0, slot=slot, extra=True))
    numbered = enumerate((*times, *left), start=1)
    return replace(card, times=tuple(replace(time, number=number) for number, time in numbered))


def times_in_place(card: CardOfDay, places: Mapping[UUID, int]) -> tuple[TimeOfCard, ...]:
    """Return the times of a card with each practice at the place, from 1, where it was seen before.

    It is only planned times without names that may stand in any order: they fill from the first,
    and what was said at the second would go up there while somebody looks at it.
    """
    planned = [time for time in card.times if not time.extra]
    if card.plan.slots or len(planned) < 2:
        return card.times
    placed: dict[int, TimeOfCard] = {}
    late: list[TimeOfCard] = []
    for time in planned:
        at = places.get(time.practice.id, 0) if time.practice else 0
        if 1 <= at <= len(planned) and at not in placed:
            placed[at] = time
        else:
            late.append(time)
    written = sorted(late, key=lambda time: time.practice is None)
    for at in range(1, len(planned) + 1):
        if at not in placed:
            placed[at] = written.pop(0)
    in_order = (replace(placed[at], number=at) for at in range(1, len(planned) + 1))
    return (*in_order, *(time for time in card.times if time.extra))


def _planned_slots(plan: PlanOfDay) -> tuple[str | None, ...]:
    if not plan.planned:
        return ()
    if plan.days_a_week is not None:
        return (None,)
    return plan.slots or (None,) * plan.times


def _unplanned_names(plan: PlanOfDay, marks: Sequence[DayMark]) -> tuple[str, ...]:
    """Return the names, each once, under which "not today" was told and no time is planned."""
    told = (mark.slot for mark in marks if mark.mark is MarkKind.NOT_TODAY)
    return tuple(dict.fromkeys(name for name in told if name and name not in plan.slots))


def _fill(planned: Sequence[str | None], left: list[Practice]) -> list[Practice | None]:
    """Take the practices that fill the planned times out of those left, in the order of times."""
    filled: list[Practice | None] = [None] * len(planned)
    named = [place for place, slot in enumerate(planned) if slot is not None]
    for place in named:
        filled[place] = _take(
            left, [practice for practice in left if practice.slot == planned[place]]
        )
    for place, slot in enumerate(planned):
        fitting = left if slot is None else [practice for practice in left if practice.slot is None]
        filled[place] = filled[place] or _take(left, fitting)
    return filled


def _take(left: list[Practice], fitting: Sequence[Practice]) -> Practice | None:
    if not fitting:
        return None
    practice = fitting[0]
    left.remove(practice)
    return practice


def _mark_of(marks: Sequence[DayMark], slot: str | None, *, partly_written: bool) -> DayMark | None:
    """Return the mark that speaks of a time: of its slot first, then of the whole day.

    Where something was done, a left out for the whole day says nothing of the times still open.
    """
    whole = [mark for mark in marks if mark.slot is None]
    if partly_written:
        whole = [mark for mark in whole if mark.mark is MarkKind.NOT_TODAY]
    own = [mark for mark in marks if slot is not None and mark.slot == slot]
    return next(iter((*own, *whole)), None)


def answer_on(
    plan: PlanOfDay, practices: Sequence[Practice], marks: Sequence[DayMark]
) -> tuple[DayState, LeftOutReason | None]:
    """Return the state of a strategy's day; a practice on an unplanned day is did it here."""
    rows = [MarkRow(mark.day.isoformat(), mark.slot, mark.mark, mark.reason) for mark in marks]
    answer = day_answer(plan, [practice.slot for practice in practices], marks_of_day(rows))
    if practices:
        return DayState.DID_IT, None
    return answer.state, answer.reason


def all_notes(records: DayRecords) -> tuple[AnyNote, ...]:
    """Return the notes, the private ones after the others."""
    return (*records.notes, *records.private_notes)


def practices_on(records: DayRecords, strategy: StrategyId, day: date) -> list[Practice]:
    """Return the practices of a strategy on a day, in the order of writing."""
    return [
        practice
        for practice in records.practices
        if practice.strategy == strategy and practice.day == day
    ]


def marks_on(records: DayRecords, strategy: StrategyId | None, day: date) -> list[DayMark]:
    """Return the marks on a day that speak of a strategy: its own, and those of all."""
    return [mark for mark in records.marks if mark.day == day and mark.strategy in {strategy, None}]


def days_between(start: date, end: date) -> list[date]:
    """Return the days of a stretch, both ends included."""
    return [start + timedelta(days=number) for number in range((end - start).days + 1)]


def day_of_draft(place: str) -> date | None:
    """Return the day of an unfinished note's place, if it names one."""
    parts = place.split(":")
    try:
        return date.fromisoformat(parts[2]) if parts[0] == "note" else None
    except (IndexError, ValueError):
        return None


def entries_of_card(card: CardOfDay) -> tuple[UUID, ...]:
    """Return what is written on a card: each practice with its notes, then the other notes."""
    of_times = (
        entry.id
        for time in card.times
        for entry in (time.practice, *time.notes)
        if entry is not None
    )
    return (*of_times, *(note.id for note in card.notes))


def extra_time(card: CardOfDay, time: TimeOfCard) -> TimeOfCard:
    """Return one more time beyond the plan of a card, with the name of a written one.

    It is nobody else's time: an open time stays open, and so does "not today" of another name.
    """
    return TimeOfCard(number=len(card.times) + 1, slot=time.slot, extra=True)


def routine_of(routines: Sequence[Routine], slot: str | None) -> RoutineId | None:
    """Return the plan's one routine, or the one that is called like the slot; never a guess."""
    if len(routines) == 1:
        return routines[0].id
    named = [routine.id for routine in routines if says_the_name(slot or "", routine.name)]
    return named[0] if len(named) == 1 else None


OF_HELPER = "helper:"
"""Stands before the place of what a helper has not finished: the family's own there stays."""


def draft_place(strategy: StrategyId | None, day: date, number: int = 1) -> str:
    """Return the name under which an unfinished note is kept: of a strategy's time, or a moment."""
    where = f"note:{strategy or 'moment'}:{day.isoformat()}"
    return f"{where}:{number}" if number > 1 else where
