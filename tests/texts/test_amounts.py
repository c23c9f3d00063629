"""A number with its unit: minutes and hours in the language of the page, other words as typed."""

from decimal import Decimal

import pytest

from homejournal.texts.labels import amount
from homejournal.texts.wording import wording_of


@pytest.mark.parametrize(
    ("language", "value", "unit", "said"),
    [
        ("en", 1, "minutes", "1 minute"),
        ("en", Decimal(30), "minutes", "30 minutes"),
        ("en", Decimal("0.5"), "hours", "0.5 hours"),
        ("en", Decimal("1.00"), "Hours", "1 hour"),
        ("en", 1, "horas", "1 hour"),
        ("es", 1, "hours", "1 hora"),
        ("es", 2, "minutes", "2 minutos"),
        ("ar", 3, "minutes", "3 دقائق"),
        ("ar", 11, "hours", "11 ساعة"),
        ("en", 1, "words", "1 (words)"),
        ("en", 2, "words", "2 words"),
        ("en", 1, "minutes of sleep", "1 (minutes of sleep)"),
        ("en", 7, None, "7"),
    ],
)
def test_an_amount(language, value, unit, said):
    wording = wording_of(language)
    digits = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
    assert amount(wording, value, unit).translate(digits) == said


def test_a_number_in_fewer_letters_keeps_its_unit():
    assert amount(wording_of("en"), 12_000, "minutes", "12k") == "12k minutes"
