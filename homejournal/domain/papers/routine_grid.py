"""Which strategy lives in which routine: the planning sheet of the field, as a table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from homejournal.domain.errors import InvalidValueError, Reason, RecordMissingError
from homejournal.domain.names.distinct_names import distinct_routines, name_outside, routines_of
from homejournal.domain.papers.paper_size import Paper
from homejournal.domain.plan.plan_page import PlanState, StrategyInPlan
from homejournal.domain.records.family import Family
from homejournal.domain.records.plan import PlanStep, StepKind
from homejournal.domain.records.plan_in_force import STANDING_STILL, Standing, in_order
from homejournal.domain.records.record import RoutineId

_SHOWN = frozenset({Standing.ACTIVE, Standing.NOT_STARTED})


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
    named = distinct_routines(family.routines, state.child)
    routines = routines_of(named.values(), state.child)
    shown = (one for one in state.strategies if one.standing in _SHOWN)
    return RoutineGrid(
        child=name_outside(family.children, state.child),
        day=state.today,
        routines=tuple(GridRoutine(one.id, one.name) for one in routines),
        strategies=tuple(
            GridStrategy(
                one.strategy.id,
                one.name,
                frozenset(each.id for each in one.routines),
            )
            for one in shown
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
