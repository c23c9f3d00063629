"""What the Today page shows: a child's strategies on a day, several children, and coming back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.periods import Period, WeekStart, week_of
from homejournal.domain.limits import days_from
from homejournal.domain.names import search_form, with_distinct_names
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import DayRecords, Family, is_put_away
from homejournal.domain.records.notes import AnyNote
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import (
    PlanStatus,
    StepInForce,
    Strategy,
    plan_asked,
    plan_of_day,
    steps_in_force,
)
from homejournal.domain.records.practices import DayMark, MarkKind
from homejournal.domain.records.record import Kind
from homejournal.domain.records.visits import Visit
from homejournal.domain.today.strategy_cards import (
    CardOfDay,
    DayOfWeek,
    TimeOfCard,
    all_notes,
    answer_on,
    card_of_day,
    days_between,
    marks_on,
    practices_on,
    with_named_times,
)
from homejournal.domain.visits import in_time, is_pause_over

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
    others: tuple[CardOfDay, ...]
    """Not finished, and neither planned nor written that day; extra practice.

    One that had not begun is among them only where nothing is planned.
    """
    pauses_over: tuple[Strategy, ...]
    """Paused until a day or a visit that has come by now; told of the present day alone."""
    moments: tuple[AnyNote, ...]
    """Notes without a strategy."""
    week: tuple[DayOfWeek, ...]
    next_visit: NextVisit | None
    left_out: DayMark | None
    """The mark that leaves the whole day out, of all strategies."""
    order: tuple[UUID, ...]
    """The child's strategies as the plan has them; none while the page offers the first step."""

    def asking(self, used: Collection[UUID]) -> "TodayState":
        """Return the page with cards for some of the others, too: they were used anyway.

        Each card asks for all its named times.
        """
        asked = [card for card in self.others if card.strategy.id in used]
        cards = sorted((*self.cards, *asked), key=lambda card: self.order.index(card.strategy.id))
        others = tuple(card for card in self.others if card not in asked)
        return replace(self, cards=tuple(map(with_named_times, cards)), others=others)


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
    cards = [
        card_of_day(family, records, strategy, plan_asked(plans[strategy.id], day), day)
        for strategy in strategies
    ]
    period = days_between(*days_needed(day, start))
    weeks = {
        one.id: tuple(_day_of_strategy(plans[one.id], records, one, (on, today)) for on in period)
        for one in strategies
    }
    cards = [replace(card, week=weeks[card.strategy.id]) for card in cards]
    shown = tuple(card for card in cards if _belongs(card))
    hidden = [card for card in cards if not _belongs(card)]
    alone = not any(card.plan.planned for card in shown)
    return TodayState(
        day=day,
        today=today,
        cards=shown,
        others=tuple(card for card in hidden if _may_be_used(card, alone=alone)),
        pauses_over=_pauses_over(family, hidden, child, today) if day == today else (),
        moments=_moments(records, day),
        week=tuple(
            _day_of_all(on, [week[place] for week in weeks.values()], later=on > today)
            for place, on in enumerate(period)
        ),
        next_visit=_next_visit(family, child, day),
        left_out=_whole_day_left_out(records, day),
        order=tuple(one.id for one in strategies),
    )


def _whole_day_left_out(records: DayRecords, day: date) -> DayMark | None:
    marks = (mark for mark in marks_on(records, None, day) if mark.slot is None)
    return next((mark for mark in marks if mark.mark is MarkKind.LEFT_OUT), None)


def _may_be_used(card: CardOfDay, *, alone: bool) -> bool:
    standing = card.plan.standing
    return standing in {PlanStatus.ACTIVE, PlanStatus.PAUSED} or (
        alone and standing is PlanStatus.NOT_STARTED
    )


def _pauses_over(
    family: Family, cards: Sequence[CardOfDay], child: UUID, today: date
) -> tuple[Strategy, ...]:
    visits = [visit for visit in family.visits.values() if visit.child == child]
    return tuple(
        card.strategy
        for card in cards
        if card.plan.step is not None and is_pause_over(card.plan.step, visits, today)
    )


def _belongs(card: CardOfDay) -> bool:
    own_mark = any(mark.strategy is not None for mark in card.marks)
    return card.plan.planned or bool(card.times) or bool(card.notes) or own_mark


