"""The run-chart signal: whether a series is more than its own ups and downs.

Two signs are counted, a run on one side of the median that is too long and too few crossings of
it. Anhøj and Olesen, "Run charts revisited", PLOS ONE 9 (2014), e113825: the rule of a trend of
five adds false alarms and finds no more, so it is left out. Ordered levels have too many ties for
this; it is only for counts, minutes, hours and weekly totals.
"""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from homejournal.domain.days.medians import middle_number
from homejournal.domain.looking_back.look_back_values import RunChart

FEWEST_USEFUL = 12
"""Values off the median from which a signal may be told."""
_ONE_IN = 20


class RunsLimit(NamedTuple):
    """The longest run and the fewest crossings that ups and downs alone still give."""

    longest: int
    crossings: int


def run_chart(values: Sequence[Decimal], *, weekly: bool) -> RunChart | None:
    """Return the count of a run chart of values in the order of their days.

    Values on the median are dropped; with fewer than twelve others it is None.
    """
    middle = middle_number(Counter(values))
    above = [value > middle for value in values if value != middle] if middle is not None else []
    if middle is None or len(above) < FEWEST_USEFUL:
        return None
    runs = [len(list(run)) for _, run in groupby(above)]
    longest, crossings = max(runs), len(runs) - 1
    limit = runs_limit(len(above))
    return RunChart(
        weekly=weekly,
        median=middle,
        n=len(values),
        useful=len(above),
        longest=longest,
        longest_allowed=limit.longest,
        crossings=crossings,
        fewest_allowed=limit.crossings,
        signal=longest > limit.longest or crossings < limit.crossings,
    )


def off_median(values: Sequence[Decimal]) -> int:
    """Return how many of the values lie off their median."""
    middle = middle_number(Counter(values))
    return sum(value != middle for value in values)


@lru_cache(maxsize=64)
def runs_limit(useful: int) -> RunsLimit:
    """Return the limits for so many values off the median, at least one, in whole numbers.

    The longest run allowed is the logarithm of n to base 2, rounded, and three; the fewest
    crossings are the lower 5 % point of the binomial distribution of n - 1 tosses of a coin.
    """
    floor = useful.bit_length() - 1
    # The logarithm is nearer to the next whole number where n > 2 ** (floor + 1/2).
    rounded = floor + (useful * useful > 2 ** (2 * floor + 1))
    return RunsLimit(rounded + 3, _low_point(useful - 1))


def _low_point(tosses: int) -> int:
    """Return the smallest number of heads that, or fewer, come up at least once in twenty."""
    needed = 2**tosses
    ways = reached = 1
    heads = 0
    while reached * _ONE_IN < needed:
        ways = ways * (tosses - heads) // (heads + 1)
        reached += ways
        heads += 1
    return heads
