"""How hard a password is to guess, roughly: enough to say something useful while it is typed.

It counts letters that say something new, and whole words. It knows no list of passwords, so it can
only be too kind to a famous one.
"""

import math
import re
from enum import Enum
from itertools import pairwise

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
