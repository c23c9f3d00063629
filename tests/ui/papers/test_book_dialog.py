"""The journal as a book, from the window to the file: its days, its private notes, and stopping."""

import threading
from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import DiskFullError
from homejournal.domain.papers.book import BookAsked
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.ui.base.actions import Action
from homejournal.ui.base.worker import Task, Worker
from homejournal.ui.papers.book_dialog import BookDialog, _make
from tests.reports.pdf_checks import words_of
from tests.ui.conftest import SUNDAY
from tests.ui.sheets import asked_for, save_at
from tests.ui.whole_window.test_every_page import nameless

FIRST = date(2024, 11, 3)


@pytest.fixture
def kept(three):
    """Notes over three calendar years, one of them private."""
    days = (FIRST, date(2025, 5, 6), SUNDAY)
    notes = [
        Note(id=uuid4(), child=three.child.id, day=day, text=f"Words of {day.year}") for day in days
    ]
    tired = PrivateNote(id=uuid4(), child=three.child.id, day=SUNDAY, text="I was so tired")
    three.journal.records.save(*notes, tired)
    return three


@pytest.fixture
def dialog(kept, open_window):
    return opened(open_window(kept.journal))


def opened(window):
    return asked_for(window, Action.BOOK, BookDialog)


def saved(dialog, qtbot, name="book.pdf"):
    qtbot.waitUntil(lambda: dialog.notice.text().startswith(f"Saved as {name}"), timeout=30_000)


def test_everything_is_kept_without_private_notes_unless_it_is_asked_for(
    dialog, hands, tmp_path, qtbot
):
    path = tmp_path / "book.pdf"
    named = save_at(dialog, hands, path)
    saved(dialog, qtbot)
    assert named.endswith("Journal Maya 2026-03-22.pdf")
    words = words_of(path.read_bytes())
    assert all(f"Words of {year}" in words for year in (2024, 2025, 2026))
    assert "so tired" not in words
    assert "family alone" not in words
    assert dialog.bar.isHidden()
    assert dialog.save.isEnabled()


def test_private_notes_are_in_it_after_a_tick_that_says_what_it_means(
    dialog, hands, tmp_path, qtbot
):
    assert not dialog.careful.isVisible()
    dialog.private.click()
    assert dialog.careful.isVisible()
    assert "It is for your family alone" in dialog.careful.text()
    path = tmp_path / "book.pdf"
    named = save_at(dialog, hands, path)
    saved(dialog, qtbot)
    assert named.endswith("Journal with private notes Maya 2026-03-22.pdf")
    words = words_of(path.read_bytes())
    assert "I was so tired" in words
    assert "This book holds our private notes" in words


def test_one_year_is_kept(dialog, hands):
    dialog.which.pills[1].click()
    assert dialog.year.isVisible()
    assert dialog.asked().period == Period(date(2026, 1, 1), SUNDAY)
    dialog.year.setCurrentIndex(dialog.year.findText("2024"))
    assert dialog.asked().period == Period(FIRST, date(2024, 12, 31))
    assert "November 3 to December 31, 2024" in hands.texts(dialog)


def test_other_dates_are_kept_and_reversed_ones_are_said(dialog, hands):
    dialog.which.pills[2].click()
    dialog.first.set_day(date(2025, 3, 1))
    dialog.last.set_day(date(2025, 6, 1))
    assert dialog.asked().period == Period(date(2025, 3, 1), date(2025, 6, 1))
    dialog.last.set_day(date(2025, 2, 1))
    hands.click(hands.named(dialog, QPushButton, "Save as PDF…"))
    assert dialog.findChild(QFileDialog) is None
    assert any("dates" in text or "before" in text for text in hands.texts(dialog))
    dialog.last.set_day(date(2025, 7, 1))
    assert dialog.asked() is not None


def test_charts_language_and_paper_can_be_chosen(dialog):
    dialog.charts.click()
    dialog.language.setCurrentIndex(dialog.language.findText("Español"))
    dialog.paper.pills[1].click()
    asked = dialog.asked()
    assert (asked.charts, asked.language, asked.paper) == (False, "es", Paper.A4)


def test_a_book_can_be_stopped_while_it_is_read_and_then_made_anew(dialog, hands, tmp_path, qtbot):
    path = tmp_path / "book.pdf"
    save_at(dialog, hands, path)
    assert dialog.making.busy
    assert not dialog.save.isEnabled()
    hands.click(hands.named(dialog, QPushButton, "Stop"))
    assert dialog.notice.text() == "Stopped. Nothing was saved."
    dialog.making._read_on()
    qtbot.wait(50)
    assert not path.exists()
    save_at(dialog, hands, path)
    saved(dialog, qtbot)


