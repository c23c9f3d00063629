"""The timeline as a Qt list: paged, narrowed, kept in place, and said as a whole."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.services.days.days import PracticeTold
from homejournal.texts.wording import wording_of
from homejournal.ui.journal.model import FIRST_PAGE, NEXT_PAGE, ROW_ROLE, Source, TimelineModel

MANY = FIRST_PAGE + NEXT_PAGE + 7


@pytest.fixture
def model(house, qapp):
    journal = house.journal
    source = Source(journal.timeline, journal.family, wording_of("en"), journal.today)
    return TimelineModel(source)


@pytest.fixture
def asked(house):
    return EntryFilter(child=house.child.id)


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
    assert len(model.entries) == FIRST_PAGE
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert len(model.entries) == MANY
    assert model.rowCount() == MANY + len({entry.record.day for entry in model.entries})
    days = [entry.record.day for entry in model.entries]
    assert days == sorted(days, reverse=True)
    assert len({entry.record.id for entry in model.entries}) == MANY


def test_each_day_stands_under_its_heading_which_nobody_can_choose(house, model, asked):
    write_many(house, 9)
    model.ask(asked)
    rows = [model.row(at) for at in range(model.rowCount())]
    assert [row and row.begins_day for row in rows] == [None, True, False, False] * 3
    assert [model.heading(at) for at in (0, 1)] == ["Sunday, March 22", ""]
    assert model.index(0).data() == "Sunday, March 22"
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.index(1).flags() & Qt.ItemFlag.ItemIsEnabled
    assert model.first_row().row() == 1


def test_the_list_can_begin_at_an_old_day_and_reads_on_both_ways(house, model, asked):
    write_many(house, NEXT_PAGE * 2)
    model.ask(asked)
    day = house.journal.today() - timedelta(days=100)
    model.ask(asked, day)
    assert model.entries[0].record.day == day
    assert model.has_newer
    kept = QPersistentModelIndex(model.index(20))
    shown = kept.data()
    rows = model.fetch_newer()
    assert (kept.data(), kept.row()) == (shown, 20 + rows)
    assert len(model.entries) == FIRST_PAGE + NEXT_PAGE
    assert model.has_newer
    model.fetch_newer()
    assert not model.has_newer
    assert model.fetch_newer() == 0
    assert model.entries[0].record.day == house.journal.today()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    ids = [entry.record.id for entry in model.entries]
    assert len(set(ids)) == len(ids) == NEXT_PAGE * 2
    headings = [model.heading(at) for at in range(model.rowCount()) if model.heading(at)]
    assert len(set(headings)) == len(headings)


def test_an_empty_list_has_no_first_row(house, model, asked):
    model.ask_again()
    assert model.fetch_newer() == 0
    model.ask(asked)
    assert not model.first_row().isValid()


def test_a_row_is_read_aloud_as_a_whole(house, model, asked):
    write_many(house, 1)
    model.ask(asked)
    index = model.index(1)
    words = "Sunday, March 22, 2026 · Two choices · a lot of help · Mom"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == words
    assert isinstance(index.data(Qt.ItemDataRole.DisplayRole), str)


def test_reading_again_changes_only_the_rows_that_differ(house, model, asked, qtbot):
    write_many(house, 20)
    model.ask(asked)
    kept = QPersistentModelIndex(model.index(14))
    first = model.entries[0].record
    record = kept.data(ROW_ROLE).record.id
    house.journal.records.delete(first.id)
    with qtbot.assertNotEmitted(model.modelReset):
        model.ask_again()
    assert kept.row() == 13
    assert kept.data(ROW_ROLE).record.id == record
    edited = replace(model.entries[5].record, rating=4)
    house.journal.days.edit(edited)
    model.ask_again()
    assert model.entries[5].record == edited
    assert len(model.entries) == 19


def test_reading_again_keeps_all_that_was_read(house, model, asked):
    write_many(house)
    model.ask(asked)
    model.fetchMore(QModelIndex())
    model.ask_again()
    assert len(model.entries) == FIRST_PAGE + NEXT_PAGE
    assert model.canFetchMore(QModelIndex())
