"""What stands side by side: before and after a visit, routine by routine, slot by slot."""

from dataclasses import dataclass
from enum import StrEnum

from homejournal.domain.charts.bar_series import Bar, Shape
from homejournal.domain.days.rows_to_count import Middle
from homejournal.domain.records.added_fields import added
from homejournal.domain.records.rating_scales import Better, RatingKind


class Grouping(StrEnum):
    """By what the ratings stand side by side; never by person or home."""

    VISIT = "visit"
    ROUTINE = "routine"
    SLOT = "slot"


class Side(StrEnum):
    """Before a visit, or since it; the day of the visit belongs to what came since."""

    BEFORE = "before"
    SINCE = "since"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One of them: a side of a visit, or the family's name of a routine or slot; and its counts.

    `middle` is that of levels (a level or a pair) or of numbers, under the rules of a block.
    """

    bar: Bar
    name: str = ""
    side: Side | None = None
    middle: Middle | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSeries:
    """Groups of one kind of rating, drawn in one shape, each with its n."""

    grouping: Grouping
    shape: Shape
    kind: RatingKind
    groups: tuple[Group, ...]
    unit: str | None = None
    better: Better | None = None
    of_days: bool = added(default=False)
    """Whether the numbers belong to days, and not to single times."""
