"""A chart is taken along as picture, as words, and as a file where it is dragged."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, Qt, QTemporaryDir
from PySide6.QtGui import QAccessible, QDrag, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.ui.widgets.chart_files import ChartFiles, DragHandle, chart_data
from homejournal.ui.widgets.chart_view import ChartView
from tests.ui.widgets.chart_pictures import HIGH, a_picture

LEFT = Qt.MouseButton.LeftButton


def a_png(colour="#2060a0"):
    image = QImage(300, 150, QImage.Format.Format_RGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


FILES = ChartFiles(name="Sign more.png", png=a_png(), text="Week of March 2: 9 ratings")


@pytest.fixture
def chart(dress, on_screen):
    dress()
    made = on_screen(ChartView(HIGH))
    made.show_picture(a_picture(), "Over time", "")
    made.set_drag_source(lambda: FILES)
    QGuiApplication.clipboard().clear()
    return made


def clipboard():
    return QGuiApplication.clipboard().mimeData()


def test_copy_puts_picture_and_words_on_the_clipboard(chart, qtbot):
    qtbot.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QImage(clipboard().imageData()).pixelColor(9, 9).name() == "#2060a0"
    assert clipboard().text() == FILES.text
    assert not clipboard().hasUrls()


def test_without_anything_to_hand_out_the_clipboard_keeps_what_it_has(chart, dress, qtbot):
    QGuiApplication.clipboard().setText("a shopping list")
    chart.set_drag_source(lambda: None)
    chart.copy()
    chart.drag_out()
    alone = ChartView(HIGH)
    qtbot.addWidget(alone)
    alone.copy()
    assert clipboard().text() == "a shopping list"
    assert chart.findChild(QDrag) is None


def test_a_dragged_chart_is_a_file_too_which_goes_away_with_the_chart(chart, qtbot):
    chart.drag_out()
    data = chart.findChild(QDrag).mimeData()
    (url,) = data.urls()
    file = Path(url.toLocalFile())
    assert file.name == FILES.name
    assert file.read_bytes() == FILES.png
    assert data.text() == FILES.text
    assert data.hasImage()
    assert chart.findChild(QDrag).pixmap().width() == 240
    chart.copied(as_file=True)
    assert not file.exists()


def test_a_picture_that_cannot_be_read_is_dragged_without_a_preview(chart):
    chart.set_drag_source(lambda: ChartFiles(name="a.png", png=b"no picture", text="words"))
    chart.drag_out()
    assert chart.findChild(QDrag).pixmap().isNull()


def test_a_name_never_leads_out_of_the_folder():
    folder = QTemporaryDir()
    data = chart_data(ChartFiles(name="../../a.png", png=b"", text=""), folder)
    assert Path(data.urls()[0].toLocalFile()).parent == Path(folder.path())


def test_without_room_for_a_file_picture_and_words_are_handed_out():
    folder = QTemporaryDir()
    Path(folder.path(), FILES.name).mkdir()
    data = chart_data(FILES, folder)
    assert data.hasImage()
    assert data.text() == FILES.text
    assert not data.hasUrls()
    nowhere = QTemporaryDir("/no such folder/XXXXXX")
    assert not chart_data(FILES, nowhere).hasUrls()


@pytest.fixture
def handle(dress, on_screen):
    dress()
    made = on_screen(DragHandle("Drag the chart into a message"))
    made.heard = []
    made.dragged.connect(lambda: made.heard.append("dragged"))
    made.clicked.connect(lambda: made.heard.append("clicked"))
    return made


def test_the_handle_is_a_button_with_a_name(handle, qtbot):
    face = QAccessible.queryAccessibleInterface(handle)
    assert face.role() == QAccessible.Role.Button
    assert face.text(QAccessible.Text.Name) == "Drag the chart into a message"
    qtbot.keyClick(handle, Qt.Key.Key_Space)
    assert handle.heard == ["clicked"]


def test_a_press_that_moves_off_drags_once_and_is_no_click(handle, qtbot):
    middle = handle.rect().center()
    qtbot.mousePress(handle, LEFT, pos=middle)
    for step in (3, 12, 15):
        QTest.mouseMove(handle, middle + QPoint(step, 0))
    qtbot.mouseRelease(handle, LEFT, pos=middle + QPoint(15, 0))
    assert handle.heard == ["dragged"]
    assert not handle.isDown()


def test_a_press_is_a_click_and_moving_over_it_nothing(handle, qtbot):
    middle = handle.rect().center()
    QTest.mouseMove(handle, middle)
    QTest.mouseMove(handle, middle + QPoint(14, 0))
    assert handle.heard == []
    qtbot.mouseClick(handle, LEFT, pos=middle)
    assert handle.heard == ["clicked"]


def test_nothing_of_a_drag_stays_behind(chart):
    for _ in range(20):
        chart.drag_out()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert chart.findChildren(QDrag) == []
