"""Cells of tables, as a family writes them."""

from datetime import date
from decimal import Decimal

import pytest

from homejournal.domain.charts import Table
from homejournal.texts.tables import table_text
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
    names = ("Day", "A", "B", "C", "D")
    table = Table(title="", columns=names, rows=(row,))
    assert table_text(table, wording_of(language)) == [list(names), told]
