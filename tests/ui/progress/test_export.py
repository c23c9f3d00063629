"""What leaves the Progress page: charts, tables and sheets, as files, on paper and copied."""

import csv
import io
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QMouseEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from homejournal.reports.strategy_rows import files as row_files
from homejournal.ui.base.actions import Action
from homejournal.ui.progress import export
from homejournal.ui.widgets.charts.picture import chart_data
from tests.ui.leaving import DISK_REFUSES, printing_into, refusing

Key = Qt.Key
HEADS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF-", "csv": b"\xef\xbb\xbf"}


@pytest.fixture
def bed(progress, choose):
    choose(progress, progress.filter.strategy, "To bed")
    return progress.body.one


def dialog_of(page):
    QApplication.processEvents()
    (dialog,) = [one for one in page.findChildren(QFileDialog) if one.isVisible()]
    return dialog


def save_at(page, path):
    dialog = dialog_of(page)
    dialog.findChild(QLineEdit).setText(str(path))
    dialog.accept()


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "csv"])
def test_a_chart_is_saved_as_the_ending_asks(bed, progress, hands, tmp_path, qtbot, ending):
    bed.chart.panel.save.click()
    with qtbot.waitSignal(progress.tells, timeout=30_000) as told:
        save_at(progress, tmp_path / f"chart.{ending}")
    assert told.args == [f"Saved as chart.{ending}"]
    assert (tmp_path / f"chart.{ending}").read_bytes().startswith(HEADS[ending])


def test_a_saved_picture_says_what_a_filter_left_of_it(
    bed, progress, choose, tmp_path, qtbot, settled
):
    choose(progress, "Who did it", "Grandpa")
    settled(progress)
    bed.chart.panel.save.click()
    with qtbot.waitSignal(progress.tells, timeout=30_000):
        save_at(progress, tmp_path / "chart.svg")
    assert "To bed (only: Grandpa)" in (tmp_path / "chart.svg").read_text(encoding="utf-8")


def test_a_name_without_a_known_ending_becomes_a_picture(bed, progress, tmp_path, qtbot):
    bed.chart.panel.save.click()
    with qtbot.waitSignal(progress.tells, timeout=30_000):
        dialog = dialog_of(progress)
        dialog.fileSelected.emit(str(tmp_path / "of Dr. Kim"))
    dialog.reject()
    assert (tmp_path / "of Dr. Kim.png").read_bytes().startswith(HEADS["png"])


def test_the_saved_table_has_the_numbers_of_the_screen(bed, progress, tmp_path, qtbot):
    panel = bed.chart.panel
    panel.table.button.click()
    days, ratings = (view.model() for view in panel.table.views)
    across = Qt.Orientation.Horizontal
    names = [days.headerData(at, across) for at in range(days.columnCount())]
    path = tmp_path / "table.csv"
    panel.save.click()
    with qtbot.waitSignal(progress.tells, timeout=30_000):
        save_at(progress, path)
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert rows[0] == names
    # Between the days and the ratings a line is empty.
    assert rows[days.rowCount() + 1] == []
    assert len(rows) == days.rowCount() + 1 + 1 + ratings.rowCount() + 1
    assert rows[1][0] == "2026-03-12"


def test_a_name_gets_the_ending_of_the_kind_that_is_chosen(bed, progress):
    bed.chart.panel.save.click()
    dialog = dialog_of(progress)
    assert Path(dialog.selectedFiles()[0]).name == "Progress Maya To bed 2026-03-22.png"
    for place, ending in enumerate(("png", "svg", "pdf", "csv")):
        dialog.filterSelected.emit(dialog.nameFilters()[place])
        dialog.findChild(QLineEdit).setText("mine")
        assert Path(dialog.selectedFiles()[0]).name == f"mine.{ending}"
    dialog.reject()


@DISK_REFUSES
def test_a_full_or_refusing_disk_is_said_and_an_older_file_stays(
    bed, progress, tmp_path, qtbot, monkeypatch, failure, words
):
    path = tmp_path / "chart.csv"
    path.write_bytes(b"older")
    monkeypatch.setattr(export, "safe_save", refusing(failure))
    bed.chart.panel.save.click()
    dialog = dialog_of(progress)
    dialog.fileSelected.emit(str(path))  # after it was asked whether to write over the file
    dialog.reject()
    qtbot.waitUntil(progress.trouble.isVisible, timeout=20_000)
    assert words in progress.trouble.text()
    assert path.read_bytes() == b"older"


def test_a_chart_is_copied_as_a_picture_with_its_words(bed, progress, hands, qtbot):
    with qtbot.waitSignal(progress.tells, timeout=30_000) as told:
        bed.chart.panel.copy.click()
    assert told.args == ["Copied as a picture"]
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert "minutes" in data.text()


