"""Small pictures of charts whose marks lie where a test knows them, without Matplotlib."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from homejournal.domain.days.periods import Period
from homejournal.reports.charts.screen_picture import Box, ChartMark, ChartPicture
from homejournal.ui.widgets.charts.view import ChartView

WIDE, HIGH = 600, 300
FIRST = date(2026, 3, 2)
DAYS = 20
SHOWN = Period(FIRST, FIRST + timedelta(DAYS - 1))
WHOLE = Period(FIRST - timedelta(60), FIRST + timedelta(59))
PLOT = Box(50, 20, 500, 240)
"""Twenty-five pixels for each day."""


def day(place):
    return FIRST + timedelta(place)


def middle(place):
    """Return the x of a day's middle."""
    return PLOT.x + (place + 0.5) * PLOT.width / DAYS


def a_mark(place, words="", *, top=100.0, size=(10.0, 100.0)):
    box = Box(middle(place) - size[0] / 2, top, *size)
    return ChartMark(box=box, start=day(place), end=day(place), words=words or f"Day {place}")


def a_picture(marks=None, *, sharp=1, pixel=b"\x20\x60\xa0\xff", days=SHOWN):
    """Return a picture of twenty days with a mark on days 2, 7, 12 and 17, or with these marks."""
    if marks is None:
        marks = [a_mark(place) for place in (2, 7, 12, 17)]
    return ChartPicture(
        width=WIDE * sharp,
        height=HIGH * sharp,
        rgba=pixel * (WIDE * sharp * HIGH * sharp),
        plot=_sharp(PLOT, sharp),
        marks=tuple(
            ChartMark(box=_sharp(mark.box, sharp), start=mark.start, end=mark.end, words=mark.words)
            for mark in marks
        ),
        stretches=((days.start, days.end, PLOT.x * sharp, (PLOT.x + PLOT.width) * sharp),),
    )


def _sharp(box, sharp):
    return Box(box.x * sharp, box.y * sharp, box.width * sharp, box.height * sharp)


def a_page():
    """Return a page with a field above a chart of six hundred by three hundred pixels."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    page.field = QLineEdit()
    page.chart = ChartView(HIGH)
    column.addWidget(page.field)
    column.addWidget(page.chart)
    page.resize(WIDE, HIGH + 60)
    return page


def a_chart_of_days(page, shown=SHOWN, whole=WHOLE):
    """Return the page's chart with a picture and the keys; `heard` holds the days it wants."""
    chart = page.chart
    chart.show_picture(a_picture(), "Over time", "Four ratings")
    chart.setFocus()
    chart.heard, chart.page = [], page
    chart.window_wanted.connect(chart.heard.append)
    chart.set_window(shown, whole)
    return chart


def later(days):
    return Period(SHOWN.start + timedelta(days), SHOWN.end + timedelta(days))


def double_click(chart, place, button=Qt.MouseButton.LeftButton):
    """Press twice as a hand does, which lets go of the button at the end."""
    QTest.mouseDClick(chart, button, pos=place)
    QTest.mouseRelease(chart, button, pos=place)


def drag(chart, by, *, release=True):
    """Press in the middle and move along in small steps."""
    start = QPoint(300, 150)
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(chart, start + QPoint(round(by * step / 5), 0))
    if release:
        QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))
