"""The bubble is whole, in sight, and not over the mark that it tells of."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from homejournal.ui.theme import Scheme
from homejournal.ui.widgets.charts.picture import paint_bubble

ROOM = QRectF(0, 0, 600, 300)
WORDS = "Week of March 2 (part of a week): a lot of help 5, some help 4; 9 ratings"


@pytest.fixture
def bubble(dress):
    """Paint a bubble and return where it lies."""

    def painted(words, mark, room=ROOM, direction=Qt.LayoutDirection.LeftToRight):
        image = QImage(round(room.width()), round(room.height()), QImage.Format.Format_RGB32)
        image.fill(0xFF00FF)
        painter = QPainter(image)
        painter.setLayoutDirection(direction)
        place = paint_bubble(painter, words, mark, room)
        painter.end()
        painted.image = image
        return place

    return painted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.integers(0, 560), st.integers(0, 260), st.integers(10, 60), st.integers(10, 280),
    st.integers(1, 40),
)  # fmt: skip
def test_wherever_a_mark_lies_its_bubble_is_in_the_room_and_beside_it(
    bubble, left, top, width, height, words
):
    mark = QRectF(left, top, min(width, 600 - left), min(height, 300 - top))
    place = bubble("word " * words, mark)
    assert ROOM.contains(place)
    beside = mark.left() > place.width() + 12 or 600 - mark.right() > place.width() + 12
    if beside or mark.top() > place.height() + 24 or 300 - mark.bottom() > place.height() + 12:
        assert not place.intersects(mark)


def test_it_stands_above_and_leaves_the_number_on_a_bar_in_sight(bubble):
    place = bubble(WORDS, QRectF(280, 150, 40, 100))
    assert place.bottom() == 130
    assert abs(place.center().x() - 300) < 1


def test_it_stands_below_a_mark_at_the_top_and_beside_one_as_high_as_the_room(bubble):
    assert bubble(WORDS, QRectF(280, 5, 40, 100)).top() == 113
    assert bubble(WORDS, QRectF(20, 5, 40, 290)).left() == 68
    assert bubble(WORDS, QRectF(540, 5, 40, 290)).right() == 532


@pytest.mark.parametrize("percent", [100, 200])
def test_very_many_and_very_long_words_stay_in_the_room(dress, bubble, percent):
    dress(Scheme.LIGHT, percent)
    room = QRectF(0, 0, 320, 300)
    mark = QRectF(20, 100, 20, 20)
    assert room.contains(bubble("x" * 3000, mark, room))
    assert room.contains(bubble(WORDS * 40, mark, room))
    assert room.contains(bubble("", mark, room))


def test_a_long_text_ends_in_dots_where_it_is_cut(bubble):
    cut = bubble("a b " * 125, QRectF(280, 250, 10, 10))
    longer = bubble("a b " * 500, QRectF(280, 250, 10, 10))
    assert longer.size() == cut.size()


def test_words_begin_where_reading_begins(bubble):
    mark = QRectF(200, 100, 10, 10)
    room = QRectF(0, 0, 400, 300)
    words = "A first line that is long enough to need another one, and then it is\nshort"
    right = bubble(words, mark, room, Qt.LayoutDirection.RightToLeft)
    mirrored = bubble.image.copy()
    assert bubble(words, mark, room) == right
    assert bubble.image != mirrored
