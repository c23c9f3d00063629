"""The journal as a book, from the window to the file: days, ticks, private notes, and stopping."""

import io
from datetime import date
from uuid import uuid4

import pytest
from PIL import Image
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import RecordMissingError
from homejournal.domain.papers.printed_sheets import SmallPaper
from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.exchange.media_files import JPEG, KeptFile
from homejournal.services.papers.printed_sheets import BookReading
from homejournal.ui.base.actions import Action
from homejournal.ui.kit import long_paper
from homejournal.ui.papers.book_dialog import BookDialog
from tests.reports.pdf_checks import alternatives, words_of
from tests.ui.conftest import SUNDAY
from tests.ui.leaving import printing_into
from tests.ui.sheets import asked_for, save_at, told_saved
from tests.ui.whole_window.test_every_page import nameless

FIRST = date(2024, 11, 3)


def a_note(of, day, text, kind=Note, **said):
    return kind(id=uuid4(), child=of.id, day=day, text=text, **said)


@pytest.fixture
def kept(three):
    """Notes over three calendar years, one of them private, and a photo."""
    days = (FIRST, date(2025, 5, 6), SUNDAY)
    notes = [a_note(three.child, day, f"Words of {day.year}") for day in days]
    three.glad = a_note(three.child, SUNDAY, "She waved!", flags=(Flag.CELEBRATION,))
    three.plain = notes[0]
    tired = a_note(three.child, SUNDAY, "I was so tired", PrivateNote)
    three.journal.records.save(*notes, three.glad, tired)
    drawn = io.BytesIO()
    Image.new("RGB", (60, 40), (120, 170, 200)).save(drawn, "JPEG")
    three.photo = three.journal.media.put_photo(
        KeptFile(drawn.getvalue(), JPEG), "The cup.jpg", notes[0]
    )
    three.journal.media.add(three.photo)
    return three


@pytest.fixture
def dialog(kept, open_window, qtbot):
    return opened(open_window(kept.journal), qtbot)


def opened(window, qtbot):
    found = asked_for(window, Action.BOOK, BookDialog)
    made(found, qtbot)
    return found


def made(dialog, qtbot):
    """Wait until what is chosen was read and drawn."""
    qtbot.waitUntil(lambda: not dialog.making.busy, timeout=30_000)


def texts(book):
    told = [note for month in book.months for note in (*month.quotes, *month.notes)]
    return [note.text for note in told]


def tick(dialog, record, qtbot):
    dialog.rows[record.id].box.click()
    made(dialog, qtbot)


@pytest.mark.measured
def test_everything_is_shown_without_private_notes_and_photos_and_saved(
    dialog, hands, tmp_path, qtbot
):
    assert nameless(dialog) == []
    assert len(dialog.preview._sheets) >= 2
    assert "The journal of Maya" in dialog.preview.accessibleDescription()
    path = tmp_path / "book.pdf"
    named = save_at(dialog, hands, path)
    told_saved(dialog, qtbot, "book.pdf")
    assert named.endswith("Journal Maya 2026-03-22.pdf")
    words = words_of(path.read_bytes())
    assert all(f"Words of {year}" in words for year in (2024, 2025, 2026))
    assert "so tired" not in words
    assert "family alone" not in words
    assert alternatives(path.read_bytes()) == []


def test_photos_and_large_words_are_ticked_and_ticked_again_for_the_next_book(
    dialog, kept, hands, tmp_path, qtbot
):
    assert [note.text for month in dialog.sheet().months for note in month.quotes] == ["She waved!"]
    assert all(month.photos == () for month in dialog.sheet().months)
    tick(dialog, kept.photo, qtbot)
    tick(dialog, kept.plain, qtbot)
    tick(dialog, kept.glad, qtbot)
    first, *_ = dialog.sheet().months
    assert [photo.name for photo in first.photos] == ["The cup.jpg"]
    assert [note.text for note in first.quotes] == ["Words of 2024"]
    path = tmp_path / "book.pdf"
    save_at(dialog, hands, path)
    told_saved(dialog, qtbot, "book.pdf")
    assert alternatives(path.read_bytes()) == ["The cup"]
    window = dialog.parentWidget()
    dialog.reject()
    later = a_note(kept.child, SUNDAY, "She sang!", flags=(Flag.CELEBRATION,))
    kept.journal.records.save(later)
    again = opened(window, qtbot)
    on = {which for which, row in again.rows.items() if row.box.isChecked()}
    assert on == {kept.photo.id, kept.plain.id}
    window.desk.editing.undo()
    assert kept.journal.sheets.kept_book(kept.child.id) is None


def test_of_very_many_notes_only_photos_and_celebrations_are_listed(
    dialog, kept, monkeypatch, hands, qtbot
):
    assert len(dialog.rows) == 5
    monkeypatch.setattr("homejournal.ui.papers.book_dialog.MOST_LISTED", 2)
    dialog.read_anew()
    made(dialog, qtbot)
    assert set(dialog.rows) == {kept.photo.id, kept.glad.id}
    assert "For more, choose one year." in hands.texts(dialog)
    assert "Words of 2024" in texts(dialog.sheet())


