"""Days as Qt tables, which Qt itself looks over while they change."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt

from homejournal.ui.widgets.days.day_models import (
    DAY_ROLE,
    SHOWN_ROLE,
    DayRow,
    DayRowsModel,
    WeeksModel,
)
from tests.ui.widgets.days.days_shown import a_day, days_from, march, spoken, weekday

_Role = Qt.ItemDataRole
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
MONDAY = date(2026, 2, 23)
DAYS = days_from(march(1), 31)


@pytest.fixture
def weeks(qapp):
    made = WeeksModel(weekday, spoken)
    made.show_days(DAYS, MONDAY, 6, (march(3), march(28)))
    return made


@pytest.fixture
def rows(qapp):
    made = DayRowsModel(lambda day: str(day.day), lambda name, shown: f"{name}: {spoken(shown)}")
    several = [
        DayRow(id=place, name=name, days=days_from(march(1 + place), 20 + place))
        for place, name in enumerate(("Two choices", "Sign more"))
    ]
    made.show_rows(several, [march(day) for day in range(1, 32)])
    return made


def test_qt_finds_nothing_wrong_with_weeks(qtmodeltester):
    model = WeeksModel(weekday, spoken)
    qtmodeltester.check(model)
    for weeks in (6, 1, 0, 4):
        model.show_days(DAYS, MONDAY, weeks, (march(3), march(28)))
    qtmodeltester.check(model)


def test_qt_finds_nothing_wrong_with_rows(rows, qtmodeltester):
    qtmodeltester.check(rows)
    rows.show_rows([], [])
    rows.show_rows([DayRow(id=1, name="Alone")], [march(1)])
    qtmodeltester.check(rows)


def test_a_cell_of_a_week_is_a_day_with_its_state(weeks):
    index = weeks.index_of(march(4))
    assert (index.row(), index.column()) == (1, 2)
    assert index.data(DAY_ROLE) == march(4)
    assert index.data(SHOWN_ROLE) == DAYS[march(4)]
    assert index.data() == "4"
    assert index.data(_Role.AccessibleTextRole) == spoken(DAYS[march(4)])
    assert index.data(_Role.FontRole) is None
    assert weeks.flags(index) & Qt.ItemFlag.ItemIsEnabled


@pytest.mark.parametrize("day", [MONDAY, march(2), march(29), date(2026, 4, 5)])
def test_days_beside_the_period_have_a_number_and_nothing_else(weeks, day):
    index = weeks.index_of(day)
    assert index.data(DAY_ROLE) == day
    assert index.data() == str(day.day)
    assert index.data(SHOWN_ROLE) is None
    assert index.data(_Role.ToolTipRole) is None
    assert not weeks.flags(index)


def test_a_day_of_the_period_without_a_state_is_heard_by_its_date(weeks):
    weeks.show_days({}, MONDAY, 6, (march(3), march(28)))
    index = weeks.index_of(march(4))
    assert index.data(_Role.AccessibleTextRole) == "Wed 4"
    assert index.data(SHOWN_ROLE) is index.data(_Role.ToolTipRole) is None
    assert weeks.flags(index) & Qt.ItemFlag.ItemIsEnabled


def test_a_day_that_is_not_shown_has_no_cell(weeks):
    assert not weeks.index_of(MONDAY - timedelta(1)).isValid()
    assert not weeks.index_of(date(2026, 4, 6)).isValid()
    assert weeks.data(QModelIndex()) is None
    assert not weeks.flags(QModelIndex())


def test_heads_of_weeks_are_short_names_of_days(weeks):
    assert [weeks.headerData(place, ACROSS) for place in (0, 6)] == ["Mon", "Sun"]
    assert weeks.headerData(0, ACROSS, _Role.FontRole) is None
    assert [weeks.headerData(place, ACROSS) for place in (-1, 7)] == [None, None]
    assert weeks.headerData(0, DOWN) is None


def test_a_cell_of_a_row_says_its_row_and_its_day(rows):
    index = rows.place_of(1, march(4))
    assert (index.row(), index.column()) == (1, 3)
    shown = a_day(march(4), 2)
    assert index.data(SHOWN_ROLE) == shown
    assert index.data(DAY_ROLE) == march(4)
    for role in (_Role.DisplayRole, _Role.AccessibleTextRole, _Role.ToolTipRole):
        assert index.data(role) == f"Sign more: {spoken(shown)}"
    assert index.data(_Role.FontRole) is None


def test_a_day_that_a_row_does_not_have_is_empty(rows):
    index = rows.place_of(1, march(1))
    assert index.data(DAY_ROLE) == march(1)
    assert index.data(SHOWN_ROLE) is index.data() is None


def test_what_is_not_shown_has_no_place(rows):
    assert not rows.place_of(7, march(1)).isValid()
    assert not rows.place_of(1, date(2026, 4, 1)).isValid()
    assert rows.data(QModelIndex()) is None


def test_rows_have_names_and_columns_have_days(rows):
    assert rows.headerData(30, ACROSS) == "31"
    assert rows.headerData(30, ACROSS, _Role.ToolTipRole) is None
    assert rows.headerData(1, DOWN) == rows.headerData(1, DOWN, _Role.ToolTipRole) == "Sign more"
    assert rows.headerData(1, DOWN, _Role.FontRole) is None
    for section, orientation in ((31, ACROSS), (-1, ACROSS), (2, DOWN), (-1, DOWN)):
        assert rows.headerData(section, orientation) is None
    assert rows.row_at(0).name == "Two choices"


def test_a_cell_has_no_cells_below_it(rows, weeks):
    for model in (rows, weeks):
        inner = model.index(0, 0)
        assert (model.rowCount(inner), model.columnCount(inner)) == (0, 0)
