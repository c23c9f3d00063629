"""Which mark a point in the widget means."""

from PySide6.QtCore import QPointF, QRectF

from homejournal.ui.widgets.charts.picture import ChartPlaces
from tests.ui.widgets.charts.chart_pictures import a_mark, a_picture, middle


def test_all_places_grow_with_the_scale():
    places = ChartPlaces(a_picture(), 0.5)
    assert places.picture_rect() == QRectF(0, 0, 300, 150)
    assert places.plot() == QRectF(25, 10, 250, 120)
    assert places.box(0) == QRectF((middle(2) - 5) / 2, 50, 5, 50)


def test_the_mark_under_a_point_is_found_and_the_nearest_within_reach():
    places = ChartPlaces(a_picture(), 1)
    assert places.mark_at(QPointF(middle(7), 150), 6) == 1
    assert places.mark_at(QPointF(middle(7) + 10, 150), 6) == 1
    assert places.mark_at(QPointF(middle(7) + 12, 150), 6) is None
    assert places.mark_at(QPointF(middle(7), 300), 6) is None


def test_of_two_marks_within_reach_it_is_the_nearer():
    dots = [a_mark(2, size=(8, 8)), a_mark(2, top=112, size=(8, 8))]
    places = ChartPlaces(a_picture(dots), 1)
    assert places.mark_at(QPointF(middle(2), 109), 6) == 0
    assert places.mark_at(QPointF(middle(2), 111), 6) == 1


def test_of_marks_that_lie_over_each_other_it_is_the_smallest():
    marks = [a_mark(2, size=(40, 100)), a_mark(2, size=(10, 100)), a_mark(2, size=(20, 100))]
    assert ChartPlaces(a_picture(marks), 1).mark_at(QPointF(middle(2), 150), 6) == 1
