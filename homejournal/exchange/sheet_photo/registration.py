"""Where each printed box of a page is on a photo: from the codes outwards, box by box.

The two codes say roughly how the paper lies. From there each next box is looked for close to where
those already found say that it is. So a fold, a bend and a lens come out by themselves, and no box
is taken for the one below it.
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

import numpy as np

from homejournal.exchange.sheet_photo.pixels import Floats, Gray, Yes, sample, steps

_DENSITY = 5.0
"""Samples a millimeter where boxes are looked for."""
_LINE = 0.42
"""How wide the outline of a box is printed, in millimeters."""
_MARGIN, _NARROW = 1.1, 0.45
"""So many millimeters about a box count; at last fewer, for words may stand close to it."""
_ONCE_MORE = ((2.2, 22.0, _MARGIN), (2.2, 16.0, _MARGIN), (1.2, 16.0, _NARROW))
"""How all boxes are looked for at last: how far off, how far neighbors count, and what about it."""
_LIKE_A_BOX = 0.45
"""So well a place fits a printed box at least: 1 would be the same picture."""
_LAST = ((2.2, 22.0, _MARGIN), (2.2, 16.0, _MARGIN), (1.2, 16.0, _NARROW))
"""How all boxes are looked for once more: how far (mm), how far neighbors count, what about it."""
_FEW, _ENOUGH, _LEAST = 20, 12, 6
_MOST_STRETCHED = 60.0
"""More pixels a millimeter are no photo of a page."""
_APART = 60.0
_ALL_FOUND = 0.98


class _Manner(NamedTuple):
    """How far a step goes, how far points speak for each other (mm), and how stiff paper is."""

    step: float
    reach: float
    stiff: float


_MANNERS = (_Manner(32, 60, 1.0), _Manner(25, 30, 1.0), _Manner(18, 22, 0.4))


class Found(NamedTuple):
    """Where boxes are: pixels, pixels of a millimeter, and which of them were seen themselves."""

    at: Floats
    turn: Floats
    seen: Yes


class PageMap:
    """From millimeters of a page to pixels: as a flat sheet, and what its bends add, smoothly."""

    def __init__(
        self,
        known: tuple[Floats, Floats],
        weight: Floats,
        manner: tuple[float, float],
        *,
        flat: bool,
    ) -> None:
        page, photo = known
        self._page, self._weight = page, weight
        self._reach, self._stiff = manner
        fit = _affine if flat else _perspective
        self._sheet = fit(page, photo, np.sqrt(weight))
        self._rest = photo - _projected(self._sheet, page)

    def at(self, places: Floats, *, without_itself: bool = False) -> tuple[Floats, Floats]:
        """Return the pixels of places, and the pixels of a millimeter right and down of each."""
        apart = self._page[None] - places[:, None]
        near = (apart**2).sum(2)
        weight = np.exp(-near / (2 * self._reach**2)) * self._weight
        if without_itself:
            weight = np.where(near < 1e-6, 0, weight)
        terms = np.concatenate([np.ones((*weight.shape, 1)), apart / self._reach], 2)
        weighted = (weight[:, :, None] * terms).transpose(0, 2, 1)
        known = weighted @ terms + self._stiff * np.diag([0.15, 0.6, 0.6])
        bend = np.linalg.solve(known, weighted @ self._rest)
        at, turn = _projected(self._sheet, places), _turned(self._sheet, places)
        return at + bend[:, 0], turn + np.swapaxes(bend[:, 1:], 1, 2) / self._reach


def _normal(points: Floats) -> tuple[Floats, Floats]:
    middle, spread = points.mean(0), points.std() + 1e-9
    scale = np.diag([1 / spread, 1 / spread, 1.0])
    scale[:2, 2] = -middle / spread
    return (points - middle) / spread, scale


def _perspective(page: Floats, photo: Floats, weight: Floats) -> Floats:
    """Return the homography of least squares (Hartley's normalized form)."""
    (a, of_page), (b, of_photo) = _normal(page), _normal(photo)
    zero, one = np.zeros(len(a)), np.ones(len(a))
    x, y, u, v = *a.T, *b.T
    rows = [
        np.column_stack([x, y, one, zero, zero, zero, -u * x, -u * y, -u]),
        np.column_stack([zero, zero, zero, x, y, one, -v * x, -v * y, -v]),
    ]
    all_rows = np.vstack([each * weight[:, None] for each in rows])
    last = np.linalg.svd(all_rows, full_matrices=len(all_rows) < 9)[2][-1]
    found = np.linalg.inv(of_photo) @ last.reshape(3, 3) @ of_page
    return np.asarray(found / found[2, 2])


def _affine(page: Floats, photo: Floats, weight: Floats) -> Floats:
    terms = np.column_stack([page, np.ones(len(page))]) * weight[:, None]
    found = np.linalg.lstsq(terms, photo * weight[:, None], rcond=None)[0].T
    return np.vstack([found, [0, 0, 1]])


def _projected(sheet: Floats, places: Floats) -> Floats:
    found = places @ sheet[:, :2].T + sheet[:, 2]
    return np.asarray(found[:, :2] / found[:, 2:])


def _turned(sheet: Floats, places: Floats) -> Floats:
    u, v, w = (places @ sheet[:, :2].T + sheet[:, 2]).T
    rows = [
        [(sheet[n, k] * w - value * sheet[2, k]) / w**2 for k in (0, 1)]
        for n, value in enumerate((u, v))
    ]
    return np.array(rows).transpose(2, 0, 1)


def find_boxes(
    gray: Gray, corners: tuple[Floats, Floats], middles: Floats, side: float
) -> tuple[PageMap, Found] | None:
    """Return how the page lies, and where its boxes of this side are; None where it is not seen.

    `corners` are those of the codes, in millimeters and in pixels. Folded paper is tried again with
    shorter steps.
    """
    grown = []
    for manner in _MANNERS:
        # Codes that stand as no paper can lie have no solution.
        with suppress(np.linalg.LinAlgError), np.errstate(all="ignore"):
            grown += _Growth(gray, corners, middles, side).grown(manner)
        if any(found.seen.mean() > _ALL_FOUND for _, found in grown):
            break
    return max(grown, key=lambda one: one[1].seen.mean(), default=None)


class _Growth:
    """The boxes of a page while they are found."""

    def __init__(
        self, gray: Gray, corners: tuple[Floats, Floats], middles: Floats, side: float
    ) -> None:
        self._gray, self._middles, self._side = gray, middles, side
        self._page, self._photo = corners
        self._one_code = len(self._page) < 8
        self._known = np.zeros(len(middles), bool)
        self._at = np.zeros((len(middles), 2))
        self._good = np.zeros(len(middles))
        self._margin = _MARGIN

    def grown(self, manner: _Manner) -> list[tuple[PageMap, Found]]:
        """Return where all boxes are once no more of them are found; nothing for too few."""
        first = True
        while not self._known.all() and self._look(manner, first=first):
            first = False
        every = np.ones(len(self._middles), bool)
        for search, reach, self._margin in _ONCE_MORE:
            if self._known.sum() < _LEAST or not self._search(every, (reach, manner.stiff), search):
                return []
        final = self._map((18.0, 0.5), codes=0.1, flat=False)
        at, turn = final.at(self._middles)
        # Where a box itself was found well it is believed more than its neighbors.
        off = np.einsum("bij,bj->bi", np.linalg.inv(turn), self._at - at)
        near = self._known & (np.linalg.norm(off, axis=1) < 0.5)
        moved = at + 0.7 * np.einsum("bij,bj->bi", turn, off)
        return [(final, Found(np.where(near[:, None], moved, at), turn, self._known))]

    def _look(self, manner: _Manner, *, first: bool) -> bool:
        """Look for the boxes next to what is known; answer whether to go on."""
        known = np.vstack([self._page, self._middles[self._known]])
        near = np.sqrt(((self._middles[:, None] - known[None]) ** 2).sum(2)).min(1)
        step = 0.0 if first else manner.step
        next_ones = (near < max(step, near[~self._known].min() + 6)) & ~self._known
        before = self._known.sum()
        if not self._search(next_ones, (manner.reach, manner.stiff), 2.4):
            return False
        return first or bool(self._known.sum() > before)

    def _search(self, which: Yes, manner: tuple[float, float], search: float) -> bool:
        """Look for boxes where the page says that they are; False where that cannot be."""
        codes = 0.3 if self._known.sum() >= _ENOUGH else 1.0
        at, turn = self._map(manner, codes=codes, flat=self._is_flat()).at(self._middles[which])
        if not np.isfinite(at).all() or np.abs(turn).max() > _MOST_STRETCHED:
            return False
        offsets = steps(self._side + 2 * self._margin + 2 * search, _DENSITY)
        patches, inside = sample(self._gray, at, turn, (offsets, offsets))
        shift, fit = _best_fit(patches, _drawn_box(self._side, self._margin))
        well = (fit > _LIKE_A_BOX) & inside
        where = np.flatnonzero(which)
        self._known[where] = well
        self._at[where] = at + np.einsum("bij,bj->bi", turn, shift / _DENSITY)
        self._good[where] = np.where(well, fit, 0)
        self._drop_strays()
        return True

    def _drop_strays(self) -> None:
        """Forget boxes that lie elsewhere than their neighbors say."""
        while self._known.sum() >= _LEAST:
            around = self._map((30.0, 1.0), codes=0.3, flat=self._is_flat())
            guess, turn = around.at(self._middles[self._known], without_itself=True)
            apart = np.einsum("bij,bj->bi", np.linalg.inv(turn), self._at[self._known] - guess)
            off = np.linalg.norm(apart, axis=1)
            stray = off > max(1.5, 3 * float(np.median(off)))
            if not stray.any():
                return
            wrong = np.flatnonzero(self._known)[stray]
            self._known[wrong], self._good[wrong] = False, 0

    def _map(self, manner: tuple[float, float], *, codes: float, flat: bool) -> PageMap:
        page = np.vstack([self._page, self._middles[self._known]])
        photo = np.vstack([self._photo, self._at[self._known]])
        weight = np.concatenate([np.full(len(self._page), codes), self._good[self._known] ** 2])
        return PageMap((page, photo), weight, manner, flat=flat)

    def _is_flat(self) -> bool:
        """Return whether too little is known to tell a perspective: corners close together."""
        known = self._middles[self._known]
        few = len(known) < _FEW or bool((np.ptp(known, axis=0) < _APART).any())
        return self._one_code and few


def _drawn_box(side: float, margin: float) -> Floats:
    """Return a printed box, a little blurred, with no mean: what is looked for."""
    at = np.abs(steps(side + 2 * margin, _DENSITY))
    far = np.maximum(at[:, None], at[None])
    edge, wide = side / 2, _LINE / 2 + 0.03
    line = 1 / (1 + np.exp((np.abs(far - edge) - wide) / 0.07))
    return np.asarray(line.mean() - line)


def _best_fit(patches: Floats, drawn: Floats) -> tuple[Floats, Floats]:
    """Return how many samples each patch is beside the drawn box, and how well it fits (to 1).

    It is the normalized correlation; a best place at the edge of a patch is none.
    """
    many, side, inner = len(patches), patches.shape[1], len(drawn)
    fits = _correlations(patches, drawn)
    last = side - inner
    best = fits.reshape(many, -1).argmax(1)
    y, x = best // (last + 1), best % (last + 1)
    each = np.arange(many)
    edge = (y == 0) | (x == 0) | (y == last) | (x == last)
    cy, cx = np.clip(y, 1, last - 1), np.clip(x, 1, last - 1)
    middle = fits[each, cy, cx]
    across = _peak(fits[each, cy, cx - 1], middle, fits[each, cy, cx + 1])
    down = _peak(fits[each, cy - 1, cx], middle, fits[each, cy + 1, cx])
    shift = np.column_stack([cx + across, cy + down]) - last / 2
    return shift, np.where(edge, 0, fits[each, y, x])


def _correlations(patches: Floats, drawn: Floats) -> Floats:
    side, inner = patches.shape[1], len(drawn)
    last, size = side - inner + 1, 1 << (side - 1).bit_length()
    plain = patches - patches.mean((1, 2), keepdims=True, dtype=float)
    spectrum = np.fft.rfft2(plain, (size, size)) * np.conj(np.fft.rfft2(drawn, (size, size)))
    same = np.fft.irfft2(spectrum, (size, size))[:, :last, :last]
    varies = _sums(plain**2, inner) - _sums(plain, inner) ** 2 / inner**2
    least = np.maximum(varies, inner * inner * 4.0)
    return np.asarray(same / np.sqrt(least * (drawn**2).sum()))


def _sums(patches: Floats, inner: int) -> Floats:
    total = np.pad(patches.cumsum(1).cumsum(2), ((0, 0), (1, 0), (1, 0)))
    summed = (
        total[:, inner:, inner:]
        - total[:, :-inner, inner:]
        - total[:, inner:, :-inner]
        + total[:, :-inner, :-inner]
    )
    return np.asarray(summed)


def _peak(before: Floats, middle: Floats, after: Floats) -> Floats:
    """Return by how much the top of a parabola through three values lies beside the middle one."""
    curve = np.minimum(before - 2 * middle + after, -1e-9)
    return np.clip(0.5 * (before - after) / curve, -0.6, 0.6)


def corner_points(boxes: Sequence[tuple[float, float, float, float]]) -> Floats:
    """Return the four corners of each box, clockwise from the top left."""
    return np.array(
        [
            (left + right * width, top + low * height)
            for left, top, width, height in boxes
            for right, low in ((0, 0), (1, 0), (1, 1), (0, 1))
        ]
    )
