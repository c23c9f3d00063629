"""What people type: length, characters that no record can hold, and numbers in any script."""

import re
import unicodedata
from decimal import Decimal

from homejournal.domain.errors import InvalidValueError, Reason

_POINTS = {",": ".", "٫": ".", "،": "."}
_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


def plain_digits(text: str) -> str:
    """Return a text in which the digits of every script are 0 to 9."""
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in text)


def read_number(text: str, places: int = 2) -> Decimal | None:
    """Read a number with a comma or a point, digits of any script, and halves such as 1½.

    Returns None for what is not a plain number or has more than ``places`` decimals.
    """
    whole = plain_digits(text.strip())
    part = _PARTS.get(whole[-1:], Decimal(0))
    plain = "".join(_POINTS.get(letter, letter) for letter in (whole[:-1] if part else whole))
    if not plain.replace(".", "", 1).isdecimal() and not (part and not plain):
        return None
    number = Decimal(plain or "0") + part
    return number if -int(number.as_tuple().exponent) <= places else None


NAME_LETTERS = 200
LINE_LETTERS = 2_000
TEXT_LETTERS = 200_000

# C0 controls but tab, line feed and carriage return; lone surrogates cannot be stored as UTF-8.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def check_name(field: str, value: str) -> None:
    """Raise InvalidValueError unless the text can be a name: not blank, at most 200 letters."""
    if not value.strip():
        raise InvalidValueError(field, Reason.EMPTY)
    _check(field, value, NAME_LETTERS)


def with_number(name: str, number: int) -> str:
    """Return a name with the number that tells it from another one like it; it can still be one."""
    mark = f" ({number})"
    return f"{name[: NAME_LETTERS - len(mark)]}{mark}"


def check_line(field: str, value: str | None) -> None:
    """Raise InvalidValueError unless the text fits a line of a form: at most 2,000 letters."""
    if value:
        _check(field, value, LINE_LETTERS)


def check_text(field: str, value: str | None) -> None:
    """Raise InvalidValueError unless the text fits a note: at most 200,000 letters."""
    if value:
        _check(field, value, TEXT_LETTERS)


def check_written(field: str, value: str) -> None:
    """Raise InvalidValueError unless something is written and fits a note."""
    if not value.strip():
        raise InvalidValueError(field, Reason.EMPTY)
    _check(field, value, TEXT_LETTERS)


def folded(name: str) -> str:
    """Return a name for comparing: case and the width of blanks do not tell two names apart."""
    return " ".join(name.casefold().split())


def _check(field: str, value: str, letters: int) -> None:
    if len(value) > letters:
        raise InvalidValueError(field, Reason.TOO_LONG, letters)
    if _FORBIDDEN.search(value):
        raise InvalidValueError(field, Reason.CONTROL_CHARACTER)
