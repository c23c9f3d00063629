"""Plan files: what is in one, what each part would change, and what the family ticks to take.

A plan file holds strategies and their steps, and nothing of a child or a visit. The starter
examples are plan files, too.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum, StrEnum
from uuid import UUID, uuid5

from homejournal.domain.records.family import Family
from homejournal.domain.records.kinds import REFERENCES, kind_of, references_of
from homejournal.domain.records.people import TeamMember, Way
from homejournal.domain.records.plan import Outcome, PlanStep, Routine, Strategy
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.text_rules import folded

PLAN_KINDS = (Kind.TEAM_MEMBER, Kind.OUTCOME, Kind.ROUTINE, Kind.STRATEGY, Kind.PLAN_STEP)
"""What a plan file holds, in the order of its lists."""

NOBODY = UUID(int=0)
"""Stands for the child of a plan that is read before the family says whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFile:
    """The records of a plan in the order of `PLAN_KINDS`; `name` is what the file calls itself."""

    name: str
    records: tuple[Record, ...] = ()


def file_for(file: PlanFile, child: UUID) -> PlanFile:
    """Return the file as the plan of this child; routines stay the whole family's."""
    own = tuple(
        replace(record, child=child) if isinstance(record, Outcome | Strategy) else record
        for record in file.records
    )
    return replace(file, records=own)


def plan_of(family: Family, strategies: Collection[UUID], name: str) -> PlanFile:
    """Return the plan of some strategies, with what it names and nothing else.

    Visits stay at home, and so do the ways to reach people: they are others' own.
    """
    chosen = [
        replace(strategy, example=False)
        for strategy in family.strategies.values()
        if strategy.id in strategies
    ]
    steps = [
        replace(step, visit=None)
        for strategy in chosen
        for step in family.steps.get(strategy.id, ())
    ]
    return PlanFile(
        name=name,
        records=(
            *_people(family, chosen),
            *_outcomes(family, chosen),
            *_routines(family, steps),
            *chosen,
            *steps,
        ),
    )


def _people(family: Family, chosen: Sequence[Strategy]) -> Iterator[TeamMember]:
    named = {strategy.suggested_by for strategy in chosen}
    for person in family.team.values():
        if person.id in named:
            yield TeamMember(
                id=person.id, name=person.name, discipline=person.discipline, role=person.role
            )


def _outcomes(family: Family, chosen: Sequence[Strategy]) -> Iterator[Outcome]:
    named = {strategy.outcome for strategy in chosen}
    return (outcome for outcome in family.outcomes.values() if outcome.id in named)


def _routines(family: Family, steps: Sequence[PlanStep]) -> Iterator[Routine]:
    named = {routine for step in steps for routine in step.routines}
    found = (one for one in family.routines.values() if one.id in named)
    return (replace(one, child=None) for one in found)


