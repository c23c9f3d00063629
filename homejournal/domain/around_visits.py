"""Before a visit and since it: two stretches of days side by side, never two persons."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from homejournal.domain.counted import CountedDays
from homejournal.domain.day_counts import DayCount
from homejournal.domain.look_back import AroundVisit, Nap
from homejournal.domain.numbers import Period
from homejournal.domain.overlap import nap
from homejournal.domain.periods import took_place
from homejournal.domain.phases import reach_of
from homejournal.domain.rated import values_of
from homejournal.domain.ratings import Better, RatingKind, RatingPlan, levels_of
from homejournal.domain.visits import Visit

_DAY = timedelta(days=1)


def around_visits(counted: CountedDays, visits: Iterable[Visit]) -> tuple[AroundVisit, ...]:
    """Return the counts around each visit with a planned or written day before it and since it.

    Newest first. Of some practices alone there is none: they would compare persons.
    """
    period = counted.frame.period
    reach = reach_of(counted, period)
    if reach is None or counted.narrowed:
        return ()
    inside = [
        visit
        for visit in visits
        if reach.start < visit.day <= reach.end and took_place(visit, counted.frame.today)
    ]
    inside.sort(key=lambda visit: (visit.day, visit.held, visit.id), reverse=True)
    return tuple(_around(counted, visit) for visit in inside)


def sides_of(visit_day: date, period: Period) -> tuple[Period, Period]:
    """Return the days before a visit and those since; the day of the visit belongs to since."""
    return Period(period.start, visit_day - _DAY), Period(visit_day, period.end)


def _around(counted: CountedDays, visit: Visit) -> AroundVisit:
    frame = counted.frame
    before, since = sides_of(visit.day, Period(frame.period.start, frame.last))
    return AroundVisit(
        visit=visit,
        before=counted.block(before),
        since=counted.block(since),
        nap=_nap(counted.between(before), counted.between(since), counted.rating(since)),
    )


def _nap(before: Sequence[DayCount], since: Sequence[DayCount], rating: RatingPlan) -> Nap | None:
    """Return the overlap of ratings of one measure, where it is said which way is better.

    More independent is better, and well is; of tries and of numbers with no direction there is
    none.
    """
    directed = rating.kind is RatingKind.NUMBER and rating.better in {Better.MORE, Better.LESS}
    if not directed and not levels_of(rating.kind):
        return None
    less = directed and rating.better is Better.LESS
    return nap(_values(before, rating), _values(since, rating), less_is_better=less)


def _values(days: Iterable[DayCount], rating: RatingPlan) -> list[int | Decimal]:
    """Return the single ratings; numbers of a step with another unit are another measure."""
    return [
        value
        for day in days
        if day.plan.rating.kind is not rating.kind or day.plan.rating.unit == rating.unit
        for value in values_of(rating.kind, day.rows).elements()
    ]
