"""What a message to somebody of the team says: asking for a meeting, and thanking.

A message is made of fixed sentences and two names, and so it can hold nothing else: no note, no
rating, no surname, no other child.
"""

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What the family wants to meet for."""

    PLAN = "plan"
    QUESTIONS = "questions"
    CHANGED = "changed"
    LESS = "less"
    SOONER = "sooner"
    INTERPRETER = "interpreter"
    RIGHT = "right"
    """No purpose by itself: that a family may ask for a review at any time (34 CFR 303.342(b))."""


class Opening(StrEnum):
    """How a family may begin to tell how it goes."""

    USING = "using"
    PLACE = "place"
    NEWS = "news"


class Thanks(StrEnum):
    """What a family may thank for: something that was done, and not how good somebody is."""

    TIME = "time"
    LISTENING = "listening"
    SHOWING = "showing"
    ANSWERING = "answering"
    COMING = "coming"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAsk:
    """Asking `person` for a meeting of the team about the plan of `child` (names, no surnames)."""

    person: str
    child: str
    purposes: tuple[Purpose, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThankYou:
    """Thanking `person`, from the family of `child`."""

    person: str
    child: str
    openings: tuple[Opening, ...] = ()
    thanks: tuple[Thanks, ...] = ()


Message = MeetingAsk | ThankYou


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message in words: a subject of one line, and the text."""

    subject: str
    text: str
