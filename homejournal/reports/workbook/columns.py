"""What the columns of a workbook have in common: headings, widths, and names in place of ids."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from uuid import UUID

from homejournal.domain.names import all_names
from homejournal.domain.papers.workbook import BookCell
from homejournal.domain.records.family import Family
from homejournal.domain.records.ladders_and_feelings import Ladder
from homejournal.domain.records.notes import AnyNote
from homejournal.domain.records.plan import StepInForce, Strategy, plan_asked, steps_in_force
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.visits import Visit
from homejournal.texts import labels
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names and words of the records that others name, by id; what is not here has no name."""

    named: Mapping[UUID, str]
    strategies: Mapping[UUID, Strategy]
    practices: Mapping[UUID, Practice]
    visits: Mapping[UUID, Visit]
    ladders: Mapping[UUID, Ladder]
    children_of: Mapping[UUID, UUID]
    """The child of an outcome, a ladder or a visit."""
    steps: Mapping[UUID, tuple[StepInForce, ...]]

    @classmethod
    def of(cls, by_kind: Mapping[Kind, Sequence[Record]], family: Family) -> "Names":
        """Return the names in these records; the family tells those of one name apart."""
        outcomes = {one.id: one for one in _all(by_kind, Kind.OUTCOME)}
        ladders = {one.id: one for one in _all(by_kind, Kind.LADDER)}
        visits = {one.id: one for one in _all(by_kind, Kind.VISIT)}
        named = {
            one.id: one.name
            for kind in (Kind.CHILD, Kind.HELPER, Kind.TEAM_MEMBER, Kind.ROUTINE, Kind.STRATEGY)
            for one in (*_all(by_kind, Kind.HOME), *_all(by_kind, kind))
        }
        children_of = {one.id: one.child for one in (*outcomes.values(), *visits.values())}
        children_of |= {
            ladder.id: children_of[ladder.outcome]
            for ladder in ladders.values()
            if ladder.outcome in children_of
        }
        return cls(
            named={
                **named,
                **all_names(family),
                **{outcome.id: outcome.text for outcome in outcomes.values()},
            },
            strategies={one.id: one for one in _all(by_kind, Kind.STRATEGY)},
            practices={one.id: one for one in _all(by_kind, Kind.PRACTICE)},
            visits=visits,
            ladders=ladders,
            children_of=children_of,
            steps={strategy: steps_in_force(steps) for strategy, steps in family.steps.items()},
        )

    def name(self, id_: UUID | None) -> str | None:
        """Return the name of a record, or None."""
        return self.named.get(id_) if id_ else None

    def names(self, ids: Sequence[UUID]) -> str | None:
        """Return several names, one a line."""
        return "\n".join(name for id_ in ids if (name := self.name(id_))) or None

    def child(self, record: Any) -> str | None:  # noqa: ANN401 - any record
        """Return the name of the child that a record is about."""
        if child := getattr(record, "child", None):
            return self.name(child)
        for field in ("visit", "outcome", "ladder"):
            if of := self.children_of.get(getattr(record, field, None) or UUID(int=0)):
                return self.name(of)
        strategy = self.strategies.get(getattr(record, "strategy", None) or UUID(int=0))
        return self.name(strategy.child) if strategy else None

    def strategy_of(self, note: AnyNote) -> str | None:
        """Return the strategy a note is about, also by way of an entry."""
        practice = self.practices.get(note.practice) if note.practice else None
        return self.name(note.strategy or (practice.strategy if practice else None))

    def day_of_visit(self, visit: UUID | None) -> date | None:
        found = self.visits.get(visit) if visit else None
        return found.day if found else None

    def rated_by(self, one: Practice) -> RatingPlan:
        """Return how the plan of its day rated what an entry is about."""
        return plan_asked(self.steps.get(one.strategy, ()), one.day).rating

    def rung(self, ladder: UUID, level: int) -> str | None:
        """Return the sentence of a level of a ladder."""
        found = self.ladders.get(ladder)
        return found.levels.get(str(level)) if found else None


def _all(by_kind: Mapping[Kind, Sequence[Record]], kind: Kind) -> list[Any]:
    return cast("list[Any]", by_kind.get(kind, []))


SHORT, MIDDLE, LONG = 12, 24, 60
"""Widths of columns in letters."""


class Column(NamedTuple):
    """How a column is made: its name, its sentence, its width, and the cell of a record."""

    name: str
    meaning: str
    width: int
    cell: Callable[[Any], BookCell]


@dataclass(frozen=True, slots=True)
class Columns:
    """Makes columns in a language; those that many sheets have stand here."""

    wording: Wording
    names: Names

    def day(self, meaning: str) -> Column:
        return Column(self.wording.text("Day"), meaning, SHORT, read_field("day"))

    def child(self) -> Column:
        text = self.wording.text
        return Column(text("Child"), text("Which child it is about"), MIDDLE, self.names.child)

    def strategy(self) -> Column:
        text = self.wording.text
        empty = text("Empty where it is about the whole day")
        return self.named(text("Strategy"), empty, "strategy")

    def who(self, meaning: str) -> Column:
        """Return the column of who did, said or wrote it."""
        return self.named(self.wording.text("Who"), meaning, "helper")

    def named(self, name: str, meaning: str, field: str) -> Column:
        """Return the column of a record's name that a field tells; not all records have it."""
        return Column(name, meaning, MIDDLE, lambda one: self.names.name(getattr(one, field, None)))

    def in_words(self, meaning: str, *names: tuple[str, str]) -> list[Column]:
        """Return a column for each name and field; the field holds what somebody wrote."""
        return [Column(name, meaning, LONG, read_field(field)) for name, field in names]

    def numbers(self, of: Callable[[Any], RatingPlan | None]) -> list[Column]:
        """Return the columns of what a number is of; `of` finds how a record's plan rates."""
        text = self.wording.text

        def unit(one: Any) -> BookCell:  # noqa: ANN401 - a step or an entry
            plan = of(one)
            return plan.unit if plan and plan.kind is RatingKind.NUMBER else None

        def belongs(one: Any) -> BookCell:  # noqa: ANN401 - a step or an entry
            plan = of(one)
            return (
                labels.per(self.wording, plan.per)
                if plan and plan.kind is RatingKind.NUMBER
                else None
            )

        return [
            Column(text("Unit"), text("Number of what"), SHORT, unit),
            Column(
                text("Belongs to"),
                text("Of numbers: the day, whose times are added up, or each time"),
                SHORT,
                belongs,
            ),
        ]

    def written(self) -> Column:
        """Return the column of the moment of writing."""
        text = self.wording.text
        return Column(text("Written"), text("When it was first written down"), MIDDLE, _written)


def read_field(field: str) -> Callable[[Any], Any]:
    """Return what reads a field, which not all records of a sheet have."""
    return lambda one: getattr(one, field, None)


def lines(parts: Iterable[str]) -> str | None:
    """Return parts of a cell, one a line; None if there are none."""
    return "\n".join(parts) or None


def _written(one: Any) -> BookCell:  # noqa: ANN401 - whatever is written on a day
    """Return the wall clock of the moment: a workbook knows no time zones."""
    written: datetime | None = one.written
    return written.replace(tzinfo=None) if written else None
