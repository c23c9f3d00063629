"""What the family and the team planned: outcomes, routines, strategies, and their dated steps.

A step has a from-day; each day is judged by the step in force that day. A change at a visit is a
new step, so old days keep the old plan; correcting the words is an edit of the step itself.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.rating_scales import RatingPlan
from homejournal.domain.records.record import (
    ChildId,
    OutcomeId,
    Record,
    RoutineId,
    StrategyId,
    TeamMemberId,
    VisitId,
    added,
)
from homejournal.domain.text_rules import check_line, check_name, check_written

TIMES_LIMIT = 50
DAYS_OF_A_WEEK = 7


class Area(StrEnum):
    """The five areas of development that the law names (34 CFR 303.344(a))."""

    PHYSICAL = "physical"
    COGNITIVE = "cognitive"
    COMMUNICATION = "communication"
    SOCIAL_EMOTIONAL = "social_emotional"
    ADAPTIVE = "adaptive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Record):
    """A result the family hopes for, as it stands in the family service plan (IFSP)."""

    child: ChildId
    text: str
    areas: tuple[Area, ...] = ()
    since: date | None = None
    closed: date | None = None

    def __post_init__(self) -> None:
        check_written("text", self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine(Record):
    """A part of the day in the family's own name for it; of one child, or of all (child None)."""

    name: str
    child: ChildId | None = None

    def __post_init__(self) -> None:
        check_name("name", self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy(Record):
    """Something small to do inside a routine, and who suggested it."""

    child: ChildId
    name: str
    outcome: OutcomeId | None = None
    suggested_by: TeamMemberId | None = None
    example: bool = False

    def __post_init__(self) -> None:
        check_name("name", self.name)


class Weekday(StrEnum):
    """A day of the week; `number` counts from Monday = 0 as Python does."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @property
    def number(self) -> int:
        """Return 0 for Monday to 6 for Sunday."""
        return list(Weekday).index(self)


class OftenKind(StrEnum):
    """The two ways to say how often."""

    TIMES_A_DAY = "times_a_day"
    DAYS_A_WEEK = "days_a_week"


@dataclass(frozen=True, slots=True, kw_only=True)
class Often:
    """How often a strategy is planned: times a day, or any N days a week.

    `slots` names the times of a day and, where given, has one name for each; `weekdays` empty
    means every day. `days` counts only for "any N days a week".
    """

    kind: OftenKind = OftenKind.TIMES_A_DAY
    times: int = 1
    slots: tuple[str, ...] = ()
    weekdays: tuple[Weekday, ...] = ()
    days: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.times <= TIMES_LIMIT:
            raise InvalidValueError("times", Reason.OUT_OF_RANGE, TIMES_LIMIT)
        if self.slots and len(self.slots) != self.times:
            raise InvalidValueError("slots", Reason.DOES_NOT_FIT)
        if len(set(self.slots)) != len(self.slots):
            raise InvalidValueError("slots", Reason.DOES_NOT_FIT)
        for slot in self.slots:
            check_name("slots", slot)
        if self.kind is OftenKind.DAYS_A_WEEK:
            self._check_days_a_week()
        elif self.days is not None:
            raise InvalidValueError("days", Reason.DOES_NOT_FIT)

    def _check_days_a_week(self) -> None:
        if self.days is None:
            raise InvalidValueError("days", Reason.EMPTY)
        if not 1 <= self.days <= DAYS_OF_A_WEEK:
            raise InvalidValueError("days", Reason.OUT_OF_RANGE, DAYS_OF_A_WEEK)
        # "Any 3 days" is of no times or weekdays; to take them in and not use them would mislead.
        unused = {
            "times": self.times > 1,
            "slots": bool(self.slots),
            "weekdays": bool(self.weekdays),
        }
        for field, said in unused.items():
            if said:
                raise InvalidValueError(field, Reason.DOES_NOT_FIT)


class StepKind(StrEnum):
    """What happens to a strategy from a day on."""

    START = "start"
    CHANGE = "change"
    PAUSE = "pause"
    RESTART = "restart"
    FINISH = "finish"


class Ending(StrEnum):
    """How a strategy was finished: no longer done, or done by now without thinking of it."""

    STOPPED = "stopped"
    PART_OF_OUR_DAY = "part_of_our_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep(Record):
    """What is done from a day on: five questions (Florida Early Steps) and how often.

    The questions are what, how, when/where/with whom, why, and how we will know. A restart without
    words of its own takes up the words and the frequency of the step before the pause. `until` or
    `until_visit` (the next one) says when the family wants to look at a pause again; what is
    planned follows from the steps alone. `ending` says how it was finished.
    """

    strategy: StrategyId
    from_day: date
    step: StepKind = StepKind.START
    visit: VisitId | None = None
    what: str | None = None
    how: str | None = None
    when_where_who: str | None = None
    why: str | None = None
    how_we_know: str | None = None
    routines: tuple[RoutineId, ...] = ()
    often: Often | None = None
    rating: RatingPlan | None = None
    until: date | None = added(None)
    until_visit: bool = added(False)  # noqa: FBT003 - a field with its default
    ending: Ending = added(Ending.STOPPED)

    def __post_init__(self) -> None:
        for field in ("what", "how", "when_where_who", "why", "how_we_know"):
            check_line(field, getattr(self, field))
        if self.until is not None and self.until_visit:
            raise InvalidValueError("until", Reason.DOES_NOT_FIT)
