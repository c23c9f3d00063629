"""How much the ratings before and after a day overlap: NAP, the one overlap measure that is told.

Nonoverlap of all pairs: of all pairs of a value before and a value after, the share in which the
later one is better; ties count half. Parker and Vannest, "An improved effect size for single-case
research: nonoverlap of all pairs", Behavior Therapy 40 (2009), 357-367. No interval stands beside
it: Pustejovsky showed that the margins of the common web calculator are wrong
(https://www.jepusto.com/nap-ses-and-cis/). PND and Tau-U are left out on purpose.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from decimal import Decimal
from itertools import accumulate

from homejournal.domain.days.medians import ENOUGH, plain
from homejournal.domain.looking_back.look_back_values import Nap

_DIGITS = 4


def nap(
    before: Mapping[int | Decimal, int],
    after: Mapping[int | Decimal, int],
    *,
    less_is_better: bool,
) -> Nap | None:
    """Return how the values before and after overlap; None with fewer than five on a side.

    Both sides hold how many there are of each value of one kind. Five values a phase is also the
    design standard for research with single cases (What Works Clearinghouse).
    """
    of_before, of_after = sum(before.values()), sum(after.values())
    if min(of_before, of_after) < ENOUGH:
        return None
    ordered = sorted(before)
    up_to = [0, *accumulate(before[value] for value in ordered)]
    halves = sum(
        count * (up_to[bisect_left(ordered, value)] + up_to[bisect_right(ordered, value)])
        for value, count in after.items()
    )
    pairs = of_before * of_after
    if less_is_better:
        halves = 2 * pairs - halves
    return Nap(
        before=of_before,
        after=of_after,
        better=plain(Decimal(halves) / 2),
        pairs=pairs,
        same=sum(count * before.get(value, 0) for value, count in after.items()),
        value=_share(halves, 2 * pairs),
    )


def _share(part: int, whole: int) -> Decimal:
    """Return part of whole, rounded to four digits in whole numbers, a half upwards."""
    return plain(Decimal((2 * part * 10**_DIGITS + whole) // (2 * whole)).scaleb(-_DIGITS))
