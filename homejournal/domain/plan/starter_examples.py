"""Starter examples: a dozen strategies in routine words, which a family may take and change."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from homejournal.domain.plan.plan_file import PlanFile
from homejournal.domain.plan.plan_import import Fate, PlanPreview
from homejournal.domain.records.plan import PlanStep, Routine, Strategy
from homejournal.domain.text_rules import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterOffer:
    """An example as it would begin; `here` where the child's plan has it already."""

    strategy: Strategy
    step: PlanStep
    routines: tuple[Routine, ...] = ()
    here: bool = False


def beginning_on(file: PlanFile, day: date) -> PlanFile:
    """Return the examples as strategies that begin on a day."""
    begun = (
        replace(one, from_day=day) if isinstance(one, PlanStep) else one for one in file.records
    )
    return replace(file, records=tuple(begun))


def starter_offers(preview: PlanPreview, standing: Iterable[Strategy]) -> tuple[StarterOffer, ...]:
    """Return the examples in the order of their file; `standing` are the child's strategies."""
    names = {folded(one.name) for one in standing}
    steps = {
        item.record.strategy: item.record
        for item in preview.items
        if isinstance(item.record, PlanStep)
    }
    routines = {
        item.record.id: item.record for item in preview.items if isinstance(item.record, Routine)
    }
    return tuple(
        StarterOffer(
            strategy=item.record,
            step=step,
            routines=tuple(routines[one] for one in step.routines if one in routines),
            here=item.fate is not Fate.NEW or folded(item.record.name) in names,
        )
        for item in preview.items
        if isinstance(item.record, Strategy) and (step := steps.get(item.record.id))
    )


def ids_taken(offers: Iterable[StarterOffer], chosen: Collection[UUID]) -> frozenset[UUID]:
    """Return what is taken with these strategies: their steps, and the routines they live in."""
    taken: set[UUID] = set()
    for one in offers:
        if one.strategy.id in chosen and not one.here:
            taken |= {one.strategy.id, one.step.id, *one.step.routines}
    return frozenset(taken)
