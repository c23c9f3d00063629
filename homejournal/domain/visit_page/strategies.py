"""What a visit page says of one strategy: from whom, how often, and the sentences of its days."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import TypeVar

from homejournal.domain.charts.bar_series import BarSeries, LifeMark
from homejournal.domain.charts.dot_series import DotSeries
from homejournal.domain.days.honest_numbers import Block
from homejournal.domain.plan.suggested_by import suggested_by
from homejournal.domain.plan_steps.in_force import NO_WORDS, StepInForce
from homejournal.domain.records.rating_scales import RatingPlan
from homejournal.domain.sentences.counts import Planned, Sentence, SuggestedBy
from homejournal.domain.sentences.sentence_rules import (
    tell_days,
    tell_ratings,
    tell_remarks,
    tell_times,
)
from homejournal.domain.visit_page.material import Line, PageMaterial, StrategyMaterial
from homejournal.domain.visit_page.page import LifeOnPage, StretchOnPage

DayChart = TypeVar("DayChart", bound=BarSeries | DotSeries)

TOLD = (Line.DAYS, Line.TIMES, Line.RATINGS, Line.REMARKS)
"""The lines that are made from the numbers, in their order."""


def how_planned(material: PageMaterial, step: StepInForce) -> Planned:
    """Return how often a strategy is planned while a step is in force, and in which routines."""
    return Planned(step.often, material.routine_names(step.words.routines))


def who_suggested(material: PageMaterial, one: StrategyMaterial) -> SuggestedBy | None:
    """Return from whom a strategy is and since when, as far as the journal says it."""
    team = {person.id: person for person in material.team}
    return suggested_by(one.strategy, one.steps, team, one.visits)


def stretches_of(
    material: PageMaterial, one: StrategyMaterial, ticked: Collection[Line]
) -> tuple[StretchOnPage, ...]:
    """Return one stretch, or one for each side of a change of plan: never summed across it.

    Without the earlier days only the newest side is told. With them, what the plan said on each
    side stands there where that is ticked.
    """
    changed = Line.CHANGED in ticked and Line.EARLIER in ticked
    total = (*material.period, one.numbers.total, one.rating_on(material.period.end), "")
    parted = [
        (phase.start, phase.end, phase.block, phase.rating, plan if changed else "")
        for phase, plan in zip(one.phases, plans_apart(one), strict=True)
    ]
    newest = 0 if Line.EARLIER in ticked else -1
    told = (
        StretchOnPage(
            start=start,
            end=end,
            sentences=tuple(
                sentence
                for line in TOLD
                if line in ticked
                for sentence in told_by(line, block, rating)
            ),
            plan=plan,
        )
        for start, end, block, rating, plan in (parted if len(parted) > 1 else [total])[newest:]
    )
    return tuple(stretch for stretch in told if stretch.sentences)


def plans_apart(one: StrategyMaterial) -> tuple[str, ...]:
    """Return for each stretch between changes of plan what tells its plan from the others.

    That is what is done, or else how. What is done now stands with the strategy and is not told
    again, so its place is empty, as all are where the words stayed the same.
    """
    steps = [one.step_on(phase.end) for phase in one.phases]
    words = [step.words if step else NO_WORDS for step in steps]
    whats, hows = [said.what or "" for said in words], [said.how or "" for said in words]
    if len(set(whats)) > 1:
        return (*("" if what == whats[-1] else what for what in whats[:-1]), "")
    return tuple(hows) if len(set(hows)) > 1 else ("",) * len(words)


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


def with_life(chart: DayChart, life: Collection[LifeOnPage]) -> DayChart:
    """Return a chart that marks, of the things in the family's life, only these.

    Ranges of days left out have no words of the family's and stay.
    """
    told = {(one.day, one.words) for one in life}
    return replace(chart, life=tuple(mark for mark in chart.life if _may_stand(mark, told)))


def _may_stand(mark: LifeMark, told: Collection[tuple[date, str]]) -> bool:
    return not mark.words or (mark.start, mark.words) in told
