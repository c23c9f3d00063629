"""What is typed into a cell of a week: ratings as digits, a letter for not today or left out.

Several times stand one after the other: "12" or "1 2" are two levels, "5 5.5" two numbers. Which
letter means what is a matter of the language, so it is handed in.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from homejournal.domain.records.codec import decimal_text
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import Rating, RatingKind, Tries, levels_of
from homejournal.domain.text_rules import plain_digits, read_number
from homejournal.domain.week_grid.grid import WeekCell

MOST_TIMES = 20
"""So many times a day at most can be typed into one cell."""
MOST_NUMBER = 999_999
MOST_DECIMALS = 2
_TRIES = re.compile(r"(\d{1,6})/(\d{1,6})")
_PARTED = re.compile(r"[\s;+]+")
_STROKES = re.compile(r"(\d{1,6})[x×]?")


class Answer(StrEnum):
    """What one letter says beside the reasons why a day is left out."""

    DID_IT = "did_it"
    NOT_TODAY = "not_today"


Letters = Mapping[str, Answer | LeftOutReason]
"""What each letter of a language says; small letters."""


class CellFault(StrEnum):
    """Why what was typed cannot be read."""

    LETTER = "letter"
    LEVEL = "level"
    NUMBER = "number"
    TRIES = "tries"
    STROKES = "strokes"
    TOO_MANY = "too_many"
    TWO_ANSWERS = "two_answers"


class UnreadableCellError(Exception):
    """What was typed says nothing in this cell."""

    def __init__(self, fault: CellFault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True, kw_only=True)
class CellWish:
    """What a cell is to say: each time with its rating or None, then a mark for what is open.

    With neither it is to say nothing.
    """

    times: tuple[Rating | None, ...] = ()
    mark: MarkKind | None = None
    reason: LeftOutReason | None = None


BLANK = CellWish()


def wish_of(answer: Answer | LeftOutReason) -> CellWish:
    """Return what one letter says."""
    match answer:
        case Answer.DID_IT:
            return CellWish(times=(None,))
        case Answer.NOT_TODAY:
            return CellWish(mark=MarkKind.NOT_TODAY)
        case _:
            return CellWish(mark=MarkKind.LEFT_OUT, reason=answer)


def answer_of(mark: DayMark) -> Answer | LeftOutReason:
    """Return which letter stands for a mark."""
    if mark.mark is MarkKind.NOT_TODAY:
        return Answer.NOT_TODAY
    return mark.reason or LeftOutReason.OTHER


def read_cell(text: str, kind: RatingKind, letters: Letters) -> CellWish:
    """Return what a text says where this kind is rated; raises UnreadableCellError."""
    times: list[Rating | None] = []
    mark = BLANK
    for part in _parts(text):
        if mark is not BLANK:
            raise UnreadableCellError(CellFault.TWO_ANSWERS)
        answer = letters.get(part)
        if answer is None:
            times += _rated(part, kind)
        elif answer is Answer.DID_IT:
            times.append(None)
        else:
            mark = wish_of(answer)
    if len(times) > MOST_TIMES:
        raise UnreadableCellError(CellFault.TOO_MANY)
    if times and mark.mark is MarkKind.LEFT_OUT:
        raise UnreadableCellError(CellFault.TWO_ANSWERS)
    return CellWish(times=tuple(times), mark=mark.mark, reason=mark.reason)


def is_whole(letter: str, kind: RatingKind, letters: Letters) -> bool:
    """Say whether one letter or digit is all that a cell needs, so that typing can go on."""
    part = plain_digits(letter.strip().casefold())
    if part in letters:
        return True
    levels = levels_of(kind)
    return part in {str(level) for level in levels} or (kind is RatingKind.NONE and part == "1")


def cell_text(cell: WeekCell, letters: Letters) -> str:
    """Return what stands in a cell as it could be typed."""
    letter_of = {answer: letter for letter, answer in letters.items()}
    did = letter_of.get(Answer.DID_IT, "")
    ratings = [one.rating for one in cell.practices]
    said = [rating_text(rating, did) for rating in ratings]
    if cell.rating.kind is RatingKind.NONE and len(said) > 1 and set(ratings) == {None}:
        said = [str(len(said))]
    if cell.mark is not None:
        said.append(letter_of.get(answer_of(cell.mark), ""))
    return " ".join(said)


def rating_text(rating: Rating | None, did_it: str) -> str:
    """Return a rating as it is typed; without one, the letter for "did it"."""
    if rating is None:
        return did_it
    if isinstance(rating, Tries):
        return f"{rating.took}/{rating.of}"
    return str(rating) if isinstance(rating, int) else decimal_text(rating)


def _parts(text: str) -> list[str]:
    plain = re.sub(r"\s*/\s*", "/", plain_digits(text.strip().casefold()))
    return [part for part in _PARTED.split(plain) if part]


def _rated(part: str, kind: RatingKind) -> Iterator[Rating | None]:
    """Yield the ratings that a part of a text says, or one time for each stroke."""
    if not any(letter.isdigit() for letter in part) and part not in {"½", "¼", "¾"}:
        raise UnreadableCellError(CellFault.LETTER)
    match kind:
        case RatingKind.HELP | RatingKind.WENT:
            yield from _levels(part, kind)
        case RatingKind.NUMBER:
            number = read_number(part, MOST_DECIMALS)
            if number is None or number > MOST_NUMBER:
                raise UnreadableCellError(CellFault.NUMBER)
            yield number
        case RatingKind.TRIES:
            yield _tries(part)
        case _:
            yield from _strokes(part)


def _levels(part: str, kind: RatingKind) -> Iterator[int]:
    known = {str(level): level for level in levels_of(kind)}
    for digit in part.replace(",", ""):
        if digit not in known:
            raise UnreadableCellError(CellFault.LEVEL)
        yield known[digit]


def _tries(part: str) -> Tries:
    found = _TRIES.fullmatch(part)
    if found is None or int(found[1]) > int(found[2]):
        raise UnreadableCellError(CellFault.TRIES)
    return Tries(took=int(found[1]), of=int(found[2]))


def _strokes(part: str) -> Iterator[None]:
    found = _STROKES.fullmatch(part)
    if found is None or not int(found[1]):
        raise UnreadableCellError(CellFault.STROKES)
    if int(found[1]) > MOST_TIMES:
        raise UnreadableCellError(CellFault.TOO_MANY)
    yield from [None] * int(found[1])
