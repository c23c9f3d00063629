"""How much ink is in and about each box of a page: pixels in, plain numbers out.

Ink is told as a share of how dark this photo shows the printed outlines, so that light, paper and
printer count for little. A shadow's edge is wide and a stroke is narrow: what is wide is taken for
paper. What is printed around a box is taken away: what the same line of other days shows as well.
"""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from homejournal.domain.papers.sheet_marks import BoxInk, PageInk, Sides
from homejournal.exchange.sheet_photo.pixels import (
    Floats,
    Gray,
    Yes,
    closed,
    pieces_of,
    pooled,
    sample,
    softened,
    steps,
    stretched,
    widened,
)
from homejournal.exchange.sheet_photo.registration import Found

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FINE = 8
"""Samples a millimeter where ink is measured, and half as many where strokes are."""
_COARSE = 4
_ABOUT, _FAR = 2.6, 7.0
"""So many millimeters about a box are measured, and looked at for rings and paper."""
_OUTLINE = 0.62
"""Closer to the middle of a printed line there is print."""
_BESIDE = 0.45
_CLOSE = 2.3
_STROKE = 9
"""Samples: what is wider than 2 mm is no stroke."""
_DIRECTIONS = 36
_OUTLINED = 0.35
"""Each side of a box is so dark at least, against the usual one of the photo."""
_NEIGHBORS = 15
_OTHER_DAYS = 4
_MARKED = 0.04
"""A box with so much narrow ink is marked, or with five times as much in all."""
_SMALL = 2.2
"""In ink that reaches no farther, in millimeters, two strokes are looked for."""
_BEFORE = 2.6
"""So many millimeters before a box its day begins, with a line."""
_NEXT = 2.6
"""So many sides of a box apart, boxes stand next to each other."""
_PRINT, _PEN = 0.15, 0.09
"""What other days show so dark at a place is print; what is so dark where one writes is a pen."""
_GRAINS = 6
"""A pen is so many times darker than the grain of a photo, too."""


class Boxes(NamedTuple):
    """Boxes of one size: their middles in millimeters, and which print the same around them.

    `quiet` are lines of which most boxes stay empty: sick and away.
    """

    middles: Floats
    side: float
    lines: Sequence[Hashable]
    quiet: frozenset[Hashable] = frozenset()


class _Grid(NamedTuple):
    """Where the samples of a patch are, in millimeters from the middle of its box."""

    x: Floats
    y: Floats

    @property
    def far(self) -> Floats:
        """Return how far each is outward, as squares around the middle."""
        return np.maximum(np.abs(self.x), np.abs(self.y))

    def sides(self) -> tuple[Yes, Yes, Yes, Yes]:
        """Return which lie to the left, to the right, above and below."""
        flat = np.abs(self.x) > np.abs(self.y)
        return (
            flat & (self.x < 0),
            flat & (self.x >= 0),
            ~flat & (self.y < 0),
            ~flat & (self.y >= 0),
        )


def _grid(at: Floats) -> _Grid:
    return _Grid(*np.meshgrid(at, at))


def measured(gray: Gray, boxes: Boxes, found: Found) -> tuple[list[BoxInk], PageInk]:
    """Return what is seen of each box, and of the page as a whole."""
    ink = _Ink(gray, boxes, found)
    inner, strokes, around = ink.inside(), ink.strokes(), ink.about()
    shape = ink.shape()
    _leave_to_neighbors(boxes, np.maximum(strokes.mean, inner.mean / 5) > _MARKED, around)
    seen = (ink.outlines >= _OUTLINED * ink.contrast).all(1) & ink.in_photo
    page = PageInk(
        contrast=ink.contrast,
        scale=float(np.sqrt(np.abs(np.linalg.det(found.turn))).min()),
        found=float(found.seen.mean()),
        seen=float(seen[ink.in_photo].mean()) if ink.in_photo.any() else 0.0,
        noise=strokes.noise,
        speckle=strokes.speckle,
        dirt=float(np.quantile(inner.area[strokes.mean <= np.median(strokes.mean)], 0.8)),
    )
    inks = [
        BoxInk(
            seen=bool(seen[n]),
            strokes=float(strokes.mean[n]),
            ink=float(inner.mean[n]),
            peak=float(strokes.peak[n]),
            area=float(inner.area[n]),
            cover=float(inner.cover[n]),
            over=_sides(around.over[n]),
            beside=_sides(around.beside[n]),
            ring=float(around.ring[n]),
            dark=float(inner.dense[n]),
            extent=float(shape.extent[n]),
            twin=float(shape.twin[n]),
            aside=float(around.aside[n]),
        )
        for n in range(len(boxes.middles))
    ]
    return inks, page


