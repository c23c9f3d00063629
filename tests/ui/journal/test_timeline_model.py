"""The timeline as a Qt list: paged, narrowed, kept in place, and said as a whole."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from homejournal.domain.journal.timeline import TimelineFilter
from homejournal.services.days.days import PracticeTold
from homejournal.texts.wording import wording_of
from homejournal.ui.journal.entry_list import FIRST_PAGE, NEXT_PAGE, Source, TimelineModel

MANY = FIRST_PAGE + NEXT_PAGE + 7


@pytest.fixture
def model(house, qapp):
    journal = house.journal
    source = Source(journal.timeline, journal.family, wording_of("en"), journal.today)
    return TimelineModel(source)


@pytest.fixture
def asked(house):
    return TimelineFilter(child=house.child.id)


def write_many(house, count=MANY):
    strategy = house.plan("Two choices", start=date(2025, 1, 1))
    today = house.journal.today()
    for number in range(count):
        told = PracticeTold(rating=1 + number % 4, helper=house.mom.id)
        house.journal.days.did_it(strategy, today - timedelta(days=number // 3), told)
    return strategy


def test_qt_finds_nothing_wrong_with_the_model(house, model, asked, qtmodeltester):
    write_many(house, 12)
    model.ask(asked)
    qtmodeltester.check(model)


def test_the_list_reads_on_until_everything_was_read(house, model, asked):
    write_many(house)
    model.ask(asked)
    assert model.rowCount() == FIRST_PAGE
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == MANY
    days = [entry.record.day for entry in model.entries]
    assert days == sorted(days, reverse=True)
    assert len({entry.record.id for entry in model.entries}) == MANY


def test_only_the_first_row_of_a_day_begins_it(house, model, asked):
    write_many(house, 9)
    model.ask(asked)
    assert [model.row(at).begins_day for at in range(9)] == [True, False, False] * 3


def test_a_row_is_read_aloud_as_a_whole(house, model, asked):
    write_many(house, 1)
    model.ask(asked)
    index = model.index(0)
    words = "Sunday, March 22, 2026 · Two choices · a lot of help · Mom"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == words
    assert isinstance(index.data(Qt.ItemDataRole.DisplayRole), str)


def test_reading_again_changes_only_the_rows_that_differ(house, model, asked, qtbot):
    write_many(house, 30)
    model.ask(asked)
    kept = QPersistentModelIndex(model.index(20))
    first = model.entries[0].record
    record = kept.data(Qt.ItemDataRole.UserRole).record.id
    house.journal.records.delete(first.id)
    with qtbot.assertNotEmitted(model.modelReset):
        model.ask_again()
    assert kept.row() == 19
    assert kept.data(Qt.ItemDataRole.UserRole).record.id == record
    edited = replace(model.entries[5].record, rating=4)
    house.journal.days.edit(edited)
    model.ask_again()
    assert model.entries[5].record == edited
    assert model.rowCount() == 29


def test_reading_again_keeps_all_that_was_read(house, model, asked):
    write_many(house)
    model.ask(asked)
    model.fetchMore(QModelIndex())
    model.ask_again()
    assert model.rowCount() == FIRST_PAGE + NEXT_PAGE
    assert model.canFetchMore(QModelIndex())
