"""How people make marks: the strokes of each kind, as one hand likes to make them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sheet_photos.choosing import Chance, Points, happens, one_of, pick
from sheet_photos.letters import INITIALS, written
from sheet_photos.mix import PLAIN
from sheet_photos.sheets import Box

Strokes = list[Points]
_TICKS = (
    ((0.12, 0.50), (0.38, 0.88), (0.98, 0.05)),
    ((0.10, 0.45), (0.34, 0.86), (0.80, 0.10), (1.45, -0.30)),
    ((0.05, 0.62), (0.20, 0.50), (0.38, 0.92), (0.70, 0.25), (1.02, -0.05)),
    ((0.00, 0.58), (0.34, 0.80), (1.20, 0.30)),
    ((0.88, 0.52), (0.62, 0.90), (0.05, 0.08)),
    ((0.30, 0.35), (0.46, 0.92), (0.74, -0.25)),
    ((0.18, 0.40), (0.40, 0.80), (0.62, 0.42), (0.92, 0.28)),
)
"""Ticks of different people, in a box from 0 to 1, y down."""


@dataclass(frozen=True)
class Hand:
    """One person's way: which marks, how large, how steady; sizes are shares of a box."""

    likes: str
    second: str
    shape: tuple[tuple[float, float], ...]
    size: float
    leans: float
    shakes: float
    aims: float
    """How far from the middle of the box its marks usually are."""
    initial: str


def a_hand(by: Chance) -> Hand:
    return Hand(
        likes=pick(by, PLAIN),
        second=pick(by, PLAIN),
        shape=one_of(by, _TICKS),
        size=float(np.clip(by.normal(1.0, 0.17), 0.7, 1.5)),
        leans=float(by.normal(0, 0.12)),
        shakes=float(by.gamma(2.0, 0.008) * (4 if happens(by, 0.08) else 1)),
        aims=float(abs(by.normal(0, 0.08))),
        initial="".join(one_of(by, INITIALS) for _ in range(one_of(by, (1, 1, 1, 2)))),
    )


def mark(kind: str, box: Box, hand: Hand, by: Chance) -> Strokes:
    """Return the strokes of a plain mark in a box, in millimeters."""
    return _MAKERS[kind](box, hand, by)


def tick(box: Box, hand: Hand, by: Chance, size: float = 1.0) -> Strokes:
    shape = np.array(hand.shape) + by.normal(0, 0.055, (len(hand.shape), 2))
    return [_placed(shape, box, hand, by, size)]


def tiny_tick(box: Box, hand: Hand, by: Chance) -> Strokes:
    side = box[2]
    small = side * by.uniform(0.42, 0.6)
    left, top = box[0] + by.uniform(0.1, 0.4) * side, box[1] + by.uniform(0.15, 0.45) * side
    return tick((left, top, small, small), hand, by)


def cross(box: Box, hand: Hand, by: Chance, over: float = 0.1) -> Strokes:
    out = by.uniform(-0.12, over)
    ends = ([[-out, -out], [1 + out, 1 + out]], [[1 + out, -out], [-out, 1 + out]])
    bent = [np.array(one) + by.normal(0, 0.07, (2, 2)) for one in ends]
    return [_placed(one, box, hand, by) for one in bent]


def line(box: Box, hand: Hand, by: Chance) -> Strokes:
    ends = one_of(
        by,
        (((0, 1), (1, 0)), ((0, 0), (1, 1)), ((0.5, -0.1), (0.48, 1.1)), ((-0.1, 0.5), (1.1, 0.5))),
    )
    return [_placed(np.array(ends, dtype=float) + by.normal(0, 0.07, (2, 2)), box, hand, by)]


def dot(box: Box, hand: Hand, by: Chance) -> Strokes:
    turns = np.linspace(0, by.uniform(8, 16), 30)
    radius = np.linspace(by.uniform(0.10, 0.2), 0.02, 30)
    middle = 0.5 + by.normal(0, 0.08, 2)
    return [_placed(middle + _round(turns, radius, radius), box, hand, by)]


def filled(box: Box, hand: Hand, by: Chance) -> Strokes:
    """Hatch a box to and fro until little white is left; a hasty one goes over its edge."""
    return [_placed(_hatching(by, int(by.integers(7, 12)), by.uniform(-0.1, 0.08)), box, hand, by)]


def zigzag(box: Box, hand: Hand, by: Chance) -> Strokes:
    return [_placed(_hatching(by, int(by.integers(3, 6)), by.uniform(-0.05, 0.15)), box, hand, by)]


def circle(box: Box, hand: Hand, by: Chance) -> Strokes:
    return [_placed(_ring(by, by.uniform(0.68, 0.86)), box, hand, by)]


def ring(box: Box, hand: Hand, by: Chance) -> Strokes:
    return [_placed(_ring(by, by.uniform(0.2, 0.38)), box, hand, by)]


def initial(box: Box, hand: Hand, by: Chance) -> Strokes:
    left, top, side, _ = box
    height = side * by.uniform(0.75, 1.1)
    x = left + side / 2 - 0.3 * height
    return written(by, hand.initial[0], x, top + side / 2 - height / 2, height)


def initials(box: Box, hand: Hand, by: Chance, onward: int) -> Strokes:
    """Write beside a box who it was; `onward` is 1 to the right and -1 to the left."""
    left, top, side, _ = box
    height = side * by.uniform(0.7, 1.0)
    away = by.uniform(1.5, 2.2) if onward > 0 else -by.uniform(1.0, 1.6) - 0.5 * len(hand.initial)
    y = top + side * by.uniform(-0.1, 0.3)
    return written(by, hand.initial, left + side * away, y, height)


