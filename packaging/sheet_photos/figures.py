"""The figures of many photos: how often a reading was wrong without a question, and how sure."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from typing import NamedTuple, TypeVar

from sheet_photos.mix import EMPTY, Hardness
from sheet_photos.outcomes import Judged, Outcome
from sheet_photos.truth import Verdict

_Some = TypeVar("_Some")
LARGE = "12 MP"
_USUAL = (Hardness.EASY, Hardness.USUAL)


class Share(NamedTuple):
    """So many of so many choices were read right, asked about, and wrong in silence."""

    right: int = 0
    asked: int = 0
    wrong: int = 0

    def plus(self, other: "Share") -> "Share":
        return Share(*(a + b for a, b in zip(self, other, strict=True)))

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


def by_mark(outcomes: Sequence[Outcome], *, plain: bool) -> dict[str, Share]:
    """Return the share of each kind of mark that is plain, or of each that is not."""
    marks = [one for outcome in outcomes for one in outcome.judged if one.plain is plain]
    names = sorted({one.kind for one in marks})
    return {name: share_of(one for one in marks if one.kind == name) for name in names}


def by_pen(outcomes: Sequence[Outcome]) -> dict[str, Share]:
    marks = [one for outcome in outcomes for one in outcome.judged if one.plain]
    pens = sorted({one.pen for one in marks})
    return {pen: share_of(one for one in marks if one.pen == pen) for pen in pens}


class OfPhotos(NamedTuple):
    """Of photos of one kind: how many, how many were refused, and their plain marks."""

    photos: int
    refused: int
    plain: Share

    def plus(self, other: "OfPhotos") -> "OfPhotos":
        plain = self.plain.plus(other.plain)
        return OfPhotos(self.photos + other.photos, self.refused + other.refused, plain)


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


class Figures(NamedTuple):
    """All that is told of photos; marks and refused ones are those of easy and usual photos.

    `times` are the seconds that photos of 12 MP took, and `whys` how many were refused and why.
    """

    photos: int
    usual: int
    refused: int
    times: list[float]
    plain: dict[str, Share]
    odd: dict[str, Share]
    pens: dict[str, Share]
    ways: dict[str, dict[str, OfPhotos]]
    whys: dict[str, int]

    @property
    def marks(self) -> Share:
        """Return the share of all plain marks."""
        return reduce(Share.plus, self.plain.values(), Share())

    @property
    def empty(self) -> Share:
        """Return the share of places that were left empty."""
        return self.odd.get(EMPTY, Share())

    def plus(self, other: "Figures") -> "Figures":
        """Return the figures of both: of other photos, read by the same reader."""
        ways = {
            way: _added(groups, other.ways[way], OfPhotos.plus) for way, groups in self.ways.items()
        }
        return Figures(
            self.photos + other.photos,
            self.usual + other.usual,
            self.refused + other.refused,
            sorted([*self.times, *other.times]),
            _added(self.plain, other.plain, Share.plus),
            _added(self.odd, other.odd, Share.plus),
            _added(self.pens, other.pens, Share.plus),
            ways,
            _added(self.whys, other.whys, int.__add__),
        )

    def seconds(self) -> tuple[float, float]:
        """Return the median and the 95th percentile of the time a photo of 12 MP took."""
        if not self.times:
            return 0.0, 0.0
        slow = min(len(self.times) - 1, int(len(self.times) * 0.95))
        return self.times[len(self.times) // 2], self.times[slow]


def _added(
    one: dict[str, _Some], other: dict[str, _Some], plus: Callable[[_Some, _Some], _Some]
) -> dict[str, _Some]:
    names = sorted({*one, *other})
    return {
        name: plus(one[name], other[name])
        if name in one and name in other
        else (one if name in one else other)[name]
        for name in names
    }


def figures_of(outcomes: Sequence[Outcome]) -> Figures:
    usual = [one for one in outcomes if is_usual(one)]
    whys = Counter(one.refused for one in outcomes if one.refused)
    return Figures(
        photos=len(outcomes),
        usual=len(usual),
        refused=sum(bool(one.refused) for one in usual),
        times=sorted(round(one.seconds, 2) for one in outcomes if one.kinds.phone == LARGE),
        plain=by_mark(usual, plain=True),
        odd=by_mark(usual, plain=False),
        pens=by_pen(usual),
        ways=by_photo(outcomes),
        whys=dict(sorted(whys.items())),
    )
