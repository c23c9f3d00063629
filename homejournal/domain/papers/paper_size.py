"""The size of the sheet that a paper is made for."""

from enum import StrEnum


class Paper(StrEnum):
    """The sheet of paper a page is made for."""

    LETTER = "letter"
    A4 = "a4"
