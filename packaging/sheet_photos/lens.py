"""Where a phone is held, and how its lens draws a sheet of paper that is not flat."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageChops

from sheet_photos.choosing import Chance, Points, spread
from sheet_photos.mix import Hardness
from sheet_photos.paper import RIM, Body, Height, Print

_RIGHT, _DOWN = np.array([0.5, 0.0]), np.array([0.0, 0.5])
_STEP = 64
"""So many pixels wide is a piece of the photo in which straight lines stay straight."""
_HELD: dict[Hardness, tuple[float, float, float, tuple[float, float]]] = {
    Hardness.EASY: (3.0, 1.5, 0.02, (0.84, 0.96)),
    Hardness.USUAL: (8.0, 4.0, 0.04, (0.68, 0.95)),
    Hardness.HARD: (15.0, 11.0, 0.08, (0.5, 1.02)),
}
"""Degrees of tilt and of turn as usual deviations, barrel, and how much of the photo is page."""


class Held(NamedTuple):
    """How a phone is held: its photo's width and height, and how far the page is turned in it."""

    hardness: Hardness
    photo: tuple[int, int]
    quarters: int


@dataclass(frozen=True)
class Pose:
    """A phone before a sheet; `drawn` says where a place of the paper is in the photo."""

    photo: tuple[int, int]
    paper: tuple[float, float]
    height: Height
    turned: Points
    far: float
    zoom: float
    middle: Points
    barrel: float

    def drawn(self, places: Points) -> Points:
        """Return the pixels of places on the paper in millimeters: rows of x and y."""
        held = places - np.array(self.paper) / 2
        inside = np.clip(places, -5, np.array(self.paper) + 5)
        up = self.height(inside[:, 0], inside[:, 1])
        there = np.column_stack([held, -up]) @ self.turned.T
        seen = there[:, :2] / (there[:, 2:] + self.far)
        bent = seen * (1 - self.barrel * (seen**2).sum(axis=1, keepdims=True) * 2)
        pixels: Points = bent * self.zoom + self.middle
        return pixels

    def places(self, pixels: Points) -> Points:
        """Return which places of the paper are drawn at these pixels, found step by step."""
        scale = self.zoom / self.far
        found = (pixels - self.middle) / scale @ self.turned[:2, :2] + np.array(self.paper) / 2
        for _ in range(6):
            off = self.drawn(found) - pixels
            right = (self.drawn(found + _RIGHT) - self.drawn(found - _RIGHT)).T
            down = (self.drawn(found + _DOWN) - self.drawn(found - _DOWN)).T
            size = right[0] * down[1] - right[1] * down[0]
            size = np.where(np.abs(size) < 1e-6, 1e-6, size)
            move_x = (off[:, 0] * down[1] - off[:, 1] * down[0]) / size
            move_y = (off[:, 1] * right[0] - off[:, 0] * right[1]) / size
            found = found - np.clip(np.column_stack([move_x, move_y]), -60, 60)
        return found

    def outline(self) -> Points:
        """Return the edge of the paper in pixels."""
        t = np.linspace(0, 1, 30)[:-1]
        width, height = self.paper
        sides = [(t, 0 * t), (0 * t + 1, t), (1 - t, 0 * t + 1), (0 * t, 1 - t)]
        edge = np.vstack([np.column_stack([x * width, y * height]) for x, y in sides])
        return self.drawn(edge)


def a_pose(held: Held, paper: tuple[float, float], height: Height, by: Chance) -> Pose:
    """Hold the phone as people do: nearly straight above, or from where one stands."""
    tilt, turn, barrel, fills = _HELD[held.hardness]
    x, y, z = np.radians([*by.normal(0, tilt, 2), by.normal(0, turn) + 90 * held.quarters])
    photo = held.photo
    around_x = np.array([[1, 0, 0], [0, np.cos(x), -np.sin(x)], [0, np.sin(x), np.cos(x)]])
    around_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    around_z = np.array([[np.cos(z), -np.sin(z), 0], [np.sin(z), np.cos(z), 0], [0, 0, 1]])
    far = max(paper) * by.uniform(1.0, 1.35)
    share = by.uniform(*fills)
    wide, high = paper[::-1] if held.quarters % 2 else paper
    zoom = far * share * min(photo[0] / wide, photo[1] / high)
    free = np.array(photo) - np.array([wide, high]) * zoom / far
    middle = np.array(photo) / 2 + free * by.uniform(-0.3, 0.3, 2)
    bends = by.normal(0, barrel)
    return Pose(photo, paper, height, around_z @ around_y @ around_x, far, zoom, middle, bends)


def taken(page: Image.Image, pose: Pose, how: Print, paper: Body) -> Image.Image:
    """Return what the lens draws of a page with its rim, on its paper, without what is around."""
    whole = pose.paper[0] + 2 * RIM
    dots = page.width / whole
    finer = dots / (pose.zoom / pose.far)
    if finer > 1.15:  # what is finer than a pixel is mixed, as a sensor does
        small = (round(page.width / finer), round(page.height / finer))
        page = page.resize(small, Image.Resampling.BILINEAR)
        dots = page.width / whole
    shade = Image.fromarray((np.clip(paper.shade, 0, 1) * 255).astype(np.uint8))
    page = ImageChops.multiply(page, spread(shade, page.size, 2))
    width, height = pose.photo
    columns, rows = -(-width // _STEP), -(-height // _STEP)
    x, y = np.meshgrid(np.arange(columns + 1) * _STEP, np.arange(rows + 1) * _STEP)
    corners = np.column_stack([x.ravel(), y.ravel()]).astype(float)
    found = (how.on_sheet(pose.places(corners)) + RIM) * dots
    grid = found.reshape(rows + 1, columns + 1, 2)
    pieces = [
        ((left * _STEP, top * _STEP, (left + 1) * _STEP, (top + 1) * _STEP), four)
        for top in range(rows)
        for left in range(columns)
        if (four := _four(grid[top : top + 2, left : left + 2], page.size))
    ]
    size = (columns * _STEP, rows * _STEP)
    made = page.transform(size, Image.Transform.MESH, pieces, Image.Resampling.BILINEAR)
    return made.crop((0, 0, width, height))


def _four(corners: Points, page: tuple[int, int]) -> tuple[float, ...]:
    """Return the corners of a piece as the transform wants them; nothing off the page."""
    around = corners.reshape(4, 2)
    if (around.max(axis=0) < -8).any() or (around.min(axis=0) > np.array(page) + 8).any():
        return ()
    return tuple(around[[0, 2, 3, 1]].ravel().tolist())
