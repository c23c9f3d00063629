"""What pens leave on paper: color, width, gaps, grain, and where the hand pressed."""

from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw

from sheet_photos.choosing import Chance, Points, chance, one_of
from sheet_photos.mix import DRY, FAINT, PALE
from sheet_photos.sheets import DOTS_A_MM, Box

_FINER = 2
"""So many times finer than the page is a stroke drawn, before it is put on it."""


@dataclass(frozen=True)
class Pen:
    """A pen: the color its ink lets through, its width in millimeters, how dense and how even."""

    name: str
    color: tuple[float, float, float]
    width: float
    dense: float
    grain: float = 0.0
    """How much of the paper's surface stays bare: pencils and crayons."""
    skips: float = 0.0
    """How much a ball fails to roll."""
    tapers: float = 0.35


_PENS: dict[str, list[Pen]] = {
    "blue ballpoint": [
        Pen("", (0.12, 0.20, 0.62), 0.42, 0.88, 0.12, 0.2),
        Pen("", (0.08, 0.12, 0.45), 0.5, 0.93, 0.08, 0.12),
        Pen("", (0.25, 0.35, 0.72), 0.36, 0.8, 0.18, 0.3),
    ],
    "black ballpoint": [
        Pen("", (0.12, 0.12, 0.15), 0.42, 0.9, 0.12, 0.2),
        Pen("", (0.2, 0.2, 0.24), 0.36, 0.82, 0.2, 0.3),
    ],
    "black gel": [Pen("", (0.06, 0.06, 0.08), 0.55, 0.98)],
    "blue gel": [Pen("", (0.08, 0.18, 0.6), 0.52, 0.97)],
    "red pen": [Pen("", (0.8, 0.1, 0.14), 0.45, 0.92, 0.1, 0.1)],
    "green pen": [Pen("", (0.06, 0.5, 0.25), 0.45, 0.92, 0.1, 0.1)],
    "purple gel": [Pen("", (0.42, 0.12, 0.55), 0.52, 0.95)],
    "pencil": [
        Pen("", (0.3, 0.3, 0.32), 0.5, 0.82, 0.4, 0.0, 0.25),
        Pen("", (0.25, 0.25, 0.27), 0.7, 0.85, 0.35, 0.0, 0.25),
    ],
    "felt tip": [
        Pen("", (0.1, 0.12, 0.5), 0.9, 0.95, 0, 0, 0.1),
        Pen("", (0.75, 0.1, 0.3), 1.0, 0.92, 0, 0, 0.1),
        Pen("", (0.1, 0.5, 0.2), 1.0, 0.92, 0, 0, 0.1),
        Pen("", (0.1, 0.1, 0.1), 0.8, 0.96, 0, 0, 0.1),
    ],
    "marker": [
        Pen("", (0.07, 0.07, 0.08), 1.5, 0.98, 0, 0, 0.05),
        Pen("", (0.1, 0.15, 0.6), 1.7, 0.95, 0, 0, 0.05),
    ],
    "crayon": [
        Pen("", (0.75, 0.15, 0.15), 2.0, 0.85, 0.5, 0.0, 0.15),
        Pen("", (0.15, 0.3, 0.7), 2.2, 0.85, 0.5, 0.0, 0.15),
        Pen("", (0.15, 0.5, 0.2), 1.9, 0.85, 0.5, 0.0, 0.15),
    ],
    FAINT: [Pen("", (0.45, 0.45, 0.47), 0.4, 0.34, 0.55, 0.0, 0.4)],
    PALE: [
        Pen("", (0.98, 0.93, 0.35), 2.6, 0.8),
        Pen("", (0.98, 0.75, 0.35), 1.6, 0.6, 0.5),
        Pen("", (0.95, 0.65, 0.75), 1.2, 0.6),
    ],
    DRY: [Pen("", (0.2, 0.25, 0.6), 0.35, 0.6, 0.3, 0.85)],
}


def a_pen(name: str, by: Chance) -> Pen:
    """Return a pen of this kind: no two are quite the same."""
    pen: Pen = one_of(by, _PENS[name])
    red, green, blue = pen.color
    return replace(
        pen,
        name=name,
        color=(_near(red, by), _near(green, by), _near(blue, by)),
        width=pen.width * by.uniform(0.85, 1.2),
        dense=float(np.clip(pen.dense * by.uniform(0.88, 1.06), 0.1, 1)),
    )