def test_the_copy_key_copies_a_chart_without_holding_up_the_window(
    bed, progress, hands, qtbot, monkeypatch
):
    threads = []
    usual = row_files.rows_png

    def watched(*said, **more):
        threads.append(threading.current_thread().name)
        return usual(*said, **more)

    monkeypatch.setattr(row_files, "rows_png", watched)
    bed.chart.panel.view.setFocus()
    QApplication.processEvents()
    with qtbot.waitSignal(progress.tells, timeout=30_000) as told:
        QTest.keySequence(bed.chart.panel.view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert told.args == ["Copied as a picture"]
    assert threads == ["homejournal-worker"]


def test_an_open_table_is_copied_as_text_and_for_spreadsheets(bed, progress, hands, qtbot):
    table = bed.chart.panel.table
    table.button.click()
    copies = [one for one in table.findChildren(QPushButton) if one.text() == "Copy table"]
    assert len({one.accessibleDescription() for one in copies}) == len(copies) == 2
    copy = copies[1]
    with qtbot.waitSignal(progress.tells) as told:
        copy.click()
    assert told.args == ["Copied as a table"]
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("Day\tNumber (minutes a day)\t")
    assert "<caption>" in data.html()
    assert data.html().count("<tr>") == table.views[1].model().rowCount() + 1


def test_a_table_of_days_is_saved_for_spreadsheets(progress, hands, tmp_path, qtbot):
    table = progress.body.all.rows.table
    table.button.click()
    hands.named(table, QPushButton, "Save table…").click()
    with qtbot.waitSignal(progress.tells, timeout=20_000) as told:
        save_at(progress, tmp_path / "days.csv")
    assert told.args == ["Saved as days.csv"]
    rows = list(csv.reader(io.StringIO((tmp_path / "days.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == 11
    assert "did it (2 of 2)" in rows[1]


@pytest.mark.parametrize("strategy", ["To bed", "All of Maya"])
def test_what_is_shown_is_saved_as_pdf_by_the_menu(
    progress, choose, hands, tmp_path, qtbot, strategy
):
    choose(progress, progress.filter.strategy, strategy)
    progress.window().menus.action(Action.SAVE_PDF).trigger()
    with qtbot.waitSignal(progress.tells, timeout=30_000) as told:
        save_at(progress, tmp_path / "progress.pdf")
    assert told.args == ["Saved as progress.pdf"]
    assert (tmp_path / "progress.pdf").read_bytes().startswith(b"%PDF-")


def test_printing_puts_what_is_shown_on_paper(progress, hands, tmp_path, qtbot):
    path = tmp_path / "printed.pdf"
    hands.click(progress.filter.print)
    dialog = progress.findChild(QPrintDialog)
    printer = printing_into(dialog.printer(), path)
    assert printer.docName() == "Progress Maya 2026-03-22"
    with qtbot.waitSignal(progress.tells, timeout=30_000) as told:
        dialog.accepted.emit(printer)
        dialog.reject()
    assert told.args == ["Sent to the printer"]
    assert path.read_bytes().startswith(b"%PDF-")


@pytest.mark.qt_log_ignore("QPdfEngine", "QPainter::begin")
def test_a_printer_that_refuses_is_said(progress, tmp_path):
    printer = printing_into(QPrinter(), tmp_path / "nowhere" / "x.pdf")
    progress._output._on_sheets((None, printer, (b"",)))
    assert progress.trouble.text() == "The printer did not take the page."
    assert progress.trouble.isVisible()


def mouse(handle, kind, place, held):
    event = QMouseEvent(
        kind,
        QPointF(place, 5),
        handle.mapToGlobal(QPointF(place, 5)),
        Qt.MouseButton.LeftButton,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(handle, event)


@pytest.mark.parametrize("ready", [True, False], ids=["drawn meanwhile", "dragged at once"])
def test_a_chart_is_dragged_as_a_file_as_soon_as_it_is_drawn(
    bed, progress, qtbot, monkeypatch, ready
):
    dragged, threads = [], []
    usual = row_files.rows_png

    def watched(*said, **more):
        threads.append(threading.current_thread().name)
        return usual(*said, **more)

    monkeypatch.setattr(row_files, "rows_png", watched)
    monkeypatch.setattr(export, "drag_chart", lambda _from, data: dragged.append(data))
    held = Qt.MouseButton.LeftButton
    monkeypatch.setattr(QGuiApplication, "mouseButtons", staticmethod(lambda: held))
    handle, drag = bed.chart.panel.handle, bed.chart.panel._drag
    mouse(handle, QEvent.Type.MouseButtonPress, 5, held)
    if ready:
        qtbot.waitUntil(lambda: drag._files is not None, timeout=20_000)
    mouse(handle, QEvent.Type.MouseMove, 60, held)
    qtbot.waitUntil(lambda: bool(dragged), timeout=20_000)
    (url,) = dragged[0].urls()
    assert Path(url.toLocalFile()).name == "Progress Maya To bed 2026-03-22.png"
    assert Path(url.toLocalFile()).read_bytes().startswith(HEADS["png"])
    assert threads == ["homejournal-worker"]


def test_a_chart_that_was_let_go_meanwhile_is_not_dragged(bed, progress, qtbot, monkeypatch):
    dragged = []
    monkeypatch.setattr(export, "drag_chart", lambda _from, data: dragged.append(data))
    handle, drag = bed.chart.panel.handle, bed.chart.panel._drag
    mouse(handle, QEvent.Type.MouseButtonPress, 5, Qt.MouseButton.LeftButton)
    mouse(handle, QEvent.Type.MouseMove, 60, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: drag._files is not None, timeout=20_000)
    assert dragged == []
    assert chart_data(drag._files).hasImage()


def test_a_chart_that_cannot_be_drawn_for_a_drag_is_told(bed, progress, qtbot, monkeypatch):
    def broken(*_said, **_more):
        raise ZeroDivisionError

    monkeypatch.setattr(row_files, "rows_png", broken)
    mouse(bed.chart.panel.handle, QEvent.Type.MouseButtonPress, 5, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(progress.trouble.isVisible, timeout=20_000)
    assert "did not expect (ZeroDivisionError)" in progress.trouble.text()


def test_who_cannot_drag_has_the_chart_copied_by_a_press(bed, progress, qtbot, settled):
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(bed.chart.panel.handle, Qt.Key.Key_Space)
    settled(progress)
    assert QGuiApplication.clipboard().mimeData().hasImage()
