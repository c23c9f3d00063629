"""What is around a sheet and on it: a fridge, a table, a magnet, a thumb."""

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from sheet_photos.choosing import Chance, Picture, happens, one_of, pick, spread
from sheet_photos.lens import Pose
from sheet_photos.paper import Body
from sheet_photos.sheets import BlankSheet

_COARSE = 8
"""What is behind the paper is drawn with so much larger pixels: it is out of focus, or plain."""
_BEHIND = {
    "white fridge": 34,
    "steel fridge": 14,
    "wooden table": 24,
    "tablecloth": 8,
    "dark table": 8,
    "counter": 8,
    "other papers": 4,
}
_WOODS = ((150, 105, 65), (190, 150, 105), (105, 70, 45), (212, 180, 140))


def around(page: Image.Image, pose: Pose, body: Body, by: Chance) -> Image.Image:
    """Lay a page that the lens has drawn before what is behind it, with its shadow."""
    edge = [tuple(point) for point in pose.outline().tolist()]
    behind = _behind(pose.photo, pick(by, _BEHIND), by)
    shade = Image.new("L", behind.size, 255)
    off = by.normal(0, 1.2, 2)
    small = [(x / _COARSE + off[0], y / _COARSE + off[1]) for x, y in edge]
    ImageDraw.Draw(shade).polygon(small, fill=int(by.integers(110, 210)))
    shade = shade.filter(ImageFilter.GaussianBlur(by.uniform(0.7, 3)))
    behind = ImageChops.multiply(behind, Image.merge("RGB", [shade] * 3))
    behind = spread(behind, pose.photo)
    mask = Image.new("L", pose.photo)
    draw = ImageDraw.Draw(mask)
    draw.polygon(edge, fill=255)
    for x, y, radius in body.holes:
        draw.polygon(_circle(pose, x, y, radius), fill=0)
    behind.paste(page, (0, 0), mask)
    return behind


def cover(photo: Image.Image, kind: str, pose: Pose, sheet: BlankSheet, by: Chance) -> None:
    """Put a magnet or a thumb on a sheet where nothing is filled in, or a magnet on a code."""
    width, height = sheet.size
    if kind == "magnet":
        _magnet(photo, pose, (width * by.uniform(0.35, 0.6), by.uniform(3, 14)), by)
    elif kind == "thumb":
        _thumb(photo, pose, (width, height), by)
    elif kind == "code covered":
        left, top, side, _ = map(float, sheet.kept.layout["codes"][one_of(by, "AB")])
        _magnet(photo, pose, (left + side / 2, top + side / 2), by)


def _circle(pose: Pose, x: float, y: float, radius: float) -> list[tuple[float, ...]]:
    turns = np.linspace(0, 2 * np.pi, 40)
    ring = np.column_stack([x + radius * np.cos(turns), y + radius * np.sin(turns)])
    return [tuple(point) for point in pose.drawn(ring).tolist()]


def _magnet(photo: Image.Image, pose: Pose, at: tuple[float, float], by: Chance) -> None:
    color: tuple[int, int, int] = one_of(
        by,
        (
            (190, 40, 45),
            (40, 80, 160),
            (240, 200, 60),
            (40, 40, 42),
            (90, 160, 90),
            (225, 225, 225),
        ),
    )
    radius = by.uniform(7, 10)
    _patch(photo, _circle(pose, at[0] + 0.8, at[1] + 1.0, radius * 1.08), (70, 68, 66), 120)
    _patch(photo, _circle(pose, *at, radius), color, 255)
    light = tuple(round(c + 0.5 * (255 - c)) for c in color)
    _patch(
        photo, _circle(pose, at[0] - radius * 0.3, at[1] - radius * 0.3, radius * 0.35), light, 110
    )


def _thumb(photo: Image.Image, pose: Pose, size: tuple[float, float], by: Chance) -> None:
    """Let a thumb hold the edge of the paper: it stays on the margin."""
    width, height = size
    deep, y = by.uniform(3, 8), by.uniform(0.35, 0.75) * height
    left = happens(by, 0.5)
    x = deep - 14 if left else width - deep + 14
    turns = np.linspace(0, 2 * np.pi, 40)
    lean = by.normal(0, 0.15)
    shape = np.column_stack(
        [x + 14 * np.cos(turns), y + 9.5 * np.sin(turns) + lean * 14 * np.cos(turns)]
    )
    skin: tuple[int, int, int] = one_of(
        by, ((224, 172, 145), (198, 140, 108), (141, 92, 66), (92, 58, 42), (236, 196, 175))
    )
    ring = [tuple(point) for point in pose.drawn(shape).tolist()]
    _patch(photo, ring, skin, 255)
    inner = np.array([x, y]) + (shape - [x, y]) * 0.6
    pale = tuple(min(255, c + 14) for c in skin)
    _patch(photo, [tuple(point) for point in pose.drawn(inner).tolist()], pale, 120)


