"""A chart is taken along as picture, as words, and as a file where it is dragged."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, Qt, QTemporaryDir
from PySide6.QtGui import QAccessible, QDrag, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.ui.widgets.charts.picture import (
    ChartFiles,
    DragHandle,
    chart_data,
    drag_chart,
)

LEFT = Qt.MouseButton.LeftButton


def a_png(colour="#2060a0"):
    image = QImage(300, 150, QImage.Format.Format_RGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


FILES = ChartFiles(name="Sign more.png", png=a_png(), text="Week of March 2: 9 ratings")


def test_a_chart_is_handed_out_as_picture_and_words():
    data = chart_data(FILES)
    assert QImage(data.imageData()).pixelColor(9, 9).name() == "#2060a0"
    assert data.text() == FILES.text
    assert not data.hasUrls()


def test_it_is_a_file_too_where_there_is_a_folder():
    folder = QTemporaryDir()
    (url,) = chart_data(FILES, folder).urls()
    file = Path(url.toLocalFile())
    assert file.name == FILES.name
    assert file.read_bytes() == FILES.png


@pytest.mark.parametrize(("png", "width"), [(FILES.png, 240), (b"no picture", 0)])
def test_the_pointer_carries_the_data_and_a_small_picture_of_it(handle, png, width):
    data = chart_data(ChartFiles(name="a.png", png=png, text="words"))
    drag_chart(handle, data)
    drag = handle.findChild(QDrag)
    assert drag.mimeData() is data
    assert drag.pixmap().width() == width


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
    made = on_screen(DragHandle("Drag out", "Drag out: the chart goes into a message"))
    made.heard = []
    made.dragged.connect(lambda: made.heard.append("dragged"))
    made.clicked.connect(lambda: made.heard.append("clicked"))
    return made


def test_the_handle_is_a_button_with_a_name(handle, qtbot):
    face = QAccessible.queryAccessibleInterface(handle)
    assert face.role() == QAccessible.Role.Button
    assert face.text(QAccessible.Text.Name) == "Drag out: the chart goes into a message"
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


def test_nothing_of_a_drag_stays_behind(handle):
    for _ in range(20):
        drag_chart(handle, chart_data(FILES))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert handle.findChildren(QDrag) == []