def _leave_to_neighbors(boxes: Boxes, marked: Yes, around: "_About") -> None:
    """Take away what reaches a box from a marked one beside it: it belongs to that mark."""
    apart = boxes.middles[None] - boxes.middles[:, None]
    level = (np.abs(apart[:, :, 1]) < boxes.side / 2) & marked
    for side, toward in enumerate((-1, 1)):
        away = toward * apart[:, :, 0]
        near = level & (away > 0) & (away < _NEXT * boxes.side)
        taken = (near & (around.over[:, 1 - side] > 0)).any(1) & ~marked
        around.over[taken, side] = around.beside[taken, side] = 0


def _extent(inked: Yes) -> float:
    y, x = np.nonzero(inked)
    return float(max(np.ptp(y), np.ptp(x)) + 1) if len(y) else 0.0


def _twin(pieces: "NDArray[np.intp]") -> float:
    """Return how much of the largest piece the next one is, if it stands to its side."""
    numbers, many = np.unique(pieces[pieces > 0], return_counts=True)
    if len(many) < 2:
        return 0.0
    first, second = np.argsort(-many)[:2]
    places = (np.argwhere(pieces == numbers[n]).mean(0) for n in (first, second))
    down, across = np.abs(np.subtract(*places))
    return float(many[second] / many[first]) if across > down else 0.0


def _sides(four: Floats) -> Sides:
    left, right, above, below = map(float, four)
    return left, right, above, below


class _Inside(NamedTuple):
    mean: Floats
    area: Floats
    cover: Floats
    dense: Floats


class _Strokes(NamedTuple):
    mean: Floats
    peak: Floats
    noise: float
    speckle: float


class _About(NamedTuple):
    over: Floats
    beside: Floats
    ring: Floats
    aside: Floats


class _Shape(NamedTuple):
    extent: Floats
    twin: Floats