def _patch(
    photo: Image.Image, ring: list[tuple[float, ...]], color: tuple[int, ...], dense: int
) -> None:
    points = np.array(ring)
    low = np.floor(points.min(axis=0) - 6).astype(int)
    wide, high = (np.ceil(points.max(axis=0) + 6).astype(int) - low).tolist()
    mask = Image.new("L", (wide, high))
    ImageDraw.Draw(mask).polygon([tuple(point) for point in (points - low).tolist()], fill=dense)
    soft = mask.filter(ImageFilter.GaussianBlur(1.2))
    photo.paste(Image.new("RGB", (wide, high), color), (int(low[0]), int(low[1])), soft)


def _behind(photo: tuple[int, int], kind: str, by: Chance) -> Image.Image:
    width, height = (-(-side // _COARSE) for side in photo)
    make = {
        "white fridge": _fridge,
        "steel fridge": _steel,
        "wooden table": _wood,
        "tablecloth": _cloth,
        "counter": _counter,
        "other papers": _papers,
    }.get(kind)
    dark = np.full((height, width, 3), by.uniform(25, 60)) + by.normal(0, 3, (height, width, 1))
    made = make(width, height, by) if make else dark
    return Image.fromarray(np.clip(made, 0, 255).astype(np.uint8))


def _fridge(width: int, height: int, by: Chance) -> Picture:
    color = np.array([1.0, 0.99, 0.97]) * by.uniform(205, 245)
    made = np.broadcast_to(color, (height, width, 3)).copy()
    if happens(by, 0.4):  # the gap between two doors
        y = int(by.integers(0, height))
        made[y : y + max(2, height // 90)] *= 0.45
    return made + by.normal(0, 1.5, (height, width, 1))


def _steel(width: int, height: int, by: Chance) -> Picture:
    down = np.cumsum(by.normal(0, 1.2, (1, width, 1)), axis=1) * 0.6
    gray = by.uniform(125, 175) + down - down.mean() + by.normal(0, 3, (height, width, 1))
    made: Picture = gray.repeat(3, axis=2)
    return made


def _wood(width: int, height: int, by: Chance) -> Picture:
    color = np.array(one_of(by, _WOODS), dtype=float)
    grain = np.cumsum(by.normal(0, 1.0, (height, 1)), axis=0)
    grain = grain - np.linspace(grain[0], grain[-1], height)
    fine = by.normal(0, 5, (height, max(2, width // 14))).repeat(14, axis=1)[:, :width]
    fine = np.pad(fine, ((0, 0), (0, width - fine.shape[1])), mode="edge")
    across = (grain * 2 + fine)[:, :, None]
    made: Picture = color + across * np.array([1.0, 0.9, 0.75])
    return made


def _cloth(width: int, height: int, by: Chance) -> Picture:
    one, two = by.uniform(60, 230, (2, 3))
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    step = int(by.integers(8, 26))
    squares = ((x // step) % 2 + (y // step) % 2)[:, :, None] / 2
    made: Picture = one * (1 - squares) + two * squares + by.normal(0, 4, (height, width, 1))
    return made


def _counter(width: int, height: int, by: Chance) -> Picture:
    stone = by.uniform(70, 190) + by.normal(0, 22, (height, width, 1))
    made: Picture = stone * by.uniform(0.92, 1.05, 3)
    return made


def _papers(width: int, height: int, by: Chance) -> Picture:
    made = Image.fromarray(_fridge(width, height, by).clip(0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(made)
    for _ in range(6):
        x, y = by.uniform(-0.2, 1, 2) * (width, height)
        color = tuple(by.integers(120, 256, 3).tolist())
        draw.rectangle(
            [x, y, x + by.uniform(0.2, 0.5) * width, y + by.uniform(0.2, 0.4) * height], color
        )
        for n in range(5):
            draw.line([x + 6, y + 10 + 9 * n, x + 0.18 * width, y + 10 + 9 * n], (60, 60, 70), 1)
    return np.asarray(made, dtype=float)
