"""Heads of rows: a long name goes on in the next line, a very long one ends in dots."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView

from homejournal.ui.theme import px
from homejournal.ui.week_grid.table import NameHeads

LONG = "Wait with the cup until she looks or reaches"


@pytest.fixture
def heads(dressed, on_screen):
    table = QTableView()
    model = QStandardItemModel(3, 2, table)
    for row, name in enumerate(("Wait", LONG, LONG * 9)):
        model.setHeaderData(row, Qt.Orientation.Vertical, name)
    table.setModel(model)
    made = NameHeads(table)
    table.setVerticalHeader(made)
    made.setFixedWidth(px(190))
    on_screen(table)
    yield made
    table.deleteLater()  # held until here: it owns the heads


def test_a_row_is_as_high_as_its_name(heads):
    line = heads.fontMetrics().lineSpacing()
    heads.fit_rows(px(40))
    assert heads.sectionSize(0) == max(px(40), line + px(8))
    assert heads.sectionSize(1) == max(px(40), 2 * line + px(8))
    assert "".join(heads.lines(1)).replace(" ", "") == LONG.replace(" ", "")


def test_a_very_long_name_ends_in_dots(heads):
    lines = heads.lines(2)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
