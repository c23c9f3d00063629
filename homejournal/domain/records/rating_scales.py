"""How a practice can be rated: four levels of help, three of how it went, numbers, tries.

The four help levels are a short form of prompt levels and are not validated; the help page says so.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.record import added
from homejournal.domain.text_rules import check_line

HELP_LEVELS = (1, 2, 3, 4)
"""1 a lot of help, 2 some help, 3 a little help, 4 on own."""
ON_OWN = HELP_LEVELS[-1]
WENT_LEVELS = (1, 2, 3)
"""1 hard, 2 okay, 3 well: the adult's view of the moment, not of the child."""
WELL = WENT_LEVELS[-1]
WHOLE_DIGITS = 15
DECIMAL_DIGITS = 12
"""A number has at most 15 digits before its point and 12 after it, so sums of it stay exact."""


class RatingKind(StrEnum):
    """What is rated."""

    HELP = "help"
    WENT = "went"
    NUMBER = "number"
    TRIES = "tries"
    NONE = "none"


class Better(StrEnum):
    """Which direction the family hopes for; it is said in words, never by colour alone."""

    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


class Per(StrEnum):
    """What a number belongs to: the day, of which the entries are added up, or each single time."""

    DAY = "day"
    TIME = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tries:
    """Took so many of so many offered; two numbers, never only a share."""

    took: int
    of: int

    def __post_init__(self) -> None:
        if not 0 <= self.took <= self.of < 2**31:
            raise InvalidValueError("tries", Reason.OUT_OF_RANGE)


Rating = int | Decimal | Tries
"""A level of help or of how it went, a number, or tries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """The family's own aim for a number, both ends included; an open end is None."""

    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        for end in (self.low, self.high):
            if end is not None and not _is_plain(end):
                raise InvalidValueError("aim", Reason.OUT_OF_RANGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingPlan:
    """How the practices of a strategy are rated while a plan step holds.

    `words` are the professional's own for the levels of help, lowest first, or none: they stand
    beside ours and change no number. `per` counts for numbers alone: levels and tries are of times.
    """

    kind: RatingKind
    unit: str | None = None
    better: Better | None = None
    aim: Aim | None = None
    words: tuple[str, ...] = ()
    per: Per = added(Per.DAY)

    def __post_init__(self) -> None:
        check_line("unit", self.unit)
        if len(self.words) not in {0, len(HELP_LEVELS)}:
            raise InvalidValueError("words", Reason.DOES_NOT_FIT)
        for word in self.words:
            check_line("words", word)

    @property
    def of_days(self) -> bool:
        """Return whether its numbers belong to the day, and not to a time."""
        return self.kind is RatingKind.NUMBER and self.per is Per.DAY

    def word(self, level: int) -> str:
        """Return the professional's word for a level of help, or nothing."""
        return self.words[level - 1] if self.words and self.kind is RatingKind.HELP else ""


def levels_of(kind: RatingKind | None) -> tuple[int, ...]:
    """Return the levels of an ordered rating, lowest first, or nothing for the other kinds."""
    match kind:
        case RatingKind.HELP:
            return HELP_LEVELS
        case RatingKind.WENT:
            return WENT_LEVELS
        case _:
            return ()


def check_rating(kind: RatingKind | None, rating: Rating | None) -> None:
    """Raise InvalidValueError unless the rating is one of its kind; no rating always fits."""
    if rating is None:
        return
    match kind:
        case RatingKind.HELP | RatingKind.WENT:
            fits = type(rating) is int and rating in levels_of(kind)
        case RatingKind.NUMBER:
            fits = type(rating) is Decimal and _is_plain(rating)
        case RatingKind.TRIES:
            fits = isinstance(rating, Tries)
        case _:
            fits = False
    if not fits:
        raise InvalidValueError("rating", Reason.DOES_NOT_FIT)


def _is_plain(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):  # "not a number" and the infinities have a letter there
        return False
    return not number or (number.adjusted() < WHOLE_DIGITS and exponent >= -DECIMAL_DIGITS)
