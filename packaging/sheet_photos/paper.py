"""What happens to a sheet on a fridge: print, copies, folds, curls, stains, and what covers it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from sheet_photos.choosing import Chance, Picture, Points, happens, one_of
from sheet_photos.sheets import DOTS_A_MM

Height = Callable[[Points, Points], Points]
"""How far the paper stands off what it lies on, in millimeters, by places on it in millimeters."""
RIM = 8.0
"""So many millimeters of white are kept around a page, for copiers and lenses move its edge."""
_SMALL = 2.0
"""Shade and stains are drawn with so many dots a millimeter."""


@dataclass(frozen=True)
class Print:
    """How much a copier moved and stretched what stands on the page: both are of the sheet."""

    moved: Points
    grown: Points

    def on_paper(self, places: Points) -> Points:
        """Return where places of the sheet as it was made stand on this paper, in millimeters."""
        there: Points = places @ self.grown.T + self.moved
        return there

    def on_sheet(self, places: Points) -> Points:
        """Return which places of the sheet stand at these places of the paper."""
        there: Points = (places - self.moved) @ np.linalg.inv(self.grown).T
        return there


AS_MADE = Print(np.zeros(2), np.eye(2))


def printed(page: Image.Image, by: Chance) -> Image.Image:
    """Give a page in gray the black of a real printer."""
    black, white = int(by.integers(12, 62)), int(by.integers(246, 255))
    look = [round(black + (white - black) * v / 255) for v in range(256)]
    page = page.point(look)
    if happens(by, 0.3):  # ink spreads a little on plain paper
        page = page.filter(ImageFilter.BoxBlur(by.uniform(0.6, 1.2)))
    if happens(by, 0.06):  # the toner runs out: pale stripes down the page
        page = ImageChops.lighter(page, _stripes(page.size, by))
    return page


def copied(page: Image.Image, by: Chance) -> Image.Image:
    """Return a page as a copier gives it: harder, and with specks."""
    gray = page.convert("L").filter(ImageFilter.BoxBlur(by.uniform(0.7, 1.6)))
    middle, steep = by.uniform(120, 190), by.uniform(14, 38)
    curve = 255 / (1 + np.exp(-(np.arange(256) - middle) / steep))
    gray = gray.point(np.clip(curve, by.uniform(10, 45), 252).round().astype(int).tolist())
    draw = ImageDraw.Draw(gray)
    for _ in range(int(by.integers(0, 60))):
        x, y, r = by.uniform(0, gray.width), by.uniform(0, gray.height), by.uniform(0.5, 2.2)
        draw.ellipse([x - r, y - r, x + r, y + r], fill=int(by.integers(20, 160)))
    return Image.merge("RGB", [gray] * 3) if page.mode == "RGB" else gray


def moved(times: int, size: tuple[float, float], by: Chance) -> Print:
    """Return where a sheet is on its paper after so many copies, none of them quite straight."""
    turn, grow = np.radians(by.normal(0, 0.4 * times)), by.normal(1, 0.008 * times)
    grown = grow * np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    middle = np.array(size) / 2
    off = by.normal(0, 1.0 * times, 2)
    return Print(middle - grown @ middle + off, grown) if times else AS_MADE


def with_rim(page: Image.Image) -> Image.Image:
    """Return the page with white around it."""
    return ImageOps.expand(page, round(RIM * DOTS_A_MM), "white")


@dataclass(frozen=True)
class Body:
    """The paper as a thing: how it stands off the wall, and its shade and stains, as shares."""

    height: Height
    shade: Picture
    holes: tuple[tuple[float, float, float], ...] = ()
    """Middle and radius in millimeters: through them one sees what is behind."""


def body(kind: str, size: tuple[float, float], by: Chance) -> Body:
    """Return the paper of this kind; its width and height are in millimeters."""
    parts = [_SHAPES[kind](size, by)] if kind in _SHAPES else [_curl(size, by, 3.0)]
    if happens(by, 0.5):
        parts.append(_curl(size, by, 4.0))

    def height(x: Points, y: Points) -> Points:
        total: Points = sum((part(x, y) for part in parts), np.zeros_like(x))
        return total

    shade = _lit(height, size, by) * np.array(_paper_color(kind, by))
    if kind in {"stained", "coffee"}:
        shade = shade * _stains(kind, size, by)
    if kind.startswith("folded") or kind == "crumpled":
        shade = shade * _creases(kind, size, by)
    holes: tuple[tuple[float, float, float], ...] = ()
    if kind == "hole":
        holes = ((size[0] * by.uniform(0.3, 0.7), by.uniform(6, 12), by.uniform(2.5, 4)),)
    return Body(height, shade.astype(np.float32), holes)


def _paper_color(kind: str, by: Chance) -> tuple[float, float, float]:
    if kind == "colored paper":
        color: tuple[float, float, float] = one_of(
            by, ((1.0, 0.97, 0.72), (0.8, 0.93, 1.0), (1.0, 0.84, 0.88), (0.83, 0.97, 0.83))
        )
        return color
    return (1.0, 1.0 - by.uniform(0, 0.012), 1.0 - by.uniform(0, 0.05))


def _curl(size: tuple[float, float], by: Chance, most: float) -> Height:
    """Paper that hangs by its top comes off below or at a side, in a round bow."""
    turn, up = by.uniform(0, 2 * np.pi), by.uniform(0.2, 1) * most
    direction = np.array([np.cos(turn), np.sin(turn)])
    reach = abs(direction) @ np.array(size) / 2

    def height(x: Points, y: Points) -> Points:
        along = ((x - size[0] / 2) * direction[0] + (y - size[1] / 2) * direction[1]) / reach
        bow: Points = up * np.clip(along + 0.3, 0, 1.4) ** 2
        return bow

    return height


def _folds(size: tuple[float, float], by: Chance, lines: list[tuple[int, float]]) -> Height:
    slopes = [by.uniform(0.02, 0.09) * one_of(by, (-1, 1)) for _ in lines]

    def height(x: Points, y: Points) -> Points:
        total: Points = np.zeros_like(x)
        for (axis, share), slope in zip(lines, slopes, strict=True):
            off = (x, y)[axis] - share * size[axis]
            total = total + slope * np.sqrt(off**2 + 2.0)
        return total

    return height


def _fold_once(size: tuple[float, float], by: Chance) -> Height:
    return _folds(size, by, one_of(by, [[(1, 0.5)], [(0, 0.5)], [(1, 0.33), (1, 0.66)]]))


def _crumple(_size: tuple[float, float], by: Chance) -> Height:
    """Many small ridges in every direction."""
    ridges = [
        (by.uniform(0, np.pi), by.uniform(25, 90), by.uniform(0, 2 * np.pi), by.uniform(0.25, 0.9))
        for _ in range(9)
    ]

    bent = by.uniform(0, 2 * np.pi, 4)

    def height(x: Points, y: Points) -> Points:
        x = x + 14 * np.sin(y / 31 + bent[0]) + 9 * np.sin(x / 17 + bent[1])
        y = y + 14 * np.sin(x / 37 + bent[2]) + 9 * np.sin(y / 19 + bent[3])
        total: Points = np.zeros_like(x)
        for turn, long, begin, high in ridges:
            wave = (x * np.cos(turn) + y * np.sin(turn)) * 2 * np.pi / long + begin
            total = total + high * (1 - np.abs(np.sin(wave / 2)) * 1.6)
        return total

    return height


def _lit(height: Height, size: tuple[float, float], by: Chance) -> Picture:
    """Return how bright the paper is where it leans to and from a lamp, as shares up to 1."""
    columns, rows = _dots(size)
    x, y = np.meshgrid((np.arange(columns) + 0.5) / _SMALL, (np.arange(rows) + 0.5) / _SMALL)
    x, y = x - RIM, y - RIM
    high = height(x, y)
    down, across = np.gradient(high, 1 / _SMALL)
    turn = by.uniform(0, 2 * np.pi)
    leans = np.cos(turn) * across + np.sin(turn) * down
    shade = np.clip(1 - by.uniform(0.6, 1.8) * np.tanh(leans * 2) / 2, 0.55, 1.4)
    made: Picture = (shade / shade.max())[:, :, None]
    return made


def _creases(kind: str, size: tuple[float, float], by: Chance) -> Picture:
    """Fine lines where the paper was bent; they are gray, for dust stays in them."""
    columns, rows = _dots(size)
    drawn = Image.new("L", (columns, rows), 255)
    draw = ImageDraw.Draw(drawn)
    many = int(by.integers(12, 30)) if kind == "crumpled" else int(by.integers(1, 4))
    for _ in range(many):
        x, y = by.uniform(0, columns), by.uniform(0, rows)
        turn, long = by.uniform(0, np.pi), by.uniform(20, 160) * (1 if kind == "crumpled" else 0.4)
        ends = [x, y, x + long * np.cos(turn), y + long * np.sin(turn)]
        draw.line(ends, fill=int(by.integers(170, 245)), width=1)
    soft = drawn.filter(ImageFilter.GaussianBlur(0.7))
    return np.asarray(soft, dtype=np.float32)[:, :, None] / 255


def _stains(kind: str, size: tuple[float, float], by: Chance) -> Picture:
    columns, rows = _dots(size)
    drawn = Image.new("L", (columns, rows), 0)
    draw = ImageDraw.Draw(drawn)
    if kind == "coffee":
        for _ in range(int(by.integers(1, 3))):
            x, y, r = by.uniform(0, columns), by.uniform(0, rows), by.uniform(60, 90)
            draw.ellipse([x - r, y - r, x + r, y + r], outline=255, width=int(by.integers(4, 11)))
            draw.ellipse([x - r, y - r, x + r, y + r], fill=int(by.integers(30, 110)), outline=None)
    for _ in range(int(by.integers(3, 14))):
        x, y, r = by.uniform(0, columns), by.uniform(0, rows), by.gamma(2, 2.5)
        draw.ellipse(
            [x - r, y - r * by.uniform(0.6, 1.3), x + r, y + r], fill=int(by.integers(60, 230))
        )
    soft = (
        np.asarray(drawn.filter(ImageFilter.GaussianBlur(2.2)), dtype=np.float32)[:, :, None] / 255
    )
    color = np.array(one_of(by, ((0.5, 0.66, 0.88), (0.35, 0.5, 0.7), (0.2, 0.7, 0.75))))
    made: Picture = 1 - soft * by.uniform(0.25, 0.55) * color
    return made


def _dots(size: tuple[float, float]) -> tuple[int, int]:
    width, height = (round((side + 2 * RIM) * _SMALL) for side in size)
    return width, height


def _stripes(size: tuple[int, int], by: Chance) -> Image.Image:
    across = np.interp(np.arange(size[0]), np.linspace(0, size[0], 14), by.uniform(0, 150, 14))
    return Image.fromarray(np.tile(across.astype(np.uint8), (size[1], 1)))


_SHAPES: dict[str, Callable[[tuple[float, float], Chance], Height]] = {
    "curled a little": lambda size, by: _curl(size, by, 5.0),
    "curled": lambda size, by: _curl(size, by, 14.0),
    "curled much": lambda size, by: _curl(size, by, 34.0),
    "folded": _fold_once,
    "folded in four": lambda size, by: _folds(size, by, [(0, 0.5), (1, 0.5)]),
    "crumpled": _crumple,
}