def _near(share: float, by: Chance) -> float:
    return float(np.clip(share + by.normal(0, 0.025), 0.02, 1))


class Inked(NamedTuple):
    """How much ink lies where, from 0 to 1, from a corner of the page in its dots."""

    left: int
    top: int
    cover: np.ndarray


def inked(strokes: list[Points], pen: Pen, by: Chance) -> Inked:
    """Return the ink of strokes in millimeters; nothing is put on a page yet."""
    fine = DOTS_A_MM * _FINER
    everything = np.vstack(strokes)
    low = np.floor((everything.min(axis=0) - pen.width - 0.4) * DOTS_A_MM).astype(int)
    high = np.ceil((everything.max(axis=0) + pen.width + 0.4) * DOTS_A_MM).astype(int)
    width, height = (high - low).tolist()
    drawn = Image.new("L", (width * _FINER, height * _FINER))
    draw = ImageDraw.Draw(drawn)
    for stroke in strokes:
        _draw(draw, stroke * fine - low * _FINER, pen, by)
    cover = np.asarray(drawn.reduce(_FINER), dtype=np.float32) / 255
    if pen.grain:
        cover = cover * _bare(cover.shape, pen.grain, by)
    return Inked(int(low[0]), int(low[1]), cover * pen.dense)


def put(page: Image.Image, ink: Inked, pen: Pen) -> None:
    """Put ink on a page: it takes from the light, so that print shows through."""
    height, width = ink.cover.shape
    box = (ink.left, ink.top, ink.left + width, ink.top + height)
    under = np.asarray(page.crop(box), dtype=np.float32)
    through = 1 - ink.cover[:, :, None] * (1 - np.array(pen.color, dtype=np.float32))
    page.paste(Image.fromarray((under * through).astype(np.uint8)), box[:2])


def cover_of(ink: Inked, box: Box) -> float:
    """Return how much of a box, without its frame, is under ink: from 0 to 1."""
    left, top, width, height = box
    rim = 0.12
    x, y = (left + rim * width) * DOTS_A_MM - ink.left, (top + rim * height) * DOTS_A_MM - ink.top
    w, h = ((1 - 2 * rim) * side * DOTS_A_MM for side in (width, height))
    part = ink.cover[
        max(0, round(y)) : max(0, round(y + h)), max(0, round(x)) : max(0, round(x + w))
    ]
    return float(part.sum() / (w * h))


def _draw(draw: ImageDraw.ImageDraw, path: Points, pen: Pen, by: Chance) -> None:
    """Draw one path: thinner where the pen comes down and leaves, with gaps where it skips."""
    many = len(path)
    ends = np.minimum(np.arange(many), np.arange(many)[::-1]) / max(4, many / 5)
    press = 1 - pen.tapers * np.clip(1 - ends, 0, 1) + by.normal(0, 0.05, many)
    width = np.maximum(pen.width * press * DOTS_A_MM * _FINER, 1.0)
    rolls = by.random(many) >= pen.skips * 0.45
    for a, b, wide, here in zip(path, path[1:], width, rolls, strict=False):
        if not here:
            continue
        draw.line([*a, *b], fill=255, width=max(1, round(wide)))
        if wide > 3:
            draw.ellipse([*(b - wide / 2), *(b + wide / 2)], fill=255)


@cache
def _surface() -> np.ndarray:
    """Return how high the fibers of paper stand, from 0 to 1, as a tile."""
    by = chance(0, "surface")
    rough = Image.fromarray((by.random((400, 400)) * 255).astype(np.uint8))
    wide = rough.resize((200, 200)).resize((400, 400), Image.Resampling.BICUBIC)
    both = np.asarray(rough, dtype=np.float32) * 0.5 + np.asarray(wide, dtype=np.float32) * 0.5
    order = np.argsort(np.argsort(both.ravel())) / both.size
    return order.reshape(both.shape).astype(np.float32)


def _bare(shape: tuple[int, ...], grain: float, by: Chance) -> np.ndarray:
    high = _surface()
    y, x = by.integers(0, 400, 2)
    rows = (np.arange(shape[0]) + y) % 400
    columns = (np.arange(shape[1]) + x) % 400
    return np.clip((high[np.ix_(rows, columns)] - grain) * 4 + 0.9, 1 - grain * 1.3, 1)
