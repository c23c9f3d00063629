"""How often each kind of mark and of photo is made.

The mix was fixed before any reader was tried on it. Who changes it begins a new count of figures.
"""

from collections.abc import Mapping
from enum import StrEnum

Weights = Mapping[str, float]


class Hardness(StrEnum):
    """How much stands against whoever reads a photo."""

    EASY = "easy"
    USUAL = "usual"
    HARD = "hard"


HARDNESS: Weights = {"easy": 30, "usual": 50, "hard": 20}

PLAIN: Weights = {
    "tick": 46,
    "big tick": 10,
    "cross": 12,
    "line": 5,
    "dot": 3,
    "filled box": 5,
    "zigzag": 3,
    "circle around the box": 3,
    "ring in the box": 2,
    "initial": 3,
    "tick and initial": 7,
    "tiny tick": 3,
    "star or smile": 1,
}
"""What any person reads at once, as long as its ink does not reach into another box."""
REACHES = "reaches another box"
"""A plain mark becomes this where much of its ink is in a box that was not meant."""

ODD: Weights = {
    "beside the box": 10,
    "between two boxes": 4,
    "scribbled out, another ticked": 20,
    "struck, another ticked": 8,
    "covered in white, another ticked": 4,
    "rubbed out": 6,
    "rubbed out, another ticked": 6,
    "faint pencil": 12,
    "pale color": 5,
    "dry pen": 4,
    "two ticks": 8,
    "tick and speck": 5,
    "tick with a question": 3,
    "ditto": 3,
    "words alone": 4,
}
ODD_SHARE = 0.10
"""Of the choices that a person fills in."""
BLANK_ODD: Weights = {"empty": 92, "speck": 5, "crumb": 3}
"""What stands in a choice that was left empty."""
EMPTY = "empty"

DAY_WORDS = "words and a line through the day"
DAY_TICKED = "day ticked"
LINE_OF_DAYS = "one line through many days"
WRITTEN = {"number": "number written", "tries": "took of written", "strokes": "strokes"}

SICK_DAY, WORDS_DAY, LINE_SHEET, EMPTY_SHEET = 0.05, 0.02, 0.04, 0.03
"""Of days, and of sheets."""

HANDS: Weights = {"one": 70, "two": 25, "many": 5}
PENS: Weights = {
    "blue ballpoint": 34,
    "black ballpoint": 24,
    "black gel": 8,
    "blue gel": 7,
    "red pen": 5,
    "green pen": 3,
    "purple gel": 2,
    "pencil": 6,
    "felt tip": 6,
    "marker": 3,
    "crayon": 2,
}
FAINT, PALE, DRY = "faint pencil", "pale color", "dry pen"

PAPERS: Mapping[Hardness, Weights] = {
    Hardness.EASY: {"flat": 75, "curled a little": 15, "copied": 10},
    Hardness.USUAL: {
        "flat": 25,
        "curled": 25,
        "folded": 22,
        "folded in four": 8,
        "copied": 12,
        "stained": 5,
        "hole": 3,
    },
    Hardness.HARD: {
        "folded in four": 20,
        "crumpled": 26,
        "curled much": 14,
        "copied twice": 10,
        "filled, then copied": 14,
        "coffee": 12,
        "colored paper": 4,
    },
}
LIGHTS: Mapping[Hardness, Weights] = {
    Hardness.EASY: {"even": 65, "window": 35},
    Hardness.USUAL: {
        "even": 15,
        "window": 35,
        "shadow of the phone": 22,
        "warm lamp": 18,
        "evening": 10,
    },
    Hardness.HARD: {
        "shadow of the phone": 22,
        "flash": 22,
        "night": 26,
        "sun through blinds": 14,
        "warm lamp": 16,
    },
}
LENSES: Mapping[Hardness, Weights] = {
    Hardness.EASY: {"sharp": 100},
    Hardness.USUAL: {"sharp": 72, "a little soft": 22, "a little moved": 6},
    Hardness.HARD: {"sharp": 30, "soft": 26, "moved": 24, "soft on one side": 20},
}
COVERED: Mapping[Hardness, Weights] = {
    Hardness.EASY: {"nothing": 90, "magnet": 10},
    Hardness.USUAL: {"nothing": 70, "magnet": 20, "thumb": 10},
    Hardness.HARD: {"nothing": 50, "magnet": 20, "thumb": 15, "code covered": 15},
}
PHONES: Mapping[Hardness, Weights] = {
    Hardness.EASY: {"12 MP": 45, "8 MP": 45, "5 MP": 10},
    Hardness.USUAL: {"12 MP": 20, "8 MP": 45, "5 MP": 20, "3 MP": 5, "sent by a messenger": 10},
    Hardness.HARD: {"12 MP": 12, "8 MP": 28, "5 MP": 25, "3 MP": 15, "sent by a messenger": 20},
}
