"""Cells of tables, as a family writes them."""

from datetime import date
from decimal import Decimal

import pytest

from homejournal.texts.progress_page import cell_text
from homejournal.texts.wording import wording_of


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["March 22, 2026", "1,200.5", "0", "", "well"]),
        ("es", ["22 de marzo de 2026", "1,200.5", "0", "", "well"]),
    ],
)
def test_days_and_numbers_stand_as_the_family_writes_them(language, told):
    row = (date(2026, 3, 22), Decimal("1200.50"), 0, None, "well")
    assert [cell_text(cell, wording_of(language)) for cell in row] == told
