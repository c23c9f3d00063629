"""What a pack says of one strategy: from whom, how often, its days and levels, what changed."""

from homejournal.domain.packs.material import PackMaterial, StrategyTold
from homejournal.domain.packs.pack import StepInPack
from homejournal.domain.plan.suggested_by import suggested_by
from homejournal.domain.plan_steps.in_force import step_of_day, steps_in_force
from homejournal.domain.records.plan import StepKind
from homejournal.domain.records.preparations import PackKind
from homejournal.domain.sentences.counts import Planned, SuggestedBy
from homejournal.domain.sentences.sentence_rules import tell, tell_days, tell_ratings
from homejournal.domain.visit_page.page import StretchOnPage


def who_suggested(material: PackMaterial, one: StrategyTold) -> SuggestedBy | None:
    """Return from whom a strategy is and since when, as far as the journal says it."""
    written = one.back.written
    return suggested_by(written.strategy, written.steps, material.read.family.team, written.visits)


def plan_told(material: PackMaterial, one: StrategyTold) -> Planned | None:
    """Return how often it is planned at the end of these days, and in which routines."""
    step = step_of_day(steps_in_force(one.back.written.steps), material.period.end)
    if step is None or step.step.step in {StepKind.PAUSE, StepKind.FINISH}:
        return None
    names = material.read.family.routines
    routines = (names[which].name for which in step.words.routines if which in names)
    return Planned(step.often, tuple(routines))


def stretches_told(material: PackMaterial, one: StrategyTold) -> tuple[StretchOnPage, ...]:
    """Return one stretch, or one for each side of a change of plan: never summed across it.

    A history of years tells only days and ratings, so that it stays short.
    """
    back, period = one.back, material.period
    parted = [(phase.start, phase.end, phase.block, phase.rating) for phase in back.phases]
    whole = [(*period, back.numbers.total, back.rating)]
    short = material.read.asked.kind is PackKind.TRANSITION
    return tuple(
        StretchOnPage(
            start=start,
            end=end,
            sentences=(*tell_days(block), *tell_ratings(block, rating))
            if short
            else tell(block, rating),
        )
        for start, end, block, rating in (parted if len(parted) > 1 else whole)
    )


def changes_told(material: PackMaterial, one: StrategyTold) -> tuple[StepInPack, ...]:
    """Return what happened to its plan in these days, oldest first."""
    return tuple(
        StepInPack(
            step=step.step,
            day=step.from_day,
            at_visit=step.visit is not None,
            what=(step.what or "").strip() if step.step is StepKind.CHANGE else "",
        )
        for step in one.changes(material.period)
    )