def test_private_notes_are_in_it_after_a_tick_that_says_what_it_means(
    dialog, hands, tmp_path, qtbot
):
    assert not dialog.careful.isVisible()
    dialog.private.click()
    made(dialog, qtbot)
    assert dialog.careful.isVisible()
    assert "It is for your family alone" in dialog.careful.text()
    path = tmp_path / "book.pdf"
    named = save_at(dialog, hands, path)
    told_saved(dialog, qtbot, "book.pdf")
    assert named.endswith("Journal with private notes Maya 2026-03-22.pdf")
    words = words_of(path.read_bytes())
    assert "I was so tired" in words
    assert "This book holds our private notes" in words


def test_one_year_is_kept(dialog, qtbot):
    dialog.which.pills[1].click()
    made(dialog, qtbot)
    assert dialog.year.isVisible()
    assert dialog.asked().period == Period(date(2026, 1, 1), SUNDAY)
    assert "Words of 2025" not in texts(dialog.sheet())
    dialog.year.setCurrentIndex(dialog.year.findText("2024"))
    dialog.year.picked.emit(2024)
    made(dialog, qtbot)
    assert dialog.asked().period == Period(FIRST, date(2024, 12, 31))


def test_other_dates_are_kept_and_reversed_ones_are_said(dialog, hands, qtbot):
    dialog.which.pills[2].click()
    dialog.first.set_day(date(2025, 3, 1))
    dialog.last.set_day(date(2025, 6, 1))
    dialog.last.changed.emit(None)
    made(dialog, qtbot)
    assert texts(dialog.sheet()) == ["Words of 2025"]
    dialog.last.set_day(date(2025, 2, 1))
    dialog.last.changed.emit(None)
    assert not dialog.print_button.isEnabled()
    assert any("dates" in text or "before" in text for text in hands.texts(dialog))
    dialog.last.set_day(date(2025, 7, 1))
    dialog.last.changed.emit(None)
    made(dialog, qtbot)
    assert dialog.print_button.isEnabled()


def test_numbers_language_and_paper_can_be_chosen(dialog, qtbot):
    assert dialog.sheet().days == ()
    dialog.numbers.click()
    dialog.language.setCurrentIndex(dialog.language.findText("Español"))
    dialog.book_size.pills[0].click()
    made(dialog, qtbot)
    asked = dialog.asked()
    assert (asked.numbers, asked.language, asked.paper) == (True, "es", SmallPaper.A5)


def test_it_is_put_on_paper(dialog, hands, tmp_path, qtbot):
    path = tmp_path / "printed.pdf"
    dialog.book_size.pills[0].click()
    made(dialog, qtbot)
    hands.click(hands.named(dialog, QPushButton, "Print…"))
    asking = dialog.findChild(QPrintDialog)
    printer = printing_into(asking.printer(), path)
    asking.accepted.emit(printer)
    asking.reject()
    qtbot.waitUntil(lambda: dialog.notice.text() == "Sent to the printer", timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF")


def test_a_book_can_be_stopped_and_goes_on_with_the_next_change(dialog, hands, qtbot):
    dialog.read_anew()
    assert dialog.bar.isVisible()
    hands.click(hands.named(dialog, QPushButton, "Stop"))
    assert not dialog.making.busy
    assert dialog.bar.isHidden()
    assert "Stopped" in dialog.notice.text()
    dialog.private.click()
    made(dialog, qtbot)
    assert dialog.print_button.isEnabled()


def test_of_a_long_book_the_first_pages_are_shown(dialog, monkeypatch, qtbot):
    monkeypatch.setattr("homejournal.ui.papers.book_dialog.MOST_SHOWN", 1)
    monkeypatch.setattr(long_paper, "MOST_SHOWN", 1)
    dialog.numbers.click()
    made(dialog, qtbot)
    assert len(dialog.preview._sheets) == 1
    assert dialog.notice.text().startswith("The first 1 of ")


def test_a_journal_that_cannot_be_read_is_said(dialog, monkeypatch, qtbot):
    def broken(_self):
        raise RecordMissingError("it")
        yield

    monkeypatch.setattr(BookReading, "__iter__", broken)
    dialog.read_anew()
    qtbot.waitUntil(dialog.notice.isVisible, timeout=5_000)
    assert dialog.bar.isHidden()


def test_an_empty_book_says_what_is_missing(empty_journal, open_window, qtbot):
    empty_journal.records.save(Child(id=uuid4(), name="Zoe"))
    dialog = opened(open_window(empty_journal), qtbot)
    assert dialog.notice.text() == (
        "There is nothing to print yet. What is missing: a note, what was agreed at a"
        " visit and a photo."
    )
    assert not dialog.print_button.isEnabled()


def test_a_journal_that_is_only_read_keeps_no_ticks(kept, open_window, hands, tmp_path, qtbot):
    kept.journal._store.write = False
    dialog = opened(open_window(kept.journal), qtbot)
    save_at(dialog, hands, tmp_path / "book.pdf")
    told_saved(dialog, qtbot, "book.pdf")
    kept.journal._store.write = True
    assert kept.journal.sheets.kept_book(kept.child.id) is None


def test_without_a_child_there_is_nothing_to_keep(open_window, empty_journal):
    window = open_window(empty_journal)
    window.window_actions.child.keep_book()
    assert QApplication.activeModalWidget() is None
