"""Charts of groups side by side: lying bars with their names before and n behind them."""

from dataclasses import replace
from datetime import date

import pytest
from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D

from homejournal.domain.looking_back.chart_series import (
    Group,
    Grouping,
    GroupSeries,
    Shape,
    Side,
    has_something,
)
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.reports.charts.style import ChartLook
from homejournal.texts.wording import wording_of
from tests.reports import sample_charts as sample
from tests.reports.drawn import EN, LARGE, SMALL, draw, of_kind, texts, words_in
from tests.reports.sample_charts import a_bar, day

AR = wording_of("ar")


def groups(shape, kind, *told, grouping=Grouping.ROUTINE, **more):
    made = tuple(Group(bar=a_bar(day(0), day(20), **one), name=name) for name, one in told)
    return GroupSeries(grouping=grouping, shape=shape, kind=kind, groups=made, **more)


def pieces(figure):
    """Return (row, start, end) of every filled part."""
    found = []
    for made in of_kind(figure, PolyCollection):
        for path in made.get_paths():
            (left, low), (right, high) = path.vertices.min(axis=0), path.vertices.max(axis=0)
            found.append((round((low + high) / 2), float(left), float(right)))
    return sorted(found)


def shares(figure):
    """Return how long the parts of each row are, which begin where the one before ends."""
    found = {}
    for row, start, end in pieces(figure):
        of_row = found.setdefault(row, [])
        assert start == pytest.approx(sum(of_row))
        of_row.append(end - start)
    return {row: pytest.approx(lengths) for row, lengths in found.items()}


def test_the_sides_of_a_visit_are_equally_long_however_many_days_they_have():
    """Of 60 days and of 20 it would else look as if two thirds were lost."""
    long = a_bar(day(0), day(59), days=52, planned=60, not_written=4)
    short = a_bar(day(60), day(79), days=15, planned=20, not_written=5)
    free = a_bar(day(60), day(79), days=9, planned=None, not_written=None)
    used = sides(Shape.DAYS, RatingKind.NONE, long, short)
    assert pieces(draw(used)) == [
        (row, 0, pytest.approx(end)) for row, end in [(0, 52 / 60), (0, 1), (1, 0.75), (1, 1)]
    ]
    assert {
        "share of the planned days",
        "52 days",
        "60 planned days",
        "15 days",
        "20 planned days",
    } <= set(texts(draw(used)))
    unknown = sides(Shape.DAYS, RatingKind.NONE, long, free)
    assert {row for row, _, _ in pieces(draw(unknown))} == {0}
    assert "9 days" in texts(draw(unknown))
    took = [a_bar(day(0), day(9), took=took, of=of, n=6) for took, of in [(9, 60), (5, 10)]]
    tries = draw(sides(Shape.TRIES, RatingKind.TRIES, *took))
    assert pieces(tries) == [(0, 0, 0.15), (0, 0, 1), (1, 0, 0.5), (1, 0, 1)]


def test_the_days_of_both_sides_have_their_years_where_they_lie_in_two():
    series = sample.before_and_since()
    bar = replace(series.groups[0].bar, start=date(2025, 11, 3))
    series = replace(series, groups=(replace(series.groups[0], bar=bar), series.groups[1]))
    said = texts(draw(series))
    assert {"Nov 3, 2025 – Mar 11, 2026", "Mar 12, 2026 – May 1, 2026"} <= {
        " ".join(one.split()) for one in said
    }


def sides(shape, kind, before, since):
    made = (Group(bar=before, side=Side.BEFORE), Group(bar=since, side=Side.SINCE))
    return GroupSeries(grouping=Grouping.VISIT, shape=shape, kind=kind, groups=made)


def test_levels_stand_one_after_the_other_with_their_counts_inside():
    figure = draw(sample.before_and_since())
    assert shares(figure) == {0: [9 / 19, 8 / 19, 2 / 19], 1: [1 / 23, 4 / 23, 12 / 23, 6 / 23]}
    told = texts(figure)
    assert "share of the ratings" in told
    assert {"n = 19", "n = 23", "9", "8", "12"} <= set(told)
    assert {"before the visit", "Jan 1 – Mar 11", "since the visit", "Mar 12 – May 1"} <= set(told)


def test_counts_inside_are_left_off_where_rows_or_parts_are_too_small():
    told = [(f"Routine {at}", {"levels": (7, 1, 0, 40), "n": 48}) for at in range(12)]
    series = groups(Shape.LEVELS, RatingKind.HELP, *told)
    counts = [set(texts(draw(series, ChartLook(size=(4, high))))) for high in (1.8, 6.0)]
    assert not {"7", "40"} & counts[0]
    assert {"7", "40"} <= counts[1]
    assert "1" not in counts[1]


def test_a_side_of_one_day_names_it_once():
    series = sample.before_and_since()
    first = series.groups[0]
    short = replace(first, bar=replace(first.bar, start=day(9)))
    assert "Mar 11" in texts(draw(replace(series, groups=(short,))))


def test_a_group_without_levels_is_a_line_on_the_ground():
    series = groups(Shape.LEVELS, RatingKind.WENT, ("Bath", {"levels": ()}))
    figure = draw(series)
    assert pieces(figure) == [(0, 0, 0)]
    assert "n = 0" in texts(figure)


