"""What a visit page says of one strategy: from whom, how often, and the sentences of its days."""

from collections.abc import Collection

from homejournal.domain.numbers import Block
from homejournal.domain.page_material import Line, PageMaterial, StrategyMaterial
from homejournal.domain.plan_days import STANDING_STILL, StepInForce
from homejournal.domain.ratings import RatingPlan
from homejournal.domain.sentences import Planned, Sentence, SuggestedBy
from homejournal.domain.telling import tell_days, tell_ratings, tell_remarks, tell_times
from homejournal.domain.visit_page import StretchOnPage

TOLD = (Line.DAYS, Line.TIMES, Line.RATINGS, Line.REMARKS)
"""The lines that are made from the numbers, in their order."""


def how_planned(material: PageMaterial, step: StepInForce) -> Planned:
    """Return how often a strategy is planned while a step is in force, and in which routines."""
    return Planned(step.often, material.routine_names(step.words.routines))


def who_suggested(material: PageMaterial, one: StrategyMaterial) -> SuggestedBy | None:
    """Return from whom a strategy is and since when, as far as the journal says it."""
    person = material.person(one.strategy.suggested_by)
    if person is None and one.since is None:
        return None
    discipline = person.discipline if person else None
    return SuggestedBy(person.name if person else None, discipline, one.since)


def stretches_of(
    material: PageMaterial, one: StrategyMaterial, ticked: Collection[Line]
) -> tuple[StretchOnPage, ...]:
    """Return one stretch, or one for each side of a change of plan: never summed across it."""
    stretches = [
        (step.start, step.end, step.block)
        for step in one.numbers.steps
        if step.kind not in STANDING_STILL or step.block.times
    ]
    if not one.changes_in(material.period) or len(stretches) < 2:
        stretches = [(*material.period, one.numbers.total)]
    told = (
        StretchOnPage(
            start=start,
            end=end,
            sentences=tuple(
                sentence
                for line in TOLD
                if line in ticked
                for sentence in told_by(line, block, one.rating_on(end))
            ),
        )
        for start, end, block in stretches
    )
    return tuple(stretch for stretch in told if stretch.sentences)


def told_by(line: Line, block: Block, plan: RatingPlan | None) -> tuple[Sentence, ...]:
    """Return the sentences of one line about a stretch."""
    match line:
        case Line.DAYS:
            return tell_days(block)
        case Line.TIMES:
            return tell_times(block)
        case Line.RATINGS:
            return tell_ratings(block, plan)
        case _:
            return tell_remarks(block)
