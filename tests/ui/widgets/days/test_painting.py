"""Days are told by shape, not by color, and are all in sight at every size of letters."""

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, qGray
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.periods import WeekStart
from homejournal.domain.records.practices import LeftOutReason
from homejournal.ui.theme import Scheme, px, tokens
from homejournal.ui.widgets.days.calendar import DayCalendar
from homejournal.ui.widgets.days.marks import MarkLegend, paint_day_mark
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from tests.ui.widgets.days.days_shown import (
    DAYS,
    PERIOD,
    STATES,
    TODAY,
    a_day,
    cell,
    click,
    keys,
    march,
    show,
    words,
)

_Key = Qt.Key


@pytest.fixture
def calendar(dress, on_screen):
    """March with Monday first, the keyboard on its twentieth day."""
    dress()
    made = DayCalendar(words(), WeekStart.MONDAY)
    show(made, march(20))
    made.resize(700, 500)
    on_screen(made)
    made.setFocus()
    return made


def picture_of(shown, side=24, direction=Qt.LayoutDirection.LeftToRight):
    """Return the mark of a day in a square of that many pixels, four from the corner."""
    image = QImage(side + 8, side + 8, QImage.Format.Format_RGB32)
    image.fill(tokens().surface)
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    paint_day_mark(painter, shown, QRectF(4, 4, side, side))
    painter.end()
    return image


def ink(image):
    """Return the pixels that a printer without gray makes black."""
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if qGray(image.pixel(x, y)) < 190
    }


@pytest.mark.parametrize("side", [16, 24, 48])
def test_the_marks_are_told_apart_by_shape_in_black_and_white(dress, side):
    dress()
    marks = [a_day(march(1), place) for place in range(len(STATES))]
    drawn = [ink(picture_of(shown, side)) for shown in marks]
    assert all(drawn)
    for place, one in enumerate(drawn):
        for other in drawn[place + 1 :]:
            assert len(one ^ other) > 0.25 * min(len(one), len(other))


def test_the_parts_of_a_ring_grow_with_the_times(dress):
    dress()
    inked = [
        len(ink(picture_of(a_day(march(1), times=times, times_planned=4), 48)))
        for times in (1, 2, 3)
    ]
    assert inked == sorted(set(inked))


def test_written_later_is_a_small_mark_where_reading_ends(dress):
    dress()
    once, later = a_day(march(1), 2), a_day(march(1), 2, written_later=True)
    for direction, side in (
        (Qt.LayoutDirection.LeftToRight, range(18, 32)),
        (Qt.LayoutDirection.RightToLeft, range(14)),
    ):
        before, after = (picture_of(one, direction=direction) for one in (once, later))
        changed = ink(after) ^ ink(before)
        assert changed
        assert all(x in side and y > 16 for x, y in changed)


def shot(calendar, day):
    box = calendar.table.visualRect(cell(calendar, day))
    return calendar.table.viewport().grab(box).toImage()


@pytest.mark.parametrize("weekly", [False, True])
def test_a_day_that_differs_in_anything_looks_different(calendar, weekly):
    calendar.set_weekly(weekly)
    different = [
        {},
        {"times": 2, "times_planned": 2},
        {"times": 1, "times_planned": 2},
        {"written_later": True},
        *({"state": DayState.LEFT_OUT, "reason": reason, "times": 0} for reason in LeftOutReason),
    ]
    seen = []
    keys(calendar, _Key.Key_Left)
    for told in different:
        shown = a_day(march(20), **told)
        calendar.set_days(DAYS | {march(20): shown}, PERIOD, TODAY)
        image = shot(calendar, march(20))
        assert image not in seen
        seen.append(image)


