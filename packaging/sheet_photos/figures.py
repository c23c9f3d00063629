"""The figures of many photos: how often a reading was wrong without a question, and how sure."""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sheet_photos.mix import EMPTY, Hardness
from sheet_photos.outcomes import Judged, Outcome
from sheet_photos.truth import Verdict

_USUAL = (Hardness.EASY, Hardness.USUAL)


class Share(NamedTuple):
    """So many of so many choices were read right, asked about, and wrong in silence."""

    right: int = 0
    asked: int = 0
    wrong: int = 0

    @property
    def all(self) -> int:
        return self.right + self.asked + self.wrong

    @property
    def asked_share(self) -> float:
        return self.asked / self.all if self.all else 0.0

    @property
    def wrong_share(self) -> float:
        return self.wrong / self.all if self.all else 0.0

    @property
    def bound(self) -> float:
        """Return how large the share of wrong ones is at most, with 95 % of certainty."""
        return upper_bound(self.wrong, self.all)


def share_of(judged: Iterable[Judged]) -> Share:
    counts = dict.fromkeys(Verdict, 0)
    for one in judged:
        counts[one.verdict] += 1
    return Share(counts[Verdict.RIGHT], counts[Verdict.ASKED], counts[Verdict.WRONG])


def upper_bound(wrong: int, tried: int) -> float:
    """Return the one-sided 95 % bound of Clopper and Pearson (1934) for a share."""
    if tried == 0 or wrong >= tried:
        return 1.0
    low, high = wrong / tried, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(wrong, tried, middle) > 0.05 else (low, middle)
    return high


def _at_most(wrong: int, tried: int, share: float) -> float:
    """Return how likely so few wrong ones are, or fewer, where this share is wrong."""
    logs = (
        math.lgamma(tried + 1) - math.lgamma(k + 1) - math.lgamma(tried - k + 1)
        + k * math.log(share) + (tried - k) * math.log1p(-share)
        for k in range(wrong + 1)
    )  # fmt: skip
    return sum(map(math.exp, logs))


def is_usual(outcome: Outcome) -> bool:
    return outcome.kinds.hardness in _USUAL


def plain(outcomes: Iterable[Outcome]) -> Share:
    return share_of(one for outcome in outcomes for one in outcome.judged if one.plain)


def by_mark(outcomes: Sequence[Outcome]) -> dict[str, Share]:
    """Return the share of each kind of mark: plain ones first, then the others."""
    marks = [one for outcome in outcomes for one in outcome.judged]
    names = sorted({(not one.plain, one.kind == EMPTY, one.kind) for one in marks})
    return {
        name: share_of(one for one in marks if one.kind == name and one.plain is not odd)
        for odd, _, name in names
    }


def by_pen(outcomes: Sequence[Outcome]) -> dict[str, Share]:
    marks = [one for outcome in outcomes for one in outcome.judged if one.plain]
    pens = sorted({one.pen for one in marks})
    return {pen: share_of(one for one in marks if one.pen == pen) for pen in pens}


class OfPhotos(NamedTuple):
    """Of photos of one kind: how many, how many were refused, and their plain marks."""

    photos: int
    refused: int
    plain: Share


def by_photo(outcomes: Sequence[Outcome]) -> dict[str, dict[str, OfPhotos]]:
    """Return the photos by each thing that is chosen about them."""
    ways: dict[str, Callable[[Outcome], str]] = {
        "difficulty": lambda one: str(one.kinds.hardness),
        "paper": lambda one: one.kinds.paper,
        "light": lambda one: one.kinds.light,
        "lens": lambda one: one.kinds.lens,
        "covered": lambda one: one.kinds.covered,
        "phone": lambda one: one.kinds.phone,
    }
    return {way: _grouped(outcomes, name_of) for way, name_of in ways.items()}


def _grouped(outcomes: Sequence[Outcome], name_of: Callable[[Outcome], str]) -> dict[str, OfPhotos]:
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(name_of(outcome), []).append(outcome)
    return {
        name: OfPhotos(len(some), sum(bool(one.refused) for one in some), plain(some))
        for name, some in sorted(groups.items())
    }


def seconds(outcomes: Sequence[Outcome], phone: str = "") -> tuple[float, float]:
    """Return the median and the 95th percentile of the time a photo took to be read."""
    times = sorted(one.seconds for one in outcomes if phone in {"", one.kinds.phone})
    if not times:
        return 0.0, 0.0
    return times[len(times) // 2], times[min(len(times) - 1, int(len(times) * 0.95))]