def _day_of_strategy(
    steps: Sequence[StepInForce], records: DayRecords, strategy: Strategy, days: tuple[date, date]
) -> DayOfWeek:
    day, today = days
    plan, done = plan_of_day(steps, day), practices_on(records, strategy.id, day)
    state = answer_on(plan, done, marks_on(records, strategy.id, day))[0]
    if day > today and state is DayState.NOT_WRITTEN:
        state = DayState.NOT_PLANNED
    used_anyway = state is DayState.DID_IT and not plan.planned
    return DayOfWeek(day=day, state=state, later=day > today, used_anyway=used_anyway)


def _day_of_all(day: date, found: Sequence[DayOfWeek], *, later: bool) -> DayOfWeek:
    """Return the strongest state that a child's strategies have on a day."""
    states = {one.state for one in found}
    state = next((state for state in _STRONGEST_FIRST if state in states), DayState.NOT_PLANNED)
    done = [one for one in found if one.state is DayState.DID_IT]
    used_anyway = bool(done) and all(one.used_anyway for one in done)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherRow:
    """Strategies of one name, each child's own; a child without one has no place in the row."""

    name: str
    cards: tuple[tuple[Child, CardOfDay], ...]

    def open_times(self) -> tuple[tuple[Child, CardOfDay, TimeOfCard], ...]:
        """Return the first time that is still open, for each child for whom it is the first.

        What is said for several children is about one time: not breakfast of one of them and dinner
        of another.
        """
        firsts = [(child, card, card.first_open) for child, card in self.cards]
        first = min((time.number for _, _, time in firsts if time), default=0)
        return tuple(
            (child, card, time) for child, card, time in firsts if time and time.number == first
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherDay:
    """The day of the children that are shown; nothing is added up over them."""

    day: date
    today: date
    children: tuple[Child, ...]
    rows: tuple[TogetherRow, ...]
    idle: tuple[Child, ...]
    """The children for whom nothing is planned or written that day."""


def together_day(
    family: Family,
    written: Mapping[UUID, DayRecords],
    children: Sequence[Child],
    days: tuple[date, date],
    start: WeekStart,
) -> TogetherDay:
    """Return the children's day: `days` is the day shown and the family's today.

    `written` holds for each child what `today_state` asks for. Rows stand in the order of the
    first child's strategies, then the further ones of the second, and so on.
    """
    rows: dict[tuple[str, int], list[tuple[Child, CardOfDay]]] = {}
    idle = []
    for child in children:
        cards = today_state(family, written[child.id], child.id, days, start).cards
        used: dict[str, int] = {}
        for card in cards:
            name = search_form(family.strategies[card.strategy.id].name)
            used[name] = used.get(name, 0) + 1  # the second of one name pairs with the second
            rows.setdefault((name, used[name]), []).append((child, card))
        if not cards:
            idle.append(child)
    return TogetherDay(
        day=days[0],
        today=days[1],
        children=tuple(children),
        rows=tuple(
            TogetherRow(name=_name(family, [card for _, card in cards]), cards=tuple(cards))
            for cards in rows.values()
        ),
        idle=tuple(idle),
    )


def _name(family: Family, cards: Sequence[CardOfDay]) -> str:
    """Return the name of a row: with a number where all its cards have the same one."""
    first = cards[0].strategy
    same = all(search_form(card.strategy.name) == search_form(first.name) for card in cards)
    return first.name if same else family.strategies[first.id].name


_AWAY = timedelta(days=14)
_CLOCK_SLACK = timedelta(days=1)
"""Less than that is a change of the time zone, or of the computer."""


@dataclass(frozen=True, slots=True)
class ComingBack:
    """A family comes back after a break; the length of the break is left out on purpose."""

    left_off: date
    """The last day with an entry: what is remembered can be filled in from there."""


def coming_back(newest: date | None, today: date) -> ComingBack | None:
    """Return the last day written, after a break of more than two weeks; None otherwise."""
    if newest is None or today - newest <= _AWAY:
        return None
    return ComingBack(newest)


def newest_entry_in_future(
    written: datetime | None, newest: date | None, now: datetime, today: date
) -> date | None:
    """Return the day of the newest entry where it is more than a day ahead of the clock.

    `written` is when something was written last, `newest` the newest day that was written about.
    """
    found = [newest] if newest is not None and newest - today > _CLOCK_SLACK else []
    if written is not None and written - now > _CLOCK_SLACK:
        found.append(written.astimezone(now.tzinfo).date())
    return max(found, default=None)
