"""What a phone makes of light: focus, movement, noise, sharpening, JPEG, and how it was held."""

import io
from functools import cache

import numpy as np
from PIL import Image, ImageFilter

from sheet_photos.choosing import Chance, Picture, chance, happens, one_of
from sheet_photos.lens import Held
from sheet_photos.mix import Hardness

SIZES = {
    "12 MP": (3024, 4032),
    "8 MP": (2448, 3264),
    "5 MP": (1944, 2592),
    "3 MP": (1536, 2048),
    "sent by a messenger": (1200, 1600),
}
"""Pixels of a photo that is higher than wide."""
_ORIENTATION = 0x0112
_TURNED = {1: None, 3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90,
           8: Image.Transpose.ROTATE_270}  # fmt: skip
"""How the pixels are turned that a phone stores with this EXIF orientation."""
_QUALITY = {Hardness.EASY: (86, 96), Hardness.USUAL: (74, 95), Hardness.HARD: (45, 92)}
_SIDE = 640


def focused(photo: Image.Image, kind: str, by: Chance) -> Image.Image:
    """Return the photo as sharp as it came out; pixels of small photos blur as much."""
    scale = photo.width / 2448
    match kind:
        case "a little soft":
            return photo.filter(ImageFilter.GaussianBlur(by.uniform(1.0, 2.0) * scale))
        case "soft":
            return photo.filter(ImageFilter.GaussianBlur(by.uniform(2.0, 4.5) * scale))
        case "a little moved":
            return _moved(photo, by.uniform(2.5, 5) * scale, by)
        case "moved":
            return _moved(photo, by.uniform(5, 14) * scale, by)
        case "soft on one side":
            soft = photo.filter(ImageFilter.GaussianBlur(by.uniform(2.5, 5.5) * scale))
            return Image.composite(soft, photo, _slope(photo.size, by))
        case _:
            return photo


def sensed(photo: Image.Image, noise: float, by: Chance) -> Image.Image:
    """Add the noise of the sensor, and take some away again as phones do."""
    width, height = photo.size
    grain = (_grain() * noise).round().astype(np.int8)
    y, x = by.integers(0, _SIDE, 2)
    grain = np.roll(grain, (int(y), int(x)), (0, 1))
    pixels = np.array(photo)
    for top in range(0, height, _SIDE):
        for left in range(0, width, _SIDE):
            part = pixels[top : top + _SIDE, left : left + _SIDE]
            added = part.astype(np.int16)
            added += grain[: part.shape[0], : part.shape[1]]
            np.clip(added, 0, 255, out=added)
            part[...] = added
    return Image.fromarray(pixels)


def developed(photo: Image.Image, by: Chance) -> Image.Image:
    """Sharpen, or soften a little, and make light lighter and dark darker."""
    strong = by.uniform(-0.08, 0.35)
    if abs(strong) > 0.05:
        photo = photo.filter(_kernel(strong))
    steep, x = by.uniform(0.0, 0.25), np.arange(256) / 255
    curve = x + steep * (x - 0.5) * (1 - np.abs(2 * x - 1)) * 1.2
    table = np.clip(curve * 255, 0, 255).round().astype(int).tolist()
    return photo.point(table * 3)


def stored(photo: Image.Image, hardness: Hardness, *, sent: bool, by: Chance) -> bytes:
    """Return the file: JPEG, mostly turned as the sensor lies, with a word on how to turn it."""
    orientation = 1 if sent else one_of(by, (1, 6, 6, 6, 1, 8, 3))
    turn = _TURNED[orientation]
    turned = photo.transpose(turn) if turn is not None else photo
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    quality = int(by.integers(*_QUALITY[hardness]))
    if sent:
        once = io.BytesIO()
        turned.save(once, "JPEG", quality=int(by.integers(80, 93)))
        turned, quality = Image.open(once), int(by.integers(55, 78))
    file = io.BytesIO()
    turned.save(file, "JPEG", quality=quality, exif=exif)
    return file.getvalue()


def _kernel(strong: float) -> ImageFilter.Kernel:
    """Return what sharpens a little, or with a number below 0 what softens a little."""
    side = -strong
    weights = [side / 2, side, side / 2, side, 1 - 6 * side, side, side / 2, side, side / 2]
    return ImageFilter.Kernel((3, 3), weights, scale=1)


def _moved(photo: Image.Image, far: float, by: Chance) -> Image.Image:
    """Mix what the sensor saw while the hand moved, along a line that bends a little."""
    turn, steps = by.uniform(0, 2 * np.pi), max(3, round(far))
    bend = by.normal(0, 0.15)
    total = Image.new("RGB", photo.size)
    for n in range(steps):
        along = (n / (steps - 1) - 0.5) * far
        x, y = along * np.cos(turn), along * np.sin(turn) + bend * along**2 / far
        shifted = photo.transform(
            photo.size, Image.Transform.AFFINE, (1, 0, round(x), 0, 1, round(y))
        )
        total = shifted if n == 0 else Image.blend(total, shifted, 1 / (n + 1))
    return total


def _slope(size: tuple[int, int], by: Chance) -> Image.Image:
    x, y = np.meshgrid(np.linspace(-1, 1, 32), np.linspace(-1, 1, 32))
    turn = by.uniform(0, 2 * np.pi)
    slope = 1 / (1 + np.exp(-5 * (np.cos(turn) * x + np.sin(turn) * y)))
    small = Image.fromarray((slope * 255).astype(np.uint8))
    return small.resize(size, Image.Resampling.BILINEAR)


@cache
def _grain() -> Picture:
    """Return a tile of noise of deviation 1: mostly of brightness, with softer spots of color."""
    by = chance(0, "grain")
    bright = by.normal(0, 1, (_SIDE, _SIDE, 1))
    bright = 0.6 * bright + 0.4 * (np.roll(bright, 1, 0) + np.roll(bright, 1, 1))
    dots = by.normal(0, 1, (_SIDE, _SIDE, 3))
    color = np.sum([np.roll(dots, (y, x), (0, 1)) for y in range(3) for x in range(3)], axis=0) / 3
    both = bright + 0.7 * color
    made: Picture = both / both.std()
    return made


def held(hardness: Hardness, size: str, by: Chance) -> Held:
    """Return how the phone is held: mostly upright, as the page is."""
    wide, high = SIZES[size]
    across, rare = {
        Hardness.EASY: (0.03, 0.0),
        Hardness.USUAL: (0.07, 0.03),
        Hardness.HARD: (0.1, 0.06),
    }[hardness]
    quarters = int(by.integers(1, 4)) if happens(by, rare) else 0
    return Held(hardness, (high, wide) if happens(by, across) else (wide, high), quarters)
