"""Letters and numbers as a hand writes them: strokes through a few points each.

A letter stands in a square from 0 to 1, y down; it is written with a width of 0.6.
"""

from collections.abc import Iterator

import numpy as np

from sheet_photos.choosing import Chance, Points

_DRAWN = {
    "0": ["30 5 8 35 10 75 30 98 52 75 54 30 30 5"],
    "1": ["15 25 35 2 34 98"],
    "2": ["8 25 28 2 50 22 38 55 6 96 56 92"],
    "3": ["8 10 45 8 46 35 22 48 52 62 46 92 8 94"],
    "4": ["36 2 6 62 58 60", "42 35 40 100"],
    "5": ["48 4 14 6 12 42 45 44 52 72 36 96 8 92"],
    "6": ["44 2 16 35 8 72 28 98 50 80 42 58 12 66"],
    "7": ["6 6 54 5 26 98"],
    "8": ["48 16 24 2 12 24 48 66 36 97 12 80 44 30 48 16"],
    "9": ["50 22 28 4 10 28 28 48 50 24 46 60 36 98"],
    "a": ["48 50 22 46 8 76 24 98 48 66 50 52 50 96 60 92"],
    "b": ["12 0 10 96", "10 66 36 48 52 72 34 98 10 90"],
    "c": ["50 54 24 48 8 76 28 98 54 90"],
    "d": ["48 56 22 48 8 78 24 98 48 70", "50 2 50 96"],
    "e": ["10 74 48 70 40 48 16 54 10 84 32 99 54 88"],
    "f": ["50 8 34 2 26 30 26 98", "10 46 46 44"],
    "g": ["48 52 22 48 8 70 26 88 48 62", "50 52 50 110 26 124 8 110"],
    "h": ["12 0 10 98", "10 64 34 48 48 66 48 98"],
    "i": ["28 50 28 98", "28 26 29 30"],
    "k": ["12 0 10 98", "46 50 12 72 50 98"],
    "l": ["26 0 24 86 40 98"],
    "m": ["8 52 8 98", "8 62 20 48 30 62 30 98", "30 62 42 48 54 62 54 98"],
    "n": ["12 52 10 98", "10 64 34 48 48 66 48 98"],
    "o": ["30 48 8 66 16 96 40 96 52 70 30 48"],
    "p": ["12 52 10 126", "12 58 38 48 50 72 32 96 12 88"],
    "r": ["14 50 12 98", "12 66 28 50 48 52"],
    "s": ["48 54 26 47 12 62 44 80 36 98 8 92"],
    "t": ["28 20 26 88 46 97", "8 48 50 46"],
    "u": ["10 50 10 84 28 98 48 76 50 50", "50 50 52 98"],
    "w": ["6 50 16 96 30 60 44 96 58 50"],
    "y": ["10 50 30 86", "52 50 28 112 10 122"],
    "A": ["6 98 30 2 54 98", "14 66 46 64"],
    "D": ["12 4 10 96", "10 4 44 14 54 50 42 88 10 96"],
    "E": ["50 4 12 6 12 96 52 94", "12 48 44 46"],
    "J": ["48 4 48 80 26 98 8 82"],
    "L": ["14 2 12 96 52 94"],
    "M": ["6 98 12 2 30 66 50 2 56 98"],
    "N": ["10 98 12 2 50 98 52 2"],
    "O": ["30 2 8 30 10 74 32 98 54 70 50 24 30 2"],
    "P": ["12 98 12 2 46 12 46 42 12 52"],
    "S": ["50 14 26 2 10 24 48 66 34 98 8 88"],
    "T": ["4 6 56 4", "30 5 28 98"],
    "?": ["8 24 26 2 50 20 42 42 28 60 28 76", "28 94 29 97"],
    "!": ["28 2 28 70", "28 92 29 96"],
    '"': ["16 2 12 26", "40 2 36 26"],
}
INITIALS = "ADEJLMNOPST"
WORDS = (
    "sick",
    "fever",
    "tired",
    "no nap",
    "grandma",
    "forgot",
    "trip",
    "not sure",
    "mal",
    "fiebre",
)
LATER = ("new word!", "slept well", "so funny", "ask about snack", "laughed a lot")


def written(by: Chance, words: str, left: float, top: float, height: float) -> list[Points]:
    """Return the strokes of words that begin here and are so high."""
    made: list[Points] = []
    x, drift = left, by.normal(0, 0.03)
    for sign in words:
        y = top + (x - left) * drift + by.normal(0, 0.03) * height
        slant = by.normal(0.08, 0.06)
        for stroke in _strokes(sign):
            bent = stroke + by.normal(0, 0.025, stroke.shape)
            across = x + (bent[:, 0] - slant * (bent[:, 1] - 1)) * height
            made.append(np.column_stack([across, y + bent[:, 1] * height]))
        x += height * (0.42 if sign == " " else 0.68 + by.normal(0, 0.04))
    return made


def _strokes(sign: str) -> Iterator[Points]:
    for drawn in _DRAWN.get(sign, ()):
        yield np.array(drawn.split(), dtype=float).reshape(-1, 2) / 100
