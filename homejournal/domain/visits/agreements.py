"""What family and professional agree on for each strategy; each ends as a dated plan step."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.plan import PlanStep, StepKind, Strategy
from homejournal.domain.records.record import Record, StrategyId
from homejournal.domain.records.visits import Visit


class Decision(StrEnum):
    """What becomes of a strategy."""

    KEEP = "keep"
    CHANGE = "change"
    PAUSE = "pause"
    RESTART = "restart"
    FINISH = "finish"


_STEP_OF = {
    Decision.CHANGE: StepKind.CHANGE,
    Decision.PAUSE: StepKind.PAUSE,
    Decision.RESTART: StepKind.RESTART,
    Decision.FINISH: StepKind.FINISH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyAgreed:
    """The decision on one strategy; `step` has the new words, frequency and rating.

    To keep a strategy takes no step; everything else does, with a change saying what is new.
    """

    strategy: StrategyId
    decision: Decision = Decision.KEEP
    step: PlanStep | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """All that was agreed at a visit: the two halves in words, each strategy, and new ones.

    `beside` are new records that the steps name: routines, people, outcomes. `from_day` is the
    first day of what was agreed, by default the day of the visit.
    """

    between: str | None = None
    next_visit: str | None = None
    strategies: tuple[StrategyAgreed, ...] = ()
    started: tuple[tuple[Strategy, PlanStep], ...] = ()
    beside: tuple[Record, ...] = ()
    from_day: date | None = None


def visit_agreed(visit: Visit, agreement: Agreement) -> Visit:
    """Return the visit as held, with what was agreed."""
    return replace(
        visit,
        held=True,
        agreed_between=agreement.between or None,
        agreed_next=agreement.next_visit or None,
    )


def steps_agreed(visit: Visit, agreement: Agreement) -> tuple[PlanStep, ...]:
    """Return the plan steps that begin at the visit, those of new strategies among them.

    Raises InvalidValueError where a decision has no step, or one of another strategy.
    """
    from_day = agreement.from_day or visit.day
    steps = [_step_of(one) for one in agreement.strategies if one.decision is not Decision.KEEP]
    steps += [step for _, step in agreement.started]
    return tuple(replace(step, from_day=from_day, visit=visit.id) for step in steps)


def _step_of(agreed: StrategyAgreed) -> PlanStep:
    step = agreed.step
    if step is None or step.strategy != agreed.strategy:
        raise InvalidValueError("strategies", Reason.DOES_NOT_FIT)
    return replace(step, step=_STEP_OF[agreed.decision])
