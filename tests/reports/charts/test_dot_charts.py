"""Charts of single ratings: a dot for each, joined only where the paths say, middles and aims."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

from matplotlib.collections import PathCollection

from homejournal.domain.looking_back.chart_series import (
    Dot,
    DotSeries,
    PathPoint,
    PhaseMiddle,
    has_something,
)
from homejournal.domain.records.rating_scales import Aim, RatingKind
from homejournal.reports.charts.style import ChartLook
from tests.reports import sample_charts as sample
from tests.reports.drawn import (
    LARGE,
    SMALL,
    dots,
    draw,
    level_lines,
    of_kind,
    segments,
    texts,
    upright,
    words_in,
)
from tests.reports.sample_charts import MONDAY, day


def of_numbers(*values, **told):
    made = tuple(
        Dot(day=day(at), value=Decimal(str(value)))
        for at, value in enumerate(values)
        if value is not None
    )
    return DotSeries(
        kind=RatingKind.NUMBER, start=day(0), end=day(len(values) - 1), dots=made, **told
    )


def of_levels(*levels, **told):
    return replace(of_numbers(*levels, **told), kind=RatingKind.HELP)


def joined(figure):
    """Return the lines between points, without those through the whole plot."""
    low, high = figure.axes[0].get_xlim()
    return [line for line in segments(figure) if (line[0][0], line[-1][0]) != (low, high)]


def test_every_rating_is_a_dot_on_its_day_and_a_zero_is_one_too():
    figure = draw(of_numbers(3, None, 0, "2.5"))
    assert dots(figure) == [(0, 3), (2, 0), (3, 2.5)]


def test_each_level_has_a_marker_of_its_own_and_its_name_at_the_axis():
    figure = draw(of_levels(1, 2, 3, 4))
    shapes = {len(made.get_paths()[0].vertices) for made in of_kind(figure, PathCollection)}
    colors = {tuple(made.get_facecolor()[0]) for made in of_kind(figure, PathCollection)}
    assert (len(shapes), len(colors)) == (3, 4)  # a square on its corner has corners as a square
    assert {"A lot of help", "Some help", "A little help", "On own"} <= set(texts(figure))


def test_points_are_joined_within_their_path_only():
    point = [PathPoint(day=day(at), value=Decimal(at)) for at in range(6)]
    series = of_numbers(0, 1, None, 3, 4, 5, paths=((point[0], point[1]), tuple(point[3:])))
    assert joined(draw(series)) == [[(0, 0), (1, 1)], [(3, 3), (4, 4), (5, 5)]]
    assert joined(draw(replace(series, paths=()))) == []


def test_tries_are_a_dot_for_what_was_taken_under_a_stroke_for_what_was_offered():
    figure = draw(sample.try_dots())
    assert (0, 0) not in dots(figure)  # two tries of one day stand side by side
    assert {(-0.2, 1), (-0.2, 5), (0.2, 3), (0.2, 5), (3 - 1, 0), (2, 6)} <= set(dots(figure))
    assert [(2, 0), (2, 6)] in joined(figure)
    assert {"took", "offered", "took of offered · more is better"} <= set(texts(figure))


def test_the_same_rating_several_times_a_day_is_a_larger_dot_with_its_number():
    series = of_levels(2, 2, 3)
    often = replace(
        series, dots=(series.dots[0], replace(series.dots[1], times=12), series.dots[2])
    )
    figure = draw(often)
    (small, large) = sorted(set(of_kind(figure, PathCollection)[0].get_sizes()))
    assert large > small
    assert {"12", "a larger dot: more than once that day"} <= set(texts(figure))
    assert "a larger dot: more than once that day" not in texts(draw(series))


def test_five_thousand_ratings_on_a_day_stay_inside_their_row():
    figure = draw(sample.one_day(), ChartLook(size=(5, 2), text=2.0))
    row = figure.axes[0].get_position().height * 2 * 72 / 4
    sizes = [float(one) for made in of_kind(figure, PathCollection) for one in made.get_sizes()]
    assert all(size**0.5 < row for size in sizes)
    assert len(dots(draw(sample.many_numbers_on_a_day()))) == 5_000


def test_a_number_over_a_dot_is_left_off_where_another_dot_is():
    series = of_levels(2, 2)
    often = tuple(replace(dot, times=3) for dot in series.dots)
    close = [replace(often[0], value=Decimal(level)) for level in (1, 2, 3, 4)]
    tight = ChartLook(size=(3.8, 1.7), text=2.0)
    told = texts(draw(replace(series, dots=tuple(close)), tight))
    assert told.count("3") < 4
    assert texts(draw(replace(series, dots=often))).count("3") == 2


def test_middles_are_thick_lines_from_change_to_change_and_aims_thin_ones():
    figure = draw(sample.number_dots())
    assert upright(figure) == [(2.5, ":"), (9.5, "-")]
    lines = level_lines(figure)
    thick = [line for line in lines if line[3] == "-"]
    assert [line[:3] for line in thick] == [(-0.5, 9.5, 42), (9.5, 19.5, 21)]
    assert [line[:3] for line in lines if line[3] != "-"] == [(9.5, 19.5, 5), (9.5, 19.5, 15)]
    told = set(texts(figure))
    assert {"middle value: 42 minutes", "middle value: 21 minutes", "our aim: 5 to 15"} <= told


def test_a_middle_so_far_is_a_broken_line_and_says_so():
    phase = PhaseMiddle(start=day(0), end=day(3), n=3, middle=2, so_far=True)
    figure = draw(of_levels(2, 2, None, 2, phases=(phase,)))
    (line,) = level_lines(figure)
    assert line[:3] == (-0.5, 3.5, 2)
    assert line[3] != "-"
    assert "middle value so far: some help" in texts(figure)


def test_a_middle_between_two_levels_is_a_band_and_never_a_level_between():
    phase = PhaseMiddle(start=day(0), end=day(3), n=6, middle=(1, 2))
    figure = draw(of_levels(1, 2, 1, 2, phases=(phase,)))
    (band,) = figure.axes[0].patches
    assert (band.get_y(), band.get_y() + band.get_height()) == (1, 2)
    assert level_lines(figure) == []
    assert "middle value: a lot of help and some help" in texts(figure)


def test_an_aim_that_stays_through_a_change_is_one_line_and_one_with_no_numbers_none():
    aim = Aim(low=None, high=Decimal(4))
    parts = [PhaseMiddle(start=day(at), end=day(at + 1), n=0, aim=aim) for at in (0, 2)]
    figure = draw(of_numbers(1, 2, 3, 4, phases=tuple(parts)))
    assert [line[:3] for line in level_lines(figure)] == [(-0.5, 3.5, 4)]
    assert "our aim: up to 4" in texts(figure)
    other = [parts[0], replace(parts[1], aim=Aim(low=Decimal(2), high=None))]
    assert len(level_lines(draw(of_numbers(1, 2, 3, 4, phases=tuple(other))))) == 2


def test_a_phase_outside_the_days_is_not_drawn():
    away = PhaseMiddle(start=day(-9), end=day(-2), n=9, middle=Decimal(4))
    assert level_lines(draw(of_numbers(1, 2, phases=(away,)))) == []


def test_no_label_of_a_middle_hides_a_dot():
    figure = draw(sample.number_dots())
    to_points = figure.axes[0].transData.transform
    places = [to_points(dot) * 72 / figure.dpi for dot in dots(figure)]
    labels = [
        word for word in words_in(figure) if word.words.startswith(("middle value", "our aim"))
    ]
    assert len(labels) == 3
    assert not [
        1 for label in labels for x, y in places
        if label.left < x < label.right and label.bottom < y < label.top
    ]  # fmt: skip


def test_a_label_that_has_no_room_over_its_line_stands_under_it():
    phase = PhaseMiddle(start=day(0), end=day(7), n=6, middle=Decimal(40))
    figure = draw(of_numbers(*[0] * 7, 40, phases=(phase,)), ChartLook(size=(5, 1.7), text=2.0))
    (label,) = [word for word in words_in(figure) if word.words == "middle value: 40"]
    _, line = figure.axes[0].transData.transform((0, 40)) * 72 / figure.dpi
    assert line - 20 < label.bottom < label.top < line


def test_a_label_without_any_free_place_is_left_off():
    phase = PhaseMiddle(start=day(0), end=day(399), n=9, middle=Decimal(20))
    full = of_numbers(*[at * 7 % 40 for at in range(400)], phases=(phase,))
    assert "middle value: 20" not in texts(draw(full, ChartLook(size=(5, 2))))


def test_zero_is_in_view_unless_all_numbers_are_far_from_it():
    low, _ = draw(of_numbers(20, 40)).axes[0].get_ylim()
    assert low < 0
    low, _ = draw(of_numbers(36, 40)).axes[0].get_ylim()
    assert low > 30
    low, high = draw(of_numbers(7)).axes[0].get_ylim()
    assert low < 7 < high


def test_days_months_and_years_are_named_as_they_fit():
    few = texts(draw(of_numbers(1, 2, 3)))
    assert {"Mar 2", "Mar 3", "Mar 4", "2026"} <= set(few)
    years = texts(draw(sample.ten_years()))
    assert {"2016", "2020", "2025"} <= set(years)
    wide = texts(draw(sample.ten_years(), ChartLook(size=(16, 3))))
    assert {"Jan", "Apr", "2016"} <= set(wide)
    for many in (1, 30):
        tiny = ChartLook(size=(0.8, 0.5), text=2.0)
        assert "Mar 2" in texts(draw(of_numbers(*range(many)), tiny))


def test_over_years_dots_are_spread_by_weekday_and_small():
    figure = draw(sample.ten_years())
    rows = Counter(y for _, y in dots(figure))
    assert len(rows) == 4 * 7
    assert {round(y) for y in rows} == {1, 2, 3, 4}
    sizes = {float(size) for made in of_kind(figure, PathCollection) for size in made.get_sizes()}
    assert sizes == {4.0}


def test_thirty_years_have_their_years_under_them():
    assert "2000" in texts(draw(sample.thirty_years(), SMALL))


def test_without_dots_there_is_nothing_to_draw_and_no_error():
    empty = DotSeries(kind=RatingKind.NUMBER, start=MONDAY, end=MONDAY)
    assert not has_something(empty)
    assert has_something(of_numbers(1))
    assert dots(draw(empty)) == []
    last = date.max
    assert "Dec 31" in texts(draw(replace(empty, start=last, end=last), LARGE))
