"""Some practices of some days, such as those of one routine, summed in one walk over the days."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from homejournal.domain.days.day_counts import DayCount, rating_of, written_later
from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.rating_values import Run, given_in, may_ask_for_days, number_of_day
from homejournal.domain.days.rows_to_count import PracticeRow
from homejournal.domain.days.stretch_counts import Sums, Times
from homejournal.domain.plan_steps.in_force import PlanOfDay
from homejournal.domain.records.rating_scales import RatingPlan


@dataclass(slots=True)
class DoneAlone:
    """What they say alone: on how many planned days, how many times, how rated.

    The plan does not say how often in which routine, so nothing is planned or left out of it.
    `plan` is that of the last day.
    """

    plan: PlanOfDay
    days: int = 0
    times: int = 0
    written_later: int = 0
    rating: RatingPlan | None = None
    """How practices were rated on the last of the planned days."""
    _runs: dict[int, Run] = field(default_factory=dict)

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
            run = self._runs[id(asked)] = Run(asked, Counter(), Counter(), Counter())
        ratings, number = run.ratings, None
        for row in rows:
            rating = rating_of(row)
            ratings[rating] += 1
            number = number or rating[2]
        if number is not None and may_ask_for_days(asked):
            added = number_of_day(rows)
            if added is not None:
                run.of_days[added] += 1

    def sums(self) -> Sums:
        """Return what they come to."""
        return Sums(
            states=Counter({DayState.DID_IT: self.days}),
            reasons=Counter(),
            times=Times(self.times, 0, 0, 0, 0),
            outside=0,
            told_not_today=0,
            written_later=self.written_later,
            given=given_in(self._runs.values(), part=True),
            rating=self.rating,
            any_days=None,
        )
