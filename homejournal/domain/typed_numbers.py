"""Numbers as people type them: a comma or a point, digits of any script, halves."""

import unicodedata
from decimal import Decimal

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
