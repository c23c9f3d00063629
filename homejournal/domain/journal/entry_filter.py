"""The one filter of the journal: which entries a list, a number or a file is of."""

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.records.notes import Flag


class FilterPart(Enum):
    """What can be chosen, and the fields that tell it, in the order in which it is offered."""

    DATES = ("start", "end")
    STRATEGY = ("strategy",)
    SUGGESTED_BY = ("suggested_by",)
    ROUTINE = ("routine",)
    HELPER = ("helper",)
    WRITTEN_BY = ("written_by",)
    NOTE = ("flag", "private")
    PHOTOS = ("photos",)
    WORDS = ("words",)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFilter:
    """Which entries of a child are asked for; what is None, False or blank does not narrow.

    `suggested_by` keeps what is of the strategies of one professional. `helper` did it or said so,
    `written_by` wrote it down: an entry, or a note on it. The plan says nothing of either, nor of a
    routine, so planned days cannot be told with them.
    """

    child: UUID
    start: date | None = None
    end: date | None = None
    strategy: UUID | None = None
    suggested_by: UUID | None = None
    routine: UUID | None = None
    helper: UUID | None = None
    written_by: UUID | None = None
    flag: Flag | None = None
    private: bool = False
    photos: bool = False
    words: str = ""
    strategies: frozenset[UUID] | None = None
    """The strategies of the professional, once they are looked up."""

    @property
    def period(self) -> Period:
        """Return the days asked for; an open end is as far as calendars go."""
        return Period(self.start or date.min, self.end or date.max)

    @property
    def chosen(self) -> tuple[FilterPart, ...]:
        """Return the parts that narrow."""
        return tuple(
            part for part in FilterPart if any(_narrows(getattr(self, name)) for name in part.value)
        )

    @property
    def narrowed(self) -> bool:
        """Whether only some entries of a strategy are looked at."""
        return bool(_OF_ENTRIES.intersection(self.chosen))

    @property
    def hides(self) -> bool:
        """Whether anything but the dates and the strategy in view is left away."""
        return self.narrowed or self.suggested_by is not None

    def choosing(self, part: FilterPart, *values: object) -> "EntryFilter":
        """Return the filter with one part chosen, a value for each of its fields."""
        told: dict[str, Any] = dict(zip(part.value, values, strict=True))
        return replace(self, **told)

    def without(self, *parts: FilterPart) -> "EntryFilter":
        """Return the filter without some of its parts."""
        usual: dict[str, Any] = {field.name: field.default for field in fields(self)}
        return replace(self, **{name: usual[name] for part in parts for name in part.value})


def _narrows(value: object) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


_OF_ENTRIES = frozenset(FilterPart) - {
    FilterPart.DATES,
    FilterPart.STRATEGY,
    FilterPart.SUGGESTED_BY,
}
