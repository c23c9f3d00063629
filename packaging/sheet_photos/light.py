"""The light in a kitchen, as the phone's camera sees it after it chose how long to look."""

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from sheet_photos.choosing import Chance, Picture, happens, spread

_COARSE = 24
"""Light changes slowly: it is drawn with pixels so much larger."""
_Field = Callable[[int, int, Chance], Picture]


def lit(photo: Image.Image, kind: str, by: Chance) -> Image.Image:
    """Return the photo in this light."""
    width, height = (-(-side // _COARSE) for side in photo.size)
    field = _vignette(width, height, by) * _FIELDS[kind](width, height, by)
    field = np.clip(field * _EXPOSED[kind](by) / np.quantile(field, 0.85), 0, 1)
    small = Image.fromarray((field * 255).round().astype(np.uint8))
    made = ImageChops.multiply(photo, spread(small, photo.size))
    return _glare(made, by) if kind == "flash" else made


def noise_of(kind: str, by: Chance) -> float:
    """Return how much the sensor has to amplify in this light: a deviation of 0 to 255."""
    least, most = {"night": (6, 15), "evening": (3.5, 8), "warm lamp": (2, 7)}.get(kind, (0.8, 3.5))
    return by.uniform(least, most)


def _even(width: int, height: int, by: Chance) -> Picture:
    tint = by.uniform([0.96, 0.97, 0.95], [1.0, 1.0, 1.0])
    return np.full((height, width, 3), tint)


def _window(width: int, height: int, by: Chance) -> Picture:
    """Brighter at the side of the window; in its shade light is blue."""
    x, y = _grid(width, height)
    turn, falls = by.uniform(0, 2 * np.pi), by.uniform(0.1, 0.42)
    along = (np.cos(turn) * x + np.sin(turn) * y)[:, :, None]
    blue = np.array([0.02, 0.01, -0.005])
    made: Picture = (1 - falls * (0.5 - along / 2)) * (1 - (1 - along) * blue)
    return made


def _phone(width: int, height: int, by: Chance) -> Picture:
    """Let the phone and two hands stand between the lamp and the page."""
    drawn = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(drawn)
    dark = int(255 * by.uniform(0.5, 0.82))
    x, y = by.uniform(0.1, 0.9) * width, by.uniform(0.3, 0.9) * height
    wide, high, turn = 0.35 * width, 0.33 * height, by.normal(0, 0.4)
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [wide / 2, high / 2]
    turned = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    draw.polygon([tuple(p) for p in (corners @ turned.T + [x, y]).tolist()], fill=dark)
    arm = by.uniform(-0.2, 0.5) * width
    draw.line([x, y + high / 4, x + arm, height * 1.2], fill=dark, width=max(2, width // 6))
    soft = drawn.filter(ImageFilter.GaussianBlur(by.uniform(1.0, 9)))
    shade: Picture = np.asarray(soft, dtype=float)[:, :, None] / 255
    return shade * _window(width, height, by)


def _lamp(width: int, height: int, by: Chance) -> Picture:
    """Shine with tungsten; the camera takes away a part of its color."""
    x, y = _grid(width, height)
    at = by.uniform(-1.2, 1.2, 2)
    far = np.sqrt((x - at[0]) ** 2 + (y - at[1]) ** 2)[:, :, None]
    left = by.uniform(0.1, 0.8)
    color = 1 - left * np.array([0.0, 0.16, 0.42])
    made: Picture = color / (1 + by.uniform(0.1, 0.35) * far**2)
    return made


def _flash(width: int, height: int, by: Chance) -> Picture:
    x, y = _grid(width, height)
    at = by.normal(0, 0.15, 2)
    far = ((x - at[0]) ** 2 + (y - at[1]) ** 2)[:, :, None]
    made: Picture = 1 / (1 + by.uniform(0.25, 0.8) * far) * np.array([0.98, 0.99, 1.0])
    return made


def _blinds(width: int, height: int, by: Chance) -> Picture:
    x, y = _grid(width, height)
    turn, many = by.uniform(-0.6, 0.6), by.uniform(3, 9)
    waves = np.sin((y * np.cos(turn) + x * np.sin(turn)) * np.pi * many + by.uniform(0, 6))
    stripes = 1 / (1 + np.exp(-waves * by.uniform(2, 8)))
    dark = by.uniform(0.5, 0.72)
    made: Picture = (dark + (1 - dark) * stripes)[:, :, None] * np.array([1.0, 0.985, 0.94])
    return made


def _vignette(width: int, height: int, by: Chance) -> Picture:
    x, y = _grid(width, height)
    made: Picture = 1 - by.uniform(0.0, 0.14) * ((x**2 + y**2) / 2)[:, :, None]
    return made


def _glare(photo: Image.Image, by: Chance) -> Image.Image:
    """Mirror the flash in ink and paper: a pale spot, in which black is gray."""
    width, height = (-(-side // _COARSE) for side in photo.size)
    x, y = _grid(width, height)
    at, wide = by.normal(0, 0.3, 2), by.uniform(0.1, 0.3)
    spot = np.exp(-((x - at[0]) ** 2 + (y - at[1]) ** 2) / (2 * wide**2))
    small = Image.fromarray((spot * by.uniform(60, 230)).astype(np.uint8))
    large = spread(small, photo.size)
    return ImageChops.screen(photo, Image.merge("RGB", [large] * 3))


def _grid(width: int, height: int) -> tuple[Picture, Picture]:
    x, y = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    return x, y


_FIELDS: dict[str, _Field] = {
    "even": _even,
    "window": _window,
    "shadow of the phone": _phone,
    "warm lamp": _lamp,
    "evening": lambda width, height, by: _lamp(width, height, by) * _window(width, height, by),
    "flash": _flash,
    "night": _lamp,
    "sun through blinds": _blinds,
}


def _usually(by: Chance) -> float:
    return by.uniform(0.8, 1.0) if not happens(by, 0.06) else by.uniform(1.0, 1.25)


_EXPOSED: dict[str, Callable[[Chance], float]] = {
    **dict.fromkeys(_FIELDS, _usually),
    "warm lamp": lambda by: by.uniform(0.66, 0.92),
    "evening": lambda by: by.uniform(0.52, 0.8),
    "night": lambda by: by.uniform(0.3, 0.62),
    "flash": lambda by: by.uniform(0.9, 1.2),
    "sun through blinds": lambda by: by.uniform(0.85, 1.15),
}
