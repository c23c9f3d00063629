"""What a message to somebody of the team says: asking for a meeting, and thanking.

A message is made of fixed sentences and two names, and so it can hold nothing else: no note, no
rating, no surname, no other child.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What the family wants to meet for."""

    PLAN = "plan"
    QUESTIONS = "questions"
    CHANGED = "changed"
    LESS = "less"
    SOONER = "sooner"
    RIGHT = "right"
    """No purpose by itself: that a family may ask at any time (34 CFR 303.342(b))."""


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


def other_language(written: str | None, ours: str, spoken: Collection[str]) -> str | None:
    """Return the language a message is needed in beside ours: a person's, if it is `spoken`.

    `written` is what the journal holds of the person's language, `spoken` the codes of the
    languages that messages can be made in; a region counts for nothing ("es-MX").
    """
    code = (written or "").replace("_", "-").partition("-")[0].strip().casefold()
    return code if code in spoken and code != ours else None
