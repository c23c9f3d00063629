"""How far the true rate of few tries could lie from the one that was counted.

Only for tries of one session, which are a sample and reasonably independent; never for planned
days, whose log is complete, and never for bites of many meals pooled over days.
"""

from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from homejournal.domain.errors import InvalidValueError, Reason

_Z = Decimal("1.959963984540054")
"""The normal distribution leaves 2.5 of 100 above this."""
_FOUR_DIGITS = Decimal("0.0001")
_NARROW = Context(prec=50, rounding=ROUND_HALF_UP)


def wilson(took: int, of: int) -> tuple[Decimal, Decimal]:
    """Return both ends of Wilson's 95 % score interval, from 0 to 1, rounded to four digits.

    It stays sensible for few tries and where none or all were taken. Wilson, "Probable inference,
    the law of succession, and statistical inference", Journal of the American Statistical
    Association 22 (1927), 209-212. Raises InvalidValueError unless 0 <= took <= of and of > 0.
    """
    if not 0 <= took <= of or of == 0:
        raise InvalidValueError("tries", Reason.OUT_OF_RANGE)
    with localcontext(_NARROW):
        square = _Z * _Z
        middle = took + square / 2
        reach = _Z * (Decimal(took * (of - took)) / of + square / 4).sqrt()
        whole = of + square
        low, high = (middle - reach) / whole, (middle + reach) / whole
        return (
            Decimal(0) if took == 0 else low.quantize(_FOUR_DIGITS).normalize(),
            Decimal(1) if took == of else high.quantize(_FOUR_DIGITS).normalize(),
        )