def test_a_book_can_be_stopped_while_its_pages_are_made(dialog, hands, tmp_path, qtbot):
    path, begun, go_on = tmp_path / "book.pdf", threading.Event(), threading.Event()

    def waits(_task):
        begun.set()
        go_on.wait(10)

    dialog.desk.worker.start(waits, print, print)
    save_at(dialog, hands, path)
    qtbot.waitUntil(lambda: dialog.making._task is not None, timeout=20_000)
    begun.wait(5)
    hands.click(hands.named(dialog, QPushButton, "Stop"))
    go_on.set()
    qtbot.waitUntil(lambda: not dialog.desk.worker.busy, timeout=20_000)
    assert not path.exists()
    assert not dialog.making.busy


def test_a_book_that_is_stopped_at_its_very_end_is_not_saved(kept, tmp_path):
    class StopsLate(Task):
        def tell(self, done, of):
            self.cancel()
            return True

    asked = BookAsked(child=kept.child.id, period=Period(SUNDAY, SUNDAY))
    reading = kept.journal.sheets.book(asked, SUNDAY)
    assert len([*reading]) == reading.parts
    assert _make(reading.read, tmp_path / "book.pdf", StopsLate(print)) is None
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.measured
def test_closing_stops_the_book(dialog, hands, tmp_path, qtbot):
    path = tmp_path / "book.pdf"
    making = dialog.making
    save_at(dialog, hands, path)
    hands.click(hands.named(dialog, QPushButton, "Close"))
    assert not making.busy
    qtbot.wait(50)
    assert not path.exists()


def test_the_bar_goes_on_while_a_book_is_made(dialog, hands, tmp_path, qtbot):
    heard = []
    dialog.making.progressed.connect(heard.append)
    save_at(dialog, hands, tmp_path / "book.pdf")
    saved(dialog, qtbot)
    assert heard == sorted(heard)
    assert (heard[0], heard[-1]) == (0, 100)
    assert len(set(heard)) > 5
    dialog.making._on_drawn(1, 2)
    assert heard[-1] == 100


def test_a_file_that_cannot_be_written_is_said_and_it_can_be_tried_again(
    dialog, hands, tmp_path, qtbot
):
    dialog._asked = dialog.asked()
    dialog._on_path("")
    assert not dialog.making.busy
    dialog._on_path(str(tmp_path / "nowhere" / "book.pdf"))
    qtbot.waitUntil(lambda: not dialog.making.busy, timeout=30_000)
    assert dialog.save.isEnabled()
    assert "Saved" not in dialog.notice.text()
    assert "being made" not in dialog.notice.text()


def test_a_journal_that_cannot_be_read_is_said(dialog, tmp_path):
    class Breaks:
        parts = 3

        def __iter__(self):
            yield 1
            raise DiskFullError(tmp_path)

    dialog.making.start(Breaks(), tmp_path / "book.pdf")
    dialog.making._read_on()
    dialog.making._read_on()
    assert not dialog.making.busy
    assert dialog.notice.isVisible()


def test_a_character_that_nothing_draws_is_said(kept, open_window, hands, tmp_path, qtbot):
    strange = Note(id=uuid4(), child=kept.child.id, day=SUNDAY, text="Strange \ue000")
    kept.journal.records.save(strange)
    dialog = opened(open_window(kept.journal))
    save_at(dialog, hands, tmp_path / "book.pdf")
    saved(dialog, qtbot)
    assert "E000" in dialog.notice.text()


def test_every_part_has_a_name(dialog):
    assert nameless(dialog) == []
    dialog.which.pills[2].click()
    dialog.private.click()
    assert nameless(dialog) == []


def test_without_a_child_there_is_nothing_to_keep(open_window, empty_journal):
    window = open_window(empty_journal)
    window.window_actions.keep_book()
    assert QApplication.activeModalWidget() is None


class Hearing(QObject):
    def __init__(self):
        super().__init__()
        self.parts = []
        self.answers = []

    def part(self, done, of):
        self.parts.append((done, of, threading.current_thread()))

    def done(self, answer):
        self.answers.append(answer)


def test_work_says_how_far_it_is_on_the_thread_of_the_window_and_whether_to_go_on(qtbot):
    worker, hearing, waits = Worker(), Hearing(), threading.Event()

    def work(task):
        waits.wait(5)
        went = task.tell(1, 2)
        task.cancel()
        return went, task.tell(2, 2)

    went = []
    task = worker.start(lambda one: went.append(work(one)), hearing.done, hearing.done)
    task.progressed.connect(hearing.part)
    waits.set()
    qtbot.waitUntil(lambda: bool(went) and bool(hearing.parts))
    assert went == [(True, False)]
    assert hearing.parts == [(1, 2, threading.main_thread())]
    worker.close()
