"""A chart is asked for as its widget is, once, and shown pixel for pixel."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from homejournal.reports.charts.style import ChartLook
from homejournal.ui.theme import Scheme, tokens
from homejournal.ui.widgets.charts.picture import ChartPane
from tests.ui.widgets.charts.chart_pictures import HIGH, WIDE, a_picture

SETTLED = 200
"""Milliseconds after which a chart that had to be asked for was asked for."""


@pytest.fixture
def pane(dress, on_screen):
    """A chart in a page as wide, and all looks it asked for."""
    dress()
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    made = ChartPane(HIGH)
    column.addWidget(made)
    column.addStretch(1)
    made.looks = []
    made.wanted.connect(made.looks.append)
    page.resize(WIDE, HIGH)
    made.page = on_screen(page)
    return made


class FinePane(ChartPane):
    """On a screen with two pixels for each."""

    ratio = 2.0

    def devicePixelRatioF(self):
        return self.ratio


@pytest.fixture
def fine(dress, on_screen):
    dress()
    made = FinePane(HIGH)
    made.looks = []
    made.wanted.connect(made.looks.append)
    made.resize(WIDE, HIGH)
    return on_screen(made)


def test_the_first_look_is_asked_for_when_the_chart_is_shown(dress, qtbot):
    dress()
    made = ChartPane(HIGH)
    qtbot.addWidget(made)
    looks = []
    made.wanted.connect(looks.append)
    made.resize(WIDE, HIGH)
    qtbot.wait(SETTLED)
    assert looks == []
    made.show()
    screen = ChartLook(size=(WIDE / 96, HIGH / 96), dark=False, text=1.0, dpi=96, hatched=False)
    assert looks == [screen]
    assert looks == [made.look_wanted()]


def test_another_size_is_asked_for_once_it_stays(pane, qtbot):
    for width in (610, 650, 700):
        pane.page.resize(width, HIGH)
        QApplication.processEvents()
    assert len(pane.looks) == 1
    qtbot.wait(SETTLED)
    assert [look.size for look in pane.looks[1:]] == [(700 / 96, HIGH / 96)]


def test_dark_colours_and_large_letters_are_asked_for(pane, dress, qtbot):
    dress(Scheme.DARK)
    qtbot.wait(SETTLED)
    assert [look.dark for look in pane.looks] == [False, True]
    dress(Scheme.DARK, 200)
    qtbot.wait(SETTLED)
    assert [look.text for look in pane.looks] == [1, 1, 2]
    assert pane.height() == 2 * HIGH
    assert pane.looks[-1].size[1] == 2 * HIGH / 96


def test_another_height_is_asked_for(pane, qtbot):
    pane.set_height(240)
    qtbot.wait(SETTLED)
    assert pane.height() == 240
    assert [look.size[1] for look in pane.looks] == [HIGH / 96, 240 / 96]


def test_nothing_is_asked_for_twice(pane, dress, qtbot):
    pane.show_picture(a_picture(), "Over time", "")
    pane.show_words("Nothing was written in these days.")
    pane.page.resize(700, HIGH)
    pane.page.resize(WIDE, HIGH)
    pane.hide()
    pane.show()
    dress(Scheme.DARK)
    dress(Scheme.LIGHT)
    pane.setFocus()
    qtbot.wait(SETTLED)
    assert len(pane.looks) == 1


def test_nothing_is_asked_for_while_nobody_sees_it(pane, dress, qtbot):
    pane.hide()
    dress(Scheme.DARK)
    qtbot.wait(SETTLED)
    assert len(pane.looks) == 1
    pane.show()
    assert [look.dark for look in pane.looks] == [False, True]


def test_on_a_fine_screen_a_finer_picture_is_asked_for(fine, qtbot):
    assert [look.dpi for look in fine.looks] == [192]
    fine.ratio = 1.5
    QApplication.sendEvent(fine, QEvent(QEvent.Type.DevicePixelRatioChange))
    qtbot.wait(SETTLED)
    assert [look.dpi for look in fine.looks] == [192, 144]
    assert fine.looks[0].size == fine.looks[1].size


def test_a_fine_picture_fills_as_much_of_the_widget(fine):
    fine.show_picture(a_picture(sharp=2), "Over time", "")
    assert fine.places().scale == 0.5
    assert fine.places().picture_rect() == QRectF(0, 0, WIDE, HIGH)


def test_a_picture_is_shown_pixel_for_pixel_where_it_was_drawn_for_the_widget(pane):
    stripes = a_picture(pixel=b"\x00\x00\x00\xff")
    white = b"\xff\xff\xff\xff"
    row = (b"\x00\x00\x00\xff" + white) * (WIDE // 2)
    object.__setattr__(stripes, "rgba", row * HIGH)
    pane.show_picture(stripes, "Over time", "")
    shown = pane.grab().toImage()
    colours = {shown.pixelColor(x, 100).name() for x in range(WIDE)}
    assert colours == {"#000000", "#ffffff"}


def test_an_inch_that_was_rounded_does_not_blur_a_picture(pane):
    pane.page.resize(WIDE - 1, HIGH)
    QApplication.processEvents()
    pane.show_picture(a_picture(), "Over time", "")
    assert pane.places().scale == 1


def test_the_old_picture_is_shown_scaled_until_the_new_one_comes(pane):
    pane.show_picture(a_picture(), "Over time", "")
    pane.page.resize(WIDE // 2, HIGH)
    QApplication.processEvents()
    assert pane.places().scale == 0.5
    shown = pane.grab().toImage()
    assert shown.pixelColor(WIDE // 4, HIGH // 4) == QColor("#2060a0")
    assert shown.pixelColor(WIDE // 4, HIGH - 10) == QColor(tokens().surface)


def test_a_picture_stands_on_the_ground_of_the_card(pane, dress):
    pane.show_picture(a_picture(pixel=b"\x00\x00\x00\x00"), "Over time", "")
    dress(Scheme.DARK)
    assert pane.grab().toImage().pixelColor(9, 9) == QColor(tokens().surface)


def test_words_are_wrapped_and_stand_in_the_middle(pane):
    pane.show_words("Nothing was written in these days, and so there is nothing to see. " * 4)
    shown = pane.grab().toImage()
    ground = QColor(tokens().surface)
    inked = [
        y for y in range(HIGH) if any(shown.pixelColor(x, y) != ground for x in range(0, WIDE, 3))
    ]
    assert abs((inked[0] + inked[-1]) / 2 - HIGH / 2) < 8
    edge = [y for y in range(HIGH) for x in (4, WIDE - 5) if shown.pixelColor(x, y) != ground]
    assert edge == []


def test_the_focus_is_framed(pane):
    pane.show_picture(a_picture(), "Over time", "")
    pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    without = pane.grab().toImage()
    pane.setFocus()
    framed = pane.grab().toImage()
    QApplication.processEvents()
    painted = []
    pane.paintEvent = painted.append
    pane.clearFocus()
    QApplication.processEvents()
    assert painted
    del pane.paintEvent
    assert framed.pixelColor(QPoint(0, 150)) == QColor(tokens().focus)
    assert pane.grab().toImage() == without


def test_it_is_as_high_as_it_was_told_and_may_become_narrow(pane):
    assert pane.sizeHint().height() == pane.minimumSizeHint().height() == HIGH
    assert pane.minimumSizeHint().width() < 200 < pane.sizeHint().width()
    assert not pane.hasHeightForWidth()
