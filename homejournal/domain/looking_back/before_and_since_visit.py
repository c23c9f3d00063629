"""Before a visit and since it: two stretches of days side by side, never two persons."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import accumulate

from homejournal.domain.days.counted_days import CountedDays
from homejournal.domain.days.periods import took_place
from homejournal.domain.days.rating_summary import values_given
from homejournal.domain.days.rating_values import Given
from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.days.stretch_counts import Sums, sums_of
from homejournal.domain.looking_back.look_back_values import AroundVisit, Nap
from homejournal.domain.looking_back.phases import reach_of
from homejournal.domain.looking_back.ratings_overlap import nap
from homejournal.domain.records.rating_scales import Better, RatingKind, RatingPlan, levels_of
from homejournal.domain.records.visits import Visit
from homejournal.domain.visits.visit_list import in_time

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
    inside.sort(key=in_time)
    days = sorted({visit.day for visit in inside})
    around = dict(zip(days, _sides_summed(counted, days), strict=True))
    return tuple(_around(counted, visit, *around[visit.day]) for visit in reversed(inside))


def sides_of(visit_day: date, period: Period) -> tuple[Period, Period]:
    """Return the days before a visit and those since; the day of the visit belongs to since."""
    return Period(period.start, visit_day - _DAY), Period(visit_day, period.end)


def _sides_summed(counted: CountedDays, days: Sequence[date]) -> Iterable[tuple[Sums, Sums]]:
    """Return the sums before and since each of some days, each day of the period summed once."""
    period = Period(counted.frame.period.start, counted.frame.last)
    starts, ends = [period.start, *days], [*(day - _DAY for day in days), period.end]
    parts = [sums_of(counted.between(Period(*cut))) for cut in zip(starts, ends, strict=True)]
    before = accumulate(parts[:-1], Sums.and_then)
    since = accumulate(reversed(parts[1:]), lambda later, earlier: earlier.and_then(later))
    return zip(before, reversed([*since]), strict=True)


def _around(counted: CountedDays, visit: Visit, before: Sums, since: Sums) -> AroundVisit:
    frame = counted.frame
    sides = sides_of(visit.day, Period(frame.period.start, frame.last))
    told = [counted.block_of(*part) for part in zip((before, since), sides, strict=True)]
    rating = since.rating or counted.rating(sides[1])
    # Where the sides are told in two kinds, pairs of one kind would contradict their counts.
    alike = told[0].kind is told[1].kind
    return AroundVisit(
        visit=visit,
        before=told[0],
        since=told[1],
        nap=_nap(before.given, since.given, rating) if alike else None,
    )


def _nap(before: Given, since: Given, rating: RatingPlan) -> Nap | None:
    """Return the overlap of ratings of one measure, where it is said which way is better.

    More independent is better, and well is; of tries and of numbers with no direction there is
    none.
    """
    directed = rating.kind is RatingKind.NUMBER and rating.better in {Better.MORE, Better.LESS}
    if not directed and not levels_of(rating.kind):
        return None
    less = directed and rating.better is Better.LESS
    return nap(values_given(rating, before), values_given(rating, since), less_is_better=less)
