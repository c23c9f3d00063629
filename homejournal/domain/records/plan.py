"""What was planned: outcomes, routines, strategies, dated steps, and the plan on a day.

A step has a from-day; each day is judged by the step in force that day. A change at a visit is a
new step, so old days keep the old plan; correcting the words is an edit of the step itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.record import (
    ChildId,
    OutcomeId,
    Record,
    RoutineId,
    StrategyId,
    TeamMemberId,
    VisitId,
    added,
)
from homejournal.domain.text_rules import check_line, check_name, check_written

TIMES_LIMIT = 50
DAYS_OF_A_WEEK = 7


class Area(StrEnum):
    """The five areas of development that the law names (34 CFR 303.344(a))."""

    PHYSICAL = "physical"
    COGNITIVE = "cognitive"
    COMMUNICATION = "communication"
    SOCIAL_EMOTIONAL = "social_emotional"
    ADAPTIVE = "adaptive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Record):
    """A result the family hopes for, as it stands in the family service plan (IFSP)."""

    child: ChildId
    text: str
    areas: tuple[Area, ...] = ()
    since: date | None = None
    closed: date | None = None

    def __post_init__(self) -> None:
        check_written("text", self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine(Record):
    """A part of the day in the family's own name for it; of one child, or of all (child None)."""

    name: str
    child: ChildId | None = None

    def __post_init__(self) -> None:
        check_name("name", self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy(Record):
    """Something small to do inside a routine, and who suggested it."""

    child: ChildId
    name: str
    outcome: OutcomeId | None = None
    suggested_by: TeamMemberId | None = None
    example: bool = False

    def __post_init__(self) -> None:
        check_name("name", self.name)


class Weekday(StrEnum):
    """A day of the week; `number` counts from Monday = 0 as Python does."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @property
    def number(self) -> int:
        """Return 0 for Monday to 6 for Sunday."""
        return list(Weekday).index(self)


class OftenKind(StrEnum):
    """The two ways to say how often."""

    TIMES_A_DAY = "times_a_day"
    DAYS_A_WEEK = "days_a_week"


@dataclass(frozen=True, slots=True, kw_only=True)
class Often:
    """How often a strategy is planned: times a day, or any N days a week.

    `slots` names the times of a day and, where given, has one name for each; `weekdays` empty
    means every day. `days` counts only for "any N days a week".
    """

    kind: OftenKind = OftenKind.TIMES_A_DAY
    times: int = 1
    slots: tuple[str, ...] = ()
    weekdays: tuple[Weekday, ...] = ()
    days: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.times <= TIMES_LIMIT:
            raise InvalidValueError("times", Reason.OUT_OF_RANGE, TIMES_LIMIT)
        if self.slots and len(self.slots) != self.times:
            raise InvalidValueError("slots", Reason.DOES_NOT_FIT)
        if len(set(self.slots)) != len(self.slots):
            raise InvalidValueError("slots", Reason.DOES_NOT_FIT)
        for slot in self.slots:
            check_name("slots", slot)
        if self.kind is OftenKind.DAYS_A_WEEK:
            self._check_days_a_week()
        elif self.days is not None:
            raise InvalidValueError("days", Reason.DOES_NOT_FIT)

    def _check_days_a_week(self) -> None:
        if self.days is None:
            raise InvalidValueError("days", Reason.EMPTY)
        if not 1 <= self.days <= DAYS_OF_A_WEEK:
            raise InvalidValueError("days", Reason.OUT_OF_RANGE, DAYS_OF_A_WEEK)
        # "Any 3 days" is of no times or weekdays; to take them in and not use them would mislead.
        unused = {
            "times": self.times > 1,
            "slots": bool(self.slots),
            "weekdays": bool(self.weekdays),
        }
        for field, said in unused.items():
            if said:
                raise InvalidValueError(field, Reason.DOES_NOT_FIT)


class StepKind(StrEnum):
    """What happens to a strategy from a day on."""

    START = "start"
    CHANGE = "change"
    PAUSE = "pause"
    RESTART = "restart"
    FINISH = "finish"


class Ending(StrEnum):
    """How a strategy was finished: no longer done, or done by now without thinking of it."""

    STOPPED = "stopped"
    PART_OF_OUR_DAY = "part_of_our_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep(Record):
    """What is done from a day on: five questions (Florida Early Steps) and how often.

    The questions are what, how, when/where/with whom, why, and how we will know. A restart without
    words of its own takes up the words and the frequency of the step before the pause. `until` or
    `until_visit` (the next one) says when the family wants to look at a pause again; what is
    planned follows from the steps alone. `ending` says how it was finished.
    """

    strategy: StrategyId
    from_day: date
    step: StepKind = StepKind.START
    visit: VisitId | None = None
    what: str | None = None
    how: str | None = None
    when_where_who: str | None = None
    why: str | None = None
    how_we_know: str | None = None
    routines: tuple[RoutineId, ...] = ()
    often: Often | None = None
    rating: RatingPlan | None = None
    until: date | None = added(None)
    until_visit: bool = added(False)  # noqa: FBT003 - a field with its default
    ending: Ending = added(Ending.STOPPED)

    def __post_init__(self) -> None:
        for field in ("what", "how", "when_where_who", "why", "how_we_know"):
            check_line(field, getattr(self, field))
        if self.until is not None and self.until_visit:
            raise InvalidValueError("until", Reason.DOES_NOT_FIT)


Named = Practice | DayMark


def renamed_times(before: Often, after: Often) -> dict[str, str]:
    """Return old and new names of times, matched by their place in the list."""
    if len(before.slots) != len(after.slots):
        return {}
    pairs = zip(before.slots, after.slots, strict=True)
    return {old: new for old, new in pairs if old not in after.slots and new not in before.slots}


def entries_losing_their_time(
    written: Iterable[Named], before: Sequence[PlanStep], after: Sequence[PlanStep]
) -> tuple[Named, ...]:
    """Return what has the name of a time that the plan of its day has now, and then no more."""
    was, then = steps_in_force(before), steps_in_force(after)
    return tuple(
        entry
        for entry in written
        if entry.slot in plan_of_day(was, entry.day).slots
        and entry.slot not in plan_of_day(then, entry.day).slots
    )


STEP_ORDER = (StepKind.START, StepKind.CHANGE, StepKind.PAUSE, StepKind.RESTART, StepKind.FINISH)
ONCE_A_DAY = Often()
UNRATED = RatingPlan(kind=RatingKind.NONE)


class PlanStatus(StrEnum):
    """Where a strategy stands on a day."""

    NOT_STARTED = "not_started"
    ACTIVE = "active"
    PAUSED = "paused"
    FINISHED = "finished"


STANDING_STILL = {StepKind.PAUSE: PlanStatus.PAUSED, StepKind.FINISH: PlanStatus.FINISHED}
"""Where a strategy stands after the steps from which nothing is planned."""


class StepWords(NamedTuple):
    """The five questions of a step and its routines, with what it takes up from earlier ones."""

    what: str | None = None
    how: str | None = None
    when_where_who: str | None = None
    why: str | None = None
    how_we_know: str | None = None
    routines: tuple[RoutineId, ...] = ()


NO_WORDS = StepWords()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOfDay:
    """What is planned on one day.

    `planned` is true if a times-a-day plan names the day (`times` of them, with `slots` where
    they have names) and on each day of an any-N-days plan, where `days_a_week` is N and `times` 0.
    `slots` and `rating` are told on unplanned days too: they say what an extra practice was of.
    """

    standing: PlanStatus = PlanStatus.NOT_STARTED
    step: PlanStep | None = None
    words: StepWords = NO_WORDS
    planned: bool = False
    times: int = 0
    slots: tuple[str, ...] = ()
    slot_set: frozenset[str] = frozenset()
    days_a_week: int | None = None
    rating: RatingPlan = UNRATED


@dataclass(frozen=True, slots=True, kw_only=True)
class StepInForce:
    """A step, the days it is in force (`end` None: still), and its plan for each weekday."""

    step: PlanStep
    end: date | None
    often: Often
    rating: RatingPlan
    words: StepWords
    weekdays: tuple[PlanOfDay, ...]
    """The plan of each weekday, Monday first."""

    @property
    def start(self) -> date:
        """Return the first day the step is in force."""
        return self.step.from_day


NOT_STARTED = PlanOfDay()
"""The plan of every day before the first step."""


class _Carried(NamedTuple):
    """What a later step takes up when it does not say its own."""

    often: Often = ONCE_A_DAY
    rating: RatingPlan = UNRATED
    words: StepWords = NO_WORDS


def standing_after(step: PlanStep) -> PlanStatus:
    """Return where a strategy stands while a step is in force."""
    return STANDING_STILL.get(step.step, PlanStatus.ACTIVE)


def in_order(steps: Iterable[PlanStep]) -> list[PlanStep]:
    """Return the steps by from-day, on one day by kind, and two of one kind by id.

    Of several steps on one day the last in the order start, change, pause, restart, finish is in
    force; the earlier ones still hand on their words, frequency and rating.
    """
    return sorted(steps, key=lambda step: (step.from_day, STEP_ORDER.index(step.step), step.id))


def steps_in_force(steps: Iterable[PlanStep]) -> tuple[StepInForce, ...]:
    """Return the steps that are in force on at least one day, oldest first, each with its end."""
    ordered = in_order(steps)
    carried = _Carried()
    found: list[tuple[PlanStep, _Carried]] = []
    for step in ordered:
        carried = _taken_up(step, carried)
        found.append((step, carried))
    last_of_day = [
        (step, said)
        for (step, said), (following, _) in pairwise(found)
        if following.from_day != step.from_day
    ] + found[-1:]
    ends = [step.from_day - timedelta(days=1) for step, _ in last_of_day[1:]]
    return tuple(
        _in_force(step, said, end)
        for (step, said), end in zip(last_of_day, [*ends, None], strict=False)
    )


def plan_on(steps: Iterable[PlanStep], day: date) -> PlanOfDay:
    """Return what the plan of a strategy says on a day: the last step from that day or before."""
    return plan_of_day(steps_in_force(steps), day)


def plan_of_day(in_force: Sequence[StepInForce], day: date) -> PlanOfDay:
    """As `plan_on`, for steps that are already in order."""
    step = step_of_day(in_force, day)
    return step.weekdays[day.weekday()] if step else NOT_STARTED


def plan_asked(in_force: Sequence[StepInForce], day: date) -> PlanOfDay:
    """Return by which plan it is asked how a use of the day went.

    A day before the first step stays unplanned: only the times' names, the words and how it is
    rated are those of that step.
    """
    if not in_force or in_force[0].start <= day:
        return plan_of_day(in_force, day)
    first = in_force[0].weekdays[day.weekday()]
    return replace(
        NOT_STARTED,
        words=first.words,
        slots=first.slots,
        slot_set=first.slot_set,
        rating=first.rating,
    )


def step_of_day(in_force: Sequence[StepInForce], day: date) -> StepInForce | None:
    """Return the step in force on a day, or None before the first."""
    return next((step for step in reversed(in_force) if step.start <= day), None)


def _taken_up(step: PlanStep, before: _Carried) -> _Carried:
    """Return what a step says, with what it takes up from the steps before it.

    A change, pause, restart or finish that does not say a word, the frequency or the rating takes
    up the former one; an empty text says that the answer was dropped. What a pause or finish says
    is its own: a restart takes up the step before the pause. A start takes up nothing.
    """
    if step.step in STANDING_STILL:
        return before
    return _said(step, _Carried() if step.step is StepKind.START else before)


def _said(step: PlanStep, before: _Carried) -> _Carried:
    return _Carried(
        step.often or before.often,
        step.rating or before.rating,
        effective_words(step, before.words),
    )


def effective_words(step: PlanStep, before: StepWords) -> StepWords:
    """Return a step's words; those it does not say are the former ones, "" means dropped."""

    def word(own: str | None, former: str | None) -> str | None:
        return former if own is None else own or None

    return StepWords(
        word(step.what, before.what),
        word(step.how, before.how),
        word(step.when_where_who, before.when_where_who),
        word(step.why, before.why),
        word(step.how_we_know, before.how_we_know),
        step.routines or before.routines,
    )


def _in_force(step: PlanStep, said: _Carried, end: date | None) -> StepInForce:
    words = effective_words(step, said.words)
    planned = _planned_weekdays(step, said.often)
    # Weekdays that are alike share their plan: of seven, two are different at most.
    plans = {one: _plan_of_weekday(step, said, words, planned=one) for one in set(planned)}
    return StepInForce(
        step=step,
        end=end,
        often=said.often,
        rating=said.rating,
        words=words,
        weekdays=tuple(plans[one] for one in planned),
    )


def _planned_weekdays(step: PlanStep, often: Often) -> list[bool]:
    """Return for each day of the week, from Monday on, whether it is planned."""
    if standing_after(step) is not PlanStatus.ACTIVE:
        return [False] * 7
    if often.kind is OftenKind.DAYS_A_WEEK or not often.weekdays:
        return [True] * 7
    named = {day.number for day in often.weekdays}
    return [number in named for number in range(7)]


def _plan_of_weekday(
    step: PlanStep, said: _Carried, words: StepWords, *, planned: bool
) -> PlanOfDay:
    often = said.often
    any_days = often.kind is OftenKind.DAYS_A_WEEK
    slots = () if any_days else often.slots
    return PlanOfDay(
        standing=standing_after(step),
        step=step,
        words=words,
        planned=planned,
        times=often.times if planned and not any_days else 0,
        slots=slots,
        slot_set=frozenset(slots),
        days_a_week=often.days if planned else None,
        rating=said.rating,
    )