class ImportEffect(StrEnum):
    """What taking a record would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem:
    """A record as it would be written, and the one that stands, if any."""

    record: Record
    before: Record | None = None

    @property
    def fate(self) -> ImportEffect:
        """Return what taking it would do."""
        if self.before is None:
            return ImportEffect.NEW
        return ImportEffect.SAME if self.before == self.record else ImportEffect.CHANGED


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPreview:
    """All of a plan file beside what stands; each strategy is followed by its steps.

    `names` are the words for each id that is named in it.
    """

    name: str
    child: UUID
    items: tuple[PlanItem, ...] = ()
    names: Mapping[UUID, str]

    @property
    def changes_nothing(self) -> bool:
        """Say whether everything in the file stands here already."""
        return all(item.fate is ImportEffect.SAME for item in self.items)


def preview_plan(file: PlanFile, family: Family, child: UUID) -> PlanPreview:
    """Return what a file would change in the plan of a child; nothing is written.

    People and routines that stand under the same name are those. What the file does not say of a
    record stays as it is. A plan of a brother or sister becomes the child's own copy.
    """
    own = _own_copy(file.records, family, child)
    records = _renamed(own, _known_by_name(own, family, child) | _alike_steps(own, family))
    standing = _standing(family)
    items = tuple(_item(record, standing.get(record.id)) for record in _in_reading_order(records))
    named = {**standing, **{item.record.id: item.record for item in items}}
    names = {id_: _name(record) for id_, record in named.items()}
    return PlanPreview(name=file.name, child=child, items=items, names=names)


def records_taken(preview: PlanPreview, chosen: Collection[UUID]) -> tuple[Record, ...]:
    """Return the records to write after the family chose these ids.

    A step goes only with its strategy. A person, outcome or routine that is neither chosen nor here
    is not named.
    """
    taken = [item for item in preview.items if item.record.id in chosen]
    stands = {item.record.id for item in taken} | _stand_already(preview)
    whole = [
        item.record
        for item in taken
        if not isinstance(item.record, PlanStep) or item.record.strategy in stands
    ]
    return tuple(_naming_only(record, stands) for record in whole)


def _in_reading_order(records: Sequence[Record]) -> Iterator[Record]:
    steps: dict[UUID, list[PlanStep]] = {}
    for record in records:
        if isinstance(record, PlanStep):
            steps.setdefault(record.strategy, []).append(record)
    for record in records:
        if not isinstance(record, PlanStep):
            yield record
            yield from steps.get(record.id, ())


def _stand_already(preview: PlanPreview) -> set[UUID]:
    new = {item.record.id for item in preview.items if item.fate is ImportEffect.NEW}
    return set(preview.names) - new


def _own_copy(records: Sequence[Record], family: Family, child: UUID) -> Sequence[Record]:
    """Give the records ids of their own where one of them is another child's."""
    children = {
        **{outcome.id: outcome.child for outcome in family.outcomes.values()},
        **{strategy.id: strategy.child for strategy in family.strategies.values()},
    }
    if all(children.get(record.id, child) == child for record in records):
        return records
    copied = (record for record in records if isinstance(record, Outcome | Strategy | PlanStep))
    return _renamed(records, {one.id: uuid5(child, str(one.id)) for one in copied})


def _known_by_name(records: Iterable[Record], family: Family, child: UUID) -> dict[UUID, UUID]:
    people = {folded(person.name): person.id for person in family.team.values()}
    shared = [routine for routine in family.routines.values() if routine.child in {None, child}]
    routines = {folded(routine.name): routine.id for routine in shared}
    found: dict[UUID, UUID] = {}
    for record in records:
        if isinstance(record, TeamMember) and record.id not in family.team:
            found[record.id] = people.get(folded(record.name), record.id)
        elif isinstance(record, Routine) and record.id not in family.routines:
            found[record.id] = routines.get(folded(record.name), record.id)
    return found


def _alike_steps(records: Iterable[Record], family: Family) -> dict[UUID, UUID]:
    """Find the steps that would write over one of the same kind, strategy and day.

    A step that stands under another strategy here stays there: the file's gets an id of its own.
    """
    owner = {step.id: step.strategy for mine in family.steps.values() for step in mine}
    found: dict[UUID, UUID] = {}
    for record in records:
        if not isinstance(record, PlanStep):
            continue
        steps = family.steps.get(record.strategy, ())
        alike = (s.id for s in steps if (s.from_day, s.step) == (record.from_day, record.step))
        if record.id not in owner:
            found[record.id] = next(alike, record.id)
        elif owner[record.id] != record.strategy:
            found[record.id] = next(alike, uuid5(record.strategy, str(record.id)))
    return found


def _renamed(records: Iterable[Record], ids: Mapping[UUID, UUID]) -> tuple[Record, ...]:
    return tuple(_with_ids(record, ids) for record in records)


def _with_ids(record: Record, ids: Mapping[UUID, UUID]) -> Record:
    changed: dict[str, object] = {"id": ids.get(record.id, record.id)}
    for field, _, many, _ in REFERENCES[kind_of(record)]:
        named = getattr(record, field)
        if many:
            changed[field] = tuple(dict.fromkeys(ids.get(one, one) for one in named))
        elif named is not None:
            changed[field] = ids.get(named, named)
    return replace(record, **changed)  # type: ignore[arg-type]


def _item(record: Record, before: Record | None) -> PlanItem:
    if before is None:
        return PlanItem(record=record)
    said = {
        field.name: value
        for field in fields(record)
        if (value := getattr(record, field.name)) != field.default and field.name != "child"
    }
    if isinstance(before, TeamMember | Routine):
        del said["name"]  # they were found by it, in whatever letters
    if isinstance(before, TeamMember) and isinstance(record, TeamMember):
        said["ways"] = _with_ways(before.ways, record.ways)
    return PlanItem(record=replace(before, **said), before=before)