def star_or_smile(box: Box, hand: Hand, by: Chance) -> Strokes:
    if happens(by, 0.5):
        turns = np.arange(6) * 4 * np.pi / 5 - np.pi / 2 + by.normal(0, 0.08, 6)
        return [_placed(0.5 + 0.6 * _round(turns, 1.0, 1.0), box, hand, by)]
    face = _ring(by, 0.52)
    eyes = [np.array([[x, 0.34], [x + 0.02, 0.42]]) for x in (0.35, 0.64)]
    mouth = np.array([[0.3, 0.6], [0.5, 0.75], [0.72, 0.58]])
    where = _place(box, hand, by)
    return [where(stroke) for stroke in (face, *eyes, mouth)]


def scribble(box: Box, hand: Hand, by: Chance) -> Strokes:
    """Make what stands there unreadable: two layers of hatching, wider than the box."""
    once = _hatching(by, int(by.integers(7, 13)), by.uniform(0.02, 0.22))
    more = _hatching(by, int(by.integers(5, 10)), by.uniform(0.0, 0.2))
    return [_placed(once, box, hand, by), _placed(more[:, ::-1], box, hand, by)]


def strike(box: Box, hand: Hand, by: Chance) -> Strokes:
    """One or two lines through a mark that was wrong."""
    return cross(box, hand, by, 0.45) if happens(by, 0.4) else [
        _placed(
            np.array([[-0.35, 0.5 + y], [1.35, 0.45 + y]]) + by.normal(0, 0.08, (2, 2)),
            box, hand, by,
        )
        for y in ((0,) if happens(by, 0.5) else (-0.1, 0.15))
    ]  # fmt: skip


def tally(box: Box, many: int, by: Chance) -> Strokes:
    """So many strokes on a line; the fifth one crosses four."""
    left, top, _, height = box
    x, made = left + by.uniform(0.6, 2.0), []
    step = by.uniform(1.1, 1.7)
    for n in range(many):
        if n % 5 == 4:
            ends = [[x - 4.6 * step, top + height * 0.8], [x - 0.2 * step, top + height * 0.15]]
        else:
            ends = [[x + by.normal(0, 0.15), top + by.normal(0, 0.3)], [x, top + height * 0.95]]
        made.append(np.array(ends))
        x += step * by.uniform(0.85, 1.2)
    return made


def smooth(points: Points, shakes: float, by: Chance) -> Points:
    """Return a path through the points as a hand draws it: round, and never quite straight."""
    if len(points) == 2:
        middle = points.mean(axis=0) + by.normal(0, 0.02, 2) * max(np.ptp(points, axis=0))
        points = np.array([points[0], middle, points[1]])
    ahead = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    t = np.linspace(0, 1, 9)[:-1, None]
    parts = [
        0.5
        * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * (b - c) + d - a) * t**3)
        for a, b, c, d in zip(ahead, ahead[1:], ahead[2:], ahead[3:], strict=False)
    ]
    path = np.vstack([*parts, points[-1:]])
    wobble = np.cumsum(by.normal(0, 1, path.shape), axis=0)
    wobble -= np.linspace(wobble[0], wobble[-1], len(wobble))
    return path + shakes * wobble


def _place(box: Box, hand: Hand, by: Chance, size: float = 1.0) -> Callable[[Points], Points]:
    left, top, width, height = box
    grown = hand.size * size * by.uniform(0.88, 1.12)
    off = by.normal(0, 0.05, 2) + hand.aims * np.array([0.7, -0.4])
    lean = hand.leans + by.normal(0, 0.05)

    def placed(shape: Points) -> Points:
        around = (shape - 0.5) * grown
        around = np.column_stack([around[:, 0] - lean * around[:, 1], around[:, 1]])
        moved: Points = (around + 0.5 + off) * [width, height] + [left, top]
        return moved

    return placed


def _placed(shape: Points, box: Box, hand: Hand, by: Chance, size: float = 1.0) -> Points:
    return _place(box, hand, by, size)(shape)


def _hatching(by: Chance, passes: int, over: float) -> Points:
    down = np.linspace(-over, 1 + over, passes) + by.normal(0, 0.025, passes)
    across = np.where(np.arange(passes) % 2, 1 + over, -over) + by.normal(0, 0.06, passes)
    lifted = down - 0.12 * across
    both = [across, lifted] if happens(by, 0.6) else [down, across]
    return np.column_stack(both)


def _ring(by: Chance, radius: float) -> Points:
    begin = by.uniform(0, 2 * np.pi)
    turns = begin + one_of(by, (-1, 1)) * np.linspace(0, 2 * np.pi * by.uniform(0.96, 1.1), 14)
    grows = np.linspace(radius, radius * by.uniform(0.92, 1.1), 14)
    return 0.5 + by.normal(0, 0.04, 2) + _round(turns, grows * by.uniform(0.9, 1.15), grows)


def _round(turns: Points, wide: Points | float, high: Points | float) -> Points:
    return np.column_stack([wide * np.cos(turns), high * np.sin(turns)])


_MAKERS: dict[str, Callable[[Box, Hand, Chance], Strokes]] = {
    "tick": tick,
    "big tick": lambda box, hand, by: tick(box, hand, by, by.uniform(1.3, 1.7)),
    "cross": cross,
    "line": line,
    "dot": dot,
    "filled box": filled,
    "zigzag": zigzag,
    "circle around the box": circle,
    "ring in the box": ring,
    "initial": initial,
    "tick and initial": lambda box, hand, by: tick(box, hand, by, 0.9),
    "tiny tick": tiny_tick,
    "star or smile": star_or_smile,
}
