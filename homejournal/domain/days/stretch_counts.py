"""The counts of a stretch of days: of all its practices, of one slot, or of one routine.

A plan of any N days a week is judged by full weeks alone.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from operator import add
from typing import TYPE_CHECKING, Any, NamedTuple

from homejournal.domain.days.day_states import (
    DayAnswer,
    DayCount,
    DayState,
    PracticeRow,
    SlotAnswer,
    rating_of,
    slot_answers,
    written_later,
)
from homejournal.domain.days.ratings import (
    RatedRun,
    RatingsGiven,
    can_count_by_day,
    number_of_day,
    rated,
    ratings_by_plan,
    ratings_on,
)
from homejournal.domain.days.strategy_numbers import Block, Rated, RoutineNumbers, SlotNumbers
from homejournal.domain.records.plan import PlanOfDay
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import RatingPlan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID


def slot_numbers(
    days: Sequence[DayCount], asked: RatingPlan | None = None
) -> tuple[SlotNumbers, ...]:
    """Count each named slot, on the days on which the step in force names it.

    Two breakfasts and no dinner are one extra breakfast and one dinner that is not written. The
    ratings are those asked for, or of the last day of the slot.
    """
    by_slot: dict[str, list[DayCount]] = {}
    for slots, run in groupby(days, key=lambda day: day.plan.slots):
        for slot in slots:
            by_slot.setdefault(slot, [])
        if slots:
            for day in run:
                _add_slots(day, by_slot)
    return tuple(
        SlotNumbers(slot=slot, block=_block_of_slot(counts, asked))
        for slot, counts in by_slot.items()
    )


def _block_of_slot(counts: Sequence[DayCount], asked: RatingPlan | None) -> Block:
    return block_of(sums_of(counts, part=True), counts[-1].plan, (), asked)


def _add_slots(day: DayCount, by_slot: dict[str, list[DayCount]]) -> None:
    rows: dict[str | None, list[PracticeRow]] = {}
    for row in day.rows:
        rows.setdefault(row[1], []).append(row)
    for slot, said in slot_answers(day.plan, rows.keys(), day.marks).items():
        own = rows.get(slot, ())
        later = written_later(day.day, own) if day.written_later else 0
        answer = _times_of_slot(said, len(own))
        by_slot[slot].append(DayCount(day.day, day.plan, answer, day.marks, own, later))


@cache
def _times_of_slot(said: SlotAnswer, times: int) -> DayAnswer:
    state, reason = said
    did, put_off = state is DayState.DID_IT, state is DayState.NOT_TODAY
    blank = state is DayState.NOT_WRITTEN
    return DayAnswer(state, reason, times, did + put_off + blank, put_off, blank, times - did)


def routine_numbers(
    days: Sequence[DayCount],
    asked: RatingPlan | None = None,
    names: "Mapping[UUID, str] | None" = None,
) -> tuple[RoutineNumbers, ...]:
    """Count the practices of each routine: on how many planned days, how many times, how rated.

    The plan does not say how often in which routine, so nothing is planned or left out of it. The
    routines of the plan come first, in its order, and then the others by their `names`. The ratings
    are those asked for, or of the last day of the routine.
    """
    said = names or {}
    by_routine: dict[UUID, PracticesOnly] = {}
    for day in days:
        rows: dict[UUID, list[PracticeRow]] = {}
        for row in day.rows:
            if row[2] is not None:
                rows.setdefault(row[2], []).append(row)
        for routine, own in rows.items():
            alone = by_routine.get(routine)
            if alone is None:
                alone = by_routine[routine] = PracticesOnly(day.plan)
            alone.add(day, own)
    named = dict.fromkeys(routine for day in days for routine in day.plan.words.routines)
    order = {routine: place for place, routine in enumerate(named)}

    def place(found: tuple["UUID", PracticesOnly]) -> tuple[int, str, str]:
        name = said.get(found[0], "").casefold()
        return order.get(found[0], len(order)), name, str(found[0])

    return tuple(
        RoutineNumbers(routine=routine, block=block_of_practices(alone.sums(), alone.plan, asked))
        for routine, alone in sorted(by_routine.items(), key=place)
    )


def practices_only(day: DayCount) -> DayCount:
    """Return a day of which only some practices are told: done, or unknown.

    The plan does not say how often in which routine or by whom.
    """
    answer = _times_done(len(day.rows), planned=day.plan.planned)
    return DayCount(day.day, day.plan, answer, day.marks, day.rows, day.written_later)


@cache
def _times_done(times: int, *, planned: bool) -> DayAnswer:
    return DayAnswer(DayState.DID_IT if planned and times else DayState.NOT_PLANNED, times=times)


_WEEK = 7


class WeekJudged(NamedTuple):
    """A full week of an any-N-days plan: whether it was met, and the days above N.

    It is `unsure` where days that are not written leave open whether it was met.
    """

    met: bool
    extra: int
    unsure: bool


def judge_week(days: Sequence[DayCount]) -> WeekJudged | None:
    """Judge a week, or return None if it is not judged.

    A week that the period, today or a plan step cuts is not judged, and no week in which the
    left-out days leave fewer than N. Days above N are extra; they fill no other week's gaps.
    """
    if len(days) != _WEEK:
        return None
    wanted, step = days[0].plan.days_a_week, days[0].plan.step
    if wanted is None or any(day.plan.step is not step for day in days):
        return None
    states = [day.answer.state for day in days]
    if _WEEK - states.count(DayState.LEFT_OUT) < wanted:
        return None
    # Where any days will do, a day with nothing written is not planned.
    did_it, blank = (states.count(one) for one in (DayState.DID_IT, DayState.NOT_PLANNED))
    met = did_it >= wanted
    unsure = not met and did_it + blank >= wanted
    return WeekJudged(met, max(0, did_it - wanted), unsure)


class Times(NamedTuple):
    """The times of some days, as in their answers."""

    done: int
    planned: int
    not_today: int
    not_written: int
    extra: int


@dataclass(frozen=True, slots=True)
class Sums:
    """What the days of a stretch come to; the sums of two stretches can be added up.

    `outside` are the times outside the plan, which `times` has among the extra ones, and
    `told_not_today` the days of an any-N-days plan that were told so. `rating` is how practices
    were rated on its last planned day. `any_days` says whether an any-N-days plan was in force on
    one of its days; both are None if there is no such day.
    """

    states: Counter[DayState]
    reasons: Counter[LeftOutReason | None]
    times: Times
    outside: int
    told_not_today: int
    written_later: int
    given: RatingsGiven
    rating: RatingPlan | None
    any_days: bool | None

    def followed_by(self, later: "Sums") -> "Sums":
        """Return this stretch and the following one added up."""
        any_days = [one.any_days for one in (self, later) if one.any_days is not None]
        return Sums(
            self.states + later.states,
            self.reasons + later.reasons,
            Times(*map(add, self.times, later.times)),
            self.outside + later.outside,
            self.told_not_today + later.told_not_today,
            self.written_later + later.written_later,
            self.given.combined_with(later.given),
            later.rating or self.rating,
            any(any_days) if any_days else None,
        )


def sums_of(days: Sequence[DayCount], *, part: bool = False, ratings: bool = True) -> Sums:
    """Sum the days of a stretch, in their order; `part` says that only a part of each is told.

    Without `ratings` it takes half of the time.
    """
    answers = zip(*(day.answer for day in days), strict=True) if days else [()] * 7
    states, reasons, *columns = answers
    times = Times(*map(sum, columns))
    any_days = [day.answer.state for day in days if day.plan.days_a_week is not None]
    return Sums(
        states=Counter(states),
        reasons=Counter(reasons),
        times=times,
        outside=times.extra and sum(day.answer.extra for day in days if not day.plan.planned),
        told_not_today=any_days.count(DayState.NOT_TODAY),
        written_later=sum(day.written_later for day in days),
        given=ratings_on(days if ratings else (), part=part),
        rating=next((day.plan.rating for day in reversed(days) if day.plan.planned), None),
        any_days=bool(any_days) if days else None,
    )


def block_of(
    sums: Sums,
    otherwise: PlanOfDay,
    weeks: Sequence[WeekJudged] = (),
    asked: RatingPlan | None = None,
) -> Block:
    """Return the counts of a stretch; `otherwise` is its plan where none of its days is planned.

    Planned days are the days on which it was done, not today, or not written. Left-out days leave
    them; their reasons stay visible. The ratings are those asked for, or of its last planned day.
    """
    any_days = otherwise.days_a_week is not None if sums.any_days is None else sums.any_days
    rating = asked or sums.rating or otherwise.rating
    reasons = sorted(filter(None, sums.reasons))
    return Block(
        kind=rating.kind,
        did_it=sums.states[DayState.DID_IT],
        not_today=sums.states[DayState.NOT_TODAY],
        left_out=sums.states[DayState.LEFT_OUT],
        left_out_by={reason: sums.reasons[reason] for reason in reasons},
        times=sums.times.done,
        extra=sums.times.extra + sum(week.extra for week in weeks),
        extra_times=sums.times.extra - sums.outside,
        outside_times=sums.outside,
        written_later=sums.written_later,
        **_of_plan(sums, weeks, any_days=any_days),
        **_ratings(rated(rating, sums.given)),
    )


def block_of_practices(sums: Sums, otherwise: PlanOfDay, asked: RatingPlan | None = None) -> Block:
    """Return the counts of some practices only; nothing planned is known of them."""
    rating = asked or sums.rating or otherwise.rating
    return Block(
        kind=rating.kind,
        did_it=sums.states[DayState.DID_IT],
        times=sums.times.done,
        written_later=sums.written_later,
        **_ratings(rated(rating, sums.given)),
    )


def _of_plan(sums: Sums, weeks: Sequence[WeekJudged], *, any_days: bool) -> dict[str, Any]:
    """Return planned days and times, or for an any-N-days plan in how many weeks it was met.

    Where an any-N-days plan was in force on some of the days, planned and not written days and
    planned times cannot be stated for the stretch.
    """
    if any_days:
        return {
            "plan_met": sum(week.met for week in weeks),
            "weeks_judged": len(weeks),
            "weeks_unsure": sum(week.unsure for week in weeks),
            "extra_days": sum(week.extra for week in weeks),
            "told_not_today": sums.told_not_today,
        }
    counted = (DayState.DID_IT, DayState.NOT_TODAY, DayState.NOT_WRITTEN)
    return {
        "planned": sum(sums.states[each] for each in counted),
        "not_written": sums.states[DayState.NOT_WRITTEN],
        "times_planned": sums.times.planned,
        "times_not_today": sums.times.not_today,
        "times_not_written": sums.times.not_written,
    }


def rating_in(days: Sequence[DayCount], otherwise: PlanOfDay) -> RatingPlan:
    """Return how practices were rated on the last planned day of the stretch."""
    planned = (day.plan for day in reversed(days) if day.plan.planned)
    return next(planned, otherwise).rating


def _ratings(ratings: Rated) -> dict[str, Any]:
    """Return the ratings as the fields of a Block."""
    return {name: getattr(ratings, name) for name in Rated.__slots__}


@dataclass(slots=True)
class PracticesOnly:
    """Counts of some practices only: planned days, times and ratings.

    The plan does not say how often in which routine, so nothing is planned or left out of it.
    `plan` is that of the last day.
    """

    plan: PlanOfDay
    days: int = 0
    times: int = 0
    written_later: int = 0
    rating: RatingPlan | None = None
    """How practices were rated on the last of the planned days."""
    _runs: dict[int, RatedRun] = field(default_factory=dict)

    def add(self, day: DayCount, rows: Sequence[PracticeRow]) -> None:
        """Add a day's practices, of which there are some; days come in their order."""
        self.plan = plan = day.plan
        self.times += len(rows)
        if plan.planned:
            self.days += 1
            self.rating = plan.rating
        if day.written_later:
            self.written_later += written_later(day.day, rows)
        asked = plan.rating
        run = self._runs.get(id(asked))
        if run is None:
            run = self._runs[id(asked)] = RatedRun(asked, Counter(), Counter(), Counter())
        ratings, number = run.ratings, None
        for row in rows:
            rating = rating_of(row)
            ratings[rating] += 1
            number = number or rating[2]
        if number is not None and can_count_by_day(asked):
            added = number_of_day(rows)
            if added is not None:
                run.of_days[added] += 1

    def sums(self) -> Sums:
        return Sums(
            states=Counter({DayState.DID_IT: self.days}),
            reasons=Counter(),
            times=Times(self.times, 0, 0, 0, 0),
            outside=0,
            told_not_today=0,
            written_later=self.written_later,
            given=ratings_by_plan(self._runs.values(), part=True),
            rating=self.rating,
            any_days=None,
        )