def test_the_day_with_the_focus_is_framed_and_today_underlined(calendar):
    keys(calendar, _Key.Key_Right, _Key.Key_Right)
    assert calendar.day() == TODAY
    focused = shot(calendar, TODAY)
    keys(calendar, _Key.Key_Left)
    rest = shot(calendar, TODAY)
    calendar.set_days(DAYS, PERIOD)
    assert len({bytes(one.constBits()) for one in (focused, rest, shot(calendar, TODAY))}) == 3
    assert focused.pixelColor(focused.width() // 2, 1).name() == tokens().focus.lower()


def test_a_day_under_the_pointer_is_shaded_where_it_can_be_chosen(calendar):
    box = calendar.table.visualRect(cell(calendar, march(4)))
    before = shot(calendar, march(4))
    QTest.mouseMove(calendar.table.viewport(), box.center())
    QApplication.processEvents()
    assert shot(calendar, march(4)) != before


@pytest.mark.parametrize("percent", [100, 200])
def test_all_weeks_are_in_sight_whatever_the_size_of_letters(dress, calendar, percent):
    dress(Scheme.LIGHT, percent)
    calendar.resize(700, 1200)
    QApplication.processEvents()
    room = calendar.table.viewport().rect()
    days = calendar.table.model()
    corners = [calendar.table.visualRect(days.index(*at)) for at in ((0, 0), (5, 6))]
    assert all(room.contains(corner) for corner in corners)
    assert corners[0].height() == px(58)
    assert sum(calendar.table.columnWidth(place) for place in range(7)) == room.width()
    assert calendar.table.minimumSizeHint().width() < calendar.table.sizeHint().width()


def test_the_week_and_each_day_in_it_are_mirrored(calendar):
    def seen(direction):
        """Return where the week begins, and the middle of the number and of the small clock."""
        calendar.setLayoutDirection(direction)
        QApplication.processEvents()
        looks = []
        day = march(18)
        for shown in (a_day(day, 5), a_day(day, 2), a_day(day, 2, written_later=True)):
            calendar.set_days(DAYS | {day: shown}, PERIOD, TODAY)
            looks.append(shot(calendar, day))
        plain, once, later = looks
        ground = plain.pixel(plain.width() // 2, 4)
        number = [
            x
            for x in range(plain.width())
            if any(plain.pixel(x, y) != ground for y in range(6, 18))
        ]
        clock = changed(once, later)
        first = calendar.table.visualRect(cell(calendar, march(16))).x()
        return first, sum(number) / len(number), sum(clock) / len(clock)

    middle = calendar.table.columnWidth(0) / 2
    first, number, clock = seen(Qt.LayoutDirection.LeftToRight)
    assert first == 0
    assert number < middle < clock
    first, number, clock = seen(Qt.LayoutDirection.RightToLeft)
    assert first > 5 * middle
    assert clock < middle < number


def changed(before, after):
    """Return the x of each pixel that differs."""
    return [
        x
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]


def test_the_page_scrolls_with_the_keys(dress, on_screen):
    page = QScrollArea()
    body = QWidget()
    column = QVBoxLayout(body)
    above = QWidget()
    above.setFixedHeight(600)
    made = DayCalendar(words(), WeekStart.MONDAY)
    made.set_days(DAYS, PERIOD)
    column.addWidget(above)
    column.addWidget(made)
    page.setWidget(body)
    page.setWidgetResizable(True)
    page.resize(600, 300)
    on_screen(page)
    made.setFocus()
    for key in (_Key.Key_Home, _Key.Key_End):
        keys(made, key)
        box = made.table.visualRect(made.table.currentIndex())
        top = made.table.viewport().mapTo(page.viewport(), box.topLeft())
        assert QRect(QPoint(), page.viewport().size()).contains(QRect(top, box.size()))


def entries(legend):
    return [
        widget
        for widget in legend.findChildren(QWidget)
        if widget.isVisible() and widget.accessibleName()
    ]


def test_the_legend_says_each_mark_and_goes_on_in_the_next_line(dress, on_screen):
    dress()
    legend = MarkLegend()
    marks = [(a_day(march(1), place), f"Mark number {place}") for place in range(len(STATES))]
    legend.set_marks(marks)
    legend.resize(300, 300)
    on_screen(legend)
    assert [entry.accessibleName() for entry in entries(legend)] == [said for _, said in marks]
    assert len({entry.y() for entry in entries(legend)}) > 1
    legend.set_marks(marks[:1])
    QApplication.processEvents()
    assert len(entries(legend)) == 1


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_in_the_legend_the_mark_stands_where_reading_begins_and_its_clock_where_it_ends(
    dress, on_screen, direction
):
    dress()
    legend = MarkLegend()
    legend.setLayoutDirection(direction)
    legend.set_marks([(a_day(march(1), 2, written_later=later), "The same") for later in (0, 1)])
    legend.resize(400, 100)
    on_screen(legend)
    once, later = (entry.grab().toImage() for entry in entries(legend))
    clock = changed(once, later)
    if direction == Qt.LayoutDirection.LeftToRight:
        assert px(10) < min(clock)
        assert max(clock) < px(27)
    else:
        assert once.width() - px(27) < min(clock)
        assert max(clock) < once.width() - px(10)


def test_nothing_is_ever_selected_so_that_each_day_keeps_its_colours(calendar):
    keys(calendar, _Key.Key_Right)
    click(calendar, march(4))
    assert not calendar.table.selectionModel().hasSelection()


def test_in_a_narrow_window_the_words_of_a_mark_take_two_lines(dress, on_screen):
    dress()
    legend = MarkLegend()
    legend.set_marks([(a_day(march(1)), "Did it, but not all times of the day")])
    holder = ScrollColumn(edge=0)
    holder.add(legend)
    holder.resize(180, 200)
    on_screen(holder)
    (entry,) = entries(legend)
    assert entry.width() <= legend.width() <= holder.viewport().width()
    assert entry.height() > QFontMetrics(entry._small()).height() * 1.8
    image = entry.grab().toImage()
    ground = image.pixelColor(image.width() - 1, 0)
    assert all(image.pixelColor(image.width() - 1, y) == ground for y in range(image.height()))
