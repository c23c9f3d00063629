"""How hard a password is to guess, and the recovery sheet: the journal's key as letters to print.

56 letters in 14 groups of four: 256 bits of the key and 24 bits of a check sum. The letters are
Crockford's (https://www.crockford.com/base32.html), where no two look alike.

The guess counts letters that say something new, and whole words. It knows no list of passwords, so
it can only be too kind to a famous one.
"""

import hashlib
import math
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from itertools import accumulate, pairwise, permutations

from homejournal.domain.papers.printed_sheets import Paper

LEAST_LETTERS = 6
MOST_LETTERS = 1000

_PARTS = re.compile(r"[^\W\d_]+|\d+|[\W_]")
_YEAR = re.compile(r"(19|20)\d\d")
_LEAST_WORD, _LONGEST_WORD = 3, 10
_OF_WORD, _MOST_OF_WORD = 2.6, 12.0
"""Bits of a letter in a word, where letters follow from each other, and of a usual whole word."""
_OF_LETTER, _OF_DIGIT, _OF_SIGN, _OF_GAP = math.log2(52), math.log2(10), 5.0, 1.0
_OF_YEAR, _OF_WORD_AGAIN = 6.0, 1.0
_GAPS = " -_.,"
_EASY, _FAIR, _HARD = 30.0, 42.0, 60.0


class Guess(Enum):
    """What is said of a password."""

    TOO_SHORT = "too_short"
    EASY = "easy"
    FAIR = "fair"
    HARD = "hard"
    VERY_HARD = "very_hard"


def how_hard(password: str) -> Guess:
    """Return how hard a password is to guess."""
    if len(password.strip()) < LEAST_LETTERS:
        return Guess.TOO_SHORT
    bits = _bits(password)
    limits = ((_EASY, Guess.EASY), (_FAIR, Guess.FAIR), (_HARD, Guess.HARD))
    return next((guess for limit, guess in limits if bits < limit), Guess.VERY_HARD)


def _bits(password: str) -> float:
    parts = _PARTS.findall(password.lower() if password.isupper() else password)
    seen: set[str] = set()
    bits = 0.0
    for part in parts:
        bits += _OF_WORD_AGAIN if part.lower() in seen else _bits_of(part)
        seen.add(part.lower())
    return bits


def _bits_of(part: str) -> float:
    if part.isdigit():
        return _OF_YEAR if _YEAR.fullmatch(part) else _new_signs(part) * _OF_DIGIT
    if not part.isalpha():
        return _OF_GAP if part in _GAPS else _OF_SIGN
    if len(part) < _LEAST_WORD:
        return _new_signs(part) * _OF_LETTER
    word = _new_signs(part) * _OF_WORD
    return word if len(part) > _LONGEST_WORD else min(word, _MOST_OF_WORD)


def _new_signs(part: str) -> int:
    """Count the signs that neither repeat the one before nor follow on it, as in aaa or 123."""
    return 1 + sum(abs(ord(now) - ord(before)) > 1 for before, now in pairwise(part))


_DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What is printed. The groups are the key: no log and no error message ever shows them."""

    groups: tuple[str, ...] = field(repr=False)
    number: str
    """Tells this sheet from one of another key; the window says it, too."""
    children: tuple[str, ...]
    """The first names by which a family knows which of its journals it is."""
    printed: date
    language: str = "en"
    paper: Paper = Paper.LETTER


@dataclass(frozen=True, slots=True)
class EarlierCopies:
    """How many copies open only with an earlier password, and the numbers of their sheets."""

    count: int
    sheets: tuple[str, ...] = ()


def sheet_number(begins: bytes) -> str:
    """Return the number of a sheet, by which a family knows which copies it opens.

    It follows from how a file of its key begins, which is no secret. Six digits without a gap read
    alike in every direction.
    """
    return f"{int.from_bytes(begins, 'big') % 10**_DIGITS:0{_DIGITS}d}"


LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 14
GROUP_LETTERS = 4
SECRET_BYTES = 32

_NEAR = 8
_FEW_DIGITS = 8
"""On a sheet about 17 of the 56 letters are digits; less than one in so many is on hardly any."""
_BITS = 5
_COUNT = GROUPS * GROUP_LETTERS
_SUM_BYTES = _COUNT * _BITS // 8 - SECRET_BYTES
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


class SheetTypoError(ValueError):
    """The letters typed are not those of the recovery sheet.

    `groups` are the numbers of the groups to look at again, counted from 1; empty if that is
    unknown. `letters` is how many letters were typed, if their number is wrong.
    """

    def __init__(self, groups: tuple[int, ...] = (), letters: int | None = None) -> None:
        super().__init__(groups, letters)
        self.groups = groups
        self.letters = letters


def groups_of(secret: bytes) -> tuple[str, ...]:
    """Return the groups to print for a key of 32 bytes."""
    number = int.from_bytes(secret + _sum(secret), "big")
    letters = [LETTERS[number >> shift & 31] for shift in range((_COUNT - 1) * _BITS, -1, -_BITS)]
    at = range(0, _COUNT, GROUP_LETTERS)
    return tuple("".join(letters[begin : begin + GROUP_LETTERS]) for begin in at)


def read_letters(typed: str) -> bytes:
    """Return the key that was printed; small letters, gaps and dashes are as good as any.

    Raises SheetTypoError.
    """
    letters = plain_letters(typed)
    wrong = {at // GROUP_LETTERS + 1 for at, letter in enumerate(letters) if letter not in LETTERS}
    if wrong:
        raise SheetTypoError(tuple(sorted(wrong)))
    if len(letters) != _COUNT:
        raise SheetTypoError(letters=len(letters))
    secret = _checked(letters)
    if secret is None:
        raise SheetTypoError(_groups_to_blame(letters))
    return secret


def is_meant_as_sheet(typed: str) -> bool:
    """Return whether letters that are on no sheet were meant as one: by their number or groups.

    A password has few digits, where a sheet has many.
    """
    runs = re.findall(r"[^\W_]+", typed)
    letters = "".join(runs)
    in_fours = sum(len(run) == GROUP_LETTERS for run in runs)
    of_length = abs(len(letters) - _COUNT) <= _NEAR
    in_groups = in_fours * 2 >= GROUPS and in_fours * 2 > len(runs)
    return (of_length or in_groups) and sum(map(str.isdecimal, letters)) * _FEW_DIGITS >= len(
        letters
    )


def plain_letters(typed: str) -> str:
    """Return what was typed as it is printed: capitals without gaps, look-alikes as meant."""
    wide = unicodedata.normalize("NFKC", typed)
    return "".join(_plain(one) for one in wide if one.isalnum()).translate(_ALIKE)


def place_of_group(typed: str, group: int) -> tuple[int, int]:
    """Return where a group begins and ends in what was typed; groups are counted from 1."""
    first, last = (group - 1) * GROUP_LETTERS + 1, group * GROUP_LETTERS
    counts = [*accumulate(len(plain_letters(one)) for one in typed)]
    return bisect_left(counts, first), bisect_left(counts, last) + 1


def _plain(letter: str) -> str:
    if letter.isdecimal():  # those of Arabic keyboards, too
        return str(unicodedata.decimal(letter))
    return letter.upper() if letter.isascii() else letter


def _checked(letters: str) -> bytes | None:
    number = 0
    for letter in letters:
        number = number << _BITS | LETTERS.index(letter)
    told = number.to_bytes(SECRET_BYTES + _SUM_BYTES, "big")
    secret = told[:SECRET_BYTES]
    return secret if told[SECRET_BYTES:] == _sum(secret) else None


def _sum(secret: bytes) -> bytes:
    return hashlib.sha256(b"homejournal recovery sheet 1" + secret).digest()[:_SUM_BYTES]


def _groups_to_blame(letters: str) -> tuple[int, ...]:
    """Return the groups where a single slip explains it all, if there is one.

    With 24 bits of check sum, about 1 in 8,000 answers is wrong.
    """
    found = {groups for groups, tried in _slips(letters) if _checked(tried) is not None}
    return found.pop() if len(found) == 1 else ()


def _slips(letters: str) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield each text that was meant if one slip was made, with the groups to look at again.

    A slip is a wrong letter, a group whose letters stand in another order, or a group that
    changed places with the next one.
    """
    for at, here in enumerate(letters):
        for other in LETTERS.replace(here, ""):
            yield (at // GROUP_LETTERS + 1,), letters[:at] + other + letters[at + 1 :]
    starts = range(0, _COUNT, GROUP_LETTERS)
    for group, at in enumerate(starts, start=1):
        end = at + GROUP_LETTERS
        for order in permutations(letters[at:end]):
            yield (group,), letters[:at] + "".join(order) + letters[end:]
    for group, (at, middle) in enumerate(pairwise(starts), start=1):
        end = middle + GROUP_LETTERS
        turned = letters[middle:end] + letters[at:middle]
        yield (group, group + 1), letters[:at] + turned + letters[end:]
