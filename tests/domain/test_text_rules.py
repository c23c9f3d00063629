"""Numbers are read as people type them, and nothing else is."""

from decimal import Decimal

import pytest

from homejournal.domain.text_rules import plain_digits, read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", "3"),
        (" 1.5 ", "1.5"),
        ("1,5", "1.5"),
        ("1½", "1.5"),
        ("½", "0.5"),
        ("٢٫٥", "2.5"),
        ("007", "7"),
        ("1.", "1"),
    ],
)
def test_numbers_are_read_as_families_write_them(text, number):
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "x", "1.2.3", "-1", "1e9", "NaN", "1½2", "½½", "٣x", "1.234", "²"]
)
def test_what_is_no_plain_number_is_not_read(text):
    assert read_number(text) is None


def test_digits_of_every_script_are_the_same():
    assert plain_digits("٣/5 n") == "3/5 n"
