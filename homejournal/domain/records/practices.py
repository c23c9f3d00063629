"""What was done on a day: a strategy used once, or a mark that says why not.

Five states of a day follow from these: did it, not today, left out, not written, not planned.
Not written is never zero and never "no".
"""

from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as time_of_day
from enum import StrEnum

from homejournal.domain.records.rating_scales import Rating, RatingKind, check_rating
from homejournal.domain.records.record import (
    ChildId,
    HelperId,
    HomeId,
    Record,
    RoutineId,
    SheetId,
    StrategyId,
    added,
)
from homejournal.domain.text_rules import check_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice(Record):
    """One time a strategy was used on a family day.

    `time` is set only if somebody typed it; `written` is the first writing and stays through edits.
    `helper` did it; `written_by` typed it, where that was somebody else.
    `rating_kind` is the kind the plan asked for that day, so a later change of plan moves nothing.
    `read_from` is the printed sheet from whose photo it was read.
    """

    strategy: StrategyId
    day: date
    slot: str | None = None
    time: time_of_day | None = None
    routine: RoutineId | None = None
    helper: HelperId | None = None
    written_by: HelperId | None = None
    rating: Rating | None = None
    rating_kind: RatingKind | None = None
    written: datetime | None = None
    read_from: SheetId | None = added(None)

    def __post_init__(self) -> None:
        check_line("slot", self.slot)
        check_rating(self.rating_kind, self.rating)


def is_written_later(day: date, written: datetime | None) -> bool:
    """Return whether something was first written more than one calendar day after its day."""
    return written is not None and (written.date() - day).days > 1


class MarkKind(StrEnum):
    """What a day mark says."""

    NOT_TODAY = "not_today"
    LEFT_OUT = "left_out"


class LeftOutReason(StrEnum):
    """Why a day is left out; "sick" is about the child, "grandma ill" is other with words."""

    SICK = "sick"
    AWAY = "away"
    OTHER_HOME = "other_home"
    APPOINTMENT = "appointment"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark(Record):
    """Not today, or left out with a reason: one day, one strategy or all of a child (None).

    `helper` said so; `written_by` typed it, where that was somebody else. `read_from` is the
    printed sheet from whose photo it was read.
    """

    child: ChildId
    strategy: StrategyId | None = None
    day: date
    slot: str | None = None
    mark: MarkKind
    reason: LeftOutReason | None = None
    words: str | None = None
    home: HomeId | None = None
    helper: HelperId | None = None
    written_by: HelperId | None = None
    written: datetime | None = None
    read_from: SheetId | None = added(None)

    def __post_init__(self) -> None:
        check_line("slot", self.slot)
        check_line("words", self.words)
