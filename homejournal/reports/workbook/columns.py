"""What the columns of a workbook have in common: name, meaning, width, and the cell of a record."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from homejournal.domain.papers.workbook import BookCell
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.reports.workbook.names import Names
from homejournal.texts import labels
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from datetime import datetime

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
        """Return the column of the day."""
        return Column(self.wording.text("Day"), meaning, SHORT, got("day"))

    def child(self) -> Column:
        """Return the column of the child."""
        text = self.wording.text
        return Column(text("Child"), text("Which child it is about"), MIDDLE, self.names.child)

    def strategy(self) -> Column:
        """Return the column of the strategy."""
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
        return [Column(name, meaning, LONG, got(field)) for name, field in names]

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


def got(field: str) -> Callable[[Any], Any]:
    """Return what reads a field, which not all records of a sheet have."""
    return lambda one: getattr(one, field, None)


def lines(parts: Iterable[str]) -> str | None:
    """Return parts of a cell, one a line; None where there are none."""
    return "\n".join(parts) or None


def _written(one: Any) -> BookCell:  # noqa: ANN401 - whatever is written on a day
    """Return the wall clock of the moment: a workbook knows no time zones."""
    written: datetime | None = one.written
    return written.replace(tzinfo=None) if written else None
