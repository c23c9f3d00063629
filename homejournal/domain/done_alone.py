"""Some practices of some days, such as those of one routine, summed in one walk over the days."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from homejournal.domain.blocks import Sums, Times
from homejournal.domain.day_counts import DayCount, rating_of, written_later
from homejournal.domain.day_states import DayState
from homejournal.domain.numbers import PracticeRow
from homejournal.domain.plan_days import PlanOfDay
from homejournal.domain.rated import given_in
from homejournal.domain.ratings import RatingPlan


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
    _ratings: dict[int, tuple[RatingPlan, Counter[tuple[Any, ...]]]] = field(default_factory=dict)

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
        known = self._ratings.get(id(asked))
        if known is None:
            known = self._ratings[id(asked)] = (asked, Counter())
        counted = known[1]
        for row in rows:
            counted[rating_of(row)] += 1

    def sums(self) -> Sums:
        """Return what they come to."""
        return Sums(
            states=Counter({DayState.DID_IT: self.days}),
            reasons=Counter(),
            times=Times(self.times, 0, 0, 0, 0),
            written_later=self.written_later,
            given=given_in(self._ratings.values()),
            rating=self.rating,
            any_days=None,
        )
