"""Chance from a seed: each part of a photo draws from its own, so that none moves another."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sheet_photos.mix import Weights

Chance = np.random.Generator
Points = NDArray[np.float64]
"""Rows of x and y, in millimeters unless it says otherwise."""
Picture = NDArray[Any]
"""Height, width and the colors red, green and blue."""


def chance(seed: int, part: str) -> Chance:
    return np.random.default_rng([seed, *part.encode()])


def pick(by: Chance, weights: Weights) -> str:
    names = [*weights]
    shares = np.array([*weights.values()], dtype=float)
    return names[int(by.choice(len(names), p=shares / shares.sum()))]


def one_of(by: Chance, things: Sequence[Any]) -> Any:  # noqa: ANN401 (of whatever it is given)
    return things[int(by.integers(len(things)))]


def happens(by: Chance, share: float) -> bool:
    return bool(by.random() < share)


def spread(small: Image.Image, size: tuple[int, int], step: int = 3) -> Image.Image:
    """Make a soft picture as large as this: smooth but for the last step, which nobody sees."""
    between = tuple(-(-side // step) for side in size)
    smooth = small.resize((between[0], between[1]), Image.Resampling.BILINEAR)
    return smooth.resize(size, Image.Resampling.NEAREST)
