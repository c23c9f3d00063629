"""What the Today page shows: each planned strategy with its times, and what was written on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.family_days import WeekStart, week_of
from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.limits import days_from
from homejournal.domain.names.distinct_names import with_distinct_names
from homejournal.domain.records.family import DayRecords, Family, is_put_away
from homejournal.domain.records.notes import AnyNote
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import Strategy
from homejournal.domain.records.plan_in_force import (
    Standing,
    StepInForce,
    plan_of_day,
    steps_in_force,
)
from homejournal.domain.records.practices import DayMark, MarkKind
from homejournal.domain.records.record import Kind
from homejournal.domain.records.visits import Visit
from homejournal.domain.today.strategy_cards import (
    CardOfDay,
    DayOfWeek,
    all_notes,
    answer_on,
    card_of_day,
    days_of,
    marks_on,
    practices_on,
)
from homejournal.domain.visits.visit_list import in_time

KINDS_SHOWN = frozenset(
    {
        Kind.CHILD,
        Kind.HELPER,
        Kind.TEAM_MEMBER,
        Kind.ROUTINE,
        Kind.STRATEGY,
        Kind.PLAN_STEP,
        Kind.PRACTICE,
        Kind.DAY_MARK,
        Kind.NOTE,
        Kind.PRIVATE_NOTE,
        Kind.VISIT,
        Kind.MEDIA,
    }
)
"""The kinds of record that stand on the page of a day."""
_STRONGEST_FIRST = (
    DayState.DID_IT,
    DayState.LEFT_OUT,
    DayState.NOT_TODAY,
    DayState.NOT_WRITTEN,
    DayState.NOT_PLANNED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextVisit:
    """The visit that comes next, and who comes."""

    visit: Visit
    people: tuple[TeamMember, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayState:
    """Everything that the Today page shows of one child on one day."""

    day: date
    today: date
    cards: tuple[CardOfDay, ...]
    others: tuple[Strategy, ...]
    """Not finished, and neither planned nor written that day; extra practice.

    One that had not begun is among them only where the day has nothing else to show.
    """
    moments: tuple[AnyNote, ...]
    """Notes without a strategy."""
    week: tuple[DayOfWeek, ...]
    next_visit: NextVisit | None
    left_out: DayMark | None
    """The mark that leaves the whole day out, of all strategies."""
    any_strategy: bool
    """False while the child has no strategy at all: the page offers the first step."""


def days_needed(day: date, start: WeekStart) -> Period:
    """Return the days whose records `today_state` asks for: the week that holds the day."""
    first = week_of(day, start)
    return Period(first, days_from(first, 6))


def today_state(
    family: Family, records: DayRecords, child: UUID, days: tuple[date, date], start: WeekStart
) -> TodayState:
    """Return the page of a child: `days` is the day shown and the family's today.

    `records` holds what was written in the week of the day shown (see `days_needed`).
    """
    day, today = days
    family = with_distinct_names(family, child)
    strategies = family.strategies_of(child)
    plans = {one.id: steps_in_force(family.steps.get(one.id, ())) for one in strategies}
    week = days_of(week_of(day, start), day)
    cards = [
        card_of_day(family, records, strategy, plan_of_day(plans[strategy.id], day), week)
        for strategy in strategies
    ]
    shown = tuple(
        replace(card, week=_week_of_card(plans[card.strategy.id], records, card, days, start))
        for card in cards
        if _belongs(card)
    )
    hidden = [card for card in cards if not _belongs(card)]
    return TodayState(
        day=day,
        today=today,
        cards=shown,
        others=tuple(card.strategy for card in hidden if _may_be_used(card, alone=not shown)),
        moments=_moments(records, day),
        week=tuple(
            _day_of_week(plans, records, (one, today)) for one in days_of(*days_needed(day, start))
        ),
        next_visit=_next_visit(family, child, day),
        left_out=_whole_day_left_out(records, day),
        any_strategy=bool(strategies),
    )


def _week_of_card(
    steps: Sequence[StepInForce],
    records: DayRecords,
    card: CardOfDay,
    days: tuple[date, date],
    start: WeekStart,
) -> tuple[DayOfWeek, ...]:
    day, today = days
    plans = {card.strategy.id: steps}
    return tuple(
        _day_of_week(plans, records, (one, today)) for one in days_of(*days_needed(day, start))
    )


def _whole_day_left_out(records: DayRecords, day: date) -> DayMark | None:
    marks = (mark for mark in marks_on(records, None, day) if mark.slot is None)
    return next((mark for mark in marks if mark.mark is MarkKind.LEFT_OUT), None)


def _may_be_used(card: CardOfDay, *, alone: bool) -> bool:
    standing = card.plan.standing
    return standing in {Standing.ACTIVE, Standing.PAUSED} or (
        alone and standing is Standing.NOT_STARTED
    )


def _belongs(card: CardOfDay) -> bool:
    own_mark = any(mark.strategy is not None for mark in card.marks)
    return card.plan.planned or bool(card.times) or bool(card.notes) or own_mark


def _day_of_week(
    plans: Mapping[UUID, Sequence[StepInForce]], records: DayRecords, days: tuple[date, date]
) -> DayOfWeek:
    day, today = days
    found, planned = set(), False
    for strategy, in_force in plans.items():
        plan, done = plan_of_day(in_force, day), practices_on(records, strategy, day)
        found.add(answer_on(plan, done, marks_on(records, strategy, day))[0])
        planned = planned or (plan.planned and bool(done))
    later = day > today
    if later:
        found -= {DayState.NOT_WRITTEN}
    state = next((state for state in _STRONGEST_FIRST if state in found), DayState.NOT_PLANNED)
    used_anyway = state is DayState.DID_IT and not planned
    return DayOfWeek(day=day, state=state, later=later, used_anyway=used_anyway)


def _next_visit(family: Family, child: UUID, day: date) -> NextVisit | None:
    known = family.children.get(child)
    if known is not None and is_put_away(known):
        return None
    coming = [
        visit
        for visit in family.visits.values()
        if visit.child == child and visit.day >= day and not visit.held
    ]
    if not coming:
        return None
    visit = min(coming, key=in_time)
    people = tuple(family.team[person] for person in visit.people if person in family.team)
    return NextVisit(visit=visit, people=people)


def _moments(records: DayRecords, day: date) -> tuple[AnyNote, ...]:
    return tuple(
        note
        for note in all_notes(records)
        if note.day == day and note.strategy is None and note.practice is None
    )
