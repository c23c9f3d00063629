"""The table beside a chart as a Qt table that says a cell only when it is looked at."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt

from homejournal.domain.looking_back.chart_series import Table
from homejournal.texts.progress_page import cell_text
from homejournal.texts.wording import wording_of
from homejournal.ui.widgets.charts.data_table import TableModel

_Role = Qt.ItemDataRole
ACROSS = Qt.Orientation.Horizontal
LONG = "Bath, teeth, pajamas and the long story about the very small red tractor"
TABLE = Table(
    title="Sign more",
    columns=("Week from", "Note", "n", "Median"),
    rows=(
        (date(2026, 3, 2), LONG, 1200, None),
        (date(2026, 3, 9), "short", 0, Decimal("2.5")),
        (date(2026, 3, 16), None, None, None),
    ),
)


def said(cell):
    return cell_text(cell, wording_of("en"))


@pytest.fixture
def model(qapp):
    made = TableModel(said)
    made.show_table(TABLE)
    return made


def test_qt_finds_nothing_wrong_with_the_model(qtmodeltester):
    model = TableModel(said)
    qtmodeltester.check(model)
    model.show_table(TABLE)
    model.show_table(Table(title="", columns=("n",), rows=()))
    model.show_table(TABLE)
    qtmodeltester.check(model)


def test_days_and_numbers_are_said_as_the_family_writes_them(model):
    cells = [[model.index(row, column).data() for column in range(4)] for row in range(3)]
    assert cells == [
        ["March 2, 2026", LONG, "1,200", ""],
        ["March 9, 2026", "short", "0", "2.5"],
        ["March 16, 2026", "", "", ""],
    ]
    assert model.index(0, 2).data(_Role.AccessibleTextRole) == "1,200"
    assert model.table is TABLE


def test_text_rows_are_all_rows_or_those_asked_for_below_the_names(model):
    assert model.text_rows()[0] == list(TABLE.columns)
    assert [row[0] for row in model.text_rows()] == [
        "Week from",
        "March 2, 2026",
        "March 9, 2026",
        "March 16, 2026",
    ]
    assert model.text_rows([2, 0])[1:] == [
        ["March 16, 2026", "", "", ""],
        ["March 2, 2026", LONG, "1,200", ""],
    ]
    assert model.text_rows([]) == [list(TABLE.columns)]


def test_only_long_words_have_a_tool_tip(model):
    tips = [model.index(row, 1).data(_Role.ToolTipRole) for row in range(3)]
    assert tips == [LONG, None, None]
    assert model.index(0, 2).data(_Role.ToolTipRole) is None
    assert model.index(0, 2).data(_Role.FontRole) is None


def test_numbers_stand_at_the_end_and_their_heads_too(model):
    end = [bool(model.index(1, column).data(_Role.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight)
           for column in range(4)]  # fmt: skip
    assert end == [False, False, True, True]
    heads = [model.headerData(column, ACROSS, _Role.TextAlignmentRole) for column in range(4)]
    assert [bool(head & Qt.AlignmentFlag.AlignRight) for head in heads] == end


def test_columns_have_names_and_rows_none(model):
    assert model.headerData(0, ACROSS) == model.headerData(0, ACROSS, _Role.ToolTipRole)
    assert model.headerData(0, ACROSS) == "Week from"
    assert model.headerData(0, ACROSS, _Role.FontRole) is None
    assert [model.headerData(column, ACROSS) for column in (-1, 4)] == [None, None]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_a_cell_is_said_only_when_it_is_looked_at(qapp):
    asked = []
    model = TableModel(lambda cell: asked.append(cell) or str(cell))
    model.show_table(Table(title="", columns=("n",), rows=tuple((n,) for n in range(10_000))))
    assert model.rowCount() == 10_000
    assert asked == []
    assert model.index(9_999, 0).data() == "9999"
    assert asked == [9_999]


def test_nothing_is_below_a_cell_or_outside_the_table(model):
    inner = model.index(0, 0)
    assert (model.rowCount(inner), model.columnCount(inner)) == (0, 0)
    assert model.data(QModelIndex()) is None
