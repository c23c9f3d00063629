"""The rows of the journal in a narrow window: two lines for each part, and all equally high."""

from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID, uuid4

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from homejournal.domain.journal.timeline import JournalRow
from homejournal.domain.records.notes import Note
from homejournal.domain.records.practices import DayMark, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.ui.journal import entry_list
from homejournal.ui.journal.entry_list import broken, fill_of
from homejournal.ui.theme import sized_font
from tests.ui.waiting import settle

NAME = "One new bite beside two she likes"


@pytest.fixture
def shown(example, open_window, qtbot):
    """Return a function that shows the list in a window so wide."""
    window = open_window(example)
    window.setMinimumSize(1, 1)
    window.open_page("journal")

    def at(width):
        window.resize(width, 640)
        settle(window, qtbot)
        return window.page.list

    return at


def painted(rows, at):
    index = rows.model().index(at)
    rows.scrollTo(index)
    QApplication.processEvents()
    return rows.viewport().grab(rows.visualRect(index)).toImage()


def test_they_have_more_lines_while_the_list_is_narrow_and_stay_equally_high(shown):
    rows = shown(900)
    usual = rows.sizeHintForRow(0)
    assert shown(320) is rows
    model = rows.model()
    high = {True: set(), False: set()}
    for at in range(model.rowCount()):
        high[model.row(at) is None].add(rows.visualRect(model.index(at)).height())
    (heading,), (entry,) = high[True], high[False]
    assert entry > usual * 1.5
    assert heading < usual, "a day leaves no gap above it"
    shown(900)
    assert rows.visualRect(rows.model().index(0)).height() == usual


def test_a_long_name_is_told_from_one_that_begins_as_it_does(shown, example, qtbot):
    rows = shown(320)
    (bites,) = (
        strategy for strategy in example.family().strategies.values() if strategy.name == NAME
    )
    model = rows.model()
    at = next(
        at for at in range(model.rowCount()) if model.row(at) and model.row(at).strategy == bites
    )
    before = painted(rows, at)
    other = replace(bites, name=NAME.replace("two", "ten"))
    rows.window().desk.editing.do("Renamed", partial(example.records.save, other), toast=False)
    settle(rows.window(), qtbot)
    assert painted(rows, at) != before


@pytest.mark.parametrize("width", [1120, 900, 640, 400, 320])
def test_each_time_of_a_day_is_told_from_the_other_also_with_a_note(shown, example, width):
    strategy, day = next(iter(example.family().strategies.values())), example.today()
    at = {"strategy": strategy.id, "day": day}
    for slot in ("lunch", "supper"):
        practice = Practice(id=uuid4(), slot=slot, rating_kind=RatingKind.HELP, rating=3, **at)
        example.records.save(practice)
        words = {"text": "She waited for it and laughed.", "practice": practice.id}
        example.records.save(Note(id=uuid4(), child=strategy.child, **at, **words))
    rows = shown(width)
    rows.window().page.heard(None)
    QApplication.processEvents()
    model = rows.model()
    entries = [(at, model.row(at)) for at in range(model.rowCount()) if model.row(at)]
    looks = [
        painted(rows, at)
        for at, row in entries
        if getattr(row.record, "slot", None) in {"lunch", "supper"}
        if (row.record.strategy, row.record.day) == (strategy.id, day)
    ]
    assert len(looks) == 2
    assert looks[0] != looks[1]


@pytest.mark.parametrize(
    "text",
    [
        NAME,
        "خطوة واحدة بعيدا عن اللعبة كل صباح",
        "🦄🦄 " * 12,
        "Donaudampfschifffahrtsgesellschaft",
    ],
)
def test_no_letter_is_lost_between_the_lines(dressed, text):
    font = sized_font(15)
    width = QFontMetrics(font).horizontalAdvance(text) * 2 // 3
    first, rest = broken(text, font, width, 2)
    assert f"{first}{rest}".replace(" ", "") == text.replace(" ", "")
    assert QFontMetrics(font).horizontalAdvance(first) <= width


def test_a_short_text_takes_one_line(dressed):
    assert broken("Lunch", sized_font(15), 200, 2) == ["Lunch"]
    assert broken(NAME, sized_font(15), 10, 1) == [NAME]
    assert broken("", sized_font(15), 200, 2) == []


def test_how_it_went_is_whole_where_a_long_name_is_cut(shown, monkeypatch):
    told = []

    class Seen(QFontMetrics):
        def elidedText(self, text, *how):
            found = super().elidedText(text, *how)
            told.append((text, found))
            return found

    monkeypatch.setattr(entry_list, "QFontMetrics", Seen)
    for width in (*range(400, 700, 37), *range(900, 1000, 7)):
        shown(width).viewport().grab()
    minutes = [(text, found) for text, found in told if text == "14 minutes"]
    assert minutes
    assert all(text == found for text, found in minutes)


def test_answers_have_the_colors_that_they_have_on_today():
    at = {"id": UUID(int=1), "strategy": UUID(int=2), "day": date(2026, 3, 22)}
    kinds = ((RatingKind.HELP, 1), (RatingKind.HELP, 4), (RatingKind.WENT, 2))
    told = [
        fill_of(JournalRow(record=Practice(**at, rating_kind=kind, rating=level)))
        for kind, level in kinds
    ]
    assert told == ["answer1", "answer4", "answer3"]
    assert fill_of(JournalRow(record=Practice(**at))) == ""
    marks = [DayMark(**at, child=UUID(int=3), mark=kind) for kind in (MarkKind.NOT_TODAY,)]
    assert [fill_of(JournalRow(record=mark)) for mark in marks] == ["answer_no"]
