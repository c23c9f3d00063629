"""Small pictures around the boxes of a page, and what is done to all of them at once.

A patch is a square of gray values (0 black to 255 white) or of darkness (0 paper to 1 print), at so
many samples a millimeter of paper. An array holds one for each box: boxes × rows × columns.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Gray = NDArray[np.uint8]
Yes = NDArray[np.bool_]
Pieces = NDArray[np.intp]
"""To which piece of ink each sample belongs, by a number."""


def steps(side: float, density: float) -> Floats:
    """Return where the samples of a side are, in millimeters from its middle."""
    count = round(side * density)
    return (np.arange(count) - (count - 1) / 2) / density


def sample(
    gray: Gray, at: Floats, turn: Floats, offsets: tuple[Floats, Floats]
) -> tuple[Floats, Yes]:
    """Return a patch around each place of a photo, and whether the photo holds all of it.

    `at` are pixels, `turn` the pixels of a millimeter to the right and down (2 × 2), `offsets` the
    millimeters across and down.
    """
    across, down = np.meshgrid(*(np.asarray(one, np.float32) for one in offsets))
    where = turn.astype(np.float32) @ np.stack([across.ravel(), down.ravel()])
    where += at.astype(np.float32)[:, :, None]
    high, wide = gray.shape
    x, y = where[:, 0], where[:, 1]
    inside = ((x >= 0) & (y >= 0) & (x < wide - 1) & (y < high - 1)).all(1)
    x, y = np.clip(x, 0, wide - 1.001), np.clip(y, 0, high - 1.001)
    left, top = x.astype(np.int32), y.astype(np.int32)
    x, y = x - left.astype(np.float32), y - top.astype(np.float32)
    first, flat = top * wide + left, gray.ravel()
    upper, lower = (
        _between(flat[start].astype(np.float32), flat[start + 1].astype(np.float32), x)
        for start in (first, first + wide)
    )
    return _between(upper, lower, y).reshape(len(at), *across.shape), inside


def _between(one: Floats, other: Floats, part: Floats) -> Floats:
    return one + (other - one) * part


def half(gray: Gray) -> Gray:
    """Return a picture of half the size."""
    high, wide = (side // 2 * 2 for side in gray.shape)
    even = gray[:high, :wide].astype(np.uint16)
    four = even[::2, ::2] + even[1::2, ::2] + even[::2, 1::2] + even[1::2, 1::2]
    return ((four + 2) >> 2).astype(np.uint8)


def closed(patches: Floats, width: int) -> Floats:
    """Return patches in which what is darker and narrower than so many samples is filled."""
    for most in (np.maximum, np.minimum):
        for axis in (1, 2):
            patches = _most_of(patches, width, axis, most)
    return patches


def _most_of(patches: Floats, width: int, axis: int, most: "np.ufunc") -> Floats:
    """Return the largest (or least) of so many samples around each one, found by doubling."""
    ends = [(0, 0)] * patches.ndim
    ends[axis] = (width // 2, width // 2)
    found, done = np.moveaxis(np.pad(patches, ends, mode="edge"), axis, -1), 1
    while done < width:
        step = min(done, width - done)
        found = most(found[..., :-step], found[..., step:])
        done += step
    return np.moveaxis(found, -1, axis)


def pooled(patches: Floats, by: int) -> Floats:
    """Return patches with the mean of so many samples each way."""
    many, side = len(patches), patches.shape[1] // by
    cut = patches[:, : side * by, : side * by]
    return np.asarray(cut.reshape(many, side, by, side, by).mean((2, 4)))


def stretched(patches: Floats, side: int) -> Floats:
    """Return square patches with so many samples a side, smoothly."""
    known = patches.shape[1]
    at = np.clip((np.arange(side) + 0.5) * known / side - 0.5, 0, known - 1.001)
    first = at.astype(int)
    part = (at - first).astype(np.float32)
    down = _between(patches[:, first], patches[:, first + 1], part[None, :, None])
    return _between(down[:, :, first], down[:, :, first + 1], part)


def softened(patches: Floats) -> Floats:
    """Return patches in which each sample is a mean with its neighbors, weighted 1 2 1."""
    padded = np.pad(patches, ((0, 0), (1, 1), (1, 1)), mode="edge")
    down = padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]
    return (down[:, :, :-2] + 2 * down[:, :, 1:-1] + down[:, :, 2:]) / 16


def widened(patches: Floats) -> Floats:
    """Return patches in which each sample is the largest of itself and its neighbors."""
    return _most_of(_most_of(patches, 3, 1, np.maximum), 3, 2, np.maximum)


def pieces_of(inked: Yes) -> NDArray[np.intp]:
    """Return patches in which every piece of ink that hangs together has a number of its own."""
    numbers = np.where(inked, np.arange(1, inked.size + 1).reshape(inked.shape), 0)
    while True:
        spread = np.where(inked, widened(numbers), 0)
        if (spread == numbers).all():
            return numbers
        numbers = spread


def labeled(inked: Yes) -> Pieces:
    """Return for one large picture what `pieces_of` does for small ones: from runs that touch."""
    edges = np.diff(np.pad(inked, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, begins = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    first = np.searchsorted(rows, np.arange(len(inked) + 1)).tolist()
    runs = [*zip(begins.tolist(), ends.tolist(), strict=True)]
    of = list(range(len(runs)))

    def root(run: int) -> int:
        while of[run] != run:
            of[run] = of[of[run]]
            run = of[run]
        return run

    for row in range(1, len(inked)):
        above, below = first[row - 1], first[row]
        while above < first[row] and below < first[row + 1]:
            (begin, end), (other_begin, other_end) = runs[above], runs[below]
            if begin <= other_end and other_begin <= end:
                of[root(below)] = root(above)
            if end < other_end:
                above += 1
            else:
                below += 1
    numbers = np.zeros(inked.shape, np.intp)
    for run, (begin, end) in enumerate(runs):
        numbers[rows[run], begin:end] = root(run) + 1
    return numbers