def test_at_the_end_of_a_group_without_writing_stands_why_it_is_empty():
    told = [("Bath", {"levels": (1, 0, 0, 0), "n": 1}), ("Car", sample.GAP), ("Bed", sample.OUT)]
    figure = draw(groups(Shape.LEVELS, RatingKind.HELP, *told))
    assert {"n = 1", "nothing written", "left out"} <= set(texts(figure))
    assert "n = 0" not in texts(figure)


def test_days_and_tries_say_their_value_behind_the_bar():
    used = groups(Shape.DAYS, RatingKind.NONE, ("Bath", {"days": 1}), ("Car", {"days": 7}))
    assert pieces(draw(used)) == [(0, 0, 1), (1, 0, 7)]
    assert {"1 day", "7 days"} <= set(texts(draw(used)))
    figure = draw(sample.by_slot())
    assert pieces(figure) == [(0, 0, 0), (0, 0, 12), (1, 0, 30), (1, 0, 44), (2, 0, 7), (2, 0, 7)]
    assert {"0/12 (n = 9)", "took", "offered"} <= set(texts(figure))


def test_beside_n_stands_how_many_days_were_planned_on_each_side_of_a_visit():
    series = sample.before_and_since()
    assert {"n = 19", "50 planned days", "36 planned days"} <= set(texts(draw(series)))
    flat = texts(draw(series, replace(LARGE, size=(9.0, 1.7), text=2.0)))
    assert {"n = 19 · 50 planned days", "n = 23 · 36 planned days"} <= set(flat)
    bar = replace(series.groups[0].bar, planned=None)
    told = texts(draw(replace(series, groups=(replace(series.groups[0], bar=bar),))))
    assert not [words for words in told if "planned" in words]


def test_middles_are_dots_on_a_line_from_lowest_to_highest():
    series = groups(
        Shape.MIDDLES, RatingKind.NUMBER,
        ("Bath", {"median": 5, "low": 2, "high": 9, "n": 7}), ("Car", {"n": 0}), unit="minutes",
    )  # fmt: skip
    figure = draw(series)
    lines = [list(line.get_xdata()) for line in of_kind(figure, Line2D)]
    assert lines == [[2, 9], [5]]
    told = set(texts(figure))
    assert {"5 (n = 7)", "n = 0", "minutes each time", "from the lowest to the highest"} <= told
    open_days = {"median": 5, "low": 2, "high": 9, "n": 7, "at_least": 2}
    of_days = groups(Shape.MIDDLES, RatingKind.NUMBER, ("Bath", open_days))
    told = set(texts(draw(replace(of_days, of_days=True))))
    assert {"5 (n = 5)", "each day"} <= told


def test_names_are_the_familys_words_and_long_ones_go_on_or_are_cut():
    told = texts(draw(sample.by_routine(6)))
    assert {"Breakfast", "other", "$x^2$ 50 %"} <= set(told)
    assert {"Bath, teeth, pajamas and the long story", "about the very small red tractor"} <= set(
        told
    )
    narrow = texts(draw(sample.by_routine(12), ChartLook(size=(3.2, 2.0))))
    assert any(one.startswith("Bath, t") and one.endswith("…") for one in narrow)
    assert "another time" in texts(draw(groups(Shape.DAYS, RatingKind.NONE, ("", {"days": 1}),
                                               grouping=Grouping.SLOT)))  # fmt: skip


def test_on_one_line_a_side_of_the_visit_has_no_days():
    told = texts(draw(sample.before_and_since(), ChartLook(size=(3.0, 0.6))))
    assert "before the visit" in told
    assert "Jan 1 – Mar 11" not in told


def test_many_groups_have_smaller_letters_and_none_is_left_off():
    figure = draw(sample.by_routine(16))
    words = [word for word in words_in(figure) if "(n = " in word.words]
    assert len(words) == 16
    assert not [1 for word in words for other in words if word is not other and word.meets(other)]


@pytest.mark.parametrize("look", [LARGE, SMALL])
def test_from_the_right_names_stand_right_and_bars_grow_to_the_left(look):
    series = sample.by_slot()
    names = {
        wording.language: next(word for word in words_in(draw(series, look, wording))
                               if "Lunch" in word.words)
        for wording in (EN, AR)
    }  # fmt: skip
    middle = look.size[0] * 72 / 2
    assert names["en"].right < middle < names["ar"].left
    low, high = draw(series, look, AR).axes[0].get_xlim()
    assert low > high


def test_less_than_zero_reaches_to_the_other_side():
    told = {"median": -4, "low": -6, "high": -1, "n": 5}
    figure = draw(groups(Shape.MIDDLES, RatingKind.NUMBER, ("Bath", told)))
    assert [list(line.get_xdata()) for line in of_kind(figure, Line2D)] == [[-6, -1], [-4]]
    assert figure.axes[0].get_xlim() == (-6, 0)


def test_without_groups_there_is_nothing_to_draw_and_no_error():
    empty = groups(Shape.MIDDLES, RatingKind.NUMBER)
    assert not has_something(empty)
    assert has_something(sample.by_slot())
    assert pieces(draw(empty)) == []
