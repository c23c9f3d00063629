"""The journal's key as letters to print, and read again from what somebody typed.

56 letters in 14 groups of four: 256 bits of the key and 24 bits of a check sum. The letters are
Crockford's (https://www.crockford.com/base32.html), where no two look alike.
"""

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate, pairwise, permutations

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
    """What was typed is not what was printed.

    `groups` are the numbers of the groups to look at again, counted from 1; none where it cannot
    be told which. `letters` is how many letters were typed, where they are not as many as printed.
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
    wrong = {at // GROUP_LETTERS + 1 for at, one in enumerate(letters) if one not in LETTERS}
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
    for one in letters:
        number = number << _BITS | LETTERS.index(one)
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