def _with_ways(own: tuple[Way, ...], told: tuple[Way, ...]) -> tuple[Way, ...]:
    """Return the family's ways to reach a person with those it does not have; none is replaced."""
    known = {(way.way, way.value) for way in own}
    new = tuple(way for way in told if (way.way, way.value) not in known)
    if any(way.preferred for way in own):
        new = tuple(replace(way, preferred=False) for way in new)
    return own + new


def _naming_only(record: Record, stands: Collection[UUID]) -> Record:
    if isinstance(record, Strategy):
        return replace(
            record,
            outcome=record.outcome if record.outcome in stands else None,
            suggested_by=record.suggested_by if record.suggested_by in stands else None,
        )
    if isinstance(record, PlanStep):
        return replace(
            record, routines=tuple(routine for routine in record.routines if routine in stands)
        )
    return record


def _standing(family: Family) -> dict[UUID, Record]:
    steps = {step.id: step for mine in family.steps.values() for step in mine}
    return {
        **family.team,
        **family.outcomes,
        **family.routines,
        **family.strategies,
        **steps,
    }


def _name(record: Record) -> str:
    return record.text if isinstance(record, Outcome) else str(getattr(record, "name", ""))


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

    def with_seen(self, ids: Iterable[UUID]) -> "PlanTicks":
        """Return the ticks where these are shown."""
        return replace(self, seen=frozenset(ids))

    def possible(self, item: PlanItem) -> bool:
        """Return whether it can be ticked now: it would do something, and its strategy is there."""
        record = item.record
        if item.fate is ImportEffect.SAME:
            return False
        if not isinstance(record, PlanStep) or record.strategy in self.chosen:
            return True
        return self.items[record.strategy].fate is not ImportEffect.NEW

    def ticked(self, which: UUID) -> "PlanTicks":
        """Return the ticks with this one; what is new and belongs to it is ticked as well.

        To a strategy belong its steps, and to both the outcome, person and routines they name.
        """
        more = {which} | self._new(step.id for step in self._steps_of(which))
        return replace(self, chosen=self.chosen | more | self._new(self._named_by(more)))

    def unticked(self, which: UUID) -> "PlanTicks":
        """Return the ticks without this one, and without what belonged to nothing else."""
        gone = {which}
        if self.items[which].fate is ImportEffect.NEW:
            gone |= {step.id for step in self._steps_of(which)}
        left = self.chosen - gone
        alone = self._named_by(gone) - self._named_by(left)
        return replace(self, chosen=left - self._new(alone))

    def all_new(self) -> "PlanTicks":
        """Return the ticks with everything that is seen and new."""
        return replace(self, chosen=self.chosen | self._new(self.seen))

    def _new(self, ids: Iterable[UUID]) -> set[UUID]:
        """Return those that are seen and new."""
        return {one for one in ids if one in self.seen and self.items[one].fate is ImportEffect.NEW}

    def _steps_of(self, strategy: UUID) -> Iterable[Record]:
        records = (item.record for item in self.items.values())
        return (
            record
            for record in records
            if isinstance(record, PlanStep) and record.strategy == strategy
        )

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
        replace(record, from_day=day) if isinstance(record, PlanStep) else record
        for record in file.records
    )
    return replace(file, records=tuple(begun))


def starter_offers(preview: PlanPreview, standing: Iterable[Strategy]) -> tuple[StarterOffer, ...]:
    """Return the examples in the order of their file; `standing` are the child's strategies."""
    names = {folded(strategy.name) for strategy in standing}
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
            routines=tuple(routines[routine] for routine in step.routines if routine in routines),
            here=item.fate is not ImportEffect.NEW or folded(item.record.name) in names,
        )
        for item in preview.items
        if isinstance(item.record, Strategy) and (step := steps.get(item.record.id))
    )


def ids_taken(offers: Iterable[StarterOffer], chosen: Collection[UUID]) -> frozenset[UUID]:
    """Return what is taken with these strategies: their steps, and the routines they live in."""
    taken: set[UUID] = set()
    for offer in offers:
        if offer.strategy.id in chosen and not offer.here:
            taken |= {offer.strategy.id, offer.step.id, *offer.step.routines}
    return frozenset(taken)
