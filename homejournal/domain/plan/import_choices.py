"""Ticking what to take of a plan file: which ticks are possible, and what a tick brings along."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from uuid import UUID

from homejournal.domain.plan.plan_import import Fate, PlanItem, PlanPreview
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import Outcome, PlanStep, Routine, Strategy
from homejournal.domain.records.record import Record
from homejournal.domain.records.references import references_of


class PlanPart(Enum):
    """The parts in which a plan file is shown, in their order; steps stand with strategies."""

    STRATEGIES = (Strategy, PlanStep)
    OUTCOMES = (Outcome,)
    PEOPLE = (TeamMember,)
    ROUTINES = (Routine,)


def parts_of(preview: PlanPreview, most: int) -> Sequence[tuple[PlanPart, Sequence[PlanItem]]]:
    """Return the parts that hold something, at most so many items of each.

    Each strategy is followed by its steps. Of a long file the outcomes, people and routines come
    first that the shown strategies and steps name, and the others once all of these are shown.
    """
    whole = {
        part: [item for item in preview.items if isinstance(item.record, part.value)]
        for part in PlanPart
    }
    plan = whole[PlanPart.STRATEGIES][:most]
    named = {id_ for item in plan for _, id_ in references_of(item.record)}
    all_shown = len(plan) == len(whole[PlanPart.STRATEGIES])
    parts = [(PlanPart.STRATEGIES, plan)]
    for part in list(PlanPart)[1:]:
        first = [item for item in whole[part] if item.record.id in named]
        others = [item for item in whole[part] if item.record.id not in named]
        parts.append((part, (first + (others if all_shown else []))[:most]))
    return [(part, items) for part, items in parts if items]


@dataclass(frozen=True, slots=True)
class PlanTicks:
    """What is ticked of the items of a plan file; only what was `seen` ever is."""

    items: Mapping[UUID, PlanItem]
    seen: frozenset[UUID] = frozenset()
    chosen: frozenset[UUID] = frozenset()

    def seeing(self, ids: Iterable[UUID]) -> "PlanTicks":
        """Return the ticks where these are shown."""
        return replace(self, seen=frozenset(ids))

    def possible(self, item: PlanItem) -> bool:
        """Return whether it can be ticked now: it would do something, and its strategy is there."""
        record = item.record
        if item.fate is Fate.SAME:
            return False
        if not isinstance(record, PlanStep) or record.strategy in self.chosen:
            return True
        return self.items[record.strategy].fate is not Fate.NEW

    def ticked(self, which: UUID) -> "PlanTicks":
        """Return the ticks with this one; what is new and belongs to it is ticked as well.

        To a strategy belong its steps, and to both the outcome, person and routines they name.
        """
        more = {which} | self._new(step.id for step in self._steps_of(which))
        return replace(self, chosen=self.chosen | more | self._new(self._named_by(more)))

    def unticked(self, which: UUID) -> "PlanTicks":
        """Return the ticks without this one, and without what belonged to nothing else."""
        gone = {which}
        if self.items[which].fate is Fate.NEW:
            gone |= {step.id for step in self._steps_of(which)}
        left = self.chosen - gone
        alone = self._named_by(gone) - self._named_by(left)
        return replace(self, chosen=left - self._new(alone))

    def all_new(self) -> "PlanTicks":
        """Return the ticks with everything that is seen and new."""
        return replace(self, chosen=self.chosen | self._new(self.seen))

    def _new(self, ids: Iterable[UUID]) -> set[UUID]:
        """Return those that are seen and new."""
        return {one for one in ids if one in self.seen and self.items[one].fate is Fate.NEW}

    def _steps_of(self, strategy: UUID) -> Iterable[Record]:
        records = (item.record for item in self.items.values())
        return (one for one in records if isinstance(one, PlanStep) and one.strategy == strategy)

    def _named_by(self, ids: Iterable[UUID]) -> set[UUID]:
        """Return the outcomes, people and routines that strategies and steps name."""
        return {
            named
            for one in ids
            for _, named in references_of(self.items[one].record)
            if named in self.items and not isinstance(self.items[named].record, Strategy)
        }


def no_ticks(preview: PlanPreview) -> PlanTicks:
    """Return the ticks to begin with."""
    return PlanTicks({item.record.id: item for item in preview.items})
