"""A visit page leaves: saved, kept, printed, copied as text."""

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.record import Kind
from homejournal.ui.kit import paper_output
from tests.ui.leaving import DISK_REFUSES, printing_into, refusing
from tests.ui.visits.page.visit_pages import (
    choose_way,
    note,
    page,
    ready,
    save_there,
    settled,
    tick,
)

__all__ = ["page", "ready"]


def save_at(page, hands, path):
    hands.click(hands.named(page, QPushButton, "Save as PDF…"))
    save_there(page, path)


def save_by_itself(page, path):
    output = page.ways.output
    output.save_at(output.pdf_wish(page.shown, path.stem), path)


def test_the_file_name_that_is_offered_has_no_surname(page, hands):
    hands.click(hands.named(page, QPushButton, "Save as PDF…"))
    dialog = page.findChild(QFileDialog)
    (suggested,) = dialog.selectedFiles()
    assert Path(suggested).name == "Visit page Maya 2026-03-24.pdf"
    dialog.reject()


def test_saving_writes_a_pdf_for_this_person_alone(page, hands, tmp_path, qtbot):
    path = tmp_path / "page.pdf"
    with qtbot.waitSignal(page.tells, timeout=20_000) as told:
        save_at(page, hands, path)
    assert told.args == ["Saved as page.pdf"]
    assert path.read_bytes().startswith(b"%PDF-")
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.glob(".*pdf*")) == []


def test_the_way_to_the_file_goes_once_the_page_is_another_one(page, hands, tmp_path, qtbot):
    with qtbot.waitSignal(page.tells, timeout=20_000):
        save_at(page, hands, tmp_path / "page.pdf")
    assert page.head.where.isVisible()
    settled(page, qtbot)
    next(iter(page.preview.ticks.values())).click()
    assert not page.head.where.isVisible()
    page.desk.editing.undo()
    assert page.head.where.isVisible()


def test_a_page_that_was_saved_can_be_kept_and_looked_at_again(page, hands, tmp_path, qtbot, ready):
    with qtbot.waitSignal(page.tells, timeout=20_000):
        save_at(page, hands, tmp_path / "page.pdf")
    assert any("may become part of your child’s record" in text for text in hands.texts(page))
    handed = page.shown
    hands.click(hands.named(page, QPushButton, "Keep this page"))
    (kept,) = ready.journal.records.all_of(Kind.PAGE)
    assert kept.visit is not None
    tick(page, hands, "“She said banana” · Mar 10")
    QApplication.processEvents()
    hands.click(hands.named(page, QPushButton, "March 22, 2026 · for Dana"))
    assert page.shown == handed
    settled(page, qtbot)
    assert "banana" in page.preview.accessibleDescription()
    hands.click(hands.named(page, QPushButton, "Back to the new page"))
    assert page.shown.celebrations == ()


def test_keeping_a_page_can_be_taken_back_and_a_kept_page_removed(
    page, hands, tmp_path, qtbot, ready
):
    choose_way(page, "Copy as text")
    hands.click(hands.named(page, QPushButton, "Keep this page"))
    QApplication.processEvents()
    page.desk.editing.undo()
    assert ready.journal.records.all_of(Kind.PAGE) == []
    page.desk.editing.redo()
    page.choices.show_list(shown=True)
    QApplication.processEvents()
    hands.click(hands.named(page, QPushButton, "Remove"))
    assert ready.journal.records.all_of(Kind.PAGE) == []


@DISK_REFUSES
def test_a_full_or_refusing_disk_is_said_and_an_older_file_stays(
    page, hands, tmp_path, qtbot, monkeypatch, failure, words
):
    path = tmp_path / "page.pdf"
    path.write_bytes(b"older")
    monkeypatch.setattr(paper_output, "safe_save", refusing(failure))
    save_by_itself(page, path)
    qtbot.waitUntil(page.head.trouble.isVisible, timeout=20_000)
    assert words in page.head.trouble.text()
    assert path.read_bytes() == b"older"
    hands.click(hands.named(page.head, QPushButton, "All right"))
    assert not page.head.trouble.isVisible()


def test_two_files_that_are_saved_at_once_are_both_told(page, tmp_path, qtbot):
    told = []
    page.tells.connect(told.append)
    for name in ("one.pdf", "two.pdf"):
        save_by_itself(page, tmp_path / name)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=20_000)
    assert ["one.pdf" in told[0], "two.pdf" in told[1]] == [True, True]


def test_printing_puts_every_sheet_on_paper(page, hands, tmp_path, qtbot):
    path = tmp_path / "printed.pdf"
    hands.click(hands.named(page, QPushButton, "Print…"))
    dialog = page.findChild(QPrintDialog)
    printer = printing_into(dialog.printer(), path)
    assert printer.docName() == "Visit page Maya 2026-03-24"
    with qtbot.waitSignal(page.tells, timeout=20_000) as told:
        dialog.accepted.emit(printer)
        dialog.reject()
    assert told.args == ["Sent to the printer"]
    assert path.read_bytes().startswith(b"%PDF-")


@pytest.mark.qt_log_ignore("QPdfEngine", "QPainter::begin")
def test_a_printer_that_refuses_is_said(page, tmp_path, qtbot):
    printer = printing_into(QPrinter(), tmp_path / "nowhere" / "x.pdf")
    page.ways.output._on_sheets((page.shown, printer, (b"",)))
    assert "The page was not printed" in page.head.trouble.text()


def test_the_page_is_copied_as_text(page, hands):
    choose_way(page, "Copy as text")
    assert "She said banana" in QGuiApplication.clipboard().text()


def test_a_character_that_cannot_be_drawn_is_said(page, hands, qtbot, ready):
    note(ready, "Strange: \U0010fffd", flags=(Flag.CELEBRATION,))
    page.heard(frozenset({Kind.NOTE}))
    qtbot.waitUntil(page.head.trouble.isVisible, timeout=20_000)
    assert "\U0010fffd" in page.head.trouble.text() or "10FFFD" in page.head.trouble.text()


def test_a_journal_that_can_only_be_read_still_gives_a_page(
    ready, open_visit_page, hands, tmp_path, qtbot
):
    ready.journal._why = DiskFullError(ready.journal.folder)
    page = open_visit_page(ready)
    with qtbot.waitSignal(page.tells, timeout=20_000):
        save_at(page, hands, tmp_path / "page.pdf")
    assert not page.head.hand_over.isVisible()
