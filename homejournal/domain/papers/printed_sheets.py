"""Sheets to print: weeks for the wall or for grandma, and which strategy lives in which routine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.days.periods import JournalSettings, Period, WeekStart, days_into_week
from homejournal.domain.errors import InvalidValueError, Reason, RecordMissingError
from homejournal.domain.names import (
    distinct_routines,
    name_on_paper,
    name_outside,
    on_paper,
    routines_of,
    says_the_name,
)
from homejournal.domain.plan.plan_page import PlanState, StrategyInPlan
from homejournal.domain.records.children import Pronoun
from homejournal.domain.records.family import Family
from homejournal.domain.records.plan import (
    DAYS_OF_A_WEEK,
    ONCE_A_DAY,
    STANDING_STILL,
    Often,
    PlanOfDay,
    PlanStatus,
    PlanStep,
    StepKind,
    StepWords,
    Strategy,
    in_order,
    plan_of_day,
    step_of_day,
    steps_in_force,
)
from homejournal.domain.records.rating_scales import RatingPlan
from homejournal.domain.records.record import ChildId, PlanStepId, RoutineId


class Paper(StrEnum):
    """The sheet of paper a page is made for."""

    LETTER = "letter"
    A4 = "a4"


class SmallPaper(StrEnum):
    """Paper for what is kept, and not for what is handed over."""

    A5 = "a5"


PaperSize = Paper | SmallPaper

MOST_WEEKS = 8
MOST_ROWS = 4
"""More times a day that have no names are counted by strokes in one row."""
HOW_LETTERS = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class FridgeAsked:
    """Which weeks to print: `weeks` of them from the one that holds `day`.

    `strategies` None means all that are planned in each week. `with_how` adds in short how we do
    it.
    """

    child: UUID
    day: date
    weeks: int = 1
    strategies: frozenset[UUID] | None = None
    with_how: bool = True
    paper: Paper = Paper.LETTER
    language: str = "en"
    chance: UUID | None = None
    """A random number: the codes on the paper are made from it. Without one there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FridgeRow:
    """One time of the day across the week: what is rated on each day, None if not planned.

    `slot` is the family's name of that time; without one `place` counts the times of a day, or is
    None if the row stands for all of them. `steps` are those of the plan on each day.
    """

    days: tuple[RatingPlan | None, ...]
    slot: str = ""
    place: int | None = None
    steps: tuple[PlanStepId | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FridgeStrategy:
    """One strategy for a week; with `strokes` a row counts more than one time a day."""

    strategy: UUID
    name: str
    rows: tuple[FridgeRow, ...]
    often: Often = ONCE_A_DAY
    routines: tuple[str, ...] = ()
    how: str = ""
    strokes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FridgeWeek:
    """One week, both ends included, and what is planned in it, in the order of the plan."""

    period: Period
    strategies: tuple[FridgeStrategy, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """Return the seven days."""
        return tuple(self.period.start + timedelta(days=n) for n in range(DAYS_OF_A_WEEK))


class SheetCodes(NamedTuple):
    """Whose sheet it is, and the random number from which its codes are made."""

    child: ChildId
    chance: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class FridgeSheet:
    """What is printed for one child, by the name on papers; each week begins a page."""

    child: str
    pronoun: Pronoun = Pronoun.NEITHER
    printed: date
    weeks: tuple[FridgeWeek, ...]
    paper: Paper = Paper.LETTER
    language: str = "en"
    example: bool = False
    codes: SheetCodes | None = None

    @property
    def empty(self) -> bool:
        """Return whether there is nothing to tick on it."""
        return not any(week.strategies for week in self.weeks)


def fridge_sheet(
    family: Family, asked: FridgeAsked, settings: JournalSettings, printed: date
) -> FridgeSheet:
    """Return the sheet; raises RecordMissingError for an unknown child.

    Raises InvalidValueError for no week or more than 8, and for weeks outside the calendar.
    """
    if asked.child not in family.children:
        raise RecordMissingError(str(asked.child))
    weeks = fridge_weeks(asked.day, asked.weeks, settings.week_start)
    family = on_paper(family, asked.child)
    return FridgeSheet(
        child=name_on_paper(family.children[asked.child]),
        pronoun=family.children[asked.child].pronoun,
        printed=printed,
        weeks=tuple(_week(family, asked, week) for week in weeks),
        paper=asked.paper,
        language=asked.language,
        example=settings.example,
        codes=SheetCodes(asked.child, asked.chance) if asked.chance else None,
    )


def fridge_weeks(day: date, weeks: int, start: WeekStart) -> tuple[Period, ...]:
    """Return so many whole weeks, the first being the one that holds the day."""
    if not 1 <= weeks <= MOST_WEEKS:
        raise InvalidValueError("weeks", Reason.OUT_OF_RANGE, MOST_WEEKS)
    first = day.toordinal() - days_into_week(day, start)
    last = first + DAYS_OF_A_WEEK * weeks - 1
    if first < date.min.toordinal() or last > date.max.toordinal():
        raise InvalidValueError("day", Reason.OUT_OF_RANGE)
    begins = range(first, last, DAYS_OF_A_WEEK)
    return tuple(
        Period(date.fromordinal(begin), date.fromordinal(begin + DAYS_OF_A_WEEK - 1))
        for begin in begins
    )


def planned_in(family: Family, child: UUID, weeks: Sequence[Period]) -> tuple[Strategy, ...]:
    """Return the strategies that are planned on some day of these weeks, in the plan's order."""
    return tuple(
        strategy
        for strategy in family.strategies_of(child)
        if any(strategy_in_week(family, strategy, week, with_how=False) for week in weeks)
    )


def _week(family: Family, asked: FridgeAsked, week: Period) -> FridgeWeek:
    wanted = (
        strategy
        for strategy in family.strategies_of(asked.child)
        if asked.strategies is None or strategy.id in asked.strategies
    )
    found = (
        strategy_in_week(family, strategy, week, with_how=asked.with_how) for strategy in wanted
    )
    return FridgeWeek(period=week, strategies=tuple(strategy for strategy in found if strategy))


def strategy_in_week(
    family: Family, strategy: Strategy, week: Period, *, with_how: bool
) -> FridgeStrategy | None:
    """Return a strategy as it is planned in a week, or None if it is not.

    Its words and how often are those of the last day on which it is planned.
    """
    steps = family.steps.get(strategy.id, ())
    if not steps:
        return None
    in_force = steps_in_force(steps)
    days = [week.start + timedelta(days=ahead) for ahead in range((week.end - week.start).days + 1)]
    plans = [plan_of_day(in_force, day) for day in days]
    last = max((day for day, plan in zip(days, plans, strict=True) if plan.planned), default=None)
    if last is None:
        return None
    step = step_of_day(in_force, last)
    words, often = (step.words, step.often) if step else (StepWords(), ONCE_A_DAY)
    rows, strokes = tuple(_rows(plans)), False
    if len(rows) > MOST_ROWS and not any(row.slot for row in rows):
        rows, strokes = (replace(rows[0], place=None),), True
    return FridgeStrategy(
        strategy=strategy.id,
        name=strategy.name,
        rows=rows,
        often=often,
        routines=tuple(family.routines[r].name for r in words.routines if r in family.routines),
        how=_how(strategy.name, words) if with_how else "",
        strokes=strokes,
    )


def _how(name: str, words: StepWords) -> str:
    """Return in short how we do it, or what; not the name once more."""
    said = (in_short(text) for text in (words.how, words.what) if text)
    return next((text for text in said if not says_the_name(text, name)), "")


def _rows(plans: Sequence[PlanOfDay]) -> Iterator[FridgeRow]:
    """Yield a row for each named time of the day, and then for the times without names."""
    planned = [plan if plan.planned else None for plan in plans]
    steps = tuple(plan.step.id if plan.step else None for plan in plans)
    for slot in dict.fromkeys(slot for plan in planned if plan for slot in plan.slots):
        days = (plan.rating if plan and slot in plan.slot_set else None for plan in planned)
        yield FridgeRow(days=tuple(days), slot=slot, steps=steps)
    nameless = [plan if plan and not plan.slots else None for plan in planned]
    # "Any three days a week" plans no times: one row, of which some days are ticked.
    most = max((max(plan.times, 1) for plan in nameless if plan), default=0)
    for place in range(1, most + 1):
        days = (plan.rating if plan and place <= max(plan.times, 1) else None for plan in nameless)
        yield FridgeRow(days=tuple(days), place=place if most > 1 else None, steps=steps)


def in_short(written: str, letters: int = HOW_LETTERS) -> str:
    """Return the beginning of a text on one line, cut between words, with "…" where it is cut."""
    line = " ".join(written.split())
    if len(line) <= letters:
        return line
    whole, space, _ = line[:letters].rpartition(" ")
    cut = whole if space else line[: letters - 1]
    return f"{cut.rstrip(' ,;:.')}…"


_SHOWN = frozenset({PlanStatus.ACTIVE, PlanStatus.NOT_STARTED})


@dataclass(frozen=True, slots=True)
class GridRoutine:
    """A routine in the family's own name for it."""

    routine: UUID
    name: str


@dataclass(frozen=True, slots=True)
class GridStrategy:
    """A strategy, and the routines it lives in now."""

    strategy: UUID
    name: str
    routines: frozenset[UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineGrid:
    """The grid of one child on a day: routines in the order of their arrival, and strategies."""

    child: str
    pronoun: Pronoun = Pronoun.NEITHER
    day: date
    routines: tuple[GridRoutine, ...] = ()
    strategies: tuple[GridStrategy, ...] = ()
    paper: Paper = Paper.LETTER
    language: str = "en"
    example: bool = False


def routine_grid(family: Family, state: PlanState) -> RoutineGrid:
    """Return the grid of what is planned now or still to come; of routines, the child's and all's.

    Raises RecordMissingError for an unknown child.
    """
    if state.child not in family.children:
        raise RecordMissingError(str(state.child))
    child = replace(family.children[state.child], name=name_outside(family.children, state.child))
    named = distinct_routines(family.routines, state.child)
    routines = routines_of(named.values(), state.child)
    shown = (strategy for strategy in state.strategies if strategy.standing in _SHOWN)
    return RoutineGrid(
        child=name_on_paper(child),
        pronoun=child.pronoun,
        day=state.today,
        routines=tuple(GridRoutine(routine.id, routine.name) for routine in routines),
        strategies=tuple(
            GridStrategy(
                strategy.strategy.id,
                strategy.name,
                frozenset(each.id for each in strategy.routines),
            )
            for strategy in shown
        ),
    )


def step_moved(shown: StrategyInPlan, routine: RoutineId, *, inside: bool) -> PlanStep:
    """Return the step in force, edited so that its strategy lives in a routine, or no more.

    A step that names no routine takes up those of the step before. So a strategy whose earlier
    step names routines keeps one: taking out the last raises InvalidValueError.
    """
    step = shown.spoken
    if step is None:
        raise InvalidValueError("routines", Reason.EMPTY)
    before = tuple(each.id for each in shown.routines)
    others = tuple(each for each in before if each != routine)
    wanted = (*others, routine) if inside else others
    if inside and routine in before:
        wanted = before
    if not wanted and _takes_up_routines(step, shown.steps):
        raise InvalidValueError("routines", Reason.DOES_NOT_FIT)
    return replace(step, routines=wanted)


def _takes_up_routines(step: PlanStep, steps: Sequence[PlanStep]) -> bool:
    """Return whether the step, once it names no routine, has those of an earlier one."""
    if step.step is StepKind.START:
        return False
    ordered = in_order(steps)
    for earlier in reversed(ordered[: ordered.index(step)]):
        if earlier.step in STANDING_STILL:
            continue
        if earlier.routines or earlier.step is StepKind.START:
            return bool(earlier.routines)
    return False
