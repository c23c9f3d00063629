"""What the person meant with each mark, and whether an answer about it is right."""

from enum import StrEnum
from typing import NamedTuple

from sheet_photos.sheets import Answer, Box


class Meant(StrEnum):
    """What a person who looks at a choice would say."""

    ANSWER = "answer"
    BLANK = "blank"
    ASK = "ask"
    """A person would ask whoever filled it in."""
    WRITTEN = "written"
    """A number, tries or strokes: something is written, and somebody types it."""


class Told(NamedTuple):
    """One choice: what was meant, by which kind of mark, and where its ink is in millimeters."""

    row: int | None
    day: int
    meant: Meant
    kind: str
    answer: Answer | None = None
    plain: bool = False
    """Whether any person reads it at once."""
    ink: Box | None = None
    pen: str = ""
    """The pen of a plain mark."""


class Said(NamedTuple):
    """What the program read of a choice: an answer, nothing at all, or a question."""

    answer: Answer | None = None
    asks: bool = False


class Verdict(StrEnum):
    """How what was read compares with what was meant."""

    RIGHT = "right"
    ASKED = "asked"
    WRONG = "wrong"


def verdict(told: Told, said: Said) -> Verdict:
    """Compare: a question is never wrong, and never silent."""
    if said.asks:
        return Verdict.ASKED
    match told.meant:
        case Meant.ANSWER:
            right = said.answer == told.answer
        case Meant.BLANK:
            right = said.answer is None
        case _:
            right = False
    return Verdict.RIGHT if right else Verdict.WRONG