class _Ink:
    """The boxes of a page as patches of darkness."""

    def __init__(self, gray: Gray, boxes: Boxes, found: Found) -> None:
        self._boxes, side = boxes, boxes.side
        fine = steps(side + 2 * _ABOUT, _FINE)
        wide = steps(side + 2 * _FAR, _COARSE)
        patches, self.in_photo = sample(gray, found.at, found.turn, (fine, fine))
        about, _ = sample(gray, found.at, found.turn, (wide, wide))
        paper = stretched(closed(pooled(about, 2), 2 * round(side + 2.5) // 2 * 2 + 1), len(wide))
        self._wide = 1 - about / np.maximum(paper, 20)
        finer = round(_FINE / _COARSE)
        cut = (len(wide) * finer - len(fine)) // (2 * finer)
        near = stretched(paper[:, cut:-cut, cut:-cut], (len(wide) - 2 * cut) * finer)
        cut = (near.shape[1] - len(fine)) // 2
        near = near[:, cut : cut + len(fine), cut : cut + len(fine)]
        dark = 1 - patches / np.maximum(near, 20)
        self._fine, self._far = _grid(fine), _grid(wide)
        self.outlines = self._outlines(dark)
        self.contrast = float(np.median(self.outlines))
        self._near = self._nearest()
        self._lines: dict[Hashable, list[int]] = {}
        for number, line in enumerate(boxes.lines):
            self._lines.setdefault(line, []).append(number)
        self._inner = self._fine.far < side / 2 - _OUTLINE
        level = dark[:, self._inner].mean(1)
        # Paper is never quite white: what the emptier boxes nearby show is taken for blank.
        blank = np.minimum(
            np.quantile(level[self._near], 0.3, axis=1), np.quantile(level, 0.45) + 0.01
        )
        scale = max(self.contrast, 0.05)
        self.ink = np.clip((dark - blank[:, None, None]) / scale, -0.2, 1.2)
        self._soft = softened(self.ink)
        self._dense = np.sort(self.ink[:, self._inner], 1)[:, -8:].mean(1)
        self._wide = np.clip((self._wide - blank[:, None, None]) / scale, -0.2, 1.2)
        # At half as many samples: what the closing of white fills between dark is a stroke.
        soft = softened(softened(pooled(self.ink, 2)))
        self._thin = soft + closed(-soft, _STROKE)
        self._half = _grid(pooled(np.broadcast_to(fine, (1, len(fine), len(fine))), 2)[0, 0])

    def _outlines(self, dark: Floats) -> Floats:
        """Return how dark each side of each outline is; corners are left out."""
        half = self._boxes.side / 2
        along = np.minimum(np.abs(self._fine.x), np.abs(self._fine.y)) < half - 0.5
        line = (np.abs(self._fine.far - half) < 0.18) & along
        return np.stack([dark[:, line & side].mean(1) for side in self._fine.sides()], 1)

    def _nearest(self) -> "NDArray[np.intp]":
        apart = ((self._boxes.middles[:, None] - self._boxes.middles[None]) ** 2).sum(2)
        return np.argsort(apart, 1)[:, :_NEIGHBORS]

    def inside(self) -> _Inside:
        """Return how much of each box is inked; by the darkness of its own pen how much area."""
        within = self.ink[:, self._inner]
        own = within > np.maximum(0.05, 0.45 * self._dense)[:, None]
        mean = within.mean(1)
        for which in self._quiet():
            mean[which] -= max(float(np.partition(mean[which], 1)[1]), 0)
        return _Inside(mean, own.sum(1) / _FINE**2, own.mean(1), self._dense)

    def strokes(self) -> _Strokes:
        """Return how much of each box is narrow ink, and how dark its darkest spot is."""
        within = self._thin[:, self._half.far < self._boxes.side / 2 - _OUTLINE]
        mean, peak = within.mean(1), within.max(1)
        mean = mean - np.minimum(np.quantile(mean[self._near], 0.2, axis=1), np.quantile(mean, 0.4))
        usual = float(np.median(peak))
        for which in self._quiet():
            mean[which] -= np.partition(mean[which], 1)[1]
            peak[which] += min(usual - float(np.partition(peak[which], 1)[1]), 0)
        low = mean[mean <= np.quantile(mean, 0.7)]
        noise = max(float(np.quantile(low, 0.5) - np.quantile(low, 0.1)), 0.0005) / 1.28 * 1.2
        self._strong = max(0.07, 5 * float(np.median(within.std(1))))
        calm = peak[mean <= np.quantile(mean, 0.5)]
        return _Strokes(mean, peak, noise, float(np.quantile(calm, 0.8)))

    def _quiet(self) -> list[list[int]]:
        quiet = (self._lines.get(line, []) for line in self._boxes.quiet)
        return [which for which in quiet if len(which) >= _OTHER_DAYS]

    def shape(self) -> _Shape:
        """Return how far the ink of each box reaches, and of two strokes how much the lesser is."""
        within = np.abs(self._fine.x[0]) < self._boxes.side / 2 - _OUTLINE
        inner = self._soft[:, within][:, :, within]
        dense = np.sort(inner.reshape(len(inner), -1), 1)[:, -8:].mean(1)[:, None, None]
        extent = np.array([_extent(one) for one in inner > np.maximum(0.08, 0.45 * dense)]) / _FINE
        small = np.flatnonzero((extent > 0) & (extent < _SMALL))
        pieces = pieces_of(inner[small] > np.maximum(0.08, 0.55 * dense[small]))
        twin = np.zeros(len(inner))
        twin[small] = [_twin(one) for one in pieces]
        return _Shape(extent, twin)

    def about(self) -> _About:
        """Return ink beyond each side of a box, beside it, and in how many directions around it."""
        half = self._boxes.side / 2
        extra = self._by_hand(self._thin)
        usual = np.quantile(extra[:, self._half.far < half - _OUTLINE], 0.7)
        inked = extra - usual > self._strong
        band = (self._half.far > half + _BESIDE) & (self._half.far < half + _CLOSE)
        beside = np.stack([inked[:, band & side].mean(1) for side in self._half.sides()], 1)
        far = self._wide + closed(-self._wide, _STROKE)
        inked = far - widened(self._printed(far)) > 1.5 * self._strong
        return _About(self._over(), beside, self._ring(inked), self._aside(inked))

    def _over(self) -> Floats:
        """Return how many millimeters ink goes on beyond each side, without a gap."""
        half = self._boxes.side / 2
        dense = np.sort(self._soft[:, self._inner], 1)[:, -8:].mean(1)
        beyond = self._soft - widened(self._printed(self._soft))
        # What grain alone shows in empty boxes is no stroke that goes on.
        grain = 1.5 * np.quantile(dense, 0.3)
        limit = np.maximum(np.clip(0.4 * dense, 0.08, 0.5), grain)
        found = []
        for side in self._fine.sides():
            steps_out = []
            for start in np.arange(0.3, _ABOUT - 0.2, 0.15):
                band = (
                    side & (self._fine.far >= half + start) & (self._fine.far < half + start + 0.15)
                )
                part = np.sort(beyond[:, band], 1)[:, -2:].mean(1)
                steps_out.append(part > limit)
            gone = np.logical_and.accumulate(np.array(steps_out), 0)
            found.append(gone.sum(0) * 0.15 + np.where(gone[0], 0.3, 0))
        return np.stack(found, 1)

    def _ring(self, inked: Yes) -> Floats:
        """Return in which share of directions there is ink about a box, as of a circle."""
        side = self._boxes.side
        near = (self._far.far > side / 2 + 0.35) & (np.hypot(self._far.x, self._far.y) < 1.4 * side)
        angle = np.floor((np.arctan2(self._far.y, self._far.x) / (2 * np.pi) + 0.5) * _DIRECTIONS)
        angle = np.clip(angle, 0, _DIRECTIONS - 1)
        hit = [inked[:, near & (angle == n)].any(1) for n in range(_DIRECTIONS)]
        return np.asarray(np.mean(hit, 0))

    def _aside(self, inked: Yes) -> Floats:
        """Return how many square millimeters of ink lie farther beside each box.

        That is where a day leaves room: from the box onward to the next box, or the next day.
        """
        onward, room = self._room()
        half, away = self._boxes.side / 2, onward * self._far.x
        level = np.abs(self._far.y) < half + 0.6
        free = level & (away > half + _BESIDE) & (away < room[:, None, None])
        return np.asarray((inked & free).sum((1, 2)) / _COARSE**2)

    def _room(self) -> tuple[int, Floats]:
        """Return to which side the days go on, and how far from each middle is room to write."""
        half, middles = self._boxes.side / 2, self._boxes.middles
        days = np.concatenate([np.diff(middles[line, 0]) for line in self._lines.values()])
        day = float(np.median(days)) if len(days) else 0.0
        onward, day = (-1 if day < 0 else 1), abs(day)
        apart = middles[None] - middles[:, None]
        later = (onward * apart[:, :, 0] > half) & (np.abs(apart[:, :, 1]) < half)
        nearest = np.where(later, onward * apart[:, :, 0], day).min(1)
        return onward, np.minimum(nearest - half - _BEFORE, half + _FAR - 0.5)

    def _by_hand(self, patches: Floats) -> Floats:
        """Return ink where nothing is printed within half a millimeter."""
        printed = widened(widened(self._printed(patches)))
        return np.where(printed > _PRINT, 0, np.clip(patches, 0, 1.2))

    def _printed(self, patches: Floats) -> Floats:
        """Return what is printed at each place: what the same line of other days shows there."""
        page = np.quantile(patches, 0.4, axis=0)
        printed = np.empty_like(patches)
        for which in self._lines.values():
            enough = len(which) >= _OTHER_DAYS
            printed[which] = np.partition(patches[which], 1, 0)[1] if enough else page
        return printed


def inked_places(gray: Gray, at: Floats, turn: Floats, size: tuple[float, float]) -> list[float]:
    """Return which share of each place to write on is inked by hand; they are one line of a row.

    What all days show there is print.
    """
    width, height = size
    around = 2.0
    offsets = steps(width + 2 * around, _COARSE), steps(height + 2 * around, _COARSE)
    patches, _ = sample(gray, at, turn, offsets)
    paper = np.quantile(patches, 0.75, axis=(1, 2))[:, None, None]
    dark = softened(1 - patches / np.maximum(paper, 20))
    thin = dark + closed(-dark, _STROKE)
    if len(thin) >= _OTHER_DAYS:
        thin = thin - widened(np.broadcast_to(np.partition(thin, 1, 0)[1], thin.shape))
    x, y = np.meshgrid(*offsets)
    inside = (np.abs(x) < width / 2 - 0.5) & (np.abs(y) < height / 2 - 0.3)
    within = thin[:, inside]
    # Grain is the same in all places, and writing only in some.
    pen = max(_PEN, _GRAINS * float(np.median(np.abs(within), axis=1).min()))
    return [float(share) for share in (within > pen).mean(1)]
