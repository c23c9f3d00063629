"""How photos of sheets come in: by a drop, by a paste, by a command, from the page of a week."""

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from homejournal.domain.records.record import Kind
from homejournal.services.opening import open_journal
from homejournal.ui.base.actions import Action, MenuName
from homejournal.ui.sheet_photo.dialog import SheetPhotoDialog
from tests.ui.dragging import dropped, of_files
from tests.ui.sheet_photo.conftest import MONDAY, USUAL

pytestmark = pytest.mark.measured

NAMES = ["fridge.jpg", "table.jpg", "neighbors.jpg"]


@pytest.fixture
def path(photos, saved):
    return saved(photos.of(*USUAL))[0]


def opened(window, qtbot):
    """The window for photos, once they are read."""
    QApplication.processEvents()
    (dialog,) = window.findChildren(SheetPhotoDialog)
    qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=20_000)
    return dialog


def is_read(window, qtbot):
    dialog = opened(window, qtbot)
    assert dialog.save_button.text() == "Save 4 boxes"
    dialog.reject()


def paste(window, data):
    QGuiApplication.clipboard().setMimeData(data)
    target = QApplication.focusWidget() or window
    key = QKeySequence(QKeySequence.StandardKey.Paste)[0]
    QTest.keyClick(target, key.key(), key.keyboardModifiers())


def test_on_the_page_of_a_week_they_are_dropped_pasted_or_chosen(
    printed, open_window, path, qtbot, hands
):
    window = open_window(printed.journal, page="week_grid")
    assert dropped(window, of_files(path))
    is_read(window, qtbot)
    paste(window, of_files(path))
    is_read(window, qtbot)
    hands.click(hands.named(window.page, QPushButton, "Add a photo of a sheet…"))
    choosing = window.findChild(QFileDialog)
    assert choosing.fileMode() is QFileDialog.FileMode.ExistingFiles
    choosing.filesSelected.emit([str(path)])
    choosing.reject()
    is_read(window, qtbot)


def test_a_picture_that_was_copied_elsewhere_is_a_photo_too(printed, open_window, qtbot):
    window = open_window(printed.journal, page="week_grid")
    data, picture = QMimeData(), QImage(400, 500, QImage.Format.Format_RGB32)
    picture.fill(0)
    data.setImageData(picture)
    paste(window, data)
    dialog = opened(window, qtbot)
    assert dialog.refused.text().startswith("Picture: There is no week sheet to see.")
    dialog.reject()


def test_words_and_links_are_no_photos(printed, open_window):
    window = open_window(printed.journal, page="week_grid")
    words = QMimeData()
    words.setText("Dear therapist")
    paste(window, words)
    link = QMimeData()
    link.setUrls([QUrl("https://example.org/photo.jpg")])
    assert not dropped(window, link)
    assert not window.findChildren(SheetPhotoDialog)


def test_every_page_takes_a_photo_that_is_dropped_or_opened(printed, open_window, path, qtbot):
    window = open_window(printed.journal, page="visits")
    assert dropped(window, of_files(path))
    is_read(window, qtbot)
    window.window_actions.files.choose_file()
    choosing = window.findChild(QFileDialog)
    assert "*.jpg" in choosing.nameFilters()[0]
    choosing.fileSelected.emit(str(path))
    choosing.reject()
    is_read(window, qtbot)


def test_photos_that_are_opened_together_are_looked_at_together(
    photos, printed, open_window, saved, qtbot
):
    window = open_window(printed.journal, page="visits")
    paths = saved(photos.of(*USUAL), photos.bad("table"), names=["a.jpg", "b.jpg"])
    window.window_actions.files.open_files(paths)
    dialog = opened(window, qtbot)
    assert dialog.save_button.text() == "Save 4 boxes"
    assert dialog.refused.text().startswith("b.jpg: ")
    dialog.reject()


def test_on_today_a_photo_beside_the_rows_is_a_sheet_and_a_command_asks_for_it(
    printed, open_window, path, qtbot
):
    window = open_window(printed.journal, page="today")
    assert dropped(window, of_files(path))
    is_read(window, qtbot)
    line = window.menus.action(Action.SHEET_PHOTO)
    assert window.menus.lines[line].menu is MenuName.GO
    line.trigger()
    assert window.findChild(QFileDialog).windowTitle() == "Add a photo of a sheet"
    window.findChild(QFileDialog).reject()


def test_after_saving_the_week_of_the_sheet_is_shown_with_undo_in_sight(
    photos, printed, open_window, saved, qtbot, hands
):
    window = open_window(printed.journal, page="today")
    assert dropped(window, of_files(*saved(photos.of(*USUAL, week=0))))
    dialog = opened(window, qtbot)
    hands.click(dialog.save_button)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert (window.page_name, window.page.day) == ("week_grid", MONDAY - timedelta(days=7))
    toast = window.frame.toast
    assert "4 boxes" in toast.text()
    hands.click(hands.named(toast, QPushButton, "Undo"))
    assert not printed.journal.records.all_of(Kind.PRACTICE)


def kept_photos(window, qtbot):
    """The names of the photos that the journal keeps, once all are read."""
    qtbot.waitUntil(lambda: not window.desk.worker.busy, timeout=20_000)
    return [one.name for one in window.journal.records.all_of(Kind.MEDIA)]


def test_a_sheet_on_a_row_of_today_is_read_and_another_photo_is_kept(
    photos, printed, open_window, saved, qtbot
):
    window = open_window(printed.journal, page="today")
    paths = saved(photos.of(*USUAL), photos.bad("table"), photos.bad("stranger"), names=NAMES)
    assert dropped(window.page.lines[0], of_files(*paths))
    qtbot.waitUntil(lambda: bool(window.findChildren(SheetPhotoDialog)), timeout=20_000)
    is_read(window, qtbot)
    assert kept_photos(window, qtbot) == NAMES[1:]


def test_a_sheet_that_is_pasted_on_a_row_is_read(printed, open_window, path, qtbot, hands):
    window = open_window(printed.journal, page="today")
    hands.press("n")
    paste(window, of_files(path))
    qtbot.waitUntil(lambda: bool(window.findChildren(SheetPhotoDialog)), timeout=20_000)
    is_read(window, qtbot)
    assert kept_photos(window, qtbot) == []


def test_a_sheet_is_kept_as_a_photo_where_the_window_closes_before_it_is_looked_at(
    printed, open_window, path
):
    window = open_window(printed.journal, page="today")
    assert dropped(window.page.lines[0], of_files(path))
    assert window.close()
    journal = open_journal(printed.journal.folder, clock=printed.clock, device=uuid4())
    names = [one.name for one in journal.records.all_of(Kind.MEDIA)]
    journal.close()
    assert names == ["photo0.jpg"]


def test_another_photo_may_be_dropped_on_the_one_that_is_looked_at(
    photos, looked_at, saved, hands, qtbot
):
    dialog = looked_at(photos.bad("table"))
    (path,) = saved(photos.of(*USUAL), names=["fridge.jpg"])
    assert dropped(dialog, of_files(path))
    qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=20_000)
    assert dialog.save_button.text() == "Save 4 boxes"
    hands.press("s", Qt.Key.Key_Return)
    paste(dialog, of_files(path))
    qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=20_000)
    assert dialog.save_button.text() == "Save 5 boxes"
