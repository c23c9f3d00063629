"""What the Plan page shows and changes: strategies, new steps, a sibling's copy."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import NamedTuple
from uuid import UUID, uuid5

from homejournal.domain.names import (
    distinct_routines,
    distinct_team,
    strategy_numbers,
)
from homejournal.domain.records.family import Family, active_children
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import (
    NO_WORDS,
    ONCE_A_DAY,
    STANDING_STILL,
    STEP_ORDER,
    UNRATED,
    Ending,
    Often,
    Outcome,
    PlanStatus,
    PlanStep,
    Routine,
    StepKind,
    StepWords,
    Strategy,
    effective_words,
    in_order,
    standing_after,
    step_of_day,
    steps_in_force,
)
from homejournal.domain.records.rating_scales import RatingPlan
from homejournal.domain.records.record import Record
from homejournal.domain.records.visits import Visit
from homejournal.domain.sentences.values import SuggestedBy
from homejournal.domain.text_rules import with_number
from homejournal.domain.visits import in_time, is_pause_over


def suggested_by(
    strategy: Strategy,
    steps: Iterable[PlanStep],
    team: Mapping[UUID, TeamMember],
    visits: Iterable[Visit] = (),
) -> SuggestedBy | None:
    """Return who suggested a strategy and its first planned day; None if both are unknown.

    The visit of the first step is named if that person was there.
    """
    person = team.get(strategy.suggested_by) if strategy.suggested_by else None
    first = next(iter(in_order(steps)), None)
    if person is None:
        return SuggestedBy(None, None, first.from_day) if first else None
    at = (
        visit.day
        for visit in visits
        if first and visit.id == first.visit and person.id in visit.people
    )
    since = first.from_day if first else None
    return SuggestedBy(person.name, person.discipline, since, next(at, None))


FEW = 4
"""A family keeps about so many strategies in mind at a time."""
_STANDINGS = (PlanStatus.ACTIVE, PlanStatus.NOT_STARTED, PlanStatus.PAUSED, PlanStatus.FINISHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyInPlan:
    """One strategy on one day; `steps` is its history, oldest first.

    `often`, `rating`, `words` and `routines` are in force that day, or come from the first step if
    it has not begun yet. `spoken` is the step they come from, so the one to correct. `coming` is
    the next step after that day. `now` is the step in force, and `pause_over` says that it is a
    pause that the family wanted to look at again by now.
    """

    strategy: Strategy
    standing: PlanStatus = PlanStatus.NOT_STARTED
    suggested: SuggestedBy | None = None
    often: Often = ONCE_A_DAY
    rating: RatingPlan = UNRATED
    words: StepWords = NO_WORDS
    routines: tuple[Routine, ...] = ()
    steps: tuple[PlanStep, ...] = ()
    spoken: PlanStep | None = None
    coming: PlanStep | None = None
    now: PlanStep | None = None
    pause_over: bool = False
    number: int | None = None

    @property
    def since(self) -> date | None:
        """Return the first day on which it is planned."""
        return self.suggested.since if self.suggested else None

    @property
    def name(self) -> str:
        """Return the name that is shown, with its number where another one is called alike."""
        name = self.strategy.name
        return name if self.number is None else with_number(name, self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingGroup:
    """Strategies that stand alike."""

    standing: PlanStatus
    strategies: tuple[StrategyInPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanState:
    """The whole plan of one child, and the visits that a change may belong to, newest first."""

    child: UUID
    today: date
    standings: tuple[StandingGroup, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    visits: tuple[Visit, ...] = ()

    @property
    def strategies(self) -> tuple[StrategyInPlan, ...]:
        """Return every strategy in the order of the page."""
        return tuple(strategy for part in self.standings for strategy in part.strategies)

    @property
    def many_at_once(self) -> bool:
        """Return whether more strategies are active than a family keeps in mind."""
        return sum(strategy.standing is PlanStatus.ACTIVE for strategy in self.strategies) > FEW


def plan_state(family: Family, child: UUID, today: date) -> PlanState:
    """Return a child's plan on a day: what goes on comes first, and then in the outcomes' order."""
    numbers = strategy_numbers(family, child)
    family = replace(
        family, team=distinct_team(family.team), routines=distinct_routines(family.routines, child)
    )
    mine = [
        replace(_in_plan(family, strategy, today), number=numbers.get(strategy.id))
        for strategy in family.strategies_of(child)
    ]
    outcomes = family.outcomes_of(child)
    order: dict[UUID | None, int] = {outcome.id: place for place, outcome in enumerate(outcomes)}
    mine.sort(key=lambda shown: order.get(shown.strategy.outcome, len(order)))
    visits = [visit for visit in family.visits.values() if visit.child == child]
    visits.sort(key=in_time, reverse=True)
    return PlanState(
        child=child,
        today=today,
        standings=_by_standing(mine),
        outcomes=outcomes,
        visits=tuple(visits),
    )


def _by_standing(strategies: Sequence[StrategyInPlan]) -> tuple[StandingGroup, ...]:
    return tuple(
        StandingGroup(standing=standing, strategies=tuple(found))
        for standing in _STANDINGS
        if (found := [strategy for strategy in strategies if strategy.standing is standing])
    )


def _in_plan(family: Family, strategy: Strategy, today: date) -> StrategyInPlan:
    steps = tuple(family.steps.get(strategy.id, ()))
    in_force = steps_in_force(steps) if steps else ()
    now = step_of_day(in_force, today)
    visits = [visit for visit in family.visits.values() if visit.child == strategy.child]
    said = now or (in_force[0] if in_force else None)
    plain = StrategyInPlan(
        strategy=strategy,
        suggested=suggested_by(strategy, steps, family.team, visits),
        steps=steps,
        coming=next((step for step in steps if step.from_day > today), None),
    )
    if said is None:
        return plain
    return replace(
        plain,
        standing=standing_after(now.step) if now else PlanStatus.NOT_STARTED,
        now=now.step if now else None,
        pause_over=now is not None and is_pause_over(now.step, visits, today),
        often=said.often,
        rating=said.rating,
        words=said.words,
        routines=tuple(family.routines[r] for r in said.words.routines if r in family.routines),
        spoken=_spoken(steps, said.step),
    )


def _spoken(steps: Sequence[PlanStep], in_force: PlanStep) -> PlanStep:
    """Return the step whose words hold: a pause or a finish says nothing of its own."""
    upto = in_order(steps)[: in_order(steps).index(in_force) + 1]
    speaking = [step for step in upto if step.step not in STANDING_STILL]
    return speaking[-1] if speaking else in_force


class StepTold(NamedTuple):
    """A step of the plan; `now` says all that holds from it on, `before` what held until then.

    A pause and an end say only what they say themselves, and the first step has nothing before it.
    """

    step: PlanStep
    now: PlanStep
    before: PlanStep | None = None


def steps_told(steps: Iterable[PlanStep]) -> tuple[StepTold, ...]:
    """Return what happened to a strategy, oldest first."""
    told: list[StepTold] = []
    before: PlanStep | None = None
    for step in in_order(steps):
        if step.step in STANDING_STILL:
            told.append(StepTold(step, step))
            continue
        now = _whole(step, None if step.step is StepKind.START else before)
        told.append(StepTold(step, now, before))
        before = now
    return tuple(told)


def _whole(step: PlanStep, before: PlanStep | None) -> PlanStep:
    """Return a step with all that it takes up from the one before it."""
    former = StepWords(*(getattr(before, field) for field in StepWords._fields)) if before else None
    words = effective_words(step, former or NO_WORDS)
    return replace(
        step,
        **words._asdict(),
        often=step.often or (before.often if before else ONCE_A_DAY),
        rating=step.rating or (before.rating if before else UNRATED),
    )


def steps_to_save(steps: Iterable[PlanStep], new: PlanStep) -> tuple[PlanStep, ...]:
    """Return what to write so that the new step holds from its day.

    A step of the same kind on the same day is written over; what the new one does not say of a
    pause or an end stays. Of several steps on one day the last
    in the order start, change, pause, restart, finish is in force; so a pause, restart or finish
    also takes the place of those that would come after it that day.
    """
    same_day = [step for step in in_order(steps) if step.from_day == new.from_day]
    alike = [step for step in same_day if step.step is new.step]
    saved = [_written_over(alike[-1], new)] if alike else [new]
    if new.step in {StepKind.START, StepKind.CHANGE}:
        return tuple(saved)
    after = [step for step in same_day if STEP_ORDER.index(step.step) > STEP_ORDER.index(new.step)]
    if after and not alike:
        saved = []
    return (*saved, *(replace(new, id=step.id) for step in after))


def _written_over(step: PlanStep, new: PlanStep) -> PlanStep:
    told = replace(new, id=step.id)
    if new.until is None and not new.until_visit:
        told = replace(told, until=step.until, until_visit=step.until_visit)
    return replace(told, ending=step.ending) if new.ending is Ending.STOPPED else told


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSaid:
    """What a form says of a step: the answers, with routines, how often, and what is rated."""

    words: StepWords = NO_WORDS
    often: Often = ONCE_A_DAY
    rating: RatingPlan = UNRATED


def with_answers(step: PlanStep, said: StepSaid, before: StepWords = NO_WORDS) -> PlanStep:
    """Return the step with all that a form says, whole, so that it can be read by itself.

    An answer that was given before and is empty now is written as dropped.
    """

    def answer(now: str | None, former: str | None) -> str | None:
        return (now or "").strip() or ("" if former else None)

    words = said.words
    return replace(
        step,
        what=answer(words.what, before.what),
        how=answer(words.how, before.how),
        when_where_who=answer(words.when_where_who, before.when_where_who),
        why=answer(words.why, before.why),
        how_we_know=answer(words.how_we_know, before.how_we_know),
        routines=words.routines,
        often=said.often,
        rating=said.rating,
    )


def brothers_and_sisters(family: Family, child: UUID) -> tuple[UUID, ...]:
    """Return the other children of the family whose journal is not put away."""
    return tuple(
        active_child.id for active_child in active_children(family) if active_child.id != child
    )


def names_child(shown: StrategyInPlan, name: str) -> bool:
    """Return whether the words of a strategy name a child, whom a copy would name, too."""
    words = (shown.strategy.name, *(part for part in shown.words[:5] if part))
    return any(name.casefold() in said.casefold() for said in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCopy:
    """The input for copying a strategy: the original, the child, and the first day."""

    shown: StrategyInPlan
    child: UUID
    day: date
    new_id: UUID


def copied(family: Family, asked: PlanCopy) -> tuple[Record, ...]:
    """Return the child's own strategy, begun on a day, with what is done and how often now.

    Who suggested it is kept. What was written before, earlier steps, the visit and the outcome
    stay with the first child. Routines of one child alone are found by their names, or made anew.
    """
    ids = (uuid5(asked.new_id, str(place)) for place in count())
    shown = asked.shown
    strategy = replace(shown.strategy, id=asked.new_id, child=asked.child, outcome=None)
    before = [
        family.routines.get(routine.id, routine) for routine in shown.routines
    ]  # without numbers
    made, named = _routines(family, before, asked.child, ids)
    step = PlanStep(
        id=next(ids),
        strategy=strategy.id,
        from_day=asked.day,
        step=StepKind.START,
        what=shown.words.what,
        how=shown.words.how,
        when_where_who=shown.words.when_where_who,
        why=shown.words.why,
        how_we_know=shown.words.how_we_know,
        routines=named,
        often=shown.often,
        rating=shown.rating,
    )
    return (*made, strategy, step)


def _routines(
    family: Family, routines: Iterable[Routine], child: UUID, ids: Iterator[UUID]
) -> tuple[list[Routine], tuple[UUID, ...]]:
    known = {
        one.name.casefold(): one.id
        for one in family.routines.values()
        if one.child in {None, child}
    }
    made: list[Routine] = []
    named: list[UUID] = []
    for routine in routines:
        found = routine.id if routine.child is None else known.get(routine.name.casefold())
        if found is None:
            new = Routine(id=next(ids), name=routine.name, child=child)
            made.append(new)
            found = new.id
        named.append(found)
    return made, tuple(named)
